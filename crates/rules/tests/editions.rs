//! Editions, their bases, and overlays of one's own.
#![allow(clippy::panic, reason = "a test stops at once")]
mod support;

use gouji_edits::{RuleBook, Severity};
use gouji_model::{Date, Lang, Level, UnitKind, render};
use gouji_rules::{Folder, load};
use support::{EDITION, FORM, LEXICON, edit_text, error_text, library, script, with};

const LENT: &str = "for c in loans.columns { require(loans.lent[c] >= 0); }";
const BACK: &str = "require(loans.back.total <= loans.lent.total);";

/// An edition with two rules.
fn base() -> Folder {
    with(library(), &[("loans/lent.rhai", &script(LENT)), ("loans/back.rhai", &script(BACK))])
}

/// A folder that changes an edition.
fn overlay(edition: &str, files: &[(&str, &str)]) -> Folder {
    with(Folder::new("my rules", [("edition.toml", edition)]), files)
}

fn books(built_in: &[Folder], overlays: &[Folder]) -> Vec<RuleBook> {
    load(built_in, overlays).unwrap_or_else(|errors| panic!("{errors}"))
}

fn ids(book: &RuleBook) -> Vec<&str> {
    book.rules.iter().map(|rule| &*rule.id).collect()
}

/// `edition years: rules`, one line for each edition.
#[track_caller]
fn check(overlays: &[Folder], expected: &[&str]) {
    let found = match load(&[base()], overlays) {
        Ok(books) => books
            .iter()
            .map(|book| format!("{} {}: {}", book.edition.id, book.edition.years, ids(book).join(" ")))
            .collect::<Vec<_>>(),
        Err(errors) => errors.0.iter().map(|error| format!("{} {}", error.file, error_text(error, 0))).collect(),
    };
    assert_eq!(found, expected);
}

#[test]
fn rules_are_sorted_by_id_and_edits_follow() {
    let book = &books(&[base()], &[])[0];
    let edits: Vec<String> = book.edits.iter().map(|edit| format!("{} {}", edit.rule, edit_text(edit, book))).collect();
    assert_eq!(ids(book), ["loans/back", "loans/lent"]);
    assert_eq!(
        edits,
        [
            "0 loans.back.total: +Σloans.back.total -loans.lent.total ≤ 0",
            "1 loans.lent.children: +loans.lent.children ≥ 0",
            "1 loans.lent.adults: +loans.lent.adults ≥ 0",
            "1 loans.lent.total: +loans.lent.total ≥ 0",
        ]
    );
}

#[test]
fn a_provinces_extra_rule_takes_the_place_of_the_edition() {
    let extra = script("require(visits.morning > 0);");
    check(
        &[overlay("id = \"hn\"\nbase = \"library\"", &[("visits/morning.rhai", &extra)])],
        &["hn 2001–2003: loans/back loans/lent visits/morning"],
    );
    check(
        &[overlay("id = \"library\"\nbase = \"library\"\nyears = { from = 2001, to = 2003 }", &[])],
        &["library 2001–2003: loans/back loans/lent"],
    );
}

#[test]
fn overlays_stack_in_their_order() {
    let extra = script("require(visits.morning > 0);");
    let province = overlay("id = \"library\"\nbase = \"library\"", &[("a/a.rhai", &extra)]);
    let office = overlay("id = \"library\"\nbase = \"library\"", &[("b/b.rhai", &extra)]);
    check(&[province.clone(), office], &["library 2001–2003: a/a b/b loans/back loans/lent"]);
    let other = overlay("id = \"other\"\nbase = \"library\"", &[]);
    let twin = overlay("id = \"twin\"\nbase = \"library\"", &[]);
    check(
        &[other, twin],
        &[
            "my rules/edition.toml 1:6 «\"twin\"» the years of edition `twin` (2001–2003) overlap those of my rules/edition.toml \
         (2001–2003) | To change an edition write base = \"…\" and no years; to replace it whole use its id and no base",
        ],
    );
}

#[test]
fn a_new_edition_inherits_and_a_whole_one_replaces() {
    check(
        &[overlay("id = \"new\"\nbase = \"library\"\nyears = { from = 2004 }\nretire = [\"loans/lent\"]", &[])],
        &["library 2001–2003: loans/back loans/lent", "new 2004–: loans/back"],
    );
    let whole = with(Folder::new("whole", [("edition.toml", EDITION), ("form.toml", FORM)]), &[]);
    check(&[whole], &["library 2001–2003: "]);
}

#[test]
fn a_rule_of_the_same_path_replaces_the_bases() {
    let own = script("require(loans.back.total == loans.lent.total);");
    let book = &books(&[base()], &[overlay("id = \"hn\"\nbase = \"library\"", &[("loans/back.rhai", &own)])])[0];
    assert_eq!(edit_text(&book.edits[0], book), "loans.back.total: +Σloans.back.total -loans.lent.total = 0");
}

