//! Blocks of the document from what was found, with their places.
use gouji_model::{Block, Grid, GridCell, Message, Note, Origin, Paragraph, Picture, Place};

use super::content::{Anchored, Cell, Item, Known, Shown, Table};

/// Blocks and notes, with the numbers that places have got to.
#[derive(Default)]
pub(crate) struct Blocks {
    /// The blocks.
    pub(crate) found: Vec<Block>,
    /// What was found out on the way.
    pub(crate) notes: Vec<Note>,
    /// The part of the file that each picture among the blocks shows, in their order.
    pub(crate) pictures: Vec<Option<Box<str>>>,
    tables: u32,
    text_boxes: u32,
}

/// Where paragraphs are counted: the body or a text box. Paragraphs with nothing in them are not counted, since nobody
/// sees them.
#[derive(Default)]
struct Flow {
    part: Option<Box<str>>,
    paragraphs: u32,
}

impl Blocks {
    /// The blocks of the body.
    pub(crate) fn of(items: Vec<Item>) -> Self {
        let mut blocks = Self::default();
        blocks.items(items, &mut Flow::default());
        blocks
    }

    fn items(&mut self, items: Vec<Item>, flow: &mut Flow) {
        for item in items {
            match item {
                Item::Paragraph { text, anchored } => {
                    flow.paragraphs += 1;
                    let origin = flow.origin(Place::Paragraph { paragraph: flow.paragraphs });
                    self.lines(text, &origin);
                    self.anchored(anchored, &origin);
                }
                Item::Table(table) if is_frame(&table) => {
                    let cells = table.rows.into_iter().flatten();
                    cells.for_each(|cell| self.items(cell.items, flow));
                }
                Item::Table(table) => self.table(table, flow),
            }
        }
    }

    /// A paragraph; each of its lines is one of its own.
    fn lines(&mut self, text: String, origin: &Origin) {
        let paragraph = |text| Block::Paragraph(Paragraph { text, origin: origin.clone() });
        if text.contains('\n') {
            self.found.extend(text.split('\n').map(|line| paragraph(line.to_owned())));
        } else if !text.is_empty() {
            self.found.push(paragraph(text));
        }
    }

    fn anchored(&mut self, anchored: Vec<Anchored>, origin: &Origin) {
        for anchored in anchored {
            match anchored {
                Anchored::Picture(Shown { name, part }) => {
                    self.found.push(Block::Picture(Picture { name, origin: origin.clone() }));
                    self.pictures.push(part);
                }
                Anchored::TextBox(items) => {
                    self.text_boxes += 1;
                    let part = format!("文本框{}", self.text_boxes);
                    self.items(items, &mut Flow { part: Some(part.into()), paragraphs: 0 });
                }
            }
        }
    }

    /// A grid, and after it what its cells hold beside text.
    fn table(&mut self, table: Table, flow: &mut Flow) {
        self.tables += 1;
        let number = self.tables;
        let (placed, row_ends) = (table.known == Known::Places, table.known != Known::Order);
        let mut beside = Vec::new();
        let mut rows = Vec::with_capacity(table.rows.len());
        for (row, cells) in (1..).zip(table.rows) {
            let place = |column| Place::Table { table: number, row, column };
            let cells = cells.into_iter().map(|cell| grid_cell(cell, |column| flow.origin(place(column)), &mut beside));
            rows.push(cells.collect());
        }
        self.found.push(Block::Grid(Grid { rows, placed, row_ends, blanks: true }));
        for (beside, origin) in beside {
            match beside {
                Beside::Anchored(anchored) => self.anchored(vec![anchored], &origin),
                Beside::Table(table) => {
                    self.notes.push(Note { message: Message::new("reading-nested-table"), origin: Some(origin) });
                    self.table(table, flow);
                }
            }
        }
    }
}

/// What a cell holds beside its text.
enum Beside {
    Anchored(Anchored),
    Table(Table),
}

fn grid_cell(cell: Cell, origin: impl Fn(u32) -> Origin, beside: &mut Vec<(Beside, Origin)>) -> GridCell {
    let Cell { column, colspan, rowspan, items } = cell;
    let origin = origin(column + 1);
    let mut text = String::new();
    gather(items, &mut text, &mut |found| beside.push((found, origin.clone())));
    GridCell { text, column, colspan, rowspan, origin }
}

/// The text of a cell, with that of tables of one cell in it.
fn gather(items: Vec<Item>, text: &mut String, beside: &mut dyn FnMut(Beside)) {
    for item in items {
        match item {
            Item::Paragraph { text: lines, anchored } => {
                if text.is_empty() {
                    *text = lines;
                } else if !lines.is_empty() {
                    text.push('\n');
                    text.push_str(&lines);
                }
                for anchored in anchored {
                    beside(Beside::Anchored(anchored));
                }
            }
            Item::Table(table) if table.rows.iter().flatten().count() == 1 => {
                table.rows.into_iter().flatten().for_each(|cell| gather(cell.items, text, beside));
            }
            Item::Table(table) => beside(Beside::Table(table)),
        }
    }
}

/// Whether a table only frames what it holds: it has one column, and tables in it.
fn is_frame(table: &Table) -> bool {
    let cells = || table.rows.iter().flatten();
    let has_table = |cell: &Cell| cell.items.iter().any(|item| matches!(item, Item::Table(_)));
    table.rows.iter().all(|row| row.len() <= 1) && cells().any(has_table)
}

impl Flow {
    fn origin(&self, place: Place) -> Origin {
        Origin { part: self.part.clone(), place, bytes: None }
    }
}
