//! Pictures that stand where text was expected: [`scans`] gives them out, an OCR program that the caller runs says what is
//! written on them ([`Seen`]), and [`read_scanned`] reads the file with that.
//!
//! What was seen goes through the same code as the text of pages: lines that meet draw tables, else columns are told by
//! alignment. A figure of which the program is not sure, or that lies across a line of a table, is unreadable with a note.
mod png;
mod seen;
mod word;

use std::collections::BTreeMap;

use crate::{Input, Limits, ReadError, docx, pdf};

pub(crate) use png::{Pixels, png};
pub use seen::{SEEN_SCHEMA, Seen, SeenBox};
pub(crate) use word::with_seen;

/// A picture that stands where text was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Where it stands, for messages: the page number, or the name of the picture in the file.
    pub place: String,
    /// An image file (JPEG, PNG, JPEG 2000, TIFF, BMP, GIF, WebP); empty where the picture is in none of these forms.
    pub image: Vec<u8>,
}

/// What was seen on each scan, by its index in what [`scans`] gave.
pub type SeenScans = BTreeMap<usize, Seen>;

/// The first bytes of the image files that programs take.
const IMAGES: [&[u8]; 8] = [b"\xFF\xD8\xFF", b"\x89PNG", b"\0\0\0\x0CjP", b"II*\0", b"MM\0*", b"BM", b"GIF8", b"RIFF"];

impl Scan {
    /// The scan with its image, if that is in a form that programs take.
    pub(crate) fn new(place: String, image: Vec<u8>) -> Self {
        let known = IMAGES.iter().any(|mark| image.starts_with(mark));
        Self { place, image: if known { image } else { Vec::new() } }
    }
}

/// A format whose pictures are given out.
struct Scanned {
    sniff: fn(&[u8]) -> bool,
    scans: fn(&[u8], &Limits) -> Result<Vec<Scan>, ReadError>,
    read: fn(&[u8], &Limits, &SeenScans) -> Result<Input, ReadError>,
}

/// All formats whose pictures are given out.
const SCANNED: &[Scanned] = &[
    Scanned { sniff: pdf::READER.sniff, scans: pdf::scans, read: pdf::read_scanned },
    Scanned { sniff: docx::READER.sniff, scans: docx::scans, read: docx::read_scanned },
];

fn scanned(bytes: &[u8]) -> Option<&'static Scanned> {
    SCANNED.iter().find(|format| (format.sniff)(bytes))
}

/// The pictures of a file that stand where text was expected, in the order of the file; none for formats whose pictures
/// cannot be given out.
///
/// # Errors
/// As [`read`](crate::read), but a file of pictures only is none.
pub fn scans(bytes: &[u8], limits: &Limits) -> Result<Vec<Scan>, ReadError> {
    limits.check_size(bytes.len() as u64)?;
    scanned(bytes).map_or(Ok(Vec::new()), |format| (format.scans)(bytes, limits))
}

/// Reads a file with what was seen on its scans.
///
/// # Errors
/// As [`read`](crate::read); also when something seen is not as [`Seen`] says.
pub fn read_scanned(bytes: &[u8], limits: &Limits, seen: &SeenScans) -> Result<Input, ReadError> {
    limits.check_size(bytes.len() as u64)?;
    for seen in seen.values() {
        seen.check(limits)?;
    }
    match scanned(bytes).filter(|_| !seen.is_empty()) {
        Some(format) => (format.read)(bytes, limits, seen),
        None => crate::read(bytes, limits),
    }
}
