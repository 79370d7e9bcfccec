//! A number with what stands on both sides of it: what it counts, if that is certain.
use gouji_model::{Metric, Number, ProseWords};

use super::dictionary::Word;
use super::reader::Reader;
use super::tokens::{Count, Token};

/// What stands before a number.
#[derive(Default)]
struct Left<'t, 'a> {
    topics: Vec<&'a str>,
    actions: Vec<&'a str>,
    /// A list of several topics or of several actions.
    listed: bool,
    /// It is the next member of a list.
    continues: bool,
    /// Text before the first topic or action.
    before: Option<&'t str>,
    /// Text behind it.
    inside: bool,
}

impl<'a> Reader<'a> {
    /// Reads a number with its unit.
    pub(super) fn count(&mut self, count: Count<'a>, left: &[Token<'a>], right: &[Token<'a>]) {
        self.last = None;
        if left.iter().any(|token| matches!(token, Token::Word(Word::Channel))) {
            return self.channel(count, left);
        }
        if is_rate(right) {
            return self.lists.no_part();
        }
        let barred = |token: &Token<'_>| {
            matches!(token, Token::Word(Word::Party | Word::Neighbour | Word::Denial | Word::OpenEnd | Word::NotNumber))
        };
        if left.iter().any(barred) {
            return self.lists.no_part();
        }
        let sides = self.left(left);
        if sides.topics.is_empty() && sides.actions.is_empty() {
            if sides.before.is_some() || self.lists.wants_parts() {
                return self.part(count, left);
            }
            return self.number_first(count, right);
        }
        self.lists.no_part();
        if sides.inside || !self.may_speak(&sides) {
            return;
        }
        if sides.listed {
            return self.list_of_zeros(count, &sides);
        }
        let (topic, behind) = match sides.topics.last() {
            Some(topic) => (Some(*topic), action_at(right)),
            None => match right.iter().find(|token| !is_filler(token)) {
                Some(Token::Word(Word::Topic(topic))) => (Some(*topic), None),
                Some(Token::Other(_) | Token::Word(Word::Neighbour | Word::Channel | Word::Party)) => (None, None),
                _ => (self.topic(), None),
            },
        };
        let Some(topic) = topic else { return };
        let listed = self.listed_action.filter(|_| sides.continues && sides.actions.is_empty() && behind.is_none());
        if let Some(action) = listed {
            self.claim(topic, action, count);
            if self.last.is_some() {
                return;
            }
        }
        let counted = self.counted(&sides.actions);
        self.listed_action = counted.ok().flatten().or(behind);
        match (counted, behind) {
            (Ok(None), Some(action)) => self.claim(topic, action, count),
            (Ok(action), _) => self.claim(topic, action.unwrap_or_default(), count),
            (Err(()), _) => {}
        }
    }

    /// `12 cases were refused`: the action stands behind the number.
    fn number_first(&mut self, count: Count<'a>, right: &[Token<'a>]) {
        let mut topic = self.topic();
        for token in right {
            match token {
                Token::Word(Word::Topic(own)) => topic = Some(own),
                Token::Word(Word::Short(own)) if self.is_known(own) => {}
                Token::Word(Word::Action(action)) => {
                    if let Some(topic) = topic {
                        self.claim(topic, action, count);
                    }
                    return;
                }
                token if is_filler(token) => {}
                _ => return,
            }
        }
    }

    /// `reconsiderations and lawsuits: 0`: a list can only be none of each.
    fn list_of_zeros(&mut self, count: Count<'a>, left: &Left<'_, 'a>) {
        if count.value.is_some_and(Number::is_zero) && left.actions.len() <= 1 {
            let action = left.actions.first().copied().unwrap_or_default();
            for topic in &left.topics {
                self.claim(topic, action, count);
            }
        }
    }

    /// States what a number counts, with what follows from it.
    fn claim(&mut self, topic: &str, action: &str, count: Count<'a>) {
        let words = self.words;
        let Some(value) = count.value else { return };
        let fits = |metric: &&Metric| {
            *metric.topic == *topic
                && metric.actions.iter().any(|own| **own == *action)
                && factor(words, metric, count.unit).is_some()
        };
        let Some((id, metric)) = words.metrics.iter().find(|(_, metric)| fits(metric)) else { return };
        let scaled = value.millionths().checked_mul(factor(words, metric, count.unit).unwrap_or(1).into());
        let Some(value) = scaled.and_then(|scaled| Number::from_millionths(scaled).ok()) else { return };
        if !self.state(id, value, metric.stock) {
            return;
        }
        self.last = Some(metric);
        for (remainder, divisor) in &metric.remainders {
            let rest = value.millionths() % (i128::from(*divisor).max(1) * 1_000_000);
            if let Ok(rest) = Number::from_millionths(rest) {
                self.state(remainder, rest, metric.stock);
            }
        }
    }

    /// A percentage: the share of what the last number counted.
    pub(super) fn share(&mut self, share: Option<Number>, decimals: bool, left: &[Token<'a>]) {
        let told = left.iter().any(|token| matches!(token, Token::Word(Word::Share)));
        let plain =
            left.iter().all(|token| is_filler(token) || matches!(token, Token::Word(Word::Share | Word::Whole)));
        let metric = self.last.take().and_then(|metric| metric.share.as_deref());
        if let (true, Some(share), Some(metric)) = (told && plain, share, metric) {
            let whole = if decimals { "" } else { ProseWords::WHOLE };
            self.state(&format!("{metric}{whole}"), share, false);
        }
    }

    fn left<'t>(&self, tokens: &'t [Token<'a>]) -> Left<'t, 'a> {
        let mut left = Left { continues: matches!(tokens.first(), Some(Token::Word(Word::Joiner))), ..Left::default() };
        let mut joined = false;
        // What stands directly before a topic is a kind of it, or something done to it.
        let qualified = tokens.windows(2).find_map(|pair| match pair {
            [Token::Other(_), Token::Word(Word::Topic(_) | Word::Short(_))] => Some(true),
            [_, Token::Word(Word::Topic(_) | Word::Short(_) | Word::Action(_))] => Some(false),
            _ => None,
        });
        left.inside = qualified.unwrap_or_default();
        for token in tokens {
            let begun = !left.topics.is_empty() || !left.actions.is_empty();
            match token {
                Token::Word(Word::Topic(topic)) => {
                    left.listed |= joined && !left.topics.is_empty();
                    if !joined {
                        left.topics.clear();
                    }
                    left.topics.push(topic);
                }
                Token::Word(Word::Short(topic)) if left.topics.is_empty() && self.is_known(topic) => {
                    left.topics.push(topic);
                }
                Token::Word(Word::Short(topic)) if left.topics.contains(topic) => {}
                Token::Word(Word::Action(action)) => {
                    left.listed |= joined && !left.actions.is_empty();
                    if !left.actions.contains(action) {
                        left.actions.push(action);
                    }
                }
                Token::Word(Word::Joiner) => joined = true,
                Token::Other(text) if !begun => left.before = Some(text),
                Token::Word(Word::Short(_) | Word::LeadingDenial | Word::Fresh | Word::Share) | Token::Other(_) => {
                    left.inside = true;
                }
                _ => {}
            }
        }
        left
    }

    /// Whether text before what is counted leaves it certain whose number it is.
    fn may_speak(&self, left: &Left<'_, '_>) -> bool {
        match left.before {
            None => true,
            Some(text) => !left.topics.is_empty() && !self.lists.wants_parts() && !self.is_foreign(text),
        }
    }

    /// The action that a number counts, of those before it; an error where that is not certain.
    fn counted(&self, actions: &[&'a str]) -> Result<Option<&'a str>, ()> {
        let Some((last, earlier)) = actions.split_last() else { return Ok(None) };
        let steps = earlier.iter().all(|action| self.words.steps.iter().any(|step| **step == **action));
        if steps { Ok(Some(last)) } else { Err(()) }
    }
}

/// Whether what stands behind a number makes it a price or a rate, `10元/证`.
fn is_rate(right: &[Token<'_>]) -> bool {
    matches!(right.first(), Some(Token::Other(text)) if text.starts_with(['/', '／']))
}

/// What one of a unit is worth for a metric; a number without a unit is taken as it is.
fn factor(words: &ProseWords, metric: &Metric, unit: &str) -> Option<i64> {
    if unit.is_empty() { Some(1) } else { words.units.get(&metric.unit)?.get(unit).copied() }
}

/// The action directly behind a number.
fn action_at<'a>(right: &[Token<'a>]) -> Option<&'a str> {
    match right.iter().find(|token| !is_filler(token))? {
        Token::Word(Word::Action(action)) => Some(action),
        _ => None,
    }
}

/// Whether a token has no meaning of its own.
pub(super) fn is_filler(token: &Token<'_>) -> bool {
    matches!(
        token,
        Token::Word(
            Word::Filler | Word::ThisYear | Word::Agency | Word::Region | Word::AllTime | Word::Parts | Word::Until
        ) | Token::Date(_)
    )
}
