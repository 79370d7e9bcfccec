//! Documents to reports: sections, tables and facts, by one alignment of what is printed with the form.
//!
//! A document becomes one stream of tokens; the form one sequence of items. Candidates say which
//! tokens may be which item; the alignment chooses among them as a whole. Rows that still do not tell where
//! their values stand are settled by the form's sums, or left missing with a note.
mod align;
mod candidates;
mod columns;
mod facts;
mod fold;
mod group_rows;
mod items;
mod numbered;
mod pads;
mod parts;
mod phrases;
mod prose;
mod reading;
mod records;
mod rows;
mod sections;
mod settle;
mod similarity;
mod stray;
mod text_facts;
mod title;
mod tokens;
mod values;

use std::sync::OnceLock;

use gouji_edits::RuleBook;
use gouji_model::{Arg, CellState, Claim, Document, Edition, Message, Report, Unit};

pub use crate::facts::IN_BATCH;
pub use crate::parts::PartRef;
pub use crate::prose::words_listed_twice;
pub use crate::similarity::{Neighbours, TextPrint, supply_renewed};
pub use crate::text_facts::supply_dates;

use crate::facts::{Evidence, Print, TableEvidence};
use crate::prose::{Dictionary, Places};
use crate::reading::{Prepared, Reading};
use crate::records::Headings;
use crate::sections::{Sections, sections};
use crate::title::{Title, title, year_at};
use crate::tokens::{Kind, Token};

/// What is known of a report before it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// Report year, where given; it goes before the title's.
    pub year: Option<i32>,
    /// Edition id, where given; it goes before the one that the year asks for.
    pub edition: Option<Box<str>>,
    /// What is known of the unit; it goes before what the title says.
    pub unit: Unit,
}

/// Why a document is no report that can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct RecogniseError(
    /// What was found, what was expected, what to do.
    pub Message,
);

/// The editions made ready for reading documents; made once, used for every document.
pub struct Recogniser<'a> {
    editions: Vec<Prepared<'a>>,
    books: &'a [RuleBook],
    /// For each edition the words that prose states numbers with, once they were asked for: most are never.
    prose: Vec<OnceLock<Dictionary<'a>>>,
    /// What the columns of a table of reports are called, once one was met.
    headings: OnceLock<Headings>,
}

impl<'a> Recogniser<'a> {
    /// From all editions known, sorted by their years.
    pub fn new(books: &'a [RuleBook]) -> Self {
        Self {
            editions: books.iter().map(Prepared::new).collect(),
            books,
            prose: books.iter().map(|_| OnceLock::new()).collect(),
            headings: OnceLock::new(),
        }
    }

    /// The words that prose states numbers with, of one of the editions.
    fn prose(&self, book: &RuleBook) -> Option<&Dictionary<'a>> {
        let number = self.books.iter().position(|own| std::ptr::eq(own, book))?;
        Some(self.prose[number].get_or_init(|| Dictionary::new(&self.books[number].lexicon.prose)))
    }

    fn claims(&self, book: &RuleBook, report: &Report, places: &Places) -> Vec<Claim> {
        self.prose(book).map(|words| prose::claims(words, report, places)).unwrap_or_default()
    }

    fn headings(&self) -> &Headings {
        self.headings.get_or_init(|| Headings::of(self.books.iter().rev()))
    }

    /// The reports in a document.
    ///
    /// # Errors
    /// When nothing of an annual report is found, when it is older than every edition, or when it holds one table
    /// twice with different numbers.
    pub fn recognise(&self, document: &Document, hints: &Hints) -> Result<Vec<Report>, RecogniseError> {
        let latest = self.editions.last().ok_or_else(|| RecogniseError(Message::new("recognise-no-edition")))?;
        if let Some(reports) = records::reports(self, document, hints) {
            return reports;
        }
        let stream = tokens::tokens(document);
        if stream.len() > MOST_TOKENS {
            return Err(RecogniseError(Message::new("recognise-too-large").count("count", stream.len())));
        }
        let heading = title(document, &latest.book.lexicon, document.blocks.len().min(TITLE_BLOCKS));
        let year = hints.year.or_else(|| heading.as_ref()?.year);
        let chosen = choose_edition(&self.editions, hints, year)?;
        let readings = read_all(&self.editions, chosen, &stream);
        let own = if chosen.is_some() { 0 } else { best_fit(&readings) };
        let reading = &readings[own];
        let parts = sections(
            document,
            &reading.prepared.book.form,
            &reading.prepared.items,
            &stream,
            &reading.alignment,
            &reading.spans,
        );
        refuse_what_is_none(reading, &parts, heading.as_ref(), &stream)?;
        refuse_doubles(reading)?;
        let draft = Draft { document, recogniser: self, hints, heading, year, tokens: &stream };
        Ok(vec![draft.report(reading, &readings, &parts)])
    }

    /// Adds what can be told of a report that came without a document, as gouji's own JSON does: what is filled in,
    /// which tables and sections there are. What only print tells stays unknown.
    pub fn supply_facts(&self, report: &mut Report) {
        let Some(prepared) = self.editions.iter().find(|prepared| prepared.book.edition.id == report.edition) else {
            return;
        };
        let form = &prepared.book.form;
        if report.claims.is_empty() {
            report.claims = self.claims(prepared.book, report, &Vec::new());
        }
        let mut tables = Vec::new();
        for (number, table) in form.tables.iter().enumerate() {
            let of_table = form.cells.iter().zip(&report.cells).filter(|(spec, _)| spec.table == number);
            let prefix = format!("{}.", table.id);
            let found = of_table.map(|(_, cell)| cell).any(|cell| cell.state != CellState::Missing)
                || report.extra.keys().any(|id| id.starts_with(&prefix));
            if found {
                report.printed_forms.entry(table.id.clone()).or_insert_with(|| form.edition.clone());
            }
            tables.push(TableEvidence { found, ..TableEvidence::default() });
        }
        let evidence = Evidence { print: None, tables, editions: editions(&self.editions) };
        facts::supply(prepared, report, &evidence);
    }
}

