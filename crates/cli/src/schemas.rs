//! The schemas of everything that gouji writes as JSON, and of what OCR programs answer, from the types themselves.
use gouji_edits::{RULES_SCHEMA, RulesWire};
use gouji_export::PublicationWire;
use gouji_model::ReportWire;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::command::{DiffWire, PROOF_SCHEMA, ProofsWire};
use crate::compare::CompareWire;
use crate::mending::RepairWire;
use crate::sink::{CheckLineWire, CheckWire};

/// What `read --format json` and the exporter `json` write and `read` takes: one report, or several.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, clippy::large_enum_variant, reason = "it only says what is written")]
enum ReportFile {
    /// One report as an object.
    One(ReportWire),
    /// Several as an array.
    Several(Vec<ReportWire>),
}

/// Every schema (JSON Schema, draft 2020-12) with the name of what it describes.
pub fn schemas() -> Vec<(&'static str, Schema)> {
    let written = || SchemaSettings::draft2020_12().for_serialize().into_generator();
    let read = || -> SchemaGenerator { SchemaSettings::draft2020_12().into_generator() };
    vec![
        ("report-1", titled(read().into_root_schema_for::<ReportFile>(), "gouji/report/1")),
        ("check-1", titled(written().into_root_schema_for::<CheckWire>(), "gouji/check/1")),
        ("check-line-1", titled(written().into_root_schema_for::<CheckLineWire>(), "a line of check --format jsonl")),
        ("repair-1", titled(written().into_root_schema_for::<RepairWire>(), "gouji/repair/1")),
        ("compare-1", titled(written().into_root_schema_for::<CompareWire>(), "gouji/compare/1")),
        ("rules-diff-1", titled(written().into_root_schema_for::<DiffWire>(), "gouji/rules-diff/1")),
        ("publication-1", titled(written().into_root_schema_for::<PublicationWire>(), "gouji/publication/1")),
        ("rules-1", titled(written().into_root_schema_for::<RulesWire>(), RULES_SCHEMA)),
        ("proof-1", titled(written().into_root_schema_for::<ProofsWire>(), PROOF_SCHEMA)),
        ("ocr-1", titled(read().into_root_schema_for::<gouji_read::Seen>(), gouji_read::SEEN_SCHEMA)),
        ("datapackage-1", titled(gouji_csv::descriptor_schema(written()), "datapackage.json of gouji")),
        ("csv-metadata-1", titled(gouji_csv::metadata_schema(written()), "csv-metadata.json of gouji")),
    ]
}

/// With the name that documents of the schema give.
fn titled(mut schema: Schema, title: &str) -> Schema {
    schema.insert("title".to_owned(), title.into());
    schema
}
