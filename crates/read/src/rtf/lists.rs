//! Automatic numbers where the file does not print them: its list tables. Word prints them as `\listtext`.
use crate::docx::counters::Counters;
use crate::docx::number_formats::NumberFormat;
use crate::docx::numbering::{LEVELS, Level, MOST, MOST_LISTS, Numbering, TEXT_CHARACTERS};

use super::words::ListWord;

type Levels = [Option<Level>; LEVELS];

/// The list tables, and where the lists have got to.
#[derive(Default)]
pub(super) struct Lists {
    numbering: Numbering,
    counters: Counters,
    /// Lists and instances so far.
    count: usize,
    /// The levels of the list or instance that is being defined.
    levels: Levels,
    starts: [Option<u32>; LEVELS],
    /// The number of levels that have begun.
    begun: usize,
    /// Of an instance: its list.
    list: Option<u32>,
    /// Whether the table is that of the instances.
    pub(super) of_instances: bool,
    /// Of an instance: whether the level that has begun starts afresh.
    starts_afresh: bool,
    /// Whether the length before a level's text has been passed.
    in_text: bool,
}

impl Lists {
    /// Takes a word of a list table.
    pub(super) fn word(&mut self, word: ListWord, number: i32) {
        let positive = u32::try_from(number).unwrap_or(0);
        match word {
            ListWord::List | ListWord::Instance => self.begin(),
            ListWord::Level if self.of_instances => self.change_level(),
            ListWord::Level => self.begin_level(),
            ListWord::Change => {
                self.begun += 1;
                self.starts_afresh = false;
            }
            ListWord::StartsAfresh => self.starts_afresh = true,
            ListWord::ListId if self.of_instances => self.list = Some(number.cast_unsigned()),
            ListWord::ListId => self.add_list(number.cast_unsigned()),
            ListWord::InstanceId => self.add_instance(positive),
            ListWord::Start => self.start(positive.min(MOST)),
            ListWord::Format => self.set(|level| level.format = NumberFormat::numbered(positive)),
            ListWord::Follow => self.set(|level| level.gap = if positive == 2 { "" } else { " " }),
            ListWord::Legal => self.set(|level| level.legal = number != 0),
            ListWord::NoRestart => self.set(|level| level.restart = (number != 0).then_some(0)),
            ListWord::Hidden => self.set(|level| level.hidden = number != 0),
        }
    }

    /// More of the text of a level.
    pub(super) fn text(&mut self, text: &str) {
        self.set(|level| {
            let room = TEXT_CHARACTERS.saturating_sub(level.text.chars().count());
            level.text.extend(text.chars().filter(|character| *character != ';').take(room));
        });
    }

    /// A byte below 32 in the text of a level: the first is the length of the text, the others stand for numbers.
    pub(super) fn text_mark(&mut self, byte: u8) {
        if !std::mem::replace(&mut self.in_text, true) {
            self.set(|level| level.text.clear());
        } else if usize::from(byte) < LEVELS {
            self.text(&format!("%{}", byte + 1));
        }
    }

    /// Counts a paragraph of an instance, and gives what is shown before its text.
    pub(super) fn number(&mut self, instance: u32, level: u32) -> Option<String> {
        let shown = self.numbering.shown(instance, |_| None)?;
        self.counters.next(instance, &shown, (level as usize).min(LEVELS - 1))
    }

    fn begin(&mut self) {
        (self.levels, self.starts) = (Levels::default(), [None; LEVELS]);
        (self.begun, self.list) = (0, None);
    }

    fn begin_level(&mut self) {
        self.begun += 1;
        self.in_text = false;
        if let Some(slot) = self.begun.checked_sub(1).and_then(|index| self.levels.get_mut(index)) {
            *slot = Some(empty_level());
        }
    }

    /// An instance's own definition of the level that has begun.
    fn change_level(&mut self) {
        self.begun = self.begun.saturating_sub(1);
        self.begin_level();
    }

    fn add_list(&mut self, id: u32) {
        let levels = std::mem::take(&mut self.levels);
        if self.is_one_more() {
            self.numbering.add_list(id, levels);
        }
    }

    fn add_instance(&mut self, id: u32) {
        let levels = std::mem::take(&mut self.levels);
        if let Some(list) = self.list.take()
            && self.is_one_more()
        {
            self.numbering.add_instance(id, list, self.starts, levels);
        }
    }

    fn is_one_more(&mut self) -> bool {
        self.count += 1;
        self.count <= MOST_LISTS
    }

    fn start(&mut self, start: u32) {
        self.set(|level| level.start = start);
        if self.of_instances
            && self.starts_afresh
            && let Some(slot) = self.begun.checked_sub(1).and_then(|index| self.starts.get_mut(index))
        {
            *slot = Some(start);
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Level)) {
        let level = self.begun.checked_sub(1).and_then(|index| self.levels.get_mut(index));
        if let Some(level) = level.and_then(Option::as_mut) {
            change(level);
        }
    }
}

fn empty_level() -> Level {
    let format = NumberFormat::named("decimal");
    Level { start: 1, format, text: String::new(), gap: " ", legal: false, restart: None, hidden: false, style: None }
}
