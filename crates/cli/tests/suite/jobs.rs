//! Many files at a time: the results are those of one after the other.
use std::collections::BTreeMap;

use camino::Utf8Path;

use crate::support::{Place, RUBBISH, clean, faulty};

/// Reports with and without faults and files that are none, in folders whose order is not that of the names.
fn many() -> Place {
    let place = Place::new();
    for number in 0..90 {
        let name = format!("第{number}局");
        let bytes: Vec<u8> = match number % 4 {
            0 => faulty(&name).into(),
            3 => RUBBISH.into(),
            _ => clean(&name).into(),
        };
        place.put(&format!("reports/{}/{number}.json", number % 7), bytes);
    }
    place
}

#[test]
fn every_number_of_threads_gives_the_same_output() {
    let place = many();
    for format in ["human", "json", "notice"] {
        let one = place.run(&format!("check reports --format {format} --jobs 1")).ends_with(2);
        for jobs in [2, 5] {
            let several = place.run(&format!("check reports --format {format} --jobs {jobs}")).ends_with(2);
            assert_eq!(one.stdout, several.stdout);
            assert_eq!(one.stderr, several.stderr);
        }
    }
}

/// The files of a folder with their bytes, by name.
fn files(folder: &Utf8Path) -> BTreeMap<String, Vec<u8>> {
    let entries = folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().to_owned(), std::fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn every_number_of_threads_exports_the_same_files() {
    let place = many();
    for what in ["--to markdown,json,csv", "--to xlsx,markdown --batch 全县 --long", "--to txt --notice"] {
        let export = |jobs: u16| {
            let ran = place.run(&format!("export reports {what} -o out --force --jobs {jobs}")).ends_with(2);
            let made = files(&place.path().join("out"));
            std::fs::remove_dir_all(place.path().join("out")).unwrap();
            (ran.stdout.clone(), ran.stderr.clone(), made)
        };
        let one = export(1);
        assert!(!one.2.is_empty(), "{what}");
        for jobs in [2, 5] {
            assert!(one == export(jobs), "{what} with {jobs} jobs");
        }
    }
}

#[test]
fn a_number_of_threads_that_makes_no_sense_is_refused() {
    let place = many();
    place.run("check reports --jobs 0").ends_with(2).complains("--jobs");
}

#[test]
fn a_run_that_is_asked_to_end_says_so() {
    let mut place = many();
    place.is_interrupted = true;
    place.run("check reports").ends_with(2).complains("已中断：90 个文件中已核对 0 个");
    place.run("export reports --to markdown --batch 全县 -o out").ends_with(2).complains("已中断");
    assert!(files(&place.path().join("out")).is_empty());
    place.run("check reports -o out.json --format json").ends_with(2);
    assert_eq!(place.read("out.json").matches("\"file\"").count(), 0);
}
