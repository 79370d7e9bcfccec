//! `gouji rules prove`: what an edition's hard edits prove, and what its rules do not see.
mod json;
mod text;

pub(crate) use json::{PROOF_SCHEMA, ProofsWire};

use gouji_edits::{Consistency, Proof, RuleBook, Score, prove, score};
use gouji_model::Message;

use crate::Io;
use crate::arguments::ReadFormat;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::session::Session;

/// What is said of one edition.
struct Proven<'a> {
    book: &'a RuleBook,
    proof: Proof,
    /// `None` where no report satisfies the hard edits.
    score: Option<Score>,
}

/// Proves and prints; a contradiction ends with findings.
pub(super) fn run(session: &Session<'_>, format: ReadFormat, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let too_large = |_| Fault::error(Message::new("prove-too-large"));
    let mut all = Vec::new();
    for book in session.chosen_books() {
        let (proof, score) = (prove(book).map_err(too_large)?, score(book).map_err(too_large)?);
        all.push(Proven { book, proof, score });
    }
    match format {
        ReadFormat::Human => text::write(session, &all, io)?,
        ReadFormat::Json => {
            serde_json::to_writer_pretty(&mut io.stdout, &ProofsWire::of(&all))?;
            writeln!(io.stdout)?;
        }
    }
    let contradictory = |own: &Proven<'_>| matches!(own.proof.consistency, Consistency::Contradictory(_));
    Ok(if all.iter().any(contradictory) { Exit::Findings } else { Exit::Clean })
}
