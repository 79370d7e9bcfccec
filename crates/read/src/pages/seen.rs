//! Text that an OCR program saw on a picture of a page, put where it stands.
use gouji_model::PRINTED_UNREADABLE;

use super::geometry::Rect;
use super::page::{DEPTH, HEIGHT, Page, Picture, Run, Segment};
use super::shapes::Path;
use crate::Limits;
use crate::scans::{Seen, SeenBox};

/// Confidence below which a figure is unreadable and other text is named in a note.
const SURE: f64 = 0.8;
/// How far a box may reach over a line of a table, as a share of its height.
const OVER: f64 = 0.5;

/// What a page has from an OCR program.
#[derive(Debug, Default)]
pub(crate) struct Sighted {
    /// It has text from such a program.
    pub(crate) any: bool,
    /// Places and texts of which the program is not sure, or which lie across lines.
    pub(crate) doubtful: Vec<(Rect, String)>,
}

impl Page {
    /// Puts what was seen on one of the pictures in its place.
    pub(crate) fn see(&mut self, picture: usize, seen: &Seen, limits: &Limits) {
        let Some(place) = self.pictures.get_mut(picture) else { return };
        let written = |seen: &&SeenBox| !seen.text.trim().is_empty();
        if !seen.boxes.iter().any(|seen| written(&seen)) {
            return;
        }
        place.seen = true;
        let place = place.clone();
        // From pixels to the unit square of the picture, which stands on its foot, and so to the page.
        let point = |x: f64, y: f64| place.matrix.point((x / seen.width, 1.0 - y / seen.height));
        let mut path = Path::default();
        for [x0, y0, x1, y1] in &seen.lines {
            path.move_to(point(*x0, *y0));
            path.line_to(point(*x1, *y1));
        }
        path.stroke(self);
        self.limit_segments(limits.pdf_segments);
        self.sighted.any = true;
        for seen in seen.boxes.iter().filter(written) {
            let [left, top, right, bottom] = seen.rectangle;
            let rect = Rect::around([point(left, top), point(right, bottom)]);
            self.put_seen(seen, rect, is_turned(&place));
        }
    }

    fn put_seen(&mut self, seen: &SeenBox, rect: Rect, turned: bool) {
        let text = seen.text.trim();
        let vertical = !turned && text.chars().count() > 1 && rect.height() > 1.5 * rect.width();
        let size = if vertical || turned { rect.width().min(rect.height()) } else { rect.height() } / (HEIGHT + DEPTH);
        let across = !vertical && self.vertical.iter().any(|line| crosses(line, &rect));
        let doubtful = across || seen.confidence < SURE;
        // A figure that is wrong would be counted; a word that is wrong is known by what stands around it.
        let figures = if across { text.contains(|c: char| c.is_ascii_digit()) } else { is_figure(text) };
        let text = if doubtful && figures {
            let (before, behind) = PRINTED_UNREADABLE;
            format!("{before}{text}{behind}")
        } else {
            text.to_owned()
        };
        if doubtful {
            self.sighted.doubtful.push((rect, seen.text.trim().to_owned()));
        }
        self.runs.push(Run { text, rect, size, spaced: false, upright: !vertical && !turned });
    }
}

/// Whether a picture is shown on its side.
fn is_turned(picture: &Picture) -> bool {
    let [right_x, right_y, ..] = picture.matrix.0;
    right_y.abs() > right_x.abs()
}

/// Whether a vertical line goes through a box, and not just along its edge.
fn crosses(line: &Segment, rect: &Rect) -> bool {
    let (_, middle) = rect.centre();
    let over = OVER * rect.height();
    (line.from..=line.to).contains(&middle) && line.at > rect.left + over && line.at < rect.right - over
}

/// Whether a text may be a number, or a sign that stands for none.
fn is_figure(text: &str) -> bool {
    let sign = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,，。-—－/／%".contains(c);
    text.chars().all(sign)
}
