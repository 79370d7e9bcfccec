//! Runs as lines of text.
use super::geometry::Rect;
use super::page::Run;

/// Runs whose middles differ by less than this share of the font's size are in one line.
const SAME_LINE: f64 = 0.45;
/// Gaps, in sizes of the font: less is none; from here on a blank between letters and digits; between any characters;
/// a gap that separates columns.
const LETTER_GAP: f64 = 0.15;
const ANY_GAP: f64 = 0.6;
pub(super) const COLUMN_GAP: f64 = 1.2;

/// A line of text.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// From the left.
    pub(super) runs: Vec<&'a Run>,
    pub(super) rect: Rect,
    /// Size of most of its text.
    pub(super) size: f64,
}

/// Puts runs together as lines, from the top.
pub(super) fn lines<'a>(runs: impl IntoIterator<Item = &'a Run>) -> Vec<Line<'a>> {
    let mut sorted: Vec<&Run> = runs.into_iter().collect();
    sorted.sort_by(|left, right| middle(left).total_cmp(&middle(right)));
    let mut lines: Vec<Line<'a>> = Vec::new();
    let mut open: Vec<&Run> = Vec::new();
    for run in sorted {
        let same = |first: &&Run| middle(run) - middle(first) <= SAME_LINE * run.size.max(first.size);
        if !open.last().is_none_or(same) {
            lines.push(Line::of(std::mem::take(&mut open)));
        }
        open.push(run);
    }
    if !open.is_empty() {
        lines.push(Line::of(open));
    }
    lines
}

fn middle(run: &Run) -> f64 {
    run.baseline() - 0.35 * run.size
}

impl<'a> Line<'a> {
    fn of(mut runs: Vec<&'a Run>) -> Self {
        runs.sort_by(|left, right| left.rect.left.total_cmp(&right.rect.left));
        // Bold print is made by some programs by printing twice.
        runs.dedup_by(|next, kept| next.text == kept.text && (next.rect.left - kept.rect.left).abs() < 0.2 * kept.size);
        let rect = runs.iter().fold(Rect::NOTHING, |rect, run| rect.with(run.rect));
        let longest = runs.iter().max_by(|left, right| left.rect.width().total_cmp(&right.rect.width()));
        let size = longest.map_or(10.0, |run| run.size).max(1.0);
        Self { runs, rect, size }
    }

    /// The text with its gaps as blanks: as many as they have room for, at least two where they separate columns.
    pub(super) fn text(&self) -> String {
        self.text_with(|gap| if gap < COLUMN_GAP { 1 } else { wide(gap) })
    }

    /// The text of a cell: gaps are one blank.
    pub(super) fn cell_text(&self) -> String {
        self.text_with(|_| 1)
    }

    fn text_with(&self, blanks: impl Fn(f64) -> usize) -> String {
        let mut text = String::new();
        let mut before: Option<&Run> = None;
        for run in &self.runs {
            if let Some(before) = before {
                let gap = (run.rect.left - before.rect.right) / self.size;
                let letters = text.chars().next_back().is_some_and(|last| last.is_ascii_alphanumeric())
                    && run.text.starts_with(|first: char| first.is_ascii_alphanumeric());
                let least = if letters { LETTER_GAP } else { ANY_GAP };
                if gap >= least || (run.spaced && gap > 0.0) {
                    text.extend(std::iter::repeat_n(' ', blanks(gap)));
                }
            }
            text.push_str(&run.text);
            before = Some(run);
        }
        text
    }

    /// The runs cut at wide gaps, as pieces of columns.
    pub(super) fn pieces(&self) -> Vec<Line<'a>> {
        let mut pieces: Vec<Vec<&Run>> = Vec::new();
        for run in &self.runs {
            match pieces.last_mut() {
                Some(piece)
                    if piece.last().is_some_and(|last| run.rect.left - last.rect.right < COLUMN_GAP * self.size) =>
                {
                    piece.push(run);
                }
                _ => pieces.push(vec![run]),
            }
        }
        pieces.into_iter().map(Line::of).collect()
    }
}

/// Blanks for a wide gap; one is half as wide as the font is high.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded just before")]
fn wide(gap: f64) -> usize {
    (gap * 2.0).round().clamp(2.0, 100.0) as usize
}
