//! A report in words and tables: who reports, what was read of it, and with which trouble.
use std::io::{self, Write};

use gouji_edits::RuleBook;
use gouji_export::place_message;
use gouji_model::{
    Arg, Cell, CellState, Claim, Form, Header, Lang, LayoutCell, LayoutKind, Message, Period, Report, Scope, Section,
    Slot, Table, render,
};

use crate::grid::{self, Rectangle};
use crate::session::{Session, Verbosity};
use crate::text;

/// Columns of the terminal that one column of a table takes at most.
const WIDEST: usize = 14;

/// Who reports, and for which year.
pub(crate) fn name(report: &Report) -> Message {
    let unit = match &report.unit.name {
        Some(name) => Arg::Text(name.to_string()),
        None => Arg::Message(Box::new(Message::new("word-unit-unknown"))),
    };
    match report.year {
        Some(year) => Message::new("driver-name").with("unit", unit).text("year", year.to_string()),
        None => Message::new("driver-name-no-year").with("unit", unit),
    }
}

/// How many reading notes there are, or each of them with its place.
pub(crate) fn write_notes(report: &Report, verbosity: Verbosity, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let count = report.notes.len();
    if count == 0 || verbosity == Verbosity::Quiet {
        return Ok(());
    }
    if verbosity < Verbosity::Verbose {
        return writeln!(out, "{}", render(&Message::new("driver-notes").count("count", count), lang));
    }
    writeln!(out, "{}", render(&Message::new("driver-notes-all").count("count", count), lang))?;
    for note in &report.notes {
        let place = note.origin.as_ref().map_or_else(|| Message::new("word-place-none"), place_message);
        writeln!(out, "  {}  {}", render(&place, lang), render(&note.message, lang))?;
    }
    Ok(())
}

/// Writes everything that was read: the text of sections by its length, the tables as grids, the reading notes.
pub(crate) fn write(session: &Session<'_>, book: &RuleBook, report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let name = Arg::Message(Box::new(name(report)));
    let title = Message::new("driver-read-title").with("name", name).label("edition", &book.edition.title);
    writeln!(out, "{}", session.say(&title))?;
    for section in &book.form.sections {
        write_section(session, section, report, out)?;
        for part in section.parts.iter().filter(|part| report.section(&part.id).is_some()) {
            write_section(session, part, report, out)?;
        }
        for table in book.form.tables.iter().filter(|table| table.section == section.id) {
            write_table(session, &book.form, table, report, out)?;
        }
    }
    write_claims(session, book, report, out)?;
    if session.verbosity > Verbosity::Quiet {
        write_notes(report, Verbosity::Verbose, session.lang, out)?;
    }
    writeln!(out)
}

/// The numbers that the prose states, in the order of the text.
fn write_claims(session: &Session<'_>, book: &RuleBook, report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let remainders: Vec<&str> =
        book.lexicon.prose.metrics.values().flat_map(|metric| metric.remainders.keys()).map(|id| &**id).collect();
    let told: Vec<&Claim> = report.claims.iter().filter(|claim| !remainders.contains(&&*claim.metric)).collect();
    if told.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", session.say(&Message::new("driver-claims").count("count", told.len())))?;
    for claim in told {
        let heading = book.form.section(&claim.section).map(Section::name).unwrap_or_default();
        let place = Message::new("word-place-passage").label("section", &heading);
        let place = place.count("paragraph", claim.paragraph as usize);
        let message = Message::new("driver-claim")
            .label("metric", &book.lexicon.prose.metric_name(&claim.metric))
            .number("value", claim.value)
            .with("about", Arg::List(about(claim)))
            .with("place", Arg::Message(Box::new(place)))
            .text("sentence", &*claim.sentence);
        writeln!(out, "  {}", session.say(&message))?;
    }
    Ok(())
}

/// What a claim is of, where that is not the report year and nothing else.
pub(crate) fn about(claim: &Claim) -> Vec<Arg> {
    let period = match claim.period {
        Period::ThisYear => None,
        Period::LastYear => Some("word-period-last-year"),
        Period::Other => Some("word-period-other"),
    };
    let scope = claim.scope.map(|scope| match scope {
        Scope::Agency => "word-scope-agency",
        Scope::Region => "word-scope-region",
    });
    let keys = period.into_iter().chain(scope);
    keys.map(|key| Arg::Message(Box::new(Message::new(key)))).collect()
}

fn write_section(session: &Session<'_>, section: &Section, report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let message = match report.section(&section.id) {
        Some(text) => {
            let length = text.text.chars().filter(|char| !char.is_whitespace()).count();
            Message::new("driver-section").text("heading", &text.heading).count("length", length)
        }
        None => Message::new("driver-section-missing").label("heading", &section.name()),
    };
    writeln!(out, "{}", session.say(&message))
}

fn write_table(
    session: &Session<'_>,
    form: &Form,
    table: &Table,
    report: &Report,
    out: &mut dyn Write,
) -> io::Result<()> {
    let layout = form.layout(table, &collapsed(table, report));
    let view = TableView { form, report, lang: session.lang };
    let rectangles: Vec<Rectangle> = layout.cells.iter().map(|cell| view.rectangle(cell)).collect();
    for line in grid::draw(layout.columns.into(), layout.rows.into(), &rectangles, WIDEST) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// The groups of rows that the report prints as one row each.
fn collapsed<'a>(table: &'a Table, report: &Report) -> Vec<&'a str> {
    let mut groups = Vec::new();
    for header in table.blocks.iter().flat_map(|block| &block.rows) {
        header.walk(&mut |header: &Header| {
            let printed =
                || table.column_ids().iter().any(|column| report.extra.contains_key(&table.join(&header.id, column)));
            if !header.children.is_empty() && !header.id.is_empty() && printed() {
                groups.push(&*header.id);
            }
        });
    }
    groups
}

/// What stands in the places of a table.
struct TableView<'a> {
    form: &'a Form,
    report: &'a Report,
    lang: Lang,
}

impl TableView<'_> {
    fn rectangle(&self, cell: &LayoutCell) -> Rectangle {
        let text = match &cell.kind {
            LayoutKind::Caption(label)
            | LayoutKind::Corner(label)
            | LayoutKind::Column(label)
            | LayoutKind::Row(label) => label.text.get(self.lang).to_owned(),
            LayoutKind::Value(slot) => self.value(*slot),
        };
        let is_number = matches!(cell.kind, LayoutKind::Value(_));
        let (rowspan, colspan) = (cell.rowspan.into(), cell.colspan.into());
        Rectangle { row: cell.row.into(), column: cell.column.into(), rowspan, colspan, text, is_number }
    }

    fn value(&self, slot: Slot) -> String {
        match slot {
            Slot::Cell(index) => self.shown(self.report.cell(index)),
            Slot::Group(index) => {
                self.report.extra.get(&self.form.group(index).id).map_or_else(String::new, |cell| self.shown(cell))
            }
        }
    }

    fn shown(&self, cell: &Cell) -> String {
        match (cell.state, &cell.raw) {
            (CellState::Number(number), _) => number.to_string(),
            (CellState::Blank, _) => String::new(),
            (CellState::Dash, raw) => raw.as_deref().unwrap_or("/").to_owned(),
            (CellState::Unreadable, raw) => {
                let quoted = Message::new("word-quoted").text("text", raw.as_deref().unwrap_or_default());
                render(&quoted, self.lang)
            }
            (CellState::Missing, _) => text("state-missing", self.lang),
        }
    }
}
