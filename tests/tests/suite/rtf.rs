//! A report as an RTF file, its tables merged as the form prints them: read as a person reads it, and damaged.
use std::fmt::Write as _;

use camino::Utf8Path;
use gouji_model::{Form, Lang, LayoutKind, Table};
use gouji_recognise::Hints;
use gouji_tests::{Truth, books, read};
use proptest::prelude::*;

/// Width of a column of the grid, in twentieths of a point.
const WIDTH: u32 = 600;

/// A cell as a row of RTF has it: one that continues another from above stands in every row.
#[derive(Clone)]
struct Cell {
    text: String,
    colspan: u32,
    merge: &'static str,
    is_value: bool,
}

type Rows = Vec<Vec<Cell>>;

#[derive(Clone, Copy, Debug)]
enum Damage {
    DropRow,
    DoubleRow,
    SwapWithNext,
    DropCell,
    DoubleCell,
    BlankCell,
    JunkCell,
    MisspellLabel,
    DropLabel,
    DropEndOfCell,
    MergeCells,
}

const ALL: [Damage; 11] = [
    Damage::DropRow,
    Damage::DoubleRow,
    Damage::SwapWithNext,
    Damage::DropCell,
    Damage::DoubleCell,
    Damage::BlankCell,
    Damage::JunkCell,
    Damage::MisspellLabel,
    Damage::DropLabel,
    Damage::DropEndOfCell,
    Damage::MergeCells,
];

fn rows(form: &Form, table: &Table, truth: &Truth) -> Rows {
    let layout = form.layout(table, &[]);
    let row = |row: u16| {
        let mut cells: Vec<_> =
            layout.cells.iter().filter(|cell| (cell.row..cell.row + cell.rowspan).contains(&row)).collect();
        cells.sort_by_key(|cell| cell.column);
        let cell = |cell: &&gouji_model::LayoutCell| {
            let (is_value, text) = match &cell.kind {
                LayoutKind::Value(slot) => (true, truth.cells[form.slot_id(*slot)].clone().unwrap()),
                LayoutKind::Caption(label)
                | LayoutKind::Corner(label)
                | LayoutKind::Column(label)
                | LayoutKind::Row(label) => (false, label.text.get(Lang::Zh).to_owned()),
            };
            let (merge, text) = match (cell.rowspan, cell.row == row) {
                (1, _) => ("", text),
                (_, true) => ("\\clvmgf", text),
                (_, false) => ("\\clvmrg", String::new()),
            };
            Cell { text, colspan: cell.colspan.into(), merge, is_value }
        };
        cells.iter().map(cell).collect()
    };
    (0..layout.rows).map(row).collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => write!(out, "\\u{}?", unit.cast_signed()).unwrap(),
        }
    }
    out
}

fn written(rows: &Rows) -> String {
    let mut out = String::new();
    for row in rows {
        out.push_str("\\trowd\\trleft0");
        let mut edge = 0;
        for cell in row {
            edge += cell.colspan * WIDTH;
            write!(out, "{}\\cellx{edge}", cell.merge).unwrap();
        }
        for cell in row {
            // A cell whose end is lost holds a mark in place of it.
            let text = cell.text.split('\u{1}').map(escaped).collect::<Vec<_>>().join(" ");
            let end = if cell.text.ends_with('\u{1}') { "" } else { "\\cell" };
            write!(out, "\\pard\\intbl {text}{end} ").unwrap();
        }
        out.push_str("\\row\n");
    }
    out
}

fn damage(rows: &mut Rows, damage: Damage, row: usize, pick: usize) {
    let values: Vec<usize> = (0..rows[row].len()).filter(|cell| rows[row][*cell].is_value).collect();
    let value = values[pick % values.len()];
    let label = values[0] - 1;
    match damage {
        Damage::DropRow => drop(rows.remove(row)),
        Damage::DoubleRow => rows.insert(row, rows[row].clone()),
        Damage::SwapWithNext if row + 1 < rows.len() => rows.swap(row, row + 1),
        Damage::DropCell => drop(rows[row].remove(value)),
        Damage::DoubleCell => {
            let cell = rows[row][value].clone();
            rows[row].insert(value, cell);
        }
        Damage::BlankCell => rows[row][value].text.clear(),
        Damage::JunkCell => "见附件".clone_into(&mut rows[row][value].text),
        Damage::MisspellLabel => {
            let count = rows[row][label].text.chars().count().max(1);
            let kept = rows[row][label].text.chars().enumerate().filter(|(place, _)| *place != pick % count);
            rows[row][label].text = kept.map(|(_, character)| character).collect();
        }
        Damage::DropLabel => rows[row][label].text.clear(),
        Damage::DropEndOfCell => rows[row][value].text.push('\u{1}'),
        Damage::MergeCells if value + 1 < rows[row].len() => {
            let next = rows[row].remove(value + 1);
            rows[row][value].colspan += next.colspan;
        }
        Damage::SwapWithNext | Damage::MergeCells => {}
    }
}

