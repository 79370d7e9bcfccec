//! The columns 状态, 说明, 核对人 and 日期 of an earlier workbook, read back.
use std::collections::BTreeMap;

use gouji_export::{ExportError, FollowUp, Status};
use gouji_model::{Lang, Message, SheetCells};

use crate::findings_sheet::{COLUMNS, Column, status_key};
use crate::words::Words;

/// A row of a sheet: texts by column.
type Row = BTreeMap<u32, String>;

/// What people noted in the sheet 问题清单 of a workbook, in either language; rows that nobody touched are left out.
///
/// # Errors
/// [`ExportError`] when none of the sheets is such a list, or a status is none of the four.
pub fn follow_ups(sheets: &[SheetCells]) -> Result<Vec<FollowUp>, ExportError> {
    let names = [Lang::Zh, Lang::En].map(|lang| Words { lang }.say("workbook-sheet-findings"));
    for sheet in sheets.iter().filter(|sheet| names.contains(&sheet.name)) {
        let mut rows = sheet.rows.iter();
        let heads = rows.next().map(|(_, row)| heads(row)).unwrap_or_default();
        if heads.iter().any(|(_, column)| *column == Column::Id) {
            let notes = rows.map(|(number, row)| follow_up(&heads, *number, row));
            let notes = notes.collect::<Result<Vec<_>, _>>()?;
            return Ok(notes.into_iter().filter(|note| !note.is_untouched() && !note.finding.is_empty()).collect());
        }
    }
    Err(ExportError(Message::new("workbook-notes-none")))
}

/// The columns that the headings name, in either language.
fn heads(row: &Row) -> Vec<(u32, Column)> {
    let named = |text: &str| {
        let is_named =
            |key: &'static str| [Lang::Zh, Lang::En].iter().any(|lang| Words { lang: *lang }.say(key) == text);
        COLUMNS.iter().find(|(_, key, _)| is_named(key)).map(|(column, ..)| *column)
    };
    row.iter().filter_map(|(column, text)| Some((*column, named(text)?))).collect()
}

fn follow_up(heads: &[(u32, Column)], number: u32, row: &Row) -> Result<FollowUp, ExportError> {
    let text = |wanted: Column| {
        let place = heads.iter().find(|(_, column)| *column == wanted);
        place.and_then(|(column, _)| row.get(column)).cloned().unwrap_or_default()
    };
    let word = text(Column::Status);
    let status = if word.is_empty() { Some(Status::Open) } else { status_of(&word) };
    let unknown =
        || Message::new("workbook-notes-status").count("row", number as usize + 1).text("word", word.as_str());
    Ok(FollowUp {
        unit: text(Column::Unit),
        year: text(Column::Year).parse().ok(),
        finding: text(Column::Id),
        values: text(Column::Values),
        status: status.ok_or_else(|| ExportError(unknown()))?,
        remark: text(Column::Remark),
        checker: text(Column::Checker),
        date: text(Column::Date),
    })
}

fn status_of(word: &str) -> Option<Status> {
    let is_word = |status: &Status| {
        [Lang::Zh, Lang::En].iter().any(|lang| Words { lang: *lang }.say(status_key(*status)) == word)
    };
    Status::ALL.into_iter().find(is_word)
}
