//! Word files: their structure as text, what they are made of, and that equal input gives equal bytes.
use std::fmt::Write as _;
use std::io::Read as _;

use gouji_export::Kind;
use gouji_model::Lang;
use gouji_tests::editions;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::press::{Press, bytes};

/// The parts of a package, by name.
fn parts(package: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(package)).unwrap();
    let read = |position| {
        let mut file = archive.by_index(position).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    (0..zip::ZipArchive::new(std::io::Cursor::new(package)).unwrap().len()).map(read).collect()
}

fn part(package: &[u8], name: &str) -> String {
    parts(package).into_iter().find(|(own, _)| own == name).unwrap().1
}

/// One line a paragraph, `[style] text`; one line a row of a table, its cells with spans and merges.
fn outline(document: &str) -> String {
    let mut reader = Reader::from_str(document);
    let mut out = String::new();
    let mut line = Line::default();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => line.open(&tag),
            Event::Text(text) if line.in_text => line.text.push_str(&text),
            Event::GeneralRef(name) => write!(line.text, "&{};", &*name).unwrap(),
            Event::End(tag) => line.close(tag.name().as_ref(), &mut out),
            Event::Eof => return out,
            _ => {}
        }
    }
}

#[derive(Default)]
struct Line {
    in_cell: bool,
    in_text: bool,
    style: String,
    span: String,
    flags: String,
    text: String,
    row: Vec<String>,
}

impl Line {
    fn open(&mut self, tag: &BytesStart<'_>) {
        let value = tag.try_get_attribute("w:val").unwrap().map(|value| value.value.into_owned());
        match (tag.name().as_ref(), value) {
            ("w:pStyle", Some(style)) => self.style = style,
            ("w:gridSpan", Some(span)) => write!(self.span, "→{span}").unwrap(),
            ("w:vMerge", Some(_)) => self.span.push('↓'),
            ("w:vMerge", None) => self.span.push('↑'),
            ("w:tblHeader", _) => self.flags.push('H'),
            ("w:cantSplit", _) => self.flags.push('S'),
            ("w:tc", _) => self.in_cell = true,
            ("w:t", _) => self.in_text = true,
            ("w:br", _) => self.text.push('⏎'),
            _ => {}
        }
    }

    fn close(&mut self, name: &str, out: &mut String) {
        let text = if matches!(name, "w:p" | "w:tc") { std::mem::take(&mut self.text) } else { String::new() };
        match name {
            "w:t" => self.in_text = false,
            "w:p" if self.in_cell => self.text = text,
            "w:p" => writeln!(out, "[{}] {text}", self.style).unwrap(),
            "w:tc" => {
                let style = self.style.trim_start_matches("Table").chars().next().unwrap_or('?');
                self.row.push(format!("{style}{}:{text}", std::mem::take(&mut self.span)));
                self.in_cell = false;
            }
            "w:tr" => {
                let flags = std::mem::take(&mut self.flags);
                writeln!(out, "{flags} | {} |", std::mem::take(&mut self.row).join(" | ")).unwrap();
            }
            _ => {}
        }
    }
}

#[test]
fn structure() {
    let books = editions().unwrap();
    for file in ["faulty-2021.txt", "mixed-2023.txt", "consistent-2019.txt"] {
        let press = Press::of(&books, &[file]);
        let package = bytes(&gouji_docx::Docx, &press.publication(Kind::Report), ".docx");
        let name = format!("docx_{}", file.trim_end_matches(".txt"));
        insta::assert_snapshot!(name, outline(&part(&package, "word/document.xml")));
    }
    let press = Press { book: &books[1], read: Vec::new(), lang: Lang::Zh };
    let package = bytes(&gouji_docx::Docx, &press.publication(Kind::BlankForm), ".docx");
    insta::assert_snapshot!("docx_blank_2021", outline(&part(&package, "word/document.xml")));
}

