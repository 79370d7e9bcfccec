//! The same description in the words of the W3C,
//! [Metadata Vocabulary for Tabular Data](https://www.w3.org/TR/tabular-metadata/).
use std::fmt::Write;

use schemars::JsonSchema;
use serde::Serialize;

use crate::descriptor::{Field, Package, Resource, STATES};

const CONTEXT: &str = "http://www.w3.org/ns/csvw";

/// Metadata of a group of tables.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Metadata<'a> {
    /// The vocabulary, and the language of titles and descriptions.
    #[serde(rename = "@context")]
    context: (&'static str, Language),
    /// Name of the batch, or of the file that was exported.
    #[serde(rename = "dc:title")]
    title: &'a str,
    /// How the files are written.
    dialect: Dialect,
    /// One row a cell, one row a report.
    tables: Vec<Table<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Language {
    /// Language tag.
    #[serde(rename = "@language")]
    language: &'static str,
}

#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    /// Always `utf-8`.
    encoding: &'static str,
    /// The first row holds the names of columns.
    header: bool,
    /// Always carriage return and line feed.
    line_terminators: &'static str,
}

#[derive(JsonSchema, Serialize)]
struct Table<'a> {
    /// The file beside this one, as a reference.
    url: String,
    /// What one row is.
    #[serde(rename = "dc:title")]
    title: &'a str,
    /// The columns.
    #[serde(rename = "tableSchema")]
    schema: TableSchema<'a>,
}

#[derive(JsonSchema, Serialize)]
struct TableSchema<'a> {
    /// The columns, in order.
    columns: Vec<Column<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Column<'a> {
    /// Its name in the first row.
    titles: &'a str,
    /// What stands in it.
    #[serde(rename = "dc:description")]
    description: &'a str,
    /// What its values are.
    datatype: Datatype,
}

#[derive(JsonSchema, Serialize)]
struct Datatype {
    /// `string`, `integer` or `decimal`.
    base: &'static str,
    /// What every value matches, where the values are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<String>,
}

impl<'a> Metadata<'a> {
    /// The metadata that say the same as a Data Package.
    pub(crate) fn of(package: &'a Package, language: &'static str) -> Self {
        Self {
            context: (CONTEXT, Language { language }),
            title: &package.title,
            dialect: Dialect { encoding: "utf-8", header: true, line_terminators: "\r\n" },
            tables: package.resources.iter().map(Table::of).collect(),
        }
    }
}

impl<'a> Table<'a> {
    fn of(resource: &'a Resource) -> Self {
        Self {
            url: reference(&resource.path),
            title: &resource.title,
            schema: TableSchema { columns: resource.schema.fields.iter().map(Column::of).collect() },
        }
    }
}

impl<'a> Column<'a> {
    fn of(field: &'a Field) -> Self {
        let base = if field.r#type == "number" { "decimal" } else { field.r#type };
        let format = field.constraints.as_ref().map(|_| STATES.join("|"));
        Self { titles: &field.name, description: &field.title, datatype: Datatype { base, format } }
    }
}

/// The name of a file as a relative reference (RFC 3987).
fn reference(name: &str) -> String {
    let mut reference = String::new();
    for character in name.chars() {
        if character.is_ascii() && !character.is_ascii_alphanumeric() && !"-._~".contains(character) {
            // Writing to a string does not fail.
            let _ = write!(reference, "%{:02X}", u32::from(character));
        } else {
            reference.push(character);
        }
    }
    reference
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn names_become_references() {
        assert_eq!(reference("全县 2023#1.long.csv"), "全县%202023%231.long.csv");
    }
}
