//! Copied text: what last year's reports and those of the batch so far tell of a report.
use camino::Utf8Path;
use gouji_edits::RuleBook;
use gouji_model::{Fact, Report};
use gouji_recognise::{IN_BATCH, Neighbours, TextPrint, supply_renewed};

use crate::last_year::Before;

/// Puts into a report whether its text is last year's; in a run of several, the text to compare with the others'.
pub(crate) fn prepare(book: &RuleBook, report: &mut Report, several: bool, before: Before<'_>) -> Option<TextPrint> {
    report.facts.insert(IN_BATCH.into(), Fact::plain(several));
    if let Some((last_year, file)) = before.filed.zip(before.file) {
        supply_renewed(book, report, last_year.report, file.as_str());
    }
    if several { TextPrint::supply(book, report) } else { None }
}

/// The reports of a run so far.
#[derive(Debug, Default)]
pub(crate) struct Likeness {
    neighbours: Neighbours,
}

impl Likeness {
    /// Puts into a report which of its sections are the text of one before it; says whether there are any.
    pub(crate) fn compare(&mut self, text: TextPrint, report: &mut Report, file: &Utf8Path) -> bool {
        self.neighbours.compare(text, report, file.as_str())
    }
}
