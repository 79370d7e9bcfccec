//! Reports as CSV for spreadsheets and statistics: one row a cell (`.long.csv`), one row a report (`.wide.csv`), and a
//! Data Package descriptor of both (`.datapackage.json`), generated from the form, with the same for CSV on the Web
//! (`.csv-metadata.json`).
//!
//! The files are UTF-8 with a byte-order mark, so that Excel opens them as such. A number is written only where the
//! report has one; the state says what else stands there. Blank is not 0.
mod csvw;
mod descriptor;
mod file;
mod long;
mod wide;

use gouji_export::{Artifact, ExportError, Exporter, Kind, Publication, refuse_controls, unsupported};

use crate::csvw::Metadata;
use crate::descriptor::Package;

/// The JSON Schema of the Data Package.
pub fn descriptor_schema(generator: schemars::SchemaGenerator) -> schemars::Schema {
    generator.into_root_schema_for::<Package>()
}

/// The JSON Schema of the metadata for CSV on the Web.
pub fn metadata_schema(generator: schemars::SchemaGenerator) -> schemars::Schema {
    generator.into_root_schema_for::<Metadata<'_>>()
}

/// The exporter of CSV.
#[derive(Clone, Copy, Debug, Default)]
pub struct Csv;

impl Exporter for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn export(&self, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError> {
        if !matches!(publication.kind, Kind::Report | Kind::Batch) {
            return Err(unsupported(self.name(), publication.kind));
        }
        refuse_controls(publication)?;
        let columns = wide::columns(publication);
        let package = descriptor::package(publication, &columns);
        let artifact = |suffix: &str, bytes| Artifact { suffix: suffix.to_owned(), bytes };
        Ok(vec![
            artifact(".long.csv", long::write(publication)?),
            artifact(".wide.csv", wide::write(publication, &columns)?),
            artifact(".datapackage.json", descriptor::write(&package)?),
            artifact(".csv-metadata.json", descriptor::write(&Metadata::of(&package, publication.meta.lang.tag()))?),
        ])
    }
}
