//! The walk over a text: groups, control words and what is said between them.
use gouji_model::Message;

use crate::docx::changes::Tally;
use crate::docx::content::Item;
use crate::{Limits, ReadError};

use super::charset::Charsets;
use super::flow::Flow;
use super::lists::Lists;
use super::row::Definition;
use super::state::State;
use super::tokens::{Token, Tokens};
use super::words::{self, Character, Ending, FontWord, ListWord, Paragraph, RowWord, Target, Word};

/// Text boxes inside one another; Word allows none, and what is deeper is not read.
const MOST_FLOWS: usize = 16;

/// The walk, with what it has to remember.
pub(super) struct Walk<'a> {
    pub(super) tokens: Tokens<'a>,
    pub(super) limits: &'a Limits,
    /// The groups around this one.
    states: Vec<State>,
    pub(super) state: State,
    /// Whether nothing of the group but `\*` has come.
    at_start: bool,
    starred: bool,
    /// Characters still to be passed over behind one of Unicode.
    pub(super) skip: u32,
    /// The first half of a character beyond U+FFFF.
    pub(super) high: Option<u16>,
    /// Bytes that are not decoded yet.
    pub(super) pending: Vec<u8>,
    pub(super) charsets: Charsets,
    pub(super) lists: Lists,
    /// The body, and the text boxes that are open.
    pub(super) flows: Vec<Flow>,
    pub(super) nested_row: Definition,
    pub(super) objects: Vec<Object>,
    pub(super) property: String,
    pub(super) value: String,
    /// What a picture shows, as its properties say.
    pub(super) description: String,
    pub(super) tally: Tally,
    /// The last text was hidden.
    pub(super) in_hidden: bool,
    pub(super) cells: usize,
    pub(super) paragraphs: usize,
}

/// An object that is open.
pub(super) struct Object {
    pub(super) class: String,
    /// Text and pictures of the paragraph before it.
    pub(super) before: (usize, usize),
}

impl<'a> Walk<'a> {
    /// At the beginning of a file.
    pub(super) fn new(bytes: &'a [u8], limits: &'a Limits) -> Self {
        Self {
            tokens: Tokens::new(bytes),
            limits,
            states: Vec::new(),
            state: State::new(),
            at_start: false,
            starred: false,
            skip: 0,
            high: None,
            pending: Vec::new(),
            charsets: Charsets::default(),
            lists: Lists::default(),
            flows: vec![Flow::new()],
            nested_row: Definition::default(),
            objects: Vec::new(),
            property: String::new(),
            value: String::new(),
            description: String::new(),
            tally: Tally::default(),
            in_hidden: false,
            cells: 0,
            paragraphs: 0,
        }
    }

    /// Walks to the end of the outermost group; what was found, and whether the group was ended.
    ///
    /// # Errors
    /// When the text passes a bound.
    pub(super) fn document(&mut self) -> Result<(Vec<Item>, bool), ReadError> {
        while let Some(token) = self.tokens.next() {
            self.token(token)?;
            if self.states.is_empty() && token == Token::Close {
                break;
            }
        }
        self.flush();
        let is_ended = self.states.is_empty() && !self.tokens.cut;
        self.state.target = Target::Body;
        while self.flows.len() > 1 {
            self.end_text_box();
        }
        if self.flow().is_some_and(|flow| !flow.line.text.is_empty() || !flow.line.anchored.is_empty()) {
            self.end_paragraph()?;
        }
        let flow = self.flows.pop();
        Ok((flow.map(|flow| flow.finish(&mut self.tally)).unwrap_or_default(), is_ended))
    }

    /// The innermost text: the body or a text box.
    pub(super) fn flow(&mut self) -> Option<&mut Flow> {
        self.flows.last_mut()
    }

    fn token(&mut self, token: Token<'_>) -> Result<(), ReadError> {
        match token {
            Token::Open => return self.open(),
            Token::Close => {
                self.close();
                return Ok(());
            }
            Token::Word(word, number) => return self.word(word, number),
            Token::Symbol(symbol) => return self.symbol(symbol),
            Token::Byte(_) if self.skip > 0 => self.skip -= 1,
            Token::Byte(byte) if self.state.target == Target::LevelText && byte < 32 => {
                self.flush();
                self.lists.text_mark(byte);
            }
            Token::Byte(byte) => self.pending.push(byte),
            Token::Text(text) => {
                let skipped = text.len().min(self.skip as usize);
                self.skip -= u32::try_from(skipped).unwrap_or(self.skip);
                self.pending.extend_from_slice(&text[skipped..]);
            }
        }
        self.at_start = false;
        Ok(())
    }

    fn open(&mut self) -> Result<(), ReadError> {
        self.flush();
        self.skip = 0;
        if self.states.len() >= self.limits.rtf_depth {
            return Err(ReadError(Message::new("read-rtf-too-deep").count("limit", self.limits.rtf_depth)));
        }
        self.states.push(self.state);
        self.state.ending = Ending::Plain;
        (self.at_start, self.starred) = (true, false);
        Ok(())
    }

