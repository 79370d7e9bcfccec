//! The message catalogue is whole: the same keys in both languages, and every key that code names.
use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_model::{FactOf, Lang, Message, catalogue_keys, render};

fn keys(lang: Lang) -> BTreeSet<String> {
    catalogue_keys(lang).into_iter().collect()
}

#[test]
fn both_languages_have_the_same_keys() {
    assert_eq!(keys(Lang::Zh), keys(Lang::En));
}

#[test]
fn every_fact_has_a_denial() {
    let known = keys(Lang::Zh);
    let missing: Vec<&str> = FactOf::TABLE.iter().map(|fact| fact.denial).filter(|key| !known.contains(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_entry_renders() {
    for lang in [Lang::Zh, Lang::En] {
        for key in keys(lang) {
            let text = render(&Message::new(key.clone()), lang);
            assert!(!text.starts_with(&format!("{key} ")) && text != key, "{key} does not parse in {lang:?}");
        }
    }
}

#[test]
fn every_key_in_the_code_is_in_the_catalogue() {
    let known = keys(Lang::Zh);
    let mut sources = Vec::new();
    for folder in ["../crates", "../exporters"] {
        collect(&Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut sources);
    }
    let mut missing = Vec::new();
    for path in sources {
        let text = std::fs::read_to_string(&path).unwrap();
        let named = text.split("Message::new(\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(key, _)| key);
        missing.extend(named.filter(|key| !known.contains(*key)).map(|key| format!("{path}: {key}")));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Rust sources of the crates, tests left out.
fn collect(directory: &Utf8Path, sources: &mut Vec<Utf8PathBuf>) {
    for entry in directory.read_dir_utf8().unwrap() {
        let path = entry.unwrap().into_path();
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() && !matches!(name, "tests" | "benches" | "target") {
            collect(&path, sources);
        } else if path.extension() == Some("rs") {
            sources.push(path);
        }
    }
}
