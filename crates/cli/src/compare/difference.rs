//! What differs between two judged reports: cells, sections, sentences, reading notes, findings.
use std::collections::BTreeSet;

use gouji_edits::Finding;
use gouji_export::finding_values;
use gouji_model::{Cell, CellState, Form, Message, Report, SectionText, Slot, Text};
use similar::{Algorithm, ChangeTag, capture_diff_slices};

use crate::examine::Examined;

/// What differs between two reports; each list is in the order of the second.
pub(crate) struct Difference<'a> {
    /// The first report, judged.
    pub(crate) before: &'a Examined<'a>,
    /// The second.
    pub(crate) after: &'a Examined<'a>,
    /// Number of cells and groups that both forms have.
    pub(crate) compared: usize,
    /// Cells that hold something else.
    pub(crate) cells: Vec<CellChange<'a>>,
    /// Sections that are there in one only, or have another text or heading.
    pub(crate) sections: Vec<SectionChange<'a>>,
    /// Reading notes of the first only, and of the second only.
    pub(crate) notes: (Vec<&'a Message>, Vec<&'a Message>),
    /// What became of the findings.
    pub(crate) findings: FindingChanges<'a>,
}

/// A cell that holds something else.
pub(crate) struct CellChange<'a> {
    /// Its id.
    pub(crate) id: &'a str,
    /// Its name, where the form has it.
    pub(crate) name: Option<&'a Text>,
    /// What stood there.
    pub(crate) before: Cell,
    /// What stands there.
    pub(crate) after: Cell,
}

/// A section that differs.
pub(crate) struct SectionChange<'a> {
    /// Its id.
    pub(crate) id: &'a str,
    /// Its heading in the first report, where it is there.
    pub(crate) heading_before: Option<&'a str>,
    /// Its heading in the second.
    pub(crate) heading_after: Option<&'a str>,
    /// Sentences that are in one only, in the order in which they are read.
    pub(crate) sentences: Vec<(Side, &'a str)>,
}

/// Which report something is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The first.
    Before,
    /// The second.
    After,
}

/// What became of findings, told apart by their ids and by what they stand on.
#[derive(Default)]
pub(crate) struct FindingChanges<'a> {
    /// In the second report only.
    pub(crate) appeared: Vec<&'a Finding>,
    /// In both, on other values.
    pub(crate) changed: Vec<&'a Finding>,
    /// In both, on the same values.
    pub(crate) stayed: Vec<&'a Finding>,
    /// In the first report only.
    pub(crate) settled: Vec<&'a Finding>,
}

impl<'a> Difference<'a> {
    /// Compares two judged reports.
    pub(crate) fn of(before: &'a Examined<'a>, after: &'a Examined<'a>) -> Self {
        let (compared, cells) = cells(before, after);
        Self {
            before,
            after,
            compared,
            cells,
            sections: sections(before.report, after.report),
            notes: (notes_only(before.report, after.report), notes_only(after.report, before.report)),
            findings: findings(before, after),
        }
    }

    /// Whether the reports are of different forms, so that cells of one form only were not compared.
    pub(crate) fn forms_differ(&self) -> bool {
        self.before.report.edition != self.after.report.edition
    }

    /// Whether nothing differs but unit, year or form.
    pub(crate) fn is_none(&self) -> bool {
        let FindingChanges { appeared, changed, settled, .. } = &self.findings;
        self.cells.is_empty()
            && self.sections.is_empty()
            && self.notes.0.is_empty()
            && self.notes.1.is_empty()
            && [appeared, changed, settled].iter().all(|list| list.is_empty())
    }
}

/// A cell, or the number on a group's own row; `None` where the form has neither and none was printed.
fn cell_at(form: &Form, report: &Report, id: &str) -> Option<Cell> {
    match form.slot(id) {
        Some(Slot::Cell(index)) => Some(report.cell(index).clone()),
        _ => report.extra.get(id).cloned(),
    }
}

