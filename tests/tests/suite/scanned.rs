//! A report that is a picture, with what an OCR program saw on it: read as the report, with a note; figures of which the
//! program is not sure are unreadable, and nothing lands in a wrong cell.
#[path = "../../../crates/read/tests/docx/writer.rs"]
#[expect(dead_code, reason = "shared with the tests of the reader, which use more of it")]
mod docx;

use camino::Utf8Path;
use gouji_model::CellState;
use gouji_read::{Input, Limits, Seen, SeenScans, read_scanned, scans};
use gouji_recognise::{Hints, Recogniser};
use gouji_tests::samples::{Printed, SOURCE, scan};
use gouji_tests::{ReadReport, Truth, books, read_file};

fn folder() -> camino::Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports")
}

/// What is seen of the report on a picture.
fn seen() -> Seen {
    let found = read_file(books(), &folder().join(SOURCE).with_extension("txt"), &Hints::default()).unwrap();
    scan::seen(&Printed::of(found.book, &found.report))
}

fn scanned_word() -> Vec<u8> {
    let picture = "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"rId7\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    let relation = "<Relationships><Relationship Id=\"rId7\" Type=\"a/image\" Target=\"media/1.png\"/></Relationships>";
    docx::body(picture).with("word/_rels/document.xml.rels", relation).with("word/media/1.png", b"\x89PNG").bytes()
}

fn read(bytes: &[u8], seen: Seen) -> ReadReport<'static> {
    assert_eq!(scans(bytes, &Limits::default()).unwrap().len(), 1);
    let input = read_scanned(bytes, &Limits::default(), &SeenScans::from([(0, seen)])).unwrap();
    let Input::Document(document) = input else { panic!("no document") };
    let mut reports = Recogniser::new(books()).recognise(&document, &Hints::default()).unwrap();
    let report = reports.remove(0);
    let book = books().iter().find(|book| book.edition.id == report.edition).unwrap();
    ReadReport { book, report }
}

#[test]
fn a_scan_is_read_as_the_report() {
    let truth = Truth::read(&folder().join("layouts.truth.json")).unwrap();
    for (name, bytes) in [("pdf", scan::PDF.as_bytes().to_vec()), ("docx", scanned_word())] {
        let found = read(&bytes, seen());
        let differences = truth.differences(found.form(), &found.report);
        let shown: Vec<String> = differences.iter().map(ToString::to_string).collect();
        assert!(shown.is_empty(), "{name}: {shown:#?}");
        assert!(found.report.notes.iter().any(|note| note.message.key == "reading-ocr"), "{name}");
        let cells = found.report.cells.iter();
        assert!(cells.filter(|cell| cell.value().is_some()).all(|cell| cell.origin.is_some()), "{name}");
    }
}

/// Every third figure is doubted: those cells are unreadable, the others are as they were.
#[test]
fn doubt_is_never_a_number() {
    let truth = Truth::read(&folder().join("layouts.truth.json")).unwrap();
    let mut seen = seen();
    let figures = seen.boxes.iter_mut().filter(|seen| seen.text.bytes().all(|byte| byte.is_ascii_digit()));
    let doubted = figures.step_by(3).map(|seen| seen.confidence = 0.6).count();
    let found = read(scan::PDF.as_bytes(), seen);
    let unreadable = found.report.cells.iter().filter(|cell| cell.state == CellState::Unreadable).count();
    assert_eq!(unreadable, doubted);
    let differences = truth.differences(found.form(), &found.report);
    assert_eq!(differences.len(), doubted, "only these are other than they were");
}
