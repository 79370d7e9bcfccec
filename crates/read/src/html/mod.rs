//! Web pages: as published with a site around them, and as Word and LibreOffice save them.
//!
//! bytes ─ [`charset`] ─▶ text ─ [`tokens`], [`parse`] ─▶ [`tree`], built by the rules of browsers (html5ever)
//! ─ [`survey`] ─▶ which tables are tables ─ [`content`] ─▶ where the document is ─ [`flow`], [`grid`] ─▶ blocks.
//! Nothing here goes down the tree by recursion, so that its depth costs no stack.
mod charset;
mod content;
mod flow;
mod grid;
mod kind;
mod lines;
mod marker;
mod parse;
mod picture;
mod references;
mod sniff;
mod style;
mod survey;
mod tokens;
mod tree;

use encoding_rs::Encoding;
use gouji_model::{Block, Document, Message, Note, Origin, Paragraph, Picture, Place};

use crate::limits::check_bytes;
use crate::{Input, Limits, ReadError, Reader};
use content::Content;
use flow::{Page, Piece, Shown};
use grid::Budget;
pub(crate) use sniff::sniff;
use survey::Survey;

/// The reader of web pages.
pub(crate) const READER: Reader = Reader { name: "html", sniff, read };

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    read_with(bytes, None, limits)
}

/// Reads a page; `sent` is the encoding that whoever sent it names, which goes before the one that the page names.
///
/// # Errors
/// As the reader.
pub(crate) fn read_with(bytes: &[u8], sent: Option<&'static Encoding>, limits: &Limits) -> Result<Input, ReadError> {
    check_bytes(bytes.len() as u64, limits.html_bytes, "read-html-too-large")?;
    let decoded = charset::decode(bytes, sent)?;
    let tree = parse::parse(&decoded.text, limits)?;
    let survey = Survey::of(&tree, tree::DOCUMENT);
    let body = tree.body();
    let content = Content::of(&tree, &survey, body);
    let page = Page { tree: &tree, survey: &survey, content: &content };
    let mut output = Output { page: &page, blocks: Vec::new(), paragraphs: 0, tables: 0, deleted: 0 };
    output.read(body, limits)?;
    if output.blocks.is_empty() {
        return Err(ReadError(Message::new("read-blank")));
    }
    let mut notes = decoded.notes;
    let counts = [("reading-html-site", content.count), ("reading-html-deleted", output.deleted)];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    notes.extend(counts.map(|(key, count)| Note { message: Message::new(key).count("count", count), origin: None }));
    Ok(Input::Document(Document { blocks: output.blocks, notes, extracted: false }))
}

/// Reads a part of a page that stands in another text; `None` where nothing is written in it.
///
/// # Errors
/// When it asks for more than it may.
pub(crate) fn fragment(html: &str, limits: &Limits) -> Result<Option<Input>, ReadError> {
    // With its mark the text is read as it is, whatever it says of its encoding.
    match read(format!("\u{feff}{html}").as_bytes(), limits) {
        Err(error) if error == ReadError(Message::new("read-blank")) => Ok(None),
        other => other.map(Some),
    }
}

/// The blocks of a document as they are found.
struct Output<'a> {
    page: &'a Page<'a>,
    blocks: Vec<Block>,
    paragraphs: u32,
    tables: u32,
    /// Struck out texts that were left out.
    deleted: usize,
}

impl Output<'_> {
    fn read(&mut self, body: tree::Id, limits: &Limits) -> Result<(), ReadError> {
        let mut budget = Budget::new(limits.cells);
        // What is still to come, the next last.
        let mut pieces: Vec<(Piece, Option<Origin>)> =
            flow::pieces(self.page, body, Shown::default()).into_iter().rev().map(|piece| (piece, None)).collect();
        while let Some((piece, origin)) = pieces.pop() {
            match piece {
                Piece::Line(text) => self.paragraph(text),
                Piece::Picture(name) => {
                    let paragraph = self.paragraphs.max(1);
                    let origin = origin.unwrap_or_else(|| Origin::at(Place::Paragraph { paragraph }));
                    self.blocks.push(Block::Picture(Picture { name, origin }));
                }
                Piece::Deleted => self.deleted += 1,
                Piece::Table(id, shown) => {
                    let table = grid::table(self.page, id, shown, self.tables + 1, &mut budget)?;
                    pieces.extend(table.below.into_iter().rev().map(|(piece, origin)| (piece, Some(origin))));
                    if table.grid.rows.iter().flatten().any(|cell| !cell.text.is_empty()) {
                        self.tables += 1;
                        self.above(table.above);
                        self.blocks.push(Block::Grid(table.grid));
                    }
                }
            }
        }
        Ok(())
    }

    /// The lines of a caption; what else stands in one is no part of a document.
    fn above(&mut self, pieces: Vec<Piece>) {
        for piece in pieces {
            if let Piece::Line(text) = piece {
                self.paragraph(text);
            }
        }
    }

    fn paragraph(&mut self, text: String) {
        self.paragraphs += 1;
        let origin = Origin::at(Place::Paragraph { paragraph: self.paragraphs });
        self.blocks.push(Block::Paragraph(Paragraph { text, origin }));
    }
}
