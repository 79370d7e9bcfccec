//! What an exporter gets and gives, and the text of tables that all of them print.
//!
//! An exporter is a pure function from a [`Publication`] to bytes: no files, no clock, no locale; equal input gives
//! equal bytes.
mod publication;
mod table_text;

pub use publication::{Artifact, Date, ExportError, Exporter, Judged, Kind, Meta, Publication, Source};
pub use table_text::{TableText, TextCell, collapsed_rows, report_tables, shown_value};
