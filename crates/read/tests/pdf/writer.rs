//! Writes PDF files for tests: text, lines, tables and pictures at given places, without compression.
use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Width and height of the pages, A4.
pub(crate) const WIDTH: f64 = 595.0;
pub(crate) const HEIGHT: f64 = 842.0;

/// A page as it is written; places are in points from the upper left corner.
#[derive(Clone, Default)]
pub(crate) struct Page {
    content: String,
    /// Entries of the page's dictionary.
    pub(crate) entries: String,
}

/// A cell of a table: row, column, rows, columns, text with its lines.
pub(crate) type Cell<'a> = (usize, usize, usize, usize, &'a str);

impl Page {
    /// An empty page.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Writes text from a point on; `baseline` is where it stands.
    #[must_use]
    pub(crate) fn text(self, left: f64, baseline: f64, text: &str) -> Self {
        self.sized(left, baseline, 10.0, text)
    }

    /// Writes text in a size.
    #[must_use]
    pub(crate) fn sized(mut self, left: f64, baseline: f64, size: f64, text: &str) -> Self {
        let codes = text.encode_utf16().fold(String::new(), |codes, unit| format!("{codes}{unit:04x}"));
        let y = HEIGHT - baseline;
        writeln!(self.content, "BT /F1 {size} Tf 1 0 0 1 {left} {y} Tm <{codes}> Tj ET").unwrap();
        self
    }

    /// Draws a line.
    #[must_use]
    pub(crate) fn line(mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> Self {
        writeln!(self.content, "{x0} {} m {x1} {} l S", HEIGHT - y0, HEIGHT - y1).unwrap();
        self
    }

    /// Draws the lines of a table and writes its cells, each in the middle of its height and, if it is short, of its
    /// width.
    #[must_use]
    pub(crate) fn table(mut self, columns: &[f64], rows: &[f64], cells: &[Cell<'_>]) -> Self {
        for (row, column, down, across, text) in cells {
            let (left, right) = (columns[*column], columns[column + across]);
            let (top, bottom) = (rows[*row], rows[row + down]);
            self = self.frame(left, top, right, bottom).lines_within((left, top, right, bottom), text);
        }
        self
    }

    /// Draws four lines.
    #[must_use]
    pub(crate) fn frame(self, left: f64, top: f64, right: f64, bottom: f64) -> Self {
        self.line((left, top), (right, top))
            .line((left, bottom), (right, bottom))
            .line((left, top), (left, bottom))
            .line((right, top), (right, bottom))
    }

    /// Writes lines in the middle of a rectangle.
    #[must_use]
    pub(crate) fn lines_within(mut self, (left, top, right, bottom): (f64, f64, f64, f64), text: &str) -> Self {
        let lines: Vec<&str> = text.split('\n').collect();
        let count = f64::from(u32::try_from(lines.len()).unwrap());
        let mut baseline = f64::midpoint(top, bottom) - 6.0 * count + 9.0;
        for line in lines {
            let start = (f64::midpoint(left, right) - width(line) / 2.0).max(left + 2.0);
            if !line.is_empty() {
                self = self.text(start, baseline, line);
            }
            baseline += 12.0;
        }
        self
    }

    /// Instructions as they are.
    #[must_use]
    pub(crate) fn raw(mut self, instructions: &str) -> Self {
        self.content.push_str(instructions);
        self.content.push('\n');
        self
    }

    /// Shows the picture.
    #[must_use]
    pub(crate) fn picture(self, left: f64, top: f64, width: f64, height: f64) -> Self {
        self.raw(&format!("q {width} 0 0 {height} {left} {} cm /Im1 Do Q", HEIGHT - top - height))
    }
}

/// Width of a text of size 10.
pub(crate) fn width(text: &str) -> f64 {
    text.chars().map(|character| if character.is_ascii() { 5.0 } else { 10.0 }).sum()
}

/// The objects of a file.
pub(crate) struct File {
    objects: Vec<Vec<u8>>,
    /// Entries of the trailer.
    pub(crate) trailer: String,
}

const CATALOG: usize = 1;
const PAGES: usize = 2;
const RESOURCES: usize = 3;
const FONT: usize = 4;
const PICTURE: usize = 8;

impl File {
    /// A file with pages.
    pub(crate) fn new(pages: &[Page]) -> Self {
        let mut file = Self { objects: vec![Vec::new(); PICTURE], trailer: String::new() };
        file.set(CATALOG, format!("<< /Type /Catalog /Pages {PAGES} 0 R >>"));
        file.set(RESOURCES, format!("<< /Font << /F1 {FONT} 0 R /F2 6 0 R >> /XObject << /Im1 {PICTURE} 0 R >> >>"));
        file.set(
            FONT,
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /ToUnicode 7 0 R \
             /DescendantFonts [5 0 R] >>",
        );
        file.set(
            5,
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /W [32 126 500] \
             /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        );
        file.set(
            6,
            "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding /FirstChar 32 \
             /LastChar 126 /Widths [250 250 250 250 250 250 250 250 250 250 250 250 250 250 250 250 500 500 500 500 \
             500 500 500 500 500 500] >>",
        );
        file.set_stream(
            7,
            "",
            "1 begincodespacerange <0000> <ffff> endcodespacerange\n\
             1 beginbfrange <0000> <ffff> <0000> endbfrange",
        );
        file.set_stream(
            PICTURE,
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
            "0",
        );
        let mut kids = String::new();
        for page in pages {
            let stream = file.add_stream("", &page.content);
            let number = file.add(format!(
                "<< /Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {stream} 0 R \
                 /Resources {RESOURCES} 0 R {} >>",
                page.entries
            ));
            write!(kids, "{number} 0 R ").unwrap();
        }
        file.set(PAGES, format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len()));
        file
    }

    /// Replaces an object.
    pub(crate) fn set(&mut self, number: usize, object: impl Into<String>) {
        self.objects[number - 1] = object.into().into_bytes();
    }

    /// Replaces an object by a stream.
    pub(crate) fn set_stream(&mut self, number: usize, entries: &str, content: &str) {
        self.objects[number - 1] =
            format!("<< /Length {} {entries} >>\nstream\n{content}\nendstream", content.len()).into_bytes();
    }

    /// Adds an object; its number.
    pub(crate) fn add(&mut self, object: impl Into<String>) -> usize {
        self.objects.push(object.into().into_bytes());
        self.objects.len()
    }

    /// Adds a stream of many equal bytes, compressed; its number.
    pub(crate) fn add_bomb(&mut self, entries: &str, byte: u8, megabytes: usize) -> usize {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        for _ in 0..megabytes {
            encoder.write_all(&vec![byte; 1 << 20]).unwrap();
        }
        let data = encoder.finish().unwrap();
        let head = format!("<< /Length {} /Filter /FlateDecode {entries} >>\nstream\n", data.len());
        self.objects.push([head.as_bytes(), &data, b"\nendstream"].concat());
        self.objects.len()
    }

    /// Adds a stream; its number.
    pub(crate) fn add_stream(&mut self, entries: &str, content: &str) -> usize {
        self.objects.push(Vec::new());
        let number = self.objects.len();
        self.set_stream(number, entries, content);
        number
    }

    /// The bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for (number, object) in (1..).zip(&self.objects) {
            places.push(bytes.len());
            bytes.extend(format!("{number} 0 obj\n").as_bytes());
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        let start = bytes.len();
        let count = self.objects.len() + 1;
        bytes.extend(format!("xref\n0 {count}\n0000000000 65535 f \n").as_bytes());
        for place in places {
            bytes.extend(format!("{place:010} 00000 n \n").as_bytes());
        }
        let trailer = &self.trailer;
        bytes.extend(
            format!("trailer\n<< /Size {count} /Root {CATALOG} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF").as_bytes(),
        );
        bytes
    }
}