#[test]
fn severities() {
    let edition = "id = \"hn\"\nbase = \"library\"\n[severity]\n\"loans/back\" = \"note\"\n[severity_in.2002]\n\"loans/lent\" = \"warning\"";
    let book = &books(&[base()], &[overlay(edition, &[])])[0];
    let severity = |id: &str, year| book.rule(id).map(|rule| rule.severity_for(Some(year)));
    assert_eq!(severity("loans/back", 2002), Some(Severity::Note));
    assert_eq!(severity("loans/lent", 2002), Some(Severity::Warning));
    assert_eq!(severity("loans/lent", 2003), Some(Severity::Error));
}

#[test]
fn due_dates() {
    let due = |day: u8| {
        format!(
            "[[due]]\nkind = \"department\"\nlevels = [\"county\"]\nmonth = 2\nday = {day}\nbasis = {{ zh = \"通知\", en = \"notice\" }}\n"
        )
    };
    let of = |day| format!("id = \"hn\"\nbase = \"library\"\n{}", due(day));
    let book = &books(&[base()], &[overlay(&of(29), &[])])[0];
    let county = |kind| book.edition.due.iter().any(|due| due.is_for(Some(Level::County), kind));
    assert!(county(Some(UnitKind::Department)) && !county(Some(UnitKind::Government)) && !county(None));
    assert!(!book.edition.due[0].is_for(Some(Level::Street), Some(UnitKind::Department)));
    assert_eq!(book.edition.due[0].date(2003), Date::new(2004, 2, 29));
    let errors = load(&[base()], &[overlay(&of(30), &[])]).unwrap_err();
    assert!(errors.to_string().contains("there is no day 2-30"), "{errors}");
    // An edition of its own due dates replaces its base's; one without them keeps them.
    let own = overlay("id = \"hn2\"\nbase = \"hn\"", &[]);
    assert_eq!(books(&[base()], &[overlay(&of(1), &[]), own])[0].edition.due.len(), 1);
}

#[test]
fn tables_sections_and_words() {
    let table = r#"
[[table]]
id = "visits"
name = { zh = "新表二", en = "New table 2" }
cell_name = { zh = "{column}", en = "{column}" }
section = "loans"
label_columns = 0
[[table.block]]
columns = [{ id = "all", zh = "人次", en = "visits" }]
rows = [{ zh = "", en = "" }]
"#;
    let words = "[phrases]\nresidue = [\"略\"]\nmore = [\"多\"]";
    let overlay = overlay("id = \"hn\"\nbase = \"library\"", &[("form.toml", table), ("lexicon.toml", words)]);
    let book = &books(&[base()], &[overlay])[0];
    let tables: Vec<&str> = book.form.tables.iter().map(|table| &*table.name.zh).collect();
    assert_eq!((tables, book.form.sections.len()), (vec!["表一", "新表二"], 2));
    assert!(book.form.slot("visits.all").is_some() && book.form.slot("visits.morning").is_none());
    let words: Vec<String> =
        book.lexicon.phrases.iter().map(|(key, words)| format!("{key} {}", words.join(" "))).collect();
    assert_eq!(words, ["fine 罚款", "more 多", "residue 略"]);
}

#[test]
fn an_inherited_script_can_fail_in_one_edition() {
    let table = FORM.split("[[table]]").nth(1).unwrap_or_default().replace("\"lent\"", "\"borrowed\"");
    let new = overlay(
        "id = \"new\"\nbase = \"library\"\nyears = { from = 2004 }",
        &[("form.toml", &format!("[[table]]{table}"))],
    );
    let errors = load(&[base()], &[new]).unwrap_err();
    let choices = "(edition new). There are: all, back, borrowed, columns, rows, cells, readers";
    assert_eq!(
        errors.to_string(),
        format!(
            "rules/library/loans/back.rhai:7:35: `loans` has no `lent` {choices}\n\
         rules/library/loans/lent.rhai:7:40: `loans` has no `lent` {choices}"
        )
    );
}

#[test]
fn a_fault_of_a_base_is_told_once() {
    let faulty = with(base(), &[("loans/back.rhai", &script("require(loans.bcak == 0);"))]);
    let errors =
        load(&[faulty], &[overlay("id = \"new\"\nbase = \"library\"\nyears = { from = 2004 }", &[])]).unwrap_err();
    assert_eq!(errors.0.len(), 1);
    assert_eq!(
        render(&errors.0[0].message(), Lang::Zh),
        "rules/library/loans/back.rhai:7:15：“loans”下没有“bcak”（格式版本 library）。是不是“back”？"
    );
}

