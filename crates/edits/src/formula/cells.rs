//! Addresses, ranges, and conditions over single cells and ranges.
use gouji_model::StateSet;

use crate::formula::logic::Logic;
use crate::formula::{MISSING_TEXT, Spot};

/// What counts as a dash, as an array that lies across; readers take any run of such strokes, people write these.
const DASHES_ACROSS: &str = r#"{"/","-","—","——","--","无","\","／","－","–","―","─","−"}"#;
/// The same as an array that stands upright.
const DASHES_DOWN: &str = r#"{"/";"-";"—";"——";"--";"无";"\";"／";"－";"–";"―";"─";"−"}"#;

/// A rectangle one cell wide or one cell high.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    first: Spot,
    last: Spot,
}

impl Range {
    pub(crate) fn one(spot: Spot) -> Self {
        Self { first: spot, last: spot }
    }

    fn is_one(self) -> bool {
        self.first == self.last
    }

    fn is_row(self) -> bool {
        self.first.row == self.last.row
    }

    /// `年报!$C$5:$C$9`.
    pub(crate) fn text(self, sheet: &str) -> String {
        let first = format!("{sheet}{}", address(self.first));
        if self.is_one() { first } else { format!("{first}:{}", address(self.last)) }
    }

    /// Whether a detail in it is neither number nor blank nor dash.
    pub(crate) fn has_bad_detail(self, sheet: &str) -> Logic {
        let cells = self.text(sheet);
        if self.is_one() {
            return Logic::Formula(format!(
                "AND(NOT(ISNUMBER({cells})),LEN(TRIM({cells}))>0,NOT(OR(TRIM({cells})={})))",
                dashes(false)
            ));
        }
        // The array of dashes lies across the range, so that every cell is compared with every dash.
        Logic::Formula(format!(
            "SUMPRODUCT((1-ISNUMBER({cells}))*(LEN(TRIM({cells}))>0))>SUMPRODUCT((TRIM({cells})={})*1)",
            dashes(self.is_row())
        ))
    }
}

/// `$C$5`.
fn address(spot: Spot) -> String {
    format!("${}${}", column_letters(spot.column), spot.row + 1)
}

/// `C` for 2.
pub(crate) fn column_letters(column: u16) -> String {
    let mut rest = u32::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

fn dashes(down: bool) -> &'static str {
    if down { DASHES_DOWN } else { DASHES_ACROSS }
}

/// Spots as the fewest ranges: columns first, then what is left by rows.
pub(crate) fn ranges(spots: &[Spot]) -> Vec<Range> {
    let mut sorted = spots.to_vec();
    sorted.sort_unstable_by_key(|spot| (spot.column, spot.row));
    sorted.dedup();
    let down = merge(&sorted, |last, next| last.column == next.column && last.row + 1 == next.row);
    let (mut ranges, lone): (Vec<Range>, Vec<Range>) = down.into_iter().partition(|range| !range.is_one());
    let mut lone: Vec<Spot> = lone.into_iter().map(|range| range.first).collect();
    lone.sort_unstable();
    ranges.extend(merge(&lone, |last, next| last.row == next.row && last.column + 1 == next.column));
    ranges.sort_by_key(|range| (range.first.row, range.first.column));
    ranges
}

fn merge(sorted: &[Spot], follows: impl Fn(Spot, Spot) -> bool) -> Vec<Range> {
    let mut ranges: Vec<Range> = Vec::new();
    for spot in sorted {
        match ranges.last_mut() {
            Some(range) if follows(range.last, *spot) => range.last = *spot,
            _ => ranges.push(Range::one(*spot)),
        }
    }
    ranges
}

/// The classes that a cell can be in.
pub(crate) const CLASSES: [StateSet; 8] = [
    StateSet::ZERO,
    StateSet::WHOLE,
    StateSet::FRACTION,
    StateSet::NEGATIVE,
    StateSet::BLANK,
    StateSet::DASH,
    StateSet::UNREADABLE,
    StateSet::MISSING,
];

/// The other classes; `None` where there are none.
pub(crate) fn complement(states: StateSet) -> Option<StateSet> {
    CLASSES.into_iter().filter(|class| !states.contains(*class)).reduce(StateSet::union)
}

/// Whether a cell is in one of some states: said of those or of the others, whichever is shorter.
pub(crate) fn is_in(cell: &str, states: StateSet) -> Logic {
    match complement(states) {
        None => Logic::Const(true),
        Some(others) if length(others) < length(states) => is_in_plainly(cell, others).negate(),
        Some(_) => is_in_plainly(cell, states),
    }
}

/// How long the condition for some states is, roughly.
fn length(states: StateSet) -> usize {
    let has = |class: StateSet| usize::from(states.contains(class));
    let numbers = [StateSet::ZERO, StateSet::WHOLE, StateSet::FRACTION, StateSet::NEGATIVE].into_iter().map(has).sum();
    let number = match numbers {
        0 => 0,
        4 => 1,
        _ => 3,
    };
    number + has(StateSet::BLANK) + has(StateSet::MISSING) + 4 * has(StateSet::DASH) + 8 * has(StateSet::UNREADABLE)
}

fn is_in_plainly(cell: &str, states: StateSet) -> Logic {
    let numbers = [StateSet::ZERO, StateSet::WHOLE, StateSet::FRACTION, StateSet::NEGATIVE];
    let mut parts = vec![number_in(cell, numbers.map(|class| states.contains(class)))];
    let mut part = |class: StateSet, text: &dyn Fn() -> String| {
        if states.contains(class) {
            parts.push(Logic::Formula(text()));
        }
    };
    let blank = || format!("LEN(TRIM({cell}))=0");
    let dash = || format!("OR(TRIM({cell})={DASHES_ACROSS})");
    part(StateSet::BLANK, &blank);
    part(StateSet::DASH, &dash);
    part(StateSet::MISSING, &|| is_missing(cell));
    part(StateSet::UNREADABLE, &|| format!("NOT(OR(ISNUMBER({cell}),{},{},{}))", blank(), dash(), is_missing(cell)));
    Logic::any(parts)
}

/// Whether a cell says that its place was not found.
pub(crate) fn is_missing(cell: &str) -> String {
    format!("TRIM({cell})=\"{MISSING_TEXT}\"")
}

/// Whether a cell holds a number that is 0, whole, fractional, negative, as wanted.
fn number_in(cell: &str, wanted: [bool; 4]) -> Logic {
    let number = Logic::Formula(format!("ISNUMBER({cell})"));
    let value = format!("N({cell})");
    let whole = format!("INT({value})={value}");
    let test = match wanted {
        [false, false, false, false] => return Logic::Const(false),
        [true, true, true, true] => return number,
        [true, true, true, false] => format!("{value}>=0"),
        [false, true, true, false] => format!("{value}>0"),
        [false, true, true, true] => format!("{value}<>0"),
        [true, true, false, false] => format!("{value}>=0,{whole}"),
        [true, false, false, false] => format!("{value}=0"),
        [zero, positive_whole, fraction, negative] => {
            let tests = [
                (zero, format!("{value}=0")),
                (positive_whole, format!("AND({value}>0,{whole})")),
                (fraction, format!("AND({value}>0,NOT({whole}))")),
                (negative, format!("{value}<0")),
            ];
            let tests: Vec<String> = tests.into_iter().filter(|(own, _)| *own).map(|(_, test)| test).collect();
            format!("OR({})", tests.join(","))
        }
    };
    Logic::Formula(format!("AND(ISNUMBER({cell}),{test})"))
}