fn editions<'a>(prepared: &[Prepared<'a>]) -> Vec<&'a Edition> {
    prepared.iter().map(|prepared| &prepared.book.edition).collect()
}

/// A report has some 500 cells and paragraphs; a document with more pieces than this is something else.
const MOST_TOKENS: usize = 20_000;

/// A title stands within the first blocks of a document.
const TITLE_BLOCKS: usize = 40;

/// The edition asked for, or the one that the year asks for.
fn choose_edition(
    editions: &[Prepared<'_>],
    hints: &Hints,
    year: Option<i32>,
) -> Result<Option<usize>, RecogniseError> {
    let edition = |prepared: &Prepared<'_>| Arg::Label(prepared.book.edition.title.clone());
    let known = || Arg::List(editions.iter().map(edition).collect());
    if let Some(id) = &hints.edition {
        let found = editions.iter().position(|prepared| prepared.book.edition.id == *id);
        let error =
            || RecogniseError(Message::new("recognise-unknown-edition").text("edition", &**id).with("known", known()));
        return found.map(Some).ok_or_else(error);
    }
    let Some(year) = year else { return Ok(None) };
    match editions.iter().position(|prepared| prepared.book.edition.years.contains(year)) {
        Some(book) => Ok(Some(book)),
        None => {
            Err(RecogniseError(Message::new("recognise-year").text("year", year.to_string()).with("known", known())))
        }
    }
}

/// Readings with the forms of the editions: first the one chosen; the others, latest first, where none was or where
/// it does not fit.
fn read_all<'a>(editions: &'a [Prepared<'a>], chosen: Option<usize>, tokens: &[Token<'_>]) -> Vec<Reading<'a>> {
    let mut readings = Vec::new();
    if let Some(own) = chosen {
        readings.push(reading::read(&editions[own], tokens));
        if readings[0].misfit.iter().all(|misfit| *misfit == 0.0) && readings[0].spans.iter().all(Option::is_some) {
            return readings;
        }
    }
    let others = editions.iter().enumerate().rev().filter(|(number, _)| Some(*number) != chosen);
    readings.extend(others.map(|(_, edition)| reading::read(edition, tokens)));
    readings
}

/// Index of the reading that fits best, the first of equal ones.
fn best_fit(readings: &[Reading<'_>]) -> usize {
    let total = |reading: &Reading<'_>| -> f32 {
        let absent = reading.spans.iter().filter(|span| span.is_none()).count();
        reading.misfit.iter().sum::<f32>() + f32::from(u8::try_from(absent).unwrap_or(u8::MAX))
    };
    let best = readings.iter().enumerate().min_by(|(_, left), (_, right)| total(left).total_cmp(&total(right)));
    best.map_or(0, |(position, _)| position)
}

/// A document without sections and tables of the form is no annual report; numbers alone are no table of it.
fn refuse_what_is_none(
    reading: &Reading<'_>,
    parts: &Sections,
    heading: Option<&Title>,
    tokens: &[Token<'_>],
) -> Result<(), RecogniseError> {
    if reading.has_labelled_table() || parts.texts.len() >= 3 || (heading.is_some() && !parts.texts.is_empty()) {
        return Ok(());
    }
    let earlier = reading.prepared.phrases.list("earlier_form");
    let met = earlier.iter().filter(|phrase| tokens.iter().any(|token| phrase.is_in(token.raw))).count();
    let seen: Vec<Arg> = tokens
        .iter()
        .filter(|token| matches!(token.kind, Kind::Text | Kind::Prose))
        .take(3)
        .map(|token| Arg::Text(token.raw.chars().take(24).collect()))
        .collect();
    let key = if met >= 2 { "recognise-earlier-form" } else { "recognise-nothing" };
    Err(RecogniseError(Message::new(key).with("seen", Arg::List(seen))))
}

/// A table printed twice with different numbers: nobody can say which of them counts.
fn refuse_doubles(reading: &Reading<'_>) -> Result<(), RecogniseError> {
    for (table, conflicts) in reading.prepared.book.form.tables.iter().zip(&reading.conflicts) {
        if *conflicts > 2 {
            return Err(RecogniseError(
                Message::new("recognise-table-twice").label("table", &table.name).count("rows", *conflicts),
            ));
        }
    }
    Ok(())
}

struct Draft<'a, 'b> {
    document: &'a Document,
    recogniser: &'a Recogniser<'b>,
    hints: &'a Hints,
    heading: Option<Title>,
    year: Option<i32>,
    tokens: &'a [Token<'a>],
}

