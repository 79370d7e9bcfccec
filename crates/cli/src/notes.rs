//! Notes of earlier workbooks (核对记录): read once, carried into what is exported, and counted.
use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_export::{FollowUp, FollowUps, Judged};
use gouji_model::Message;

use crate::fault::Explain;
use crate::reader;

/// What became of the notes so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notes {
    /// The notes.
    pub(crate) follow_ups: Vec<FollowUp>,
    /// Whether a note that was found again is current, by its index.
    found: BTreeMap<usize, bool>,
}

impl Notes {
    /// Reads the notes of workbooks.
    pub(crate) fn read(files: &[Utf8PathBuf], cwd: &Utf8Path) -> anyhow::Result<Self> {
        let mut follow_ups = Vec::new();
        for file in files {
            let cannot = || Message::new("driver-cannot-read").text("file", file.as_str());
            let bytes = std::fs::read(cwd.join(file)).explain(cannot)?;
            let sheets = reader::sheets(&bytes).unwrap_or_else(|| Ok(Vec::new())).explain(cannot)?;
            follow_ups.extend(gouji_xlsx::follow_ups(&sheets).explain(cannot)?);
        }
        Ok(Self { follow_ups, found: BTreeMap::new() })
    }

    /// Counts what a report takes over of them.
    pub(crate) fn count(&mut self, follow_ups: &FollowUps<'_>, judged: &Judged<'_>) {
        for carried in follow_ups.of(judged).into_iter().flatten() {
            self.found.insert(carried.index, carried.is_current);
        }
    }

    /// How many notes were carried over, stand on other figures now, belong to nothing any more.
    pub(crate) fn message(&self) -> Message {
        let current = self.found.values().filter(|is_current| **is_current).count();
        Message::new("driver-carried")
            .count("carried", current)
            .count("reopened", self.found.len() - current)
            .count("gone", self.follow_ups.len() - self.found.len())
    }
}
