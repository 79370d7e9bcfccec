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

/// How a cell of the table of costs was reached: by one of these steps, or by the candidate of this number.
type Step = u32;

const START: Step = u32::MAX;
const SKIP_ITEM: Step = u32::MAX - 1;
const SKIP_TOKENS: Step = u32::MAX - 2;

/// Costs by item and place: `(items + 1) × places`. Places are the token numbers at which some candidate begins or
/// ends; between them tokens can only be left out.
struct Table {
    places: Vec<usize>,
    cost: Vec<f32>,
    step: Vec<Step>,
}

impl Table {
    fn new(candidates: &[Candidate], tokens: usize, height: usize) -> Self {
        let ends = candidates.iter().flat_map(|candidate| [candidate.span.start, candidate.span.end]);
        let mut places: Vec<usize> = ends.chain([0, tokens]).collect();
        places.sort_unstable();
        places.dedup();
        let size = places.len() * height;
        Self { places, cost: vec![f32::INFINITY; size], step: vec![START; size] }
    }

    fn place(&self, token: usize) -> usize {
        self.places.partition_point(|place| *place < token)
    }
}

/// Sums of the same costs in another order may differ by so much.
const TIE: f32 = 1e-4;

/// What leaving an item out costs.
fn item_cost(item: &Item) -> f32 {
    match item.kind {
        ItemKind::Section(_) => 0.6,
        ItemKind::Row => 1.0,
        ItemKind::Column(_) => 0.15,
        ItemKind::Group | ItemKind::Frame => 0.1,
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
    let height = items.sequence.len() + 1;
    let mut table = Table::new(candidates, tokens.len(), height);
    let width = table.places.len();
    table.cost[0] = 0.0;
    let mut by_item: Vec<Vec<(u32, usize, usize)>> = vec![Vec::new(); items.sequence.len()];
    for (number, candidate) in (0_u32..).zip(candidates) {
        let (start, end) = (table.place(candidate.span.start), table.place(candidate.span.end));
        by_item[candidate.item].push((number, start, end));
    }
    let skips: Vec<f32> =
        table.places.windows(2).map(|pair| tokens[pair[0]..pair[1]].iter().map(token_cost).sum()).collect();
    for row in 0..height {
        let (done, ahead) = table.cost.split_at_mut((row + 1) * width);
        let own = &mut done[row * width..];
        let mut before = own[0];
        for ((cost, step), skip) in own[1..].iter_mut().zip(&mut table.step[row * width + 1..]).zip(&skips) {
            // Of equal ways the one that leaves out later tokens: what is printed twice is taken where it stands first.
            let skipped = before + skip;
            if skipped <= *cost + TIE {
                (*cost, *step) = (skipped, SKIP_TOKENS);
            }
            before = *cost;
        }
        let (Some(item), Some(readings)) = (items.sequence.get(row), by_item.get(row)) else { break };
        let (next, steps) = (&mut ahead[..width], &mut table.step[(row + 1) * width..(row + 2) * width]);
        for (number, start, end) in readings {
            let cost = own[*start] + candidates[*number as usize].cost;
            if cost < next[*end] {
                (next[*end], steps[*end]) = (cost, *number);
            }
        }
        let skip = item_cost(item);
        for ((cost, step), before) in next.iter_mut().zip(steps).zip(&*own) {
            if before + skip < *cost {
                (*cost, *step) = (before + skip, SKIP_ITEM);
            }
        }
    }
    trace(&table, candidates, height)
}

fn trace(table: &Table, candidates: &[Candidate], height: usize) -> Alignment {
    let width = table.places.len();
    let mut chosen = Vec::new();
    let (mut row, mut place) = (height - 1, width - 1);
    loop {
        match table.step[row * width + place] {
            START => break,
            SKIP_ITEM => row -= 1,
            SKIP_TOKENS => place -= 1,
            number => {
                let candidate = &candidates[number as usize];
                chosen.push(candidate.clone());
                place = table.place(candidate.span.start);
                row -= 1;
            }
        }
    }
    chosen.reverse();
    Alignment { chosen }
}
