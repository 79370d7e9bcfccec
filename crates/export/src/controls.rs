//! Control characters: documents for people cannot hold them, so they are refused with their place.
use gouji_model::{Arg, Form, Message, Report};

use crate::{ExportError, Judged, NoticeOverview, Publication, waiver_message};

/// Refuses a publication with a control character in any of its texts.
///
/// # Errors
/// [`ExportError`] naming the character, the file and the place in the report.
pub fn refuse_controls(publication: &Publication<'_>) -> Result<(), ExportError> {
    refuse(&publication.name, &publication.name, || Message::new("export-place-name"))?;
    let office = publication.meta.office.as_deref().unwrap_or_default();
    refuse(office, &publication.name, || Message::new("notice-place-office"))?;
    publication.meta.overview.iter().try_for_each(overview)?;
    publication.reports.iter().try_for_each(judged)
}

fn overview(overview: &NoticeOverview) -> Result<(), ExportError> {
    for report in &overview.reports {
        let file = &report.file;
        refuse(file, file, || Message::new("export-place-name"))?;
        refuse(report.unit.as_deref().unwrap_or_default(), file, || Message::new("export-place-unit"))?;
    }
    for (file, reason) in &overview.unreadable {
        let texts = std::iter::once(&**file).chain(texts(reason));
        texts.into_iter().try_for_each(|text| refuse(text, file, || Message::new("export-place-name")))?;
    }
    overview.absent.iter().try_for_each(|unit| refuse(unit, unit, || Message::new("export-place-unit")))
}

fn judged(judged: &Judged<'_>) -> Result<(), ExportError> {
    let file = &judged.source.file;
    refuse(file, file, || Message::new("export-place-name"))?;
    refuse(judged.source.url.as_deref().unwrap_or_default(), file, || Message::new("export-place-url"))?;
    report(judged.report, &judged.book.form, file)?;
    for finding in judged.findings {
        let waiver = finding.waiver.as_ref().map(waiver_message);
        let messages = std::iter::once(&finding.message).chain(&finding.suggestion).chain(&waiver);
        for text in messages.flat_map(|message| texts(message)) {
            refuse(text, file, || Message::new("export-place-finding").text("finding", &finding.id))?;
        }
    }
    Ok(())
}

fn report(report: &Report, form: &Form, file: &str) -> Result<(), ExportError> {
    refuse(report.unit.name.as_deref().unwrap_or_default(), file, || Message::new("export-place-unit"))?;
    let own = form.cells.iter().map(|spec| &spec.id).zip(&report.cells);
    for (id, cell) in own.chain(&report.extra) {
        for text in [&**id, cell.raw.as_deref().unwrap_or_default()] {
            refuse(text, file, || Message::new("export-place-cell").text("cell", printable(id)))?;
        }
    }
    for section in &report.sections {
        for text in [&section.heading, &section.text] {
            refuse(text, file, || Message::new("export-place-section").text("section", printable(&section.id)))?;
        }
    }
    Ok(())
}

/// The texts among the arguments of a message, and of those within it.
fn texts(message: &Message) -> Vec<&str> {
    fn collect<'a>(arg: &'a Arg, found: &mut Vec<&'a str>) {
        match arg {
            Arg::Text(text) => found.push(text),
            Arg::List(items) => items.iter().for_each(|item| collect(item, found)),
            Arg::Message(inner) => inner.args.iter().for_each(|(_, arg)| collect(arg, found)),
            Arg::Number(_) | Arg::Count(_) | Arg::Label(_) | Arg::Sum(_) => {}
        }
    }
    let mut found = Vec::new();
    message.args.iter().for_each(|(_, arg)| collect(arg, &mut found));
    found
}

fn refuse(text: &str, file: &str, place: impl FnOnce() -> Message) -> Result<(), ExportError> {
    let Some(character) = text.chars().find(|character| is_refused(*character)) else { return Ok(()) };
    let message = Message::new("export-control")
        .text("file", printable(file))
        .with("place", Arg::Message(Box::new(place())))
        .text("character", format!("U+{:04X}", u32::from(character)));
    Err(ExportError(message))
}

/// A text without what is refused.
fn printable(text: &str) -> String {
    text.chars().filter(|character| !is_refused(*character)).collect()
}

/// Control characters but tab and ends of lines, and what Unicode reserves as no character at all.
fn is_refused(character: char) -> bool {
    let is_control = character.is_control() && !matches!(character, '\t' | '\n' | '\r');
    is_control || u32::from(character) & 0xfffe == 0xfffe
}
