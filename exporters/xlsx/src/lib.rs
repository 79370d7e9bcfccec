//! The workbook (xlsx): statutory tables, live checks, findings, indicators and charts.
//!
//! Every check is a formula that `gouji-edits` makes from the symbolic edit, with our own verdict as its cached
//! result. Equal input gives equal bytes: nothing asks for the time, and no map is iterated in its own order.
mod about_sheet;
mod batch;
mod book;
mod chart_sheet;
mod check_rows;
mod checks_sheet;
mod compare_sheet;
mod fault;
mod finding_row;
mod findings_sheet;
mod form_input;
mod form_places;
mod form_sheet;
mod indicator_sheet;
mod indicators;
mod notes;
mod page;
mod paper;
mod readings_sheet;
mod report_book;
mod style;
mod unjudged_sheet;
mod words;

use gouji_export::{Artifact, Collector, ExportError, Exporter, Kind, Meta, Publication, unsupported};

use crate::batch::Batch;

pub use notes::follow_ups;

/// The exporter `xlsx`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Xlsx;

impl Exporter for Xlsx {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn export(&self, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError> {
        let bytes = match publication.kind {
            Kind::Report => report_book::report(publication)?,
            Kind::BlankForm => report_book::blank_form(publication)?,
            Kind::Batch => batch::batch(publication)?,
            Kind::Notice => return Err(unsupported(self.name(), publication.kind)),
        };
        Ok(workbook(bytes))
    }

    fn collector<'a>(&self, meta: &'a Meta) -> Option<Box<dyn Collector<'a> + 'a>> {
        Some(Box::new(Batch::new(meta)))
    }
}

fn workbook(bytes: Vec<u8>) -> Vec<Artifact> {
    vec![Artifact { suffix: ".xlsx".to_owned(), bytes }]
}
