//! Tags and text of a page: the tokenizer of the HTML standard (13.2.5), for the library's tree builder.
//!
//! The library's own tokenizer goes through a page character by character and keeps every attribute, which takes two
//! thirds of the time of a page and, for a tag with a million attributes, hours. This one finds the same tokens in runs
//! and keeps the attributes that [`wanted`] names; a test compares the two on damaged pages.
use html5ever::interface::{Attribute, QualName};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, EndTag, StartTag, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::{LocalName, local_name, ns};

use super::references::resolve;

/// What takes the tokens.
pub(super) trait Target: TokenSink {
    /// Whether it wants no more.
    fn is_full(&self) -> bool;
}

/// Cuts a text without carriage returns into tokens.
pub(super) fn tokenize<T: Target>(text: &str, target: &T) {
    let mut tokenizer = Tokenizer { text, whole: StrTendril::from_slice(text), at: 0, target };
    while tokenizer.at < text.len() && !target.is_full() {
        if tokenizer.byte() == Some(b'<') { tokenizer.open() } else { tokenizer.characters() }
    }
    tokenizer.emit(Token::EOFToken);
    target.end();
}

/// The attributes that reading looks at, and the one that decides whether MathML holds HTML.
fn wanted(name: &str) -> Option<LocalName> {
    Some(match name {
        "alt" => local_name!("alt"),
        "class" => local_name!("class"),
        "colspan" => local_name!("colspan"),
        "data" => local_name!("data"),
        "encoding" => local_name!("encoding"),
        "height" => local_name!("height"),
        "hidden" => local_name!("hidden"),
        "href" => local_name!("href"),
        "id" => local_name!("id"),
        "reversed" => LocalName::from("reversed"),
        "role" => LocalName::from("role"),
        "rowspan" => local_name!("rowspan"),
        "src" => local_name!("src"),
        "start" => local_name!("start"),
        "style" => local_name!("style"),
        "title" => local_name!("title"),
        "type" => local_name!("type"),
        "value" => local_name!("value"),
        "width" => local_name!("width"),
        _ => return None,
    })
}

struct Tokenizer<'a, T> {
    text: &'a str,
    /// The text again, of which parts can be shared.
    whole: StrTendril,
    at: usize,
    target: &'a T,
}

/// What a tag holds after its name.
struct Inside {
    attributes: Vec<Attribute>,
    self_closing: bool,
}

