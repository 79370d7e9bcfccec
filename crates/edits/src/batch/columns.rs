//! Reports as columns.
use gouji_model::{CellState, Number, Report, Role, Slot, StateSet};

use crate::batch::mask::Mask;
use crate::batch::{BLOCK, Batch, Verdict};
use crate::formula::CLASSES;
use crate::{Context, judge};

/// Reports of one form, ready to be judged by the [`Batch`] that made them.
#[derive(Debug, Default)]
pub struct Columns {
    pub(crate) blocks: Vec<Block>,
}

impl Columns {
    /// Number of reports.
    pub fn len(&self) -> usize {
        self.blocks.iter().map(|block| block.rows).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) rows: usize,
    pub(crate) cells: Vec<Column>,
    /// For each fact of the plan where it is known, and where it holds.
    pub(crate) facts: Vec<[Mask; 2]>,
    /// Reports that were judged one by one: row, and a verdict for each edit of the plan.
    pub(crate) single: Vec<(usize, Vec<Verdict>)>,
}

/// One cell in the reports of a block.
#[derive(Debug)]
pub(crate) struct Column {
    /// The numbers times `10^scale`; 0 where there is none.
    pub(crate) values: Values,
    /// The fewest decimals with which all numbers are whole.
    pub(crate) scale: u8,
    /// The largest absolute value.
    pub(crate) largest: u64,
    /// Where the cell is in each class of [`CLASSES`].
    pub(crate) classes: [Mask; CLASSES.len()],
    /// Where its value cannot be told.
    pub(crate) doubt: Mask,
}

/// The numbers of a column: as narrow as they may be, since judging waits for memory.
#[derive(Debug)]
pub(crate) enum Values {
    /// All fit into 32 bits.
    Narrow(Box<[i32; BLOCK]>),
    /// Some do not.
    Wide(Box<[i64; BLOCK]>),
}

impl Values {
    /// The number of a row.
    pub(crate) fn of(&self, row: usize) -> i64 {
        match self {
            Self::Narrow(values) => values[row].into(),
            Self::Wide(values) => values[row],
        }
    }

    /// Puts numbers into 32 bits where all fit.
    fn packed(values: Box<[i64; BLOCK]>, largest: u64) -> Self {
        if largest > i32::MAX.unsigned_abs().into() {
            return Self::Wide(values);
        }
        let mut narrow = Box::new([0; BLOCK]);
        for (narrow, value) in narrow.iter_mut().zip(values.iter()) {
            *narrow = i32::try_from(*value).unwrap_or_default();
        }
        Self::Narrow(narrow)
    }
}

impl Column {
    fn of(states: &[CellState], role: Role) -> Self {
        let number = |state: &CellState| if let CellState::Number(number) = state { Some(*number) } else { None };
        let scale = states.iter().filter_map(number).map(|number| number.parts().1).max().unwrap_or(0);
        let (mut values, mut largest) = (Box::new([0; BLOCK]), 0);
        let (mut classes, mut doubt) = ([Mask::NONE; CLASSES.len()], Mask::NONE);
        for (row, state) in states.iter().enumerate() {
            let own = StateSet::of(*state);
            for (class, mask) in CLASSES.iter().zip(&mut classes) {
                mask.set(row, own == *class);
            }
            let value = number(state).map_or(0, |number| at_scale(number, scale));
            values[row] = value;
            largest = value.unsigned_abs().max(largest);
            doubt.set(row, is_doubtful(*state, role));
        }
        Self { values: Values::packed(values, largest), scale, largest, classes, doubt }
    }

    /// Where the cell is in one of some states.
    pub(crate) fn is_in(&self, states: StateSet) -> Mask {
        let own = CLASSES.iter().zip(&self.classes).filter(|(class, _)| states.contains(**class));
        own.fold(Mask::NONE, |sum, (_, mask)| sum | *mask)
    }
}

/// A number times `10^scale`, which is at least its own; 10¹² with six decimals fits.
fn at_scale(number: Number, scale: u8) -> i64 {
    let (units, own) = number.parts();
    units.saturating_mul(10_i64.pow(u32::from(scale - own)))
}

fn is_doubtful(state: CellState, role: Role) -> bool {
    match state {
        CellState::Number(_) => false,
        CellState::Blank | CellState::Dash => role == Role::Total,
        CellState::Unreadable | CellState::Missing => true,
    }
}

impl Batch<'_> {
    /// Puts reports of the batch's form into columns.
    pub fn columns<'r>(&self, reports: impl IntoIterator<Item = &'r Report>) -> Columns {
        let mut columns = Columns::default();
        let mut reports = reports.into_iter().peekable();
        while reports.peek().is_some() {
            let block: Vec<&Report> = reports.by_ref().take(BLOCK).collect();
            columns.blocks.push(self.block(&block));
        }
        columns
    }

    fn block(&self, reports: &[&Report]) -> Block {
        let mut states = Vec::with_capacity(reports.len());
        let cells = self.book.form.cells.iter().enumerate().map(|(index, spec)| {
            states.clear();
            states.extend(
                reports.iter().map(|report| report.cells.get(index).map_or(CellState::Missing, |cell| cell.state)),
            );
            Column::of(&states, spec.role)
        });
        let cells = cells.collect();
        let facts = self.facts.iter().map(|key| {
            let (mut known, mut holds) = (Mask::NONE, Mask::NONE);
            for (row, report) in reports.iter().enumerate() {
                let fact = report.fact(key);
                known.set(row, fact.is_some());
                holds.set(row, fact == Some(true));
            }
            [known, holds]
        });
        let facts = facts.collect();
        let single = reports.iter().enumerate().filter(|(_, report)| self.has_group_row(report));
        let single = single.map(|(row, report)| (row, self.one_by_one(report))).collect();
        Block { rows: reports.len(), cells, facts, single }
    }

    fn has_group_row(&self, report: &Report) -> bool {
        report.extra.keys().any(|id| matches!(self.book.form.slot(id), Some(Slot::Group(_))))
    }

    fn one_by_one(&self, report: &Report) -> Vec<Verdict> {
        let judgement = judge(self.book, report, &Context::default());
        let mut verdicts = vec![Verdict::Inapplicable; self.book.edits.len()];
        for judged in &judgement.judged {
            verdicts[judged.edit] = Verdict::from(&judged.outcome);
        }
        self.edits.iter().map(|edit| verdicts[edit.index]).collect()
    }
}
