//! The descriptor of both files, a [Data Package](https://datapackage.org/standard/data-package/) of version 2.
use gouji_export::{ExportError, Publication};
use gouji_model::{Arg, CellSpec, Lang, Message, render};
use schemars::JsonSchema;
use serde::Serialize;

use crate::file::failed;
use crate::wide::{Column, STATE};
use crate::{long, wide};

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
pub(crate) const STATES: [&str; 5] = ["number", "blank", "dash", "unreadable", "missing"];

#[derive(JsonSchema, Serialize)]
pub(crate) struct Package {
    /// The profile of Data Package 2.0.
    #[serde(rename = "$schema")]
    #[schemars(extend("const" = PROFILE))]
    schema: &'static str,
    /// Always `gouji-reports`.
    name: String,
    /// Name of the batch, or of the file that was exported.
    pub(crate) title: String,
    /// The date of publication, where given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date-time"))]
    created: Option<String>,
    /// `long` with one row a cell, `wide` with one row a report.
    pub(crate) resources: [Resource; 2],
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Resource {
    /// `long` or `wide`.
    #[schemars(extend("enum" = ["long", "wide"]))]
    name: &'static str,
    /// Always `table`.
    #[schemars(extend("const" = "table"))]
    pub(crate) r#type: &'static str,
    /// What one row is.
    pub(crate) title: String,
    /// Name of the file beside the descriptor.
    pub(crate) path: String,
    /// Always `csv`.
    #[schemars(extend("const" = "csv"))]
    format: &'static str,
    /// Always `text/csv`.
    #[schemars(extend("const" = "text/csv"))]
    mediatype: &'static str,
    /// Always `utf-8`; the file begins with a byte-order mark.
    #[schemars(extend("const" = "utf-8"))]
    encoding: &'static str,
    /// The columns.
    pub(crate) schema: Schema,
}

#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Schema {
    /// The columns, in order.
    pub(crate) fields: Vec<Field>,
    /// What stands where there is no value: nothing.
    missing_values: [&'static str; 1],
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Field {
    /// Its name in the first row.
    pub(crate) name: String,
    /// `string`, `integer` or `number`.
    #[schemars(extend("enum" = ["string", "integer", "number"]))]
    pub(crate) r#type: &'static str,
    /// What stands in it.
    pub(crate) title: String,
    /// The values that it may have, where they are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) constraints: Option<Constraints>,
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Constraints {
    /// The states of a cell.
    r#enum: [&'static str; STATES.len()],
}

/// What there is to say of the files of a publication.
pub(crate) fn package(publication: &Publication<'_>, columns: &[Column<'_>]) -> Package {
    let lang = publication.meta.lang;
    let name = &publication.name;
    let resource = |which: &'static str, key: &'static str, fields| Resource {
        name: which,
        r#type: "table",
        title: render(&Message::new(key), lang),
        path: format!("{name}.{which}.csv"),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        schema: Schema { fields, missing_values: [""] },
    };
    Package {
        schema: PROFILE,
        name: "gouji-reports".to_owned(),
        title: name.clone(),
        created: publication.meta.date.map(|date| format!("{date}T00:00:00Z")),
        resources: [
            resource("long", "export-csv-long-title", long_fields(lang)),
            resource("wide", "export-csv-wide-title", wide_fields(columns, lang)),
        ],
    }
}

/// A description as a file.
pub(crate) fn write(description: &impl Serialize) -> Result<Vec<u8>, ExportError> {
    let mut bytes = serde_json::to_vec_pretty(description).map_err(|error| failed(&error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn long_fields(lang: Lang) -> Vec<Field> {
    long::COLUMNS.iter().map(|(name, key)| field(name, key, lang)).collect()
}

fn wide_fields(columns: &[Column<'_>], lang: Lang) -> Vec<Field> {
    let leading = wide::LEADING.iter().map(|(name, key)| field(name, key, lang));
    let values = columns.iter().map(|column| Field {
        name: column.name(),
        r#type: "number",
        title: render(&title(column), lang),
        constraints: None,
    });
    let states = columns.iter().map(|column| Field {
        name: format!("{}{STATE}", column.name()),
        r#type: "string",
        title: render(&Message::new("export-csv-cell-state").with("cell", name(column)), lang),
        constraints: Some(Constraints { r#enum: STATES }),
    });
    leading.chain(values).chain(states).collect()
}

fn field(name: &str, key: &'static str, lang: Lang) -> Field {
    let (r#type, constraints) = match name {
        "year" => ("integer", None),
        "value" => ("number", None),
        "state" => ("string", Some(Constraints { r#enum: STATES })),
        _ => ("string", None),
    };
    Field { name: name.to_owned(), r#type, title: render(&Message::new(key), lang), constraints }
}

fn title(column: &Column<'_>) -> Message {
    match spec(column).and_then(|spec| spec.unit.as_deref()) {
        Some(unit) => Message::new("export-csv-cell-unit").with("cell", name(column)).text("unit", unit),
        None => Message::new("export-csv-cell").with("cell", name(column)),
    }
}

fn spec<'a>(column: &Column<'a>) -> Option<&'a CellSpec> {
    column.book.form.cell_index(column.id).map(|index| column.book.form.cell(index))
}

/// The name of the cell, or its id where no edition at hand has it.
fn name(column: &Column<'_>) -> Arg {
    match column.book.form.slot(column.id) {
        Some(slot) => Arg::Label(column.book.form.slot_name(slot).clone()),
        None => Arg::Text(column.id.to_owned()),
    }
}
