//! PDF/A and PDF/UA: what a file says of itself, and what a screen reader finds in it.
use gouji_export::Kind;
use gouji_model::{Cell, Lang, Report, SectionText};
use gouji_pdfa::Pdfa;
use gouji_tests::books;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

use super::press::{Press, bytes};

fn load(press: &Press<'_>, kind: Kind, suffix: &str) -> Document {
    Document::load_mem(&bytes(&Pdfa, &press.publication(kind), suffix)).unwrap()
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> &'d Dictionary {
    document.dereference(object).unwrap().1.as_dict().unwrap()
}

fn entry<'d>(document: &'d Document, dictionary: &'d Dictionary, key: &[u8]) -> Option<&'d Object> {
    dictionary.get(key).ok().map(|object| document.dereference(object).unwrap().1)
}

fn name(object: &Object) -> String {
    String::from_utf8(object.as_name().unwrap().to_vec()).unwrap()
}

fn string(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

/// The children of an element that are elements; numbers of contents are left out.
fn children<'d>(document: &'d Document, element: &'d Dictionary) -> Vec<&'d Dictionary> {
    let Some(children) = entry(document, element, b"K") else { return Vec::new() };
    let children = children.as_array().map_or_else(|_| vec![children], |children| children.iter().collect());
    let children = children.into_iter().filter(|child| !matches!(child, Object::Integer(_)));
    let children = children.map(|child| dictionary(document, child));
    children.filter(|child| child.has(b"S")).collect()
}

/// An element without its children: `TH Row 2×1`, `H1 “一、总体情况”`.
fn element(document: &Document, element: &Dictionary) -> String {
    let mut words = vec![name(entry(document, element, b"S").unwrap())];
    if let Some(title) = entry(document, element, b"T") {
        words.push(format!("“{}”", string(title)));
    }
    let Some(attributes) = entry(document, element, b"A") else { return words.join(" ") };
    let attributes = attributes.as_array().map_or_else(|_| vec![attributes], |list| list.iter().collect());
    for attributes in attributes.into_iter().map(|attributes| dictionary(document, attributes)) {
        if let Some(scope) = entry(document, attributes, b"Scope") {
            words.push(name(scope));
        }
        let span = |key: &[u8]| entry(document, attributes, key).map_or(1, |span| span.as_i64().unwrap());
        if let spans @ ((2.., _) | (_, 2..)) = (span(b"RowSpan"), span(b"ColSpan")) {
            words.push(format!("{}×{}", spans.0, spans.1));
        }
        if let Some(summary) = entry(document, attributes, b"Summary") {
            words.push(format!("“{}”", string(summary)));
        }
    }
    words.join(" ")
}

/// The tree from an element down, a line an element, but a row of a table in one line.
fn tree(document: &Document, own: &Dictionary, depth: usize, lines: &mut Vec<String>) {
    let children = children(document, own);
    let line = format!("{}{}", "  ".repeat(depth), element(document, own));
    if line.trim() == "TR" {
        let cells = children.into_iter().map(|cell| element(document, cell));
        return lines.push(std::iter::once(line).chain(cells).collect::<Vec<_>>().join(" | "));
    }
    lines.push(line);
    for child in children {
        tree(document, child, depth + 1, lines);
    }
}

fn structure(document: &Document) -> String {
    let root = entry(document, document.catalog().unwrap(), b"StructTreeRoot").unwrap().as_dict().unwrap();
    let mut lines = vec![format!("[{} pages]", document.get_pages().len())];
    for child in children(document, root) {
        tree(document, child, 0, &mut lines);
    }
    lines.join("\n")
}

#[test]
fn structure_of_reports_blank_forms_and_notices() {
    let press = Press::of(books(), &["mixed-2023.txt"]);
    insta::assert_snapshot!("pdfa_structure_of_a_report", structure(&load(&press, Kind::Report, ".pdfa.pdf")));
    let findings = structure(&load(&press, Kind::Report, ".findings.pdfa.pdf"));
    insta::assert_snapshot!("pdfa_structure_of_findings", findings);
    insta::assert_snapshot!("pdfa_structure_of_a_notice", structure(&load(&press, Kind::Notice, ".pdfa.pdf")));
    let blank = Press { book: press.book, read: Vec::new(), lang: Lang::Zh };
    insta::assert_snapshot!("pdfa_structure_of_a_blank_form", structure(&load(&blank, Kind::BlankForm, ".pdfa.pdf")));
}

#[test]
fn contents_of_a_batch_lead_to_its_reports() {
    let press = Press::of(books(), &["mixed-2023.txt", "consistent-2021.txt"]);
    let found = structure(&load(&press, Kind::Batch, ".pdfa.pdf"));
    let contents = "    LI\n      LBody\n        P\n          Link\n";
    assert_eq!(found.matches(contents).count(), 2, "{found}");
    assert_eq!(found.matches("  H1 “").count(), 3, "{found}");
}

#[test]
fn a_file_says_what_it_is() {
    for (lang, tag) in [(Lang::Zh, "zh-CN"), (Lang::En, "en")] {
        let press = Press { lang, ..Press::of(books(), &["faulty-2021.txt"]) };
        let document = load(&press, Kind::Notice, ".pdfa.pdf");
        let catalog = document.catalog().unwrap();
        assert_eq!(string(entry(&document, catalog, b"Lang").unwrap()), tag);
        let shown = entry(&document, catalog, b"ViewerPreferences").unwrap().as_dict().unwrap();
        assert!(shown.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
        assert!(dictionary(&document, catalog.get(b"MarkInfo").unwrap()).get(b"Marked").unwrap().as_bool().unwrap());
        let metadata = entry(&document, catalog, b"Metadata").unwrap().as_stream().unwrap();
        let metadata = String::from_utf8(metadata.content.clone()).unwrap();
        for expected in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "松渡县水利局2023年政府信息公开工作年度报告",
            "2026-01-31",
        ] {
            assert!(metadata.contains(expected), "{expected}: {metadata}");
        }
        assert!(catalog.has(b"Outlines") && catalog.has(b"OutputIntents"));
    }
}

/// PDF/A asks for a date; the clock is never asked for one.
#[test]
fn a_file_without_a_date_bears_the_first_day_of_zip_files() {
    let press = Press::of(books(), &["consistent-2021.txt"]);
    let mut publication = press.publication(Kind::Report);
    publication.meta.date = None;
    let document = Document::load_mem(&bytes(&Pdfa, &publication, ".pdfa.pdf")).unwrap();
    let info = dictionary(&document, document.trailer.get(b"Info").unwrap());
    let date = string(entry(&document, info, b"CreationDate").unwrap());
    assert!(date.starts_with("D:19800101"), "{date}");
}

/// Nothing is drawn outside of an element or artifact, and each element's content is on the page once.
#[test]
fn everything_drawn_is_tagged() {
    let press = Press::of(books(), &["faulty-2021.txt"]);
    for (kind, suffix) in
        [(Kind::Report, ".pdfa.pdf"), (Kind::Report, ".findings.pdfa.pdf"), (Kind::Notice, ".pdfa.pdf")]
    {
        let document = load(&press, kind, suffix);
        for (number, page) in document.get_pages() {
            let (mut depth, mut texts) = (0_usize, 0);
            for operation in Content::decode(&document.get_page_content(page)).unwrap().operations {
                match operation.operator.as_str() {
                    "BDC" | "BMC" => depth += 1,
                    "EMC" => depth -= 1,
                    "Tj" | "TJ" | "S" | "f" => {
                        assert!(depth > 0, "{suffix} page {number}: {operation:?}");
                        texts += 1;
                    }
                    _ => {}
                }
            }
            assert!(depth == 0 && texts > 0, "{suffix} page {number}");
        }
    }
}

/// No level of headings is left out, whatever the report has, and no heading is without text.
#[test]
fn headings_leave_no_level_out() {
    let mut report = Report::empty(&books()[1].form);
    report.year = Some(2023);
    report.unit.name = Some("松渡县水利局".into());
    report.cells.fill(Cell::number(0));
    for (id, heading) in [("overview.requests", "（二）依申请公开"), ("problems", ""), ("other", "六、其他")]
    {
        let text = "文。".to_owned();
        report.sections.push(SectionText { id: id.into(), heading: heading.to_owned(), text, origin: None });
    }
    let press = Press::with(books(), report);
    let found = structure(&load(&press, Kind::Report, ".pdfa.pdf"));
    let levels: Vec<&str> = found.lines().filter_map(|line| line.trim().strip_prefix('H')).collect();
    assert_eq!(levels[1], "2 “（二）依申请公开”", "{found}");
    assert!(levels.contains(&"2 “六、其他”") && !found.contains("“”"), "{found}");
}
