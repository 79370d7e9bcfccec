//! The mutation score: how many slips the rules see, by their severity.
use std::collections::BTreeMap;

use gouji_model::Report;

use crate::prove::integer::TooLarge;
use crate::prove::mutation::{Mutant, Mutation, base, mutants};
use crate::{BLOCK, Batch, RuleBook, Severity};

/// Who sees a slip: the gravest severity among the rules that it breaks.
pub type Sight = Option<Severity>;

/// Numbers of slips by who sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// All.
    pub all: usize,
    /// Seen by an error.
    pub error: usize,
    /// Seen by a warning, not by an error.
    pub warning: usize,
    /// Seen by a note alone.
    pub note: usize,
}

impl Tally {
    /// Seen by any rule.
    pub fn seen(self) -> usize {
        self.error + self.warning + self.note
    }

    fn add(&mut self, sight: Sight) {
        self.all += 1;
        match sight {
            Some(Severity::Error) => self.error += 1,
            Some(Severity::Warning) => self.warning += 1,
            Some(Severity::Note) => self.note += 1,
            None => {}
        }
    }
}

/// What the rules see of a report that satisfies them and is then changed cell by cell.
///
/// A slip is seen where an edit is broken that was not broken before. Edits that were not judged because of it count for
/// nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The report that was changed: all cells filled, every known fact true.
    pub base: Report,
    /// Edits that it breaks all the same; they see nothing.
    pub broken: Vec<usize>,
    /// Edits that need last year, members or prose; they see nothing.
    pub left_out: Vec<usize>,
    /// By table, as its index in the form, and way.
    pub tallies: BTreeMap<(usize, Mutation), Tally>,
    /// The slips that no rule sees.
    pub survivors: Vec<Mutant>,
}

impl Score {
    /// Over all tables and ways.
    pub fn total(&self) -> Tally {
        self.tallies.values().fold(Tally::default(), |sum, own| Tally {
            all: sum.all + own.all,
            error: sum.error + own.error,
            warning: sum.warning + own.warning,
            note: sum.note + own.note,
        })
    }
}

/// Counts what the rules of a rule book see; `None` where no report satisfies its hard edits in whole numbers.
///
/// # Errors
/// [`TooLarge`].
pub fn score(book: &RuleBook) -> Result<Option<Score>, TooLarge> {
    let Some(base) = base(book)? else { return Ok(None) };
    let batch = Batch::new(book, |_| true);
    let mut broken = Vec::new();
    batch.judge(&batch.columns([&base]), |verdicts| {
        if verdicts.broken() > 0 {
            broken.push(verdicts.edit);
        }
    });
    let (mut tallies, mut survivors) = (BTreeMap::<_, Tally>::new(), Vec::new());
    let mutants = mutants(&book.form, &base);
    for block in mutants.chunks(BLOCK) {
        for (mutant, sight) in block.iter().zip(sights(book, &batch, &base, &broken, block)) {
            let table = mutant.cells.first().map_or(0, |(cell, _)| book.form.cell(*cell).table);
            tallies.entry((table, mutant.mutation)).or_default().add(sight);
            if sight.is_none() {
                survivors.push(mutant.clone());
            }
        }
    }
    Ok(Some(Score { base, broken, left_out: batch.left_out().to_vec(), tallies, survivors }))
}

/// Who sees each slip.
fn sights(book: &RuleBook, batch: &Batch<'_>, base: &Report, broken: &[usize], mutants: &[Mutant]) -> Vec<Sight> {
    let reports: Vec<Report> = mutants.iter().map(|mutant| mutant.of(base)).collect();
    let mut sights = vec![None; mutants.len()];
    batch.judge(&batch.columns(&reports), |verdicts| {
        if broken.contains(&verdicts.edit) {
            return;
        }
        let severity = Some(book.rule_of(&book.edits[verdicts.edit]).severity);
        for row in verdicts.broken_rows() {
            sights[row] = sights[row].max(severity);
        }
    });
    sights
}
