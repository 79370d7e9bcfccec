//! SHA-256, by which an input and the rules can be told again.
use sha2::{Digest, Sha256};

/// The digest of parts, in lower-case hexadecimal digits; where one part ends and the next begins counts.
pub(crate) fn of<'a>(parts: impl Iterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hexadecimal(&hash.finalize())
}

/// The digest of a file's content, as `sha256sum` gives it.
pub(crate) fn of_file(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
