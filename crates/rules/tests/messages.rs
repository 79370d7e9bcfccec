//! Every message of this crate is in both catalogues, and every message in them is used.
#![allow(clippy::unwrap_used, reason = "a test stops at once")]
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gouji_model::{Lang, catalogue_keys};

/// Keys written in the sources below a folder.
fn keys_below(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            keys_below(&path, keys);
        } else {
            let text = fs::read_to_string(&path).unwrap();
            let quoted = text.split('"').filter(|part| part.starts_with("rules-"));
            keys.extend(
                quoted
                    .filter(|part| part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
                    .map(str::to_owned),
            );
        }
    }
}

#[test]
fn the_catalogues_have_the_keys_of_the_sources() {
    let mut used = BTreeSet::new();
    keys_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut used);
    for lang in [Lang::Zh, Lang::En] {
        let known: BTreeSet<String> =
            catalogue_keys(lang).into_iter().filter(|key| key.starts_with("rules-")).collect();
        assert_eq!(
            used.difference(&known).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "{lang:?}: not in the catalogue"
        );
        assert_eq!(known.difference(&used).collect::<Vec<_>>(), Vec::<&String>::new(), "{lang:?}: never used");
    }
}
