//! A small writer of Word 97 files: paragraphs in, a compound file out ([MS-DOC], [MS-CFB]).
use std::io::{Cursor, Write as _};

use super::parts::{FIRST_TEXT, Pages, fib, pair, piece_table};

/// A run: characters with changes of their properties.
#[derive(Clone)]
pub(crate) struct Run {
    text: String,
    changes: Vec<u8>,
    drawing: Option<u32>,
}

/// A file, as the rendering of Word files calls it.
pub(crate) type Parts = Doc;

/// A paragraph: runs, the mark at its end, and changes of its properties.
#[derive(Clone)]
pub(crate) struct Paragraph {
    runs: Vec<Run>,
    mark: Run,
    style: u16,
    changes: Vec<u8>,
}

/// A file.
#[derive(Clone, Default)]
pub(crate) struct Doc {
    /// The body.
    pub(crate) body: Vec<Paragraph>,
    /// Footnotes, headers and whatever lies between the body and the text boxes.
    pub(crate) notes: Vec<Paragraph>,
    /// Text boxes, by number of their drawing.
    pub(crate) boxes: Vec<(u32, Vec<Paragraph>)>,
    /// Parts by their number in the head.
    pub(crate) parts: Vec<(usize, Vec<u8>)>,
    /// The data stream.
    pub(crate) data: Vec<u8>,
    /// Characters of a piece of the text; 0: there is one piece. Pieces lie in the file from the last to the first.
    pub(crate) piece: usize,
    /// What a piece changes, by its number: the changes, or a short one.
    pub(crate) piece_changes: Vec<(usize, Vec<u8>)>,
}

/// A change of a property: its number and its operand.
pub(crate) fn sprm(number: u16, operand: &[u8]) -> Vec<u8> {
    [&number.to_le_bytes(), operand].concat()
}

/// A run.
pub(crate) fn run(text: &str, changes: &[Vec<u8>]) -> Run {
    Run { text: text.to_owned(), changes: changes.concat(), drawing: None }
}

/// The mark of a drawing.
pub(crate) fn drawing(number: u32) -> Run {
    Run { drawing: Some(number), ..run("\u{8}", &[sprm(0x0855, &[1])]) }
}

/// A character that stands for something else.
pub(crate) fn special(text: &str) -> Run {
    run(text, &[sprm(0x0855, &[1])])
}

/// A paragraph of runs.
pub(crate) fn runs(runs: &[Run]) -> Paragraph {
    Paragraph { runs: runs.to_vec(), mark: run("\r", &[]), style: 0, changes: Vec::new() }
}

/// A paragraph with one run.
pub(crate) fn p(text: &str) -> Paragraph {
    runs(&[run(text, &[])])
}

/// A paragraph in a list.
pub(crate) fn item(list: u16, level: u8, text: &str) -> Paragraph {
    p(text).with(&[sprm(0x460B, &list.to_le_bytes()), sprm(0x260A, &[level])])
}

impl Paragraph {
    /// With changes of its properties.
    pub(crate) fn with(mut self, changes: &[Vec<u8>]) -> Self {
        self.changes.extend(changes.concat());
        self
    }

    /// In a style.
    pub(crate) fn style(mut self, style: u16) -> Self {
        self.style = style;
        self
    }

    /// With a mark at its end.
    pub(crate) fn mark(mut self, mark: &str, changes: &[Vec<u8>]) -> Self {
        self.mark = run(mark, changes);
        self
    }

    /// With more changes of the mark at its end.
    pub(crate) fn marked(mut self, changes: &[Vec<u8>]) -> Self {
        self.mark.changes.extend(changes.concat());
        self
    }

    fn all_runs(&self) -> impl Iterator<Item = &Run> {
        self.runs.iter().chain([&self.mark])
    }
}

/// Paragraphs in a table, so many tables deep.
pub(crate) fn within(depth: u32, paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let changes = [sprm(0x2416, &[1]), sprm(0x6649, &depth.to_le_bytes())];
    paragraphs.into_iter().map(|paragraph| paragraph.with(&changes)).collect()
}

