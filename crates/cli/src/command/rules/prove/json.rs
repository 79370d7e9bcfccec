//! `gouji/proof/1`.
use std::collections::BTreeMap;

use gouji_edits::{Change, Consistency, Mutant, RuleBook, Score, Tally};
use gouji_model::{CellIndex, CellState, Report};
use schemars::JsonSchema;
use serde::Serialize;

use super::Proven;

/// Name and number of the schema.
pub(crate) const PROOF_SCHEMA: &str = "gouji/proof/1";

/// What `rules prove --format json` writes. Edits are given as `rule@subject`.
#[derive(JsonSchema, Serialize)]
pub(crate) struct ProofsWire {
    /// Always `gouji/proof/1`.
    #[schemars(extend("const" = PROOF_SCHEMA))]
    schema: &'static str,
    /// The editions, the oldest first.
    editions: Vec<ProofWire>,
}

#[derive(JsonSchema, Serialize)]
struct ProofWire {
    /// Id of the edition.
    edition: Box<str>,
    /// Number of cells of the form.
    cells: usize,
    /// The hard edits: errors that are one sum over this report's cells.
    hard: Vec<String>,
    consistency: ConsistencyWire,
    /// Edits that contradict each other, and without any of which the rest would not.
    conflict: Vec<String>,
    /// Number of equalities among the hard edits.
    equalities: usize,
    /// How many of them are independent.
    rank: usize,
    /// Sets of equalities of which any one follows from the others.
    dependent: Vec<Vec<String>>,
    /// Bounds that follow from the other hard edits.
    redundant_bounds: Vec<String>,
    /// Cells that can have one value only, with that value: `0`, or a fraction `1/2`.
    fixed: BTreeMap<Box<str>, String>,
    /// Sets of cells of which one determines the others.
    tied: Vec<Vec<Box<str>>>,
    /// Cells in no sum of a hard edit.
    without_sum: Vec<Box<str>>,
    /// Cells of which no rule demands more than that they were found.
    unwatched: Vec<Box<str>>,
    /// Changes of one cell that no hard edit sees.
    single_slips: SlipsWire,
    /// Sets of cells of which any two can be changed without a hard equality seeing it.
    double_slips: Vec<SlipsWire>,
    /// Null where no report satisfies the hard edits in whole numbers.
    mutation: Option<ScoreWire>,
}

/// Whether a report can satisfy all hard edits; `fractions`: no solution in whole numbers was found.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
enum ConsistencyWire {
    Consistent,
    Contradictory,
    Fractions,
}

#[derive(JsonSchema, Serialize)]
struct SlipsWire {
    cells: Vec<Box<str>>,
    /// One that no hard edit sees; empty where none was found.
    example: Vec<ChangeWire>,
}

#[derive(JsonSchema, Serialize)]
struct ChangeWire {
    cell: Box<str>,
    from: String,
    /// The number; empty for a blank.
    to: String,
}

#[derive(JsonSchema, Serialize)]
struct ScoreWire {
    /// The report that was changed: its numbers by cell.
    base: BTreeMap<Box<str>, String>,
    /// Edits that it breaks all the same; they see nothing.
    broken: Vec<String>,
    /// Edits that need last year, members or prose; they see nothing.
    left_out: Vec<String>,
    /// All changes.
    total: TallyWire,
    /// By table and way: `plus_one`, `minus_one`, `times_ten`, `digits_swapped`, `neighbours_swapped`, `blanked`.
    tables: BTreeMap<Box<str>, BTreeMap<&'static str, TallyWire>>,
    /// The changes that no rule sees.
    survivors: Vec<SurvivorWire>,
}

/// Numbers of changes by the gravest rule that sees them.
#[derive(JsonSchema, Serialize)]
struct TallyWire {
    all: usize,
    error: usize,
    warning: usize,
    note: usize,
    unseen: usize,
}

#[derive(JsonSchema, Serialize)]
struct SurvivorWire {
    mutation: &'static str,
    changes: Vec<ChangeWire>,
}

