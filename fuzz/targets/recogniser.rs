//! Any text through the reader of plain text and the recogniser: no panic, and equal input gives equal reports.
#![no_main]
use std::sync::LazyLock;

use gouji_edits::RuleBook;
use gouji_read::{Input, Limits};
use gouji_recognise::{Hints, Recogniser};
use gouji_rules::Folder;
use libfuzzer_sys::fuzz_target;

static BOOKS: LazyLock<Vec<RuleBook>> = LazyLock::new(|| {
    let editions = gouji_editions::EDITIONS.iter();
    let folders: Vec<Folder> = editions.map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    gouji_rules::load(&folders, &[]).expect("the editions built in load")
});
static RECOGNISER: LazyLock<Recogniser<'static>> = LazyLock::new(|| Recogniser::new(&BOOKS));

fuzz_target!(|text: &str| {
    if let Ok(Input::Document(document)) = gouji_read::read(text.as_bytes(), &Limits::default()) {
        let once = RECOGNISER.recognise(&document, &Hints::default());
        let again = RECOGNISER.recognise(&document, &Hints::default());
        assert_eq!(format!("{once:?}"), format!("{again:?}"));
    }
});
