//! Lists of parts: `网络1303件、信函172件`, `其中甲局420元、乙局290元`. Their sums are claims of their own.
use gouji_model::{Metric, Number};

use super::dictionary::Word;
use super::reader::Reader;
use super::statement::is_filler;
use super::tokens::{Count, Token};

/// The lists of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Lists<'a> {
    /// The list does not end: 等.
    pub(super) open: bool,
    channels: Sum<'a>,
    channels_of: Option<&'a Metric>,
    parts: Sum<'a>,
    parts_of: Option<&'a Metric>,
}

/// Numbers of one unit, added up.
#[derive(Debug, Default)]
struct Sum<'a> {
    unit: Option<&'a str>,
    millionths: i128,
    members: usize,
    broken: bool,
}

impl<'a> Sum<'a> {
    fn add(&mut self, count: Count<'a>) {
        let unit = *self.unit.get_or_insert(count.unit);
        let sum = count.value.and_then(|value| self.millionths.checked_add(value.millionths()));
        self.broken |= sum.is_none() || unit != count.unit;
        self.millionths = sum.unwrap_or_default();
        self.members += 1;
    }

    /// The sum of at least two numbers.
    fn total(&self) -> Option<Number> {
        let whole = self.members >= 2 && !self.broken;
        whole.then(|| Number::from_millionths(self.millionths).ok()).flatten()
    }
}

impl Lists<'_> {
    /// Whether a list of parts has begun.
    pub(super) fn wants_parts(&self) -> bool {
        self.parts_of.is_some()
    }

    /// What follows is no list of parts.
    pub(super) fn no_part(&mut self) {
        self.parts_of = None;
        self.parts = Sum::default();
    }
}

impl<'a> Reader<'a> {
    /// `其中`: what follows may be parts of the last number.
    pub(super) fn begin_parts(&mut self) {
        self.lists.no_part();
        self.lists.parts_of = self.last.filter(|metric| metric.parts.is_some());
    }

    /// A number with nothing but a name before it.
    pub(super) fn part(&mut self, count: Count<'a>, left: &[Token<'a>]) {
        let named = left
            .iter()
            .any(|token| matches!(token, Token::Other(_) | Token::Word(Word::Agency | Word::Region | Word::Others)));
        if self.lists.wants_parts() && named {
            self.lists.parts.add(count);
        } else {
            self.lists.no_part();
        }
    }

    /// A number of requests that came in one way.
    pub(super) fn channel(&mut self, count: Count<'a>, left: &[Token<'a>]) {
        let channels = left.iter().filter(|token| matches!(token, Token::Word(Word::Channel))).count();
        let known = |token: &Token<'_>| {
            let allowed = matches!(
                token,
                Token::Word(Word::Channel | Word::Joiner | Word::Topic(_) | Word::Short(_) | Word::Action(_))
            );
            allowed || is_filler(token)
        };
        self.lists.channels_of = self.lists.channels_of.or(self.channels_metric(left));
        if channels == 1 && left.iter().all(known) {
            self.lists.channels.add(count);
        } else {
            self.lists.channels.broken = true;
        }
    }

    /// The metric that channels of the topic are of.
    fn channels_metric(&self, left: &[Token<'a>]) -> Option<&'a Metric> {
        let named = left.iter().rev().find_map(|token| match token {
            Token::Word(Word::Topic(topic)) => Some(*topic),
            _ => None,
        });
        let topic = named.or(self.topic())?;
        self.words.metrics.values().find(|metric| *metric.topic == *topic && metric.channels.is_some())
    }

    /// States the sums of the lists that end with the sentence.
    pub(super) fn end_lists(&mut self) {
        let lists = std::mem::take(&mut self.lists);
        if lists.open {
            return;
        }
        let sums = [
            (lists.channels_of.and_then(|metric| metric.channels.as_deref()), lists.channels),
            (lists.parts_of.and_then(|metric| metric.parts.as_deref()), lists.parts),
        ];
        for (metric, sum) in sums {
            if let (Some(metric), Some(total)) = (metric, sum.total()) {
                self.state(metric, total, false);
            }
        }
    }
}
