//! Edits as standard SQL over the wide table (a row for each report), with the outcomes of `judge`.
//!
//! An expression gives `'held'`, `'broken'`, `'unjudged'` or `'inapplicable'`. It reads these columns:
//!
//! | column | holds |
//! |---|---|
//! | `"<id>"` | the number of a cell, or of a group that is printed on a row of its own |
//! | `"<id>.state"` | `number`, `blank`, `dash`, `unreadable`, `missing`; nothing for a group without a row |
//! | `"<fact>"` | a fact by its key, true or false; NULL where it is not known |
//! | `"last_year.<id>"`, `"members.<id>"` with `.state` | the same cell of last year, its sum over the members; state NULL where they were not given, `absent` where that form has no such cell. A group there is a column of its own, its state `number` where the sum is known |
//! | `"claim.<metric>"` | one number that the prose states; NULL where it states none |
//!
//! Every condition says what must be so for an outcome, never what must not: a NULL where none is expected ends in
//! `'unjudged'`, not in `'held'`.
mod linear;
mod state;
mod value;

use gouji_model::Form;

use crate::{Atom, Edit};

/// Why an edit has no expression over a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSql {
    /// The table lacks a column.
    #[error("the table has no column {0:?}")]
    Column(String),
}

/// The expression of an edit over a table that has the columns for which `has` is true.
///
/// # Errors
/// [`NoSql`] where the table cannot tell.
pub fn sql(form: &Form, edit: &Edit, has: &dyn Fn(&str) -> bool) -> Result<String, NoSql> {
    Writer { form, has }.edit(edit)
}

/// A name as SQL has it.
pub fn sql_name(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The words that an atom's expression gives.
#[derive(Clone, Copy)]
struct Words {
    yes: &'static str,
    no: &'static str,
    absent: &'static str,
    unknown: &'static str,
}

/// An atom that decides alone.
const ALONE: Words = Words { yes: "'held'", no: "'broken'", absent: "'inapplicable'", unknown: "'unjudged'" };
/// A condition: what is absent is as good as false.
const CONDITION: Words = Words { yes: "'true'", no: "'false'", absent: "'false'", unknown: "'unknown'" };
/// One of several ways to satisfy an edit.
const CHOICE: Words = Words { yes: "'true'", no: "'false'", absent: "'absent'", unknown: "'unknown'" };

struct Writer<'a> {
    form: &'a Form,
    has: &'a dyn Fn(&str) -> bool,
}

impl Writer<'_> {
    fn edit(&self, edit: &Edit) -> Result<String, NoSql> {
        let mut text = match edit.any.as_slice() {
            [only] => self.atom(only, ALONE)?,
            several => self.choice(several)?,
        };
        if !edit.when.is_empty() {
            let conditions = self.atoms(&edit.when, CONDITION)?;
            text = format!(
                "CASE WHEN 'false' IN ({conditions}) THEN 'inapplicable' \
                 WHEN 'unknown' IN ({conditions}) THEN 'unjudged' ELSE {text} END"
            );
        }
        for metric in edit.metrics().into_iter().rev() {
            let claim = self.column(&format!("claim.{metric}"))?;
            text = format!("CASE WHEN {claim} IS NULL THEN 'inapplicable' ELSE {text} END");
        }
        Ok(text)
    }

    fn choice(&self, atoms: &[Atom]) -> Result<String, NoSql> {
        let atoms = self.atoms(atoms, CHOICE)?;
        Ok(format!(
            "CASE WHEN 'true' IN ({atoms}) THEN 'held' WHEN 'unknown' IN ({atoms}) THEN 'unjudged' \
             WHEN 'false' IN ({atoms}) THEN 'broken' ELSE 'inapplicable' END"
        ))
    }

    fn atoms(&self, atoms: &[Atom], words: Words) -> Result<String, NoSql> {
        let texts: Result<Vec<String>, NoSql> = atoms.iter().map(|atom| self.atom(atom, words)).collect();
        Ok(texts?.join(", "))
    }

    fn atom(&self, atom: &Atom, words: Words) -> Result<String, NoSql> {
        match atom {
            Atom::Linear(linear) => self.linear(linear, words),
            Atom::State { slot, quantifier, states } => self.state(*slot, *quantifier, *states, words),
            Atom::Fact { key, holds } => {
                let column = self.column(key)?;
                let (yes, no) = if *holds { (words.yes, words.no) } else { (words.no, words.yes) };
                let unknown = words.unknown;
                Ok(format!("CASE WHEN {column} IS NULL THEN {unknown} WHEN {column} THEN {yes} ELSE {no} END"))
            }
        }
    }

    /// A column that must be there, as SQL names it.
    fn column(&self, name: &str) -> Result<String, NoSql> {
        if (self.has)(name) { Ok(sql_name(name)) } else { Err(NoSql::Column(name.to_owned())) }
    }
}
