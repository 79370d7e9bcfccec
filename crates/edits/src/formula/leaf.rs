//! What a variable is made of on the sheet: places, and values that have none.
use gouji_model::{CellIndex, CellState, GroupIndex, Role, Slot};

use crate::Var;
use crate::formula::{Projection, Spot};
use crate::value::{NoValue, group_role};

/// One summand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaf {
    /// It stands on the sheet.
    Shown { spot: Spot, role: Role, slot: Slot },
    /// It stands nowhere on the sheet and is known, in millionths.
    Fixed(i128),
    /// The form, or the form as printed, has no such cell.
    Absent,
    /// It cannot be told.
    Doubt,
}

impl Projection<'_> {
    /// The summands of a variable, in the order in which judging asks for them.
    pub(crate) fn leaves(&self, var: &Var) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        match var {
            Var::Own(Slot::Cell(cell)) => leaves.push(self.cell_leaf(*cell)),
            Var::Own(Slot::Group(group)) => self.group_leaves(*group, &mut leaves),
            Var::LastYear(_) | Var::Members(_) | Var::Claim(_) => leaves.push(self.fixed(var)),
        }
        leaves
    }

    fn fixed(&self, var: &Var) -> Leaf {
        match self.bench.value(var) {
            Ok(value) => Leaf::Fixed(value.millionths),
            Err(NoValue::Absent) => Leaf::Absent,
            Err(NoValue::Doubt(_)) => Leaf::Doubt,
        }
    }

    /// A cell that is asked for alone: covered by a number on its group's row, it is not there.
    pub(crate) fn cell_leaf(&self, cell: CellIndex) -> Leaf {
        let own = self.bench.own;
        if own.report.cell(cell).state == CellState::Missing && own.is_covered(cell) {
            return Leaf::Absent;
        }
        self.member_leaf(cell)
    }

    fn member_leaf(&self, cell: CellIndex) -> Leaf {
        let asked = Slot::Cell(cell);
        let own = self.bench.own;
        match (self.addresses.spot)(asked) {
            Some(spot) => Leaf::Shown { spot, role: own.form.cell(cell).role, slot: asked },
            None if own.report.cell(cell).state == CellState::Missing => Leaf::Doubt,
            None => self.fixed(&Var::Own(asked)),
        }
    }

    fn group_leaves(&self, index: GroupIndex, leaves: &mut Vec<Leaf>) {
        let group = self.bench.own.form.group(index);
        let unprinted = |cell: &CellIndex| self.bench.own.report.cell(*cell).state == CellState::Missing;
        if let Some(spot) = (self.addresses.spot)(Slot::Group(index))
            && group.cells.iter().all(unprinted)
        {
            leaves.push(Leaf::Shown { spot, role: group_role(self.bench.own.form, group), slot: Slot::Group(index) });
            return;
        }
        for member in &group.members {
            match member {
                Slot::Cell(cell) => leaves.push(self.member_leaf(*cell)),
                Slot::Group(inner) => self.group_leaves(*inner, leaves),
            }
        }
    }
}
