//! Damaged documents: a number may become missing or unreadable with a note; it never lands in a wrong cell silently.

use camino::Utf8Path;
use gouji_recognise::Hints;
use gouji_tests::{Truth, books, read, silent_differences};
use proptest::prelude::*;

/// What happens to one row of a table.
#[derive(Clone, Copy, Debug)]
enum Damage {
    DropRow,
    DoubleRow,
    SwapWithNext,
    DropCell,
    DoubleCell,
    BlankCell,
    MisspellLabel,
    DropLabel,
    SplitLabel,
    UnknownRow,
    JunkCell,
}

const ALL: [Damage; 11] = [
    Damage::DropRow,
    Damage::DoubleRow,
    Damage::SwapWithNext,
    Damage::DropCell,
    Damage::DoubleCell,
    Damage::BlankCell,
    Damage::MisspellLabel,
    Damage::DropLabel,
    Damage::SplitLabel,
    Damage::UnknownRow,
    Damage::JunkCell,
];

/// A document as rows of cells; a line outside the tables is a row of its own with one cell.
struct Rows {
    rows: Vec<Vec<String>>,
    separator: &'static str,
}

impl Rows {
    /// One row a line, cells between pipes.
    fn of_pipes(text: &str) -> Self {
        let rows = text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect();
        Self { rows, separator: "|" }
    }

    /// One cell a line: a row is its label and the values below it.
    fn of_lines(text: &str) -> Self {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            match rows.last_mut() {
                Some(row) if is_number(line) => row.push(line.to_owned()),
                _ => rows.push(vec![line.to_owned()]),
            }
        }
        Self { rows, separator: "\n" }
    }

    fn text(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(|row| row.join(self.separator)).collect();
        rows.join("\n")
    }

    /// Rows with a label and values.
    fn data_rows(&self) -> Vec<usize> {
        let data = |row: &&usize| {
            let cells = &self.rows[**row];
            let label = cells.iter().any(|cell| !cell.trim().is_empty() && !is_number(cell));
            label && cells.iter().any(|cell| is_number(cell))
        };
        (0..self.rows.len()).collect::<Vec<_>>().iter().filter(data).copied().collect()
    }

    fn damage(&mut self, damage: Damage, row: usize, pick: usize) {
        let numbers: Vec<usize> = (0..self.rows[row].len()).filter(|cell| is_number(&self.rows[row][*cell])).collect();
        let number = numbers[pick % numbers.len()];
        let label = numbers[0] - 1;
        match damage {
            Damage::DropRow => drop(self.rows.remove(row)),
            Damage::DoubleRow => self.rows.insert(row, self.rows[row].clone()),
            Damage::SwapWithNext if row + 1 < self.rows.len() => self.rows.swap(row, row + 1),
            Damage::DropCell => drop(self.rows[row].remove(number)),
            Damage::DoubleCell => {
                let cell = self.rows[row][number].clone();
                self.rows[row].insert(number, cell);
            }
            Damage::BlankCell if self.separator == "|" => self.rows[row][number] = " ".to_owned(),
            Damage::SwapWithNext | Damage::BlankCell => {}
            Damage::MisspellLabel => {
                let characters: Vec<char> = self.rows[row][label].chars().collect();
                let gone = pick % characters.len();
                self.rows[row][label] =
                    characters.iter().enumerate().filter(|(place, _)| *place != gone).map(|(_, c)| c).collect();
            }
            Damage::DropLabel => self.rows[row][label] = " ".to_owned(),
            Damage::SplitLabel => {
                let characters: Vec<char> = self.rows[row][label].chars().collect();
                let (head, tail) = characters.split_at(pick % characters.len());
                self.rows[row][label] = format!("{}\n{}", String::from_iter(head), String::from_iter(tail));
            }
            Damage::UnknownRow => {
                let mut unknown = self.rows[row].clone();
                unknown[label] = "其中：通过信函方式".to_owned();
                self.rows.insert(row, unknown);
            }
            Damage::JunkCell => self.rows[row][number] = "见附件".to_owned(),
        }
    }
}

fn is_number(cell: &str) -> bool {
    let cell = cell.trim();
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn check(layout: &str, damage: Damage, row: usize, pick: usize) -> Result<(), TestCaseError> {
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports");
    let text = std::fs::read_to_string(folder.join(format!("{layout}.txt"))).unwrap();
    let truth = Truth::read(&folder.join("layouts.truth.json")).unwrap();
    let mut rows = if layout.contains("-08-") { Rows::of_lines(&text) } else { Rows::of_pipes(&text) };
    let data = rows.data_rows();
    rows.damage(damage, data[row % data.len()], pick);
    let damaged = rows.text();
    let Ok(found) = read(books(), damaged.as_bytes(), &Hints::default()) else { return Ok(()) };
    let read = &found[0];
    let silent: Vec<String> = silent_differences(read, &truth).iter().map(ToString::to_string).collect();
    prop_assert!(silent.is_empty(), "{layout} {damage:?} row {row} pick {pick}: no note about {silent:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn no_number_is_displaced_silently(
        layout in prop::sample::select(vec!["layout-03-2021", "layout-05-2021", "layout-08-2021"]),
        damage in prop::sample::select(ALL.to_vec()),
        row in 0_usize..60,
        pick in 0_usize..20,
    ) {
        check(layout, damage, row, pick)?;
    }
}
