//! The parts of a Word file that know of comments: the comments themselves, the relations of the main part, the types of
//! parts (ISO/IEC 29500-1, 17.13.4; 29500-2).
use gouji_model::Message;
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};

use super::super::{local, prefix};
use super::{Author, Comment};
use crate::docx::main_part;
use crate::xml::into_text;
use crate::zip_archive::{Archive, join};
use crate::{Limits, ReadError};

const TYPES: &str = "[Content_Types].xml";
const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
/// How the type of the relation to the comments ends, in both dialects.
const COMMENTS: &str = "/relationships/comments";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const STRICT_RELATION: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>"#;

/// How a part calls the elements of WordprocessingML.
pub(super) struct Names {
    /// Prefix with its colon.
    prefix: String,
    /// The namespace.
    space: String,
    /// The declaration that elements of our own need, where the part uses no prefix: attributes must have one.
    declared: String,
}

impl Names {
    /// The names of a part whose root has them; `None` where it is not well formed.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut found = None;
        first_element(text, |root| {
            let own = prefix(root.name().into_inner());
            let key = if own.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{}", own.trim_end_matches(':')) };
            found = attribute(root, |name| name == key).map(|space| (own, space));
        })?;
        let (own, space) = found?;
        let declared = if own.is_empty() { format!(" xmlns:g=\"{}\"", escape(&*space)) } else { String::new() };
        let prefix = if own.is_empty() { "g:".to_owned() } else { own };
        Some(Self { prefix, space, declared })
    }

    /// The begin of what a comment is about.
    pub(super) fn begin(&self, id: usize) -> String {
        let Self { prefix, declared, .. } = self;
        format!("<{prefix}commentRangeStart{declared} {prefix}id=\"{id}\"/>")
    }

    /// Its end, and the sign that there is a comment.
    pub(super) fn end(&self, id: usize) -> String {
        let Self { prefix, declared, .. } = self;
        format!(
            "<{prefix}commentRangeEnd{declared} {prefix}id=\"{id}\"/><{prefix}r{declared}><{prefix}commentReference {prefix}id=\"{id}\"/></{prefix}r>"
        )
    }

    fn comment(&self, id: usize, comment: &Comment, author: &Author) -> String {
        let Self { prefix, declared, .. } = self;
        let date = author.date.map(|date| format!(" {prefix}date=\"{date}T00:00:00Z\"")).unwrap_or_default();
        let name = escape(&*author.name);
        let initials: String = author.name.chars().take(1).collect();
        let initials = escape(&*initials);
        let paragraph = |line: &String| {
            let line = escape(&**line);
            format!(
                "<{prefix}p><{prefix}r><{prefix}t xml:space=\"preserve\">{line}</{prefix}t></{prefix}r></{prefix}p>"
            )
        };
        let paragraphs: String = comment.lines.iter().map(paragraph).collect();
        format!(
            "<{prefix}comment{declared} {prefix}id=\"{id}\" {prefix}author=\"{name}\"{date} {prefix}initials=\"{initials}\">{paragraphs}</{prefix}comment>"
        )
    }
}

/// A part with a new text; `raw` and `old` are what it was, and empty where it is new.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) raw: Vec<u8>,
    pub(super) old: String,
    pub(super) new: String,
}

/// The parts as they are.
pub(super) struct Parts {
    comments: Part,
    relations: Part,
    types: Part,
    /// Whether the main part refers to the comments.
    is_related: bool,
    /// Folder of the main part.
    folder: String,
    /// The first free id.
    pub(super) first_id: usize,
}

impl Parts {
    /// Reads the parts of a file whose main part is given.
    ///
    /// # Errors
    /// When one is damaged or passes a bound.
    pub(super) fn open(bytes: &[u8], main: &str, text: &str, limits: &Limits) -> Result<Self, ReadError> {
        let mut archive = Archive::open(bytes, limits)?;
        let Related { folder, relations, target: related } = Related::of(&mut archive, main, COMMENTS)?;
        let name = related.clone().unwrap_or_else(|| {
            let names =
                std::iter::once("comments.xml".to_owned()).chain((2..).map(|number| format!("comments{number}.xml")));
            names.map(|name| join(&folder, &name)).find(|name| archive.find(name).is_none()).unwrap_or_default()
        });
        let comments = part(&mut archive, &name)?;
        let first_id = next_id(&comments.old).max(next_id(text));
        let types = part(&mut archive, TYPES)?;
        Ok(Self { comments, relations, types, is_related: related.is_some(), folder, first_id })
    }

