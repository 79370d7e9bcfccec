//! The sheets 长表: one row for each cell of each report, on as many sheets as that takes.
use gouji_edits::reading_result;
use gouji_export::{ExportError, Publication, shown_value, unit_or_file};
use gouji_model::{Cell, CellState, Form, Report};

use crate::book::Book;
use crate::fault::Explain;
use crate::page::{Page, float};
use crate::style::Look;

const HEADS: [(&str, f64); 5] = [
    ("workbook-head-unit", 26.0),
    ("workbook-head-year", 7.0),
    ("workbook-head-id", 52.0),
    ("workbook-head-value", 12.0),
    ("workbook-head-text", 18.0),
];

/// Writes the sheets; each has `limit` rows at most, at least 2, its headings among them.
pub(crate) fn write(
    publication: &Publication<'_>,
    limit: usize,
    look: &Look,
    book: &mut Book,
) -> Result<(), ExportError> {
    let mut number = 1;
    let (mut page, mut row) = (open(number, look)?, 1);
    for judged in &publication.reports {
        let (unit, year) = (unit_or_file(judged), judged.report.year);
        for (id, cell) in cells(&judged.book.form, judged.report) {
            if row as usize == limit {
                number += 1;
                book.push(closed(std::mem::replace(&mut page, open(number, look)?), row)?);
                row = 1;
            }
            page.bare_text(row, 0, unit)?;
            if let Some(year) = year {
                page.sheet.write_number(row, 1, f64::from(year)).explain()?;
            }
            page.bare_text(row, 2, id)?;
            value(&mut page, row, cell)?;
            row += 1;
        }
    }
    book.push(closed(page, row)?);
    Ok(())
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
            page.sheet.write_number(row, 3, float(number)).explain()?;
            Ok(())
        }
        CellState::Unreadable => page.bare_text(row, 4, &shown_value(cell)),
        _ => page.bare_text(row, 4, &reading_result(cell)),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx};
    use gouji_edits::{Context, Judgement, RuleBook, judge};
    use gouji_export::{Judged, Kind, Meta, Source};
    use gouji_model::Lang;
    use gouji_rules::Folder;

    use super::*;

    fn rule_book() -> RuleBook {
        let folders = gouji_editions::EDITIONS.iter().map(|own| Folder::new(own.id, own.files.iter().copied()));
        gouji_rules::load(&folders.collect::<Vec<_>>(), &[]).unwrap().remove(0)
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
        let reports = reports.iter().map(|(report, judgement)| Judged {
            book,
            report,
            judgement,
            findings: &[],
            last_year: None,
            source: Source { file: "样本.txt".to_owned(), ..Source::default() },
        });
        let publication = Publication {
            kind: Kind::Batch,
            book,
            reports: reports.collect(),
            name: "样本".to_owned(),
            year: None,
            meta: Meta::default(),
        };
        let mut workbook = Book::new("样本", &publication.meta).unwrap();
        write(&publication, limit, &Look::new(Lang::Zh), &mut workbook).unwrap();
        let mut opened: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(workbook.bytes().unwrap())).unwrap();
        let names = opened.sheet_names();
        for (name, number) in names.iter().zip(1..) {
            let expected = if number == 1 { "长表".to_owned() } else { format!("长表{number}") };
            assert_eq!(*name, expected);
        }
        let mut rows = |name: &String| {
            let range = opened.worksheet_range(name).unwrap();
            assert!(range.height() <= limit && range.rows().next().unwrap()[2] == Data::String("编号".to_owned()));
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
        let values: Vec<_> = whole[0].iter().map(|row| row[3].clone()).collect();
        let numbers: Vec<_> = (0..u32::try_from(3 * cells).unwrap()).map(|number| Data::Float(number.into())).collect();
        assert_eq!(values, numbers);
    }
}
