//! The blocks of the document as they are found.
use std::ops::Range;

use gouji_model::{Block, Grid, GridCell, Message, Note, Origin, Paragraph, Picture, Place};

use super::table::Row;
use crate::text::decode::Decoded;
use crate::{Input, Limits, ReadError, html, repeats};

/// Blocks found so far.
pub(super) struct Output<'a> {
    text: &'a str,
    base: Option<usize>,
    limits: &'a Limits,
    /// The blocks.
    pub(super) blocks: Vec<Block>,
    /// Notes on parts that are web pages.
    pub(super) notes: Vec<Note>,
    /// The lists that are open, with the next number of those that have numbers.
    pub(super) lists: Vec<Option<u64>>,
    /// The line being read and where it stands.
    line: (String, Range<usize>),
    /// The name of a picture being read.
    picture: Option<(String, usize)>,
    /// HTML being read.
    html: (String, usize),
    /// Tables in HTML.
    html_tables: u32,
    cells: usize,
    /// A place and its line number, from which later ones are counted.
    counted: (usize, u32),
}

impl<'a> Output<'a> {
    /// No blocks yet.
    pub(super) fn new(decoded: &'a Decoded<'_>, limits: &'a Limits) -> Self {
        Self {
            text: &decoded.text,
            base: decoded.base,
            limits,
            blocks: Vec::new(),
            notes: Vec::new(),
            lists: Vec::new(),
            line: (String::new(), 0..0),
            picture: None,
            html: (String::new(), 0),
            html_tables: 0,
            cells: 0,
            counted: (0, 1),
        }
    }

    /// A piece of a line; the lines of a block of code are lines.
    pub(super) fn text(&mut self, text: &str, range: Range<usize>) -> Result<(), ReadError> {
        if let Some((name, _)) = &mut self.picture {
            name.push_str(text);
            return Ok(());
        }
        for (position, line) in text.split('\n').enumerate() {
            if position > 0 {
                self.flush()?;
            }
            if self.line.0.is_empty() {
                self.line.1 = range.clone();
            }
            self.line.0.push_str(line);
            self.line.1.end = range.end;
        }
        Ok(())
    }

    /// The number of an item, as it is shown.
    pub(super) fn item(&mut self, start: usize) {
        if let Some(Some(number)) = self.lists.last_mut() {
            let mark = self.text[start..].trim_start_matches(|c: char| c.is_ascii_digit()).chars().next();
            self.line = (format!("{number}{} ", mark.filter(|mark| *mark == ')').unwrap_or('.')), start..start);
            *number = number.saturating_add(1);
        }
    }

    /// Ends the line; a blank one is none.
    pub(super) fn flush(&mut self) -> Result<(), ReadError> {
        let (line, range) = std::mem::take(&mut self.line);
        let text = line.trim();
        if text.is_empty() {
            return Ok(());
        }
        let origin = self.origin(range);
        self.push(Block::Paragraph(Paragraph { text: text.to_owned(), origin }))
    }

    pub(super) fn picture_begins(&mut self, start: usize) -> Result<(), ReadError> {
        self.flush()?;
        self.picture.get_or_insert((String::new(), start));
        Ok(())
    }

    pub(super) fn picture_ends(&mut self) {
        if let Some((name, start)) = self.picture.take() {
            let origin = self.origin(start..start);
            self.blocks.push(Block::Picture(Picture { name, origin }));
        }
    }

    /// HTML between the paragraphs.
    pub(super) fn html(&mut self, html: &str, start: usize) {
        if self.html.0.is_empty() {
            self.html.1 = start;
        }
        self.html.0.push_str(html);
    }

    /// Reads HTML as a web page, which tables in it are.
    pub(super) fn html_ends(&mut self) -> Result<(), ReadError> {
        let (html, start) = std::mem::take(&mut self.html);
        let Some(document) = html::fragment(&html, self.limits)? else { return Ok(()) };
        let Input::Document(document) = document else { return Ok(()) };
        let line = self.origin(start..start);
        let before = self.html_tables;
        for mut block in document.blocks {
            match &mut block {
                Block::Paragraph(paragraph) => paragraph.origin = line.clone(),
                Block::Picture(picture) => picture.origin = line.clone(),
                Block::Grid(grid) => {
                    self.html_tables += 1;
                    self.count(grid.rows.iter().map(Vec::len).sum(), start)?;
                    for cell in grid.rows.iter_mut().flatten() {
                        if let Place::Table { table, .. } = &mut cell.origin.place {
                            *table += before;
                        }
                    }
                }
            }
            self.push(block)?;
        }
        self.notes.extend(document.notes.into_iter().map(|note| Note { origin: Some(line.clone()), ..note }));
        Ok(())
    }

    /// A table; lines without `|` end it.
    pub(super) fn table(&mut self, rows: Vec<Row>) -> Result<(), ReadError> {
        let mut cells: Vec<Vec<GridCell>> = Vec::new();
        for row in rows {
            let start = row.cells.first().map_or(0, |(_, range)| range.start);
            self.count(row.cells.len(), start)?;
            let row_cells: Vec<GridCell> =
                (0..).zip(row.cells).map(|(column, (text, range))| self.cell(column, text, range)).collect();
            if row.loose {
                self.grid(std::mem::take(&mut cells))?;
                for GridCell { text, origin, .. } in row_cells.into_iter().filter(|cell| !cell.text.is_empty()) {
                    self.push(Block::Paragraph(Paragraph { text, origin }))?;
                }
            } else {
                cells.push(row_cells);
            }
        }
        self.grid(cells)
    }

    fn cell(&mut self, column: u32, text: String, range: Range<usize>) -> GridCell {
        GridCell { text, column, colspan: 1, rowspan: 1, origin: self.origin(range) }
    }

    fn grid(&mut self, rows: Vec<Vec<GridCell>>) -> Result<(), ReadError> {
        if rows.iter().flatten().all(|cell| cell.text.is_empty()) {
            return Ok(());
        }
        // Where a row is longer or shorter than others, nobody knows in which of its columns its cells stand.
        let width = rows.first().map_or(0, Vec::len);
        let placed = rows.iter().all(|row| row.len() == width);
        self.push(Block::Grid(Grid { rows: repeats::spans(rows), placed, row_ends: true, blanks: true }))
    }

    fn count(&mut self, cells: usize, start: usize) -> Result<(), ReadError> {
        self.cells += cells;
        if self.cells <= self.limits.cells {
            return Ok(());
        }
        let line = self.line_of(start) as usize;
        Err(ReadError(Message::new("read-too-many-cells").count("line", line).count("limit", self.limits.cells)))
    }

    fn push(&mut self, block: Block) -> Result<(), ReadError> {
        if self.blocks.len() >= self.limits.lines {
            let line = self.counted.1 as usize;
            return Err(ReadError(
                Message::new("read-too-many-lines").count("line", line).count("limit", self.limits.lines),
            ));
        }
        self.blocks.push(block);
        Ok(())
    }

    fn origin(&mut self, range: Range<usize>) -> Origin {
        let bytes = self.base.map(|base| ((base + range.start) as u64, (base + range.end) as u64));
        Origin { part: None, place: Place::Line { line: self.line_of(range.start) }, bytes }
    }

    /// The number of the line on which a place stands.
    fn line_of(&mut self, place: usize) -> u32 {
        let (from, line) = if place < self.counted.0 { (0, 1) } else { self.counted };
        let ends = memchr::memchr_iter(b'\n', &self.text.as_bytes()[from..place]).count();
        self.counted = (place, line + u32::try_from(ends).unwrap_or_default());
        self.counted.1
    }
}
