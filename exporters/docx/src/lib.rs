//! Reports as editable Word files in the look of GB/T 9704-2012: A4, 小标宋 title, 黑体 and 楷体 headings, 仿宋 text, the
//! statutory tables with their merged cells, header rows repeated on every page.
//!
//! The same input gives the same bytes: nothing in the file comes from a clock, a counter or the machine.
mod block;
mod body;
mod notice;
mod package;
mod report;
mod table;
mod widths;
mod xml;

use gouji_export::{Artifact, ExportError, Exporter, Kind, Publication, refuse_controls};

use crate::block::Block;

/// The exporter of Word files.
#[derive(Clone, Copy, Debug, Default)]
pub struct Docx;

impl Exporter for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn export(&self, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError> {
        refuse_controls(publication)?;
        let blocks: Vec<Block<'_>> = match publication.kind {
            Kind::Report | Kind::Batch => {
                publication.reports.iter().flat_map(|judged| report::blocks(judged, publication.meta.lang)).collect()
            }
            Kind::BlankForm => report::blank(publication),
            Kind::Notice => notice::blocks(publication),
        };
        let bytes = package::pack(&body::document(&blocks), &block::title(&blocks), &publication.meta)?;
        Ok(vec![Artifact { suffix: ".docx".to_owned(), bytes }])
    }
}
