//! XML, read within bounds: no document types, no entities of its own, no nesting and no number of tags that a
//! document has no use for. Names are compared without their prefix, so that transitional, strict and oddly prefixed
//! files read alike.
use std::borrow::Cow;

use encoding_rs::Encoding;
use gouji_model::Message;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::{Limits, ReadError};

/// A walk over one XML text.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    /// Name of the file's part, for messages.
    part: &'a str,
    depth: usize,
    /// The element opened last was `<a/>`: its end is still to be given.
    is_empty: bool,
    most_depth: usize,
    events: usize,
    most_events: usize,
}

/// A start tag.
pub(crate) struct Element<'a>(BytesStart<'a>);

/// What follows in the text.
pub(crate) enum Piece<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// Text.
    Text(Cow<'a, str>),
    /// The end of the element that was opened last and not closed, or of the whole text.
    Close,
}

/// What comes next where text and elements are mixed.
pub(crate) enum Mixed<'a> {
    /// An element is opened; the caller reads it to its end.
    Open(Element<'a>),
    /// A piece of text.
    Text(Cow<'a, str>),
    /// The element that was open is closed.
    Close,
}

/// What an event means for the nesting. An element that is written `<a/>` is opened; [`Xml::is_empty`] says that it is
/// closed at once.
enum Tag<'a> {
    Open(Element<'a>),
    Close,
    None,
}

/// The text of an XML file: UTF-8, or UTF-16 with its mark.
///
/// # Errors
/// When it is neither.
pub(crate) fn into_text(bytes: Vec<u8>, part: &str) -> Result<String, ReadError> {
    let text = match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => {
            let (text, faulty) = encoding.decode_without_bom_handling(&bytes[mark..]);
            (!faulty).then(|| text.into_owned())
        }
        None => String::from_utf8(bytes).ok(),
    };
    text.ok_or_else(|| ReadError(Message::new("read-xml-encoding").text("part", part)))
}

impl<'a> Xml<'a> {
    /// At the beginning of a text.
    pub(crate) fn new(text: &'a str, part: &'a str, limits: &Limits) -> Self {
        Self {
            reader: Reader::from_str(text),
            part,
            depth: 0,
            is_empty: false,
            most_depth: limits.xml_depth,
            events: 0,
            most_events: limits.xml_events,
        }
    }

