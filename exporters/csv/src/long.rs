//! One row a cell.
use csv::Writer;
use gouji_export::{ExportError, Judged, Publication};
use gouji_model::{Cell, Text};

use crate::file::{begin, end, failed, state, text, value};

/// Its columns with the keys of their descriptions.
pub(crate) const COLUMNS: [(&str, &str); 12] = [
    ("unit", "export-csv-unit"),
    ("year", "export-csv-year"),
    ("edition", "export-csv-edition"),
    ("table", "export-csv-table"),
    ("id", "export-csv-id"),
    ("table_label", "export-csv-table-label"),
    ("row_label", "export-csv-row-label"),
    ("column_label", "export-csv-column-label"),
    ("state", "export-csv-state"),
    ("value", "export-csv-value"),
    ("raw", "export-csv-raw"),
    ("file", "export-csv-file"),
];

/// The file: the cells of every report in the order of its form, then what it has beside them.
pub(crate) fn write(publication: &Publication<'_>) -> Result<Vec<u8>, ExportError> {
    let mut writer = begin();
    writer.write_record(COLUMNS.map(|(name, _)| name)).map_err(|error| failed(&error))?;
    for judged in &publication.reports {
        report(judged, &mut writer)?;
    }
    end(writer)
}

fn report(judged: &Judged<'_>, writer: &mut Writer<Vec<u8>>) -> Result<(), ExportError> {
    let rows = Rows::of(judged);
    let form = &judged.book.form;
    for (spec, cell) in form.cells.iter().zip(&judged.report.cells) {
        let labels = [&form.tables[spec.table].name, &spec.axis_names.row, &spec.axis_names.column];
        rows.write(&spec.id, labels.map(zh), cell, writer)?;
    }
    for (id, cell) in &judged.report.extra {
        let labels = match form.slot(id) {
            Some(slot) => {
                let axes = form.slot_axis_names(slot);
                [&form.slot_table(slot).name, &axes.row, &axes.column].map(zh)
            }
            None => [""; 3],
        };
        rows.write(id, labels, cell, writer)?;
    }
    Ok(())
}

fn zh(text: &Text) -> &str {
    &text.zh
}

/// What all rows of a report begin and end with.
struct Rows<'a> {
    unit: std::borrow::Cow<'a, str>,
    year: String,
    edition: &'a str,
    file: std::borrow::Cow<'a, str>,
}

impl<'a> Rows<'a> {
    fn of(judged: &'a Judged<'_>) -> Self {
        let report = judged.report;
        Self {
            unit: text(report.unit.name.as_deref().unwrap_or_default()),
            year: report.year.map(|year| year.to_string()).unwrap_or_default(),
            edition: &report.edition,
            file: text(&judged.source.file),
        }
    }

    fn write(
        &self,
        id: &str,
        [table_label, row_label, column_label]: [&str; 3],
        cell: &Cell,
        writer: &mut Writer<Vec<u8>>,
    ) -> Result<(), ExportError> {
        let table = id.split_once('.').map_or(id, |(table, _)| table);
        // What a report has beside its form may have any id.
        let (id, table) = (text(id), text(table));
        let (value, raw) = (value(cell), text(cell.raw.as_deref().unwrap_or_default()));
        let record: [&str; COLUMNS.len()] = [
            &self.unit,
            &self.year,
            self.edition,
            &table,
            &id,
            table_label,
            row_label,
            column_label,
            state(cell),
            &value,
            &raw,
            &self.file,
        ];
        writer.write_record(record).map_err(|error| failed(&error))
    }
}
