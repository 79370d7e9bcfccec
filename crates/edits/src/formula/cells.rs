//! Addresses, ranges, and conditions over single cells and ranges.
use gouji_model::StateSet;

use crate::formula::Spot;
use crate::formula::logic::Logic;
use crate::formula::reading::{DASH_TEXT, DOUBT_START, MISSING_TEXT, UNREADABLE_TEXT};

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

    /// `取值!$C$5:$C$9`.
    pub(crate) fn text(self, sheet: &str) -> String {
        let mut text = String::with_capacity(sheet.len() + 16);
        text.push_str(sheet);
        push_address(&mut text, self.first);
        if !self.is_one() {
            text.push(':');
            push_address(&mut text, self.last);
        }
        text
    }
}

/// Whether a reading in any of the ranges is neither number nor blank nor dash.
pub(crate) fn have_doubt(ranges: &[Range], sheet: &str) -> Logic {
    let counts: Vec<String> =
        ranges.iter().map(|range| format!("COUNTIF({},\"{DOUBT_START}*\")", range.text(sheet))).collect();
    if counts.is_empty() { Logic::Const(false) } else { Logic::Formula(format!("{}>0", counts.join("+"))) }
}

/// Adds `$C$5`.
fn push_address(text: &mut String, spot: Spot) {
    text.push('$');
    push_letters(text, u32::from(spot.column) + 1);
    text.push('$');
    push_decimal(text, spot.row + 1);
}

/// Adds `C` for 3.
fn push_letters(text: &mut String, column: u32) {
    if column > 26 {
        push_letters(text, (column - 1) / 26);
    }
    text.push(char::from(b'A' + u8::try_from((column - 1) % 26).unwrap_or_default()));
}

fn push_decimal(text: &mut String, number: u32) {
    if number > 9 {
        push_decimal(text, number / 10);
    }
    text.push(char::from(b'0' + u8::try_from(number % 10).unwrap_or_default()));
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

/// Whether a reading is in one of some states: said of those or of the others, whichever is shorter.
pub(crate) fn is_in(cell: &str, states: StateSet) -> Logic {
    match complement(states) {
        None => Logic::Const(true),
        Some(others) if length(others) < length(states) => is_in_plainly(cell, others).negate(),
        Some(_) => is_in_plainly(cell, states),
    }
}

/// How long the condition for some states is, roughly: in comparisons.
fn length(states: StateSet) -> usize {
    let has = |class: &StateSet| states.contains(*class);
    let (numbers, texts) = CLASSES.split_at(4);
    let number = match numbers.iter().filter(|class| has(class)).count() {
        0 => 0,
        4 => 1,
        // Zero alone is one comparison, too.
        1 if states.contains(StateSet::ZERO) => 1,
        _ => 3,
    };
    number + texts.iter().filter(|class| has(class)).count()
}

fn is_in_plainly(cell: &str, states: StateSet) -> Logic {
    let numbers = [StateSet::ZERO, StateSet::WHOLE, StateSet::FRACTION, StateSet::NEGATIVE];
    let texts = [
        (StateSet::BLANK, ""),
        (StateSet::DASH, DASH_TEXT),
        (StateSet::UNREADABLE, UNREADABLE_TEXT),
        (StateSet::MISSING, MISSING_TEXT),
    ];
    let is_text = texts.into_iter().filter(|(class, _)| states.contains(*class));
    let is_text = is_text.map(|(_, text)| Logic::Formula([cell, "=\"", text, "\""].concat()));
    Logic::any(std::iter::once(number_in(cell, numbers.map(|class| states.contains(class)))).chain(is_text))
}

/// Whether a reading says that the place of its cell was not found.
pub(crate) fn is_missing(cell: &str) -> Logic {
    Logic::Formula([cell, "=\"", MISSING_TEXT, "\""].concat())
}

/// Whether a reading is a number that is 0, whole, fractional, negative, as wanted.
///
/// `N` of a text is 0, so that texts, which spreadsheets order after all numbers, are above nothing.
fn number_in(cell: &str, wanted: [bool; 4]) -> Logic {
    let whole = || format!("INT(N({cell}))=N({cell})");
    Logic::Formula(match wanted {
        [false, false, false, false] => return Logic::Const(false),
        [true, true, true, true] => format!("ISNUMBER({cell})"),
        [true, true, true, false] => format!("AND(ISNUMBER({cell}),N({cell})>=0)"),
        [true, true, false, false] => format!("AND(ISNUMBER({cell}),N({cell})>=0,{})", whole()),
        [false, true, true, false] => format!("N({cell})>0"),
        [false, true, true, true] => format!("N({cell})<>0"),
        [true, false, false, false] => format!("{cell}=0"),
        [zero, positive_whole, fraction, negative] => {
            let tests = [
                zero.then(|| format!("{cell}=0")),
                positive_whole.then(|| format!("AND(N({cell})>0,{})", whole())),
                fraction.then(|| format!("AND(N({cell})>0,NOT({}))", whole())),
                negative.then(|| format!("N({cell})<0")),
            ];
            return Logic::any(tests.into_iter().flatten().map(Logic::Formula));
        }
    })
}
