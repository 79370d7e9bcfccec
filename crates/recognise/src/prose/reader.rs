//! Clauses one after the other, with what is known from those before: topic, time, coverage.
use std::borrow::Cow;

use gouji_model::{Metric, Number, Period, ProseWords, Scope, Unit, UnitKind};

use super::dictionary::Word;
use super::figure::Span;
use super::lists::Lists;
use super::tokens::{Count, Token};

/// A number that a sentence states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) metric: Box<str>,
    pub(crate) value: Number,
    pub(crate) period: Period,
    pub(crate) scope: Option<Scope>,
}

/// The time that a sentence speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    Unsaid,
    Of(Period),
    /// Up to a day of the report year, or since ever: right for what is in force at a day.
    AtDay,
}

/// What a sentence covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coverage {
    Unsaid,
    Of(Scope),
    Others,
}

/// What is known while a sentence is read.
#[derive(Clone, Copy, Debug)]
struct Context<'a> {
    topic: Option<&'a str>,
    /// The topic was named in an earlier sentence, and this one goes on about it.
    inherited: bool,
    time: Time,
    until: bool,
    coverage: Coverage,
    before: (Time, Coverage),
}

/// Reads the sentences of a paragraph in order.
pub(crate) struct Reader<'a> {
    pub(super) words: &'a ProseWords,
    year: Option<i32>,
    unit: &'a Unit,
    context: Context<'a>,
    /// What was known before each open bracket.
    brackets: Vec<Context<'a>>,
    /// Numbers follow that belong to several things in turn.
    respective: bool,
    pub(super) lists: Lists<'a>,
    /// The metric of the last number, where it was a claim.
    pub(super) last: Option<&'a Metric>,
    /// The action of the last number in the clause.
    pub(super) listed_action: Option<&'a str>,
    pub(super) found: Vec<Found>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(words: &'a ProseWords, year: Option<i32>, unit: &'a Unit) -> Self {
        let (time, coverage) = (Time::Unsaid, Coverage::Unsaid);
        let context = Context { topic: None, inherited: false, time, until: false, coverage, before: (time, coverage) };
        Self {
            words,
            year,
            unit,
            context,
            brackets: Vec::new(),
            respective: false,
            lists: Lists::default(),
            last: None,
            listed_action: None,
            found: Vec::new(),
        }
    }

    /// Reads a sentence, or what stands before a semicolon.
    pub(crate) fn read(&mut self, tokens: &[Token<'a>]) {
        let mut start = 0;
        for (place, token) in tokens.iter().enumerate() {
            if !matches!(token, Token::Break | Token::Open | Token::Close) {
                continue;
            }
            self.clause(&tokens[start..place]);
            start = place + 1;
            match token {
                Token::Open => self.brackets.push(self.context),
                Token::Close => self.context = self.brackets.pop().unwrap_or(self.context),
                _ => {}
            }
        }
        self.clause(&tokens[start..]);
    }

    /// What was found in the sentence; `ends` says that a new sentence begins.
    pub(crate) fn finish(&mut self, ends: bool) -> Vec<Found> {
        self.end_lists();
        self.respective = false;
        self.brackets.clear();
        if ends {
            let context = &mut self.context;
            let said = (context.time != Time::Unsaid, context.coverage != Coverage::Unsaid);
            context.before = (
                if said.0 || !context.inherited { context.time } else { context.before.0 },
                if said.1 || !context.inherited { context.coverage } else { context.before.1 },
            );
            (context.time, context.coverage) = (Time::Unsaid, Coverage::Unsaid);
            context.until = false;
            context.inherited = true;
            self.last = None;
        }
        std::mem::take(&mut self.found)
    }

    fn clause(&mut self, tokens: &[Token<'a>]) {
        let tokens = self.turned(tokens);
        self.listed_action = None;
        let mut start = 0;
        let mut changes = false;
        for (place, token) in tokens.iter().enumerate() {
            let (left, right) = (&tokens[start..place], &tokens[place + 1..]);
            match token {
                Token::Word(Word::Change) => changes = true,
                Token::Word(Word::Respectively) => self.respective = true,
                Token::Word(Word::OpenEnd) => self.lists.open = true,
                Token::Word(Word::Parts) => self.begin_parts(),
                Token::Word(Word::Denial) if !changes => self.denial(left, right),
                Token::Word(Word::LeadingDenial) if !changes && may_deny(left) => self.denial(left, right),
                Token::Word(Word::Implied(phrase)) => self.implied(phrase, left),
                Token::Word(word) if !changes => self.set(*word),
                Token::Date(span) if !changes => self.set_date(*span),
                Token::Count(count) => {
                    if changes || self.respective {
                        self.last = None;
                    } else {
                        self.count(*count, left, right);
                    }
                    start = place + 1;
                }
                Token::Bare(value) => {
                    let zero =
                        value.is_some_and(Number::is_zero) && matches!(right, [] | [Token::Word(Word::Joiner), ..]);
                    if zero && !changes && !self.respective {
                        self.count(Count { value: *value, unit: "" }, left, right);
                    }
                    start = place + 1;
                }
                Token::Percent(share, decimals) => {
                    if !changes {
                        self.share(*share, *decimals, left);
                    }
                    start = place + 1;
                }
                _ => {}
            }
        }
        self.follow(&tokens);
    }

    /// The clause with actions beside a year as what they are there.
    fn turned<'t>(&self, tokens: &'t [Token<'a>]) -> Cow<'t, [Token<'a>]> {
        let mut turned = Cow::Borrowed(tokens);
        for place in 0..turned.len() {
            let Token::Word(Word::Action(action)) = turned[place] else { continue };
            let Some(turn) = self.words.turns.get(action) else { continue };
            let beside = [place.checked_sub(1), next_word(&turned, place)].into_iter().flatten();
            let year = { beside }.find_map(|other| Some((other, self.step_of(turned.get(other)?)?)));
            if let Some((other, step)) = year {
                let turned = turned.to_mut();
                turned[other] = Token::Word(Word::Filler);
                turned[place] = Token::Word(Word::Action(if step < 0 { &turn.last_year } else { &turn.next_year }));
            }
        }
        turned
    }

    /// −1 for the year before, 1 for the year after.
    fn step_of(&self, token: &Token<'_>) -> Option<i32> {
        match token {
            Token::Word(Word::LastYear) => Some(-1),
            Token::Word(Word::NextYear) => Some(1),
            Token::Date(Span::Year(year)) => Some(year - self.year?).filter(|step| step.abs() == 1),
            _ => None,
        }
    }

    fn set(&mut self, word: Word<'a>) {
        let context = &mut self.context;
        match word {
            Word::ThisYear => context.time = Time::Of(Period::ThisYear),
            Word::LastYear => context.time = Time::Of(Period::LastYear),
            Word::NextYear | Word::OtherTime => context.time = Time::Of(Period::Other),
            Word::AllTime if context.time != Time::Of(Period::ThisYear) => context.time = Time::AtDay,
            Word::Until => {
                context.until = true;
                context.time = Time::AtDay;
            }
            Word::Agency => context.coverage = Coverage::Of(Scope::Agency),
            Word::Region => context.coverage = Coverage::Of(Scope::Region),
            Word::Others => context.coverage = Coverage::Others,
            Word::Topic(_) => context.inherited = false,
            _ => {}
        }
    }

    fn set_date(&mut self, span: Span) {
        let of_year = |year: i32| match self.year.map(|own| year - own) {
            Some(0) => Period::ThisYear,
            Some(-1) => Period::LastYear,
            _ => Period::Other,
        };
        self.context.time = match span {
            Span::Year(year) if self.context.until && of_year(year) == Period::ThisYear => Time::AtDay,
            Span::Year(year) => Time::Of(of_year(year)),
            Span::YearEnd(year) if year.is_none_or(|year| of_year(year) == Period::ThisYear) => Time::AtDay,
            Span::YearEnd(_) | Span::Other => Time::Of(Period::Other),
        };
    }

    /// What the clauses behind this one are about.
    fn follow(&mut self, tokens: &[Token<'a>]) {
        let counts = tokens.iter().any(|token| matches!(token, Token::Count(_)));
        let mut acted = false;
        let mut unknown = false;
        for token in tokens {
            match token {
                Token::Word(Word::Topic(topic)) => {
                    self.context.topic = Some(topic);
                    self.context.inherited = false;
                    (acted, unknown) = (false, false);
                }
                Token::Word(Word::Neighbour) if acted || counts => unknown = true,
                Token::Word(Word::Action(_)) => acted = true,
                // What is done to something unknown: the next number may be of that.
                Token::Other(_) if acted => unknown = true,
                _ => {}
            }
        }
        if unknown {
            self.context.topic = None;
        }
    }

    /// The topic from before.
    pub(super) fn topic(&self) -> Option<&'a str> {
        self.context.topic
    }

    /// Whether a short name of a topic means it here.
    pub(super) fn is_known(&self, topic: &str) -> bool {
        self.context.topic == Some(topic)
    }

    /// States a number of a metric, unless it is told of others.
    pub(super) fn state(&mut self, metric: &str, value: Number, stock: bool) -> bool {
        let before = self.context.before;
        let unsaid = |own, before| if own && self.context.inherited { Some(before) } else { None };
        let time = unsaid(self.context.time == Time::Unsaid, before.0).unwrap_or(self.context.time);
        let coverage = match (self.context.coverage, self.context.inherited) {
            (Coverage::Unsaid, true) => before.1,
            (own, _) => own,
        };
        let period = match time {
            Time::Unsaid => Period::ThisYear,
            Time::Of(period) => period,
            Time::AtDay if stock => Period::ThisYear,
            Time::AtDay => Period::Other,
        };
        let scope = match coverage {
            Coverage::Unsaid => None,
            Coverage::Of(scope) => Some(scope),
            Coverage::Others => return false,
        };
        self.found.push(Found { metric: metric.into(), value, period, scope });
        true
    }

    /// Whether a text ends with the name of a body that is not the one that reports.
    pub(super) fn is_foreign(&self, text: &str) -> bool {
        if !self.words.bodies.iter().any(|ending| text.ends_with(&**ending)) {
            return false;
        }
        let Some(name) = self.unit.name.as_deref() else { return true };
        let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
        let endings = starts.iter().enumerate().filter(|(at, _)| *at == 0 || starts.len() - at >= 3);
        let own = |ending: &str| match self.unit.kind {
            Some(UnitKind::Government) => name.contains(ending),
            _ => name.ends_with(ending),
        };
        !endings.map(|(_, start)| &text[*start..]).any(own)
    }
}

/// The token behind a place, fillers left out.
fn next_word(tokens: &[Token<'_>], place: usize) -> Option<usize> {
    (place + 1..tokens.len()).find(|other| !matches!(tokens[*other], Token::Word(Word::Filler)))
}

/// Whether a short word may deny what follows: at the beginning, or as the next member of a list.
fn may_deny(left: &[Token<'_>]) -> bool {
    if let Some(Token::Word(Word::Joiner)) = left.last() {
        return true;
    }
    left.iter().all(|token| match token {
        Token::Date(_) => true,
        Token::Word(word) => !matches!(word, Word::Topic(_) | Word::Short(_) | Word::Action(_) | Word::Neighbour),
        _ => false,
    })
}
