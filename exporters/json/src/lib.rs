//! Reports as JSON, `gouji/report/1`: everything that was read, to be read again.
mod batch;

use gouji_export::{Artifact, Collector, ExportError, Exporter, Kind, Meta, Publication, unsupported};
use gouji_model::{Cell, CellState, Message, Report, ReportWire};
use serde::Serialize;

use crate::batch::Batch;

/// The exporter of JSON: one report as an object, several as an array of them, a blank form as a report of blanks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json;

impl Exporter for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn export(&self, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError> {
        let json = match (publication.kind, wires(publication).as_slice()) {
            (Kind::Notice, _) => return Err(unsupported(self.name(), publication.kind)),
            (Kind::BlankForm, _) => document(&blank(publication)),
            (Kind::Report, [wire]) => document(wire),
            (Kind::Report | Kind::Batch, wires) => document(wires),
        };
        Ok(artifact(json?))
    }

    fn collector<'a>(&self, meta: &'a Meta) -> Option<Box<dyn Collector<'a> + 'a>> {
        Some(Box::new(Batch::new(meta)))
    }
}

fn artifact(bytes: Vec<u8>) -> Vec<Artifact> {
    vec![Artifact { suffix: ".json".to_owned(), bytes }]
}

fn wires(publication: &Publication<'_>) -> Vec<ReportWire> {
    let lang = publication.meta.lang;
    publication.reports.iter().map(|judged| ReportWire::of(judged.report, &judged.book.form, lang)).collect()
}

fn blank(publication: &Publication<'_>) -> ReportWire {
    let form = &publication.book.form;
    let mut report = Report::empty(form);
    report.year = publication.year;
    report.unit.name = (!publication.name.is_empty()).then(|| publication.name.as_str().into());
    report.cells.fill(Cell::of(CellState::Blank));
    ReportWire::of(&report, form, publication.meta.lang)
}

fn document<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, ExportError> {
    let mut bytes = bytes(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn bytes<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, ExportError> {
    serde_json::to_vec_pretty(value).map_err(|error| {
        let message = Message::new("export-json-failed").text("detail", error.to_string());
        ExportError(message)
    })
}
