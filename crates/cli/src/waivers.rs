//! Waivers (豁免): read from a TOML file that people write, or from the columns 状态 and 说明 of an exported workbook.
use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::Result;
use camino::{Utf8Path, Utf8PathBuf};
use gouji_export::{Date, Status, WaiverEntry, Waivers};
use gouji_model::{Arg, Message, Report};
use serde::Deserialize;
use toml::Spanned;

use crate::date;
use crate::fault::{Explain, Fault};
use crate::reader;
use crate::session::{Session, Verbosity, unknown};
use crate::units::folded;
use crate::{Io, text};

/// A file of waivers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WaiverFile {
    #[serde(default)]
    waiver: Vec<WaiverText>,
}

/// A waiver as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WaiverText {
    finding: Spanned<String>,
    unit: Spanned<String>,
    year: Option<i32>,
    values: Vec<String>,
    reason: Spanned<String>,
    author: Spanned<String>,
    expires: Option<Spanned<toml::Value>>,
    article: Option<String>,
}

/// The waivers of a run, where files of them are given; what in them is none is told.
pub(crate) fn given(
    session: &Session<'_>,
    files: &[Utf8PathBuf],
    date: Option<Date>,
    io: &mut Io<'_>,
) -> Result<Option<Waivers>> {
    if files.is_empty() {
        return Ok(None);
    }
    let (waivers, remarks) = read(files, &io.cwd, date::today(date, &io.env)?)?;
    if session.verbosity > Verbosity::Quiet {
        for remark in remarks.into_iter().chain(doubtful(session, &waivers)) {
            writeln!(io.stderr, "{} {}", text("word-warning", session.lang), session.say(&remark))?;
        }
    }
    Ok(Some(waivers))
}

/// Waivers that can serve nothing: their rule does not exist, or another is for the same finding.
fn doubtful(session: &Session<'_>, waivers: &Waivers) -> Vec<Message> {
    let rules: BTreeSet<&str> =
        session.library.books.iter().flat_map(|book| book.rules.iter().map(|rule| &*rule.id)).collect();
    let (mut remarks, mut seen) = (Vec::new(), BTreeSet::new());
    for (entry, _) in waivers.uses() {
        let rule = entry.finding.split('@').next().unwrap_or_default();
        if !rules.contains(rule) {
            remarks.push(unknown("driver-rule-unknown", rule, rules.iter().copied()));
        }
        if !seen.insert((&entry.finding, folded(&entry.unit), entry.year, &entry.values)) {
            let message = Message::new("waiver-twice").text("finding", &entry.finding).text("unit", &entry.unit);
            let year = entry.year.map(|year| year.to_string()).unwrap_or_default();
            remarks.push(message.text("year", year));
        }
    }
    remarks
}

/// Reads files of waivers that must hold on a day; with remarks on what in a workbook is no waiver.
fn read(files: &[Utf8PathBuf], cwd: &Utf8Path, today: Option<Date>) -> Result<(Waivers, Vec<Message>)> {
    let (mut entries, mut remarks) = (Vec::new(), Vec::new());
    for file in files {
        let cannot = || Message::new("waiver-cannot").text("file", file.as_str());
        let bytes = std::fs::read(cwd.join(file)).explain(cannot)?;
        if let Some(sheets) = reader::sheets(&bytes) {
            let (own, lacking) = from_workbook(gouji_xlsx::follow_ups(&sheets.explain(cannot)?).explain(cannot)?);
            entries.extend(own);
            if lacking > 0 {
                remarks.push(Message::new("waiver-lacking").text("file", file.as_str()).count("count", lacking));
            }
        } else {
            let text = String::from_utf8(bytes).map_err(|_| Fault::error(Message::new("driver-io-unicode")));
            entries.extend(from_toml(&text.explain(cannot)?).explain(cannot)?);
        }
    }
    Ok((Waivers::new(entries, today), remarks))
}

