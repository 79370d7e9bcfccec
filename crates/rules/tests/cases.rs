//! Cases beside the rules: how they are written, what they describe, when they fail.
#![allow(clippy::unwrap_used, reason = "a test stops at once")]
mod support;

use gouji_model::{CellState, Level};
use gouji_rules::{Case, CaseCounts, Loaded, check_cases, load_with_sources};
use support::{error_text, library, script, with};

const RULE: &str = "when(form.own).require(loans.lent.total == loans.lent.readers);\n\
                    require(visits.evening[\"in\"] >= visits.evening.out);\n\
                    when(section(\"loans\").mentions(\"fine\")).require(claim(\"late\") == loans.back.late.total);";
/// A case that holds and one that breaks, so that a test can add the one it is about.
const BOTH: &str = "[[case]]\ntitle = \"holds\"\n[[case]]\ntitle = \"breaks\"\ncells = { \"loans.lent.total\" = 5 }\n\
                    broken = [\"loans.lent.total\"]\n";

fn loaded(cases: &str) -> Loaded {
    let folder = with(library(), &[("topic/rule.rhai", &script(RULE)), ("topic/rule.cases.toml", cases)]);
    load_with_sources(&[folder], &[]).unwrap().remove(0)
}

/// What is wrong with the cases, one line each.
#[track_caller]
fn check(cases: &str, expected: &[&str]) {
    let loaded = loaded(&format!("{BOTH}[[case]]\ntitle = \"it\"\n{cases}"));
    let errors = check_cases(&loaded).err().map(|errors| errors.0).unwrap_or_default();
    let found: Vec<String> = errors.iter().map(|error| error_text(error, BOTH.lines().count())).collect();
    assert_eq!(found, expected, "\n{cases}");
}

fn case(text: &str) -> Case {
    loaded(&format!("[[case]]\ntitle = \"it\"\n{text}")).cases().unwrap().remove(0)
}

fn state(case: &Case, id: &str, loaded: &Loaded) -> CellState {
    case.report.cells[usize::from(loaded.book.form.cell_index(id).unwrap().0)].state
}

