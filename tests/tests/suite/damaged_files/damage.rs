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
    DoubleColumn,
    MergeCells,
    MergeRows,
    SplitCell,
    SplitRow,
}

pub(super) const ALL: [Damage; 16] = [
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
    Damage::DoubleColumn,
    Damage::MergeCells,
    Damage::MergeRows,
    Damage::SplitCell,
    Damage::SplitRow,
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
        Damage::DropColumn => drop_column(cells, column),
        Damage::DoubleColumn => double_column(cells, column),
        Damage::MergeCells => merge_cells(cells, number, (0, cells[number].columns)),
        Damage::MergeRows => {
            let own: Vec<usize> = numbers.into_iter().filter(|place| cells[*place].row == row).collect();
            for place in own.into_iter().rev() {
                merge_cells(cells, place, (1, 0));
            }
            if cells[label].row == row {
                merge_cells(cells, label, (1, 0));
            }
        }
        Damage::SplitCell => split_cell(cells, number),
        Damage::SplitRow => split_row(cells, row, column),
    }
}

fn drop_column(cells: &mut Vec<Cell>, column: usize) {
    cells.retain(|cell| cell.columns > 1 || cell.column != column);
    for cell in cells {
        if cell.column > column {
            cell.column -= 1;
        } else if cell.column + cell.columns > column {
            cell.columns -= 1;
        }
    }
}

fn double_column(cells: &mut Vec<Cell>, column: usize) {
    let mut copy: Vec<Cell> = cells.iter().filter(|cell| cell.columns == 1 && cell.column == column).cloned().collect();
    for cell in cells.iter_mut() {
        if cell.column > column {
            cell.column += 1;
        } else if cell.column + cell.columns > column && cell.columns > 1 {
            cell.columns += 1;
        }
    }
    for cell in &mut copy {
        cell.column += 1;
    }
    cells.append(&mut copy);
    cells.sort_by_key(|cell| (cell.row, cell.column));
}

/// Merges a cell with the one below it or at its right, if that is as large.
fn merge_cells(cells: &mut Vec<Cell>, first: usize, (down, across): (usize, usize)) {
    let (row, column) = (cells[first].row + down, cells[first].column + across);
    let size = (cells[first].rows, cells[first].columns);
    let other = cells.iter().position(|cell| (cell.row, cell.column, (cell.rows, cell.columns)) == (row, column, size));
    let Some(other) = other else { return };
    let text = cells[other].text.clone();
    let cell = &mut cells[first];
    cell.rows += down;
    cell.columns += across;
    cell.text = format!("{}\n{text}", cell.text);
    cells.remove(other);
}

/// Cuts a number into two cells: within its columns where it has several, else those behind it in its row move on.
fn split_cell(cells: &mut Vec<Cell>, number: usize) {
    let own = cells[number].clone();
    let (head, tail) = own.text.split_at(own.text.len() / 2);
    head.clone_into(&mut cells[number].text);
    let column = if own.columns > 1 {
        cells[number].columns -= 1;
        own.column + own.columns - 1
    } else {
        for cell in cells.iter_mut().filter(|cell| cell.row == own.row && cell.column > own.column) {
            cell.column += 1;
        }
        own.column + 1
    };
    cells.insert(number + 1, Cell { column, columns: 1, text: tail.to_owned(), ..own });
}

/// Moves the numbers of a row from a column on into a row of their own below it.
fn split_row(cells: &mut [Cell], row: usize, column: usize) {
    for cell in cells.iter_mut() {
        if cell.row > row || cell.row == row && cell.column >= column && is_number(&cell.text) {
            cell.row += 1;
        } else if cell.row + cell.rows > row + 1 {
            cell.rows += 1;
        }
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
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
