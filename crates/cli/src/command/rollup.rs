//! `gouji rollup`: the reports of member units added up to the region's.
use std::collections::BTreeSet;

use anyhow::Result;
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::{Context, Membership, RuleBook, Severity, rolled_up};
use gouji_export::{Kind, Publication, Source};
use gouji_model::{Arg, Message, Note, Report, ReportWire, Scope, Unit};

use super::check::tell;
use super::{published, write_to};
use crate::arguments::{Product, ReadFormat, RollupArguments};
use crate::examine::{Examined, Reading, examine};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::members::{MemberReports, Region, Roster};
use crate::publish::{Press, named};
use crate::session::{Session, Verbosity, prefer};
use crate::{Io, report_view, text};

/// Adds the reports of one year up; what was not added, or not as it is, is told and makes the exit code 1.
pub(crate) fn run(session: &Session<'_>, arguments: &RollupArguments, io: &mut Io<'_>) -> Result<Exit> {
    let name = named(&arguments.unit)?;
    let except: Vec<Utf8PathBuf> =
        arguments.units.iter().chain(&arguments.output).map(|path| io.cwd.join(path)).collect();
    let members = MemberReports::read(session, &arguments.files, &io.cwd, &except);
    members.failures.iter().try_for_each(|failure| tell(failure, session, io.stderr))?;
    let year = year(arguments.year, &members.years())?;
    let listed = session.units.as_ref().and_then(|units| units.by_name(name));
    let unit = unit(session, name, listed);
    let region = Region { unit: &unit, listed, year };
    let roster = Roster::of(session, &members, region);
    let roster = roster.ok_or_else(|| Fault::error(Message::new("rollup-no-members").text("name", name)))?;
    let book = book(session, year)?;
    let remarks = roster.remarks(name);
    // The tables for people end with the same as reading notes.
    let is_shown = arguments.to.is_empty() && arguments.format == ReadFormat::Human && !roster.members.is_empty();
    if session.verbosity > Verbosity::Quiet && !is_shown {
        for remark in &remarks {
            writeln!(io.stderr, "{} {}", text("word-note", session.lang), session.say(remark))?;
        }
    }
    if roster.members.is_empty() {
        return Err(Fault::error(Message::new("rollup-nothing").text("year", year.to_string())));
    }
    let report = added_up(session, book, &roster, region);
    let (_, filed) = roster.filed(session.library);
    let context = Context { members: &filed, ..Context::default() };
    let examined = examine(book, &report, Utf8Path::new(""), &context);
    let mut exit = exit(&roster, &examined);
    if !members.failures.is_empty() {
        exit = Exit::Failed;
    }
    Ok(exit.max(give(session, arguments, &examined, io)?))
}

/// The year asked for, else the one year of all reports.
fn year(given: Option<i32>, years: &BTreeSet<i32>) -> Result<i32> {
    let mut found = years.iter();
    match (given, found.next(), found.next()) {
        (Some(year), ..) | (None, Some(&year), None) => Ok(year),
        (None, None, _) => Err(Fault::error(Message::new("rollup-no-year"))),
        (None, Some(_), Some(_)) => {
            let years = years.iter().map(|year| Arg::Text(year.to_string())).collect();
            Err(Fault::error(Message::new("rollup-years").with("years", Arg::List(years))))
        }
    }
}

/// The region as its report names it.
fn unit(session: &Session<'_>, name: &str, listed: Option<usize>) -> Unit {
    let own = Unit { name: Some(name.into()), scope: Some(Scope::Region), ..Unit::default() };
    let entry = listed.and_then(|index| Some(session.units.as_ref()?.unit(index).unit()));
    let mut unit = prefer(&own, &entry.unwrap_or_default());
    if let Some(known) = session.places.classify(name) {
        unit.level = unit.level.or(Some(known.level));
        unit.kind = unit.kind.or(Some(known.kind));
    }
    unit
}

/// The edition asked for, else that of the year.
fn book<'b>(session: &Session<'b>, year: i32) -> Result<&'b RuleBook> {
    match session.chosen_books().as_slice() {
        [book] => Ok(book),
        _ => session.library.book_for(year).ok_or_else(|| super::no_edition(session, year)),
    }
}

/// The sums as a report that says what they are made of.
fn added_up(session: &Session<'_>, book: &RuleBook, roster: &Roster<'_>, region: Region<'_>) -> Report {
    let Region { unit, year, .. } = region;
    let (names, filed) = roster.filed(session.library);
    let differing = roster.differing(session.library);
    let membership = Membership { names: &names, differing: &differing };
    let mut report = rolled_up(&book.form, &filed, membership);
    report.year = Some(year);
    report.unit = unit.clone();
    let name = unit.name.as_deref().unwrap_or_default();
    let added = Message::new("rollup-added").text("name", name).count("count", names.len());
    let units = names.iter().map(|name| Arg::Text((*name).to_owned())).collect();
    let members = Message::new("rollup-members").with("units", Arg::List(units));
    let about = [added, members].into_iter().chain(roster.remarks(name)).map(|message| Note { message, origin: None });
    report.notes.splice(0..0, about);
    session.recogniser().supply_facts(&mut report);
    report.facts.extend(roster.facts(&book.form, unit.scope, session.library));
    report
}

/// Clean only where every expected unit was added once, every cell has a sum, and no error was found.
fn exit(roster: &Roster<'_>, examined: &Examined<'_>) -> Exit {
    let is_summed = Reading::of(examined.report, examined.book).missing == 0;
    if roster.is_whole() && is_summed && examined.worst() < Some(Severity::Error) {
        Exit::Clean
    } else {
        Exit::Findings
    }
}

fn give(session: &Session<'_>, arguments: &RollupArguments, examined: &Examined<'_>, io: &mut Io<'_>) -> Result<Exit> {
    if !arguments.to.is_empty() {
        return export(session, arguments, examined, io);
    }
    write_to(arguments.output.as_deref(), io, |out, _| {
        match arguments.format {
            ReadFormat::Human => report_view::write(session, examined.book, examined.report, out)?,
            ReadFormat::Json => {
                let wire = ReportWire::of(examined.report, &examined.book.form, session.lang);
                serde_json::to_writer_pretty(&mut *out, &wire)?;
                writeln!(out)?;
            }
        }
        Ok(Exit::Clean)
    })
}

fn export(
    session: &Session<'_>,
    arguments: &RollupArguments,
    examined: &Examined<'_>,
    io: &mut Io<'_>,
) -> Result<Exit> {
    let RollupArguments { to, output, date, force, .. } = arguments.clone();
    let product = Product { to, folder: output, date, force };
    let inputs = arguments.files.iter().map(|file| io.cwd.join(file)).collect();
    let mut press = Press::open(session, &product, inputs, io)?;
    let year = examined.report.year.map(|year| year.to_string()).unwrap_or_default();
    let stem = press.stem(&format!("{}{year}", arguments.unit));
    let publication = Publication {
        kind: Kind::Report,
        book: examined.book,
        reports: vec![published(examined, &Source::default())],
        name: stem.clone(),
        year: None,
        meta: press.meta.clone(),
    };
    press.print(&stem, &publication, &mut io.said())?;
    Ok(press.exit)
}
