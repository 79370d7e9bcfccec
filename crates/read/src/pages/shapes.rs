//! Paths as ruling lines: stroked lines, thin filled areas and the edges of stroked rectangles.
use super::geometry::{Matrix, Rect};
use super::page::{Page, Segment};

/// Areas up to this thickness are lines.
const THIN: f64 = 3.0;
/// How far the ends of a line may differ across, as a share of its length and at least in points.
const SLANT: f64 = 0.01;
const LEAST_SLANT: f64 = 0.4;

/// A path as it is built, in the coordinates of the page.
#[derive(Default)]
pub(crate) struct Path {
    parts: Vec<Part>,
}

#[derive(Default)]
struct Part {
    points: Vec<(f64, f64)>,
    closed: bool,
    /// Has a curve in it.
    curved: bool,
}

impl Path {
    pub(crate) fn move_to(&mut self, point: (f64, f64)) {
        self.parts.push(Part { points: vec![point], ..Part::default() });
    }

    pub(crate) fn line_to(&mut self, point: (f64, f64)) {
        match self.parts.last_mut() {
            Some(part) if !part.closed => part.points.push(point),
            Some(part) => {
                let start = part.points.first().copied().unwrap_or(point);
                self.parts.push(Part { points: vec![start, point], ..Part::default() });
            }
            None => self.move_to(point),
        }
    }

    /// A curve; only where it ends matters.
    pub(crate) fn curve_to(&mut self, point: (f64, f64)) {
        self.line_to(point);
        if let Some(part) = self.parts.last_mut() {
            part.curved = true;
        }
    }

    pub(crate) fn close(&mut self) {
        if let Some(part) = self.parts.last_mut() {
            part.closed = true;
        }
    }

    pub(crate) fn rectangle(&mut self, matrix: &Matrix, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
        let points = corners.iter().map(|corner| matrix.point(*corner)).collect();
        self.parts.push(Part { points, closed: true, curved: false });
    }

    pub(crate) fn clear(&mut self) {
        self.parts.clear();
    }

    /// Adds the lines of a stroked path.
    pub(crate) fn stroke(&self, page: &mut Page) {
        for part in &self.parts {
            if part.curved {
                continue;
            }
            for pair in part.points.windows(2) {
                line(page, pair[0], pair[1]);
            }
            if let (true, [first, .., last]) = (part.closed, &part.points[..]) {
                line(page, *last, *first);
            }
        }
    }

    /// Adds the thin areas of a filled path.
    pub(crate) fn fill(&self, page: &mut Page) {
        for part in self.parts.iter().filter(|part| !part.curved && part.points.len() <= 6) {
            let rect = Rect::around(part.points.iter().copied());
            let (x, y) = rect.centre();
            if rect.height() <= THIN {
                page.horizontal.push(Segment { at: y, from: rect.left, to: rect.right });
            }
            // A dot of a dotted line, or the corner that Word draws where lines meet, may belong to either.
            if rect.width() <= THIN {
                page.vertical.push(Segment { at: x, from: rect.top, to: rect.bottom });
            }
        }
    }
}

fn line(page: &mut Page, from: (f64, f64), to: (f64, f64)) {
    let (wide, high) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
    let slant = |length: f64| (length * SLANT).max(LEAST_SLANT);
    if high <= slant(wide) && wide > high {
        let at = f64::midpoint(from.1, to.1);
        page.horizontal.push(Segment { at, from: from.0.min(to.0), to: from.0.max(to.0) });
    } else if wide <= slant(high) && high > 0.0 {
        let at = f64::midpoint(from.0, to.0);
        page.vertical.push(Segment { at, from: from.1.min(to.1), to: from.1.max(to.1) });
    }
}

/// Whether a colour of one, three or four components is white.
pub(crate) fn is_white(components: &[f64]) -> bool {
    match components {
        [_] | [_, _, _] => components.iter().all(|share| *share >= 0.99),
        [_, _, _, _] => components.iter().all(|share| *share <= 0.01),
        _ => false,
    }
}
