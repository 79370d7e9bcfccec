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

/// All stray rows; only a label in the form's own wording counts.
pub(crate) fn strays(items: &Items, tokens: &[Token<'_>], taken: &[bool], found: &[Row]) -> Vec<Stray> {
    let free = (0..tokens.len()).filter(|token| tokens[*token].kind == Kind::Text && !taken[*token]);
    free.filter_map(|label| stray(items, tokens, taken, found, label)).collect()
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
