//! An invented edition, and the helper that every test of scripts goes through.
#![allow(dead_code, reason = "each test file uses a part of it")]
use gouji_edits::{Atom, Edit, Linear, Quantifier, RuleBook, Var};
use gouji_model::{Form, Lang, render};
use gouji_rules::{Folder, RulesError, load};

/// An annual report of a library.
pub(crate) const EDITION: &str = r#"
id = "library"
title = { zh = "图书馆", en = "Library" }
basis = { zh = "馆务会", en = "the board" }
years = { from = 2001, to = 2003 }
"#;

pub(crate) const FORM: &str = r#"
[[section]]
id = "summary"
number = "一"
zh = "概况"
en = "Summary"
[[section.part]]
id = "summary.staff"
zh = "人员"
en = "Staff"
[[section]]
id = "loans"
number = "二"
zh = "借阅"
en = "Loans"

[[table]]
id = "loans"
name = { zh = "表一", en = "Table 1" }
cell_name = { zh = "{column}{row}", en = "{row}, {column}" }
section = "loans"
label_columns = 2
lists = { readers = ["children", "adults"] }
[[table.block]]
columns = [
  { id = "children", zh = "少儿", en = "children" },
  { id = "adults", zh = "成人", en = "adults" },
  { id = "total", zh = "总计", en = "total", role = "total" },
]
rows = [
  { id = "lent", zh = "借出", en = "lent" },
  { id = "back", zh = "归还", en = "back", children = [
    { id = "back.late", zh = "逾期", en = "late" },
    { id = "back.lost", zh = "遗失", en = "lost" },
  ] },
  { id = "all", zh = "合计", en = "all", role = "total" },
]
[[table.row_group]]
id = "back"
name = { zh = "归还之和", en = "sum of back" }
members = ["back.late", "back.lost"]
[[table.column_group]]
id = "readers"
name = { zh = "读者之和", en = "sum of readers" }
members = ["children", "adults"]

[[table]]
id = "visits"
name = { zh = "表二", en = "Table 2" }
cell_name = { zh = "{column}", en = "{column}" }
section = "loans"
label_columns = 0
lists = { halves = ["morning", "evening"] }
[[table.block]]
columns = [
  { id = "morning.in", zh = "入", en = "in" },
  { id = "morning.out", zh = "出", en = "out" },
  { id = "evening.in", zh = "入", en = "in" },
  { id = "evening.out", zh = "出", en = "out" },
]
rows = [{ zh = "", en = "" }]
[[table.column_group]]
id = "morning"
name = { zh = "上午", en = "morning" }
members = ["morning.in", "morning.out"]
"#;

pub(crate) const LEXICON: &str = r#"[phrases]
fine = ["罚款"]
residue = ["（此处填写）"]
[prose.metrics]
late = { name = { zh = "逾期", en = "late" } }
lent = { name = { zh = "借出", en = "lent" } }
back = { name = { zh = "归还", en = "back" } }
"#;

/// A header without fault; a script of tests starts on the line after it.
pub(crate) const HEADER: &str =
    "//! title: 规则\n//! title.en: rule\n//! severity: error\n//! basis: 无\n//! 说明。\n//! en: text.\n";

/// The folder of the invented edition, without rules.
pub(crate) fn library() -> Folder {
    Folder::new("rules/library", [("edition.toml", EDITION), ("form.toml", FORM), ("lexicon.toml", LEXICON)])
}

/// A folder with further files.
pub(crate) fn with(mut folder: Folder, files: &[(&str, &str)]) -> Folder {
    folder.files.extend(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    folder
}

/// The header and a script.
pub(crate) fn script(body: &str) -> String {
    format!("{HEADER}{body}")
}

/// What a script demands, or what is wrong with it, one line each.
#[track_caller]
pub(crate) fn check(body: &str, expected: &[&str]) {
    let folder = with(library(), &[("topic/rule.rhai", &script(body))]);
    let found = match load(&[folder], &[]) {
        Ok(books) => books[0].edits.iter().map(|edit| edit_text(edit, &books[0])).collect(),
        Err(errors) => errors.0.iter().map(|error| error_text(error, HEADER.lines().count())).collect::<Vec<_>>(),
    };
    assert_eq!(found, expected, "\n{body}");
}

/// `line:column «text at fault» problem | help`, the line counted from the end of the header.
pub(crate) fn error_text(error: &RulesError, skipped: usize) -> String {
    let place = error.line_column().map(|(line, column)| format!("{}:{column} ", line - skipped)).unwrap_or_default();
    let text = error.span.clone().map(|span| format!("«{}» ", &error.text[span])).unwrap_or_default();
    let help = error.help.as_ref().map(|help| format!(" | {}", render(help, Lang::En))).unwrap_or_default();
    format!("{place}{text}{}{help}", render(&error.problem, Lang::En))
}

/// `subject: when a, b: c or d`.
pub(crate) fn edit_text(edit: &Edit, book: &RuleBook) -> String {
    let atoms = |atoms: &[Atom], between: &str| {
        atoms.iter().map(|atom| atom_text(atom, &book.form)).collect::<Vec<_>>().join(between)
    };
    let when = if edit.when.is_empty() { String::new() } else { format!("when {}: ", atoms(&edit.when, ", ")) };
    format!("{}: {when}{}", edit.subject, atoms(&edit.any, " or "))
}

fn atom_text(atom: &Atom, form: &Form) -> String {
    match atom {
        Atom::Linear(linear) => linear_text(linear, form),
        Atom::State { slot, quantifier, states } => {
            let quantifier = if *quantifier == Quantifier::All { "all" } else { "any" };
            format!("{quantifier} {} {}", form.slot_id(*slot), states.names().collect::<Vec<_>>().join("|"))
        }
        Atom::Fact { key, holds } => format!("{}{key}", if *holds { "" } else { "not " }),
    }
}

fn linear_text(linear: &Linear, form: &Form) -> String {
    let terms = linear.terms.iter().map(|term| {
        let factor = term.factor.as_ref().map(|metric| format!("share.{metric}·")).unwrap_or_default();
        let coefficient = linear.coefficient(term).to_string();
        let sign = if coefficient.starts_with('-') { "-" } else { "+" };
        let size = coefficient.trim_start_matches('-');
        let size = if size == "1" { String::new() } else { format!("{size}·") };
        let group = if matches!(&term.var, Var::Own(gouji_model::Slot::Group(_))) { "Σ" } else { "" };
        format!("{sign}{size}{factor}{group}{}", term.var.id(form))
    });
    format!("{} {} {}", terms.collect::<Vec<_>>().join(" "), linear.relation.sign(), linear.constant)
}
