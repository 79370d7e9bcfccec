//! Damage to a printed report.
use gouji_tests::samples::{Cell, Piece, Printed};

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

/// Damages a cell, a row or a column, which two numbers choose.
pub(super) fn damage(printed: &mut Printed, damage: Damage, [table, pick]: [usize; 2]) {
    let tables: Vec<&mut Vec<Cell>> = printed
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
