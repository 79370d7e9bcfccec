//! The table of catalogue codes is whole: every rule stands in it, and nothing else.
use std::collections::BTreeSet;

use camino::Utf8Path;
use gouji_tests::{Codes, books};

#[test]
fn every_rule_has_a_code_or_says_why_it_has_none() {
    let codes = Codes::read(&Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/codes.toml")).unwrap();
    let rules: BTreeSet<&str> = books().iter().flat_map(|book| &book.rules).map(|rule| &*rule.id).collect();
    let with_code: BTreeSet<&str> = codes.rules.values().flatten().map(String::as_str).collect();
    let without_code: BTreeSet<&str> = codes.uncoded.keys().map(String::as_str).collect();
    let none = BTreeSet::<&str>::new();
    let listed: BTreeSet<&str> = with_code.union(&without_code).copied().collect();
    assert_eq!(rules.difference(&listed).copied().collect::<BTreeSet<_>>(), none, "rules without a line in codes.toml");
    assert_eq!(listed.difference(&rules).copied().collect::<BTreeSet<_>>(), none, "lines of codes.toml without a rule");
    assert_eq!(
        with_code.intersection(&without_code).copied().collect::<BTreeSet<_>>(),
        none,
        "both with and without a code"
    );
}
