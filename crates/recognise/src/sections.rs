//! The sections: headings as printed, texts whole and in order.
use std::ops::Range;

use gouji_model::{Block, Document, Form, Message, Note, Origin, SectionText};

use crate::align::Alignment;
use crate::candidates::Met;
use crate::fold::fold;
use crate::items::{Items, Kind as ItemKind};
use crate::numbered::{chinese_number, numbered};
use crate::prose::Places;
use crate::tokens::{Kind, Token};

/// The sections of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sections {
    /// Texts, in the order of print.
    pub(crate) texts: Vec<SectionText>,
    /// Where the paragraphs of each text stand.
    pub(crate) places: Places,
    /// Headings with a number or at a place that is not the form's.
    pub(crate) disorder: Vec<Message>,
    /// Where the first of them stands.
    pub(crate) disorder_token: Option<usize>,
    /// Reading notes.
    pub(crate) notes: Vec<Note>,
}

struct Heading {
    section: usize,
    token: usize,
    end: usize,
    in_order: bool,
    leading: bool,
}

/// Reads the sections; `tables` are the tokens of the tables, which are not text.
pub(crate) fn sections(
    document: &Document,
    form: &Form,
    items: &Items,
    tokens: &[Token<'_>],
    alignment: &Alignment,
    tables: &[Option<Range<usize>>],
) -> Sections {
    let headings = headings(items, tokens, alignment, tables);
    let mut sections = Sections::default();
    for (number, heading) in headings.iter().enumerate() {
        let next = headings.get(number + 1).map(|next| tokens[next.token].block);
        let first = tokens[heading.end - 1].block;
        let mut text = body(document, tokens, tables, first + 1..next.unwrap_or(document.blocks.len()));
        let printed: String = (heading.token..heading.end).map(|token| tokens[token].raw).collect();
        let (printed, rest) = split_heading(&printed, heading, form);
        if !rest.is_empty() {
            text.insert(0, (rest, tokens[heading.token].origin));
        }
        check_number(&mut sections, form, heading, &printed, &tokens[heading.token]);
        let (texts, places): (Vec<String>, Vec<_>) =
            text.into_iter().map(|(text, origin)| (text, Some(origin.clone()))).unzip();
        sections.places.push(places);
        sections.texts.push(SectionText {
            id: form.sections[heading.section].id.clone(),
            heading: printed,
            text: texts.join("\n"),
            origin: Some(tokens[heading.token].origin.clone()),
        });
    }
    sections
}

/// Headings in the order of print: those of the alignment, and exact ones that stand out of order.
fn headings(
    items: &Items,
    tokens: &[Token<'_>],
    alignment: &Alignment,
    tables: &[Option<Range<usize>>],
) -> Vec<Heading> {
    let mut headings: Vec<Heading> = alignment
        .chosen
        .iter()
        .filter_map(|candidate| match items.sequence[candidate.item].kind {
            ItemKind::Section(section) => Some(Heading {
                section,
                token: candidate.span.start,
                end: candidate.span.end,
                in_order: true,
                leading: candidate.met == Met::Leading,
            }),
            _ => None,
        })
        .collect();
    for (token, content) in tokens.iter().enumerate() {
        let inside = tables.iter().flatten().any(|span| span.contains(&token));
        // Out of the form's order only a numbered heading counts: the bare words occur in prose.
        if content.kind != Kind::Text || content.unnumbered.is_none() || inside {
            continue;
        }
        let unnumbered = content.unnumbered.as_deref().unwrap_or_default();
        let section = items.lookup(unnumbered).iter().find_map(|(item, _)| match items.sequence[*item].kind {
            ItemKind::Section(section) => Some(section),
            _ => None,
        });
        if let Some(section) = section.filter(|section| headings.iter().all(|heading| heading.section != *section)) {
            headings.push(Heading { section, token, end: token + 1, in_order: false, leading: false });
        }
    }
    headings.sort_by_key(|heading| heading.token);
    headings
}

/// The paragraphs of some blocks that are not part of a table, with their places.
fn body<'d>(
    document: &'d Document,
    tokens: &[Token<'_>],
    tables: &[Option<Range<usize>>],
    blocks: Range<usize>,
) -> Vec<(String, &'d Origin)> {
    let mut texts = Vec::new();
    for number in blocks {
        let Block::Paragraph(paragraph) = &document.blocks[number] else { continue };
        let first = tokens.partition_point(|token| token.block < number);
        let in_table = tables.iter().flatten().any(|span| span.contains(&first));
        if !in_table {
            texts.push((paragraph.text.clone(), &paragraph.origin));
        }
    }
    texts
}

/// A heading with text after it in the same line, split where the heading ends.
fn split_heading(printed: &str, heading: &Heading, form: &Form) -> (String, String) {
    if !heading.leading {
        return (printed.to_owned(), String::new());
    }
    let rest = numbered(printed).map_or(printed, |numbered| numbered.rest);
    let start = printed.len() - rest.len();
    let ends = rest.char_indices().map(|(place, c)| place + c.len_utf8());
    let wordings: Vec<String> = form.sections[heading.section].wordings().map(fold).collect();
    let end = ends.into_iter().find(|end| wordings.contains(&fold(&rest[..*end]))).unwrap_or(rest.len());
    let text = rest[end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':' | '。' | '.'));
    (printed[..start + end].to_owned(), text.to_owned())
}

/// A number that a converter may have made, or left out, is a reading note; a wrong number or place is a finding.
fn check_number(sections: &mut Sections, form: &Form, heading: &Heading, printed: &str, token: &Token<'_>) {
    let expected = &*form.sections[heading.section].number;
    let found = numbered(printed).map(|numbered| numbered.number);
    let order = Message::new("evidence-order").text("heading", printed);
    match found {
        _ if !heading.in_order => sections.disorder.push(order),
        Some(number) if number == expected => return,
        Some(number) if chinese_number(number).is_some_and(|number| number != expected) => {
            sections.disorder.push(order);
        }
        Some(_) => {
            let message = Message::new("reading-heading-number").text("heading", printed).text("number", expected);
            sections.notes.push(Note { message, origin: Some(token.origin.clone()) });
            return;
        }
        None => {
            let message = Message::new("reading-heading-unnumbered").text("heading", printed);
            sections.notes.push(Note { message, origin: Some(token.origin.clone()) });
            return;
        }
    }
    sections.disorder_token.get_or_insert(heading.token);
}