/// A cell of one paragraph.
pub(crate) fn cell(depth: u32, paragraph: Paragraph) -> Vec<Paragraph> {
    cell_of(depth, vec![paragraph])
}

/// A cell of paragraphs, or of deeper tables and a paragraph.
pub(crate) fn cell_of(depth: u32, mut content: Vec<Paragraph>) -> Vec<Paragraph> {
    let Some(last) = content.pop() else { return content };
    let last = if depth == 1 { last.mark("\u{7}", &[]) } else { last.with(&[sprm(0x244B, &[1])]) };
    content = content.into_iter().map(|paragraph| in_table(depth, paragraph)).collect();
    content.push(in_table(depth, last));
    content
}

/// A paragraph of a deeper table says so itself.
fn in_table(depth: u32, paragraph: Paragraph) -> Paragraph {
    if paragraph.changes.windows(2).any(|pair| pair == [0x49, 0x66]) {
        return paragraph;
    }
    within(depth, vec![paragraph]).remove(0)
}

/// The end of a row, with changes that define it.
pub(crate) fn row_end(depth: u32, definition: &[Vec<u8>]) -> Paragraph {
    let end = if depth == 1 {
        p("").mark("\u{7}", &[]).with(&[sprm(0x2417, &[1])])
    } else {
        p("").with(&[sprm(0x244B, &[1]), sprm(0x244C, &[1])])
    };
    in_table(depth, end).with(definition)
}

/// The definition of a row: edges, and two bytes of marks for each cell.
pub(crate) fn define(edges: &[i16], marks: &[u16]) -> Vec<u8> {
    let mut operand = vec![u8::try_from(edges.len() - 1).unwrap()];
    for edge in edges {
        operand.extend(edge.to_le_bytes());
    }
    for cell in marks {
        operand.extend(cell.to_le_bytes());
        operand.extend([0; 18]);
    }
    let size = u16::try_from(operand.len() + 1).unwrap();
    sprm(0xD608, &[&size.to_le_bytes(), operand.as_slice()].concat())
}

/// A row of plain cells: left edges and the last right edge, texts.
pub(crate) fn row(edges: &[i16], texts: &[&str]) -> Vec<Paragraph> {
    merged_row(edges, &texts.iter().map(|text| (*text, 0)).collect::<Vec<_>>())
}

/// A row of cells with marks.
pub(crate) fn merged_row(edges: &[i16], cells: &[(&str, u16)]) -> Vec<Paragraph> {
    let marks: Vec<u16> = cells.iter().map(|(_, marks)| *marks).collect();
    let mut row: Vec<Paragraph> = cells.iter().flat_map(|(text, _)| cell(1, p(text))).collect();
    row.push(row_end(1, &[define(edges, &marks)]));
    row
}

/// A file with a body.
pub(crate) fn body(paragraphs: &[Vec<Paragraph>]) -> Doc {
    Doc { body: paragraphs.concat(), ..Doc::default() }
}

/// One character of the text.
struct Character {
    unit: u16,
    /// Number of its run and of its paragraph.
    run: usize,
    paragraph: usize,
}

impl Doc {
    /// With a part in place of one of the same number in the head.
    pub(crate) fn part(mut self, number: usize, content: Vec<u8>) -> Self {
        self.parts.retain(|(other, _)| *other != number);
        self.parts.push((number, content));
        self
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let [main, table] = self.streams();
        container(&[("WordDocument", &main), ("1Table", &table), ("Data", &self.data)])
    }

