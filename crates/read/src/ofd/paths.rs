//! Paths in their short form (GB/T 33190-2016, 9.1): an operator and its points.
use super::numbers::number;
use crate::pages::{Matrix, Path};

/// Adds a path, up to a number of points; whether that was all of it.
pub(super) fn add(path: &mut Path, text: &str, matrix: &Matrix, most: usize) -> bool {
    let mut words = Words { rest: text };
    for _ in 0..most {
        let Some(operator) = words.operator() else { return true };
        let operands = match operator {
            'S' | 'M' | 'L' => 2,
            'Q' => 4,
            'B' => 6,
            'A' => 7,
            'C' | 'Z' => 0,
            _ => return true,
        };
        let mut last = (0.0, 0.0);
        for _ in 0..operands {
            let Some(value) = words.number() else { return true };
            last = (last.1, value);
        }
        let point = matrix.point(last);
        match operator {
            'S' | 'M' => path.move_to(point),
            'L' => path.line_to(point),
            'C' | 'Z' => path.close(),
            _ => path.curve_to(point),
        }
    }
    false
}

/// The words of a path; an operator may stand at its first number.
struct Words<'a> {
    rest: &'a str,
}

impl<'a> Words<'a> {
    fn operator(&mut self) -> Option<char> {
        self.pass_blanks();
        let operator = self.rest.chars().next()?;
        self.rest = &self.rest[operator.len_utf8()..];
        Some(operator.to_ascii_uppercase())
    }

    fn number(&mut self) -> Option<f64> {
        self.pass_blanks();
        let part = |character: char| character.is_ascii_digit() || "+-.eE".contains(character);
        let end = self.rest.find(|character| !part(character)).unwrap_or(self.rest.len());
        let (word, rest): (&'a str, &'a str) = self.rest.split_at(end);
        self.rest = rest;
        number(word)
    }

    fn pass_blanks(&mut self) {
        self.rest = self.rest.trim_start_matches(|character: char| character.is_ascii_whitespace() || character == ',');
    }
}