/// Whether a waiver is for a report's unit: it is matched by name, or by file where it has none.
pub(crate) fn is_for(report: &Report, file: &Utf8Path) -> impl Fn(&str) -> bool + use<> {
    let unit = folded(report.unit.name.as_deref().unwrap_or(file.as_str()));
    move |name| folded(name) == unit
}

/// What a person called a false alarm (误报), with a remark and a name, is a waiver; and how many lack one of both.
fn from_workbook(notes: Vec<gouji_export::FollowUp>) -> (Vec<WaiverEntry>, usize) {
    let called = notes.into_iter().filter(|note| note.status == Status::FalseAlarm);
    let (whole, lacking): (Vec<_>, Vec<_>) =
        called.partition(|note| !is_empty(&note.remark) && !is_empty(&note.checker));
    let entries = whole.into_iter().map(|note| WaiverEntry {
        finding: note.finding,
        unit: note.unit,
        year: note.year,
        values: note.values,
        reason: note.remark,
        author: note.checker,
        expires: None,
        article: None,
    });
    (entries.collect(), lacking.len())
}

fn from_toml(text: &str) -> Result<Vec<WaiverEntry>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: WaiverFile =
        toml::from_str(text).map_err(|error| at(text, &error.span().unwrap_or_default(), toml_message(&error)))?;
    file.waiver.into_iter().map(|waiver| entry(text, waiver)).collect()
}

fn entry(text: &str, waiver: WaiverText) -> Result<WaiverEntry> {
    let fields =
        [("finding", &waiver.finding), ("unit", &waiver.unit), ("reason", &waiver.reason), ("author", &waiver.author)];
    if let Some((name, field)) = fields.into_iter().find(|(_, field)| is_empty(field.get_ref())) {
        return Err(at(text, &field.span(), Message::new("waiver-empty").text("field", name)));
    }
    Ok(WaiverEntry {
        expires: waiver.expires.map(|expires| day(text, &expires)).transpose()?,
        finding: waiver.finding.into_inner(),
        unit: waiver.unit.into_inner(),
        year: waiver.year,
        values: waiver.values.join("\n"),
        reason: waiver.reason.into_inner(),
        author: waiver.author.into_inner(),
        article: waiver.article.filter(|article| !is_empty(article)),
    })
}

/// What is wrong with the file, in words of the catalogue; the rest of what the TOML reader says is kept as it says it.
fn toml_message(error: &toml::de::Error) -> Message {
    let detail = error.message().trim();
    let mut quoted = detail.split('`').skip(1).step_by(2);
    if let Some(word) = quoted.next().filter(|_| detail.starts_with("unknown field")) {
        return unknown("waiver-unknown", word, quoted);
    }
    if let Some(word) = detail.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
        return Message::new("rules-toml-missing").text("name", word);
    }
    let kinds = [("a string", "waiver-string"), ("a sequence", "waiver-list"), ("i32", "waiver-year")];
    let expected = detail.rsplit_once("expected ").map(|(_, expected)| expected);
    let kind = kinds.iter().find(|(kind, _)| detail.starts_with("invalid type") && expected == Some(*kind));
    match kind {
        Some((_, key)) => Message::new(*key),
        None => Message::new("rules-toml").text("detail", detail.replace('\n', "; ")),
    }
}

/// A date of TOML, or the same as text.
fn day(text: &str, value: &Spanned<toml::Value>) -> Result<Date> {
    let written = match value.get_ref() {
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let message = || Message::new("driver-units-date").text("text", written.as_str());
    date::parse(&written).map_err(|_| at(text, &value.span(), message()))
}

fn is_empty(text: &str) -> bool {
    text.trim().is_empty()
}

/// An error with the line that it is in.
fn at(text: &str, span: &Range<usize>, problem: Message) -> anyhow::Error {
    let line = text.get(..span.start).unwrap_or_default().matches('\n').count() + 1;
    let message = Message::new("waiver-at").count("line", line);
    Fault::error(message.with("problem", Arg::Message(Box::new(problem))))
}
