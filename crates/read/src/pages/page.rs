//! What stands on a page.
use super::geometry::{Matrix, Rect};
use super::seen::Sighted;

/// Characters shown together, without a gap between them.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) text: String,
    /// From the left end to the right end, and from the height of the font to its depth.
    pub(crate) rect: Rect,
    /// Size of the font.
    pub(crate) size: f64,
    /// A blank was printed before it.
    pub(crate) spaced: bool,
    /// Written from left to right; else from top to bottom or askew.
    pub(crate) upright: bool,
}

impl Run {
    /// Where the characters stand.
    pub(crate) fn baseline(&self) -> f64 {
        self.rect.bottom - DEPTH * self.size
    }
}

/// Depth of a font below the baseline, as a share of its size.
pub(crate) const DEPTH: f64 = 0.12;
/// Height of a font above the baseline.
pub(crate) const HEIGHT: f64 = 0.8;

/// A horizontal or vertical line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Segment {
    /// Its place across: y of a horizontal one, x of a vertical one.
    pub(crate) at: f64,
    /// Where it begins and ends along itself.
    pub(crate) from: f64,
    pub(crate) to: f64,
}

/// A picture on a page.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    pub(crate) rect: Rect,
    /// From the unit square, in which the picture stands on its foot, to the page.
    pub(crate) matrix: Matrix,
    /// Its number among the images that the reader keeps, where it keeps this one.
    pub(crate) image: Option<usize>,
    /// What it shows was read by an OCR program.
    pub(crate) seen: bool,
}

/// What stands on a page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Number from 1.
    pub(crate) number: u32,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) runs: Vec<Run>,
    pub(crate) horizontal: Vec<Segment>,
    pub(crate) vertical: Vec<Segment>,
    pub(crate) pictures: Vec<Picture>,
    /// What an OCR program saw on the pictures.
    pub(crate) sighted: Sighted,
    /// Characters of which the file does not say what they are.
    pub(crate) unknown: usize,
    /// Characters that are not seen, as under a scan.
    pub(crate) hidden: usize,
    /// There were more lines and edges than allowed; all of them are left out.
    pub(crate) drawing: bool,
}

impl Page {
    /// The whole page.
    pub(crate) fn rect(&self) -> Rect {
        Rect { left: 0.0, top: 0.0, right: self.width, bottom: self.height }
    }

    /// Characters of its text.
    pub(crate) fn characters(&self) -> usize {
        self.runs.iter().map(|run| run.text.chars().count()).sum()
    }

    /// Leaves out all lines and edges if there are more than these: they are a drawing.
    pub(crate) fn limit_segments(&mut self, most: usize) {
        if self.horizontal.len() + self.vertical.len() > most {
            self.drawing = true;
            self.horizontal.clear();
            self.vertical.clear();
        }
    }
}
