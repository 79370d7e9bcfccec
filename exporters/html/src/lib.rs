//! Reports as one self-contained HTML file: no script, nothing loaded, readable by screen readers, printed on A4.
//!
//! What the report does not say itself (its file, its findings) stands between its title and its first section, so
//! that the text is read back as the report; numbers of findings in cells are drawn by the style sheet and are no text.
mod digest;
mod escape;
mod findings;
mod page;
mod report;
mod table;

use gouji_export::{Artifact, ExportError, Exporter, Kind, Publication, refuse_controls, unsupported};

pub use crate::digest::HtmlDigest;
use crate::page::Page;

/// The exporter of HTML.
#[derive(Clone, Copy, Debug, Default)]
pub struct Html;

impl Exporter for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn export(&self, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError> {
        refuse_controls(publication)?;
        let mut page = Page::new(publication.meta.lang);
        match publication.kind {
            Kind::Report | Kind::BlankForm => page.single(publication),
            Kind::Batch => page.batch(publication),
            Kind::Notice => return Err(unsupported(self.name(), publication.kind)),
        }
        Ok(vec![Artifact { suffix: ".html".to_owned(), bytes: page.out.into_bytes() }])
    }
}
