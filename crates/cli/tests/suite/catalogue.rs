//! The texts of the driver: each has its key in both languages, and none is left over.
use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_model::{Lang, catalogue_keys};

/// Starts of keys that are made from ids of arguments, commands and columns.
const MADE: [&str; 4] = ["driver-arg-", "driver-command-", "driver-usage-", "driver-table-"];

fn sources(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let entries = folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().into_path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

fn used() -> BTreeSet<String> {
    let source = |path: Utf8PathBuf| std::fs::read_to_string(path).unwrap();
    // The words for places and severities are those of exporters too.
    let folders = ["src", "../export/src"].map(|folder| Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let texts = folders.iter().flat_map(|folder| sources(folder)).map(source);
    let is_key = |text: &&str| {
        (text.starts_with("driver-") || text.starts_with("word-")) && !text.contains(['{', ' ']) && !text.ends_with('-')
    };
    texts.flat_map(|text| text.split('"').filter(is_key).map(ToOwned::to_owned).collect::<Vec<_>>()).collect()
}

fn known(lang: Lang) -> BTreeSet<String> {
    let own = |key: &String| key.starts_with("driver-") || key.starts_with("word-");
    catalogue_keys(lang).into_iter().filter(own).collect()
}

#[test]
fn every_key_has_a_text_in_both_languages() {
    let (zh, en) = (known(Lang::Zh), known(Lang::En));
    assert_eq!(zh.symmetric_difference(&en).collect::<Vec<_>>(), [""; 0]);
    let used = used();
    assert!(used.len() > 100, "the sources were not found");
    assert_eq!(used.difference(&zh).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn no_text_is_left_over() {
    let used = used();
    let left_over = |key: &&String| !used.contains(*key) && !MADE.iter().any(|start| key.starts_with(start));
    assert_eq!(known(Lang::Zh).iter().filter(left_over).collect::<Vec<_>>(), [""; 0]);
}
