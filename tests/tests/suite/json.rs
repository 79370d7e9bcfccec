//! A report goes through gouji's own JSON unchanged, and is judged as before.
use camino::Utf8Path;
use gouji_edits::{Context, judge};
use gouji_model::{Cell, CellState, Lang, Number, Report, ReportWire};
use gouji_recognise::{Hints, Recogniser};
use gouji_tests::{editions, read_file};
use proptest::prelude::*;

fn through_json(report: &Report, form: &gouji_model::Form) -> Report {
    let text = serde_json::to_string(&ReportWire::of(report, form, Lang::Zh)).unwrap();
    serde_json::from_str::<ReportWire>(&text).unwrap().report(form).unwrap()
}

fn state() -> impl Strategy<Value = Cell> {
    let number = (-1_000_000_000_000_i64..=1_000_000_000_000, 0_u8..=6);
    prop_oneof![
        number.prop_map(|(units, scale)| Cell::number(Number::new(units, scale).unwrap())),
        Just(Cell::of(CellState::Blank)),
        Just(Cell { state: CellState::Dash, raw: Some("/".into()), origin: None }),
        "[\\PC]{1,12}".prop_map(|raw| Cell { state: CellState::Unreadable, raw: Some(raw.into()), origin: None }),
        Just(Cell::default()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_cells_survive(cells in proptest::collection::vec(state(), 200)) {
        let books = editions().unwrap();
        let form = &books[1].form;
        let mut report = Report::empty(form);
        report.year = Some(2023);
        report.cells = cells;
        let back = through_json(&report, form);
        prop_assert_eq!(&back.cells, &report.cells);
        prop_assert_eq!(back.year, report.year);
    }
}

#[test]
fn judged_alike_where_print_plays_no_part() {
    let books = editions().unwrap();
    for file in ["consistent-2021.txt", "faulty-2021.txt", "mixed-2023.txt", "consistent-2019.txt"] {
        let path = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports").join(file);
        let read = read_file(&books, &path, &Hints::default()).unwrap();
        let mut back = through_json(&read.report, &read.book.form);
        Recogniser::new(&books).supply_facts(&mut back);
        assert_eq!(back.extra.len(), read.report.extra.len());
        let before = judge(read.book, &read.report, &Context::default());
        let after = judge(read.book, &back, &Context::default());
        for (before, after) in before.judged.iter().zip(&after.judged) {
            let unknown = matches!(&after.outcome, gouji_edits::Outcome::Unjudged(gouji_edits::Doubt::UnknownFact(_)));
            assert!(
                unknown || before.outcome == after.outcome,
                "{file}: {}",
                read.book.finding_id(&read.book.edits[before.edit])
            );
        }
    }
}
