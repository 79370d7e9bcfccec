//! The data file of indicators reads, and every id in it is known to an edition.
use calamine::Reader as _;

use crate::support::{Case, books, open};

#[test]
fn every_indicator_is_written_in_the_current_edition() {
    let books = books();
    let case = Case::read(books, "consistent-2021.txt");
    let mut workbook = open(case.workbook());
    let range = workbook.worksheet_range("指标").unwrap();
    let ids: Vec<String> = range.rows().skip(1).filter_map(|row| row.get(5)).map(ToString::to_string).collect();
    let file = include_str!("../../indicators.toml");
    let defined: Vec<&str> = file
        .split("[[indicator]]")
        .skip(1)
        .filter_map(|part| part.lines().find_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"')))
        .collect();
    assert_eq!(ids.iter().map(String::as_str).filter(|id| !id.is_empty()).collect::<Vec<_>>(), defined);
}