impl Draft<'_, '_> {
    fn report(&self, own: &Reading<'_>, readings: &[Reading<'_>], parts: &Sections) -> Report {
        let form = &own.prepared.book.form;
        let mut report = Report::empty(form);
        report.year = self.year.or_else(|| year_in_overview(parts));
        report.unit = self.unit();
        report.notes.extend(self.document.notes.iter().cloned());
        report.notes.extend(parts.notes.iter().cloned());
        report.notes.extend(own.general.iter().cloned());
        let mut tables = Vec::new();
        for (number, table) in form.tables.iter().enumerate() {
            let best = best_for_table(own, readings, number);
            tables.push(self.take_table(&mut report, own, best, number));
            if best.spans[number].is_some() {
                report.printed_forms.insert(table.id.clone(), best.prepared.book.edition.id.clone());
            }
        }
        report.sections.clone_from(&parts.texts);
        report.claims = self.recogniser.claims(own.prepared.book, &report, &parts.places);
        report.published = text_facts::shown_date(&own.prepared.phrases, self.document);
        let print = Print {
            document: self.document,
            title: self.heading.as_ref(),
            disorder: parts.disorder_token.map(|token| self.tokens[token].origin.clone()),
            sections: parts,
        };
        let evidence = Evidence { print: Some(print), tables, editions: editions(&self.recogniser.editions) };
        facts::supply(own.prepared, &mut report, &evidence);
        report
    }

    fn unit(&self) -> Unit {
        let mut unit = self.hints.unit.clone();
        if unit.name.is_none() {
            unit.name =
                self.heading.as_ref().map(|title| title.unit.as_str()).filter(|name| !name.is_empty()).map(Into::into);
        }
        unit
    }

    /// Copies a table's cells and notes from the reading that fits it best.
    fn take_table(&self, report: &mut Report, own: &Reading<'_>, best: &Reading<'_>, number: usize) -> TableEvidence {
        let form = &own.prepared.book.form;
        for (index, (spec, cell)) in best.prepared.book.form.cells.iter().zip(&best.report.cells).enumerate() {
            if spec.table != number || cell.state == CellState::Missing {
                continue;
            }
            if std::ptr::eq(best, own) {
                report.cells[index] = cell.clone();
            } else {
                report.set(form, &spec.id, cell.clone());
            }
        }
        let table = &best.prepared.book.form.tables[number];
        let prefix = format!("{}.", table.id);
        for (id, cell) in best.report.extra.iter().filter(|(id, _)| id.starts_with(&prefix)) {
            report.extra.insert(id.clone(), cell.clone());
        }
        report.notes.extend(best.notes[number].iter().cloned());
        let origin = |token: usize| self.tokens[token].origin.clone();
        TableEvidence {
            found: best.spans[number].is_some(),
            mislabelled: best.mislabelled[number].clone(),
            extra_rows: best.extra_rows[number].iter().map(|token| origin(*token)).collect(),
            origin: best.spans[number].as_ref().map(|span| origin(span.start)),
        }
    }
}

/// The reading that fits a table best; of equal ones the own.
fn best_for_table<'r, 'a>(own: &'r Reading<'a>, readings: &'r [Reading<'a>], table: usize) -> &'r Reading<'a> {
    let id = &own.prepared.book.form.tables[table].id;
    let mut best = own;
    for other in readings {
        let same_place = other.prepared.book.form.tables.get(table).is_some_and(|there| there.id == *id);
        if same_place && other.spans[table].is_some() && fits_better(other, best, table) {
            best = other;
        }
    }
    best
}

/// Another edition's form must fit so much better to count as the one that was printed.
const CLEARLY: f32 = 0.5;

fn fits_better(left: &Reading<'_>, right: &Reading<'_>, table: usize) -> bool {
    right.spans[table].is_none() || left.misfit[table] + CLEARLY < right.misfit[table]
}

/// The year of `2023年1月1日` in the first section, where the title has none.
fn year_in_overview(parts: &Sections) -> Option<i32> {
    let text = &parts.texts.first()?.text;
    let place = text.find("年1月1日")?;
    let head: Vec<char> = text[..place].chars().collect();
    year_at(&head[head.len().saturating_sub(4)..]).map(|(_, year)| year)
}
