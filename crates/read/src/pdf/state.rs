//! The state that page descriptions change as they are carried out.
use std::rc::Rc;

use super::fonts::Font;
use crate::pages::Matrix;

/// The graphics state; `q` keeps it, `Q` brings it back.
#[derive(Clone)]
pub(super) struct State<'a> {
    /// From the coordinates of the description to the page.
    pub(super) matrix: Matrix,
    pub(super) font: Option<Rc<Font<'a>>>,
    pub(super) size: f64,
    pub(super) character_space: f64,
    pub(super) word_space: f64,
    /// Horizontal scaling, 1 for none.
    pub(super) scale: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    /// Text is not seen.
    pub(super) hidden: bool,
    /// What is filled, or stroked, is white and so not seen.
    pub(super) white_fill: bool,
    pub(super) white_stroke: bool,
}

impl State<'_> {
    /// The state at the beginning of a page.
    pub(super) fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            hidden: false,
            white_fill: false,
            white_stroke: false,
        }
    }
}

/// Where text is written: begins anew with each text object.
#[derive(Clone, Copy)]
pub(super) struct Pen {
    /// Of the line.
    pub(super) line: Matrix,
    /// Of the next character.
    pub(super) at: Matrix,
}

impl Pen {
    /// At the origin.
    pub(super) const START: Self = Self { line: Matrix::IDENTITY, at: Matrix::IDENTITY };

    /// Sets the place of the line.
    pub(super) fn set(&mut self, matrix: Matrix) {
        *self = Self { line: matrix, at: matrix };
    }

    /// Goes to another line.
    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.set(self.line.shifted(x, y));
    }
}
