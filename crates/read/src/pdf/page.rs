//! What stands on a page.
use super::geometry::Rect;

/// Characters shown together, without a gap between them.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) text: String,
    /// From the left end to the right end, and from the height of the font to its depth.
    pub(super) rect: Rect,
    /// Size of the font.
    pub(super) size: f64,
    /// A blank was printed before it.
    pub(super) spaced: bool,
    /// Written from left to right; else from top to bottom or askew.
    pub(super) upright: bool,
}

impl Run {
    /// Where the characters stand.
    pub(super) fn baseline(&self) -> f64 {
        self.rect.bottom - DEPTH * self.size
    }
}

/// Depth of a font below the baseline, as a share of its size.
pub(super) const DEPTH: f64 = 0.12;
/// Height of a font above the baseline.
pub(super) const HEIGHT: f64 = 0.8;

/// A horizontal or vertical line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Segment {
    /// Its place across: y of a horizontal one, x of a vertical one.
    pub(super) at: f64,
    /// Where it begins and ends along itself.
    pub(super) from: f64,
    pub(super) to: f64,
}

/// What stands on a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Number from 1.
    pub(super) number: u32,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) runs: Vec<Run>,
    pub(super) horizontal: Vec<Segment>,
    pub(super) vertical: Vec<Segment>,
    pub(super) pictures: Vec<Rect>,
    /// Characters of which the file does not say what they are.
    pub(super) unknown: usize,
    /// Characters that are not seen, as under a scan.
    pub(super) hidden: usize,
    /// There were more lines and edges than allowed; all of them are left out.
    pub(super) drawing: bool,
}

impl Page {
    /// The whole page.
    pub(super) fn rect(&self) -> Rect {
        Rect { left: 0.0, top: 0.0, right: self.width, bottom: self.height }
    }
}