impl<T: Target> Tokenizer<'_, T> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Hands over a token that does not change how the rest is read, as only tags do.
    fn emit(&self, token: Token) {
        let _ = self.target.process_token(token, 1);
    }

    /// Offset of a character at or after the place, or the end.
    fn find(&self, character: char) -> usize {
        self.rest().find(character).map_or(self.text.len(), |found| self.at + found)
    }

    fn part(&self, start: usize, end: usize) -> StrTendril {
        match (u32::try_from(start), u32::try_from(end - start)) {
            (Ok(start), Ok(length)) => self.whole.subtendril(start, length),
            _ => StrTendril::from_slice(&self.text[start..end]),
        }
    }

    /// Text up to the next `<`.
    fn characters(&mut self) {
        let (start, end) = (self.at, self.find('<'));
        self.at = end;
        let text = &self.text[start..end];
        if !text.contains('\0') {
            self.text_run(start, end);
            return;
        }
        let mut from = start;
        for (found, _) in text.match_indices('\0') {
            self.text_run(from, start + found);
            self.emit(Token::NullCharacterToken);
            from = start + found + 1;
        }
        self.text_run(from, end);
    }

    fn text_run(&self, start: usize, end: usize) {
        if start < end {
            self.emit(Token::CharacterTokens(self.value(start, end, false)));
        }
    }

    /// A part with its references resolved.
    fn value(&self, start: usize, end: usize, in_attribute: bool) -> StrTendril {
        let text = &self.text[start..end];
        if !text.contains('&') {
            return self.part(start, end);
        }
        let mut resolved = String::with_capacity(text.len());
        resolve(text, in_attribute, &mut resolved);
        StrTendril::from_slice(&resolved)
    }

    /// What a `<` opens.
    fn open(&mut self) {
        let next = |offset: usize| self.text.as_bytes().get(self.at + offset).copied();
        match (next(1), next(2)) {
            (Some(b'!'), _) => self.declaration(),
            (Some(b'?'), _) => self.comment_to_bracket(1),
            (Some(b'a'..=b'z' | b'A'..=b'Z'), _) => self.tag(StartTag, 1),
            (Some(b'/'), Some(b'a'..=b'z' | b'A'..=b'Z')) => self.tag(EndTag, 2),
            (Some(b'/'), Some(b'>')) => self.at += 3,
            (Some(b'/'), Some(_)) => self.comment_to_bracket(2),
            (Some(b'/'), None) => self.literal(2),
            _ => self.literal(1),
        }
    }

    /// Characters that look like markup and are none.
    fn literal(&mut self, length: usize) {
        self.emit(Token::CharacterTokens(self.part(self.at, self.at + length)));
        self.at += length;
    }

    fn declaration(&mut self) {
        let rest = &self.rest()[2..];
        if rest.starts_with("--") {
            self.comment();
        } else if rest.get(..7).is_some_and(|word| word.eq_ignore_ascii_case("doctype")) {
            self.doctype();
        } else if rest.starts_with("[CDATA[") && self.target.adjusted_current_node_present_but_not_in_html_namespace() {
            self.section();
        } else {
            self.comment_to_bracket(2);
        }
    }

    /// `<!-- … -->`; `<!-->`, `<!--->` and `--!>` end one too.
    fn comment(&mut self) {
        self.at += 4;
        let rest = self.rest();
        let length = if rest.starts_with('>') {
            1
        } else if rest.starts_with("->") {
            2
        } else {
            let ends = |found: usize| {
                let after = &rest[found + 2..];
                let mark = if after.starts_with('>') { Some(1) } else { after.starts_with("!>").then_some(2) };
                mark.map(|mark| found + 2 + mark)
            };
            // Dashes overlap: `--->` ends a comment.
            dashes(rest).find_map(ends).unwrap_or(rest.len())
        };
        self.at += length;
        self.emit(Token::CommentToken(StrTendril::new()));
    }

    /// What the standard calls a bogus comment, such as `<![if !supportLists]>`.
    fn comment_to_bracket(&mut self, skip: usize) {
        self.at += skip;
        self.at = (self.find('>') + 1).min(self.text.len());
        self.emit(Token::CommentToken(StrTendril::new()));
    }

    /// A CDATA section, within SVG and MathML.
    fn section(&mut self) {
        self.at += 9;
        let length = self.rest().find("]]>");
        let end = length.map_or(self.text.len(), |length| self.at + length);
        for (position, run) in self.text[self.at..end].split('\0').enumerate() {
            if position > 0 {
                self.emit(Token::NullCharacterToken);
            }
            if !run.is_empty() {
                self.emit(Token::CharacterTokens(StrTendril::from_slice(run)));
            }
        }
        self.at = end + if length.is_some() { 3 } else { 0 };
    }

    fn doctype(&mut self) {
        self.at += 9;
        let end = self.find('>');
        let mut doctype = doctype(&self.text[self.at..end]);
        doctype.force_quirks |= end == self.text.len();
        self.at = (end + 1).min(self.text.len());
        self.emit(Token::DoctypeToken(doctype));
    }

    fn tag(&mut self, kind: TagKind, skip: usize) {
        self.at += skip;
        let start = self.at;
        self.skip_until(|byte| is_blank(byte) || matches!(byte, b'/' | b'>'));
        let name = local_name(&self.text[start..self.at]);
        let Some(Inside { attributes, self_closing }) = self.inside(kind) else {
            // The page ends within the tag, which is then none.
            self.at = self.text.len();
            return;
        };
        let raw_name = (kind == StartTag).then(|| name.clone());
        let tag = Tag { kind, name, self_closing, attrs: attributes, had_duplicate_attributes: false };
        match self.target.process_token(Token::TagToken(tag), 1) {
            TokenSinkResult::RawData(raw) => self.raw(raw, &raw_name.unwrap_or_default()),
            TokenSinkResult::Plaintext => self.raw_text(self.text.len(), false),
            TokenSinkResult::Continue | TokenSinkResult::Script(_) | TokenSinkResult::EncodingIndicator(_) => {}
        }
    }

    fn skip_until(&mut self, stop: impl Fn(u8) -> bool) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().position(|byte| stop(*byte)).unwrap_or(rest.len());
    }

    /// Attributes up to the end of the tag.
    fn inside(&mut self, kind: TagKind) -> Option<Inside> {
        let mut attributes: Vec<Attribute> = Vec::new();
        loop {
            self.skip_until(|byte| !is_blank(byte));
            match self.byte()? {
                b'>' => {
                    self.at += 1;
                    return Some(Inside { attributes, self_closing: false });
                }
                b'/' => {
                    self.at += 1;
                    if self.byte()? == b'>' {
                        self.at += 1;
                        return Some(Inside { attributes, self_closing: true });
                    }
                }
                _ => {
                    let (name, start, end) = self.attribute()?;
                    let name = if kind == StartTag { name } else { None };
                    if let Some(name) = name
                        && !attributes.iter().any(|other| other.name.local == name)
                    {
                        let value = self.value(start, end, true);
                        let value = if value.contains('\0') { value.replace('\0', "\u{fffd}").into() } else { value };
                        attributes.push(Attribute { name: QualName::new(None, ns!(), name), value });
                    }
                }
            }
        }
    }

    /// An attribute: its name, if it is wanted, and the range of its value.
    fn attribute(&mut self) -> Option<(Option<LocalName>, usize, usize)> {
        let start = self.at;
        // A name may begin with `=`.
        self.at += 1;
        self.skip_until(|byte| is_blank(byte) || matches!(byte, b'/' | b'>' | b'='));
        let name = &self.text[start..self.at];
        let name = if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            wanted(&name.to_ascii_lowercase())
        } else {
            wanted(name)
        };
        self.skip_until(|byte| !is_blank(byte));
        if self.byte()? != b'=' {
            return Some((name, self.at, self.at));
        }
        self.at += 1;
        self.skip_until(|byte| !is_blank(byte));
        let quote = self.byte()?;
        if !matches!(quote, b'"' | b'\'') {
            let start = self.at;
            self.skip_until(|byte| is_blank(byte) || byte == b'>');
            self.byte()?;
            return Some((name, start, self.at));
        }
        self.at += 1;
        let start = self.at;
        self.at = self.find(char::from(quote));
        self.byte()?;
        self.at += 1;
        Some((name, start, self.at - 1))
    }

    /// Text in which there are no tags but its own end.
    fn raw(&mut self, kind: RawKind, name: &str) {
        let end = match kind {
            RawKind::ScriptData | RawKind::ScriptDataEscaped(_) => self.script_end(),
            RawKind::Rcdata | RawKind::Rawtext => end_tags(self.rest(), name).next().map(|found| self.at + found),
        };
        self.raw_text(end.unwrap_or(self.text.len()), kind == RawKind::Rcdata);
    }

    fn raw_text(&mut self, end: usize, references: bool) {
        let text = if references { self.value(self.at, end, false) } else { self.part(self.at, end) };
        if !text.is_empty() {
            let text = if text.contains('\0') { text.replace('\0', "\u{fffd}").into() } else { text };
            self.emit(Token::CharacterTokens(text));
        }
        self.at = end;
    }

    /// Where a script ends: within `<!-- <script> … -->` its end tag is text.
    fn script_end(&self) -> Option<usize> {
        let text = self.rest();
        let (mut escape, mut at) = (Escape::None, 0);
        while let Some(found) = text[at..].find(['-', '<']).map(|found| at + found) {
            let rest = &text[found..];
            let opens = rest.starts_with('<') && is_named(&rest[1..], "script");
            let closes = rest.starts_with("</") && is_named(&rest[2..], "script");
            at = found + 1;
            escape = match escape {
                Escape::None | Escape::Comment if closes => return Some(self.at + found),
                Escape::None if rest.starts_with("<!--") => {
                    // Its dashes may be those of the end: `<!-->`.
                    at = found + 2;
                    Escape::Comment
                }
                Escape::Comment | Escape::Script if rest.starts_with("-->") => Escape::None,
                Escape::Comment if opens => Escape::Script,
                Escape::Script if closes => Escape::Comment,
                escape => escape,
            };
        }
        None
    }
}

