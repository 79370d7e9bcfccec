//! `gouji new`: blank forms.
use camino::Utf8Path;
use gouji_edits::Context;
use gouji_export::{Judged, Kind, Publication, Source};
use gouji_model::{Message, Unit};

use super::check::tell;
use crate::Io;
use crate::arguments::NewArguments;
use crate::examine::examine;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::intake::book_of;
use crate::last_year::LastYear;
use crate::publish::{Press, named};
use crate::session::Session;

/// Makes the blank form of the edition asked for, else of that for the year.
pub(crate) fn run(session: &Session<'_>, arguments: &NewArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let year = arguments.year;
    let unit = named(&arguments.unit)?;
    let book = match session.chosen_books().as_slice() {
        [book] => *book,
        _ => session.library.book_for(year).ok_or_else(|| super::no_edition(session, year))?,
    };
    let inputs = arguments.last_year.iter().map(|file| io.cwd.join(file)).collect();
    let mut press = Press::open(session, &arguments.product, inputs, io)?;
    let (last_year, failures) = LastYear::read(session, arguments.last_year.as_deref(), &io.cwd);
    for failure in &failures {
        press.exit = Exit::Failed;
        tell(failure, session, io.stderr)?;
    }
    let own = Unit { name: Some(unit.into()), ..Unit::default() };
    let before = last_year.before(session, (&own, Some(year)), None);
    if before.filed.is_none() && !last_year.is_empty() {
        let message = Message::new("driver-last-year-none").text("unit", unit).text("year", (year - 1).to_string());
        return Err(Fault::error(message));
    }
    let examined = match before.filed {
        Some(before) => {
            let book = book_of(session, before.report)?;
            Some(examine(book, before.report, Utf8Path::new(""), &Context::default()))
        }
        None => None,
    };
    let reports = examined.iter().map(|examined| Judged {
        book: examined.book,
        report: examined.report,
        judgement: &examined.judgement,
        findings: &examined.findings,
        other_forms: Vec::new(),
        last_year: None,
        source: Source::default(),
    });
    let publication = Publication {
        kind: Kind::BlankForm,
        book,
        reports: reports.collect(),
        name: unit.to_owned(),
        year: Some(year),
        meta: press.meta.clone(),
    };
    let stem = press.stem(&format!("{unit}{year}"));
    press.print(&stem, &publication, &mut io.said())?;
    Ok(press.exit)
}
