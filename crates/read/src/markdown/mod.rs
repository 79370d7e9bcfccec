//! Markdown with tables in the dialect of GitHub (GFM); without such a table it is plain text.
//!
//! Each line of a paragraph is one of its own, as in a plain text: reports are seldom wrapped, and headings that are not
//! marked as such stand right above their text.
mod output;
mod sniff;
mod table;

use gouji_model::{Document, Message};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::text::decode;
use crate::{Input, Limits, ReadError, Reader};
use output::Output;

/// The reader of Markdown.
pub(crate) const READER: Reader = Reader { name: "markdown", sniff: sniff::sniff, read };

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    let decoded = decode::decode(bytes)?;
    let mut output = Output::new(&decoded, limits);
    let mut events = Parser::new_ext(&decoded.text, Options::ENABLE_TABLES).into_offset_iter();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::Table(columns)) => {
                output.flush()?;
                let rows = table::rows(&decoded.text, columns.len(), &mut events);
                output.table(rows)?;
            }
            event => piece(&mut output, event, range)?,
        }
    }
    output.flush()?;
    if output.blocks.is_empty() {
        return Err(ReadError(Message::new("read-blank")));
    }
    let mut notes = crate::text::decoded_notes(&decoded);
    notes.append(&mut output.notes);
    Ok(Input::Document(Document { blocks: output.blocks, notes, extracted: false }))
}

/// What is no part of a table.
fn piece(output: &mut Output<'_>, event: Event<'_>, range: std::ops::Range<usize>) -> Result<(), ReadError> {
    match event {
        Event::Start(Tag::List(first)) => {
            output.flush()?;
            output.lists.push(first);
        }
        Event::End(TagEnd::List(_)) => drop(output.lists.pop()),
        Event::Start(Tag::Item) => {
            output.flush()?;
            output.item(range.start);
        }
        Event::Start(Tag::Image { .. }) => output.picture_begins(range.start)?,
        Event::End(TagEnd::Image) => output.picture_ends(),
        Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
            output.text(&text, range)?;
        }
        Event::InlineHtml(tag) if is_break(&tag) => output.flush()?,
        Event::Html(html) => output.html(&html, range.start),
        Event::End(TagEnd::HtmlBlock) => output.html_ends()?,
        Event::InlineHtml(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        Event::Start(ref tag) if is_inline(tag.to_end()) => {}
        Event::End(tag) if is_inline(tag) => {}
        Event::Start(_) | Event::End(_) | Event::SoftBreak | Event::HardBreak | Event::Rule => output.flush()?,
    }
    Ok(())
}

/// What stands within a line.
fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link)
}

/// `<br>`.
fn is_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}
