//! The sheets 长表: one row for each cell of each report, on as many sheets as that takes.
use gouji_edits::reading_result;
use gouji_export::{ExportError, shown_value};
use gouji_model::{Cell, CellState, Form, Report, Slot, Text};

use crate::batch::Gathered;
use crate::fault::Explain;
use crate::page::{Page, float};
use crate::style::Look;

const HEADS: [(&str, f64); 8] = [
    ("workbook-head-unit", 26.0),
    ("workbook-head-year", 7.0),
    ("workbook-head-table", 26.0),
    ("workbook-head-row", 30.0),
    ("workbook-head-column", 22.0),
    ("workbook-head-value", 12.0),
    ("workbook-head-text", 18.0),
    ("workbook-head-id", 52.0),
];
/// The columns of numbers, texts and ids.
const VALUE: u16 = 5;
const TEXT: u16 = 6;
const ID: u16 = 7;

/// Writes the sheets; each has `limit` rows at most, at least 2, its headings among them.
pub(crate) fn write(gathered: Gathered<'_>, limit: usize, pages: &mut Vec<Page>) -> Result<(), ExportError> {
    let look = gathered.look;
    let mut number = 1;
    let (mut page, mut row) = (open(number, look)?, 1);
    for own in gathered.rows {
        let report = own.report();
        for (id, cell) in cells(&own.book.form, &report) {
            if row as usize == limit {
                number += 1;
                pages.push(closed(std::mem::replace(&mut page, open(number, look)?), row)?);
                row = 1;
            }
            page.bare_text(row, 0, &own.unit)?;
            if let Some(year) = own.year {
                page.sheet.write_number(row, 1, f64::from(year)).explain()?;
            }
            labels(&mut page, row, own.book.form.slot(id).map(|slot| names(&own.book.form, slot)), look)?;
            page.bare_text(row, ID, id)?;
            value(&mut page, row, cell)?;
            row += 1;
        }
    }
    pages.push(closed(page, row)?);
    Ok(())
}

/// The names of a value's table, row and column.
fn names(form: &Form, slot: Slot) -> [&Text; 3] {
    let axes = form.slot_axis_names(slot);
    [&form.slot_table(slot).name, &axes.row, &axes.column]
}

/// What has no place in the form has no labels.
fn labels(page: &mut Page, row: u32, names: Option<[&Text; 3]>, look: &Look) -> Result<(), ExportError> {
    let texts = names.into_iter().flatten().map(|name| look.words.text(name));
    (2..).zip(texts).try_for_each(|(column, text)| page.bare_text(row, column, text))
}

fn open(number: usize, look: &Look) -> Result<Page, ExportError> {
    let name = look.words.say("workbook-sheet-long");
    let mut page = Page::new(if number == 1 { name } else { format!("{name}{number}") })?;
    page.widths(&HEADS.map(|(_, width)| width))?;
    page.heads(0, &HEADS.map(|(key, _)| look.words.say(key)), &look.styles.head)?;
    page.sheet.set_freeze_panes(1, 0).explain()?;
    page.print_across();
    page.sheet.set_portrait();
    page.sheet.set_repeat_rows(0, 0).explain()?;
    Ok(page)
}

fn closed(mut page: Page, rows: u32) -> Result<Page, ExportError> {
    page.sheet.autofilter(0, 0, rows - 1, u16::try_from(HEADS.len() - 1).unwrap_or_default()).explain()?;
    Ok(page)
}

/// The cells of a report, then what has no place in its form.
fn cells<'a>(form: &'a Form, report: &'a Report) -> impl Iterator<Item = (&'a str, &'a Cell)> {
    let own = form.cells.iter().map(|spec| &*spec.id).zip(&report.cells);
    own.chain(report.extra.iter().map(|(id, cell)| (&**id, cell)))
}

