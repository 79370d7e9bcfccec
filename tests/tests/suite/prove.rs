//! `rules prove`: what is said of the editions, and of rules that contradict, repeat or fix something; `rules sql` over
//! an exported table.
use serde_json::{Value, json};

use crate::schemas::{fits, place, run, schema};

#[test]
fn of_the_editions_in_chinese() {
    insta::assert_snapshot!(run(&place(), "rules prove"));
}

#[test]
fn of_the_current_edition_in_english() {
    insta::assert_snapshot!(run(&place(), "rules prove --edition 2021 --lang en"));
}

#[test]
fn quietly_the_score_alone() {
    let said = run(&place(), "rules prove --quiet");
    assert_eq!(said.lines().count(), 2, "{said}");
}

/// What is proven of the 2021 edition with rules added.
fn with_rules(rules: &[&str]) -> Value {
    let folder = place();
    let own = folder.path().join("own/proactive");
    std::fs::create_dir_all(&own).unwrap();
    std::fs::write(folder.path().join("own/edition.toml"), "id = \"2021-x\"\nbase = \"2021\"\n").unwrap();
    for (number, rule) in rules.iter().enumerate() {
        let header = "//! title: 甲\n//! title.en: a\n//! severity: error\n//! basis: 格式结构\n//! 甲。\n//! en: A.\n";
        std::fs::write(own.join(format!("r{number}.rhai")), format!("{header}{rule}\n")).unwrap();
        std::fs::write(own.join(format!("r{number}.cases.toml")), "").unwrap();
    }
    let said = run(&folder, "rules prove --rules own --edition 2021-x --format json");
    let mut proofs: Value = serde_json::from_str(&said).unwrap();
    fits(&schema("proof-1"), &proofs);
    proofs["editions"][0].take()
}

#[test]
fn rules_that_contradict_each_other_are_named() {
    let proof = with_rules(&[
        "require(proactive.licensing.decisions >= proactive.penalties.decisions + 3);",
        "require(proactive.penalties.decisions >= proactive.coercion.decisions);",
        "require(proactive.coercion.decisions >= proactive.licensing.decisions - 2);",
        "require(proactive.fees.amount == 7);",
    ]);
    assert_eq!(proof["consistency"], "contradictory");
    let conflict = [
        "proactive/r0@proactive.licensing.decisions",
        "proactive/r1@proactive.penalties.decisions",
        "proactive/r2@proactive.coercion.decisions",
    ];
    assert_eq!(proof["conflict"], json!(conflict));
    assert_eq!(proof["mutation"], Value::Null);
}

#[test]
fn cells_with_one_value_are_found() {
    let proof = with_rules(&[
        "require(proactive.licensing.decisions + proactive.penalties.decisions == 0);",
        "require(2 * proactive.fees.amount == 7);",
    ]);
    let fixed = json!({
        "proactive.fees.amount": "7/2", "proactive.licensing.decisions": "0", "proactive.penalties.decisions": "0"
    });
    assert_eq!(proof["fixed"], fixed);
    assert_eq!(proof["consistency"], "fractions");
}

#[test]
fn rules_that_follow_from_others_are_found() {
    let plain = with_rules(&["require(proactive.fees.amount >= proactive.coercion.decisions);"]);
    let proof = with_rules(&[
        "require(requests.received.total >= requests.received.business);",
        "require(requests.received.total + requests.carried_in.total
            == requests.outcomes.total + requests.carried_out.total);",
        "require(proactive.fees.amount >= proactive.coercion.decisions);",
        "require(proactive.fees.amount >= proactive.coercion.decisions - 1);",
    ]);
    let bounds = ["proactive/r0@requests.received.total", "proactive/r3@proactive.fees.amount"];
    assert_eq!(proof["redundant_bounds"], json!(bounds));
    assert_eq!(proof["rank"], plain["rank"]);
    assert_eq!(proof["dependent"].as_array().unwrap().len(), plain["dependent"].as_array().unwrap().len() + 1);
}

