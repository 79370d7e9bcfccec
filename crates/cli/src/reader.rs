//! The one place that meets `gouji-read`.
use std::error::Error;
use std::fs::File;
use std::sync::{Mutex, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use gouji_model::{Message, SheetCells};
pub(crate) use gouji_read::{Amendment, Annotated, Author, Comment, Input, Spot, can_amend, can_annotate};
use gouji_read::{Limits, ReadError, ReportZip};
pub(crate) use gouji_read::{Scan, Seen, SeenScans};

/// Files, and members of zip files, whose paths go on behind that of the zip.
#[derive(Debug, Default)]
pub(crate) struct Store {
    /// The zip that was asked for last: its members are asked for one after the other.
    open: Mutex<Option<(Utf8PathBuf, ReportZip<File>)>>,
}

impl Store {
    /// The content of a file or of a member of a zip.
    pub(crate) fn load(&self, path: &Utf8Path) -> anyhow::Result<Vec<u8>> {
        match path.ancestors().skip(1).find(|above| above.is_file()) {
            Some(zip) if !path.exists() => self.member(zip, path.strip_prefix(zip)?),
            _ => {
                Limits::default().check_size(std::fs::metadata(path)?.len())?;
                Ok(std::fs::read(path)?)
            }
        }
    }

    fn member(&self, zip: &Utf8Path, member: &Utf8Path) -> anyhow::Result<Vec<u8>> {
        // A reader that panicked was reading, and has changed nothing.
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.as_ref().is_none_or(|(path, _)| path != zip) {
            let opened = ReportZip::open(File::open(zip)?, &Limits::default())?;
            *open = opened.map(|opened| (zip.to_owned(), opened));
        }
        let member = member.components().map(|step| step.as_str()).collect::<Vec<_>>().join("/");
        let content = match open.as_mut() {
            Some((_, opened)) => opened.read(&member)?,
            None => None,
        };
        content.ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound).into())
    }
}

/// Reads the content of a file.
pub(crate) fn read(bytes: &[u8]) -> Result<Input, ReadError> {
    gouji_read::read(bytes, &Limits::default())
}

/// The pictures in it that stand where text was expected.
pub(crate) fn scans(bytes: &[u8]) -> Result<Vec<Scan>, ReadError> {
    gouji_read::scans(bytes, &Limits::default())
}

/// Reads the content of a file with what an OCR program saw on its pictures.
pub(crate) fn read_scanned(bytes: &[u8], seen: &SeenScans) -> Result<Input, ReadError> {
    gouji_read::read_scanned(bytes, &Limits::default(), seen)
}

/// A Word file or workbook with new numbers in some cells.
pub(crate) fn amend(bytes: &[u8], amendments: &[Amendment]) -> Result<Vec<u8>, ReadError> {
    gouji_read::amend(bytes, amendments, &Limits::default())
}

/// A Word file with comments.
pub(crate) fn annotate(bytes: &[u8], comments: &[Comment], author: &Author) -> Result<Annotated, ReadError> {
    gouji_read::annotate(bytes, comments, author, &Limits::default())
}

/// The sheets of a spreadsheet as they stand; `None` for another content.
pub(crate) fn sheets(bytes: &[u8]) -> Option<Result<Vec<SheetCells>, ReadError>> {
    gouji_read::sheet_cells(bytes, &Limits::default())
}

/// The files in a zip of reports; `None` for every other file, and for one that cannot be opened, which is told when it
/// is read.
pub(crate) fn members(file: &Utf8Path) -> Option<Result<Vec<String>, ReadError>> {
    let opened = ReportZip::open(File::open(file).ok()?, &Limits::default()).transpose()?;
    Some(opened.map(|opened| opened.paths().map(ToOwned::to_owned).collect()))
}

/// What a file is, where its name says something else.
pub(crate) fn mismatch(file: &Utf8Path, bytes: &[u8]) -> Option<Message> {
    gouji_read::mismatch(file.file_name()?, bytes)
}

/// The message of an error, if it is one of reading.
pub(crate) fn message(error: &(dyn Error + 'static)) -> Option<Message> {
    error.downcast_ref::<ReadError>().map(|ReadError(message)| message.clone())
}
