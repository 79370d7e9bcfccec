//! A piece of text as words, figures and what is neither.
use gouji_model::Number;

use super::dictionary::{Dictionary, Word, plain};
use super::figure::{self, Figure, Span};

/// A token of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// A word of the lexicon.
    Word(Word<'a>),
    /// A number with its unit; without a value where it is not exact.
    Count(Count<'a>),
    /// A number without a unit.
    Bare(Option<Number>),
    /// A share, and whether it is told with decimals.
    Percent(Option<Number>, bool),
    /// A date.
    Date(Span),
    /// End of a clause.
    Break,
    /// Opening bracket.
    Open,
    /// Closing bracket.
    Close,
    /// Text that no list has.
    Other(String),
}

/// A number with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Count<'a> {
    /// The number; `None` where it is about so many, or too large.
    pub(crate) value: Option<Number>,
    /// The unit as the lexicon has it; empty where there was none.
    pub(crate) unit: &'a str,
}

/// Quotes and title marks: what stands between them is spoken of, not said.
const QUOTES: [(char, char); 6] = [('《', '》'), ('“', '”'), ('‘', '’'), ('「', '」'), ('〔', '〕'), ('[', ']')];
/// Longest text between quotes, in bytes; a longer one was never closed.
const MOST_QUOTED: usize = 400;

/// The tokens of a text without white space.
pub(crate) fn tokens<'a>(dictionary: &Dictionary<'a>, text: &str) -> Vec<Token<'a>> {
    let mut plain_text = String::with_capacity(text.len());
    plain_text.extend(text.chars().map(plain));
    let mut lexer = Lexer { dictionary, text: &plain_text, place: 0, next: None, exhausted: false, tokens: Vec::new() };
    while lexer.step() {}
    lexer.tokens
}

struct Lexer<'d, 'a> {
    dictionary: &'d Dictionary<'a>,
    text: &'d str,
    place: usize,
    /// The next word at or behind the place.
    next: Option<(usize, usize, Word<'a>)>,
    exhausted: bool,
    tokens: Vec<Token<'a>>,
}

impl<'a> Lexer<'_, 'a> {
    /// Takes one token; `false` at the end.
    fn step(&mut self) -> bool {
        let Some(character) = self.rest().chars().next() else { return false };
        if let Some((end, word)) = self.word() {
            self.place = end;
            self.tokens.push(Token::Word(word));
            return true;
        }
        if figure::begins(character)
            && let Some((found, length)) = figure::figure(self.rest())
        {
            self.figure(found, length);
            return true;
        }
        if let Some((_, close)) = QUOTES.iter().find(|(open, _)| *open == character)
            && let Some(length) = self.quoted(*close)
        {
            self.other(length);
            return true;
        }
        self.place += character.len_utf8();
        match character {
            '，' | ',' | ';' | '；' | '。' => self.tokens.push(Token::Break),
            ':' => self.tokens.push(Token::Word(Word::Filler)),
            '(' | '（' => self.tokens.push(Token::Open),
            ')' | '）' => self.tokens.push(Token::Close),
            _ => {
                self.place -= character.len_utf8();
                self.other(character.len_utf8());
            }
        }
        true
    }

    fn rest(&self) -> &str {
        self.text.get(self.place..).unwrap_or_default()
    }

    /// The word that begins at the place: its end and what it is.
    fn word(&mut self) -> Option<(usize, Word<'a>)> {
        if !self.exhausted && self.next.is_none_or(|(start, ..)| start < self.place) {
            let found = self.dictionary.find(self.rest());
            self.next = found.map(|(start, end, word)| (start + self.place, end + self.place, word));
            self.exhausted = found.is_none();
        }
        let (start, end, word) = self.next?;
        (start == self.place).then_some((end, word))
    }

    /// Length of a quotation with its marks.
    fn quoted(&self, close: char) -> Option<usize> {
        let end = self.rest().char_indices().take_while(|(place, _)| *place < MOST_QUOTED).find(|(_, c)| *c == close);
        end.map(|(place, _)| place + close.len_utf8())
    }

    fn other(&mut self, length: usize) {
        let text = self.text.get(self.place..self.place + length).unwrap_or_default();
        self.place += length;
        match self.tokens.last_mut() {
            Some(Token::Other(last)) => last.push_str(text),
            _ => self.tokens.push(Token::Other(text.to_owned())),
        }
    }

    fn figure(&mut self, found: Figure, length: usize) {
        let (value, numeral) = match found {
            Figure::Date(span) => {
                self.place += length;
                return self.tokens.push(Token::Date(span));
            }
            Figure::Percent(share, decimals) => {
                self.place += length;
                let share = share.filter(|_| !self.is_about());
                return self.tokens.push(Token::Percent(share, decimals));
            }
            Figure::Number(value) => (value, false),
            Figure::Numeral(value) => (value, true),
        };
        let start = self.place;
        self.place += length;
        let mut exact = !self.is_about();
        let mut unit = None;
        while let Some((end, word)) = self.word() {
            match word {
                Word::Odd => exact = false,
                Word::Unit(own) if unit.is_none() => unit = Some(own),
                _ => break,
            }
            self.place = end;
        }
        match unit {
            Some(unit) => self.tokens.push(Token::Count(Count { value: value.filter(|_| exact), unit })),
            None if numeral => {
                self.place = start;
                self.other(length);
            }
            None => self.tokens.push(Token::Bare(value.filter(|_| exact))),
        }
    }

    /// Whether a word before a figure says that it is not exact, or no count at all.
    fn is_about(&self) -> bool {
        matches!(self.tokens.last(), Some(Token::Word(Word::About)))
    }
}
