//! A printed report as an OCR program sees it on one long picture.
use gouji_read::{SEEN_SCHEMA, Seen, SeenBox};

use super::printed::{Cell, Piece, Printed, size};

/// A file of one page that is a picture. Readers find objects without a table of them.
pub const PDF: &str = "%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 1785] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >> endobj
4 0 obj << /Length 30 >> stream
q 595 0 0 1785 0 0 cm /I Do Q 
endstream endobj
5 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >> stream
0
endstream endobj
trailer << /Root 1 0 R >>
";

/// Pixels: the picture's width, its margin, the height of a line and of a row.
const WIDTH: usize = 1600;
const MARGIN: usize = 50;
const LINE: usize = 20;
const ROW: usize = 32;
/// Characters of a line of text.
const CHARACTERS: usize = 70;

/// Texts with their places, sure of all, and the lines of the tables.
pub fn seen(printed: &Printed) -> Seen {
    let mut picture = Picture { boxes: Vec::new(), lines: Vec::new(), down: MARGIN };
    for piece in &printed.0 {
        match piece {
            Piece::Paragraph(text) => picture.paragraph(text),
            Piece::Table(cells) => picture.table(cells),
        }
        picture.down += LINE;
    }
    let Picture { boxes, lines, down } = picture;
    Seen { schema: SEEN_SCHEMA.to_owned(), width: pixels(WIDTH), height: pixels(down + MARGIN), boxes, lines }
}

struct Picture {
    boxes: Vec<SeenBox>,
    lines: Vec<[f64; 4]>,
    /// Where the picture has got to.
    down: usize,
}

impl Picture {
    fn paragraph(&mut self, text: &str) {
        let indented: Vec<char> = "　　".chars().chain(text.chars()).collect();
        for line in indented.chunks(CHARACTERS) {
            let blanks = line.iter().take_while(|letter| letter.is_whitespace()).count();
            self.text(MARGIN + blanks * LINE, &line[blanks..].iter().collect::<String>());
            self.down += LINE + LINE / 2;
        }
    }

    fn text(&mut self, left: usize, text: &str) {
        let wide: usize = text.chars().map(|letter| if letter.is_ascii() { LINE / 2 } else { LINE }).sum();
        let rectangle = [left, self.down, left + wide.max(1), self.down + LINE].map(pixels);
        self.boxes.push(SeenBox { rectangle, text: text.to_owned(), confidence: 0.99 });
    }

    /// A table of columns of one width; a text is as wide as its cell has room for.
    fn table(&mut self, cells: &[Cell]) {
        let (rows, columns) = size(cells);
        let top = self.down;
        let across = |column: usize| MARGIN + column * (WIDTH - 2 * MARGIN) / columns;
        for cell in cells {
            let (left, right) = (across(cell.column), across(cell.column + cell.columns));
            let (above, below) = (top + cell.row * ROW, top + (cell.row + cell.rows) * ROW);
            for line in [[left, above, right, above], [left, below, right, below]] {
                self.lines.push(line.map(pixels));
            }
            for line in [[left, above, left, below], [right, above, right, below]] {
                self.lines.push(line.map(pixels));
            }
            let text = cell.text.replace('\n', "");
            if !text.is_empty() {
                let wide = (text.chars().count() * LINE).min(right - left - 12);
                let middle = usize::midpoint(above, below);
                let start = usize::midpoint(left, right) - wide / 2;
                let rectangle = [start, middle - LINE / 2, start + wide, middle + LINE / 2].map(pixels);
                self.boxes.push(SeenBox { rectangle, text, confidence: 0.99 });
            }
        }
        self.down += rows * ROW;
    }
}

/// Pictures have far fewer pixels than 2^32.
fn pixels(count: usize) -> f64 {
    u32::try_from(count).unwrap().into()
}