#[test]
fn styles() {
    let books = editions().unwrap();
    // The second has numbers beside its tables.
    let press = Press::of(&books, &["faulty-2021.txt", "wrong-form-2022.txt"]);
    let package = bytes(&gouji_docx::Docx, &press.publication(Kind::Batch), ".docx");
    let styles = part(&package, "word/styles.xml");
    for name in ["小标宋", "黑体", "楷体", "仿宋", "heading 1", "heading 2", "Title"] {
        assert!(styles.contains(&format!("<w:name w:val=\"{name}\"/>")), "{name}");
    }
    // Every style that a paragraph or table has is there.
    let notice = bytes(&gouji_docx::Docx, &press.publication(Kind::Notice), ".docx");
    let document = part(&package, "word/document.xml") + part(&notice, "word/document.xml").as_str();
    for marker in ["<w:pStyle w:val=\"", "<w:tblStyle w:val=\""] {
        for used in document.split(marker).skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(styles.contains(&format!("w:styleId=\"{used}\"")), "{used}");
        }
    }
}

#[test]
fn parts_are_well_formed_and_each_is_declared() {
    let books = editions().unwrap();
    let press = Press::of(&books, &["faulty-2021.txt"]);
    let package = bytes(&gouji_docx::Docx, &press.publication(Kind::Report), ".docx");
    let types = part(&package, "[Content_Types].xml");
    for (name, text) in parts(&package) {
        let mut reader = Reader::from_str(&text);
        reader.config_mut().check_end_names = true;
        while reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) != Event::Eof {}
        let declared = name.contains("_rels/") || types.contains(&format!("PartName=\"/{name}\""));
        assert!(declared || name == "[Content_Types].xml", "{name}");
    }
    let core = part(&package, "docProps/core.xml");
    assert!(core.contains("松渡县水利局2023年政府信息公开工作年度报告"), "{core}");
    assert!(core.contains(">2026-01-31T00:00:00Z<"), "{core}");
}

#[test]
fn nothing_in_the_package_has_a_time_of_its_own() {
    let books = editions().unwrap();
    let press = Press::of(&books, &["faulty-2021.txt"]);
    let package = bytes(&gouji_docx::Docx, &press.publication(Kind::Report), ".docx");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&package)).unwrap();
    for position in 0..archive.len() {
        let file = archive.by_index(position).unwrap();
        assert_eq!(file.last_modified(), Some(zip::DateTime::default()), "{}", file.name().unwrap());
    }
    // Also on another thread, and after other documents.
    let again = std::thread::scope(|scope| {
        scope
            .spawn(|| {
                bytes(&gouji_docx::Docx, &Press::of(&books, &["faulty-2021.txt"]).publication(Kind::Report), ".docx")
            })
            .join()
    });
    assert_eq!(again.unwrap(), package);
}

/// Reports one behind the other, each from a new page; they are not one report.
#[test]
fn several_reports_in_one() {
    let books = editions().unwrap();
    let press = Press::of(&books, &["faulty-2021.txt", "consistent-2019.txt"]);
    let package = bytes(&gouji_docx::Docx, &press.publication(Kind::Batch), ".docx");
    let document = part(&package, "word/document.xml");
    assert_eq!(document.matches("<w:pStyle w:val=\"Title\"/>").count(), 2);
    assert_eq!(document.matches("<w:pageBreakBefore/>").count(), 1);
}

#[test]
fn text_is_text() {
    let books = editions().unwrap();
    let unit = "=1+1<w:p/>&\"甲\t乙'";
    let cell = gouji_model::Cell {
        raw: Some("<b>\n&amp;".into()),
        ..gouji_model::Cell::of(gouji_model::CellState::Unreadable)
    };
    let press = Press::with(&books, super::hostile(&books, unit, cell));
    let document = part(&bytes(&gouji_docx::Docx, &press.publication(Kind::Report), ".docx"), "word/document.xml");
    assert!(
        document.contains("=1+1&lt;w:p/&gt;&amp;&quot;甲</w:t><w:tab/><w:t xml:space=\"preserve\">乙&apos;</w:t>"),
        "{document}"
    );
    assert!(
        document.contains("〔无法读取：&lt;b&gt;</w:t><w:br/><w:t xml:space=\"preserve\">&amp;amp;〕"),
        "{document}"
    );
}
