//! One report in every format that is read: what speed is measured on, what other readers are compared on, and what
//! fuzzing starts from.
pub mod lines;
pub mod odt;
pub mod ofd;
mod printed;
pub mod rtf;
pub mod scan;
pub mod sheets;
pub mod web;
pub mod word;

#[path = "../../../crates/read/tests/carriers/writer.rs"]
#[expect(dead_code, reason = "shared with the tests of the reader, which use more of it")]
mod carriers;

use anyhow::{Context as _, Result};
use camino::Utf8Path;
use gouji_edits::{Context, RuleBook, findings, judge};
use gouji_export::{Exporter, Judged, Kind, Meta, Publication, Source};
use gouji_model::Lang;
use gouji_recognise::Hints;

use crate::{ReadReport, read_file};
pub use printed::{Cell, Piece, Printed};

/// A report in one format.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The name of the reader that reads it.
    pub reader: &'static str,
    /// The name of its file.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The text that all samples are made of, and the values in it.
pub const SOURCE: &str = "layout-03-2021";

/// Readers, the exporters that write for them, and the artifacts that they read.
const EXPORTED: [(&str, &dyn Exporter, &str); 6] = [
    ("docx", &gouji_docx::Docx, ".docx"),
    ("pdf", &gouji_pdf::Pdf, ".pdf"),
    ("html", &gouji_html::Html, ".html"),
    ("markdown", &gouji_markdown::Markdown, ".md"),
    ("csv", &gouji_csv::Csv, ".long.csv"),
    ("json", &gouji_json::Json, ".json"),
];

/// A sample for every reader, in the order of their names.
///
/// # Errors
/// When a fixture is missing, or an exporter fails.
pub fn samples(books: &[RuleBook]) -> Result<Vec<Sample>> {
    let suite = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite");
    let source = suite.join("reports").join(SOURCE).with_extension("txt");
    let read = read_file(books, &source, &Hints::default())?;
    let fixture = |reader, path: &Utf8Path| {
        let bytes = std::fs::read(path).with_context(|| path.to_string())?;
        anyhow::Ok(Sample { reader, name: format!("report.{}", path.extension().unwrap_or_default()), bytes })
    };
    let mut samples = vec![fixture("text", &source)?, fixture("doc", &suite.join("word/plain.doc"))?];
    for reader in written_formats() {
        samples.push(written(&read, reader)?);
    }
    samples.sort_by_key(|sample| sample.reader);
    Ok(samples)
}

/// The readers for which [`written`] has a file.
pub fn written_formats() -> impl Iterator<Item = &'static str> {
    EXPORTED.iter().map(|(reader, ..)| *reader).chain(["odt", "ods", "ofd", "rtf", "xls", "xlsx", "mht"])
}

/// A report as a file for one of [`written_formats`].
///
/// # Errors
/// When the format is none of these, or its exporter fails.
pub fn written(read: &ReadReport<'_>, reader: &str) -> Result<Sample> {
    if let Some(exporter) = EXPORTED.iter().find(|(own, ..)| *own == reader) {
        return exported(read, exporter);
    }
    let printed = || Printed::of(read.book, &read.report);
    let (reader, bytes) = match reader {
        "odt" => ("odt", odt::text(&printed())),
        "ods" => ("ods", odt::sheet(&printed())),
        "ofd" => ("ofd", ofd::pages(&printed())),
        "rtf" => ("rtf", rtf::text(&printed())),
        "xls" => ("xls", sheets::xls(&printed())),
        "xlsx" => ("xlsx", sheets::xlsx(&printed())),
        "mht" => {
            let page = String::from_utf8(written(read, "html")?.bytes)?;
            ("mht", carriers::mht(&[carriers::Part::quoted("text/html", "utf-8", &page)]))
        }
        _ => anyhow::bail!("no reader {reader}"),
    };
    Ok(Sample { reader, name: format!("report.{reader}"), bytes })
}

fn exported(read: &ReadReport<'_>, by: &(&'static str, &dyn Exporter, &str)) -> Result<Sample> {
    let context = Context::default();
    let judgement = judge(read.book, &read.report, &context);
    let found = findings(read.book, &read.report, &context, &judgement);
    let source = Source { file: format!("{SOURCE}.txt"), sha256: String::new(), url: None };
    let judged = Judged {
        book: read.book,
        report: &read.report,
        judgement: &judgement,
        findings: &found,
        other_forms: Vec::new(),
        last_year: None,
        source,
    };
    let publication = Publication {
        kind: Kind::Report,
        book: read.book,
        reports: vec![judged],
        name: "report".to_owned(),
        year: None,
        meta: Meta { lang: Lang::Zh, ..Meta::default() },
    };
    let (reader, exporter, suffix) = *by;
    let artifacts = exporter.export(&publication)?;
    let artifact = artifacts.into_iter().find(|artifact| artifact.suffix == suffix);
    let bytes = artifact.with_context(|| format!("{reader} has no {suffix}"))?.bytes;
    Ok(Sample { reader, name: format!("report{suffix}"), bytes })
}