#[test]
fn cells_that_always_agree_are_found() {
    let proof = with_rules(&["require(proactive.licensing.decisions == 3 * proactive.penalties.decisions);"]);
    let tied = json!([["proactive.licensing.decisions", "proactive.penalties.decisions"]]);
    assert_eq!(proof["tied"], tied);
    let slips = proof["double_slips"].as_array().unwrap();
    let own = slips.iter().find(|slip| slip["cells"] == tied[0]).unwrap();
    let step = |change: &Value| -> i64 {
        let value = |key: &str| change[key].as_str().unwrap().parse::<i64>().unwrap();
        value("to") - value("from")
    };
    assert_eq!(step(&own["example"][0]), 3 * step(&own["example"][1]));
}

/// The base satisfies what it says, and its survivors do survive.
#[test]
fn the_score_is_what_checking_the_changed_report_gives() {
    let folder = place();
    let proofs: Value = serde_json::from_str(&run(&folder, "rules prove --format json")).unwrap();
    for proof in proofs["editions"].as_array().unwrap() {
        let score = &proof["mutation"];
        assert_eq!(score["broken"], json!([]));
        let edition = proof["edition"].as_str().unwrap();
        let errors = |changes: &[Value]| {
            let mut cells = score["base"].as_object().unwrap().clone();
            for change in changes {
                cells.insert(change["cell"].as_str().unwrap().into(), change["to"].clone());
            }
            let cell = |value: &Value| match value.as_str().unwrap() {
                "" => json!({"state": "blank"}),
                number => json!({"state": "number", "value": number}),
            };
            let cells: serde_json::Map<String, Value> =
                cells.iter().map(|(id, value)| (id.clone(), cell(value))).collect();
            let report = json!({"schema": "gouji/report/1", "edition": edition, "year": 2020, "cells": cells});
            std::fs::write(folder.path().join("base.json"), report.to_string()).unwrap();
            let check: Value =
                serde_json::from_str(&run(&folder, &format!("check base.json --edition {edition} --format json")))
                    .unwrap();
            let findings = check["reports"][0]["findings"].as_array().unwrap().clone();
            findings.iter().filter(|finding| !finding["cells"].as_array().unwrap().is_empty()).count()
        };
        let before = errors(&[]);
        for survivor in score["survivors"].as_array().unwrap().iter().step_by(7) {
            assert_eq!(errors(survivor["changes"].as_array().unwrap()), before, "{survivor}");
        }
        let slips = proof["double_slips"].as_array().unwrap();
        assert!(slips.iter().all(|slip| slip["example"].as_array().unwrap().len() == 2));
    }
}

#[test]
fn sql_over_an_exported_table() {
    let folder = place();
    run(&folder, "export faulty-2021.txt mixed-2023.txt --to csv --batch 全县");
    let mut reader = csv::Reader::from_path(folder.path().join("全县.wide.csv")).unwrap();
    let names: Vec<String> =
        reader.headers().unwrap().iter().map(|name| name.trim_start_matches('\u{feff}').to_owned()).collect();
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    let columns: Vec<String> = names.iter().map(|name| gouji_edits::sql_name(name)).collect();
    connection.execute(&format!("CREATE TABLE reports ({})", columns.join(", ")), []).unwrap();
    let insert = format!("INSERT INTO reports VALUES ({})", vec!["?"; names.len()].join(", "));
    for record in reader.records() {
        connection.execute(&insert, rusqlite::params_from_iter(record.unwrap().iter())).unwrap();
    }
    let query = run(&folder, "rules sql --edition 2021 --columns 全县.wide.csv");
    // The table has no facts: what needs them is said to be left out.
    assert!(query.contains("form/edition@form.own 未列入"), "{query}");
    let mut statement = connection.prepare(&query).unwrap();
    let column = |name: &str| statement.column_names().position(|own| own == name).unwrap();
    let broken = column("disputes/outcome-total@disputes.reconsideration.total");
    let balance = column("requests/outcome-total@requests.outcome_total.total");
    let rows =
        statement.query_map([], |row| Ok((row.get::<_, String>(broken)?, row.get::<_, String>(balance)?))).unwrap();
    let rows: Vec<(String, String)> = rows.map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    // In the mixed form a row of the group stands for its three: without it the total could not be judged.
    assert!(rows.iter().all(|(_, balance)| balance == "held" || balance == "broken"), "{rows:?}");
}
