//! "None was received": what is denied is 0.
use gouji_model::Number;

use super::dictionary::Word;
use super::reader::Reader;
use super::statement::is_filler;
use super::tokens::Token;

impl<'a> Reader<'a> {
    /// Reads what stands behind a word that denies; `left` is what stands before it.
    pub(super) fn denial(&mut self, left: &[Token<'a>], right: &[Token<'a>]) {
        let mut topics: Vec<&'a str> = Vec::new();
        let mut action: Option<&'a str> = None;
        let mut fresh = false;
        for token in right {
            match token {
                Token::Word(Word::Topic(topic)) => topics.push(topic),
                Token::Word(Word::Short(topic)) if topics.contains(topic) => {}
                Token::Word(Word::Short(topic)) if self.is_known(topic) => topics.push(topic),
                Token::Word(Word::Action(own)) if action.is_none_or(|known| known == *own) || !topics.is_empty() => {
                    action = Some(own);
                }
                Token::Word(Word::Fresh) => fresh = true,
                Token::Word(Word::Denial | Word::LeadingDenial) => break,
                Token::Word(Word::Joiner | Word::NotNumber | Word::OpenEnd) => {}
                Token::Count(count) if count.value == Some(Number::from(1)) => {}
                token if is_filler(token) => {}
                _ => return,
            }
        }
        if topics.is_empty() {
            topics = named_before(left);
        }
        for topic in topics {
            self.none_of(topic, action, fresh);
        }
    }

    fn none_of(&mut self, topic: &str, action: Option<&str>, fresh: bool) {
        let words = self.words;
        let denied = words.metrics.iter().find(|(_, metric)| {
            let acts = action.is_none_or(|action| metric.actions.iter().any(|own| **own == *action));
            *metric.topic == *topic && metric.absent && acts && (metric.fresh || !fresh)
        });
        if let Some((id, metric)) = denied {
            self.state(id, Number::ZERO, metric.stock);
        }
    }

    /// Reads a phrase that says that something of the topic is 0.
    pub(super) fn implied(&mut self, phrase: &str, left: &[Token<'a>]) {
        let named = left.iter().rev().find_map(|token| match token {
            Token::Word(Word::Topic(topic)) => Some(*topic),
            _ => None,
        });
        let Some(topic) = named.or(self.topic()) else { return };
        let words = self.words;
        let metrics = words.implied.get(topic).into_iter().flatten();
        for (metric, _) in metrics.filter(|(_, phrases)| phrases.iter().any(|own| **own == *phrase)) {
            self.state(metric, Number::ZERO, false);
        }
    }
}

/// The topics of a list that stands before a denial: `lawsuits have not occurred`.
fn named_before<'a>(left: &[Token<'a>]) -> Vec<&'a str> {
    let mut topics = Vec::new();
    for token in left {
        match token {
            Token::Word(Word::Topic(topic)) => topics.push(*topic),
            Token::Other(_) | Token::Word(Word::Neighbour) | Token::Count(_) if !topics.is_empty() => {
                return Vec::new();
            }
            Token::Word(Word::Neighbour) => return Vec::new(),
            _ => {}
        }
    }
    topics
}