    /// The parts that change.
    ///
    /// # Errors
    /// When one is not well formed.
    pub(super) fn written(self, comments: &[Comment], author: &Author, main: &Names) -> Result<Vec<Part>, ReadError> {
        let Self { comments: mut own, mut relations, mut types, is_related, folder, first_id } = self;
        let broken = |part: &Part| ReadError(Message::new("read-zip-member").text("part", &*part.name));
        let is_new = own.old.is_empty();
        let (prefix, space) = (&main.prefix, &main.space);
        let empty = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{prefix}comments xmlns:{}=\"{}\"></{prefix}comments>",
            prefix.trim_end_matches(':'),
            escape(&**space)
        );
        let text = if is_new { &empty } else { &own.old };
        let names = Names::of(text).ok_or_else(|| broken(&own))?;
        let all =
            comments.iter().enumerate().map(|(number, comment)| names.comment(first_id + number, comment, author));
        own.new = inside_root(text, |_| all.collect()).ok_or_else(|| broken(&own))?;
        let mut written = Vec::new();
        if !is_related {
            let base = if relations.old.is_empty() { RELATIONS } else { &relations.old };
            let kind = if *space == STRICT { STRICT_RELATION } else { RELATION };
            let target = own.name.strip_prefix(&format!("{folder}/")).unwrap_or(&own.name);
            let id = free_relation(base);
            let relation = |prefix: &str| {
                format!("<{prefix}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{}\"/>", escape(target))
            };
            relations.new = inside_root(base, relation).ok_or_else(|| broken(&relations))?;
            written.push(relations);
        }
        if is_new && !types.old.contains(&format!("\"/{}\"", own.name)) {
            let name = escape(&*own.name).into_owned();
            let entry =
                |prefix: &str| format!("<{prefix}Override PartName=\"/{name}\" ContentType=\"{COMMENTS_TYPE}\"/>");
            types.new = inside_root(&types.old, entry).ok_or_else(|| broken(&types))?;
            written.push(types);
        }
        written.push(own);
        Ok(written)
    }
}

fn part(archive: &mut Archive<'_>, name: &str) -> Result<Part, ReadError> {
    let stored = archive.find(name).unwrap_or_else(|| name.to_owned());
    let raw = archive.read(name)?.unwrap_or_default();
    let old = if raw.is_empty() { String::new() } else { into_text(raw.clone(), name)? };
    Ok(Part { name: stored, raw, old, new: String::new() })
}

/// A part that the main part is related to.
struct Related {
    /// Folder of the main part.
    folder: String,
    /// The relations of the main part.
    relations: Part,
    /// Name of the part, where there is one.
    target: Option<String>,
}

impl Related {
    fn of(archive: &mut Archive<'_>, main: &str, kind: &str) -> Result<Self, ReadError> {
        let main = main.replace('\\', "/");
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations = part(archive, &join(folder, &format!("_rels/{file}.rels")))?;
        let mut target = None;
        elements(&relations.old, |element| {
            if attribute(element, |name| name == "Type").is_some_and(|own| own.ends_with(kind)) {
                target = target.take().or(attribute(element, |name| name == "Target"));
            }
        });
        let target = target.map(|target| join(folder, &target));
        Ok(Self { folder: folder.to_owned(), relations, target })
    }
}

/// The text of a part that the main part is related to, by the end of the relation's type; empty where there is none.
pub(super) fn related_part(bytes: &[u8], (main, kind): (&str, &str), limits: &Limits) -> Result<String, ReadError> {
    let mut archive = Archive::open(bytes, limits)?;
    match Related::of(&mut archive, main, kind)?.target {
        Some(name) => Ok(part(&mut archive, &name)?.old),
        None => Ok(String::new()),
    }
}

/// The main part, and that of the comments, which may be empty.
pub(super) fn main_and_comments(bytes: &[u8], limits: &Limits) -> Result<(Part, Part), ReadError> {
    let (name, raw, old) = main_part(bytes, limits)?;
    let comments = Parts::open(bytes, &name, &old, limits)?.comments;
    Ok((Part { name, raw, old, new: String::new() }, comments))
}

/// An id that no relation has.
fn free_relation(relations: &str) -> String {
    let mut taken = Vec::new();
    elements(relations, |element| taken.extend(attribute(element, |name| name == "Id")));
    let mut ids = (1..).map(|number: usize| format!("rIdComments{number}"));
    // The numbers do not end before the ids taken do.
    ids.find(|id| !taken.contains(id)).unwrap_or_default()
}

/// The first id above those of all comments in a part.
fn next_id(text: &str) -> usize {
    let mut next = 0;
    elements(text, |element| {
        let name = element.name();
        if matches!(local(name.into_inner()), "comment" | "commentReference" | "commentRangeStart" | "commentRangeEnd")
        {
            let id = attribute(element, |name| local(name) == "id").and_then(|id| id.parse::<usize>().ok());
            next = next.max(id.map_or(0, |id| id.saturating_add(1)));
        }
    });
    next
}

pub(super) fn attribute(element: &BytesStart<'_>, is_wanted: impl Fn(&str) -> bool) -> Option<String> {
    let mut all = element.attributes().flatten();
    let own = all.find(|own| is_wanted(own.key.into_inner()))?;
    Some(quick_xml::escape::unescape(&own.value).ok()?.into_owned())
}

/// Shows every element of a part, as far as it is well formed.
pub(super) fn elements(text: &str, mut visit: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(text);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) | Event::Empty(start) => visit(&start),
            Event::Eof => return,
            _ => {}
        }
    }
}

fn first_element(text: &str, mut visit: impl FnMut(&BytesStart<'_>)) -> Option<()> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) | Event::Empty(start) => {
                visit(&start);
                return Some(());
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// A part with something more at the end of its root; `None` where it is not well formed.
fn inside_root(text: &str, addition: impl FnOnce(&str) -> String) -> Option<String> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(_) => depth += 1,
            Event::Empty(start) if depth == 0 => {
                let name = start.name().into_inner().to_owned();
                let open = text.get(..after)?.strip_suffix("/>")?.trim_end();
                let addition = addition(&prefix(&name));
                return Some(format!("{open}>{addition}</{name}>{}", text.get(after..)?));
            }
            Event::End(end) => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    let addition = addition(&prefix(end.name().into_inner()));
                    return Some(format!("{}{addition}{}", text.get(..before)?, text.get(before..)?));
                }
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}
