//! A report with its repair: what is shown, what is written as JSON, and what is put into files.
mod amended;
mod view;
mod wire;

pub(crate) use amended::{Applied, apply};
pub(crate) use view::write;
pub(crate) use wire::RepairWire;

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::{Context, Finding, RuleBook, confirmed, explained, judge};
use gouji_model::{Cell, Report, Slot};
use gouji_repair::{Choice, Localiser, Part, Repair};

use crate::intake::{Received, book_of};
use crate::session::Session;

/// A report with its repair.
pub(crate) struct Mending<'a> {
    /// Its file, as it was named.
    pub(crate) file: Utf8PathBuf,
    /// The rule book of its edition.
    pub(crate) book: &'a RuleBook,
    /// The report.
    pub(crate) report: Report,
    /// What is wrong, in parts.
    pub(crate) repair: Repair,
    /// The findings of the edits that the repair is about.
    pub(crate) findings: Vec<Finding>,
}

impl<'a> Mending<'a> {
    /// Finds the repair of a report.
    pub(crate) fn of(session: &Session<'a>, file: &Utf8Path, received: Received) -> anyhow::Result<Self> {
        let report = received.report;
        let book = book_of(session, &report)?;
        let context = Context::default();
        let judgement = judge(book, &report, &context);
        let localiser = Localiser::new(book);
        let repair = localiser.repair(&report, &confirmed(book, &report, &context, &judgement));
        let findings = explained(book, &report, &context, &judgement, &localiser.explain(&repair));
        Ok(Self { file: file.to_owned(), book, report, repair, findings })
    }

    /// Whether nothing need be done.
    pub(crate) fn is_clean(&self) -> bool {
        self.repair.parts.iter().all(|part| !is_wrong(part)) && !self.repair.too_large
    }

    /// The cell of a slot as it was read.
    pub(crate) fn cell(&self, slot: Slot) -> Cell {
        match slot {
            Slot::Cell(index) => self.report.cell(index).clone(),
            Slot::Group(group) => self.report.extra.get(&self.book.form.group(group).id).cloned().unwrap_or_default(),
        }
    }

    /// Choices with their numbers: counted over all parts that leave a choice; 0 where there is none to make.
    pub(crate) fn numbered(&self) -> Vec<(usize, &Part, &Choice)> {
        let mut number = 0;
        let mut all = Vec::new();
        for part in &self.repair.parts {
            for choice in &part.choices {
                let own = if part.unique().is_some() { 0 } else { number + 1 };
                number = number.max(own);
                all.push((own, part, choice));
            }
        }
        all
    }

    /// The findings behind a part.
    fn findings_of<'b>(&'b self, part: &Part) -> Vec<&'b Finding> {
        let ids: BTreeSet<String> =
            part.broken.iter().map(|edit| self.book.finding_id(&self.book.edits[*edit])).collect();
        self.findings.iter().filter(|finding| ids.contains(&finding.id)).collect()
    }
}

/// Whether a part is more than a value for a cell that was not found.
fn is_wrong(part: &Part) -> bool {
    let to_fill = |choice: &Choice| choice.fills.iter().any(|fill| fill.found != gouji_model::CellState::Missing);
    !part.broken.is_empty() || part.fewest > 0 || part.choices.iter().any(to_fill)
}
