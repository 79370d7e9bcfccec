//! Reports as PDF/A-2a and PDF/UA-1, by krilla: for archives and for screen readers.
//!
//! The pages are those of `gouji-pages`, with everything that it says of them: what is drawn is tagged as title,
//! heading, paragraph, list or table, lines and page numbers are artifacts, titles and headings are bookmarks. krilla
//! checks both standards while it writes; what it finds is an error.
mod outline;
mod recording;
mod tree;
mod write;

use gouji_export::{Artifact, ExportError, Exporter, Publication, refuse_controls};
use gouji_model::Message;
use gouji_pages::papers;

use crate::recording::Recording;

/// The exporter of PDF/A.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pdfa;

impl Exporter for Pdfa {
    fn name(&self) -> &'static str {
        "pdfa"
    }

    fn export(&self, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError> {
        refuse_controls(publication)?;
        let papers = papers(publication, self.name())?.into_iter().map(|paper| {
            let mut recording = Recording::default();
            paper.draw(&mut recording)?;
            let bytes = write::write(&recording, &paper, &publication.meta)
                .map_err(|detail| ExportError(Message::new("pages-failed").text("detail", detail)))?;
            Ok(Artifact { suffix: format!("{}.pdfa.pdf", paper.infix), bytes })
        });
        papers.collect()
    }
}