fn truth() -> Truth {
    Truth::read(&Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports/layouts.truth.json")).unwrap()
}

/// A report with the text of a plain one, and tables that went through `change`, by the number of the table.
fn file(change: impl Fn(usize, &mut Rows)) -> Vec<u8> {
    let form = &books().iter().find(|book| &*book.edition.id == "2021").unwrap().form;
    let truth = truth();
    let text =
        std::fs::read_to_string(Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports/layout-05-2021.txt"));
    let mut out = String::from("{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}\n");
    let mut tables = form.tables.iter().enumerate();
    let mut in_table = false;
    for line in text.unwrap().lines() {
        let is_row = line.contains('|');
        if is_row && !in_table {
            let (number, table) = tables.next().unwrap();
            let mut rows = rows(form, table, &truth);
            change(number, &mut rows);
            out.push_str(&written(&rows));
        } else if !is_row {
            writeln!(out, "\\pard\\plain {}\\par", escaped(line)).unwrap();
        }
        in_table = is_row;
    }
    assert!(tables.next().is_none());
    (out + "}").into_bytes()
}

#[test]
fn a_report_is_read_as_a_person_reads_it() {
    let reports = read(books(), &file(|_, _| ()), &Hints::default()).unwrap();
    let differences = truth().differences(reports[0].form(), &reports[0].report);
    assert!(differences.is_empty(), "{differences:?}");
    assert!(reports[0].report.notes.is_empty(), "{:?}", reports[0].report.notes);
    let sections: Vec<&str> = reports[0].report.sections.iter().map(|section| &*section.id).collect();
    assert_eq!(sections, ["overview", "proactive", "requests", "disputes", "problems", "other"]);
}

#[test]
fn tables_that_are_pictures_are_told() {
    let form = &books().iter().find(|book| &*book.edition.id == "2021").unwrap().form;
    let bytes = file(|_, rows| rows.clear());
    let text = String::from_utf8(bytes).unwrap();
    let heading = format!("\\pard\\plain {}\\par", escaped("五、存在的主要问题及改进情况"));
    let with_picture = text.replacen(&heading, &format!("\\pard{{\\pict\\pngblip 89}}\\par {heading}"), 1);
    assert_ne!(text, with_picture);
    let reports = read(books(), with_picture.as_bytes(), &Hints::default()).unwrap();
    let ids: Vec<String> = reports[0].findings().iter().map(|finding| finding.rule.to_string()).collect();
    let told = ids.iter().filter(|id| *id == "form/tables-as-text").count();
    assert_eq!(told, form.tables.len(), "{ids:?}");
    assert!(!ids.contains(&"form/filled".to_owned()), "{ids:?}");
}

fn check(kind: Damage, table: usize, row: usize, pick: usize) -> Result<(), TestCaseError> {
    let file = file(|number, rows| {
        if number == table {
            let data: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].iter().any(|cell| cell.is_value)).collect();
            let label = |row: usize| rows[row].iter().position(|cell| cell.is_value) != Some(0);
            // The last table has one row of values, and no label before them.
            if let Some(row) = data.get(row % data.len()).copied().filter(|row| label(*row)) {
                damage(rows, kind, row, pick);
            }
        }
    });
    let Ok(found) = read(books(), &file, &Hints::default()) else { return Ok(()) };
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let differences = truth().differences(found[0].form(), &found[0].report);
    let displaced: Vec<String> = differences
        .iter()
        .filter(|difference| difference.found.as_deref().is_some_and(is_number))
        .map(ToString::to_string)
        .collect();
    prop_assert!(
        displaced.is_empty() || !found[0].report.notes.is_empty(),
        "{kind:?} table {table} row {row} pick {pick}: no note, but {displaced:?}"
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]
    #[test]
    fn no_number_is_displaced_silently(
        kind in prop::sample::select(ALL.to_vec()),
        table in 0_usize..2,
        row in 0_usize..40,
        pick in 0_usize..10,
    ) {
        check(kind, table, row, pick)?;
    }
}
