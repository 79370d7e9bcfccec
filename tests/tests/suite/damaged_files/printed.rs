//! A report as it is printed, and damage to it.
use gouji_edits::RuleBook;
use gouji_export::{chapters, report_title};
use gouji_model::Report;

/// What stands in the file.
#[derive(Clone)]
pub(super) enum Piece {
    Paragraph(String),
    Table(Vec<Cell>),
}

/// A rectangle of a table; places count from 0.
#[derive(Clone)]
pub(super) struct Cell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) text: String,
}

/// A report as paragraphs and tables.
#[derive(Clone)]
pub(super) struct Printed(pub(super) Vec<Piece>);

/// What happens to one table, row or cell.
#[derive(Clone, Copy, Debug)]
pub(super) enum Damage {
    DropRow,
    DoubleRow,
    DropCell,
    BlankCell,
    DoubleNumber,
    JunkCell,
    MisspellLabel,
    DropLabel,
    SplitLabel,
    SwapRows,
    DropColumn,
}

pub(super) const ALL: [Damage; 11] = [
    Damage::DropRow,
    Damage::DoubleRow,
    Damage::DropCell,
    Damage::BlankCell,
    Damage::DoubleNumber,
    Damage::JunkCell,
    Damage::MisspellLabel,
    Damage::DropLabel,
    Damage::SplitLabel,
    Damage::SwapRows,
    Damage::DropColumn,
];

impl Printed {
    pub(super) fn of(book: &RuleBook, report: &Report) -> Self {
        let mut pieces = vec![Piece::Paragraph(report_title(book, report.unit.name.as_deref(), report.year))];
        for chapter in chapters(&book.form, Some(report)) {
            pieces.extend(chapter.heading.map(Piece::Paragraph));
            pieces.extend(chapter.paragraphs.into_iter().map(|text| Piece::Paragraph(text.to_owned())));
            for table in chapter.tables {
                let cell = |cell: gouji_export::TextCell| Cell {
                    row: cell.row.into(),
                    column: cell.column.into(),
                    rows: cell.rowspan.into(),
                    columns: cell.colspan.into(),
                    text: cell.text,
                };
                pieces.push(Piece::Table(table.cells.into_iter().map(cell).collect()));
            }
        }
        Self(pieces)
    }

    /// The text of the sections.
    pub(super) fn prose(&self) -> String {
        let text = |piece: &Piece| if let Piece::Paragraph(text) = piece { Some(text.clone()) } else { None };
        let paragraphs: Vec<String> = self.0.iter().filter_map(text).collect();
        let is_heading = |text: &str| text.chars().nth(1) == Some('、') && text.chars().count() < 30;
        paragraphs.into_iter().skip(1).filter(|text| !is_heading(text)).collect()
    }

    /// Damages a cell, a row or a column, which two numbers choose.
    pub(super) fn damage(&mut self, damage: Damage, [table, pick]: [usize; 2]) {
        let tables: Vec<&mut Vec<Cell>> = self
            .0
            .iter_mut()
            .filter_map(|piece| if let Piece::Table(cells) = piece { Some(cells) } else { None })
            .collect();
        let count = tables.len();
        let Some(cells) = tables.into_iter().nth(table % count) else { return };
        let numbers: Vec<usize> = (0..cells.len()).filter(|cell| is_number(&cells[*cell].text)).collect();
        let number = numbers[pick % numbers.len()];
        let (row, column) = (cells[number].row, cells[number].column);
        let label = (0..number).rev().find(|cell| !is_number(&cells[*cell].text)).unwrap_or(0);
        let letters: Vec<char> = cells[label].text.chars().collect();
        let at = pick % letters.len().max(1);
        match damage {
            Damage::DropRow => drop_row(cells, row),
            Damage::DoubleRow => double_row(cells, row),
            Damage::DropCell => drop(cells.remove(number)),
            Damage::BlankCell => cells[number].text.clear(),
            Damage::DoubleNumber => cells[number].text = format!("{0}\n{0}", cells[number].text),
            Damage::JunkCell => "见附件".clone_into(&mut cells[number].text),
            Damage::DropLabel => cells[label].text.clear(),
            Damage::MisspellLabel => {
                let kept = letters.iter().enumerate().filter(|(place, _)| *place != at);
                cells[label].text = kept.map(|(_, letter)| letter).collect();
            }
            Damage::SplitLabel => {
                let (head, tail) = letters.split_at(at);
                cells[label].text = format!("{}\n{}", String::from_iter(head), String::from_iter(tail));
            }
            Damage::SwapRows => {
                for cell in cells.iter_mut().filter(|cell| cell.rows == 1) {
                    cell.row = if cell.row == row {
                        row - 1
                    } else if cell.row + 1 == row {
                        row
                    } else {
                        cell.row
                    };
                }
                cells.sort_by_key(|cell| (cell.row, cell.column));
            }
            Damage::DropColumn => {
                cells.retain(|cell| cell.columns > 1 || cell.column != column);
                for cell in cells {
                    if cell.column > column {
                        cell.column -= 1;
                    } else if cell.column + cell.columns > column {
                        cell.columns -= 1;
                    }
                }
            }
        }
    }
}

fn drop_row(cells: &mut Vec<Cell>, row: usize) {
    cells.retain(|cell| cell.rows > 1 || cell.row != row);
    for cell in cells {
        if cell.row > row {
            cell.row -= 1;
        } else if cell.row + cell.rows > row {
            cell.rows -= 1;
        }
    }
}

fn double_row(cells: &mut Vec<Cell>, row: usize) {
    let mut copy: Vec<Cell> = cells.iter().filter(|cell| cell.rows == 1 && cell.row == row).cloned().collect();
    for cell in cells.iter_mut() {
        if cell.row > row {
            cell.row += 1;
        } else if cell.row + cell.rows > row && cell.rows > 1 {
            cell.rows += 1;
        }
    }
    for cell in &mut copy {
        cell.row += 1;
    }
    cells.append(&mut copy);
    cells.sort_by_key(|cell| (cell.row, cell.column));
}

pub(super) fn is_number(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}
