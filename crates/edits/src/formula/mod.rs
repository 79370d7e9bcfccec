//! Edits as spreadsheet formulas: the live check of the workbook, with the outcomes of `judge`.
//!
//! A formula uses only functions of Excel 2007, which WPS 表格 and LibreOffice share, and no array entry. It stands over
//! *readings* ([`reading`]) of the typed cells. Sums go through `SUM`, for which texts count as 0; whether a text may
//! count as 0 is decided by the verdict. What has no place on the sheet (last year, members, claims, facts) enters as it
//! is known when the formula is written.
mod cells;
mod decision;
mod leaf;
mod linear;
mod logic;
mod quantity;
mod reading;
pub(crate) mod relation;
mod state;

use gouji_model::{Report, Slot};

use crate::formula::decision::{Decision, Truth, quoted, verdict};
use crate::judge::Bench;
use crate::{Atom, Context, Edit, Linear, RuleBook};

pub(crate) use cells::CLASSES;
pub use quantity::{Quantity, quantity};
pub use reading::{MISSING_TEXT, any_filled, reading, reading_result};
pub use relation::relation;

/// Longest formula that spreadsheets take, in characters.
const MAX_LENGTH: usize = 8_192;

/// A place of a sheet, both numbers from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// Row.
    pub row: u32,
    /// Column.
    pub column: u16,
}

/// The words of the four outcomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictWords {
    /// 成立
    pub held: String,
    /// 不成立
    pub broken: String,
    /// 无法判断
    pub unjudged: String,
    /// 不适用
    pub inapplicable: String,
}

/// A fact as a formula sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactTruth {
    /// Known when the formula is written: printed as TRUE or FALSE.
    Known(bool),
    /// A formula that is TRUE or FALSE.
    Live(String),
    /// Not known: what needs it is not judged.
    Unknown,
}

/// Where the readings of a report's values stand in a workbook.
pub struct Addresses<'a> {
    /// What comes before an address: `取值!`, or nothing on the same sheet.
    pub sheet: &'a str,
    /// Where a cell stands, or a group that is printed on a row of its own; `None` where it is not printed.
    pub spot: &'a dyn Fn(Slot) -> Option<Spot>,
    /// What is known of a fact.
    pub fact: &'a dyn Fn(&str) -> FactTruth,
    /// The words of the outcomes.
    pub words: &'a VerdictWords,
}

/// A report whose values stand in a workbook.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The edition.
    pub book: &'a RuleBook,
    /// The report.
    pub report: &'a Report,
    /// What it is judged against.
    pub context: &'a Context<'a>,
    /// Where its values stand.
    pub addresses: &'a Addresses<'a>,
}

/// The formulas of one constraint instance, without a leading `=`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formulas {
    /// The two sides of the constraint's linear atom, where it has one; their difference is for the caller to write.
    pub sides: Option<(Quantity, Quantity)>,
    /// The verdict, one of the four words; `None` where it would be longer than a spreadsheet takes.
    pub verdict: Option<String>,
}

impl Formulas {
    /// Whether the verdict can become this word, whatever is typed into the sheet.
    pub fn can_say(&self, word: &str) -> bool {
        self.verdict.as_ref().is_none_or(|formula| formula.contains(&quoted(word)))
    }
}

/// The formulas of an edit, for one choice of claims (indices as in [`crate::Judged::claims`]) if it speaks of any.
///
/// `sides` are the addresses at which the caller writes the two sides: the verdict then refers to them.
pub fn formulas(sheet: &Sheet<'_>, edit: &Edit, claims: &[usize], sides: (&str, &str)) -> Formulas {
    let metrics = edit.metrics();
    if !metrics.is_empty() && claims.is_empty() {
        return Formulas { sides: None, verdict: Some(quoted(&sheet.addresses.words.inapplicable)) };
    }
    let bench = Bench::new(sheet.book, sheet.report, sheet.context, &metrics, claims);
    let linear = edit.any.iter().find_map(|atom| if let Atom::Linear(linear) = atom { Some(linear) } else { None });
    let shown_sides = linear.map(|linear| (linear, sides));
    let projection = Projection { bench: &bench, addresses: sheet.addresses, shown_sides };
    let text = projection.verdict(edit);
    Formulas {
        sides: linear.and_then(|linear| projection.sides(linear)),
        verdict: (text.chars().count() < MAX_LENGTH).then_some(text),
    }
}

/// One edit being written over one sheet.
pub(crate) struct Projection<'a> {
    pub(crate) bench: &'a Bench<'a>,
    pub(crate) addresses: &'a Addresses<'a>,
    /// The linear atom whose sides are written elsewhere, and where.
    pub(crate) shown_sides: Option<(&'a Linear, (&'a str, &'a str))>,
}

impl Projection<'_> {
    fn verdict(&self, edit: &Edit) -> String {
        let decide = |atoms: &[Atom]| atoms.iter().map(|atom| self.decision(atom)).collect::<Vec<Decision>>();
        verdict(&decide(&edit.when), &decide(&edit.any), self.addresses.words)
    }

    fn decision(&self, atom: &Atom) -> Decision {
        match atom {
            Atom::Linear(linear) => self.linear(linear),
            Atom::State { slot, quantifier, states } => self.state(*slot, *quantifier, *states),
            Atom::Fact { key, holds } => match (self.addresses.fact)(key) {
                FactTruth::Known(found) => Decision::always(Truth::of(found == *holds)),
                FactTruth::Live(formula) => Decision::whether(formula, *holds),
                FactTruth::Unknown => Decision::always(Truth::Unknown),
            },
        }
    }

    fn sides(&self, linear: &Linear) -> Option<(Quantity, Quantity)> {
        let (left, right) = self.sums(linear)?;
        let write = |sum: &linear::Sum| quantity::written(self, sum);
        Some((write(&left), write(&right)))
    }
}
