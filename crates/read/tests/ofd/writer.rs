//! Writes OFD files for tests: text, lines, tables and pictures at given places. All lengths are millimetres.
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Size of the font.
pub(crate) const SIZE: f64 = 3.5;

/// A page as it is written.
#[derive(Clone, Default)]
pub(crate) struct Page {
    /// Its objects.
    pub(crate) objects: String,
    /// What stands before them: the area, templates, resources.
    pub(crate) head: String,
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
        let mut letters = text.chars().peekable();
        let mut deltas = String::new();
        while let (Some(letter), Some(_)) = (letters.next(), letters.peek()) {
            write!(deltas, "{} ", width(&letter.to_string())).unwrap();
        }
        self.text_object("", left, baseline, &format!("DeltaX=\"{}\"", deltas.trim_end()), text)
    }

    /// Writes a text object of one code, each with attributes of its own.
    #[must_use]
    pub(crate) fn text_object(self, attributes: &str, left: f64, baseline: f64, code: &str, text: &str) -> Self {
        let top = baseline - SIZE;
        self.raw(&format!(
            "<ofd:TextObject Font=\"3\" Size=\"{SIZE}\" Boundary=\"{left} {top} 150 5\" {attributes}><ofd:TextCode X=\"0\" Y=\"{SIZE}\" {code}>{text}</ofd:TextCode></ofd:TextObject>"
        ))
    }

    /// Draws a line.
    #[must_use]
    pub(crate) fn line(self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> Self {
        let path = format!("M 0 0 L {} {}", x1 - x0, y1 - y0);
        self.path(&format!("Boundary=\"{x0} {y0} {} {}\"", x1 - x0, y1 - y0), &path)
    }

    /// Draws a path.
    #[must_use]
    pub(crate) fn path(self, attributes: &str, path: &str) -> Self {
        self.raw(&format!(
            "<ofd:PathObject {attributes}><ofd:AbbreviatedData>{path}</ofd:AbbreviatedData></ofd:PathObject>"
        ))
    }

    /// Draws the lines of a table and writes its cells, each in its middle.
    #[must_use]
    pub(crate) fn table(mut self, columns: &[f64], rows: &[f64], cells: &[Cell<'_>]) -> Self {
        for (row, column, down, across, text) in cells {
            let (left, right) = (columns[*column], columns[column + across]);
            let (top, bottom) = (rows[*row], rows[row + down]);
            self = self
                .line((left, top), (right, top))
                .line((left, bottom), (right, bottom))
                .line((left, top), (left, bottom))
                .line((right, top), (right, bottom))
                .lines_within((left, top, right, bottom), text);
        }
        self
    }

    /// Writes lines in the middle of a rectangle.
    #[must_use]
    pub(crate) fn lines_within(mut self, (left, top, right, bottom): (f64, f64, f64, f64), text: &str) -> Self {
        let lines: Vec<&str> = text.split('\n').filter(|line| !line.is_empty()).collect();
        let count = f64::from(u32::try_from(lines.len()).unwrap());
        let mut baseline = f64::midpoint(top, bottom) - 2.1 * count + 3.2;
        for line in lines {
            self = self.text(f64::midpoint(left, right) - width(line) / 2.0, baseline, line);
            baseline += 4.2;
        }
        self
    }

    /// Objects as they are.
    #[must_use]
    pub(crate) fn raw(mut self, objects: &str) -> Self {
        self.objects.push_str(objects);
        self
    }

    /// With this before its objects.
    #[must_use]
    pub(crate) fn head(mut self, head: &str) -> Self {
        self.head.push_str(head);
        self
    }

    /// The page's file.
    pub(crate) fn xml(&self) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\">{}<ofd:Content><ofd:Layer ID=\"1\">{}</ofd:Layer></ofd:Content></ofd:Page>",
            self.head, self.objects
        )
    }
}

/// Width of a text.
pub(crate) fn width(text: &str) -> f64 {
    text.chars().map(|letter| if letter.is_ascii() { SIZE / 2.0 } else { SIZE }).sum()
}

/// The files of an OFD file.
#[derive(Clone)]
pub(crate) struct Parts(Vec<(String, Vec<u8>)>);

/// A file with one document.
pub(crate) fn ofd(pages: &[Page]) -> Parts {
    Parts(Vec::new()).entry(&["Doc_0/Document.xml"]).document("Doc_0", "", "", pages)
}

impl Parts {
    /// With an entry file that names these documents.
    pub(crate) fn entry(self, roots: &[&str]) -> Self {
        let body = |root: &&str| format!("<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>");
        let bodies: String = roots.iter().map(body).collect();
        self.with("OFD.xml", format!("<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\">{bodies}</ofd:OFD>"))
    }

    /// With a document in a folder: what is common to its pages, and what stands after them.
    pub(crate) fn document(mut self, folder: &str, common: &str, after: &str, pages: &[Page]) -> Self {
        let mut list = String::new();
        for (number, page) in pages.iter().enumerate() {
            write!(list, "<ofd:Page ID=\"{number}\" BaseLoc=\"Pages/Page_{number}/Content.xml\"/>").unwrap();
            self = self.with(&format!("{folder}/Pages/Page_{number}/Content.xml"), page.xml());
        }
        let area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>";
        self.with(
            &format!("{folder}/Document.xml"),
            format!(
                "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CommonData>{area}{common}</ofd:CommonData><ofd:Pages>{list}</ofd:Pages>{after}</ofd:Document>"
            ),
        )
    }

    /// With a file, in place of one of the same name.
    pub(crate) fn with(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self = self.without(name);
        self.0.push((name.to_owned(), content.as_ref().to_vec()));
        self
    }

    /// Without a file.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|(other, _)| other != name);
        self
    }

    /// The bytes of the whole.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.0 {
            zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// A report of six pages with tables over pages, as large as they usually are.
pub(crate) fn report() -> Vec<u8> {
    let prose = "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，主动公开政府信息，";
    let page_of_prose =
        |page: Page| (0..26_u32).fold(page, |page, line| page.text(32.0, 35.0 + 9.0 * f64::from(line), prose));
    let columns = [28.0, 37.0, 64.0, 106.0, 116.0, 127.0, 138.0, 148.0, 159.0, 169.0, 182.0];
    let rows: Vec<f64> = (0..24_u32).map(|row| 32.0 + 10.0 * f64::from(row)).collect();
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
    let title = Page::new().text(42.0, 21.0, "某县民政局2023年政府信息公开工作年度报告");
    let pages = [title, Page::new(), table(), table(), Page::new().text(32.0, 21.0, "五、存在的主要问题及改进情况")];
    let pages: Vec<Page> =
        pages.into_iter().map(|page| if page.objects.len() > 4_000 { page } else { page_of_prose(page) }).collect();
    ofd(&[&pages[..], &[page_of_prose(Page::new())]].concat()).bytes()
}
