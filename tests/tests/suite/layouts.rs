//! Every text layout gives the values that a person reads.
use camino::{Utf8Path, Utf8PathBuf};
use gouji_recognise::Hints;
use gouji_tests::{Truth, editions, read_file};

fn reports() -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports")
}

/// The truth of a report: its own, or the one that all layouts of the same report share.
fn truth_of(stem: &str) -> Truth {
    let shared = if stem.ends_with("-2019") { "layouts-2019" } else { "layouts" };
    let own = reports().join(format!("{stem}.truth.json"));
    let path = if own.exists() { own } else { reports().join(format!("{shared}.truth.json")) };
    Truth::read(&path).unwrap()
}

#[test]
fn every_report_is_read_as_a_person_reads_it() {
    let books = editions().unwrap();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for entry in reports().read_dir_utf8().unwrap() {
        let path = entry.unwrap().into_path();
        if path.extension() != Some("txt") {
            continue;
        }
        seen += 1;
        let truth = truth_of(path.file_stem().unwrap());
        let read = read_file(&books, &path, &Hints::default()).unwrap();
        let name = path.file_name().unwrap();
        wrong.extend(
            truth.differences(read.form(), &read.report).iter().map(|difference| format!("{name}: {difference}")),
        );
        if read.report.year != truth.year {
            wrong.push(format!("{name}: year {:?} read as {:?}", truth.year, read.report.year));
        }
        if read.report.unit.name.as_deref() != truth.unit.as_deref() {
            wrong.push(format!("{name}: unit {:?} read as {:?}", truth.unit, read.report.unit.name));
        }
    }
    assert!(seen >= 20, "{seen} reports");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sections_are_whole_and_in_order() {
    let books = editions().unwrap();
    let read = read_file(&books, &reports().join("consistent-2021.txt"), &Hints::default()).unwrap();
    let ids: Vec<&str> = read.report.sections.iter().map(|section| &*section.id).collect();
    assert_eq!(ids, ["overview", "proactive", "requests", "disputes", "problems", "other"]);
    let source = std::fs::read_to_string(reports().join("consistent-2021.txt")).unwrap();
    for section in &read.report.sections {
        for line in section.text.lines() {
            assert!(source.contains(line), "{line}");
        }
    }
    assert!(read.report.sections.iter().all(|section| !section.text.contains("本年制发件数")));
}
