//! Adding the reports of member units up (汇总): sums that are exact or not there.
use std::collections::{BTreeMap, BTreeSet};

use gouji_model::{Arg, Cell, CellIndex, CellState, Form, GroupIndex, Message, Note, Number, Report, Slot};

use crate::value::{NoValue, elsewhere};
use crate::{Doubt, Filed};

/// So many cells are named in a note; the rest are counted.
const NAMED: usize = 10;

/// What the members' reports come to in one cell or group.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MemberSum {
    /// The sum; `None` where a member has no number for it, or where it is beyond the bounds of a number.
    pub total: Option<Number>,
    /// Positions of the members whose blanks or dashes took part as 0.
    pub as_zero: Vec<usize>,
    /// Positions of the members that have no number for it, with the reason; `None` where the form that they printed has
    /// no such cell.
    pub lacking: Vec<(usize, Option<Doubt>)>,
}

/// The sum of a slot of `form` over reports that may be of other forms.
pub fn member_sum(form: &Form, slot: Slot, members: &[Filed<'_>]) -> MemberSum {
    let mut sum = MemberSum::default();
    let mut total = Some(0_i128);
    for (position, member) in members.iter().enumerate() {
        match elsewhere(form, slot, *member) {
            Ok(value) => {
                total = total.and_then(|total| total.checked_add(value.millionths));
                if value.blanks {
                    sum.as_zero.push(position);
                }
            }
            Err(NoValue::Absent) => sum.lacking.push((position, None)),
            Err(NoValue::Doubt(doubt)) => sum.lacking.push((position, Some(doubt))),
        }
    }
    if sum.lacking.is_empty() {
        sum.total = total.and_then(|total| Number::from_millionths(total).ok());
    }
    sum
}

/// What is known of the members beside their reports, in their order.
#[derive(Clone, Copy, Debug)]
pub struct Membership<'a> {
    /// Their names.
    pub names: &'a [&'a str],
    /// The cells, of the member's own form, in which copies of its report differ; nothing where there is one.
    pub differing: &'a [&'a BTreeSet<CellIndex>],
}

impl Membership<'_> {
    /// Whether copies of a member's report differ in a cell of a slot of `form`.
    fn differs(&self, id: &str, position: usize, member: Filed<'_>) -> bool {
        let Some(differing) = self.differing.get(position).filter(|differing| !differing.is_empty()) else {
            return false;
        };
        let there = member.form.slot(id);
        there.is_some_and(|there| member.form.slot_cells(&there).iter().any(|cell| differing.contains(cell)))
    }
}

/// A report that holds the sums of the members' reports, in the form given.
///
/// A cell of which a member has no number is missing. Where a member printed a group of rows as one row, the sum stands
/// on the group's own row ([`Report::extra`]). The notes name the members that stand behind both, and those whose blanks
/// took part as 0.
pub fn rolled_up(form: &Form, members: &[Filed<'_>], membership: Membership<'_>) -> Report {
    let mut report = Report::empty(form);
    if members.is_empty() {
        return report;
    }
    let differs = |slot, position: usize| membership.differs(form.slot_id(slot), position, members[position]);
    let mut remarks = Remarks::default();
    let mut lacking = BTreeSet::new();
    for index in (0..form.cells.len()).filter_map(|index| u16::try_from(index).ok()).map(CellIndex) {
        let sum = member_sum(form, Slot::Cell(index), members);
        *report.cell_mut(index) = sum.total.map_or_else(Cell::default, Cell::number);
        if sum.total.is_none() {
            lacking.insert(index);
        }
        remarks.add(Slot::Cell(index), &sum, differs);
    }
    for index in folded_groups(form, members, &lacking) {
        let sum = member_sum(form, Slot::Group(index), members);
        if let Some(total) = sum.total {
            report.extra.insert(form.group(index).id.clone(), Cell::number(total));
        }
        remarks.add(Slot::Group(index), &sum, differs);
    }
    report.notes = remarks.notes(form, membership.names);
    report
}

/// The groups that some member has as one row, in print or by its form, and whose leaves therefore have no sums.
fn folded_groups(form: &Form, members: &[Filed<'_>], lacking: &BTreeSet<CellIndex>) -> Vec<GroupIndex> {
    let is_folded = |index: &GroupIndex| {
        let group = form.group(*index);
        let has_row = |member: &Filed<'_>| {
            member.report.extra.contains_key(&group.id) || member.form.cell_index(&group.id).is_some()
        };
        group.cells.iter().any(|cell| lacking.contains(cell)) && members.iter().any(has_row)
    };
    (0..form.groups.len()).filter_map(|index| u16::try_from(index).ok()).map(GroupIndex).filter(is_folded).collect()
}

/// Why a member has no number, for notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    AsZero,
    Differing,
    Missing,
    Unreadable,
    BlankTotal,
    NotInForm,
    TooLarge,
}

