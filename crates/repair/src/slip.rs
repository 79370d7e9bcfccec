//! How people err: the slip that explains why one value stands where another belongs.
//!
//! Slips only order answers with equally many cells, and give the suggestion its words.
use gouji_model::{Arg, CellIndex, CellState, Form, Message, Number, Report, Role, Slot};

use crate::neighbours::Neighbours;

/// What probably happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// One digit was left out.
    DigitDropped,
    /// One digit was typed twice.
    DigitDoubled,
    /// One digit too many was typed.
    DigitAdded,
    /// Two digits next to each other changed places.
    DigitsSwapped,
    /// One digit is another.
    DigitMistyped,
    /// Ten times the value.
    TimesTen,
    /// A tenth of the value.
    TenthOf,
    /// The sign is the other.
    SignTurned,
    /// The value of the cell above or below.
    OtherRow(CellIndex),
    /// The value of the cell to the left or right.
    OtherColumn(CellIndex),
    /// The values of two cells changed places.
    Exchanged(CellIndex),
    /// The values of several rows stand one row too high or too low.
    Shifted,
    /// An item was left out of the sum.
    LeftOut(CellIndex),
    /// An item was counted twice in the sum.
    CountedTwice(CellIndex),
    /// The total of another row or column.
    OtherTotal(CellIndex),
    /// 0 stands for what was not filled in.
    ZeroForBlank,
}

impl Slip {
    /// The slip in words.
    pub fn message(self, form: &Form) -> Message {
        let (key, other) = match self {
            Self::DigitDropped => ("repair-slip-digit-dropped", None),
            Self::DigitDoubled => ("repair-slip-digit-doubled", None),
            Self::DigitAdded => ("repair-slip-digit-added", None),
            Self::DigitsSwapped => ("repair-slip-digits-swapped", None),
            Self::DigitMistyped => ("repair-slip-digit-mistyped", None),
            Self::TimesTen => ("repair-slip-times-ten", None),
            Self::TenthOf => ("repair-slip-tenth", None),
            Self::SignTurned => ("repair-slip-sign", None),
            Self::OtherRow(cell) => ("repair-slip-other-row", Some(cell)),
            Self::OtherColumn(cell) => ("repair-slip-other-column", Some(cell)),
            Self::Exchanged(cell) => ("repair-slip-exchanged", Some(cell)),
            Self::Shifted => ("repair-slip-shifted", None),
            Self::LeftOut(cell) => ("repair-slip-left-out", Some(cell)),
            Self::CountedTwice(cell) => ("repair-slip-counted-twice", Some(cell)),
            Self::OtherTotal(cell) => ("repair-slip-other-total", Some(cell)),
            Self::ZeroForBlank => ("repair-slip-zero", None),
        };
        match other {
            Some(cell) => Message::new(key).with("other", Arg::Label(form.cell(cell).name.clone())),
            None => Message::new(key),
        }
    }

    /// How much a repair by this slip is doubted: 0 is what happens most.
    pub(crate) fn doubt(self) -> u32 {
        match self {
            Self::DigitsSwapped | Self::Exchanged(_) | Self::Shifted | Self::TimesTen | Self::TenthOf => 1,
            Self::DigitDropped | Self::DigitDoubled | Self::SignTurned | Self::LeftOut(_) => 2,
            Self::OtherRow(_) | Self::OtherColumn(_) | Self::OtherTotal(_) | Self::CountedTwice(_) => 3,
            Self::DigitAdded => 4,
            Self::DigitMistyped | Self::ZeroForBlank => 5,
        }
    }

    /// The doubt about a change that no slip explains.
    pub(crate) const NONE: u32 = 8;
}

/// What slips are looked for in.
pub(crate) struct Scene<'a> {
    pub(crate) form: &'a Form,
    pub(crate) report: &'a Report,
    pub(crate) neighbours: &'a Neighbours,
}

