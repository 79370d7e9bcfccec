//! Symbolic edits (勾稽关系) of a report: the rule book, judging, and findings.
//!
//! A rule is written once, as a script that builds [`Edit`]s; everything else is a projection of them.
mod edit;
mod rule_book;

pub use edit::{Atom, Edit, EditError, Expression, Linear, MAX_TERMS, Quantifier, Relation, Term, Var};
pub use rule_book::{Rule, RuleBook, Severity};
