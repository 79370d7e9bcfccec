//! Many reports in one workbook.
use calamine::{Data, Reader as _};
use gouji_export::Kind;

use crate::support::{Case, REPORTS, books, export, open, publication};

#[test]
fn one_row_a_report_with_stable_column_names() {
    let books = books();
    let cases: Vec<Case<'_>> = REPORTS.iter().map(|file| Case::read(books, file)).collect();
    let latest = crate::support::book(books, "2021");
    let publication = publication(Kind::Batch, latest, cases.iter().map(Case::judged).collect());
    let mut workbook = open(export(&publication));
    let range = workbook.worksheet_range("数据").unwrap();
    assert_eq!(range.height(), cases.len() + 2);
    let heads: Vec<String> = range.rows().nth(1).unwrap().iter().map(ToString::to_string).collect();
    for (case, row) in cases.iter().zip(range.rows().skip(2)) {
        for (spec, cell) in case.book.form.cells.iter().zip(&case.report.cells) {
            let column = heads.iter().position(|head| **head == *spec.id).unwrap();
            if let Some(number) = cell.value() {
                assert_eq!(row[column], Data::Float(number.to_string().parse().unwrap()), "{}", spec.id);
            }
        }
    }
    let findings: usize = cases.iter().map(|case| case.findings.len()).sum();
    assert_eq!(workbook.worksheet_range("问题清单").unwrap().height(), findings + 1);
    assert_eq!(workbook.worksheet_range("单位与规则").unwrap().height(), cases.len() + 3);
    assert_eq!(workbook.worksheet_range("指标排名").unwrap().height(), cases.len() + 2);
}