impl ProofsWire {
    pub(super) fn of(all: &[Proven<'_>]) -> Self {
        Self { schema: PROOF_SCHEMA, editions: all.iter().map(proof).collect() }
    }
}

fn edits(book: &RuleBook, indices: &[usize]) -> Vec<String> {
    indices.iter().map(|index| book.finding_id(&book.edits[*index])).collect()
}

fn id(book: &RuleBook, cell: CellIndex) -> Box<str> {
    book.form.cell(cell).id.clone()
}

fn ids(book: &RuleBook, cells: &[CellIndex]) -> Vec<Box<str>> {
    cells.iter().map(|cell| id(book, *cell)).collect()
}

/// A fraction in lowest terms.
pub(super) fn fraction(numerator: i128, denominator: i128) -> String {
    if denominator == 1 { numerator.to_string() } else { format!("{numerator}/{denominator}") }
}

fn proof(proven: &Proven<'_>) -> ProofWire {
    let (book, proof) = (proven.book, &proven.proof);
    let change = |change: &Change| ChangeWire {
        cell: id(book, change.cell),
        from: change.from.to_string(),
        to: change.to.to_string(),
    };
    let slips = &proof.slips;
    let (consistency, conflict) = match &proof.consistency {
        Consistency::Consistent => (ConsistencyWire::Consistent, Vec::new()),
        Consistency::Contradictory(conflict) => (ConsistencyWire::Contradictory, edits(book, conflict)),
        Consistency::Fractions => (ConsistencyWire::Fractions, Vec::new()),
    };
    ProofWire {
        edition: book.edition.id.clone(),
        cells: book.form.cells.len(),
        hard: edits(book, &proof.hard),
        consistency,
        conflict,
        equalities: proof.rank.0,
        rank: proof.rank.1,
        dependent: proof.dependent.iter().map(|set| edits(book, set)).collect(),
        redundant_bounds: edits(book, &proof.redundant_bounds),
        fixed: proof.fixed.iter().map(|(cell, value, over)| (id(book, *cell), fraction(*value, *over))).collect(),
        tied: proof.tied.iter().map(|set| ids(book, set)).collect(),
        without_sum: ids(book, &proof.without_sum),
        unwatched: ids(book, &proof.unwatched),
        single_slips: SlipsWire {
            cells: ids(book, &slips.single),
            example: slips.single_example.iter().map(change).collect(),
        },
        double_slips: slips
            .double
            .iter()
            .zip(&slips.double_examples)
            .map(|(cells, example)| SlipsWire {
                cells: ids(book, cells),
                example: example.iter().flatten().map(change).collect(),
            })
            .collect(),
        mutation: proven.score.as_ref().map(|own| score(book, own)),
    }
}

/// The number that a cell holds; empty for a blank.
fn number(state: CellState) -> String {
    if let CellState::Number(number) = state { number.to_string() } else { String::new() }
}

fn score(book: &RuleBook, score: &Score) -> ScoreWire {
    let mut tables: BTreeMap<Box<str>, BTreeMap<&'static str, TallyWire>> = BTreeMap::new();
    for ((table, mutation), own) in &score.tallies {
        tables.entry(book.form.tables[*table].id.clone()).or_default().insert(mutation.id(), tally(*own));
    }
    let cells = book.form.cells.iter().zip(&score.base.cells);
    ScoreWire {
        base: cells.map(|(spec, cell)| (spec.id.clone(), number(cell.state))).collect(),
        broken: edits(book, &score.broken),
        left_out: edits(book, &score.left_out),
        total: tally(score.total()),
        tables,
        survivors: score.survivors.iter().map(|mutant| survivor(book, &score.base, mutant)).collect(),
    }
}

fn tally(own: Tally) -> TallyWire {
    TallyWire { all: own.all, error: own.error, warning: own.warning, note: own.note, unseen: own.all - own.seen() }
}

fn survivor(book: &RuleBook, base: &Report, mutant: &Mutant) -> SurvivorWire {
    let changes = mutant.cells.iter().map(|(cell, state)| ChangeWire {
        cell: id(book, *cell),
        from: number(base.cell(*cell).state),
        to: number(*state),
    });
    SurvivorWire { mutation: mutant.mutation.id(), changes: changes.collect() }
}
