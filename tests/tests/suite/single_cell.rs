//! One wrong cell is found at that cell, as one item that names the right equation.
use camino::Utf8Path;
use gouji_edits::{Context, Severity, judge};
use gouji_model::{Cell, CellIndex, Number};
use gouji_recognise::Hints;
use gouji_repair::findings;
use gouji_tests::{editions, read_file};

/// Breaks every cell of tables three and four by one, one at a time.
fn check(file: &str) {
    let books = editions().unwrap();
    let path = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports").join(file);
    let read = read_file(&books, &path, &Hints::default()).unwrap();
    let errors = |report: &gouji_model::Report| {
        let context = Context::default();
        let mut found = findings(read.book, report, &context, &judge(read.book, report, &context));
        found.retain(|finding| finding.severity == Severity::Error);
        found
    };
    assert!(errors(&read.report).is_empty(), "{file} is not consistent");
    for (number, spec) in (0_u16..).zip(&read.form().cells) {
        let table = &*read.form().tables[spec.table].id;
        if table == "proactive" {
            continue;
        }
        let mut report = read.report.clone();
        let value = report.cell(CellIndex(number)).value().unwrap();
        let raised = Number::from_millionths(value.millionths() + 1_000_000).unwrap();
        *report.cell_mut(CellIndex(number)) = Cell { state: gouji_model::CellState::Number(raised), ..Cell::default() };
        let found = errors(&report);
        let [item] = found.as_slice() else { panic!("{}: {} items: {found:?}", spec.id, found.len()) };
        assert!(item.cells.contains(&spec.id), "{}: {:?}", spec.id, item.cells);
        if table == "requests" {
            assert_eq!(item.cells.first(), Some(&spec.id), "the guilty cell comes first");
            assert_eq!(item.correction.as_ref().map(|correction| correction.value), Some(value), "{}", spec.id);
            assert!(item.rule.starts_with("requests/"));
        } else {
            assert_eq!(&*item.rule, "disputes/outcome-total");
        }
    }
}

#[test]
fn of_the_2021_form() {
    check("consistent-2021.txt");
}

#[test]
fn of_the_2019_form() {
    check("consistent-2019.txt");
}
