//! Streams that the library inflates by itself, without a limit: those of objects and of cross references.
//!
//! They are told by their keys, `First` and `W`, and inflated here beforehand, to nowhere. A stream is
//! passed over only if its dictionary is plain: one that could hide a key is inflated as well.
use memchr::memmem::find;

use super::budget::{Budget, DEFLATE_RATIO};
use crate::{Limits, ReadError};

/// How far back a dictionary is looked for.
const LONGEST_DICTIONARY: usize = 4_096;
/// Refuses a file whose streams of objects would inflate to more than allowed.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), ReadError> {
    // A small file cannot become large.
    if bytes.len() as u64 * DEFLATE_RATIO <= limits.pdf_object_bytes {
        return Ok(());
    }
    let mut budget = Budget::new(&Limits { pdf_bytes: limits.pdf_object_bytes, ..limits.clone() });
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], b"stream") {
        let at = from + found;
        from = at + b"stream".len();
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let data = bytes[from..].trim_ascii_start();
        if is_zlib(data) && !is_plain(&bytes[at.saturating_sub(LONGEST_DICTIONARY)..at]) {
            budget.inflated_size(data)?;
        }
    }
    Ok(())
}

/// Whether the dictionary at the end of bytes surely has none of the keys.
fn is_plain(before: &[u8]) -> bool {
    let Some(start) = start_of_object(before) else { return false };
    let dictionary = &before[start..];
    !dictionary.iter().any(|byte| matches!(byte, b'#' | b'(' | b'%'))
        && find(dictionary, b"/First").is_none()
        && !has_key(dictionary, b"/W")
}

/// After the last `obj`.
fn start_of_object(before: &[u8]) -> Option<usize> {
    before.windows(3).rposition(|window| window == b"obj").map(|at| at + 3)
}

/// Whether a name stands there, not as the beginning of a longer one.
fn has_key(dictionary: &[u8], key: &[u8]) -> bool {
    dictionary
        .windows(key.len() + 1)
        .any(|window| window.starts_with(key) && !window[key.len()].is_ascii_alphanumeric())
}

fn is_zlib(data: &[u8]) -> bool {
    matches!(data, [method, flags, ..] if method & 0x0f == 8 && (u16::from(*method) << 8 | u16::from(*flags)) % 31 == 0)
}