/// A number as a number; what is none, in words.
fn value(page: &mut Page, row: u32, cell: &Cell) -> Result<(), ExportError> {
    match cell.state {
        CellState::Number(number) => {
            page.sheet.write_number(row, VALUE, float(number)).explain()?;
            Ok(())
        }
        CellState::Unreadable => page.bare_text(row, TEXT, &shown_value(cell)),
        _ => page.bare_text(row, TEXT, &reading_result(cell)),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx};
    use gouji_edits::{Context, Judgement, RuleBook, judge};
    use gouji_export::{Judged, Meta, Source};
    use gouji_model::Lang;
    use gouji_rules::Folder;

    use super::*;
    use crate::batch::Row;
    use crate::book::Book;

    fn rule_book() -> RuleBook {
        let folders = gouji_editions::EDITIONS.iter().map(|own| Folder::new(own.id, own.files.iter().copied()));
        gouji_rules::load(&folders.collect::<Vec<_>>(), &[]).unwrap().remove(0)
    }

    fn row<'a>(book: &'a RuleBook, report: &Report, judgement: &Judgement, look: &Look) -> Row<'a> {
        let source = Source { file: "样本.txt".to_owned(), ..Source::default() };
        let judged =
            Judged { book, report, judgement, findings: &[], last_year: None, other_forms: Vec::new(), source };
        Row::of(book, &judged, &[], look)
    }

    /// The sheets of three reports whose cells are numbered through, headings left out.
    fn sheets(book: &RuleBook, limit: usize) -> Vec<Vec<Vec<Data>>> {
        let mut next = 0;
        let numbered = |_| {
            let mut report = Report::empty(&book.form);
            report.year = Some(2020);
            for cell in &mut report.cells {
                *cell = Cell::number(next);
                next += 1;
            }
            let judgement = judge(book, &report, &Context::default());
            (report, judgement)
        };
        let reports: Vec<(Report, Judgement)> = (0..3).map(numbered).collect();
        let look = Look::new(Lang::Zh);
        let rows: Vec<Row<'_>> =
            reports.iter().map(|(report, judgement)| row(book, report, judgement, &look)).collect();
        let mut workbook = Book::new("样本", &Meta::default()).unwrap();
        let mut pages = Vec::new();
        write(Gathered { book, rows: &rows, look: &look }, limit, &mut pages).unwrap();
        for page in pages {
            workbook.push(page);
        }
        let mut opened: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(workbook.bytes().unwrap())).unwrap();
        let names = opened.sheet_names();
        for (name, number) in names.iter().zip(1..) {
            let expected = if number == 1 { "长表".to_owned() } else { format!("长表{number}") };
            assert_eq!(*name, expected);
        }
        let mut rows = |name: &String| {
            let range = opened.worksheet_range(name).unwrap();
            assert!(range.height() <= limit && range.rows().next().unwrap()[7] == Data::String("编号".to_owned()));
            range.rows().skip(1).map(<[Data]>::to_vec).collect()
        };
        names.iter().map(&mut rows).collect()
    }

    #[test]
    fn a_table_that_no_sheet_holds_goes_on_on_the_next() {
        let book = rule_book();
        let cells = book.form.cells.len();
        let whole = sheets(&book, 1_048_576);
        assert_eq!(whole.len(), 1);
        assert_eq!(whole[0].len(), 3 * cells);
        for (limit, expected) in [(3 * cells + 1, 1), (3 * cells, 2), (cells + 1, 3), (cells, 4)] {
            let parts = sheets(&book, limit);
            assert_eq!(parts.len(), expected, "{limit}");
            let (last, full) = parts.split_last().unwrap();
            assert!(full.iter().all(|rows| rows.len() == limit - 1) && !last.is_empty(), "{limit}");
            assert_eq!(parts.concat(), whole[0], "{limit}");
        }
        let spec = &book.form.cells[0];
        let labels = [&book.form.tables[spec.table].name, &spec.axis_names.row, &spec.axis_names.column];
        let labels = labels.map(|label| Data::String(label.zh.to_string()));
        assert_eq!(whole[0][0][2..5], labels);
        let values: Vec<_> = whole[0].iter().map(|row| row[5].clone()).collect();
        let numbers: Vec<_> = (0..u32::try_from(3 * cells).unwrap()).map(|number| Data::Float(number.into())).collect();
        assert_eq!(values, numbers);
    }
}
