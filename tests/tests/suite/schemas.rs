//! Every JSON that gouji writes fits its schema.
use std::ffi::OsString;
use std::sync::Arc;

use camino::Utf8Path;
use gouji::{Environment, Io};
use jsonschema::Validator;
use serde_json::{Value, json};

/// Files that are read, of both editions, of a mixed form, with findings, and one that is no report.
pub(crate) const FILES: &str =
    "consistent-2019.txt faulty-2021.txt mixed-2023.txt layout-09-2021.txt wrong-form-2022.txt none.txt";

/// The schema of a name, as it stands in the repository.
pub(crate) fn schema(name: &str) -> Validator {
    let path = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../schema/{name}.json"));
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

/// Asserts that a value fits, with the first of what does not.
#[track_caller]
pub(crate) fn fits(schema: &Validator, value: &Value) {
    let faults: Vec<String> =
        schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).take(5).collect();
    assert_eq!(faults, [""; 0]);
}

/// A folder with the reports and a unit list.
pub(crate) fn place() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let reports = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/reports");
    for name in FILES.split(' ').filter(|name| *name != "none.txt") {
        std::fs::copy(reports.join(name), folder.path().join(name)).unwrap();
    }
    std::fs::write(folder.path().join("none.txt"), "通知").unwrap();
    std::fs::write(folder.path().join("units.csv"), "名称,层级\n松渡县水利局,县级\n云岭县档案馆,县级\n").unwrap();
    folder
}

/// What a command writes on standard output, run in the folder.
pub(crate) fn run(folder: &tempfile::TempDir, arguments: &str) -> String {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let args = std::iter::once("gouji").chain(arguments.split_whitespace()).map(OsString::from);
    let cwd = Utf8Path::from_path(folder.path()).unwrap().to_owned();
    let env = Environment::default();
    gouji::run(
        args,
        &mut Io {
            stdout: &mut stdout,
            stderr: &mut stderr,
            is_terminal: false,
            is_error_terminal: false,
            env,
            cwd,
            interruption: Arc::default(),
        },
    );
    String::from_utf8(stdout).unwrap()
}

fn file(folder: &tempfile::TempDir, name: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(folder.path().join(name)).unwrap()).unwrap()
}

#[test]
fn findings() {
    let (folder, schema) = (place(), schema("check-1"));
    for options in ["", " --units units.csv", " --lang en"] {
        let check: Value =
            serde_json::from_str(&run(&folder, &format!("check {FILES} --format json{options}"))).unwrap();
        assert_eq!(check["reports"].as_array().unwrap().len(), 5);
        assert_eq!(check["failures"].as_array().unwrap().len(), 1);
        assert_eq!(check.get("progress").is_some(), options.contains("units"));
        fits(&schema, &check);
    }
    let mut check: Value = serde_json::from_str(&run(&folder, "check faulty-2021.txt --format json")).unwrap();
    check["reports"][0]["findings"][0]["severity"] = json!("grave");
    assert!(!schema.is_valid(&check));
}

#[test]
fn differences_of_editions() {
    let (folder, schema) = (place(), schema("rules-diff-1"));
    let compare = |options: &str| -> Value {
        serde_json::from_str(&run(&folder, &format!("rules diff 2019 2021 --format json{options}"))).unwrap()
    };
    let plain = compare("");
    assert!(plain.get("replay").is_none());
    fits(&schema, &plain);
    let replayed = compare(" --replay .");
    assert_eq!(replayed["replay"].as_array().unwrap().len(), 7, "five reports, and two files that are none");
    fits(&schema, &replayed);
}

#[test]
fn reports() {
    let (folder, schema) = (place(), schema("report-1"));
    fits(&schema, &serde_json::from_str(&run(&folder, "read faulty-2021.txt --format json")).unwrap());
    fits(&schema, &serde_json::from_str(&run(&folder, &format!("read {FILES} --format json"))).unwrap());
    run(&folder, "export faulty-2021.txt mixed-2023.txt --to json");
    run(&folder, "export faulty-2021.txt mixed-2023.txt --to json --batch 全县");
    run(&folder, "new --unit 云岭县 --year 2020 --to json");
    for name in ["faulty-2021.json", "mixed-2023.json", "全县.json", "云岭县2020.json"] {
        fits(&schema, &file(&folder, name));
    }
    // What a person writes by hand fits too, and what no reader takes does not.
    fits(&schema, &json!({"schema": "gouji/report/1", "edition": "2021", "year": 2024, "cells": {}}));
    assert!(!schema.is_valid(&json!({"schema": "gouji/report/2", "edition": "2021", "year": 2024, "cells": {}})));
    let cells = json!({"requests.received.total": {"state": "number", "value": 12}});
    assert!(!schema.is_valid(&json!({"schema": "gouji/report/1", "edition": "2021", "year": 2024, "cells": cells})));
}

#[test]
fn descriptors() {
    let (folder, schema, metadata) = (place(), schema("datapackage-1"), schema("csv-metadata-1"));
    run(&folder, "export faulty-2021.txt consistent-2019.txt --to csv --batch 全县 --date 2026-01-31");
    run(&folder, "export faulty-2021.txt --to csv");
    for name in ["全县.datapackage.json", "faulty-2021.datapackage.json"] {
        let descriptor = file(&folder, name);
        fits(&schema, &descriptor);
        for resource in descriptor["resources"].as_array().unwrap() {
            let path = resource["path"].as_str().unwrap();
            assert!(folder.path().join(path).is_file(), "{path}");
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let names: std::collections::BTreeSet<&str> =
                fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            assert_eq!(names.len(), fields.len(), "names of columns are unique");
        }
        let described = file(&folder, &name.replace(".datapackage.json", ".csv-metadata.json"));
        fits(&metadata, &described);
        for (table, resource) in
            described["tables"].as_array().unwrap().iter().zip(descriptor["resources"].as_array().unwrap())
        {
            assert_eq!(table["url"], resource["path"]);
            let pick = |list: &Value, key: &str| {
                list.as_array().unwrap().iter().map(|own| own[key].clone()).collect::<Vec<_>>()
            };
            assert_eq!(pick(&table["tableSchema"]["columns"], "titles"), pick(&resource["schema"]["fields"], "name"));
        }
    }
}

#[test]
fn rules_and_proofs() {
    let folder = place();
    for (command, name) in [
        ("rules list --format json", "rules-1"),
        ("rules show requests/flow-balance --format json", "rules-1"),
        ("rules prove --format json", "proof-1"),
    ] {
        let written: Value = serde_json::from_str(&run(&folder, command)).unwrap();
        assert_eq!(written["editions"].as_array().unwrap().len(), 2, "{command}");
        fits(&schema(name), &written);
    }
    let mut rules: Value =
        serde_json::from_str(&run(&folder, "rules show requests/flow-balance --format json")).unwrap();
    let edits = rules["editions"][1]["rules"][0]["edits"].as_array_mut().unwrap();
    assert_eq!(edits.len(), 7);
    edits[0]["any"][0] = json!({"sum": []});
    assert!(!schema("rules-1").is_valid(&rules));
}
