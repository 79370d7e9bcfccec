//! A report as a system of equations: what stands where, what may stand there, and what the hard edits ask for.
use std::collections::BTreeMap;

use gouji_edits::{HardEdit, Relation};
use gouji_model::{Cell, CellIndex, CellState, Form, GroupIndex, Report, Role, Slot, ValueType};

use crate::row::{Row, TooLarge, Var, gcd};

/// The largest number a cell can hold, 10¹².
const MOST: i128 = 1_000_000_000_000;
/// Millionths of 1, the unit of counts.
const ONE: i128 = 1_000_000;

/// What a variable stands for, and what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Variable {
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
    /// The edit of each row, by its index in the rule book.
    pub(crate) edits: Vec<usize>,
}

impl System {
    /// The system of a report; edits that do not apply to its printed form are left out.
    ///
    /// # Errors
    /// [`TooLarge`] when coefficients of an edit need more than 128 bits.
    pub(crate) fn of<'a>(
        form: &Form,
        report: &Report,
        hard: impl Iterator<Item = &'a HardEdit>,
    ) -> Result<Self, TooLarge> {
        let mut building = Building {
            form,
            report,
            system: Self::default(),
            known: vec![None; form.cells.len()],
            known_groups: BTreeMap::new(),
            rows_of_groups: printed(form, report),
        };
        for edit in hard {
            if let Some(terms) = building.terms(edit) {
                building.add(edit, &terms)?;
            }
        }
        Ok(building.system)
    }

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
fn printed(form: &Form, report: &Report) -> Vec<GroupIndex> {
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

struct Building<'a> {
    form: &'a Form,
    report: &'a Report,
    system: System,
    /// Variables of cells, by the cells' indices, and of groups.
    known: Vec<Option<Var>>,
    known_groups: BTreeMap<GroupIndex, Var>,
    rows_of_groups: Vec<GroupIndex>,
}

impl Building<'_> {
    /// The terms of an edit over what is printed; `None` where it asks for a cell that the printed form does not have.
    fn terms(&self, edit: &HardEdit) -> Option<Vec<(Slot, i128)>> {
        let own = |(cell, coefficient): &(CellIndex, i64)| (Slot::Cell(*cell), i128::from(*coefficient));
        if self.rows_of_groups.is_empty() {
            return Some(edit.terms.iter().map(own).collect());
        }
        let mut cells: Vec<(CellIndex, i64)> = edit.terms.clone();
        let mut terms = Vec::new();
        for group in &self.rows_of_groups {
            let own = &self.form.group(*group).cells;
            let coefficient = own.first().map_or(0, |first| coefficient(&cells, *first));
            if coefficient != 0 && own.iter().all(|cell| self::coefficient(&cells, *cell) == coefficient) {
                cells.retain(|(cell, _)| !own.contains(cell));
                terms.push((Slot::Group(*group), i128::from(coefficient)));
            }
        }
        let covered =
            |cell: &CellIndex| self.rows_of_groups.iter().any(|group| self.form.group(*group).cells.contains(cell));
        if cells.iter().any(|(cell, _)| covered(cell)) {
            return None;
        }
        terms.extend(cells.iter().map(own));
        Some(terms)
    }

    fn add(&mut self, edit: &HardEdit, terms: &[(Slot, i128)]) -> Result<(), TooLarge> {
        let mut row = Row { terms: Vec::with_capacity(terms.len() + 1), gap: edit.constant };
        // What the terms reach at most, which bounds what an inequality leaves over.
        let mut reach = edit.constant.checked_abs().ok_or(TooLarge)?;
        for (slot, coefficient) in terms {
            let var = self.variable(*slot)?;
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
            self.leave_over(edit.relation, &mut row, (reach, edit.constant))?;
        }
        row.reduce();
        self.system.rows.push(row);
        self.system.edits.push(edit.edit);
        Ok(())
    }

    /// An inequality as an equation: `Σ − unit·rest = constant`, with bounds on the rest.
    ///
    /// The unit is what divides everything else, so that the rest is any integer: with a smaller one, values between
    /// those that it can have would be tried in vain.
    fn leave_over(
        &mut self,
        relation: Relation,
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
        let rest = Variable { slot: None, unit: 1, value, bounds, standing: Standing::Open, hole };
        let var = self.push(rest)?;
        row.terms.push((var, -unit));
        Ok(())
    }

    fn push(&mut self, variable: Variable) -> Result<Var, TooLarge> {
        let var = Var::try_from(self.system.variables.len()).map_err(|_| TooLarge)?;
        self.system.variables.push(variable);
        Ok(var)
    }

    fn variable(&mut self, slot: Slot) -> Result<Var, TooLarge> {
        let known = match &slot {
            Slot::Cell(cell) => self.known[usize::from(cell.0)],
            Slot::Group(group) => self.known_groups.get(group).copied(),
        };
        if let Some(var) = known {
            return Ok(var);
        }
        let missing = Cell::default();
        let cell = match slot {
            Slot::Cell(index) => self.report.cell(index),
            Slot::Group(group) => self.report.extra.get(&self.form.group(group).id).unwrap_or(&missing),
        };
        let specs = self.form.slot_cells(&slot).iter().map(|cell| self.form.cell(*cell));
        let (mut kind, mut is_total) = (ValueType::Count, true);
        for spec in specs {
            is_total &= spec.role == Role::Total;
            if spec.value != ValueType::Count {
                kind = spec.value;
            }
        }
        let var = self.push(variable(slot, cell.state, kind, is_total))?;
        match slot {
            Slot::Cell(cell) => self.known[usize::from(cell.0)] = Some(var),
            Slot::Group(group) => drop(self.known_groups.insert(group, var)),
        }
        Ok(var)
    }
}

fn coefficient(cells: &[(CellIndex, i64)], cell: CellIndex) -> i64 {
    cells.binary_search_by_key(&cell, |(own, _)| *own).map_or(0, |position| cells[position].1)
}

fn variable(slot: Slot, state: CellState, kind: ValueType, is_total: bool) -> Variable {
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
    Variable { slot: Some(slot), unit, value, bounds, standing, hole: None }
}
