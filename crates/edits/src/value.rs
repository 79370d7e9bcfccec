//! What a variable is worth in a report: a number, or the reason why there is none.
use gouji_model::{Cell, CellIndex, CellState, Form, GroupIndex, GroupSpec, Report, Role, Slot};

use crate::Var;

/// A report with the form that its cells are of.
#[derive(Clone, Copy, Debug)]
pub struct Filed<'a> {
    /// The form.
    pub form: &'a Form,
    /// The report.
    pub report: &'a Report,
}

/// What a report is judged against, beside itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// Last year's report of the same unit.
    pub last_year: Option<Filed<'a>>,
    /// The file of that report, for messages.
    pub last_year_file: Option<&'a str>,
    /// Reports of last year were given, whether or not this unit's is among them.
    pub last_year_given: bool,
    /// The reports of the member units; empty where none were given.
    pub members: &'a [Filed<'a>],
}

impl Context<'_> {
    /// Why there is no report of last year.
    pub(crate) fn no_last_year(&self) -> Doubt {
        if self.last_year_given { Doubt::NotAmongLastYears } else { Doubt::NoLastYear }
    }
}

/// Why an edit could not be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The place of a cell was not found.
    Missing(Slot),
    /// A cell holds text that is no number.
    Unreadable(Slot),
    /// A total is blank or a dash.
    BlankTotal(Slot),
    /// Nothing supplied a fact.
    UnknownFact(Box<str>),
    /// Last year's report was not given.
    NoLastYear,
    /// Reports of last year were given, but none of them is this unit's.
    NotAmongLastYears,
    /// The member units' reports were not given.
    NoMembers,
    /// The numbers are too large for exact arithmetic.
    TooLarge,
}

/// Why there is no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoValue {
    /// The form, or the form as printed, has no such cell.
    Absent,
    /// It cannot be told.
    Doubt(Doubt),
}

/// A value in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Value {
    /// The value times 10⁶.
    pub(crate) millionths: i128,
    /// Blanks or dashes took part as 0.
    pub(crate) blanks: bool,
}

impl Filed<'_> {
    /// Whether a missing cell is covered by a number on the row of a group it belongs to (the mixed form).
    pub(crate) fn is_covered(self, cell: CellIndex) -> bool {
        self.report.extra.keys().any(|id| match self.form.slot(id) {
            Some(Slot::Group(group)) => self.form.group(group).cells.contains(&cell),
            _ => false,
        })
    }

    /// The value of a cell or group.
    pub(crate) fn value(self, slot: Slot) -> Result<Value, NoValue> {
        match slot {
            Slot::Cell(index) => {
                let cell = self.report.cell(index);
                if cell.state == CellState::Missing && self.is_covered(index) {
                    return Err(NoValue::Absent);
                }
                read(cell, slot, self.form.cell(index).role)
            }
            Slot::Group(index) => self.group_value(index),
        }
    }

    fn group_value(self, index: GroupIndex) -> Result<Value, NoValue> {
        let group = self.form.group(index);
        if let Some(own) = self.report.extra.get(&group.id) {
            let unprinted = |cell: &CellIndex| self.report.cell(*cell).state == CellState::Missing;
            if group.cells.iter().all(unprinted) {
                return read(own, Slot::Group(index), group_role(self.form, group));
            }
        }
        let mut sum = Value::default();
        for member in &group.members {
            let value = match member {
                // A leaf under a collapsed row is not asked alone here: its group has answered above.
                Slot::Cell(cell) => read(self.report.cell(*cell), *member, self.form.cell(*cell).role),
                Slot::Group(_) => self.value(*member),
            }?;
            sum.millionths += value.millionths;
            sum.blanks |= value.blanks;
        }
        Ok(sum)
    }
}

/// What the number on a group's own row is: a total where all of its cells are.
pub(crate) fn group_role(form: &Form, group: &GroupSpec) -> Role {
    let total = group.cells.iter().all(|cell| form.cell(*cell).role == Role::Total);
    if total { Role::Total } else { Role::Detail }
}

fn read(cell: &Cell, slot: Slot, role: Role) -> Result<Value, NoValue> {
    match cell.state {
        CellState::Number(number) => Ok(Value { millionths: number.millionths(), blanks: false }),
        CellState::Blank | CellState::Dash if role == Role::Total => Err(NoValue::Doubt(Doubt::BlankTotal(slot))),
        CellState::Blank | CellState::Dash => Ok(Value { millionths: 0, blanks: true }),
        CellState::Unreadable => Err(NoValue::Doubt(Doubt::Unreadable(slot))),
        CellState::Missing => Err(NoValue::Doubt(Doubt::Missing(slot))),
    }
}

/// The value of a variable; claims are given by the caller, who goes through them one by one.
pub(crate) fn var_value(
    var: &Var,
    own: Filed<'_>,
    context: &Context<'_>,
    claim: &dyn Fn(&str) -> Option<i128>,
) -> Result<Value, NoValue> {
    match var {
        Var::Own(slot) => own.value(*slot),
        Var::Claim(metric) => {
            claim(metric).map(|millionths| Value { millionths, blanks: false }).ok_or(NoValue::Absent)
        }
        Var::LastYear(slot) => {
            let before = context.last_year.ok_or_else(|| NoValue::Doubt(context.no_last_year()))?;
            elsewhere(own.form, *slot, before)
        }
        Var::Members(slot) => {
            if context.members.is_empty() {
                return Err(NoValue::Doubt(Doubt::NoMembers));
            }
            let mut sum = Value::default();
            for member in context.members {
                let value = elsewhere(own.form, *slot, *member)?;
                sum.millionths += value.millionths;
                sum.blanks |= value.blanks;
            }
            Ok(sum)
        }
    }
}

/// The value of this form's slot in a report that may be of another form.
pub(crate) fn elsewhere(form: &Form, slot: Slot, other: Filed<'_>) -> Result<Value, NoValue> {
    if std::ptr::eq(form, other.form) {
        return other.value(slot);
    }
    let there = other.form.slot(form.slot_id(slot)).ok_or(NoValue::Absent)?;
    other.value(there).map_err(|no_value| match no_value {
        NoValue::Doubt(Doubt::Missing(_)) => NoValue::Doubt(Doubt::Missing(slot)),
        NoValue::Doubt(Doubt::Unreadable(_)) => NoValue::Doubt(Doubt::Unreadable(slot)),
        NoValue::Doubt(Doubt::BlankTotal(_)) => NoValue::Doubt(Doubt::BlankTotal(slot)),
        other => other,
    })
}