impl Reason {
    fn of(doubt: Option<&Doubt>) -> Self {
        match doubt {
            Some(Doubt::Unreadable(_)) => Self::Unreadable,
            Some(Doubt::BlankTotal(_)) => Self::BlankTotal,
            Some(_) => Self::Missing,
            None => Self::NotInForm,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::AsZero => "rollup-as-zero",
            Self::Differing => "rollup-differing",
            Self::Missing => "rollup-missing",
            Self::Unreadable => "rollup-unreadable",
            Self::BlankTotal => "rollup-blank-total",
            Self::NotInForm => "rollup-not-in-form",
            Self::TooLarge => "rollup-too-large",
        }
    }
}

/// What is remarkable about the sums: slots by reason and by the members behind it.
#[derive(Default)]
struct Remarks(BTreeMap<(Reason, Vec<usize>), Vec<Slot>>);

impl Remarks {
    fn add(&mut self, slot: Slot, sum: &MemberSum, differs: impl Fn(Slot, usize) -> bool) {
        let mut by_reason: BTreeMap<Reason, Vec<usize>> = BTreeMap::new();
        for (member, doubt) in &sum.lacking {
            let reason = if differs(slot, *member) { Reason::Differing } else { Reason::of(doubt.as_ref()) };
            by_reason.entry(reason).or_default().push(*member);
        }
        if sum.lacking.is_empty() && sum.total.is_none() {
            by_reason.insert(Reason::TooLarge, Vec::new());
        }
        // Blanks are told only where there is a sum that they took part in.
        if sum.total.is_some() && !sum.as_zero.is_empty() {
            by_reason.insert(Reason::AsZero, sum.as_zero.clone());
        }
        for (reason, members) in by_reason {
            self.0.entry((reason, members)).or_default().push(slot);
        }
    }

    fn notes(self, form: &Form, names: &[&str]) -> Vec<Note> {
        let name = |member: &usize| Arg::Text(names.get(*member).copied().unwrap_or_default().to_owned());
        let notes = self.0.into_iter().map(|((reason, members), slots)| {
            let cells = slots.iter().take(NAMED).map(|slot| Arg::Label(form.slot_name(*slot).clone())).collect();
            let cells = if slots.len() > NAMED {
                let more = Message::new("rollup-cells-more").with("cells", Arg::List(cells));
                Arg::Message(Box::new(more.count("count", slots.len())))
            } else {
                Arg::List(cells)
            };
            let message = Message::new(reason.key()).with("members", Arg::List(members.iter().map(name).collect()));
            Note { message: message.with("cells", cells).count("count", slots.len()), origin: None }
        });
        notes.collect()
    }
}

/// What two reports of one unit agree in: where they differ, nobody can say which is right, and the cell is missing.
/// Those cells are put into `differing`.
pub fn agreeing(first: &Report, second: &Report, differing: &mut BTreeSet<CellIndex>) -> Report {
    let indices = || (0..first.cells.len()).filter_map(|index| u16::try_from(index).ok()).map(CellIndex);
    let mut agreed = first.clone();
    if first.edition != second.edition {
        differing.extend(indices());
        agreed.cells.fill(Cell::default());
        agreed.extra.clear();
        return agreed;
    }
    for (index, (cell, other)) in indices().zip(agreed.cells.iter_mut().zip(&second.cells)) {
        if cell.state != other.state {
            differing.insert(index);
            *cell = Cell::of(CellState::Missing);
        }
    }
    agreed.extra.retain(|id, cell| second.extra.get(id).is_some_and(|other| other.state == cell.state));
    agreed
}