/// A file with pages.
pub(crate) fn pdf(pages: &[Page]) -> Vec<u8> {
    File::new(pages).bytes()
}

/// A report of six pages with tables over pages, as large as they usually are.
pub(crate) fn report() -> Vec<u8> {
    let prose = "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，主动公开政府信息，";
    let page_of_prose = |mut page: Page| {
        for line in 0..26_u32 {
            page = page.sized(90.0, 100.0 + 26.0 * f64::from(line), 12.0, prose);
        }
        page
    };
    let columns = [80.0, 105.0, 180.0, 300.0, 330.0, 360.0, 390.0, 420.0, 450.0, 480.0, 515.0];
    let rows: Vec<f64> = (0..24_u32).map(|row| 90.0 + 28.0 * f64::from(row)).collect();
    let mut texts = Vec::new();
    for row in 0..23 {
        texts.push((row, 2, "1.属于国家秘密".to_owned()));
        texts.extend((3..10).map(|column| (row, column, (row * column).to_string())));
    }
    let mut cells: Vec<Cell<'_>> =
        texts.iter().map(|(row, column, text)| (*row, *column, 1, 1, text.as_str())).collect();
    cells.push((0, 0, 23, 1, "三\n、\n本\n年\n度"));
    cells.push((0, 1, 11, 1, "（三）不\n予公开"));
    cells.push((11, 1, 12, 1, "（五）不\n予处理"));
    let table = || Page::new().table(&columns, &rows, &cells);
    pdf(&[
        page_of_prose(Page::new().sized(120.0, 60.0, 18.0, "某县民政局2023年政府信息公开工作年度报告")),
        page_of_prose(Page::new()),
        table(),
        table(),
        page_of_prose(Page::new().text(90.0, 60.0, "五、存在的主要问题及改进情况")),
        page_of_prose(Page::new()),
    ])
}
