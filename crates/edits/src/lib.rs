//! Symbolic edits (勾稽关系) of a report: the rule book, judging, and findings.
//!
//! A rule is written once, as a script that builds [`Edit`]s; everything else is a projection of them.
mod batch;
mod claims;
mod edit;
mod explanation;
mod finding;
mod formula;
mod hard;
mod json;
mod judge;
mod members;
mod prove;
mod rule_book;
mod sentence;
mod sql;
mod statement;
mod value;
mod waiver;

pub use batch::{BLOCK, Batch, Columns, Verdict, Verdicts};
pub use edit::{Atom, Edit, EditError, Expression, Linear, MAX_TERMS, Quantifier, Relation, Term, Var};
pub use explanation::{Cause, Explanation, witnesses};
pub use finding::{Correction, Finding, Passage, RelatedEdit, StripLine, explained, findings, suggest_value};
pub use formula::{
    Addresses, FactTruth, Formulas, MISSING_TEXT, Quantity, Sheet, Spot, VerdictWords, any_filled, formulas, quantity,
    reading, reading_result, relation,
};
pub use hard::{ConditionalEdit, HardEdit, Source, Tie, conditional_edits, hard_edits, ties};
pub use json::{EditionWire, RULES_SCHEMA, RulesWire};
pub use judge::{Counts, Judged, Judgement, Outcome, judge};
pub use members::{MemberSum, Membership, agreeing, member_sum, rolled_up};
pub use prove::{Change, Consistency, Mutant, Mutation, Proof, Score, Sight, Slips, Tally, TooLarge, prove, score};
pub use rule_book::{Relations, Rule, RuleBook, Severity};
pub use sentence::shown;
pub use sql::{NoSql, sql, sql_name};
pub use statement::{Statement, fact, statements, subject};
pub use value::{Context, Doubt, Filed};
pub use waiver::{Waiver, WaiverStanding};
