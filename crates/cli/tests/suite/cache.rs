//! `--cache DIR` and `cache clear`: what was read before is not read again, and never in the place of something else.
use camino::{Utf8Path, Utf8PathBuf};

use crate::support::{Place, RUBBISH, clean, faulty};

fn some() -> Place {
    let place = Place::new();
    place.put("reports/甲局.json", clean("甲局")).put("reports/乙局.json", faulty("乙局"));
    place
}

/// The entries of a cache.
fn entries(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let mut found = Vec::new();
    for start in folder.read_dir_utf8().unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        found.extend(start.path().read_dir_utf8().unwrap().map(|entry| entry.unwrap().into_path()));
    }
    found.sort();
    found
}

#[test]
fn what_is_remembered_gives_the_same_output() {
    let place = some();
    for format in ["human", "json", "sarif"] {
        let without = place.run(&format!("check reports --format {format}")).ends_with(1);
        let first = place.run(&format!("check reports --format {format} --cache kept")).ends_with(1);
        let again = place.run(&format!("check reports --format {format} --cache kept")).ends_with(1);
        assert_eq!(without.stdout, first.stdout);
        assert_eq!(without.stdout, again.stdout);
    }
    assert_eq!(entries(&place.path().join("kept")).len(), 2);
}

/// Exchanges two entries' contents: whoever reads them gets the other report, so that it is seen that they are read.
#[test]
fn a_remembered_file_is_not_read() {
    let place = some();
    place.run("read reports --cache kept").ends_with(0);
    let entries = entries(&place.path().join("kept"));
    let contents: Vec<Vec<u8>> = entries.iter().map(|entry| std::fs::read(entry).unwrap()).collect();
    std::fs::write(&entries[0], &contents[1]).unwrap();
    let ran = place.run("read reports/甲局.json reports/乙局.json --format json --cache kept").ends_with(0);
    let (own, other) = (ran.stdout.matches("甲局\"").count(), ran.stdout.matches("乙局\"").count());
    assert_ne!(own, other, "{}", ran.stdout);
}

#[test]
fn another_content_or_another_edition_is_read_again() {
    let place = some();
    place.run("check reports --cache kept").ends_with(1);
    place.put("reports/乙局.json", clean("乙局"));
    place.run("check reports --cache kept").ends_with(0);
    assert_eq!(entries(&place.path().join("kept")).len(), 3);
    place.run("check reports --cache kept --edition 2019");
    assert_eq!(entries(&place.path().join("kept")).len(), 5);
}

#[test]
fn a_damaged_entry_is_as_good_as_absent() {
    let place = some();
    let right = place.run("check reports --format json --cache kept").ends_with(1);
    for damage in [b"".as_slice(), b"short", &[7; 4096]] {
        for entry in entries(&place.path().join("kept")) {
            std::fs::write(entry, damage).unwrap();
        }
        let ran = place.run("check reports --format json --cache kept").ends_with(1);
        assert_eq!(ran.stdout, right.stdout);
        assert!(entries(&place.path().join("kept")).iter().all(|entry| std::fs::read(entry).unwrap() != damage));
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_every_time() {
    let place = Place::new();
    place.put("reports/坏.docx", RUBBISH);
    for _ in 0..2 {
        place.run("check reports --cache kept").ends_with(2).complains("坏.docx");
    }
    assert!(entries(&place.path().join("kept")).is_empty());
}

#[test]
fn a_cache_among_the_reports_is_no_report() {
    let place = some();
    for _ in 0..2 {
        let ran = place.run("check reports --cache reports/kept --format jsonl").ends_with(1);
        assert_eq!(ran.stdout.lines().count(), place.run("check reports --format jsonl").stdout.lines().count());
    }
}

#[test]
fn several_runs_may_share_a_cache() {
    let place = some();
    let right = place.run("check reports --format json").stdout;
    std::thread::scope(|scope| {
        let runs: Vec<_> =
            (0..4).map(|_| scope.spawn(|| place.run("check reports --format json --cache kept").stdout)).collect();
        assert!(runs.into_iter().all(|run| run.join().unwrap() == right));
    });
    assert_eq!(entries(&place.path().join("kept")).len(), 2);
}

#[test]
fn clearing_removes_what_was_remembered_and_nothing_else() {
    let place = some();
    place.run("check reports --cache kept").ends_with(1);
    place.put("kept/ab/note.txt", "mine").put("kept/own/x.reports", "mine");
    let ran = place.run("cache clear --cache kept").ends_with(0);
    assert!(ran.stdout.contains("2 项"), "{}", ran.stdout);
    assert_eq!(place.read("kept/ab/note.txt"), "mine");
    assert_eq!(place.read("kept/own/x.reports"), "mine");
    place.run("check reports --cache kept").ends_with(1);
}

#[test]
fn a_folder_of_something_else_is_refused() {
    let place = some();
    place.run("check reports --cache reports").ends_with(2).complains("不是缓存文件夹");
    place.run("cache clear --cache reports").ends_with(2).complains("不是缓存文件夹");
    place.run("cache clear").ends_with(2).complains("--cache");
    place.run("check reports --cache reports/甲局.json").ends_with(2).complains("不能使用");
    assert!(place.path().join("reports/乙局.json").exists());
}
