//! Lines as paragraphs.
use super::flow::PlacedLine;
use super::geometry::Rect;
use super::joining::is_numbered;

/// What the lines of a document have in common.
pub(super) struct Measure {
    /// Left and right edge of the text.
    left: f64,
    right: f64,
    /// From one line to the next, in sizes of the font.
    pitch: f64,
}

/// Lines shorter than this, in sizes of the font, say nothing about the edges.
const LONG: f64 = 15.0;

impl Measure {
    /// From the lines of a document.
    pub(super) fn of(lines: &[&PlacedLine<'_>]) -> Self {
        let long: Vec<&Rect> = lines
            .iter()
            .map(|line| &line.line)
            .filter(|line| line.rect.width() > LONG * line.size)
            .map(|line| &line.rect)
            .collect();
        let follows = |pair: &&[&PlacedLine<'_>]| pair[0].page == pair[1].page;
        let pitches = lines.windows(2).filter(follows).map(|pair| pitch(pair[0], pair[1])).filter(|pitch| *pitch < 4.0);
        Self {
            left: quantile(long.iter().map(|rect| rect.left), 0.25).unwrap_or(0.0),
            right: quantile(long.iter().map(|rect| rect.right), 0.6).unwrap_or(f64::INFINITY),
            pitch: quantile(pitches, 0.5).unwrap_or(2.0),
        }
    }

    /// Whether a line goes on in the next.
    pub(super) fn goes_on(&self, line: &PlacedLine<'_>, next: &PlacedLine<'_>) -> bool {
        let (own, following) = (&line.line, &next.line);
        let near = line.page != next.page || pitch(line, next) <= 1.35 * self.pitch;
        near && (own.size - following.size).abs() <= 0.15 * own.size
            && own.rect.right >= self.right - 2.0 * own.size
            && following.rect.left <= self.left + following.size
            && !is_heading(&following.text())
    }
}

/// A numbered line at the left edge begins anew.
fn is_heading(text: &str) -> bool {
    is_numbered(text) && text.starts_with(|first: char| "一二三四五六七八九十（(".contains(first))
}

fn pitch(line: &PlacedLine<'_>, next: &PlacedLine<'_>) -> f64 {
    (next.line.rect.bottom - line.line.rect.bottom) / line.line.size
}

/// The value below which a share of all lies.
fn quantile(values: impl Iterator<Item = f64>, share: f64) -> Option<f64> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    let last = u32::try_from(sorted.len().checked_sub(1)?).ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the last index")]
    sorted.get((f64::from(last) * share) as usize).copied()
}
