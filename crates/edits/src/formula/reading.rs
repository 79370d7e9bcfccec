//! How a sheet reads what is typed into a cell, as a formula: the reader's own rules, as far as formulas go.
//!
//! Formulas of edits stand over such readings and never over typed cells: one place decides what is a number, a blank,
//! a dash or neither, and every constraint stays short enough to be read.
use gouji_model::{Cell, CellState};

/// What stands in a value cell of the sheet whose place was not found in the document.
pub const MISSING_TEXT: &str = "〔未找到〕";
/// The reading of a text that is no number.
pub(crate) const UNREADABLE_TEXT: &str = "〔无法读取〕";
/// The reading of every dash.
pub(crate) const DASH_TEXT: &str = "/";
/// Begins every reading that is neither number nor blank nor dash.
pub(crate) const DOUBT_START: &str = "〔";

/// Texts that are dashes, beside any run of `/`, `-` and `—`; full-width signs are made narrow before.
const DASHES: &str = r#"{"无","\","–","―","─","−","＼"}"#;

/// The reading of a typed cell: its number (also one stored as text), nothing, `/`, or a text in 〔〕.
///
/// Texts that people understand and a formula does not (`12件`, `1,234`) read as no number: what needs them is then not
/// judged, which is never taken for passed.
pub fn reading(cell: &str) -> String {
    let text = format!("TRIM(ASC({cell}))");
    let strokes =
        ["/", "-", "—"].iter().fold(text.clone(), |rest, stroke| format!("SUBSTITUTE({rest},\"{stroke}\",\"\")"));
    let number = format!("IF(AND(ABS({cell})<=1E+12,ROUND({cell},6)={cell}),{cell},\"{UNREADABLE_TEXT}\")");
    // Only what is written as a plain decimal: VALUE would also take dates, shares and amounts of money.
    let decimals = format!("MIN(6,MAX(0,LEN({text})-FIND(\".\",{text}&\".\")))");
    let stored = format!(
        "IF(AND(ABS(VALUE({text}))<=1E+12,FIXED(VALUE({text}),{decimals},TRUE)={text}),VALUE({text}),\"{UNREADABLE_TEXT}\")"
    );
    format!(
        "IFERROR(IF(ISNUMBER({cell}),{number},IF({text}=\"\",\"\",IF(OR({strokes}=\"\",{text}={DASHES}),\"{DASH_TEXT}\",\
         IF({text}=\"{MISSING_TEXT}\",{text},{stored})))),\"{UNREADABLE_TEXT}\")"
    )
}

/// What the reading of a cell shows now.
pub fn reading_result(cell: &Cell) -> String {
    match cell.state {
        CellState::Number(number) => number.to_string(),
        CellState::Blank => String::new(),
        CellState::Dash => DASH_TEXT.to_owned(),
        CellState::Unreadable => UNREADABLE_TEXT.to_owned(),
        CellState::Missing => MISSING_TEXT.to_owned(),
    }
}

/// A formula that is TRUE where anything was typed into any cell whose reading stands in a range.
pub fn any_filled(range: &str) -> String {
    format!("COUNT({range})+COUNTIF({range},\"{DASH_TEXT}\")+COUNTIF({range},\"{UNREADABLE_TEXT}\")>0")
}
