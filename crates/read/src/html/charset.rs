//! How a page is encoded: byte order mark, what the page says, else UTF-8 where that is sound, else GB18030.
use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use gouji_model::{Message, Note};

use crate::ReadError;

/// How far into a page its encoding is looked for; browsers look at 1,024 bytes, but some pages say it later.
const HEAD: usize = 16_384;

/// A page as text.
pub(super) struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub(super) text: Cow<'a, str>,
    /// What a person should know of it.
    pub(super) notes: Vec<Note>,
}

/// Decodes a page; `sent` is the encoding that whoever sent it names.
///
/// # Errors
/// When more than one character in fifty could not be decoded.
pub(super) fn decode<'a>(bytes: &'a [u8], sent: Option<&'static Encoding>) -> Result<Decoded<'a>, ReadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(encoding.decode_without_bom_handling(&bytes[mark..]).0, Vec::new());
    }
    let said = sent.map(as_sent).or_else(|| said(&bytes[..bytes.len().min(HEAD)]));
    let sound = UTF_8.decode_without_bom_handling_and_without_replacement(bytes);
    let is_ascii = || bytes.is_ascii();
    match (said, sound) {
        (Some(said), Some(text)) if said != UTF_8 && !is_ascii() => decoded(text, vec![other(said, UTF_8)]),
        (_, Some(text)) => decoded(text, Vec::new()),
        (None, None) => {
            let note = Message::new("reading-encoding").text("encoding", GB18030.name());
            decoded(GB18030.decode_without_bom_handling(bytes).0, vec![note])
        }
        (Some(said), None) => {
            let (text, faulty) = said.decode_without_bom_handling(bytes);
            if faulty && said == UTF_8 {
                let (chinese, faulty) = GB18030.decode_without_bom_handling(bytes);
                if !faulty || share(&chinese) < share(&text) {
                    return decoded(chinese, vec![other(said, GB18030)]);
                }
            }
            decoded(text, Vec::new())
        }
    }
}

fn other(said: &'static Encoding, used: &'static Encoding) -> Message {
    Message::new("reading-html-encoding").text("said", said.name()).text("used", used.name())
}

fn decoded(text: Cow<'_, str>, mut messages: Vec<Message>) -> Result<Decoded<'_>, ReadError> {
    let replaced = share(&text);
    if replaced > 1 && replaced * 50 > text.chars().count() {
        return Err(ReadError(Message::new("read-undecodable").count("count", replaced)));
    }
    if replaced > 0 {
        messages.push(Message::new("reading-html-undecoded").count("count", replaced));
    }
    let notes = messages.into_iter().map(|message| Note { message, origin: None }).collect();
    Ok(Decoded { text, notes })
}

fn share(text: &str) -> usize {
    text.matches('\u{fffd}').count()
}

/// The encoding that a page names: `<?xml encoding`, `<meta charset>` or `content="text/html; charset=…"`.
fn said(head: &[u8]) -> Option<&'static Encoding> {
    let head: Vec<u8> =
        head.iter().map(|byte| if byte.is_ascii() { byte.to_ascii_lowercase() } else { b'?' }).collect();
    let head = without_comments(std::str::from_utf8(&head).unwrap_or_default());
    let xml = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map(|(inside, _)| inside);
    let metas = head.split("<meta").skip(1).map(|rest| rest.split_once('>').map_or(rest, |(inside, _)| inside));
    let named = metas.filter_map(|meta| value(meta, "charset")).chain(xml.and_then(|xml| value(xml, "encoding")));
    named.filter_map(|label| Encoding::for_label(label.as_bytes())).map(as_used).next()
}

/// A sender may name any encoding; GBK is read as its superset.
fn as_sent(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

/// A name within a meta tag or an XML declaration can only be of an ASCII superset; GBK is read as its superset.
fn as_used(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else if encoding == GBK {
        GB18030
    } else {
        encoding
    }
}

fn value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        rest = &rest[at + name.len()..];
        if let Some(value) = rest.trim_start().strip_prefix('=') {
            let value = value.trim_start().trim_start_matches(['"', '\'']);
            return value.split(|end: char| end.is_whitespace() || matches!(end, '"' | '\'' | ';' | '/' | '>')).next();
        }
    }
    None
}

fn without_comments(text: &str) -> Cow<'_, str> {
    let Some((before, mut rest)) = text.split_once("<!--") else { return Cow::Borrowed(text) };
    let mut kept = before.to_owned();
    while let Some((_, after)) = rest.split_once("-->") {
        let (part, next) = after.split_once("<!--").unwrap_or((after, ""));
        kept.push_str(part);
        rest = next;
    }
    Cow::Owned(kept)
}
