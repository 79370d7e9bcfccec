//! The JSON of a publication, `gouji/publication/1`: what an exporter of someone else gets on its standard input.
use gouji_model::{Form, LayoutKind, ReportWire, Section, Text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::finding_wire::{FindingWire, SummaryWire};
use crate::{Judged, Kind, Printed, Publication, TableText, report_tables};

/// Name and number of the schema.
pub const PUBLICATION_SCHEMA: &str = "gouji/publication/1";

/// A publication as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PublicationWire {
    /// Always `gouji/publication/1`.
    #[schemars(extend("const" = PUBLICATION_SCHEMA))]
    pub schema: &'static str,
    /// `report`, `blank_form`, `notice` or `batch`.
    #[schemars(extend("enum" = ["report", "blank_form", "notice", "batch"]))]
    pub kind: &'static str,
    /// Name of the batch or unit.
    pub name: String,
    /// Report year of a blank form.
    pub year: Option<i32>,
    /// The edition: of the blank form, of the one report, the latest of a batch.
    pub edition: EditionWire,
    /// The tables of a blank form, laid out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<TableWire>,
    /// The reports.
    pub reports: Vec<JudgedWire>,
    /// Everything else.
    pub meta: MetaWire,
}

/// An edition as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EditionWire {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Sections and their parts, in order.
    pub sections: Vec<HeadingWire>,
}

/// A section of the form as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HeadingWire {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub heading: Text,
}

/// A judged report as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct JudgedWire {
    /// Its file, as it was named.
    pub file: String,
    /// SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
    /// Where it is published.
    pub url: Option<String>,
    /// The report, `gouji/report/1`.
    pub report: ReportWire,
    /// Its tables, laid out.
    pub tables: Vec<TableWire>,
    /// What is wrong.
    pub findings: Vec<FindingWire>,
    /// Counts.
    pub summary: SummaryWire,
    /// Last year's report, where given.
    pub last_year: Option<ReportWire>,
}

/// A laid-out table as JSON; its rectangles cover the grid without overlap, in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TableWire {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Id of its section.
    pub section: String,
    /// Columns of the grid.
    pub columns: u16,
    /// Rows of the grid.
    pub rows: u16,
    /// Header rows at the top that repeat on each page.
    pub header_rows: u16,
    /// The rectangles.
    pub cells: Vec<TableCellWire>,
}

/// A rectangle of a table as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TableCellWire {
    /// Upper row, from 0.
    pub row: u16,
    /// Left column, from 0.
    pub column: u16,
    /// Rows covered.
    pub rowspan: u16,
    /// Columns covered.
    pub colspan: u16,
    /// `caption`, `corner`, `column`, `row` or `value`.
    #[schemars(extend("enum" = ["caption", "corner", "column", "row", "value"]))]
    pub kind: &'static str,
    /// What is printed.
    pub text: String,
    /// Id of the cell or group, of a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// What is known of the publication as a whole, as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MetaWire {
    /// Date to print, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Language of the texts: `zh-CN` or `en`.
    pub lang: &'static str,
    /// The office that signs a notice.
    pub office: Option<String>,
    /// Name and version of the program.
    pub generator: String,
    /// SHA-256 of the texts of the editions, in hexadecimal digits.
    pub rules_sha256: String,
}

impl Kind {
    /// Its id in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::BlankForm => "blank_form",
            Self::Notice => "notice",
            Self::Batch => "batch",
        }
    }
}

impl PublicationWire {
    /// The JSON form of a publication; texts in its language.
    pub fn of(publication: &Publication<'_>) -> Self {
        let Publication { kind, book, reports, name, year, meta } = publication;
        let blank = if *kind == Kind::BlankForm { tables(Printed::blank(&book.form)) } else { Vec::new() };
        Self {
            schema: PUBLICATION_SCHEMA,
            kind: kind.id(),
            name: name.clone(),
            year: *year,
            edition: EditionWire {
                id: book.edition.id.to_string(),
                title: book.edition.title.clone(),
                sections: headings(&book.form),
            },
            tables: blank,
            reports: reports.iter().map(|judged| JudgedWire::of(judged, publication)).collect(),
            meta: MetaWire {
                date: meta.date.map(|date| date.to_string()),
                lang: meta.lang.tag(),
                office: meta.office.clone(),
                generator: meta.generator.clone(),
                rules_sha256: meta.rules_sha256.clone(),
            },
        }
    }
}

fn headings(form: &Form) -> Vec<HeadingWire> {
    let own = |section: &Section| HeadingWire { id: section.id.to_string(), heading: section.name() };
    let all = form.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.parts));
    all.map(own).collect()
}

fn tables(printed: Printed<'_>) -> Vec<TableWire> {
    report_tables(printed).into_iter().map(TableWire::of).collect()
}

impl JudgedWire {
    fn of(judged: &Judged<'_>, publication: &Publication<'_>) -> Self {
        let (form, lang) = (&judged.book.form, publication.meta.lang);
        Self {
            file: judged.source.file.clone(),
            sha256: judged.source.sha256.clone(),
            url: judged.source.url.clone(),
            report: ReportWire::of(judged.report, form, lang),
            tables: tables(judged.printed()),
            findings: judged.findings.iter().map(|finding| FindingWire::of(finding, lang)).collect(),
            summary: SummaryWire::of(judged.book, judged.judgement, judged.findings),
            last_year: judged.last_year.map(|last| ReportWire::of(last.report, last.form, lang)),
        }
    }
}

impl TableWire {
    fn of(text: TableText<'_>) -> Self {
        let cells = text.cells.into_iter().map(|cell| {
            let (kind, id) = match cell.kind {
                LayoutKind::Caption(_) => ("caption", None),
                LayoutKind::Corner(_) => ("corner", None),
                LayoutKind::Column(_) => ("column", None),
                LayoutKind::Row(_) => ("row", None),
                LayoutKind::Value(_) => ("value", Some(cell.id.to_owned())),
            };
            let (row, column, rowspan, colspan) = (cell.row, cell.column, cell.rowspan, cell.colspan);
            TableCellWire { row, column, rowspan, colspan, kind, text: cell.text, id }
        });
        Self {
            id: text.table.id.to_string(),
            name: text.table.name.clone(),
            section: text.table.section.to_string(),
            columns: text.columns,
            rows: text.rows,
            header_rows: text.header_rows,
            cells: cells.collect(),
        }
    }
}
