//! From Rhai's line and column to the bytes of the word, bracket or operator there.
use std::ops::Range;

use rhai::Position;

/// The token at a position. At a dot it is the name after it, at an opening bracket what is in the brackets.
pub(crate) fn at(text: &str, position: Position) -> Option<Range<usize>> {
    let start = offset(text, position)?;
    let rest = &text[start..];
    let Some(first) = rest.chars().next() else { return Some(start..start) };
    let length = match first {
        '.' => {
            let skipped = 1 + leading(&rest[1..], char::is_whitespace);
            let name = leading(&rest[skipped..], is_name);
            return Some(start + skipped..start + skipped + name);
        }
        '[' => {
            let inner = leading(&rest[1..], |char| !matches!(char, ']' | '\n'));
            return Some(start + 1..start + 1 + inner);
        }
        '"' => 2 + leading(&rest[1..], |char| !matches!(char, '"' | '\n')),
        first if is_name(first) => leading(rest, is_name),
        first if is_operator(first) => leading(rest, is_operator),
        first => first.len_utf8(),
    };
    Some(start..(start + length).min(text.len()))
}

/// A symbol at a position, where it is what stands there; else what [`at`] finds.
pub(crate) fn of(text: &str, position: Position, symbol: &str) -> Option<Range<usize>> {
    let start = offset(text, position)?;
    if text[start..].starts_with(symbol) { Some(start..start + symbol.len()) } else { at(text, position) }
}

/// Byte offset of a position.
fn offset(text: &str, position: Position) -> Option<usize> {
    let line = position.line()?;
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let column = position.position().unwrap_or(1) - 1;
    let rest = text.get(start..)?;
    Some(start + rest.char_indices().nth(column).map_or(rest.len(), |(offset, _)| offset))
}

fn leading(text: &str, accept: impl Fn(char) -> bool) -> usize {
    text.find(|char| !accept(char)).unwrap_or(text.len())
}

fn is_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

fn is_operator(char: char) -> bool {
    matches!(char, '+' | '-' | '*' | '/' | '%' | '=' | '!' | '<' | '>' | '&' | '|' | '^' | '?' | ':' | '~')
}
