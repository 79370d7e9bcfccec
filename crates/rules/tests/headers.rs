//! The `//!` header of a script.
mod support;

use gouji_edits::{Rule, Severity};
use gouji_rules::load;
use support::{error_text, library, with};

const GOOD: [&str; 8] = [
    "//! title: 借还相符",
    "//! title.en: lent and back",
    "//! severity: warning",
    "//! basis: 馆务会：第三号",
    "//! 借出的都要归还：一本也不能少。",
    "//! 这是第二行。",
    "//! en: what is lent",
    "//! comes back.",
];

fn load_with(header: &[&str]) -> Result<Rule, Vec<String>> {
    let text = format!("{}\nrequire(form.own);\n", header.join("\n"));
    match load(&[with(library(), &[("topic/rule.rhai", &text)])], &[]) {
        Ok(mut books) => Ok(books.remove(0).rules.remove(0)),
        Err(errors) => Err(errors.0.iter().map(|error| error_text(error, 0)).collect()),
    }
}

/// What is wrong with the good header, changed.
#[track_caller]
fn check(change: impl FnOnce(&mut Vec<&str>), expected: &[&str]) {
    let mut header = GOOD.to_vec();
    change(&mut header);
    assert_eq!(load_with(&header).err().unwrap_or_default(), expected);
}

#[test]
fn a_good_header_is_the_rule() {
    let rule = load_with(&GOOD).unwrap();
    assert_eq!((&*rule.id, &*rule.title.zh, &*rule.title.en), ("topic/rule", "借还相符", "lent and back"));
    assert_eq!(rule.severity, Severity::Warning);
    assert_eq!((&*rule.basis.zh, &*rule.basis.en), ("馆务会：第三号", "馆务会：第三号"));
    assert_eq!(&*rule.text.zh, "借出的都要归还：一本也不能少。这是第二行。");
    assert_eq!(&*rule.text.en, "what is lent comes back.");
}

#[test]
fn paragraphs_and_a_basis_in_english() {
    let mut header = GOOD.to_vec();
    header.extend(["//!", "//! Second paragraph: with a colon.", "//! basis.en: the board, no. 3", "//! 又一段。"]);
    let rule = load_with(&header).unwrap();
    assert_eq!(&*rule.text.en, "what is lent comes back.\nSecond paragraph: with a colon.");
    assert_eq!(&*rule.basis.en, "the board, no. 3");
    assert_eq!(&*rule.text.zh, "借出的都要归还：一本也不能少。这是第二行。又一段。");
}

#[test]
fn keys_at_fault() {
    check(
        |header| header.push("//! autor: me"),
        &[
            "9:1 «//! autor: me» unknown key `autor` in the header | There are: title, title.en, severity, basis, basis.en, en",
        ],
    );
    check(
        |header| header[2] = "//! severty: warning",
        &[
            "3:1 «//! severty: warning» unknown key `severty` in the header | Did you mean `severity`?",
            &format!("1:1 «{}» the header has no `severity` | {HELP}", GOOD.join("\n").replace("severity", "severty")),
        ],
    );
    check(|header| header.push("//! title: 又一个"), &["9:1 «//! title: 又一个» the header has `title` twice"]);
    check(
        |header| header[2] = "//! severity: waring",
        &["3:1 «//! severity: waring» `waring` is no severity | Did you mean `warning`?"],
    );
}

const HELP: &str =
    "A script starts with //! title:, //! title.en:, //! severity:, //! basis:, a Chinese text and //! en:";

#[test]
fn every_part_is_needed() {
    for (number, key) in [(0, "title"), (1, "title.en"), (2, "severity"), (3, "basis")] {
        let rest: Vec<&str> =
            GOOD.iter().enumerate().filter(|(line, _)| *line != number).map(|(_, line)| *line).collect();
        let expected = format!("1:1 «{}» the header has no `{key}` | {HELP}", rest.join("\n"));
        check(|header| _ = header.remove(number), &[&expected]);
    }
    let without_text = [&GOOD[..4], &GOOD[6..]].concat();
    let expected = format!(
        "1:1 «{}» the header has no Chinese text that says what the rule demands and why | {HELP}",
        without_text.join("\n")
    );
    check(
        |header| header.truncate(0),
        &[
            &format!("1:1 «» the header has no `title` | {HELP}"),
            &format!("1:1 «» the header has no `title.en` | {HELP}"),
            &format!("1:1 «» the header has no `severity` | {HELP}"),
            &format!("1:1 «» the header has no `basis` | {HELP}"),
            &format!("1:1 «» the header has no `en` | {HELP}"),
            &format!("1:1 «» the header has no Chinese text that says what the rule demands and why | {HELP}"),
        ],
    );
    check(|header| _ = header.drain(4..6), &[&expected]);
}

#[test]
fn the_header_stands_at_the_top() {
    let late = "//! en: more";
    let text = format!("{}\nrequire(form.own);\n{late}\n", GOOD.join("\n"));
    let errors = load(&[with(library(), &[("topic/rule.rhai", &text)])], &[]).unwrap_err();
    assert_eq!(
        error_text(&errors.0[0], 0),
        format!("10:1 «{late}» the header belongs at the top of the file, before the script")
    );
}

#[test]
fn faults_of_header_and_script_come_together() {
    let text = "//! title: 标题\nrequire(form.won);\n";
    let errors = load(&[with(library(), &[("topic/rule.rhai", text)])], &[]).unwrap_err();
    assert_eq!(errors.0.len(), 6);
    assert!(
        errors.0[5]
            .to_string()
            .starts_with("rules/library/topic/rule.rhai:2:14: `form` has no `won` (edition library).")
    );
}