    fn close(&mut self) {
        self.flush();
        self.skip = 0;
        self.at_start = false;
        match self.state.ending {
            Ending::Plain => {}
            Ending::TextBox => self.end_text_box(),
            Ending::Picture => {
                let name = std::mem::take(&mut self.description);
                self.picture(name);
            }
            Ending::Object => self.end_object(),
            Ending::Value => self.end_value(),
        }
        if let Some(state) = self.states.pop() {
            self.state = state;
        }
    }

    fn symbol(&mut self, symbol: u8) -> Result<(), ReadError> {
        if symbol == b'*' {
            self.starred = self.at_start;
            return Ok(());
        }
        self.at_start = false;
        match symbol {
            b'\r' | b'\n' => return self.paragraph(Paragraph::End, None),
            _ if self.skip > 0 => self.skip -= 1,
            b'\\' | b'{' | b'}' => self.pending.push(symbol),
            b'~' => self.say("\u{A0}"),
            b'_' => self.say("-"),
            b'\t' => self.say("\t"),
            _ => {}
        }
        Ok(())
    }

    fn word(&mut self, name: &[u8], number: Option<i32>) -> Result<(), ReadError> {
        let (at_start, starred) = (std::mem::take(&mut self.at_start), std::mem::take(&mut self.starred));
        let meaning = words::meaning(name);
        match meaning {
            Some(Word::Group(target, ending)) if at_start => self.enter(target, ending, name),
            _ if starred => self.enter(Target::Nothing, Ending::Plain, name),
            Some(Word::Text(_)) if self.skip > 0 => self.skip -= 1,
            Some(Word::Text(text)) => self.say(text),
            Some(Word::Character(word)) => self.character(word, number),
            Some(Word::Paragraph(word)) => return self.paragraph(word, number),
            Some(Word::Row(word)) => self.row_word(word, number.unwrap_or(0)),
            Some(Word::List(word)) if self.state.target == Target::Lists => {
                self.lists.word(word, number.unwrap_or(1));
            }
            Some(Word::Font(word)) => self.font_word(word, number.unwrap_or(0)),
            Some(Word::Group(..) | Word::List(_)) | None => {}
        }
        Ok(())
    }

    /// The group that has begun holds something.
    fn enter(&mut self, target: Target, ending: Ending, name: &[u8]) {
        let is_out = match target {
            Target::Nothing => true,
            Target::Body if name == b"ud" => self.state.target != Target::Alternative,
            _ => ending == Ending::TextBox && self.flows.len() >= MOST_FLOWS,
        };
        if is_out {
            if self.tokens.skip_group() {
                self.state.ending = Ending::Plain;
                self.close();
            }
            return;
        }
        (self.state.target, self.state.ending) = (target, ending);
        match target {
            Target::Lists => self.lists.of_instances = name == b"listoverridetable",
            Target::Name => self.property.clear(),
            Target::Value => self.value.clear(),
            Target::NestedRow => self.nested_row = Definition::default(),
            _ => {}
        }
        match ending {
            Ending::TextBox => {
                self.state.plain_paragraph();
                self.flows.push(Flow::new());
            }
            Ending::Object => {
                let before = self.extent();
                self.objects.push(Object { class: String::new(), before });
            }
            _ => {}
        }
    }

    fn font_word(&mut self, word: FontWord, number: i32) {
        match (word, self.state.target) {
            (FontWord::CodePage, _) => self.tokens.double_byte = self.charsets.set_page(number),
            (FontWord::Default, _) => self.charsets.default = Some(number),
            (FontWord::Charset, Target::Fonts) => self.charsets.set_charset(number),
            (FontWord::FontPage, Target::Fonts) => self.charsets.set_font_page(number),
            _ => {}
        }
    }

    fn character(&mut self, word: Character, number: Option<i32>) {
        let is_on = number != Some(0);
        if word == Character::Unicode {
            self.unicode(number.unwrap_or(0));
            return;
        }
        self.flush();
        match (word, self.state.target) {
            (Character::Font, Target::Fonts) => self.charsets.begin(number.unwrap_or(0)),
            (Character::Hidden, Target::Lists) => self.lists.word(ListWord::Hidden, i32::from(is_on)),
            (_, Target::Fonts | Target::Lists) | (Character::Unicode, _) => {}
            (Character::Plain, _) => self.state.plain_characters(),
            (Character::Font, _) => self.state.font = Some(number.unwrap_or(0)),
            (Character::Hidden, _) => self.state.hidden = is_on,
            (Character::Struck, _) => self.state.struck = is_on,
            (Character::Raised, _) => self.state.raised = is_on,
            (Character::NotRaised, _) => self.state.raised = false,
            (Character::Deleted, _) => {
                self.tally.deleted += usize::from(is_on && !self.state.deleted && self.state.target == Target::Body);
                self.state.deleted = is_on;
            }
            (Character::Inserted, target) => self.tally.inserted += usize::from(is_on && target == Target::Body),
            (Character::UnicodeSkip, _) => {
                self.state.unicode_skip = u32::try_from(number.unwrap_or(1)).unwrap_or(0);
            }
        }
    }

    fn row_word(&mut self, word: RowWord, number: i32) {
        match self.state.target {
            Target::NestedRow => self.nested_row.word(word, number),
            Target::Body => {
                if let Some(flow) = self.flow() {
                    flow.row.word(word, number);
                }
            }
            _ => {}
        }
    }
}
