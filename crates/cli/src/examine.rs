//! Judging one report: what a sink is given.
use camino::Utf8Path;
use gouji_edits::{Context, Filed, Finding, Judgement, RuleBook, Severity, judge};
use gouji_export::{Waivers, open_findings};
use gouji_model::{CellState, Report, Slot};
use gouji_repair::Localiser;

use crate::waivers;

/// A report that was judged.
#[derive(Debug)]
pub(crate) struct Examined<'a> {
    /// Its file, as it was named.
    pub(crate) file: &'a Utf8Path,
    /// The rule book of its edition.
    pub(crate) book: &'a RuleBook,
    /// The report.
    pub(crate) report: &'a Report,
    /// Last year's report of the same unit.
    pub(crate) last_year: Option<Filed<'a>>,
    /// The outcome of every edit.
    pub(crate) judgement: Judgement,
    /// What is wrong.
    pub(crate) findings: Vec<Finding>,
}

/// Numbers of cells by what was read of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Numbers.
    pub(crate) numbers: usize,
    /// Blanks.
    pub(crate) blanks: usize,
    /// Dashes.
    pub(crate) dashes: usize,
    /// Texts that are no numbers.
    pub(crate) unreadable: usize,
    /// Cells that were not found.
    pub(crate) missing: usize,
}

/// What was found out about a report.
#[derive(Debug)]
pub(crate) struct Verdict {
    /// The outcome of every edit.
    pub(crate) judgement: Judgement,
    /// What is wrong.
    pub(crate) findings: Vec<Finding>,
}

impl Verdict {
    /// Judges a report against what is known beside it.
    pub(crate) fn of(localiser: &Localiser<'_>, report: &Report, context: &Context<'_>) -> Self {
        let judgement = judge(localiser.book(), report, context);
        let findings = localiser.findings(report, context, &judgement);
        Self { judgement, findings }
    }
}

/// Judges a report against what is known beside it.
pub(crate) fn examine<'a>(
    book: &'a RuleBook,
    report: &'a Report,
    file: &'a Utf8Path,
    context: &Context<'a>,
) -> Examined<'a> {
    Examined::new(book, report, file, context.last_year, Verdict::of(&Localiser::of_checks(book), report, context))
}

impl<'a> Examined<'a> {
    /// A report with its verdict.
    pub(crate) fn new(
        book: &'a RuleBook,
        report: &'a Report,
        file: &'a Utf8Path,
        last_year: Option<Filed<'a>>,
        Verdict { judgement, findings }: Verdict,
    ) -> Self {
        Self { file, book, report, last_year, judgement, findings }
    }

    /// The verdict alone.
    pub(crate) fn into_verdict(self) -> Verdict {
        Verdict { judgement: self.judgement, findings: self.findings }
    }

    /// Puts waivers on the findings.
    pub(crate) fn waive(&mut self, waivers: &mut Waivers) {
        let is_for = waivers::is_for(self.report, self.file);
        waivers.put_on(&mut self.findings, &self.book.form, self.report, is_for);
    }

    /// Findings of a severity that are not waived, and the edits behind them.
    pub(crate) fn count(&self, severity: Severity) -> (usize, usize) {
        let own = open_findings(&self.findings).filter(|finding| finding.severity == severity);
        own.fold((0, 0), |(items, edits), finding| (items + 1, edits + finding.edits))
    }

    /// The worst severity found and not waived.
    pub(crate) fn worst(&self) -> Option<Severity> {
        open_findings(&self.findings).map(|finding| finding.severity).max()
    }
}

impl Reading {
    /// Counts the cells of a report; a number on a group's own row stands for the cells below it.
    pub(crate) fn of(report: &Report, book: &RuleBook) -> Self {
        let groups = report.extra.iter().filter_map(|(id, cell)| match book.form.slot(id) {
            Some(Slot::Group(group)) => Some((book.form.group(group), cell)),
            _ => None,
        });
        let (groups, own): (Vec<_>, Vec<_>) = groups.unzip();
        let covered =
            |index: usize| groups.iter().any(|group| group.cells.iter().any(|cell| usize::from(cell.0) == index));
        let mut reading = Self::default();
        for cell in own {
            reading.add(cell.state);
        }
        for (index, cell) in report.cells.iter().enumerate() {
            if cell.state != CellState::Missing || !covered(index) {
                reading.add(cell.state);
            }
        }
        reading
    }

    fn add(&mut self, state: CellState) {
        *match state {
            CellState::Number(_) => &mut self.numbers,
            CellState::Blank => &mut self.blanks,
            CellState::Dash => &mut self.dashes,
            CellState::Unreadable => &mut self.unreadable,
            CellState::Missing => &mut self.missing,
        } += 1;
    }

    /// Cells that were found and understood.
    pub(crate) fn read(self) -> usize {
        self.numbers + self.blanks + self.dashes
    }

    /// All cells.
    pub(crate) fn all(self) -> usize {
        self.read() + self.unreadable + self.missing
    }
}
