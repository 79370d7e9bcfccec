//! Puts characters together as runs, cut where there is a gap.
use super::geometry::Rect;
use super::page::{Page, Run};

/// A gap between characters that cuts a run, in sizes of the font.
const GAP: f64 = 0.3;

/// A character as it is shown on a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph<'a> {
    /// What it stands for: usually one character; U+FFFD where the file does not say.
    pub(crate) text: &'a str,
    /// From its left end to its right end, and from the height of the font to its depth.
    pub(crate) rect: Rect,
    /// Size of the font on the page.
    pub(crate) size: f64,
    /// Written from left to right.
    pub(crate) upright: bool,
    /// It is not seen, as under a scan.
    pub(crate) hidden: bool,
}

/// The run that is being written.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    run: Option<Run>,
    /// A blank was shown after the last run.
    blank: bool,
}

impl Writer {
    /// Writes a character. One that is not on the page is not shown.
    pub(crate) fn put(&mut self, page: &mut Page, glyph: Glyph<'_>) {
        let Glyph { text, rect, size, upright, hidden } = glyph;
        if text.chars().all(|letter| letter.is_whitespace() || letter == '\0') {
            self.end(page);
            self.blank = true;
            return;
        }
        if !rect.is_finite() || !page.rect().holds(rect.centre()) {
            return;
        }
        page.hidden += usize::from(hidden);
        page.unknown += text.matches('\u{fffd}').count();
        match &mut self.run {
            Some(run) if !self.blank && goes_on(run, &rect, size, upright) => {
                run.text.push_str(text);
                run.rect = run.rect.with(rect);
            }
            _ => {
                let spaced = std::mem::take(&mut self.blank);
                self.end(page);
                self.run = Some(Run { text: text.to_owned(), rect, size, spaced, upright });
            }
        }
    }

    /// Ends the run.
    pub(crate) fn end(&mut self, page: &mut Page) {
        page.runs.extend(self.run.take());
    }
}

/// Whether a character follows a run without a gap; what is not upright is put together as it comes.
fn goes_on(run: &Run, next: &Rect, size: f64, upright: bool) -> bool {
    if run.upright != upright || (run.size - size).abs() > 0.1 * size {
        return false;
    }
    let gap = if upright { next.left - run.rect.right } else { distance(&run.rect, next) };
    gap < GAP * size && (!upright || gap > -GAP * size)
}

/// How far two rectangles are apart.
fn distance(one: &Rect, other: &Rect) -> f64 {
    let across = (other.left - one.right).max(one.left - other.right).max(0.0);
    let down = (other.top - one.bottom).max(one.top - other.bottom).max(0.0);
    across.max(down)
}
