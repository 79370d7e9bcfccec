//! A printed report as an OFD file: lines of text, and tables drawn by ruling lines, over pages.
use std::fmt::Write as _;

use super::odt::{escaped, zipped};
use super::printed::{Cell, Piece, Printed};

/// Millimetres: the page, its margins, the font and the distance of lines.
const HEIGHT: f64 = 297.0;
const LEFT: f64 = 15.0;
const RIGHT: f64 = 195.0;
const TOP: f64 = 25.0;
const BOTTOM: f64 = 270.0;
const SIZE: f64 = 3.0;
const PITCH: f64 = 4.5;

/// The file.
pub fn pages(printed: &Printed) -> Vec<u8> {
    let mut pages = Pages { done: Vec::new(), objects: String::new(), at: TOP };
    for piece in &printed.0 {
        match piece {
            Piece::Paragraph(text) => pages.paragraph(text),
            Piece::Table(cells) => pages.table(cells),
        }
        pages.at += PITCH;
    }
    pages.end();
    let mut list = String::new();
    let mut files = Vec::new();
    for (number, objects) in pages.done.iter().enumerate() {
        let name = format!("Doc_0/Pages/Page_{number}/Content.xml");
        write!(list, "<ofd:Page ID=\"{number}\" BaseLoc=\"/{name}\"/>").unwrap();
        let content = format!("<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content>");
        files.push((name, format!("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\">{content}</ofd:Page>")));
    }
    let area = format!("<ofd:PageArea><ofd:PhysicalBox>0 0 210 {HEIGHT}</ofd:PhysicalBox></ofd:PageArea>");
    let document = format!(
        "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData>{area}</ofd:CommonData><ofd:Pages>{list}</ofd:Pages></ofd:Document>"
    );
    let entry = "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
    let mut all = vec![("OFD.xml", entry.to_owned()), ("Doc_0/Document.xml", document)];
    all.extend(files.iter().map(|(name, content)| (name.as_str(), content.clone())));
    zipped(&all)
}

struct Pages {
    done: Vec<String>,
    objects: String,
    /// Where the page has got to.
    at: f64,
}

impl Pages {
    fn end(&mut self) {
        self.done.push(std::mem::take(&mut self.objects));
        self.at = TOP;
    }

    /// A paragraph, with its first line indented.
    fn paragraph(&mut self, text: &str) {
        let (mut left, mut line) = (LEFT + 2.0 * SIZE, String::new());
        for letter in text.chars() {
            if left + width(&line) + SIZE > RIGHT {
                self.line_of_text(left, &std::mem::take(&mut line));
                left = LEFT;
            }
            line.push(letter);
        }
        self.line_of_text(left, &line);
    }

    fn line_of_text(&mut self, left: f64, text: &str) {
        if self.at + PITCH > BOTTOM {
            self.end();
        }
        self.at += PITCH;
        self.text(left, self.at, text);
    }

    fn text(&mut self, left: f64, baseline: f64, text: &str) {
        let mut deltas = String::new();
        for letter in text.chars().take(text.chars().count().saturating_sub(1)) {
            write!(deltas, "{} ", width(&letter.to_string())).unwrap();
        }
        let (top, text) = (baseline - SIZE, escaped(text));
        write!(self.objects, "<ofd:TextObject Size=\"{SIZE}\" Boundary=\"{left} {top} 180 4\"><ofd:TextCode X=\"0\" Y=\"{SIZE}\" DeltaX=\"{deltas}\">{text}</ofd:TextCode></ofd:TextObject>").unwrap();
    }

    /// A table; before a row that has no room left a new page begins, on which the cells that go on are drawn on.
    fn table(&mut self, cells: &[Cell]) {
        let rows = cells.iter().map(|cell| cell.row + cell.rows).max().unwrap_or(0);
        let columns = cells.iter().map(|cell| cell.column + cell.columns).max().unwrap_or(1);
        let wide = (RIGHT - LEFT) / f64::from(u32::try_from(columns).unwrap());
        let left = |column: usize| LEFT + wide * f64::from(u32::try_from(column).unwrap());
        let heights: Vec<f64> = (0..rows).map(|row| height_of(cells, row, wide)).collect();
        let mut first = 0;
        while first < rows {
            let mut last = first;
            let mut bottom = self.at;
            while last < rows && (bottom + heights[last] < BOTTOM || last == first && self.at <= TOP) {
                bottom += heights[last];
                last += 1;
            }
            for cell in cells {
                let (from, to) = (cell.row.max(first), (cell.row + cell.rows).min(last));
                if from < to {
                    let top = self.at + heights[first..from].iter().sum::<f64>();
                    let bottom = top + heights[from..to].iter().sum::<f64>();
                    // A label over pages stands where it begins.
                    let text = if from == cell.row { &*cell.text } else { "" };
                    self.cell((left(cell.column), top, left(cell.column + cell.columns), bottom), text);
                }
            }
            if last < rows {
                self.end();
            } else {
                self.at = bottom;
            }
            first = last;
        }
    }

    fn cell(&mut self, (left, top, right, bottom): (f64, f64, f64, f64), text: &str) {
        let (wide, high) = (right - left, bottom - top);
        write!(self.objects, "<ofd:PathObject Boundary=\"{left} {top} {wide} {high}\"><ofd:AbbreviatedData>M 0 0 L {wide} 0 L {wide} {high} L 0 {high} C</ofd:AbbreviatedData></ofd:PathObject>").unwrap();
        let lines = wrapped(text, wide);
        let mut baseline =
            f64::midpoint(top, bottom) - PITCH * f64::from(u32::try_from(lines.len()).unwrap()) / 2.0 + SIZE;
        for line in lines {
            self.text(f64::midpoint(left, right) - width(&line) / 2.0, baseline, &line);
            baseline += PITCH;
        }
    }
}

/// Height of a row: that of its largest cell; cells over rows get what they need in the first.
fn height_of(cells: &[Cell], row: usize, wide: f64) -> f64 {
    let needs = |cell: &Cell| {
        let columns = f64::from(u32::try_from(cell.columns).unwrap());
        let lines = f64::from(u32::try_from(wrapped(&cell.text, wide * columns).len()).unwrap());
        (lines + 1.0) * PITCH / if cell.rows > 1 { f64::from(u32::try_from(cell.rows).unwrap()) } else { 1.0 }
    };
    let covers = |cell: &&Cell| (cell.row..cell.row + cell.rows).contains(&row);
    cells.iter().filter(covers).map(needs).fold(2.0 * PITCH, f64::max)
}

/// The lines of a text in a cell; a number is never broken.
fn wrapped(text: &str, wide: f64) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n').filter(|paragraph| !paragraph.is_empty()) {
        let mut line = String::new();
        for letter in paragraph.chars() {
            if !letter.is_ascii() && width(&line) + SIZE > wide - 1.0 && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
        lines.push(line);
    }
    lines
}

fn width(text: &str) -> f64 {
    text.chars().map(|letter| if letter.is_ascii() { SIZE / 2.0 } else { SIZE }).sum()
}
