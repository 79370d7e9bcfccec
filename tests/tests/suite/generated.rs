//! The handbooks, the catalogue, the lists of rules and the schemas are as their sources say.
use camino::Utf8Path;
use gouji_tests::{books, generated_files};

#[test]
fn handbooks_catalogue_lists_and_schemas_are_current() {
    let root = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let files = generated_files().unwrap();
    for book in books() {
        for lang in ["zh", "en"] {
            assert!(files.contains_key(&format!("docs/handbook/{}.{lang}.md", book.edition.id)), "{}", book.edition.id);
        }
    }
    let is_stale =
        |(path, text): &(&String, &String)| std::fs::read_to_string(root.join(path)).ok().as_ref() != Some(*text);
    let stale: Vec<&String> = files.iter().filter(is_stale).map(|(path, _)| path).collect();
    assert!(stale.is_empty(), "run `cargo xtask generate`: {stale:?}");
}
