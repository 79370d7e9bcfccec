//! Which tokens may be which item of the form, and at what cost.
use std::cell::OnceCell;
use std::ops::Range;

use crate::fold::{Spelling, likeness};
use crate::items::{Fit, Item, Items, Kind as ItemKind};
use crate::tokens::{Kind, Token};

/// Most label tokens that are read as one label.
const LONGEST_CONCATENATION: usize = 8;
/// Texts less alike than this are different labels.
const FLOOR: f32 = 0.6;
/// How far around a run of values the pieces of a broken label are looked for.
const WINDOW: usize = 8;

/// How an item's label was met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Met {
    /// As the form prints it, or in a listed variant.
    Exact,
    /// Without its number, or with another.
    Unnumbered,
    /// Before text in the same line.
    Leading,
    /// In pieces around its values.
    Broken,
    /// Misspelt.
    Alike,
    /// There is no label: the place alone tells.
    Unlabelled,
}

impl Met {
    fn cost(self) -> f32 {
        match self {
            Self::Exact => 0.0,
            Self::Unnumbered => 0.1,
            Self::Leading => 0.2,
            Self::Broken => 0.3,
            Self::Alike => 0.4,
            Self::Unlabelled => 1.2,
        }
    }
}

/// A possible reading: item `item` is `span`, its values are `values`.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) item: usize,
    pub(crate) span: Range<usize>,
    pub(crate) values: Range<usize>,
    pub(crate) met: Met,
    pub(crate) cost: f32,
}

/// All candidates, by the start of their span.
pub(crate) fn candidates(items: &Items, tokens: &[Token<'_>]) -> Vec<Candidate> {
    let unknown = vec![false; tokens.len()];
    let of_the_form = vec![OnceCell::new(); tokens.len()];
    let mut search = Search { items, tokens, found: Vec::new(), told: unknown.clone(), known: unknown, of_the_form };
    let exact: Vec<Label> = (0..tokens.len()).flat_map(|start| search.exact(start)).collect();
    for label in &exact {
        search.known[label.tokens.clone()].fill(true);
    }
    for Label { item, tokens, met } in exact {
        search.label(item, tokens, met, 0.0);
    }
    for start in 0..tokens.len() {
        search.leading(start);
        search.alike(start);
    }
    search.value_runs();
    search.found.sort_by_key(|candidate| candidate.span.start);
    search.found
}

/// Tokens that are an item's label.
struct Label {
    item: usize,
    tokens: Range<usize>,
    met: Met,
}

/// Pieces of a label found in order: first and last token, end in the label, bytes covered.
struct Chain {
    first: usize,
    last: usize,
    end: usize,
    covered: usize,
}

struct Search<'a> {
    items: &'a Items,
    tokens: &'a [Token<'a>],
    found: Vec<Candidate>,
    /// Tokens that are (part of) a label met exactly.
    known: Vec<bool>,
    /// Tokens at which the values begin of a row whose label stands right before them and whose count fits.
    told: Vec<bool>,
    /// For each token whether its text is a piece of some label of the form, once that was asked.
    of_the_form: Vec<OnceCell<bool>>,
}

