//! Reports as a system of equations: what stands where, what may stand there, and what the hard edits and the ties between
//! reports ask for.
use std::collections::BTreeMap;

use gouji_edits::{Filed, HardEdit, Relation, Source, Tie};
use gouji_model::{Cell, CellIndex, CellState, GroupIndex, Role, Slot, ValueType};

use crate::answer::Breach;
use crate::row::{Row, TooLarge, Var, gcd};

/// The largest number a cell can hold, 10¹².
const MOST: i128 = 1_000_000_000_000;
/// Millionths of 1, the unit of counts.
const ONE: i128 = 1_000_000;

/// What a variable stands for, and what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Variable {
    /// The report it belongs to, by its place among the reports.
    pub(crate) report: usize,
    /// The cell, or the group whose number is printed on its own row; none for what an inequality leaves over.
    pub(crate) slot: Option<Slot>,
    /// Millionths in one unit of [`Variable::value`]: counts are whole.
    pub(crate) unit: i128,
    /// What stands there, in units; 0 where no number stands there.
    pub(crate) value: i128,
    /// The least and the greatest value, in units.
    pub(crate) bounds: (i128, i128),
    /// Whether a change costs anything.
    pub(crate) standing: Standing,
    /// A value between the bounds that is not allowed: of `!=`.
    pub(crate) hole: Option<i128>,
}

/// How a variable stands before any repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// A number that may stand there.
    Number,
    /// A number that cannot stand there: it must change.
    Impossible,
    /// A blank or dash that counts as 0 and may be any value.
    Blank,
    /// Any value: unreadable, missing, a blank total, what an inequality leaves over.
    Open,
}

/// Equations over variables, each with the edit it is of.
#[derive(Clone, Debug, Default)]
pub(crate) struct System {
    pub(crate) variables: Vec<Variable>,
    pub(crate) rows: Vec<Row>,
    /// The edit of each row.
    pub(crate) edits: Vec<Breach>,
}

impl System {
    /// The rows in parts that share no variable, in the order of their first rows.
    pub(crate) fn parts(&self) -> Vec<Vec<usize>> {
        // Each variable knows the first row it was met in, each row an earlier one of its part, or itself.
        let mut met: Vec<Option<usize>> = vec![None; self.variables.len()];
        let mut earlier: Vec<usize> = (0..self.rows.len()).collect();
        for (number, row) in self.rows.iter().enumerate() {
            for (var, _) in &row.terms {
                let other = *met[usize::from(*var)].get_or_insert(number);
                let (one, two) = (first_of(&mut earlier, other), first_of(&mut earlier, number));
                earlier[one.max(two)] = one.min(two);
            }
        }
        let mut parts: Vec<Vec<usize>> = vec![Vec::new(); self.rows.len()];
        for number in 0..self.rows.len() {
            parts[first_of(&mut earlier, number)].push(number);
        }
        parts.retain(|rows| !rows.is_empty());
        parts
    }
}

/// The first row of a row's part.
fn first_of(earlier: &mut [usize], mut row: usize) -> usize {
    while earlier[row] != row {
        earlier[row] = earlier[earlier[row]];
        row = earlier[row];
    }
    row
}

/// Groups whose numbers are printed on their own rows while none of their cells is (the mixed form), largest first.
fn printed(filed: Filed<'_>) -> Vec<GroupIndex> {
    let Filed { form, report } = filed;
    let mut groups: Vec<GroupIndex> = report
        .extra
        .keys()
        .filter_map(|id| match form.slot(id) {
            Some(Slot::Group(group)) => Some(group),
            _ => None,
        })
        .filter(|group| form.group(*group).cells.iter().all(|cell| report.cell(*cell).state == CellState::Missing))
        .collect();
    groups.sort_by_key(|group| std::cmp::Reverse(form.group(*group).cells.len()));
    groups
}

/// A report whose cells become variables when an edit first asks for them.
struct Sheet<'a> {
    filed: Filed<'a>,
    /// Variables of cells, by the cells' indices, and of groups.
    known: Vec<Option<Var>>,
    known_groups: BTreeMap<GroupIndex, Var>,
    rows_of_groups: Vec<GroupIndex>,
}

/// The reports that a tie of one report speaks of, by their places.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sources<'a> {
    pub(crate) last_year: Option<usize>,
    pub(crate) members: &'a [usize],
}

/// A cell or group of one of the reports, with its coefficient.
type Term = (usize, Slot, i128);

