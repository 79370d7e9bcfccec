//! An array of reports that is written as they come: of none is more kept than its error.
use gouji_edits::RuleBook;
use gouji_export::{Artifact, Collector, ExportError, Judged, Meta, Publication};
use gouji_model::ReportWire;

use crate::{artifact, bytes};

/// Where the elements of an array stand.
const INDENT: &str = "\n  ";

/// An array being written.
pub(crate) struct Batch<'a> {
    meta: &'a Meta,
    /// What was not yet asked for.
    ready: Vec<u8>,
    is_empty: bool,
    /// The first report that could not be written.
    error: Option<ExportError>,
}

impl<'a> Batch<'a> {
    pub(crate) fn new(meta: &'a Meta) -> Self {
        Self { meta, ready: Vec::new(), is_empty: true, error: None }
    }

    fn element(&mut self, judged: &Judged<'_>) -> Result<(), ExportError> {
        let element = bytes(&ReportWire::of(judged.report, &judged.book.form, self.meta.lang))?;
        self.ready.extend_from_slice(if self.is_empty { b"[" } else { b"," });
        self.is_empty = false;
        // Texts hold no ends of lines: JSON escapes them.
        for line in element.split(|byte| *byte == b'\n') {
            self.ready.extend_from_slice(INDENT.as_bytes());
            self.ready.extend_from_slice(line);
        }
        Ok(())
    }
}

impl<'a> Collector<'a> for Batch<'a> {
    fn add(&mut self, _book: &'a RuleBook, judged: &Judged<'_>) {
        if self.error.is_none() {
            self.error = self.element(judged).err();
        }
    }

    fn ready(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.ready)
    }

    fn finish(self: Box<Self>, _publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError> {
        let Self { mut ready, is_empty, error, .. } = *self;
        if let Some(error) = error {
            return Err(error);
        }
        ready.extend_from_slice(if is_empty { b"[]\n" } else { b"\n]\n" });
        Ok(artifact(ready))
    }
}
