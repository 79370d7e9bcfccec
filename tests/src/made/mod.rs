//! Reports made at random, some of them with faults that are known: what scale is measured on.
//!
//! Everything follows from the seed and the number of the report, so that each can be made by itself.
mod faults;
pub mod values;

use anyhow::{Context as _, Result, anyhow};
use gouji_edits::RuleBook;
use gouji_model::{Report, SectionText};
use rand::{RngExt as _, SeedableRng as _};
use rand_xorshift::XorShiftRng;
use serde::{Deserialize, Serialize};

use crate::ReadReport;
use crate::samples::written;

pub use faults::Fault;

/// A report as a file, and what is known of it.
#[derive(Clone, Debug)]
pub struct Made {
    /// Name of the file.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// What stands in it, and what is wrong with it.
    pub truth: Known,
}

/// What is known of a report that was made: one line of `truth.jsonl`.
#[derive(Clone, Debug, Serialize)]
pub struct Known {
    /// Name of the file.
    pub file: String,
    /// The reader for it.
    pub format: &'static str,
    /// Id of its edition.
    pub edition: Box<str>,
    /// Report year.
    pub year: i32,
    /// Name of the unit.
    pub unit: String,
    /// The values printed, by cell id.
    pub cells: Vec<(Box<str>, String)>,
    /// What is wrong; empty for most.
    pub faults: Vec<Fault>,
}

/// Readers, and how many of a hundred reports are in their format: those that units hand in most come most.
const FORMATS: [(&str, u32); 13] = [
    ("docx", 40),
    ("html", 20),
    ("pdf", 14),
    ("xlsx", 6),
    ("markdown", 3),
    ("odt", 3),
    ("ofd", 3),
    ("rtf", 3),
    ("xls", 2),
    ("ods", 2),
    ("mht", 2),
    ("json", 1),
    ("csv", 1),
];

/// The words of reports.
#[derive(Debug, Deserialize)]
struct Words {
    places: Vec<String>,
    divisions: Vec<String>,
    departments: Vec<String>,
    #[serde(rename = "section")]
    sections: Vec<Section>,
}

#[derive(Debug, Deserialize)]
struct Section {
    id: Box<str>,
    paragraphs: Vec<String>,
}

/// Makes reports.
#[derive(Debug)]
pub struct Maker<'a> {
    books: &'a [RuleBook],
    words: Words,
    seed: u64,
    /// The only format, where one is asked for.
    only: Option<&'static str>,
}

impl<'a> Maker<'a> {
    /// For a seed; `only` gives all reports the format of one reader.
    ///
    /// # Errors
    /// When no reports are made for that reader.
    pub fn new(books: &'a [RuleBook], seed: u64, only: Option<&str>) -> Result<Self> {
        let known = |reader: &str| FORMATS.iter().map(|(own, _)| *own).find(|own| *own == reader);
        let only = only.map(|reader| known(reader).with_context(|| format!("no reports are made as {reader}")));
        Ok(Self { books, words: toml::from_str(include_str!("words.toml"))?, seed, only: only.transpose()? })
    }

    /// The report of a number.
    ///
    /// # Errors
    /// When its exporter fails.
    pub fn make(&self, number: u32) -> Result<Made> {
        let dice = &mut XorShiftRng::seed_from_u64((self.seed << 32) ^ u64::from(number));
        let book = &self.books[dice.random_range(0..self.books.len())];
        let year = values::year(book, dice);
        let unit = self.words.unit(number, dice);
        let true_report = self.report(book, year, &unit, dice)?;
        let mut report = true_report.clone();
        let faults = if dice.random_bool(0.3) { faults::put(book, &mut report, dice) } else { Vec::new() };
        let format = self.only.unwrap_or_else(|| format(dice));
        let read = ReadReport { book, report };
        let sample = written(&read, format)?;
        let name = format!("{number:06}-{unit}{year}.{}", sample.name.split_once('.').map_or("", |(_, suffix)| suffix));
        let shown = |(spec, cell): (&gouji_model::CellSpec, &gouji_model::Cell)| {
            (spec.id.clone(), gouji_export::shown_value(cell))
        };
        let truth = Known {
            file: name.clone(),
            format,
            edition: book.edition.id.clone(),
            year,
            unit,
            cells: book.form.cells.iter().zip(&read.report.cells).map(shown).collect(),
            faults,
        };
        Ok(Made { name, bytes: sample.bytes, truth })
    }

    fn report(&self, book: &RuleBook, year: i32, unit: &str, dice: &mut XorShiftRng) -> Result<Report> {
        let mut report = values::consistent(book, year, dice)
            .ok_or_else(|| anyhow!("no numbers satisfy the rules of {}", book.edition.id))?;
        report.unit.name = Some(unit.into());
        for spec in book.form.sections.iter().flat_map(|own| std::iter::once(own).chain(&own.parts)) {
            let own = self.words.sections.iter().find(|section| section.id == spec.id);
            let text = own.map(|section| section.text(book, &report)).unwrap_or_default();
            report.sections.push(SectionText {
                id: spec.id.clone(),
                heading: spec.name().zh.into(),
                text,
                origin: None,
            });
        }
        Ok(report)
    }
}

impl Words {
    /// A name that no other number has.
    fn unit(&self, number: u32, dice: &mut XorShiftRng) -> String {
        let pick = |words: &[String], dice: &mut XorShiftRng| words[dice.random_range(0..words.len())].clone();
        let place = pick(&self.places, dice);
        let division = pick(&self.divisions, dice);
        let department = pick(&self.departments, dice);
        format!("{place}{division}{department}第{}分局", number + 1)
    }
}

impl Section {
    /// Its text, with the numbers of the report.
    fn text(&self, book: &RuleBook, report: &Report) -> String {
        let mut text = self.paragraphs.join("\n");
        let year = report.year.map_or_else(String::new, |year| year.to_string());
        text = text.replace("{year}", &year).replace("{unit}", report.unit.name.as_deref().unwrap_or_default());
        for (spec, cell) in book.form.cells.iter().zip(&report.cells) {
            let place = format!("{{{}}}", spec.id);
            if text.contains(&place) {
                text = text.replace(&place, &gouji_export::shown_value(cell));
            }
        }
        text
    }
}

fn format(dice: &mut XorShiftRng) -> &'static str {
    let mut left = dice.random_range(0..FORMATS.iter().map(|(_, share)| share).sum());
    for (reader, share) in FORMATS {
        if left < share {
            return reader;
        }
        left -= share;
    }
    FORMATS[0].0
}