/// A system in the making.
pub(crate) struct Building<'a> {
    sheets: Vec<Sheet<'a>>,
    pub(crate) system: System,
}

impl<'a> Building<'a> {
    /// For some reports.
    pub(crate) fn of(reports: impl Iterator<Item = Filed<'a>>) -> Self {
        let sheet = |filed: Filed<'a>| Sheet {
            filed,
            known: vec![None; filed.form.cells.len()],
            known_groups: BTreeMap::new(),
            rows_of_groups: printed(filed),
        };
        Self { sheets: reports.map(sheet).collect(), system: System::default() }
    }

    /// Adds an edit over the cells of a report, if it applies to its printed form.
    ///
    /// # Errors
    /// [`TooLarge`] when coefficients of an edit need more than 128 bits, or there are too many variables.
    pub(crate) fn edit(&mut self, report: usize, edit: &HardEdit) -> Result<(), TooLarge> {
        match self.terms(report, &edit.terms) {
            Some(terms) => self.add(report, edit, &terms),
            None => Ok(()),
        }
    }

    /// Adds an edit between a report and others, if all of them are there and print what it asks for.
    ///
    /// # Errors
    /// As of [`Building::edit`].
    pub(crate) fn tie(&mut self, report: usize, tie: &Tie, sources: Sources<'_>) -> Result<(), TooLarge> {
        match self.tied_terms(report, tie, sources) {
            Some(terms) => self.add(report, &tie.own, &terms),
            None => Ok(()),
        }
    }

    fn tied_terms(&self, report: usize, tie: &Tie, sources: Sources<'_>) -> Option<Vec<Term>> {
        let mut terms = self.terms(report, &tie.own.terms)?;
        for source in [Source::LastYear, Source::Members] {
            let others = match source {
                Source::LastYear => sources.last_year.as_slice(),
                Source::Members => sources.members,
            };
            if tie.speaks_of(source) && others.is_empty() {
                return None;
            }
            for other in others {
                let forms = [report, *other].map(|sheet| self.sheets[sheet].filed.form);
                terms.extend(self.terms(*other, &tie.terms_in(source, forms[0], forms[1])?)?);
            }
        }
        Some(terms)
    }

    /// The terms of an edit over what a report prints; `None` where it asks for a cell that the printed form does not have.
    fn terms(&self, report: usize, terms: &[(CellIndex, i64)]) -> Option<Vec<Term>> {
        let own = |(cell, coefficient): &(CellIndex, i64)| (report, Slot::Cell(*cell), i128::from(*coefficient));
        let sheet = &self.sheets[report];
        if sheet.rows_of_groups.is_empty() {
            return Some(terms.iter().map(own).collect());
        }
        let form = sheet.filed.form;
        let mut cells: Vec<(CellIndex, i64)> = terms.to_vec();
        let mut terms = Vec::new();
        for group in &sheet.rows_of_groups {
            let own = &form.group(*group).cells;
            let coefficient = own.first().map_or(0, |first| coefficient(&cells, *first));
            if coefficient != 0 && own.iter().all(|cell| self::coefficient(&cells, *cell) == coefficient) {
                cells.retain(|(cell, _)| !own.contains(cell));
                terms.push((report, Slot::Group(*group), i128::from(coefficient)));
            }
        }
        let covered =
            |cell: &CellIndex| sheet.rows_of_groups.iter().any(|group| form.group(*group).cells.contains(cell));
        if cells.iter().any(|(cell, _)| covered(cell)) {
            return None;
        }
        terms.extend(cells.iter().map(own));
        Some(terms)
    }

    fn add(&mut self, report: usize, edit: &HardEdit, terms: &[Term]) -> Result<(), TooLarge> {
        let mut row = Row { terms: Vec::with_capacity(terms.len() + 1), gap: edit.constant };
        // What the terms reach at most, which bounds what an inequality leaves over.
        let mut reach = edit.constant.checked_abs().ok_or(TooLarge)?;
        for (report, slot, coefficient) in terms {
            let var = self.variable(*report, *slot)?;
            let known = &self.system.variables[usize::from(var)];
            let scaled = coefficient.checked_mul(known.unit).ok_or(TooLarge)?;
            let product = scaled.checked_mul(known.value).ok_or(TooLarge)?;
            row.gap = row.gap.checked_sub(product).ok_or(TooLarge)?;
            let most = known.bounds.0.abs().max(known.bounds.1.abs()).max(known.value.abs());
            let far = scaled.checked_abs().and_then(|scaled| scaled.checked_mul(most)).ok_or(TooLarge)?;
            reach = reach.checked_add(far).ok_or(TooLarge)?;
            row.terms.push((var, scaled));
        }
        row.terms.sort_unstable_by_key(|(var, _)| *var);
        if edit.relation != Relation::Equal {
            self.leave_over((report, edit.relation), &mut row, (reach, edit.constant))?;
        }
        row.reduce();
        self.system.rows.push(row);
        self.system.edits.push(Breach { report, edit: edit.edit });
        Ok(())
    }

    /// An inequality as an equation: `Σ − unit·rest = constant`, with bounds on the rest.
    ///
    /// The unit is what divides everything else, so that the rest is any integer: with a smaller one, values between
    /// those that it can have would be tried in vain.
    fn leave_over(
        &mut self,
        (report, relation): (usize, Relation),
        row: &mut Row,
        (reach, constant): (i128, i128),
    ) -> Result<(), TooLarge> {
        let unit = row.terms.iter().fold(constant.abs(), |common, (_, coefficient)| gcd(common, *coefficient)).max(1);
        let far = (reach / unit).checked_add(1).ok_or(TooLarge)?;
        let (bounds, hole) = match relation {
            Relation::AtLeast => ((0, far), None),
            Relation::Above => ((1, far), None),
            Relation::AtMost => ((-far, 0), None),
            Relation::Below => ((-far, -1), None),
            Relation::Equal | Relation::Unequal => ((-far, far), Some(0)),
        };
        let value = -std::mem::take(&mut row.gap) / unit;
        let rest = Variable { report, slot: None, unit: 1, value, bounds, standing: Standing::Open, hole };
        let var = self.push(rest)?;
        row.terms.push((var, -unit));
        Ok(())
    }

    fn push(&mut self, variable: Variable) -> Result<Var, TooLarge> {
        let var = Var::try_from(self.system.variables.len()).map_err(|_| TooLarge)?;
        self.system.variables.push(variable);
        Ok(var)
    }

    fn variable(&mut self, report: usize, slot: Slot) -> Result<Var, TooLarge> {
        let sheet = &self.sheets[report];
        let known = match &slot {
            Slot::Cell(cell) => sheet.known[usize::from(cell.0)],
            Slot::Group(group) => sheet.known_groups.get(group).copied(),
        };
        if let Some(var) = known {
            return Ok(var);
        }
        let Filed { form, report: own } = sheet.filed;
        let missing = Cell::default();
        let cell = match slot {
            Slot::Cell(index) => own.cell(index),
            Slot::Group(group) => own.extra.get(&form.group(group).id).unwrap_or(&missing),
        };
        let specs = form.slot_cells(&slot).iter().map(|cell| form.cell(*cell));
        let (mut kind, mut is_total) = (ValueType::Count, true);
        for spec in specs {
            is_total &= spec.role == Role::Total;
            if spec.value != ValueType::Count {
                kind = spec.value;
            }
        }
        let var = self.push(variable((report, slot), cell.state, kind, is_total))?;
        let sheet = &mut self.sheets[report];
        match slot {
            Slot::Cell(cell) => sheet.known[usize::from(cell.0)] = Some(var),
            Slot::Group(group) => drop(sheet.known_groups.insert(group, var)),
        }
        Ok(var)
    }
}

fn coefficient(cells: &[(CellIndex, i64)], cell: CellIndex) -> i64 {
    cells.binary_search_by_key(&cell, |(own, _)| *own).map_or(0, |position| cells[position].1)
}

fn variable((report, slot): (usize, Slot), state: CellState, kind: ValueType, is_total: bool) -> Variable {
    let unit = if kind == ValueType::Decimal { 1 } else { ONE };
    let most = MOST * ONE / unit;
    let bounds = (if kind == ValueType::SignedCount { -most } else { 0 }, most);
    let (value, standing) = match state {
        CellState::Number(number) => {
            let millionths = number.millionths();
            let value = millionths.div_euclid(unit);
            let may_stand = millionths % unit == 0 && (bounds.0..=bounds.1).contains(&value);
            (value, if may_stand { Standing::Number } else { Standing::Impossible })
        }
        CellState::Blank | CellState::Dash if !is_total => (0, Standing::Blank),
        CellState::Blank | CellState::Dash | CellState::Unreadable | CellState::Missing => (0, Standing::Open),
    };
    Variable { report, slot: Some(slot), unit, value, bounds, standing, hole: None }
}
