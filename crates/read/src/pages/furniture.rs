//! Page numbers and running heads: lines at the edge of the page that are no content.
use std::collections::BTreeMap;

use super::flow::PlacedLine;
use super::lines::{Line, lines};
use super::page::Page;

/// The share of a page at its top and at its bottom where they stand.
const MARGIN: f64 = 0.12;
/// How far the places of one on different pages may differ.
const SAME_PLACE: f64 = 3.0;

/// Lines at the top and at the bottom of a page that may be such.
const OUTERMOST: usize = 3;

/// What repeats at the edges of the pages.
pub(super) struct Furniture {
    /// Pages and heights of the outermost lines, by their text with `#` for digits.
    edges: BTreeMap<String, Vec<(u32, f64)>>,
    pages: usize,
}

impl Furniture {
    /// Looks at the edges of all pages.
    pub(super) fn of(pages: &[Page]) -> Self {
        let mut edges: BTreeMap<String, Vec<(u32, f64)>> = BTreeMap::new();
        for page in pages {
            let lines = lines(page.runs.iter().filter(|run| is_at_edge(run.rect.bottom, page)));
            for line in lines.iter().take(OUTERMOST).chain(lines.iter().rev().take(OUTERMOST)) {
                edges.entry(pattern(line)).or_default().push((page.number, line.rect.bottom));
            }
        }
        Self { edges, pages: pages.len() }
    }

    /// Whether a line is a page number, or stands at the same place on most pages.
    pub(super) fn holds(&self, line: &PlacedLine<'_>, page: &Page) -> bool {
        let bottom = line.line.rect.bottom;
        if !is_at_edge(bottom, page) {
            return false;
        }
        let Some(places) = self.edges.get(&pattern(&line.line)) else { return false };
        let same = |place: &&(u32, f64)| (place.1 - bottom).abs() <= SAME_PLACE;
        if !places.iter().filter(same).any(|(page, _)| *page == line.page) {
            return false;
        }
        let text = line.line.text();
        let others = places.iter().filter(same).filter(|(page, _)| *page != line.page).count();
        // A number alone is the page's if others stand there too; words must stand on nearly every page.
        let bare = text.chars().all(|character| character.is_ascii_digit() || character.is_whitespace());
        is_page_number(&text) || (others > 0 && (bare || (self.pages > 2 && others + 2 >= self.pages)))
    }
}

fn is_at_edge(height: f64, page: &Page) -> bool {
    height < MARGIN * page.height || height > (1.0 - MARGIN) * page.height
}

/// The text with `#` for digits and without blanks.
fn pattern(line: &Line<'_>) -> String {
    let solid = line.runs.iter().flat_map(|run| run.text.chars()).filter(|character| !character.is_whitespace());
    solid.map(|character| if character.is_ascii_digit() { '#' } else { character }).collect()
}

/// `- 3 -`, `— 3 —`, `第3页`, `第 3 页 共 8 页`, `3/8`.
fn is_page_number(text: &str) -> bool {
    let solid: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let digits = |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let dash = |character: char| "-－—–―−─~·".contains(character);
    let inner = solid.trim_matches(dash);
    if inner.len() < solid.len() && digits(inner) {
        return true;
    }
    let counted = solid.strip_prefix('第').and_then(|rest| rest.split_once('页'));
    if let Some((page, rest)) = counted {
        let total = rest.trim_start_matches(['/', '，', ',', '（', '(']).trim_end_matches(['）', ')']);
        let total = total.strip_prefix('共').and_then(|total| total.strip_suffix('页'));
        return digits(page) && (rest.is_empty() || total.is_some_and(digits));
    }
    solid.split_once('/').is_some_and(|(page, total)| digits(page) && digits(total))
}
