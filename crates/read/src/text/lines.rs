//! The lines of a text, with what the readers of grids must know of each.
use gouji_model::Message;

use super::shape::{is_page_number, trim};
use crate::{Limits, ReadError};

/// One line.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// The line as it stands, without its end.
    pub(super) raw: &'a str,
    /// The same without blanks around.
    pub(super) text: &'a str,
    /// Number of the line in the file, from 1.
    pub(super) number: u32,
    /// `|` in the line.
    pub(super) pipes: u32,
    /// Tabs in the line.
    pub(super) tabs: u32,
}

impl Line<'_> {
    /// Nothing but blanks, tabs not counted as such.
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty() && self.tabs == 0
    }

    /// Part of a grid drawn with tabs; `|` goes before tabs.
    pub(super) fn has_tabs(&self) -> bool {
        self.tabs > 0 && self.pipes == 0
    }
}

/// All lines of a text, without its page numbers.
pub(super) struct Lines<'a> {
    /// The lines that hold anything else, or nothing.
    pub(super) content: Vec<Line<'a>>,
    /// Lines that held a page number only.
    pub(super) page_numbers: usize,
    /// Line of the first of them.
    pub(super) first_page_number: Option<u32>,
}

/// Bytes looked at together.
const CHUNK: usize = 16;

/// Cuts a text into lines. Page breaks and manual line breaks of Word end a line but are not counted as one.
///
/// # Errors
/// When the text has more lines, longer lines or more marks of cells than allowed.
pub(super) fn lines<'a>(text: &'a str, limits: &Limits) -> Result<Lines<'a>, ReadError> {
    let mut scan = Scan::new(text, limits);
    for (number, chunk) in text.as_bytes().chunks(CHUNK).enumerate() {
        // Chinese prose has none of the characters that matter: whole chunks of it can be passed over.
        if chunk.iter().fold(u8::MAX, |common, byte| common & byte).is_ascii() {
            for (offset, &byte) in chunk.iter().enumerate() {
                scan.byte(number * CHUNK + offset, byte)?;
            }
        }
    }
    if scan.start < text.len() {
        scan.end_line(text.len())?;
    }
    Ok(scan.found)
}

/// The numbers of the lines on which ascending offsets stand.
pub(super) fn numbers(text: &str, offsets: &[usize]) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut number = 1;
    let mut from = 0;
    let mut numbers = Vec::with_capacity(offsets.len());
    for &offset in offsets {
        for at in from..offset.min(bytes.len()) {
            let ends = bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            number += u32::from(ends);
        }
        from = offset.max(from);
        numbers.push(number);
    }
    numbers
}

/// The state of the scan within the current line.
struct Scan<'a, 'l> {
    text: &'a str,
    limits: &'l Limits,
    start: usize,
    number: u32,
    pipes: u32,
    tabs: u32,
    marks: usize,
    found: Lines<'a>,
}

impl<'a, 'l> Scan<'a, 'l> {
    fn new(text: &'a str, limits: &'l Limits) -> Self {
        // Lines of a report that holds tables have 20 bytes on average.
        let capacity = (text.len() / 16).min(limits.lines);
        let found = Lines { content: Vec::with_capacity(capacity), page_numbers: 0, first_page_number: None };
        Self { text, limits, start: 0, number: 1, pipes: 0, tabs: 0, marks: 0, found }
    }

    fn byte(&mut self, at: usize, byte: u8) -> Result<(), ReadError> {
        match byte {
            b'|' => self.pipes += 1,
            b'\t' => self.tabs += 1,
            // The second half of a line end.
            b'\n' if at > 0 && self.text.as_bytes()[at - 1] == b'\r' => self.start = at + 1,
            b'\n' | b'\r' => {
                self.end_line(at)?;
                self.number += 1;
            }
            0x0b | 0x0c if self.start == at => self.start = at + 1,
            0x0b | 0x0c => self.end_line(at)?,
            _ => {}
        }
        Ok(())
    }

    fn end_line(&mut self, end: usize) -> Result<(), ReadError> {
        let raw = &self.text[self.start..end];
        let line = Line { raw, text: trim(raw), number: self.number, pipes: self.pipes, tabs: self.tabs };
        self.start = end + 1;
        self.marks += (self.pipes + self.tabs) as usize;
        (self.pipes, self.tabs) = (0, 0);
        self.check(&line)?;
        if is_page_number(line.text) {
            self.found.page_numbers += 1;
            self.found.first_page_number.get_or_insert(line.number);
        } else {
            self.found.content.push(line);
        }
        Ok(())
    }

    fn check(&self, line: &Line<'_>) -> Result<(), ReadError> {
        let refused =
            |key, most| Err(ReadError(Message::new(key).count("line", line.number as usize).count("limit", most)));
        if line.raw.len() > self.limits.line_bytes {
            return refused("read-line-too-long", self.limits.line_bytes);
        }
        if self.marks > self.limits.cells {
            return refused("read-too-many-cells", self.limits.cells);
        }
        if self.found.content.len() >= self.limits.lines {
            return refused("read-too-many-lines", self.limits.lines);
        }
        Ok(())
    }
}
