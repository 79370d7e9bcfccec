//! Automatic numbers as LibreOffice counts and shows them.
use std::collections::HashMap;

use super::list_styles::{LEVELS, Label, Level, ListStyle};
use super::styles::Styles;

/// Where the lists of a document have got to.
#[derive(Default)]
pub(super) struct Lists {
    counts: Vec<Counts>,
    /// The list that last had a style.
    by_style: HashMap<String, usize>,
    by_id: HashMap<String, usize>,
    headings: Counts,
}

/// Last number of each level.
type Counts = [Option<u32>; LEVELS];

/// What a list says of itself as it begins.
pub(super) struct Opening<'a> {
    /// Its style.
    pub(super) style: &'a str,
    /// Its id.
    pub(super) id: Option<&'a str>,
    /// The id of the list that it goes on with.
    pub(super) goes_on: Option<&'a str>,
    /// It goes on with the last list of its style.
    pub(super) goes_on_by_style: bool,
}

/// A place in a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Number of the list.
    list: usize,
    /// Level, from 0.
    pub(super) level: usize,
}

impl Lists {
    /// Begins a list, which may go on with another.
    pub(super) fn open(&mut self, opening: &Opening<'_>) -> Item {
        let by_id = opening.goes_on.and_then(|id| self.by_id.get(id).copied());
        let by_style = || self.by_style.get(opening.style).copied().filter(|_| opening.goes_on_by_style);
        let list = by_id.or_else(by_style).unwrap_or_else(|| {
            self.counts.push(Counts::default());
            self.counts.len() - 1
        });
        self.by_style.insert(opening.style.to_owned(), list);
        self.by_id.extend(opening.id.map(|id| (id.to_owned(), list)));
        Item { list, level: 0 }
    }

    /// Begins the level of an item afresh.
    pub(super) fn restart(&mut self, item: Item) {
        if let Some(counts) = self.counts.get_mut(item.list) {
            counts[item.level..].fill(None);
        }
    }

    /// Counts an item, and gives what is shown before it; `start` is the number it is told to have.
    pub(super) fn count(&mut self, item: Item, style: Option<&ListStyle>, start: Option<u32>) -> Option<String> {
        let counts = self.counts.get_mut(item.list)?;
        count(counts, item.level, style?, start)
    }

    /// Counts a heading of a level, from 0.
    pub(super) fn count_heading(&mut self, level: usize, styles: &Styles, start: Option<u32>) -> Option<String> {
        count(&mut self.headings, level, &styles.outline, start)
    }
}

impl Item {
    /// A level below; the last level has none.
    pub(super) fn below(self) -> Self {
        Self { level: (self.level + 1).min(LEVELS - 1), ..self }
    }
}

fn count(counts: &mut Counts, level: usize, style: &ListStyle, start: Option<u32>) -> Option<String> {
    let first = |level: usize| style.level(level).map_or(1, |level| level.start);
    let next = |count: Option<u32>| count.map_or(first(level), |count| count.saturating_add(1));
    *counts.get_mut(level)? = Some(start.unwrap_or_else(|| next(counts[level])));
    for (above, count) in counts.iter_mut().enumerate().take(level) {
        // An item without one above it stands under one that is not seen.
        count.get_or_insert_with(|| first(above));
    }
    counts[level + 1..].fill(None);
    let own = style.level(level)?;
    let text = label(own, level, |shown| {
        let format = style.level(shown)?.format;
        Some(format.written(counts.get(shown).copied().flatten()?))
    });
    (!text.is_empty()).then(|| text + own.gap)
}

/// The label of a level; `written` gives the number of a level from 0.
fn label(own: &Level, level: usize, written: impl Fn(usize) -> Option<String>) -> String {
    match &own.label {
        Label::Pattern(pattern) => filled(pattern, level, written),
        Label::Around { prefix, suffix, levels } => {
            let first = (level + 1).saturating_sub(*levels);
            let numbers = (first..=level).filter_map(written).filter(|number| !number.is_empty());
            format!("{prefix}{}{suffix}", numbers.collect::<Vec<_>>().join("."))
        }
    }
}

/// A pattern with its numbers put in: between two `%` stands the number of a level.
fn filled(pattern: &str, level: usize, written: impl Fn(usize) -> Option<String>) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let named = after[..digits].parse().ok().filter(|named| (1..=level + 1).contains(named));
        let Some(named) = named.filter(|_| after[digits..].starts_with('%')) else {
            text.push('%');
            rest = after;
            continue;
        };
        text.push_str(&written(named - 1).unwrap_or_default());
        rest = &after[digits + 1..];
    }
    text.push_str(rest);
    text
}