    /// What comes next inside the open element; comments and instructions are passed over.
    ///
    /// # Errors
    /// When the text is not well formed, has a document type or passes a bound.
    pub(crate) fn next(&mut self) -> Result<Piece<'a>, ReadError> {
        if std::mem::take(&mut self.is_empty) {
            return Ok(Piece::Close);
        }
        loop {
            match self.event()? {
                Event::Text(text) => return Ok(Piece::Text(text.into_inner())),
                Event::CData(text) => return Ok(Piece::Text(text.into_inner())),
                Event::GeneralRef(reference) => return self.referred(&reference).map(Piece::Text),
                other => match self.tag(other)? {
                    Tag::Open(element) => return Ok(Piece::Open(element)),
                    Tag::Close => return Ok(Piece::Close),
                    Tag::None => {}
                },
            }
        }
    }

    /// The next element inside the one that is open; `None` when that is closed. Text between them is passed over.
    ///
    /// The caller reads the element to its end, by `child`, [`Xml::text`] or [`Xml::skip`].
    ///
    /// # Errors
    /// When the text is not well formed, has a document type or passes a bound.
    pub(crate) fn child(&mut self) -> Result<Option<Element<'a>>, ReadError> {
        if std::mem::take(&mut self.is_empty) {
            return Ok(None);
        }
        loop {
            let event = self.event()?;
            match self.tag(event)? {
                Tag::Open(element) => return Ok(Some(element)),
                Tag::Close => return Ok(None),
                Tag::None => {}
            }
        }
    }

    #[inline]
    fn event(&mut self) -> Result<Event<'a>, ReadError> {
        self.events += 1;
        if self.events > self.most_events {
            return Err(self.refusal(Message::new("read-xml-events").count("limit", self.most_events)));
        }
        self.reader.read_event().map_err(|error| self.broken(&error.to_string()))
    }

    /// What an event means for the nesting.
    #[inline]
    fn tag(&mut self, event: Event<'a>) -> Result<Tag<'a>, ReadError> {
        match event {
            Event::Start(start) => {
                self.depth += 1;
                self.check_depth(self.depth)?;
                Ok(Tag::Open(Element(start)))
            }
            Event::Empty(start) => {
                self.is_empty = true;
                Ok(Tag::Open(Element(start)))
            }
            Event::End(_) => {
                self.depth -= 1;
                Ok(Tag::Close)
            }
            Event::Eof if self.depth == 0 => Ok(Tag::Close),
            Event::Eof => Err(self.broken("end of text inside an element")),
            Event::DocType(_) => Err(self.refusal(Message::new("read-xml-doctype"))),
            _ => Ok(Tag::None),
        }
    }

    /// Passes over the rest of the open element.
    ///
    /// # Errors
    /// As [`Xml::child`].
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        if std::mem::take(&mut self.is_empty) {
            return Ok(());
        }
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            let event = self.event()?;
            // The end of an empty element needs no event of its own here.
            self.tag(event)?;
            self.is_empty = false;
        }
        Ok(())
    }

    /// Adds the text of the open element, to its end.
    ///
    /// # Errors
    /// As [`Xml::child`].
    pub(crate) fn text(&mut self, into: &mut String) -> Result<(), ReadError> {
        loop {
            match self.next()? {
                Piece::Open(_) => self.skip()?,
                Piece::Text(text) => into.push_str(&text),
                Piece::Close => return Ok(()),
            }
        }
    }

    /// What comes next inside the open element, text and elements alike.
    ///
    /// # Errors
    /// As [`Xml::child`].
    pub(crate) fn mixed(&mut self) -> Result<Mixed<'a>, ReadError> {
        if std::mem::take(&mut self.is_empty) {
            return Ok(Mixed::Close);
        }
        loop {
            match self.event()? {
                Event::Text(text) => return Ok(Mixed::Text(text.into_inner())),
                Event::CData(text) => return Ok(Mixed::Text(text.into_inner())),
                Event::GeneralRef(reference) => return self.referred(&reference).map(Mixed::Text),
                other => match self.tag(other)? {
                    Tag::Open(element) => return Ok(Mixed::Open(element)),
                    Tag::Close => return Ok(Mixed::Close),
                    Tag::None => {}
                },
            }
        }
    }

    fn check_depth(&self, depth: usize) -> Result<(), ReadError> {
        if depth > self.most_depth {
            return Err(self.refusal(Message::new("read-xml-depth").count("limit", self.most_depth)));
        }
        Ok(())
    }

    fn referred(&self, reference: &BytesRef<'a>) -> Result<Cow<'a, str>, ReadError> {
        if let Some(text) = resolve_predefined_entity(reference) {
            return Ok(Cow::Borrowed(text));
        }
        match reference.resolve_char_ref() {
            Ok(Some(character)) => Ok(Cow::Owned(character.to_string())),
            _ => Err(self.broken(&format!("&{};", &**reference))),
        }
    }

    fn broken(&self, cause: &str) -> ReadError {
        let at = usize::try_from(self.reader.error_position()).unwrap_or(usize::MAX);
        self.refusal(Message::new("read-xml-broken").count("at", at).text("cause", cause))
    }

    fn refusal(&self, message: Message) -> ReadError {
        ReadError(message.text("part", self.part))
    }
}

impl Element<'_> {
    /// Its name without prefix.
    pub(crate) fn name(&self) -> &str {
        without_prefix(self.0.name().into_inner())
    }

    /// Whether it has this name, prefix aside.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name() == name
    }

    /// The value of an attribute, by its name without prefix; one that is ill formed counts as absent.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let mut found = attributes.with_checks(false).flatten();
        let found = found.find(|attribute| without_prefix(attribute.key.into_inner()) == name)?;
        match found.value {
            Cow::Borrowed(value) if !value.contains('&') => Some(Cow::Borrowed(value)),
            value => unescape(&value).ok().map(|value| Cow::Owned(value.into_owned())),
        }
    }

    /// The value of an attribute as a number.
    pub(crate) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

fn without_prefix(name: &str) -> &str {
    match name.as_bytes() {
        // Nearly every name of a Word file.
        [b'w', b':', ..] => &name[2..],
        _ => name.split_once(':').map_or(name, |(_, local)| local),
    }
}