fn cells<'a>(before: &'a Examined<'a>, after: &'a Examined<'a>) -> (usize, Vec<CellChange<'a>>) {
    let (form, other) = (&after.book.form, &before.book.form);
    let mut ids: Vec<&str> = form.cells.iter().map(|cell| &*cell.id).collect();
    let extra: BTreeSet<&str> = after.report.extra.keys().chain(before.report.extra.keys()).map(|id| &**id).collect();
    ids.extend(extra.into_iter().filter(|id| form.cell_index(id).is_none()));
    let mut compared = 0;
    let mut changed = Vec::new();
    for id in ids {
        // What one of the forms has no place for is missing there only if both are the same form.
        let same_form = form.edition == other.edition;
        let value = |form, report| cell_at(form, report, id).or_else(|| same_form.then(Cell::default));
        let (Some(own), Some(theirs)) = (value(form, after.report), value(other, before.report)) else { continue };
        compared += 1;
        if !is_same(&theirs, &own) {
            let name = form.slot(id).map(|slot| form.slot_name(slot));
            changed.push(CellChange { id, name, before: theirs, after: own });
        }
    }
    (compared, changed)
}

/// The same state; of what is no number also the same text.
fn is_same(left: &Cell, right: &Cell) -> bool {
    left.state == right.state && (left.state != CellState::Unreadable || left.raw == right.raw)
}

fn sections<'a>(before: &'a Report, after: &'a Report) -> Vec<SectionChange<'a>> {
    let gone = before.sections.iter().filter(|section| after.section(&section.id).is_none());
    let pairs = after.sections.iter().map(|section| (before.section(&section.id), Some(section)));
    pairs.chain(gone.map(|section| (Some(section), None))).filter_map(|(old, new)| section(old, new)).collect()
}

fn section<'a>(before: Option<&'a SectionText>, after: Option<&'a SectionText>) -> Option<SectionChange<'a>> {
    let split = |section: Option<&'a SectionText>| section.map(|section| sentences(&section.text)).unwrap_or_default();
    let (old, new) = (split(before), split(after));
    let operations = capture_diff_slices(Algorithm::Myers, &old, &new);
    let changes = operations.iter().flat_map(|operation| operation.iter_changes(&old, &new));
    let sentences: Vec<(Side, &str)> = changes
        .filter_map(|change| match change.tag() {
            ChangeTag::Equal => None,
            ChangeTag::Delete => Some((Side::Before, change.value())),
            ChangeTag::Insert => Some((Side::After, change.value())),
        })
        .collect();
    let [heading_before, heading_after] =
        [before, after].map(|section| section.map(|section| section.heading.as_str()));
    let id = &*after.or(before)?.id;
    let differs = !sentences.is_empty() || heading_before != heading_after;
    differs.then_some(SectionChange { id, heading_before, heading_after, sentences })
}

/// The sentences of a text, without blanks around them.
fn sentences(text: &str) -> Vec<&str> {
    let ends = ['。', '！', '？', '；', '\n'];
    text.split_inclusive(ends).map(str::trim).filter(|sentence| !sentence.is_empty()).collect()
}

/// Notes of one report that the other does not have as often.
fn notes_only<'a>(own: &'a Report, other: &'a Report) -> Vec<&'a Message> {
    let mut others: Vec<&Message> = other.notes.iter().map(|note| &note.message).collect();
    let mut only = Vec::new();
    for note in &own.notes {
        match others.iter().position(|other| **other == note.message) {
            Some(position) => drop(others.swap_remove(position)),
            None => only.push(&note.message),
        }
    }
    only
}

fn findings<'a>(before: &'a Examined<'a>, after: &'a Examined<'a>) -> FindingChanges<'a> {
    let valued = |examined: &'a Examined<'a>| {
        let values = |finding| finding_values(&examined.book.form, examined.report, finding);
        examined.findings.iter().map(|finding| (finding, values(finding))).collect::<Vec<_>>()
    };
    let mut old = valued(before);
    let mut changes = FindingChanges::default();
    let mut rest = Vec::new();
    // An edit judged for several claims gives findings of one id: those that stand on the same go first.
    for (finding, values) in valued(after) {
        match old.iter().position(|(other, own)| other.id == finding.id && *own == values) {
            Some(position) => {
                old.remove(position);
                changes.stayed.push(finding);
            }
            None => rest.push(finding),
        }
    }
    for finding in rest {
        match old.iter().position(|(other, _)| other.id == finding.id) {
            Some(position) => {
                old.remove(position);
                changes.changed.push(finding);
            }
            None => changes.appeared.push(finding),
        }
    }
    changes.settled = old.into_iter().map(|(finding, _)| finding).collect();
    changes
}
