//! Paragraphs into cells, cells into rows, rows into tables.
use std::ops::Range;

use super::columns::Places;
use super::line::Shown;
use super::properties::End;
use super::story::{Paragraph, Story};
use super::tables::{self, survey};
use super::walk::Walk;
use crate::ReadError;
use crate::docx::content::{Content, Item, Known, Table};
use crate::docx::merging::{CellProperties, Gathered, Merged, Row};

/// A table that is being filled.
struct Open<'a> {
    gathered: Gathered,
    /// The rows that are to come.
    rows: std::vec::IntoIter<tables::Row<'a>>,
    /// The row that is being filled, and where its cells stand.
    row: Row,
    places: Option<Places>,
    /// Cells of it so far.
    cells: usize,
    /// The content of the cell that is being filled.
    content: Content,
}

impl Open<'_> {
    /// The cell that is being filled, and the merged one that it continues.
    fn cell(&self) -> (CellProperties, Option<Merged>) {
        let defined = self.places.as_ref().and_then(|places| places.cells.get(self.cells));
        let cell = defined.cloned().unwrap_or(CellProperties::NONE);
        let shown_in = self.gathered.continued(&self.row, &cell);
        (cell, shown_in)
    }

    /// Whether what is put into the cell is shown.
    fn shown(&self) -> Shown {
        let (cell, shown_in) = self.cell();
        match self.row.out {
            true => Shown::Gone,
            false if cell.is_out() || shown_in.is_some() => Shown::Hidden,
            false => Shown::Yes,
        }
    }

    fn end_cell(&mut self) {
        let items = std::mem::take(&mut self.content).finish();
        let (mut cell, shown_in) = self.cell();
        self.cells += 1;
        if cell.colspan == 0 && !cell.is_out() {
            if items.is_empty() {
                return;
            }
            self.know_only(Known::Rows);
            cell.colspan = 1;
        }
        self.gathered.place(&mut self.row, &cell, shown_in, items);
    }

    /// Ends a row; `is_marked` tells whether its end is known.
    fn end_row(&mut self, is_marked: bool) {
        let is_whole = self.places.as_ref().is_some_and(|places| places.cells.len() == self.cells);
        match self.places {
            _ if !is_marked => self.know_only(Known::Order),
            None => self.know_only(Known::Rows),
            Some(_) if !is_whole => self.know_only(Known::Order),
            Some(_) => {}
        }
        let row = std::mem::take(&mut self.row);
        if !row.out {
            self.gathered.table.rows.push(row.cells);
            self.gathered.above = row.merged;
        }
    }

    /// What is known of the places is no more than this.
    fn know_only(&mut self, known: Known) {
        let table = &mut self.gathered.table;
        if table.known != Known::Order {
            table.known = known;
        }
    }

    /// The table; one of which only the order is known has one row.
    fn finish(mut self) -> Table {
        let content = std::mem::take(&mut self.content).finish();
        if !content.is_empty() {
            self.gathered.place(&mut self.row, &CellProperties::NONE, None, content);
            self.cells += 1;
        }
        if self.cells > 0 {
            self.end_row(false);
        }
        let mut table = self.gathered.table;
        if table.known == Known::Order {
            table.rows = vec![table.rows.into_iter().flatten().collect()];
        }
        table
    }
}

impl Walk<'_> {
    /// The content of a range of the text.
    ///
    /// # Errors
    /// When it passes a bound.
    pub(super) fn items(&mut self, range: Range<u32>) -> Result<Vec<Item>, ReadError> {
        let story = Story::gather(self.parts, range.clone());
        self.parts.check_changes()?;
        let mut tables = survey(&story.paragraphs, self.parts.limits.cells).into_iter();
        let mut body = Content::default();
        let mut open: Vec<Open<'_>> = Vec::new();
        for paragraph in &story.paragraphs {
            while open.len() > paragraph.depth {
                self.close(&mut open, &mut body);
            }
            while open.len() < paragraph.depth {
                let rows = tables.next().unwrap_or_default().into_iter();
                let mut table = Open {
                    gathered: Gathered::default(),
                    rows,
                    row: Row::default(),
                    places: None,
                    cells: 0,
                    content: Content::default(),
                };
                self.begin_row(&mut table)?;
                open.push(table);
            }
            self.paragraph(&story, paragraph, range.start, &mut open, &mut body)?;
        }
        while !open.is_empty() {
            self.close(&mut open, &mut body);
        }
        Ok(body.finish())
    }

    fn paragraph(
        &mut self,
        story: &Story,
        paragraph: &Paragraph,
        first: u32,
        open: &mut [Open<'_>],
        body: &mut Content,
    ) -> Result<(), ReadError> {
        let shown = open.iter().map(Open::shown).max().unwrap_or(Shown::Yes);
        let Some(table) = open.last_mut() else { return self.line(story, paragraph, first, body, shown) };
        // The mark at the end of a row is no paragraph, unless a text stands before it.
        if paragraph.end != End::Row || paragraph.range.len() > 1 {
            self.line(story, paragraph, first, &mut table.content, shown)?;
        }
        match paragraph.end {
            End::Paragraph => {}
            End::Cell => {
                self.count_cell()?;
                table.end_cell();
            }
            End::Row => {
                if paragraph.range.len() > 1 {
                    table.end_cell();
                }
                table.end_row(true);
                self.begin_row(table)?;
            }
        }
        Ok(())
    }

    fn begin_row(&mut self, table: &mut Open<'_>) -> Result<(), ReadError> {
        self.count_cell()?;
        let next = table.rows.next();
        let out = next.as_ref().is_some_and(|row| self.is_row_out(row));
        table.places = next.and_then(|row| row.places);
        table.cells = 0;
        let column = table.places.as_ref().map_or(0, |places| places.first);
        table.row = Row { column, out, ..Row::default() };
        Ok(())
    }

    /// Whether a row is deleted, or hidden as the mark at its end is.
    fn is_row_out(&mut self, row: &tables::Row<'_>) -> bool {
        let mark = &row.end.mark;
        let deleted = row.deleted;
        let hidden = !deleted && self.is_hidden(mark, row.end.properties.style);
        self.tally.deleted += usize::from(deleted);
        self.tally.inserted += usize::from(mark.inserted && !deleted);
        self.tally.hidden += usize::from(hidden);
        deleted || hidden
    }

    /// Closes the innermost table, and puts it where it stands.
    fn close(&mut self, open: &mut Vec<Open<'_>>, body: &mut Content) {
        let Some(table) = open.pop().map(Open::finish) else { return };
        self.displaced += usize::from(table.known != Known::Places);
        match open.last_mut() {
            Some(outer) if outer.shown() != Shown::Yes => {}
            Some(outer) => outer.content.push_table(table),
            None => body.push_table(table),
        }
    }
}