#[test]
fn names_of_rules_and_editions() {
    let of = |text: &str| [overlay(&format!("id = \"hn\"\nbase = \"library\"\n{text}"), &[])];
    check(
        &of("retire = [\"loans/bakc\"]"),
        &["my rules/edition.toml 3:11 «\"loans/bakc\"» there is no rule `loans/bakc` | Did you mean `loans/back`?"],
    );
    check(
        &of("retire = [\"back\"]"),
        &["my rules/edition.toml 3:11 «\"back\"» there is no rule `back` | Did you mean `loans/back`?"],
    );
    check(
        &of("[severity]\n\"loans/lend\" = \"note\""),
        &["my rules/edition.toml 4:1 «\"loans/lend\"» there is no rule `loans/lend` | Did you mean `loans/lent`?"],
    );
    check(
        &of("[severity_in.2009]\n\"loans/lent\" = \"note\""),
        &["my rules/edition.toml 3:14 «2009» `2009` is no year of this edition (2001–2003)"],
    );
    check(
        &of("[severity]\n\"loans/lent\" = \"waring\""),
        &["my rules/edition.toml 4:16 «\"waring\"» unknown name `waring` | Did you mean `warning`?"],
    );
    check(
        &[overlay("id = \"hn\"\nbase = \"libary\"", &[])],
        &["my rules/edition.toml 2:8 «\"libary\"» there is no edition `libary` to build on | Did you mean `library`?"],
    );
    check(
        &[overlay("id = \"a\"\nbase = \"b\"", &[]), overlay("id = \"b\"\nbase = \"a\"", &[])],
        &[
            "my rules/edition.toml 2:8 «\"a\"» edition `a` itself builds on this one",
            "my rules/edition.toml 2:8 «\"b\"» edition `b` itself builds on this one",
        ],
    );
}

#[test]
fn faults_of_edition_files() {
    check(
        &[overlay("id = \"hn\"\nbsae = \"library\"", &[])],
        &["my rules/edition.toml 2:1 «bsae» unknown name `bsae` | Did you mean `base`?"],
    );
    check(&[overlay("base = \"library\"", &[])], &["my rules/edition.toml 1:1 «» `id` is missing"]);
    check(&[overlay("id = \"hn\"", &[])], &["my rules/edition.toml 1:6 «\"hn\"» `title` is missing"]);
    check(
        &[overlay("id = \"hn", &[])],
        &["my rules/edition.toml 1:9 «» invalid TOML: invalid basic string, expected `\"`"],
    );
    check(
        &[overlay("id = \"hn\"\nbase = \"library\"\nyears = { from = 2009, to = 2008 }", &[])],
        &["my rules/edition.toml 3:9 «{ from = 2009, to = 2008 }» the years run backwards: 2009–2008"],
    );
    check(
        &[Folder::new("nothing", [])],
        &["nothing/edition.toml there is no edition.toml in the folder | \
         Write an edition.toml with at least an id, and a base if it changes an edition that exists"],
    );
}

#[test]
fn files_that_would_not_count() {
    let of = |path: &str| [overlay("id = \"hn\"\nbase = \"library\"", &[(path, "")])];
    let kebab = |path: &str| {
        format!(
            "my rules/{path} the path of a rule is `topic/rule`, in lower-case letters, digits and hyphens, not `{path}`"
        )
    };
    let unknown = |path: &str| {
        format!(
            "my rules/{path} `{path}` is no file of an edition | The folder of an edition holds edition.toml, form.toml, \
             lexicon.toml, <topic>/<rule>.rhai and <topic>/<rule>.cases.toml"
        )
    };
    check(&of("rule.rhai"), &[&kebab("rule.rhai")]);
    check(&of("Topic/rule.rhai"), &[&kebab("Topic/rule.rhai")]);
    check(&of("topic/rule_one.rhai"), &[&kebab("topic/rule_one.rhai")]);
    check(&of("topic/rule.rhia"), &[&unknown("topic/rule.rhia")]);
    check(&of("froms.toml"), &[&unknown("froms.toml")]);
    check(&of("README.md"), &["hn 2001–2003: loans/back loans/lent"]);
    check(
        &of("loans/lend.cases.toml"),
        &["my rules/loans/lend.cases.toml there is no rule `loans/lend` | Did you mean `loans/lent`?"],
    );
}

#[test]
fn faults_of_forms_and_words() {
    let of = |path: &str, from: &str, to: &str| {
        let text = if path == "form.toml" { FORM } else { LEXICON };
        let folder = with(base(), &[(path, &text.replacen(from, to, 1))]);
        let errors = load(&[folder], &[]).unwrap_err();
        errors.0.iter().map(|error| error_text(error, 0)).collect::<Vec<_>>()
    };
    assert_eq!(
        of("form.toml", "[\"children\", \"adults\"]", "[\"children\", \"adult\"]"),
        ["23:34 «\"adult\"» group or list `readers` of table `loans` names `adult`, which is no row or column there",]
    );
    assert_eq!(
        of("form.toml", "section = \"loans\"", "section = \"lones\""),
        ["21:11 «\"lones\"» table `loans` stands in section `lones`, which the form does not have",]
    );
    assert_eq!(
        of("form.toml", "label_columns = 2", "lable_columns = 2"),
        ["22:1 «lable_columns» unknown name `lable_columns` | Did you mean `label_columns`?",]
    );
    assert_eq!(
        of("form.toml", "id = \"loans\"\nname", "id = \"title\"\nname")[0],
        "the table id `title` means something else in rule scripts, choose another"
    );
    assert_eq!(
        of("lexicon.toml", "[phrases]", "[phrase]"),
        ["1:2 «phrase» unknown name `phrase` | Did you mean `phrases`?"]
    );
}