impl Scene<'_> {
    /// The likeliest slip by which `old` came to stand where `new` belongs.
    pub(crate) fn slip(&self, slot: Slot, old: Number, new: Number) -> Option<Slip> {
        let mut found = digits(old, new);
        if let Slot::Cell(cell) = slot {
            let own = [self.sum(cell, old, new), self.place(cell, old), self.total(cell, old)];
            found = found.into_iter().chain(own.into_iter().flatten()).min_by_key(|slip| slip.doubt());
        }
        found.or((old.is_zero() && !new.is_zero()).then_some(Slip::ZeroForBlank))
    }

    fn value(&self, cell: CellIndex) -> Option<Number> {
        match self.report.cell(cell).state {
            CellState::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The value of a cell beside; zeros are everywhere and say nothing.
    fn place(&self, cell: CellIndex, old: Number) -> Option<Slip> {
        if old.is_zero() {
            return None;
        }
        let same = |other: &CellIndex| self.value(*other) == Some(old);
        let beside = self.neighbours.of(cell);
        let row = beside.rows().find(same).map(Slip::OtherRow);
        row.or_else(|| beside.columns().find(same).map(Slip::OtherColumn))
    }

    fn total(&self, cell: CellIndex, old: Number) -> Option<Slip> {
        let spec = self.form.cell(cell);
        if old.is_zero() || spec.role != Role::Total {
            return None;
        }
        let is_other = |other: &CellIndex| {
            let there = self.form.cell(*other);
            *other != cell
                && there.table == spec.table
                && there.role == Role::Total
                && (there.row == spec.row || there.column == spec.column)
                && self.value(*other) == Some(old)
        };
        (0..).take(self.form.cells.len()).map(CellIndex).find(is_other).map(Slip::OtherTotal)
    }

    /// An item of a sum whose value is what the total lacks, or has too much.
    fn sum(&self, cell: CellIndex, old: Number, new: Number) -> Option<Slip> {
        let lacking = new.millionths() - old.millionths();
        self.neighbours.items(cell).find_map(|item| match self.value(item)?.millionths() {
            0 => None,
            value if value == lacking => Some(Slip::LeftOut(item)),
            value if value == -lacking => Some(Slip::CountedTwice(item)),
            _ => None,
        })
    }
}

/// Slips of single digits.
fn digits(old: Number, new: Number) -> Option<Slip> {
    if old == new || old.is_zero() || new.is_zero() {
        return None;
    }
    let (before, after) = (old.millionths(), new.millionths());
    if before == after * 10 {
        return Some(Slip::TimesTen);
    }
    if before * 10 == after {
        return Some(Slip::TenthOf);
    }
    if before == -after {
        return Some(Slip::SignTurned);
    }
    let (before, after) = (old.to_string().into_bytes(), new.to_string().into_bytes());
    if before.len() + 1 == after.len() && without_one(&after, &before).is_some() {
        return Some(Slip::DigitDropped);
    }
    if let Some(position) = without_one(&before, &after) {
        // The first place at which the rest fits is the first of equal digits.
        let twice = before.get(position + 1) == before.get(position);
        return Some(if twice { Slip::DigitDoubled } else { Slip::DigitAdded });
    }
    let differing: Vec<usize> = (0..before.len()).filter(|at| before.get(*at) != after.get(*at)).collect();
    match differing.as_slice() {
        _ if before.len() != after.len() => None,
        [_] => Some(Slip::DigitMistyped),
        [first, second]
            if first + 1 == *second && before[*first] == after[*second] && before[*second] == after[*first] =>
        {
            Some(Slip::DigitsSwapped)
        }
        _ => None,
    }
}

/// Where a byte must be taken out of `long` to get `short`: the first of equal ones.
fn without_one(long: &[u8], short: &[u8]) -> Option<usize> {
    if long.len() != short.len() + 1 {
        return None;
    }
    (0..long.len()).find(|at| long[..*at] == short[..*at] && long[at + 1..] == short[*at..])
}