impl Search<'_> {
    /// Labels of the form that one or more tokens from here are together.
    fn exact(&self, start: usize) -> Vec<Label> {
        let mut labels = Vec::new();
        let mut text = String::new();
        for end in start..self.tokens.len().min(start + LONGEST_CONCATENATION) {
            let token = &self.tokens[end];
            if token.kind != Kind::Text {
                break;
            }
            text.push_str(&token.folded);
            if text.len() > 4 * (self.items.longest + 2) {
                break;
            }
            let unnumbered = token.unnumbered.as_deref().filter(|_| end == start);
            let (own, longer) = self.items.search(&text);
            let whole = own.iter().map(|(item, fit)| (*item, *fit == Fit::Exact));
            let bare = unnumbered.map(|text| self.items.lookup(text)).unwrap_or_default();
            let all = whole.chain(bare.iter().map(|(item, _)| (*item, false)));
            labels.extend(all.map(|(item, exact)| Label {
                item,
                tokens: start..end + 1,
                met: if exact { Met::Exact } else { Met::Unnumbered },
            }));
            if !longer {
                break;
            }
        }
        labels
    }

    /// `一、总体情况：……`, a heading with text after it in one line.
    fn leading(&mut self, start: usize) {
        let token = &self.tokens[start];
        if self.known[start] || !matches!(token.kind, Kind::Prose | Kind::Text) || token.position.is_some() {
            return;
        }
        let Some(numbered) = crate::numbered::numbered(token.raw) else { return };
        let head: String = numbered.rest.chars().take(self.items.longest + 4).collect();
        let folded = crate::fold::fold(&head);
        let leads = |item: &Item| {
            matches!(item.kind, ItemKind::Section(_))
                && item.wordings.iter().any(|wording| {
                    // The heading must end where a sentence may begin.
                    folded
                        .strip_prefix(wording.as_str())
                        .is_some_and(|rest| rest.is_empty() || breaks_after(&head, wording))
                })
        };
        let leading: Vec<usize> =
            self.items.sequence.iter().enumerate().filter(|(_, item)| leads(item)).map(|(number, _)| number).collect();
        for item in leading {
            self.label(item, start..start + 1, Met::Leading, 0.0);
        }
    }

    /// A misspelt label.
    fn alike(&mut self, start: usize) {
        let token = &self.tokens[start];
        if self.known[start] || token.kind != Kind::Text {
            return;
        }
        let folded = Spelling::new(&token.folded);
        for (number, item) in self.items.sequence.iter().enumerate() {
            let Some(likeness) = best_likeness(item, &folded) else { continue };
            self.label(number, start..start + 1, Met::Alike, 2.0 * (1.0 - likeness));
        }
    }

    /// Adds the readings of a label: alone, and with the values that follow it.
    fn label(&mut self, item: usize, label: Range<usize>, met: Met, extra: f32) {
        let expected = self.items.sequence[item].slots.len();
        let cost = met.cost() + extra;
        let kind = self.items.sequence[item].kind;
        if matches!(kind, ItemKind::Section(_)) && self.tokens[label.start].raw.trim_start().starts_with(['（', '(']) {
            // Numbers in brackets are those of parts within a section.
            return;
        }
        if expected == 0 || kind == ItemKind::Group {
            self.push(item, label.clone(), label.end..label.end, met, cost);
        }
        if expected == 0 {
            return;
        }
        let run = self.run_after(&label, expected);
        // Another label of the form between a label and values: they are that one's.
        let run = if run.is_empty() || self.tokens[run.start].kind != Kind::Text {
            run
        } else {
            self.without_text(&run, kind)
        };
        let charge = if kind == ItemKind::Group { 0.3 } else { 0.0 };
        if run.is_empty() {
            if kind != ItemKind::Group {
                self.push(item, label.clone(), run, met, cost + 0.8);
            }
            return;
        }
        for end in self.ends(&run, expected) {
            let misfit = self.misfit(&(run.start..end), expected);
            self.push(item, label.start..end, run.start..end, met, cost + charge + misfit);
        }
    }

    /// Values that begin with text: of a row whose first cell holds no number, unless the text is a label or the label
    /// before it is a group's.
    fn without_text(&self, run: &Range<usize>, kind: ItemKind) -> Range<usize> {
        let label = self.known[run.start] || self.is_of_the_form(run.start..run.start + 1);
        if label || kind == ItemKind::Group { run.start..run.start } else { run.clone() }
    }

    fn push(&mut self, item: usize, span: Range<usize>, values: Range<usize>, met: Met, cost: f32) {
        let row = self.items.sequence[item].kind == ItemKind::Row;
        if row && met == Met::Exact && cost == 0.0 && !values.is_empty() && values.start > span.start {
            self.told[values.start] = true;
        }
        self.found.push(Candidate { item, span, values, met, cost });
    }

    /// The values after a label: to the end of its row where rows are known, else as long as values follow, one
    /// piece of text among them allowed where the count then fits.
    fn run_after(&self, label: &Range<usize>, expected: usize) -> Range<usize> {
        let row = self.tokens[label.start].position.filter(|position| position.row.is_some());
        let end = match row {
            Some(row) => self.row_end(label.end, row.grid, row.row),
            None => self.stream_end(label.end, expected),
        };
        if row.is_some() && !self.tokens[label.end..end].iter().any(|token| token.kind != Kind::Text) {
            return label.end..label.end;
        }
        label.end..end
    }

    fn row_end(&self, start: usize, grid: u32, row: Option<u32>) -> usize {
        let inside =
            |token: &Token<'_>| token.position.is_some_and(|position| position.grid == grid && position.row == row);
        start + self.tokens[start..].iter().take_while(|token| inside(token)).count()
    }

    fn plain_end(&self, start: usize) -> usize {
        start + self.tokens[start..].iter().take_while(|token| matches!(token.kind, Kind::Value | Kind::Blank)).count()
    }

    fn stream_end(&self, start: usize, expected: usize) -> usize {
        let end = self.plain_end(start);
        let junk = end < self.tokens.len() && self.tokens[end].kind == Kind::Text && !self.is_of_the_form(end..end + 1);
        if end > start && end - start < expected && junk {
            let further = self.plain_end(end + 1);
            if further - start == expected {
                return further;
            }
        }
        end
    }

    /// Where a row's values may end: with the run, or, where rows are not known, after the expected count if the next
    /// rows have no label.
    fn ends(&self, run: &Range<usize>, expected: usize) -> Vec<usize> {
        let mut ends = vec![run.end];
        let exact = run.start + expected;
        let may_go_on = self.row_of(run.start).is_none() && run.len() >= 2 * expected;
        if may_go_on && self.tokens[exact..run.end].iter().any(|token| token.kind == Kind::Value) {
            ends.push(exact);
        }
        ends
    }

    /// What a wrong number of values costs; blanks at the end only pad merged cells.
    fn misfit(&self, run: &Range<usize>, expected: usize) -> f32 {
        let trailing = self.tokens[run.clone()].iter().rev().take_while(|token| token.kind == Kind::Blank).count();
        let count = run.len();
        if count >= expected && count - trailing.min(count - expected) == expected {
            return 0.0;
        }
        #[expect(clippy::cast_precision_loss, reason = "rows are short")]
        let distance = (count - trailing).abs_diff(expected) as f32;
        0.4 + 0.1 * distance.min(20.0)
    }

    // ---- runs of values whose label is broken or absent ----

    fn value_runs(&mut self) {
        let mut start = 0;
        while start < self.tokens.len() {
            if let Some(row) = self.row_with_words(start) {
                self.unlabelled_with_words(&row);
            }
            if self.tokens[start].kind != Kind::Value && self.tokens[start].kind != Kind::Blank {
                start += 1;
                continue;
            }
            let end = self.run_of_row(start);
            if self.tokens[start..end].iter().any(|token| token.kind == Kind::Value) {
                let told = self.told[start];
                if !told {
                    self.broken_label(&(start..end));
                }
                self.unlabelled(&(start..end), told);
            } else if self.row_of(start).is_some() {
                self.empty_row(&(start..end));
            }
            start = end;
        }
    }

    /// The run of values that begins here, within one row where rows are known.
    fn run_of_row(&self, start: usize) -> usize {
        let row = self.row_of(start);
        let same =
            |token: &usize| matches!(self.tokens[*token].kind, Kind::Value | Kind::Blank) && self.row_of(*token) == row;
        start + (start..self.tokens.len()).take_while(same).count()
    }

    /// A label printed in pieces before and after its values, other text between.
    fn broken_label(&mut self, run: &Range<usize>) {
        let text = |position: &usize| self.tokens[*position].kind == Kind::Text;
        let first = (run.start.saturating_sub(WINDOW)..run.start).rev().take_while(text).last().unwrap_or(run.start);
        let last =
            (run.end..self.tokens.len().min(run.end + WINDOW)).take_while(text).last().map_or(run.end, |l| l + 1);
        if first == run.start && last == run.end {
            return;
        }
        for number in 0..self.items.sequence.len() {
            let item = &self.items.sequence[number];
            let expected = item.slots.len();
            if !matches!(item.kind, ItemKind::Row | ItemKind::Group) || expected == 0 {
                continue;
            }
            let Some((covered, span)) = self.cover(item, first..last, run) else { continue };
            // A label begins before its values, in their row where rows are known.
            let begins_before = span.start < run.start && self.row_of(span.start) == self.row_of(run.start);
            if !begins_before || !self.is_of_the_form(span.start..run.start) {
                continue;
            }
            let noise = span.len() - run.len();
            #[expect(clippy::cast_precision_loss, reason = "windows are short")]
            let cost = Met::Broken.cost() + 2.0 * (1.0 - covered) + 0.02 * noise as f32 + self.misfit(run, expected);
            self.push(number, span, run.clone(), Met::Broken, cost);
        }
    }

    /// Whether every text before the values is a piece of some label of the form: words of another row stand in no
    /// broken label.
    fn is_of_the_form(&self, mut before: Range<usize>) -> bool {
        before.all(|token| *self.of_the_form[token].get_or_init(|| self.is_piece(&self.tokens[token])))
    }

    fn is_piece(&self, token: &Token<'_>) -> bool {
        self.items.sequence.iter().any(|item| {
            let mut wordings = item.wordings.iter().zip(&item.filters);
            wordings.any(|(wording, filter)| token.filter & !filter == 0 && wording.contains(&token.folded))
        })
    }

    /// How much of a label the pieces of a window cover in order, and from where to where: the chain of pieces, each
    /// after the one before it in the window and in the label, that covers most.
    fn cover(&self, item: &Item, window: Range<usize>, run: &Range<usize>) -> Option<(f32, Range<usize>)> {
        let (label, filter) = (item.wordings.first()?, item.filters.first()?);
        let mut chains: Vec<Chain> = Vec::new();
        for token in window.filter(|position| !run.contains(position)) {
            let piece = self.tokens[token].folded.as_str();
            if piece.is_empty() || self.tokens[token].filter & !filter != 0 {
                continue;
            }
            for (place, _) in label.match_indices(piece) {
                let before = chains.iter().filter(|chain| chain.end <= place && chain.last < token);
                let best = before.max_by_key(|chain| chain.covered);
                let (first, covered) = best.map_or((token, 0), |chain| (chain.first, chain.covered));
                chains.push(Chain { first, last: token, end: place + piece.len(), covered: covered + piece.len() });
            }
        }
        let best = chains.into_iter().max_by_key(|chain| chain.covered)?;
        #[expect(clippy::cast_precision_loss, reason = "labels are short")]
        let share = best.covered as f32 / label.len() as f32;
        (share >= 0.7).then_some((share, best.first.min(run.start)..run.end.max(best.last + 1)))
    }

    /// A row that the form prints without a label, not filled in.
    fn empty_row(&mut self, run: &Range<usize>) {
        for number in 0..self.items.sequence.len() {
            let item = &self.items.sequence[number];
            if item.kind == ItemKind::Row && item.wordings.is_empty() && item.slots.len() == run.len() {
                self.push(number, run.clone(), run.clone(), Met::Exact, 0.0);
            }
        }
    }

    /// A row known by its place alone: one that the form prints without a label, or one whose label is lost.
    fn unlabelled(&mut self, run: &Range<usize>, told: bool) {
        let own_text = self.row_has_text(run.start);
        for number in 0..self.items.sequence.len() {
            let item = &self.items.sequence[number];
            let expected = item.slots.len();
            if item.kind != ItemKind::Row || expected == 0 {
                continue;
            }
            if item.wordings.is_empty() {
                if 2 * run.len() >= expected {
                    let misfit = self.misfit(run, expected);
                    self.push(number, run.clone(), run.clone(), Met::Exact, misfit);
                }
                continue;
            }
            if told {
                continue;
            }
            let mut start = if own_text { run.start + expected } else { run.start };
            let whole = self.row_of(run.start).is_some();
            while start + expected <= run.end {
                let end = start + expected;
                let last = whole || run.end < end + expected;
                let values = start..if last { run.end } else { end };
                let misfit = self.misfit(&values, expected);
                self.push(number, values.clone(), values.clone(), Met::Unlabelled, Met::Unlabelled.cost() + misfit);
                start = values.end;
            }
        }
    }

    /// The whole row that begins here, where it holds values and among them some words that are no label: cells with
    /// words in place of numbers.
    fn row_with_words(&self, start: usize) -> Option<Range<usize>> {
        let row = self.row_of(start)?;
        if start.checked_sub(1).is_some_and(|before| self.row_of(before) == Some(row)) {
            return None;
        }
        let end = self.row_end(start, row.0, Some(row.1));
        let is_words = |token: &usize| matches!(self.tokens[*token].kind, Kind::Text | Kind::Prose);
        let mut words = (start..end).filter(is_words).peekable();
        let is_none = words.peek().is_none();
        let labels = words.any(|token| self.known[token] || self.is_of_the_form(token..token + 1));
        (!is_none && !labels).then_some(start..end)
    }

    /// A row that the form prints without a label, with words in some of its cells.
    fn unlabelled_with_words(&mut self, row: &Range<usize>) {
        let words = self.tokens[row.clone()].iter().filter(|token| !matches!(token.kind, Kind::Value | Kind::Blank));
        let words = words.count();
        for number in 0..self.items.sequence.len() {
            let item = &self.items.sequence[number];
            let is_bare = item.kind == ItemKind::Row && item.wordings.is_empty();
            if is_bare && item.slots.len() == row.len() && 2 * words < row.len() {
                self.push(number, row.clone(), row.clone(), Met::Exact, 0.1);
            }
        }
    }

    /// Whether text stands before the values in their row: then the row has a label of its own.
    fn row_has_text(&self, start: usize) -> bool {
        let before = start.checked_sub(1).filter(|before| self.tokens[*before].kind == Kind::Text);
        before.is_some_and(|before| self.row_of(before) == self.row_of(start))
    }

    /// Grid and row of a token, where the ends of rows are known.
    fn row_of(&self, token: usize) -> Option<(u32, u32)> {
        self.tokens[token].position.and_then(|position| Some((position.grid, position.row?)))
    }
}

/// Whether the text goes on with a mark or a blank after a heading's wording.
fn breaks_after(head: &str, wording: &str) -> bool {
    let mut rest = wording.chars().peekable();
    for character in head.chars() {
        match rest.peek() {
            None => return !character.is_alphanumeric(),
            Some(_) if crate::fold::fold(&character.to_string()).is_empty() => {}
            Some(_) => {
                rest.next();
            }
        }
    }
    false
}

fn best_likeness(item: &Item, folded: &Spelling) -> Option<f32> {
    let all = item.spellings.iter().map(|spelling| likeness(spelling, folded, FLOOR));
    all.filter(|likeness| *likeness > 0.0).max_by(f32::total_cmp)
}
