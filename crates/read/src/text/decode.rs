//! Bytes to text: UTF-8, else GB18030, else UTF-16 where a byte order mark says so.
use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};
use gouji_model::Message;

use crate::ReadError;

/// A text and how it was encoded.
pub(crate) struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub(crate) text: Cow<'a, str>,
    /// The encoding it was read by.
    pub(crate) encoding: &'static Encoding,
    /// Offset in the file of the text's first byte, where the text has the file's own bytes.
    pub(crate) base: Option<usize>,
    /// Characters that stand for bytes which could not be decoded, here or before.
    pub(crate) replaced: usize,
}

/// Decodes a text.
///
/// # Errors
/// When more than one character in fifty could not be decoded.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    let (marked, mark) = Encoding::for_bom(bytes).map_or((None, 0), |(encoding, length)| (Some(encoding), length));
    let body = &bytes[mark..];
    let clean = match marked {
        None => UTF_8.decode_without_bom_handling_and_without_replacement(body),
        Some(_) => None,
    };
    let (text, encoding) = clean.map_or_else(
        || {
            let encoding = marked.unwrap_or_else(|| without_mark(body));
            (encoding.decode_without_bom_handling(body).0, encoding)
        },
        |text| (text, UTF_8),
    );
    let replaced = text.matches('\u{fffd}').count();
    if replaced > 1 && replaced * 50 > text.chars().count() {
        return Err(ReadError(Message::new("read-undecodable").count("count", replaced)));
    }
    let base = matches!(text, Cow::Borrowed(_)).then_some(mark);
    Ok(Decoded { text, encoding, base, replaced })
}

/// The encoding of bytes that are no clean UTF-8: still that where faults are few (a cut file, a faulty conversion).
fn without_mark(bytes: &[u8]) -> &'static Encoding {
    let (mut sound, mut faults) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        faults += usize::from(!chunk.invalid().is_empty());
        sound += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
    }
    if faults * 8 <= sound { UTF_8 } else { GB18030 }
}
