//! Rows that the alignment did not use: printed a second time, or out of the form's order.
use crate::items::{Fit, Items, Kind as ItemKind};
use crate::rows::Row;
use crate::tokens::{Kind, Token};

/// A label of the form with its values, at a place where the alignment did not expect it.
pub(crate) struct Stray {
    /// Its item.
    pub(crate) item: usize,
    /// The token of its label.
    pub(crate) label: usize,
    /// As many values as the item has cells.
    pub(crate) values: Vec<usize>,
    /// Position among the rows found of the same item, where it was found elsewhere too.
    pub(crate) again: Option<usize>,
}

/// All stray rows: those with a label in the form's own wording, and runs of as many values as the one row of a table
/// without labels has.
pub(crate) fn strays(items: &Items, tokens: &[Token<'_>], taken: &[bool], found: &[Row]) -> Vec<Stray> {
    let free = (0..tokens.len()).filter(|token| tokens[*token].kind == Kind::Text && !taken[*token]);
    let mut strays: Vec<Stray> = free.filter_map(|label| stray(items, tokens, taken, found, label)).collect();
    for (again, row) in found.iter().enumerate().filter(|(_, row)| items.sequence[row.item].wordings.is_empty()) {
        let count = items.sequence[row.item].slots.len();
        let runs = free_runs(tokens, taken).into_iter().filter(|run| run.len() == count);
        strays.extend(runs.map(|values| Stray { item: row.item, label: values[0], values, again: Some(again) }));
    }
    strays
}

/// Runs of values that nothing took, at least half of them not empty.
fn free_runs(tokens: &[Token<'_>], taken: &[bool]) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let row = |token: usize| tokens[token].position.map(|position| (position.grid, position.row));
    for token in
        (0..tokens.len()).filter(|token| matches!(tokens[*token].kind, Kind::Value | Kind::Blank) && !taken[*token])
    {
        match runs.last_mut() {
            Some(run) if run.last() == Some(&(token.wrapping_sub(1))) && row(run[0]) == row(token) => run.push(token),
            _ => runs.push(vec![token]),
        }
    }
    let filled =
        |run: &Vec<usize>| 2 * run.iter().filter(|token| tokens[**token].kind == Kind::Value).count() >= run.len();
    runs.retain(filled);
    runs
}

fn stray(items: &Items, tokens: &[Token<'_>], taken: &[bool], found: &[Row], label: usize) -> Option<Stray> {
    let exact = items.lookup(&tokens[label].folded).iter().filter(|(_, fit)| *fit == Fit::Exact).map(|(item, _)| *item);
    let rows: Vec<usize> = exact.filter(|item| items.sequence[*item].kind == ItemKind::Row).collect();
    // A label that several rows have tells none of them.
    let [item] = rows.as_slice() else { return None };
    let count = items.sequence[*item].slots.len();
    let row = |token: usize| tokens[token].position.and_then(|position| Some((position.grid, position.row?)));
    let follows = |token: &usize| {
        let value = matches!(tokens[*token].kind, Kind::Value | Kind::Blank);
        value && !taken[*token] && row(*token) == row(label)
    };
    let values: Vec<usize> = (label + 1..tokens.len()).take_while(follows).collect();
    let fits = values.len() >= count && values[count..].iter().all(|token| tokens[*token].kind == Kind::Blank);
    let again = found.iter().position(|row| row.item == *item);
    fits.then(|| Stray { item: *item, label, values: values[..count].to_vec(), again })
}
