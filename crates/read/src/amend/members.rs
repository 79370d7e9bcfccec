//! A zip file in which the content of single members is replaced or added, and all others are copied as they are packed.
use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{ZipArchive, result::ZipError};

use crate::zip_archive::{damaged, refusal};
use crate::{Limits, ReadError, zip_archive::Archive};

/// The zip with new contents for some members, in the same order; members that it does not have follow by name.
///
/// # Errors
/// When the zip is damaged or passes a bound.
pub(super) fn replaced(
    bytes: &[u8],
    contents: &BTreeMap<String, Vec<u8>>,
    limits: &Limits,
) -> Result<Vec<u8>, ReadError> {
    // Counts the members before anything is loaded.
    Archive::open(bytes, limits)?;
    let wrong = |error: &ZipError| damaged(&error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| wrong(&error))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len() + 4096)));
    writer.set_raw_comment(archive.comment().into()).map_err(|error| wrong(&error))?;
    for index in 0..archive.len() {
        let member = archive.by_index_raw(index).map_err(|error| refusal(&error, ""))?;
        let name = String::from_utf8_lossy(member.name_raw()).into_owned();
        let Some(content) = contents.get(&name) else {
            writer.raw_copy_file(member).map_err(|error| wrong(&error))?;
            continue;
        };
        let mut options = SimpleFileOptions::default().compression_method(member.compression());
        if let Some(time) = member.last_modified() {
            options = options.last_modified_time(time);
        }
        if let Some(mode) = member.unix_mode() {
            options = options.unix_permissions(mode);
        }
        writer.start_file(name, options).map_err(|error| wrong(&error))?;
        writer.write_all(content).map_err(|error| damaged(&error.to_string()))?;
    }
    for (name, content) in contents {
        if archive.index_for_name(name).is_none() {
            let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
            writer.start_file(name.as_str(), options).map_err(|error| wrong(&error))?;
            writer.write_all(content).map_err(|error| damaged(&error.to_string()))?;
        }
    }
    Ok(writer.finish().map_err(|error| wrong(&error))?.into_inner())
}

/// The bytes of a part with a new text: those before the text, a mark of its encoding, stay. `None` where the part is
/// not UTF-8, so that places in its text are none in its bytes.
pub(super) fn encoded(bytes: &[u8], text: &str, new: &str) -> Option<Vec<u8>> {
    let mark = bytes.strip_suffix(text.as_bytes())?;
    Some([mark, new.as_bytes()].concat())
}
