//! Reports made at random: what stands in them is read, and what is wrong with them is found.
use gouji_edits::Severity;
use gouji_recognise::Hints;
use gouji_tests::made::{Made, Maker};
use gouji_tests::{books, read};

const REPORTS: u32 = 60;

fn made() -> impl Iterator<Item = Made> {
    let maker = Maker::new(books(), 7, None).unwrap();
    (0..REPORTS).map(move |number| maker.make(number).unwrap())
}

#[test]
fn cells_are_read_as_they_were_made() {
    for made in made() {
        let found = read(books(), &made.bytes, &Hints::default()).unwrap();
        let [found] = found.as_slice() else { panic!("{}: {} reports", made.name, found.len()) };
        assert_eq!(found.book.edition.id, made.truth.edition, "{}", made.name);
        assert_eq!(found.report.year, Some(made.truth.year), "{}", made.name);
        let cells = found.form().cells.iter().zip(&found.report.cells);
        let cells: Vec<_> = cells.map(|(spec, cell)| (spec.id.clone(), gouji_export::shown_value(cell))).collect();
        assert_eq!(cells, made.truth.cells, "{}", made.name);
    }
}

#[test]
fn faults_are_found_and_nothing_else() {
    let (mut wrong, mut found) = (0, 0);
    for made in made() {
        let read = read(books(), &made.bytes, &Hints::default()).unwrap().remove(0);
        let findings = read.findings();
        let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        let has_faults = !made.truth.faults.is_empty();
        wrong += usize::from(has_faults);
        found += usize::from(has_faults && !errors.is_empty());
        assert!(has_faults || errors.is_empty(), "{}: {:?}", made.name, errors[0].message);
    }
    assert!(wrong > 5, "{wrong} reports with faults");
    // One cell that an equation watches is always seen; two may make up for each other.
    assert!(found + 1 >= wrong, "{found} of {wrong}");
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    for (first, second) in made().zip(made()).take(20) {
        assert!(first.name == second.name && first.bytes == second.bytes, "{}", first.name);
    }
}
