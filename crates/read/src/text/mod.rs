//! Plain text: paragraphs, and the grids that tabs and `|` draw.
//!
//! Lines are cut in place and looked at as a whole, because what a `|` or a tab means is only seen from the lines around
//! it ([`pipes`], [`tabs`]). No character of the text is lost but blanks, the marks that draw the grids, page numbers
//! and the traces of text extractors.
mod cells;
pub(crate) mod decode;
mod lines;
mod output;
mod pipes;
mod rows;
mod shape;
mod source;
mod tabs;
mod traces;

use gouji_model::{Block, Document, Message, Note, Origin, Place};

use crate::{Input, Limits, ReadError, Reader, detect};
use decode::Decoded;
use lines::{Line, Lines};
use output::Output;
use source::Source;

/// The reader of plain text.
pub(crate) const READER: Reader = Reader { name: "text", sniff, read };

fn sniff(bytes: &[u8]) -> bool {
    detect::is_textual(bytes) && detect::known(bytes).is_none()
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    let decoded = decode::decode(bytes)?;
    let mut notes = decoded_notes(&decoded);
    let source = Source::of(decoded);
    notes.extend(trace_notes(&source));
    let lines = lines::lines(&source.text, limits)?;
    notes.extend(page_note(&lines));
    let blocks = blocks(&lines.content, &source);
    if blocks.is_empty() {
        return Err(ReadError(Message::new("read-blank")));
    }
    Ok(Input::Document(Document { blocks, notes, extracted: false }))
}

/// Cuts the lines into paragraphs and grids.
fn blocks(lines: &[Line<'_>], source: &Source<'_>) -> Vec<Block> {
    let mut output = Output::new(source, lines.len());
    let mut clusters = pipes::clusters(lines).into_iter().peekable();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let next_cluster = clusters.peek().map_or(lines.len(), |cluster| cluster.first);
        if next_cluster <= at
            && let Some(cluster) = clusters.next()
        {
            cluster.read(lines, &mut output);
            at = cluster.last + 1;
        } else if line.has_tabs() {
            at += tabs::read(&lines[at..next_cluster], &mut output);
        } else {
            output.paragraph(line);
            at += 1;
        }
    }
    output.blocks
}

/// Notes on the encoding of a text.
pub(crate) fn decoded_notes(decoded: &Decoded<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if decoded.encoding != encoding_rs::UTF_8 {
        notes.push(Note {
            message: Message::new("reading-encoding").text("encoding", decoded.encoding.name()),
            origin: None,
        });
    }
    if decoded.replaced > 0 {
        let first = decoded.text.find('\u{fffd}').into_iter().collect::<Vec<_>>();
        let line = lines::numbers(&decoded.text, &first).first().copied().unwrap_or(1);
        notes.push(note(Message::new("reading-undecoded").count("count", decoded.replaced), line));
    }
    notes
}

fn trace_notes(source: &Source<'_>) -> Vec<Note> {
    let places: Vec<usize> = source.cuts.iter().map(|cut| cut.at).collect();
    let numbers = lines::numbers(&source.text, &places);
    let traces = source.cuts.iter().map(|cut| Message::new("reading-bookmark").text("trace", &*cut.trace));
    traces.zip(numbers).map(|(message, line)| note(message, line)).collect()
}

fn page_note(lines: &Lines<'_>) -> Option<Note> {
    let first = lines.first_page_number?;
    Some(note(Message::new("reading-page-numbers").count("count", lines.page_numbers), first))
}

fn note(message: Message, line: u32) -> Note {
    Note { message, origin: Some(Origin::at(Place::Line { line })) }
}