/// What hides the end of a script.
#[derive(Clone, Copy)]
enum Escape {
    None,
    /// `<!--`, which does not hide it yet.
    Comment,
    /// A script's tag within a comment.
    Script,
}

const BLANKS: [char; 4] = [' ', '\n', '\t', '\x0c'];

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\x0c')
}

/// Places of two dashes.
fn dashes(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices('-').map(|(at, _)| at).filter(|at| text[at + 1..].starts_with('-'))
}

/// Places of an end tag.
fn end_tags<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices("</").map(|(at, _)| at).filter(move |at| is_named(&text[at + 2..], name))
}

/// Whether a tag's name stands here.
fn is_named(text: &str, name: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
        && bytes.get(name.len()).is_some_and(|byte| is_blank(*byte) || matches!(byte, b'/' | b'>'))
}

fn local_name(name: &str) -> LocalName {
    if name.bytes().any(|byte| byte.is_ascii_uppercase() || byte == 0) {
        return LocalName::from(name.to_ascii_lowercase().replace('\0', "\u{fffd}"));
    }
    LocalName::from(name)
}

/// A document type, from what follows the word; a `>` ends it even within quotes.
fn doctype(text: &str) -> Doctype {
    let mut doctype = Doctype::default();
    let text = text.trim_start_matches(BLANKS);
    let end = text.bytes().position(is_blank).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    if name.is_empty() {
        doctype.force_quirks = true;
        return doctype;
    }
    doctype.name = Some(name.to_ascii_lowercase().replace('\0', "\u{fffd}").into());
    let mut rest = rest.trim_start_matches(BLANKS);
    let word = rest.get(..6).unwrap_or_default().to_ascii_lowercase();
    if rest.is_empty() {
        return doctype;
    }
    match &*word {
        "public" => {
            (doctype.public_id, doctype.force_quirks, rest) = identifier(&rest[6..]);
            if !doctype.force_quirks && !rest.is_empty() {
                (doctype.system_id, doctype.force_quirks, _) = identifier(rest);
            }
        }
        "system" => (doctype.system_id, doctype.force_quirks, _) = identifier(&rest[6..]),
        _ => doctype.force_quirks = true,
    }
    doctype
}

/// A quoted identifier, whether it is faulty, and what follows.
fn identifier(text: &str) -> (Option<StrTendril>, bool, &str) {
    let text = text.trim_start_matches(BLANKS);
    let Some(quote) = text.chars().next().filter(|quote| matches!(quote, '"' | '\'')) else {
        return (None, true, "");
    };
    let (value, rest, faulty) = match text[1..].split_once(quote) {
        Some((value, rest)) => (value, rest, false),
        None => (&text[1..], "", true),
    };
    (Some(value.replace('\0', "\u{fffd}").into()), faulty, rest.trim_start_matches(BLANKS))
}
