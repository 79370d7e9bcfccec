//! From a file to its reports.
use camino::Utf8Path;
use gouji_edits::RuleBook;
use gouji_model::{Arg, Message, Note, Report, ReportWire, Unit, WireError};
use gouji_recognise::{Hints, PartRef, supply_dates};

use crate::fault::Fault;
use crate::guard::guarded;
use crate::reader::{self, Input};
use crate::session::{Session, prefer, unknown};
use crate::similar::nearest;

/// A report and the unit of the list that it is of.
#[derive(Debug)]
pub(crate) struct Received {
    /// The report.
    pub(crate) report: Report,
    /// Index in the unit list.
    pub(crate) listed: Option<usize>,
}

/// The reports in a file; a panic while reading is an error like any other.
pub(crate) fn receive(session: &Session<'_>, cwd: &Utf8Path, file: &Utf8Path) -> anyhow::Result<Vec<Received>> {
    receive_as(session, cwd, file, &session.hints(file))
}

/// The same, with other things known before.
pub(crate) fn receive_as(
    session: &Session<'_>,
    cwd: &Utf8Path,
    file: &Utf8Path,
    hints: &Hints,
) -> anyhow::Result<Vec<Received>> {
    guarded(|| from_bytes(session, file, &session.store.load(&cwd.join(file))?, hints))
}

/// The reports in the content of a file.
pub(crate) fn from_bytes(
    session: &Session<'_>,
    file: &Utf8Path,
    bytes: &[u8],
    hints: &Hints,
) -> anyhow::Result<Vec<Received>> {
    let mut reports = read_or_remembered(session, bytes, hints)?;
    if reports.is_empty() {
        return Err(Fault::error(Message::new("driver-no-report")));
    }
    if let Some(message) = reader::mismatch(file, bytes) {
        let note = Note { message, origin: None };
        for report in &mut reports {
            report.notes.insert(0, note.clone());
        }
    }
    let only = reports.len() == 1;
    Ok(reports.into_iter().map(|report| complete(session, file, report, &hints.unit, only)).collect())
}

/// The reports in bytes, from the cache where there is one and they are in it. What a program of the user's saw on pictures
/// is not kept: nobody can say when that changes.
fn read_or_remembered(session: &Session<'_>, bytes: &[u8], hints: &Hints) -> anyhow::Result<Vec<Report>> {
    let Some(cache) = session.cache.as_ref().filter(|_| session.ocr.is_none()) else {
        return read(session, bytes, hints);
    };
    let place = cache.place(bytes, hints);
    if let Some(reports) = place.reports() {
        return Ok(reports);
    }
    let reports = read(session, bytes, hints)?;
    cache.put(&place, &reports);
    Ok(reports)
}

fn read(session: &Session<'_>, bytes: &[u8], hints: &Hints) -> anyhow::Result<Vec<Report>> {
    let input = match &session.ocr {
        Some(ocr) => ocr.read(bytes)?,
        None => reader::read(bytes)?,
    };
    Ok(match input {
        Input::Document(document) => session.recogniser().recognise(&document, hints)?,
        Input::Parts(parts) => {
            let parts: Vec<PartRef<'_>> =
                parts.iter().map(|part| PartRef { name: &part.name, document: &part.document }).collect();
            session.recogniser().recognise_parts(&parts, hints)?
        }
        Input::Report(wire) => vec![from_wire(session, &wire, hints)?],
    })
}

/// The rule book of a report's edition.
pub(crate) fn book_of<'a>(session: &Session<'a>, report: &Report) -> anyhow::Result<&'a RuleBook> {
    session.library.book(&report.edition).ok_or_else(|| no_edition(session, &report.edition))
}

fn no_edition(session: &Session<'_>, edition: &str) -> anyhow::Error {
    let ids = session.library.books.iter().map(|book| &*book.edition.id);
    Fault::error(unknown("driver-edition-unknown", edition, ids))
}

/// gouji's own JSON: its cells are of the edition that it names. It is judged by the edition asked for or that of its
/// year, else by the one it names.
fn from_wire(session: &Session<'_>, wire: &ReportWire, hints: &Hints) -> anyhow::Result<Report> {
    let year = hints.year.or(wire.year);
    let library = session.library;
    let asked = hints.edition.as_deref().map(|id| library.book(id).ok_or_else(|| no_edition(session, id)));
    let chosen = asked.transpose()?.or_else(|| library.book_for(year?));
    // An overlay may have taken the place of the edition that is named; it is read by its form.
    let named = library.in_place_of(&wire.edition).ok_or_else(|| no_edition(session, &wire.edition))?;
    let book = chosen.unwrap_or(named);
    let mut report = wire.report(&named.form).map_err(|error| Fault::error(wire_message(&error, named)))?;
    for form in report.printed_forms.values_mut() {
        if let Some(own) = library.in_place_of(form) {
            form.clone_from(&own.edition.id);
        }
    }
    if book.edition.id != named.edition.id {
        report = report.moved(&named.form, &book.form);
    }
    report.year = year;
    report.unit = prefer(&hints.unit, &report.unit);
    session.recogniser().supply_facts(&mut report);
    Ok(report)
}

fn wire_message(error: &WireError, book: &RuleBook) -> Message {
    match error {
        WireError::Schema { found } => Message::new("driver-json-schema").text("found", found),
        WireError::State { id } => Message::new("driver-json-state").text("cell", id),
        WireError::UnknownCell { id, .. } => {
            let message = Message::new("driver-json-cell").text("cell", id).label("edition", &book.edition.title);
            match nearest(id, book.form.ids()) {
                Some(near) => {
                    let what = Arg::Message(Box::new(message));
                    Message::new("driver-did-you-mean").with("what", what).text("name", near)
                }
                None => message,
            }
        }
    }
}

/// Adds what the unit list and the unit's name say; what was known before goes before the list, the list before the name. The name
/// of a file tells nothing of each of several reports in it.
fn complete(session: &Session<'_>, file: &Utf8Path, mut report: Report, given: &Unit, only: bool) -> Received {
    let listed = session.units.as_ref().and_then(|units| {
        let by_name = |name: &str| units.by_name(name);
        let by_file = || units.by_file(file).filter(|_| only);
        let unnamed = || (only && report.unit.name.is_none()).then(|| units.inside(file.file_stem()?)).flatten();
        by_file().or_else(|| report.unit.name.as_deref().and_then(by_name)).or_else(unnamed)
    });
    if let Some(unit) = listed.and_then(|index| Some(session.units.as_ref()?.unit(index).unit())) {
        report.unit = prefer(given, &prefer(&unit, &report.unit));
    }
    if let Some(known) = report.unit.name.as_deref().and_then(|name| session.places.classify(name)) {
        report.unit.level = report.unit.level.or(Some(known.level));
        report.unit.kind = report.unit.kind.or(Some(known.kind));
    }
    let entry = listed.and_then(|index| Some(session.units.as_ref()?.unit(index)));
    report.published = session.published(entry.and_then(|unit| unit.published), report.published.take());
    if let Some(book) = session.library.book(&report.edition) {
        supply_dates(book, &mut report, entry.and_then(|unit| unit.due));
    }
    Received { report, listed }
}
