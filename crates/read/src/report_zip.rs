//! Zip files of reports: what a competent office is sent. Their members are files like any other, read one at a time.
use std::io::{Read, Seek, SeekFrom};

use encoding_rs::GB18030;
use gouji_model::Message;
use memchr::memmem;
use zip::ZipArchive;

use crate::limits::{check_bytes, size_text};
use crate::zip_archive::{ANY_RATIO, damaged, damaged_member, refusal};
use crate::{Limits, ReadError};

/// Names that systems put into folders and archives by themselves.
const LITTER: [&str; 3] = ["Thumbs.db", "desktop.ini", "__MACOSX"];

/// Members at the root by which the zip of a document is told from a zip of reports: Office, OpenDocument, OFD.
const OF_DOCUMENTS: [&str; 3] = ["[Content_Types].xml", "mimetype", "OFD.xml"];

/// A zip file of reports.
#[derive(Debug)]
pub struct ReportZip<R> {
    zip: ZipArchive<R>,
    members: Vec<Member>,
    limits: Limits,
}

#[derive(Debug)]
struct Member {
    /// Its path as it is shown, with `/`.
    path: String,
    index: usize,
}

impl<R: Read + Seek> ReportZip<R> {
    /// Opens a zip file; `None` if it is none, or if it is a document.
    ///
    /// # Errors
    /// When its directory is damaged, has more than [`Limits::archive_entries`], or says that all of its files together
    /// have more than [`Limits::archive_inflated_bytes`].
    pub fn open(mut file: R, limits: &Limits) -> Result<Option<Self>, ReadError> {
        if !is_zip(&mut file).map_err(|error| damaged(&error.to_string()))? {
            return Ok(None);
        }
        check_entries(&mut file, limits)?;
        let mut zip = ZipArchive::new(file).map_err(|error| damaged(&error.to_string()))?;
        let is_document = |name: &[u8]| OF_DOCUMENTS.iter().any(|other| other.as_bytes().eq_ignore_ascii_case(name));
        if zip.file_names_raw().any(is_document) {
            return Ok(None);
        }
        let mut members: Vec<Member> = Vec::new();
        let mut inflated = 0_u64;
        for index in 0..zip.len() {
            let Ok(entry) = zip.by_index_raw(index) else {
                // Its header is damaged; reading it will say so.
                members.extend(zip.file_names_raw().nth(index).and_then(|name| Member::of(name, index)));
                continue;
            };
            let member = if entry.is_dir() { None } else { Member::of(entry.name_raw(), index) };
            if let Some(member) = member {
                inflated = inflated.saturating_add(entry.size());
                members.push(member);
            }
        }
        check_bytes(inflated, limits.archive_inflated_bytes, "read-archive-inflated")?;
        members.sort_by(|left, right| left.path.split('/').cmp(right.path.split('/')));
        Ok(Some(Self { zip, members, limits: limits.clone() }))
    }

    /// The paths of its files in the order of folders, with `/`; names in GBK are decoded, hidden files and what systems
    /// put into archives left out.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|member| member.path.as_str())
    }

    /// The content of a file; `None` if there is none of this path.
    ///
    /// # Errors
    /// When it is encrypted, damaged or larger than allowed.
    pub fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(member) = self.members.iter().find(|member| member.path == path) else { return Ok(None) };
        let file = self.zip.by_index(member.index).map_err(|error| refusal(&error, path))?;
        let (size, packed) = (file.size(), file.compressed_size());
        self.limits.check_size(size)?;
        if size > ANY_RATIO && size / packed.max(1) > self.limits.inflate_ratio {
            return Err(ReadError(Message::new("read-zip-ratio").text("part", path).text("size", size_text(size))));
        }
        let mut content = Vec::with_capacity(usize::try_from(size.min(ANY_RATIO)).unwrap_or_default());
        // The size is what the zip says of it; one byte more is enough to catch it lying.
        let read = file.take(size.saturating_add(1)).read_to_end(&mut content);
        if read.ok().is_none_or(|read| read as u64 != size) {
            return Err(damaged_member(path));
        }
        Ok(Some(content))
    }
}

impl Member {
    /// `None` for what is no report: hidden files, lock files, litter of systems.
    fn of(name: &[u8], index: usize) -> Option<Self> {
        let name = decode(name);
        let steps: Vec<&str> = name.split(['/', '\\']).filter(|step| !matches!(*step, "" | "." | "..")).collect();
        let is_litter = |step: &&str| {
            step.starts_with('.')
                || step.starts_with("~$")
                || LITTER.iter().any(|other| other.eq_ignore_ascii_case(step))
        };
        if steps.is_empty() || name.ends_with(['/', '\\']) || steps.iter().any(is_litter) {
            return None;
        }
        let path = steps.join("/").replace(char::is_control, "�");
        Some(Self { path, index })
    }
}

/// A name: in UTF-8 where that is sound and has a character of three bytes, which all Chinese ones have; else in GBK, as
/// Windows writes Chinese names. The zip's mark of UTF-8 would not help: programs on macOS do not set it.
fn decode(name: &[u8]) -> String {
    match std::str::from_utf8(name) {
        Ok(text) if text.is_ascii() || text.chars().any(|character| character.len_utf8() > 2) => text.to_owned(),
        _ => GB18030.decode_without_bom_handling(name).0.into_owned(),
    }
}

/// An empty zip begins with the end of its directory.
fn is_zip(file: &mut (impl Read + Seek)) -> std::io::Result<bool> {
    let mut mark = Vec::new();
    file.by_ref().take(4).read_to_end(&mut mark)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(mark == b"PK\x03\x04" || mark == b"PK\x05\x06")
}

/// Every entry of any directory, true or hidden, bears a mark; the library allocates for each.
fn check_entries(file: &mut (impl Read + Seek), limits: &Limits) -> Result<(), ReadError> {
    const MARK: &[u8] = b"PK\x01\x02";
    let mut entries = 0;
    let mut window = vec![0; 1 << 16];
    let mut kept = 0;
    loop {
        let read = file.read(&mut window[kept..]).map_err(|error| damaged(&error.to_string()))?;
        if read == 0 {
            break;
        }
        let filled = kept + read;
        entries += memmem::find_iter(&window[..filled], MARK).count();
        if entries > limits.archive_entries {
            return Err(ReadError(Message::new("read-zip-entries").count("limit", limits.archive_entries)));
        }
        // A mark may lie across two windows.
        kept = filled.min(MARK.len() - 1);
        window.copy_within(filled - kept..filled, 0);
    }
    file.seek(SeekFrom::Start(0)).map_err(|error| damaged(&error.to_string()))?;
    Ok(())
}
