//! The alignment: the cheapest way to read the tokens as the form's sequence.
//!
//! Global alignment by dynamic programming (Needleman and Wunsch, 1970) of the items of the form with the tokens of
//! the document; an item or a token may be left out at a cost, so that a missing, extra, misspelt, split or merged
//! row moves no number into another cell.
use crate::candidates::Candidate;
use crate::items::{Item, Items, Kind as ItemKind};
use crate::tokens::{Kind, Token};

/// The chosen readings in order.
#[derive(Clone, Debug)]
pub(crate) struct Alignment {
    /// Candidates chosen, by item and by place.
    pub(crate) chosen: Vec<Candidate>,
}

/// How a cell of the table of costs was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Start,
    SkipItem,
    SkipToken,
    Take(u32),
}

/// Costs by item and token: `(items + 1) × (tokens + 1)`.
struct Table {
    width: usize,
    cost: Vec<f32>,
    step: Vec<Step>,
}

impl Table {
    fn improve(&mut self, at: usize, cost: f32, step: Step) {
        if cost < self.cost[at] {
            self.cost[at] = cost;
            self.step[at] = step;
        }
    }
}

/// What leaving an item out costs.
fn item_cost(item: &Item) -> f32 {
    match item.kind {
        ItemKind::Section(_) => 0.6,
        ItemKind::Row => 1.0,
        ItemKind::Group => 0.1,
        ItemKind::Column(_) => 0.15,
        ItemKind::Frame => 0.1,
    }
}

/// What leaving a token out costs.
fn token_cost(token: &Token<'_>) -> f32 {
    match token.kind {
        Kind::Value => 0.3,
        Kind::Text => 0.02,
        Kind::Blank => 0.005,
        Kind::Prose => 0.0,
    }
}

/// The cheapest alignment; of equal ones the one that takes items as early as possible.
pub(crate) fn align(items: &Items, tokens: &[Token<'_>], candidates: &[Candidate]) -> Alignment {
    let width = tokens.len() + 1;
    let height = items.items.len() + 1;
    let mut table = Table { width, cost: vec![f32::INFINITY; width * height], step: vec![Step::Start; width * height] };
    table.cost[0] = 0.0;
    let mut by_item: Vec<Vec<u32>> = vec![Vec::new(); items.items.len()];
    for (number, candidate) in (0_u32..).zip(candidates) {
        by_item[candidate.item].push(number);
    }
    let skips: Vec<f32> = tokens.iter().map(token_cost).collect();
    for row in 0..height {
        let base = row * width;
        for (token, skip) in skips.iter().enumerate() {
            let cost = table.cost[base + token] + skip;
            table.improve(base + token + 1, cost, Step::SkipToken);
        }
        let Some(item) = items.items.get(row) else { break };
        let next = base + width;
        for number in &by_item[row] {
            let candidate = &candidates[*number as usize];
            let cost = table.cost[base + candidate.span.start] + candidate.cost;
            table.improve(next + candidate.span.end, cost, Step::Take(*number));
        }
        let skip = item_cost(item);
        for token in 0..width {
            let cost = table.cost[base + token] + skip;
            table.improve(next + token, cost, Step::SkipItem);
        }
    }
    trace(&table, candidates, height)
}

fn trace(table: &Table, candidates: &[Candidate], height: usize) -> Alignment {
    let mut chosen = Vec::new();
    let (mut row, mut token) = (height - 1, table.width - 1);
    loop {
        match table.step[row * table.width + token] {
            Step::Start => break,
            Step::SkipItem => row -= 1,
            Step::SkipToken => token -= 1,
            Step::Take(number) => {
                let candidate = &candidates[number as usize];
                chosen.push(candidate.clone());
                token = candidate.span.start;
                row -= 1;
            }
        }
    }
    chosen.reverse();
    Alignment { chosen }
}