    /// The main stream, and the stream of the parts.
    pub(crate) fn streams(&self) -> [Vec<u8>; 2] {
        let stories = [self.body.clone(), self.notes.clone(), self.boxes.iter().flat_map(|b| b.1.clone()).collect()];
        let paragraphs: Vec<Paragraph> = stories.concat();
        let all_runs: Vec<&Run> = paragraphs.iter().flat_map(Paragraph::all_runs).collect();
        let characters = characters(&paragraphs);
        let length = |story: &[Paragraph]| u32::try_from(characters_of(story)).unwrap();
        let mut parts = self.parts.clone();

        let mut main = vec![0; FIRST_TEXT];
        let size = if self.piece == 0 { characters.len().max(1) } else { self.piece };
        let (mut pieces, mut places) = (Vec::new(), Vec::new());
        for (number, chunk) in characters.chunks(size).enumerate().collect::<Vec<_>>().into_iter().rev() {
            let narrow = self.piece != 0 && chunk.iter().all(|character| character.unit < 0x80);
            pieces.insert(0, (chunk.len(), main.len(), narrow));
            for character in chunk {
                let from = main.len();
                let bytes = character.unit.to_le_bytes();
                main.extend(if narrow { &bytes[..1] } else { &bytes[..] });
                places.push((from, main.len(), character));
            }
            // Pieces do not touch, as in a file that was saved in parts.
            main.extend(vec![0; (2 - main.len() % 2) * usize::from(number > 0)]);
        }
        let (mut of_characters, mut of_paragraphs) = (Pages::new(1), Pages::new(13));
        for (from, to, character) in places {
            of_characters.add(from, to, character.run, &all_runs[character.run].changes);
            let paragraph = &paragraphs[character.paragraph];
            let changes = [&paragraph.style.to_le_bytes(), paragraph.changes.as_slice()].concat();
            of_paragraphs.add(from, to, character.paragraph, &changes);
        }
        parts.push((12, of_characters.write(&mut main)));
        parts.push((13, of_paragraphs.write(&mut main)));
        parts.push((33, piece_table(&pieces, &self.piece_changes)));
        self.drawn(&paragraphs, &mut parts);

        let counts = [length(&self.body), length(&self.notes), length(&stories[2])];
        let mut table = vec![0xEE; 16];
        let head = fib(counts, parts, &mut table);
        main[..head.len()].copy_from_slice(&head);
        [main, table]
    }

    /// Where drawings are anchored, and where text boxes begin.
    fn drawn(&self, paragraphs: &[Paragraph], parts: &mut Vec<(usize, Vec<u8>)>) {
        let (mut anchors, mut at) = (Vec::new(), 0);
        for run in paragraphs.iter().flat_map(Paragraph::all_runs) {
            anchors.extend(run.drawing.map(|number| (at, pair(number, 26, 0))));
            at += run.text.encode_utf16().count();
        }
        if !anchors.is_empty() {
            parts.push((40, positions(&anchors, at)));
        }
        let (mut boxes, mut at) = (Vec::new(), 0);
        for (number, content) in &self.boxes {
            boxes.push((at, pair(*number, 22, 14)));
            at += characters_of(content);
        }
        if !boxes.is_empty() {
            parts.push((56, positions(&boxes, at)));
        }
    }
}

/// A table of positions with data between them.
fn positions(entries: &[(usize, Vec<u8>)], end: usize) -> Vec<u8> {
    let ends = entries.iter().map(|(at, _)| *at).chain([end]);
    let mut bytes: Vec<u8> = ends.flat_map(|at| u32::try_from(at).unwrap().to_le_bytes()).collect();
    for (_, data) in entries {
        bytes.extend(data);
    }
    bytes
}

fn characters_of(paragraphs: &[Paragraph]) -> usize {
    paragraphs.iter().flat_map(Paragraph::all_runs).map(|run| run.text.encode_utf16().count()).sum()
}

fn characters(paragraphs: &[Paragraph]) -> Vec<Character> {
    let (mut characters, mut number) = (Vec::new(), 0);
    for (paragraph, content) in paragraphs.iter().enumerate() {
        for run in content.all_runs() {
            characters.extend(run.text.encode_utf16().map(|unit| Character { unit, run: number, paragraph }));
            number += 1;
        }
    }
    characters
}

/// A compound file of streams; empty ones are left out.
pub(crate) fn container(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).unwrap();
    for (name, content) in streams.iter().filter(|(_, content)| !content.is_empty()) {
        let storage = name.rsplit_once('/').map_or("", |(storage, _)| storage);
        file.create_storage_all(format!("/{storage}")).unwrap();
        file.create_stream(name).unwrap().write_all(content).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}
