//! A table as a grid of true places (HTML standard, 4.9.12).
use gouji_model::{Grid, GridCell, Message, Origin, Place};
use html5ever::local_name;

use super::flow::{Page, Piece, Shown, pieces};
use super::kind::Kind;
use super::tree::Id;
use crate::ReadError;

/// The most columns and rows of a cell that a browser takes.
const COLUMNS: u32 = 1000;
const ROWS: u32 = 65_534;

/// A table.
pub(super) struct Table {
    /// What stands above it, as its caption.
    pub(super) above: Vec<Piece>,
    /// Its cells.
    pub(super) grid: Grid,
    /// Pictures and tables in its cells.
    pub(super) below: Vec<(Piece, Origin)>,
}

/// How many cells may still come, over all tables of a page.
pub(super) struct Budget {
    left: usize,
    most: usize,
}

impl Budget {
    /// All of them.
    pub(super) fn new(most: usize) -> Self {
        Self { left: most.saturating_mul(PLACES), most }
    }

    fn spend(&mut self, places: usize) -> Result<(), ReadError> {
        match self.left.checked_sub(places) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(ReadError(Message::new("read-html-too-many-cells").count("limit", self.most))),
        }
    }
}

/// A cell costs so many places, a grid column of a row one: tables are wide where cells span columns.
const PLACES: usize = 16;

/// Lays a table out, which is the `number`th of the document.
///
/// # Errors
/// When it has more cells than may still come.
pub(super) fn table(
    page: &Page<'_>,
    id: Id,
    shown: Shown,
    number: u32,
    budget: &mut Budget,
) -> Result<Table, ReadError> {
    let shown = page.tree.element(id).map_or(shown, |element| shown.within(element));
    let mut layout = Layout {
        page,
        number,
        budget,
        free_from: Vec::new(),
        table: Table {
            above: Vec::new(),
            grid: Grid { rows: Vec::new(), placed: true, row_ends: true, blanks: true },
            below: Vec::new(),
        },
    };
    for group in groups(page, id, shown, &mut layout.table.above) {
        layout.group(&group)?;
    }
    Ok(layout.table)
}

/// Rows that belong together; cells do not reach beyond them.
struct Group {
    shown: Shown,
    rows: Vec<Id>,
}

/// The groups of a table as they are shown: its first head, its bodies, its first foot.
fn groups(page: &Page<'_>, table: Id, shown: Shown, above: &mut Vec<Piece>) -> Vec<Group> {
    let (mut head, mut body, mut foot) = (None, Vec::new(), None);
    let mut loose = false;
    for child in page.tree.children(table) {
        let Some(element) = page.tree.element(child).filter(|element| !element.is_gone()) else { continue };
        let shown = shown.within(element);
        let group = || Group { shown, rows: page.tree.children(child).filter(|row| is_row(page, *row)).collect() };
        match element.kind {
            Kind::Caption => above.extend(pieces(page, child, shown)),
            Kind::TableHead if head.is_none() => head = Some(group()),
            Kind::TableFoot if foot.is_none() => foot = Some(group()),
            Kind::TableHead | Kind::TableBody | Kind::TableFoot => body.push(group()),
            Kind::Row if is_row(page, child) => match body.last_mut() {
                Some(last) if loose => last.rows.push(child),
                _ => body.push(Group { shown, rows: vec![child] }),
            },
            _ => continue,
        }
        loose = element.kind == Kind::Row;
    }
    head.into_iter().chain(body).chain(foot).collect()
}

fn is_row(page: &Page<'_>, id: Id) -> bool {
    let row = page.tree.element(id).filter(|element| element.kind == Kind::Row);
    row.is_some_and(|row| !row.is_gone())
}

struct Layout<'a> {
    page: &'a Page<'a>,
    number: u32,
    budget: &'a mut Budget,
    /// By column, the rows of the group that cells from above still cover.
    free_from: Vec<u32>,
    table: Table,
}

impl Layout<'_> {
    fn group(&mut self, group: &Group) -> Result<(), ReadError> {
        self.free_from.clear();
        for (position, row) in group.rows.iter().enumerate() {
            let left = u32::try_from(group.rows.len() - position).unwrap_or(ROWS);
            self.row(*row, group.shown, left)?;
            for rows in &mut self.free_from {
                *rows = rows.saturating_sub(1);
            }
        }
        Ok(())
    }

    /// A row, which has `left` rows of its group from itself on.
    fn row(&mut self, row: Id, shown: Shown, left: u32) -> Result<(), ReadError> {
        let tree = self.page.tree;
        let shown = tree.element(row).map_or(shown, |element| shown.within(element));
        let mut cells = Vec::new();
        let mut column = 0;
        for id in tree.children(row) {
            let Some(element) = tree.element(id) else { continue };
            if element.kind != Kind::Cell || element.is_gone() {
                continue;
            }
            while self.free_from.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let colspan = span(element.attribute(&local_name!("colspan")), COLUMNS).max(1);
            let rowspan = match span(element.attribute(&local_name!("rowspan")), ROWS) {
                0 => left,
                rows => rows.min(left),
            };
            let end = column + usize::try_from(colspan).unwrap_or(1);
            self.budget.spend(PLACES + end - column)?;
            self.free_from.resize(self.free_from.len().max(end), 0);
            for rows in &mut self.free_from[column..end] {
                *rows = (*rows).max(rowspan);
            }
            let place = (u32::try_from(column).unwrap_or(u32::MAX), colspan, rowspan);
            cells.push(self.cell(id, shown.within(element), place));
            column = end;
        }
        self.budget.spend(self.free_from.len())?;
        self.table.grid.rows.push(cells);
        Ok(())
    }

    fn cell(&mut self, id: Id, shown: Shown, (column, colspan, rowspan): (u32, u32, u32)) -> GridCell {
        let row = u32::try_from(self.table.grid.rows.len() + 1).unwrap_or(u32::MAX);
        let origin = Origin::at(Place::Table { table: self.number, row, column: column.saturating_add(1) });
        let mut text = String::new();
        for piece in pieces(self.page, id, shown) {
            match piece {
                Piece::Line(line) if text.is_empty() => text = line,
                Piece::Line(line) => {
                    text.push('\n');
                    text.push_str(&line);
                }
                other => self.table.below.push((other, origin.clone())),
            }
        }
        GridCell { text, column, colspan, rowspan, origin }
    }
}

/// A span as HTML reads it: digits at the beginning, else 1.
fn span(value: Option<&str>, most: u32) -> u32 {
    let value = value.unwrap_or_default().trim_ascii_start().trim_start_matches('+');
    let digits = &value[..value.bytes().take_while(u8::is_ascii_digit).count()];
    if digits.is_empty() { 1 } else { digits.parse().unwrap_or(most).min(most) }
}
