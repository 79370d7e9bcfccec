//! Prose to claims: sentences of many kinds, and texts of any kind.
#![cfg(test)]
use std::sync::LazyLock;

use gouji_edits::RuleBook;
use gouji_model::{Claim, Period, Report, Scope, SectionText, UnitKind};
use gouji_recognise::Recogniser;
use gouji_rules::Folder;
use proptest::prelude::*;
use serde::Deserialize;

static BOOKS: LazyLock<Vec<RuleBook>> = LazyLock::new(|| {
    let folders: Vec<Folder> =
        gouji_editions::EDITIONS.iter().map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    gouji_rules::load(&folders, &[]).unwrap_or_else(|errors| panic!("{errors}"))
});
static RECOGNISER: LazyLock<Recogniser<'static>> = LazyLock::new(|| Recogniser::new(&BOOKS));

#[derive(Deserialize)]
struct Sentences {
    sentence: Vec<Sentence>,
}

#[derive(Deserialize)]
struct Sentence {
    text: String,
    claims: Vec<String>,
    unit: Option<String>,
    kind: Option<UnitKind>,
}

/// A report of 2023 with one text in its first section.
fn report(text: &str) -> Report {
    let book = &BOOKS[BOOKS.len() - 1];
    let mut report = Report::empty(&book.form);
    report.year = Some(2023);
    let id = book.form.sections[0].id.clone();
    report.sections.push(SectionText { id, heading: String::new(), text: text.to_owned(), origin: None });
    report
}

fn claims(mut report: Report) -> Vec<Claim> {
    RECOGNISER.supply_facts(&mut report);
    report.claims
}

fn shown(claim: &Claim) -> String {
    let period = match claim.period {
        Period::ThisYear => "",
        Period::LastYear => " last_year",
        Period::Other => " other",
    };
    let scope = match claim.scope {
        None => "",
        Some(Scope::Agency) => " agency",
        Some(Scope::Region) => " region",
    };
    format!("{} {}{period}{scope}", claim.metric, claim.value)
}

#[test]
fn sentences_tell_what_they_tell_and_nothing_else() {
    let sentences: Sentences = toml::from_str(include_str!("sentences.toml")).expect("sentences.toml");
    let mut wrong = Vec::new();
    for Sentence { text, claims: expected, unit, kind } in &sentences.sentence {
        let mut report = report(text);
        report.unit.name = unit.as_deref().map(Into::into);
        report.unit.kind = *kind;
        let found: Vec<String> = claims(report).iter().map(shown).collect();
        if found != *expected {
            wrong.push(format!("{text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), sentences.sentence.len(), wrong.join("\n"));
}

#[test]
fn a_claim_says_where_it_stands() {
    let found =
        claims(report("总体平稳。\n（二）依申请公开。成效明显；全年受理政府信息公开申请12件，均已办结。谢谢。"));
    let places: Vec<(u32, &str, &str)> =
        found.iter().map(|claim| (claim.paragraph, &*claim.section, &*claim.sentence)).collect();
    assert_eq!(places, [(2, "overview", "全年受理政府信息公开申请12件，均已办结")]);
}

#[test]
fn no_word_stands_in_two_lists() {
    for book in BOOKS.iter() {
        assert_eq!(gouji_recognise::words_listed_twice(&book.lexicon.prose), Vec::<String>::new());
    }
}

/// Pieces that sentences are made of, and what is none.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "收到",
        "政府信息公开申请",
        "12",
        "一百零三",
        "件",
        "，",
        "。",
        "（",
        "）",
        "其中",
        "占",
        "33.9%",
        "2022年",
        "同比",
        "未",
        "行政复议",
        "、",
        "《",
        "分别",
        "均获维持",
        "百分之",
        "1,234",
        "万元",
        "结转",
        "截至",
        "12月31日",
        "网络",
        "等",
        "亿亿亿",
        "99999999999999999999",
        "\n",
        "；",
    ])
    .prop_map(str::to_owned);
    prop_oneof![6 => words, 1 => any::<String>()]
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        let found = claims(report(&text));
        let digits = text.chars().filter(|c| !c.is_whitespace()).count();
        prop_assert!(found.len() <= 4 * digits + 4);
        for claim in &found {
            prop_assert!(claim.paragraph >= 1 && !claim.sentence.contains('\n'));
        }
    }
}

#[test]
fn long_texts_tell_in_proportion_to_their_length() {
    // How long it takes is measured by the bench; a reader that is not linear would not come to an end here.
    let pieces = [
        "收到政府信息公开申请12件，",
        "《",
        "一百",
        "1,234",
        "（（",
        "未",
        "百分之",
        "2023年1月",
        "占",
        "其中甲局3件、",
    ];
    for piece in pieces {
        let told = |count: usize| claims(report(&piece.repeat(count))).len();
        assert_eq!(told(4000), 4 * told(1000), "{piece}");
    }
}
