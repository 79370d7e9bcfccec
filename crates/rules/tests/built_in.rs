//! The built-in editions load, and their rules say of their cases what the cases say they must.
use gouji_editions::EDITIONS;
use gouji_rules::{Folder, check_cases, load_with_sources};

fn built_in() -> Vec<Folder> {
    EDITIONS.iter().map(|texts| Folder::new(format!("rules/{}", texts.id), texts.files.iter().copied())).collect()
}

#[test]
fn every_edition_loads_and_every_case_is_as_it_says() {
    let loaded = load_with_sources(&built_in(), &[]).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(loaded.len(), EDITIONS.len());
    let failed: Vec<String> =
        loaded.iter().filter_map(|edition| check_cases(edition).err()).map(|errors| errors.to_string()).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn every_subject_is_in_its_form() {
    for edition in load_with_sources(&built_in(), &[]).unwrap_or_default() {
        let book = edition.book;
        for edit in &book.edits {
            let id = edit.subject.trim_start_matches("last_year.").trim_start_matches("members.");
            let known = book.form.slot(id).is_some()
                || edit.when.iter().chain(&edit.any).any(|atom| atom.subject(&book.form) == id);
            assert!(known, "{}", book.finding_id(edit));
        }
    }
}