#[test]
fn cells_not_named_are_zero() {
    let text = "cells = { \"loans.lent.total\" = 12, \"loans.lent.adults\" = \"12.5\", \"visits.morning.in\" = \"blank\", \
                \"visits.morning.out\" = \"dash\", \"visits.evening.in\" = \"missing\", \"visits.evening.out\" = \"unreadable:增\" }";
    let (case, loaded) = (case(text), loaded(BOTH));
    let states: Vec<String> = ["loans.lent.total", "loans.lent.adults", "loans.lent.children"]
        .iter()
        .map(|id| match state(&case, id, &loaded) {
            CellState::Number(number) => number.to_string(),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(states, ["12", "12.5", "0"]);
    let states = ["visits.morning.in", "visits.morning.out", "visits.evening.in", "visits.evening.out"]
        .map(|id| state(&case, id, &loaded));
    assert_eq!(states, [CellState::Blank, CellState::Dash, CellState::Missing, CellState::Unreadable]);
}

#[test]
fn a_group_among_the_cells_is_its_first_cell_or_all_of_them() {
    let (number, missing) =
        (case("cells = { \"loans.back.total\" = 3 }"), case("cells = { \"loans.back.total\" = \"missing\" }"));
    let loaded = loaded(BOTH);
    let states = |case: &Case| ["loans.back.late.total", "loans.back.lost.total"].map(|id| state(case, id, &loaded));
    assert_eq!(states(&number), [CellState::Number(3.into()), CellState::Number(0.into())]);
    assert_eq!(states(&missing), [CellState::Missing, CellState::Missing]);
}

#[test]
fn a_report_is_faultless_but_for_what_is_named() {
    let case = case(
        "unit = { level = \"township\" }\nfacts = { \"title.single\" = false, \"form.own\" = \"unknown\" }\n\
                     last_year = { \"loans.lent.total\" = 4 }\nclaims = [ { metric = \"late\", value = 12 } ]\nextra = { \"loans.back.total\" = 7 }",
    );
    let fact = |key: &str| case.report.fact(key);
    assert_eq!((fact("title.present"), fact("title.single"), fact("form.own")), (Some(true), Some(false), None));
    assert_eq!((fact("section.summary.staff.present"), fact("section.loans.mentions.fine")), (Some(true), Some(false)));
    assert_eq!((fact("report.free_of.residue"), fact("unit.level.township")), (Some(true), Some(true)));
    assert_eq!((case.report.year, case.report.unit.level), (Some(2001), Some(Level::Township)));
    assert_eq!(case.last_year.as_ref().map(|report| report.year), Some(Some(2000)));
    assert_eq!((case.report.claims.len(), case.report.extra.len()), (1, 1));
}

#[test]
fn a_rule_says_of_its_cases_what_they_say() {
    assert_eq!(check_cases(&loaded(BOTH)), Ok(CaseCounts { rules: 1, cases: 2 }));
    check("cells = { \"visits.evening.in\" = \"unreadable:多\" }\nunjudged = [\"visits.evening.in\"]", &[]);
    check(
        "facts = { \"section.loans.mentions.fine\" = true }\nclaims = [ { metric = \"late\", value = 3 } ]\nbroken = [\"claim.late\"]",
        &[],
    );
}

#[test]
fn cases_that_are_not_so() {
    let it = "2:9 «\"it\"»";
    check(
        "cells = { \"loans.lent.total\" = 5 }",
        &[&format!("{it} case “it”: loans.lent.total broken, but should not be")],
    );
    check(
        "broken = [\"loans.lent.total\"]",
        &[&format!("{it} case “it”: loans.lent.total should be broken, but not so")],
    );
    check("unjudged = [\"claim.late\"]", &[&format!("{it} case “it”: claim.late should not be judged, but not so")]);
    check(
        "cells = { \"visits.evening.in\" = \"missing\" }",
        &[&format!("{it} case “it”: visits.evening.in not judged, but should be")],
    );
    check(
        "inapplicable = true",
        &[&format!("{it} case “it”: loans.lent.total, visits.evening.in applied, but nothing of the rule should")],
    );
}

#[test]
fn nothing_applied() {
    let rule = script("when(form.own).require(form.uniform);");
    let cases = "[[case]]\ntitle = \"it\"\nfacts = { \"form.own\" = false }\n";
    let folder = with(library(), &[("topic/rule.rhai", &rule), ("topic/rule.cases.toml", cases)]);
    let errors = check_cases(&load_with_sources(&[folder], &[]).unwrap()[0]).unwrap_err();
    let found: Vec<String> = errors.0.iter().map(|error| error_text(error, 0)).collect();
    assert_eq!(found, ["2:9 «\"it\"» case “it”: nothing held, nothing applied", "the rule has no case that breaks"]);
}

#[test]
fn other_reports_take_part() {
    let rule = script(
        "require(loans.lent.total == last_year.loans.all.total);\n\
         require(loans.all.total == members.loans.all.total);",
    );
    let cases = "[[case]]\ntitle = \"holds\"\ncells = { \"loans.lent.total\" = 2, \"loans.all.total\" = 7 }\n\
                 last_year = { \"loans.all.total\" = 2 }\nmembers = [{ \"loans.all.total\" = 3 }, { \"loans.all.total\" = 4 }]\n\
                 [[case]]\ntitle = \"breaks\"\nlast_year = { \"loans.all.total\" = 2 }\n\
                 broken = [\"loans.lent.total\"]\nunjudged = [\"loans.all.total\"]\n";
    let folder = with(library(), &[("topic/rule.rhai", &rule), ("topic/rule.cases.toml", cases)]);
    assert_eq!(check_cases(&load_with_sources(&[folder], &[]).unwrap()[0]), Ok(CaseCounts { rules: 1, cases: 2 }));
}

#[test]
fn every_rule_has_cases() {
    let folder = with(library(), &[("topic/rule.rhai", &script(RULE))]);
    let errors = check_cases(&load_with_sources(&[folder], &[]).unwrap()[0]).unwrap_err();
    assert_eq!(
        errors.to_string(),
        "rules/library/topic/rule.rhai: the rule has no case that holds (edition library)\n\
         rules/library/topic/rule.rhai: the rule has no case that breaks (edition library)"
    );
}

#[test]
fn misspelt_cases() {
    check("cell = { \"loans.lent.total\" = 5 }", &["3:1 «cell» unknown name `cell` | Did you mean `cells`?"]);
    check(
        "cells = { \"loans.lnet.total\" = 5 }",
        &["3:11 «\"loans.lnet.total\"» the form has no cell `loans.lnet.total` | Did you mean `loans.lent.total`?"],
    );
    check(
        "extra = { \"loans.lent.total\" = 5 }",
        &["3:11 «\"loans.lent.total\"» the form has no cell `loans.lent.total` | Did you mean `loans.back.total`?"],
    );
    check(
        "last_year = { \"loan.lent.total\" = 5 }",
        &["3:15 «\"loan.lent.total\"» the form has no cell `loan.lent.total` | Did you mean `loans.lent.total`?"],
    );
    check(
        "facts = { \"form.won\" = false }",
        &["3:11 «\"form.won\"» there is no fact `form.won` | Did you mean `form.own`?"],
    );
    check("facts = { \"form.own\" = 5 }", &["3:24 «5» a fact is true, false or \"unknown\""]);
    check(
        "unit = { level = \"towns\" }",
        &["3:18 «\"towns\"» unknown name `towns` | There are: national, province, city, county, township, street"],
    );
    check(
        "broken = [\"loans.lent.totl\"]",
        &[
            "3:11 «\"loans.lent.totl\"» no requirement of this rule is about `loans.lent.totl` | Did you mean `loans.lent.total`?",
        ],
    );
    check(
        "cells = { \"loans.lent.total\" = 12.5 }",
        &[
            "3:32 «12.5» this is no value of a cell | Write a whole number, a decimal as \"12.5\", \"blank\", \"dash\", \"missing\" or \"unreadable:text\"",
        ],
    );
    check(
        "inapplicable = true\nbroken = [\"loans.lent.total\"]",
        &["2:9 «\"it\"» inapplicable excludes broken and unjudged"],
    );
}
