//! Reports as PDF, by genpdf.
//!
//! Of genpdf its rendering layer (`genpdf::render`) is used: its own elements know no Chinese line breaking and no
//! merged cells, so pages come laid out from `gouji-pages`. What genpdf asks to be done otherwise is in two places:
//! `carrier` gives it all glyphs in one small font, `finish` makes what it wrote fit for keeping.
mod carrier;
mod finish;
mod outline;
mod recording;
mod render;
mod sfnt;

use gouji_export::{Artifact, ExportError, Exporter, Publication, refuse_controls};
use gouji_model::Message;
use gouji_pages::papers;

use crate::recording::Recording;

/// The exporter of PDF.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pdf;

impl Exporter for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn export(&self, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError> {
        refuse_controls(publication)?;
        let papers = papers(publication, self.name())?.into_iter().map(|paper| {
            let mut recording = Recording::default();
            paper.draw(&mut recording)?;
            let rendered = render::render(&recording).map_err(failed)?;
            let bytes = finish::finish(&rendered, &recording, &paper, &publication.meta).map_err(failed)?;
            Ok(Artifact { suffix: format!("{}.pdf", paper.infix), bytes })
        });
        papers.collect()
    }
}

fn failed(error: impl std::fmt::Display) -> ExportError {
    ExportError(Message::new("pages-failed").text("detail", error.to_string()))
}
