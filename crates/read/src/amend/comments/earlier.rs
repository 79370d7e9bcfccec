//! A Word file without the comments that the same author put into it in an earlier round; those that somebody answered
//! stay, and so do all others.
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use gouji_model::Message;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::{local, members, spliced};
use super::parts::{attribute, elements, main_and_comments, related_part};
use crate::{Limits, ReadError};

/// What ties an answer to the comment that it answers (\[MS-DOCX\] 2.5.4.3).
const ANSWERS: &str = "/relationships/commentsExtended";

/// The file without an author's comments; `None` where it has none that may go.
///
/// # Errors
/// When a part is damaged, is not UTF-8 or passes a bound.
pub(super) fn without(bytes: &[u8], author: &str, limits: &Limits) -> Result<Option<Vec<u8>>, ReadError> {
    let (main, comments) = main_and_comments(bytes, limits)?;
    let answered = answered(&related_part(bytes, (&main.name, ANSWERS), limits)?);
    let own = own(&comments.old, author, &answered);
    if own.is_empty() {
        return Ok(None);
    }
    let ids: BTreeSet<&str> = own.iter().map(|own| &*own.id).collect();
    let cuts = |ranges: Vec<Range<usize>>| ranges.into_iter().map(|range| (range, String::new())).collect();
    let mut contents = BTreeMap::new();
    for (part, ranges) in
        [(&main, marks(&main.old, &ids)), (&comments, own.iter().map(|own| own.range.clone()).collect())]
    {
        let encoded = members::encoded(&part.raw, &part.old, &spliced(&part.old, cuts(ranges)));
        let content = encoded.ok_or_else(|| ReadError(Message::new("amend-encoding").text("part", &*part.name)))?;
        contents.insert(part.name.clone(), content);
    }
    members::replaced(bytes, &contents, limits).map(Some)
}

/// Paragraphs of comments that were answered.
fn answered(extended: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    elements(extended, |element| found.extend(attribute(element, |name| local(name) == "paraIdParent")));
    found
}

struct Own {
    id: String,
    /// Where it stands in its part.
    range: Range<usize>,
}

/// The comments of an author that nobody answered.
fn own(comments: &str, author: &str, answered: &BTreeSet<String>) -> Vec<Own> {
    let (mut found, mut open) = (Vec::new(), None);
    ranges(comments, |event, range| match event {
        Event::Start(start) if local(start.name().into_inner()) == "comment" => {
            let is_own = attribute(start, |name| local(name) == "author").is_some_and(|name| name == author);
            open = id(start).filter(|_| is_own).map(|id| Own { id, range });
        }
        Event::Start(start) | Event::Empty(start) => {
            let paragraph = attribute(start, |name| local(name) == "paraId");
            if paragraph.is_some_and(|paragraph| answered.contains(&paragraph)) {
                open = None;
            }
        }
        Event::End(end) if local(end.name().into_inner()) == "comment" => {
            found.extend(open.take().map(|own| Own { range: own.range.start..range.end, ..own }));
        }
        _ => {}
    });
    found
}

/// Where the main part shows comments: begins, ends, and the signs with the runs that hold nothing else.
fn marks(main: &str, ids: &BTreeSet<&str>) -> Vec<Range<usize>> {
    let (mut found, mut run) = (Vec::new(), None::<Run>);
    ranges(main, |event, range| match event {
        Event::Start(start) if local(start.name().into_inner()) == "r" => {
            run = Some(Run { begin: range.start, signs: Vec::new(), is_bare: true });
        }
        Event::Start(start) | Event::Empty(start) => {
            let name = start.name().into_inner();
            let is_own = id(start).is_some_and(|id| ids.contains(&*id));
            match (local(name), &mut run) {
                ("commentRangeStart" | "commentRangeEnd", _) | ("commentReference", None) if is_own => {
                    found.push(range);
                }
                ("commentReference", Some(run)) if is_own => run.signs.push(range),
                ("rPr" | "rStyle", Some(_)) => {}
                (_, Some(run)) => run.is_bare = false,
                _ => {}
            }
        }
        Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {
            if let Some(run) = &mut run {
                run.is_bare = false;
            }
        }
        Event::End(end) if local(end.name().into_inner()) == "r" => match run.take() {
            Some(run) if run.is_bare && !run.signs.is_empty() => found.push(run.begin..range.end),
            run => found.extend(run.into_iter().flat_map(|run| run.signs)),
        },
        _ => {}
    });
    found
}

struct Run {
    begin: usize,
    /// Signs of comments that go.
    signs: Vec<Range<usize>>,
    /// It has nothing but properties and such signs.
    is_bare: bool,
}

fn id(element: &BytesStart<'_>) -> Option<String> {
    attribute(element, |name| local(name) == "id")
}

/// Shows every event of a part with its place, as far as the part is well formed.
fn ranges(text: &str, mut visit: impl FnMut(&Event<'_>, Range<usize>)) {
    let mut reader = Reader::from_str(text);
    let mut begin = 0;
    while let Ok(event) = reader.read_event() {
        let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        if matches!(event, Event::Eof) {
            return;
        }
        visit(&event, begin..end);
        begin = end;
    }
}
