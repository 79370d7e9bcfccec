//! What a batch keeps of a report: far less than the report, so that thousands take little memory.
use gouji_edits::{Counts, Outcome, RuleBook, Severity};
use gouji_export::{Carried, Judged, open_findings, unit_or_file};
use gouji_model::{Cell, CellState, Level, Report, Scope, Unit};

use crate::finding_row::FindingRow;
use crate::style::Look;

/// One report of a batch.
pub(crate) struct Row<'a> {
    pub(crate) book: &'a RuleBook,
    /// The unit, or the file where the unit is not known.
    pub(crate) unit: Box<str>,
    pub(crate) file: Box<str>,
    pub(crate) level: Option<Level>,
    pub(crate) scope: Option<Scope>,
    pub(crate) year: Option<i32>,
    /// Open findings that are errors, and warnings.
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) counts: Counts,
    /// What became of each rule of the book.
    pub(crate) marks: Box<[Mark]>,
    /// Of a report with edits over member units that were judged.
    pub(crate) has_members: bool,
    pub(crate) findings: Vec<FindingRow>,
    states: Box<[CellState]>,
    /// What is printed for cells that are no numbers, by index of the cell.
    texts: Box<[(usize, Box<str>)]>,
    extra: Box<[(Box<str>, Cell)]>,
}

/// What became of a rule in one report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// It asks for member units, and there are none.
    Absent,
    Inapplicable,
    Held,
    Unjudged,
    /// So many of its edits are broken.
    Broken(u32),
}

impl<'a> Row<'a> {
    pub(crate) fn of(book: &'a RuleBook, judged: &Judged<'_>, carried: &[Option<Carried<'_>>], look: &Look) -> Self {
        let report = judged.report;
        let of = |severity| open_findings(judged.findings).filter(|finding| finding.severity == severity).count();
        let texts = report.cells.iter().enumerate().filter_map(|(index, cell)| Some((index, cell.raw.clone()?)));
        let texts = texts.filter(|(index, _)| report.cells[*index].value().is_none());
        let findings = judged.findings.iter().zip(carried);
        Self {
            book,
            unit: unit_or_file(judged).into(),
            file: judged.source.file.as_str().into(),
            level: report.unit.level,
            scope: report.unit.scope,
            year: report.year,
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            counts: judged.judgement.counts(book),
            marks: marks(judged),
            has_members: has_members(judged),
            findings: findings.map(|(finding, carried)| FindingRow::of(judged, finding, *carried, look)).collect(),
            states: report.cells.iter().map(|cell| cell.state).collect(),
            texts: texts.collect(),
            extra: report.extra.iter().map(|(id, cell)| (id.clone(), Cell { origin: None, ..cell.clone() })).collect(),
        }
    }

    /// The report as far as its numbers go.
    pub(crate) fn report(&self) -> Report {
        let mut report = Report::empty(&self.book.form);
        report.year = self.year;
        report.unit = Unit { level: self.level, scope: self.scope, ..Unit::default() };
        report.cells = self.states.iter().map(|state| Cell::of(*state)).collect();
        for (index, text) in &self.texts {
            report.cells[*index].raw = Some(text.clone());
        }
        report.extra = self.extra.iter().cloned().collect();
        report
    }

    /// Ids of what the report has beside its form's cells.
    pub(crate) fn extra_ids(&self) -> impl Iterator<Item = &str> {
        self.extra.iter().map(|(id, _)| &**id)
    }
}

/// Whether edits over member units were judged.
pub(crate) fn has_members(judged: &Judged<'_>) -> bool {
    let mut all = judged.judgement.judged.iter();
    all.any(|one| one.counts(judged.book) && judged.book.edits[one.edit].asks_members())
}

/// The marks of all rules, in the order of the book: of a rule's edits the worst tells.
fn marks(judged: &Judged<'_>) -> Box<[Mark]> {
    let mut marks = vec![Mark::Absent; judged.book.rules.len()];
    for one in judged.judgement.judged.iter().filter(|one| one.counts(judged.book)) {
        let mark = &mut marks[judged.book.edits[one.edit].rule];
        *mark = match (*mark, &one.outcome) {
            (Mark::Broken(count), Outcome::Broken) => Mark::Broken(count + 1),
            (_, Outcome::Broken) => Mark::Broken(1),
            (Mark::Broken(count), _) => Mark::Broken(count),
            (Mark::Unjudged, _) | (_, Outcome::Unjudged(_)) => Mark::Unjudged,
            (Mark::Held, _) | (_, Outcome::Held) => Mark::Held,
            (Mark::Absent | Mark::Inapplicable, Outcome::Inapplicable) => Mark::Inapplicable,
        };
    }
    marks.into()
}
