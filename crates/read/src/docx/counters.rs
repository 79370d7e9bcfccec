//! Automatic numbers as Word counts and shows them.
use std::collections::{HashMap, HashSet};

use super::number_formats::{NumberFormat, decimal};
use super::numbering::{LEVELS, Level, Shown};

/// Where the lists of a document have got to.
#[derive(Default)]
pub(crate) struct Counters {
    /// Last number of each level, by abstract list: all instances of a list count on together.
    lists: HashMap<u32, [Option<u32>; LEVELS]>,
    /// Instances and levels that have started afresh; they do so once.
    started: HashSet<(u32, usize)>,
}

impl Counters {
    /// Counts one paragraph of an instance of a list, and gives what Word shows before its text.
    pub(crate) fn next(&mut self, instance: u32, shown: &Shown<'_>, level: usize) -> Option<String> {
        let definition = shown.level(level)?;
        let counts = self.lists.entry(shown.list).or_default();
        let new_start = shown.new_start(level);
        if new_start.is_some() && self.started.insert((instance, level)) {
            counts[level] = None;
        }
        let start = new_start.unwrap_or(definition.start);
        counts[level] = Some(counts[level].map_or(start, |count| count.saturating_add(1)));
        for (below, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = shown.level(below).and_then(|below| below.restart);
            if restart.is_none_or(|from| level < from) {
                *count = None;
            }
        }
        let counts = *counts;
        if definition.hidden || matches!(definition.format, NumberFormat::Bullet) {
            return None;
        }
        let text = text_of(definition, level, |above| {
            let above_definition = shown.level(above)?;
            let first = shown.new_start(above).unwrap_or(above_definition.start);
            Some((above_definition, counts[above].unwrap_or(first)))
        });
        (!text.is_empty()).then(|| text + definition.gap)
    }
}

/// The text of a level with its numbers put in; `number` gives a level's definition and its current number.
fn text_of<'a>(definition: &Level, level: usize, number: impl Fn(usize) -> Option<(&'a Level, u32)>) -> String {
    let mut text = String::new();
    let mut characters = definition.text.chars().peekable();
    while let Some(character) = characters.next() {
        let named = characters.peek().and_then(|next| next.to_digit(10)).filter(|digit| *digit > 0);
        let Some(named) = named.filter(|_| character == '%') else {
            text.push(character);
            continue;
        };
        characters.next();
        let named = named as usize - 1;
        if named > level {
            continue;
        }
        if let Some((definition_of_named, count)) = number(named) {
            text.push_str(&written(definition_of_named.format, definition.legal, count));
        }
    }
    text
}

fn written(format: NumberFormat, legal: bool, count: u32) -> String {
    match format {
        NumberFormat::Bullet | NumberFormat::Empty => String::new(),
        NumberFormat::Written(_) if legal => decimal(count),
        NumberFormat::Written(write) => write(count),
    }
}
