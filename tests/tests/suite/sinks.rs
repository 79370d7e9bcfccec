//! The forms of the result of a check.
use serde_json::Value;

use crate::schemas::{FILES, fits, place, run, schema};

#[test]
fn json_lines() {
    let (folder, schema) = (place(), schema("check-line-1"));
    let lines = run(&folder, &format!("check {FILES} --format jsonl --units units.csv"));
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let kinds: Vec<&str> = lines.iter().map(|line| line["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["report", "report", "report", "report", "report", "failure", "progress"]);
    for line in &lines {
        fits(&schema, line);
    }
    // Each line is the report as the one object has it.
    let check: Value =
        serde_json::from_str(&run(&folder, &format!("check {FILES} --format json --units units.csv"))).unwrap();
    for (line, report) in lines.iter().zip(check["reports"].as_array().unwrap()) {
        let mut line = line.clone();
        line.as_object_mut().unwrap().remove("kind");
        assert_eq!(line, *report);
    }
}

#[test]
fn sarif() {
    let text = include_str!("../../suite/sarif/sarif-schema-2.1.0.json");
    let mut schema: Value = serde_json::from_str(text).unwrap();
    // As published it has one bracket too many, which only lenient engines take.
    for definition in ["run", "toolComponent"] {
        schema["definitions"][definition]["properties"]["language"]["pattern"] = "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$".into();
    }
    let schema = jsonschema::validator_for(&schema).unwrap();
    let folder = place();
    // A number in the prose that no reading of the table gives: the readings have cells in common.
    let told = include_str!("../../suite/reports/consistent-2021.txt");
    assert!(told.contains("全年新收政府信息公开申请27件"));
    std::fs::write(
        folder.path().join("told.txt"),
        told.replace("公开申请27件", "公开申请26件").replace("办结27件", "办结26件"),
    )
    .unwrap();
    let told: Value = serde_json::from_str(&run(&folder, "check told.txt --format json")).unwrap();
    let findings = told["reports"][0]["findings"].as_array().unwrap();
    assert!(findings.iter().any(|finding| finding["rule"] == "prose/received"));
    for finding in findings {
        let cells = finding["cells"].as_array().unwrap();
        assert!((1..cells.len()).all(|index| !cells[..index].contains(&cells[index])), "{cells:?}");
    }
    for arguments in ["none.txt", "consistent-2019.txt", "told.txt", FILES] {
        let mut log: Value = serde_json::from_str(&run(&folder, &format!("check {arguments} --format sarif"))).unwrap();
        fits(&schema, &log);
        let run = &log["runs"][0];
        let rules: Vec<&str> = run["tool"]["driver"]["rules"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["id"].as_str().unwrap())
            .collect();
        for result in run["results"].as_array().unwrap() {
            assert!(rules.contains(&result["ruleId"].as_str().unwrap()));
        }
        let failed = arguments.contains("none.txt");
        assert_eq!(run["invocations"][0]["executionSuccessful"], !failed);
        log["version"] = "2.0.0".into();
        assert!(!schema.is_valid(&log));
    }
}

/// What each format gives for a report with faults, one without, and a file that is none.
#[test]
fn every_format_reads_well() {
    let folder = place();
    for format in ["human", "markdown", "html", "junit", "github", "sarif"] {
        for lang in ["zh", "en"] {
            let files = "faulty-2021.txt consistent-2019.txt none.txt --units units.csv";
            let written = run(&folder, &format!("check {files} --format {format} --lang {lang} --deny warning"));
            insta::assert_snapshot!(format!("check_as_{format}_{lang}"), written);
        }
    }
}

#[test]
fn junit_counts_are_those_of_its_cases() {
    let folder = place();
    let written = run(&folder, &format!("check {FILES} --format junit"));
    for suite in written.split("<testsuite ").skip(1) {
        let (head, body) = suite.split_once('>').unwrap();
        for (attribute, element) in [("tests", "<testcase "), ("errors", "<error "), ("skipped", "<skipped ")] {
            let count = body.matches(element).count();
            assert!(head.contains(&format!("{attribute}=\"{count}\"")), "{attribute} {count}: {head}");
        }
        let failing = body.split("<testcase ").filter(|case| case.contains("<failure ")).count();
        assert!(head.contains(&format!("failures=\"{failing}\"")), "{failing}: {head}");
    }
}

/// A name that would be markup, a formula or a command is text in every format.
#[test]
fn names_are_only_text() {
    let folder = place();
    let name = "a%,<b>&'\"|[x](y).txt";
    std::fs::copy(folder.path().join("faulty-2021.txt"), folder.path().join(name)).unwrap();
    let of = |format: &str| run(&folder, &format!("check {name} none.txt --format {format}"));
    assert!(of("html").contains("a%,&lt;b&gt;&amp;&#39;&quot;|[x](y).txt"));
    assert!(of("markdown").contains(r"a%,\<b\>\&'"), "{}", of("markdown"));
    assert!(of("github").contains("file=a%25%2C<b>&'\"|[x](y).txt,line="));
    assert!(of("junit").contains("name=\"a%,&lt;b&gt;&amp;"), "{}", of("junit"));
    let log: Value = serde_json::from_str(&of("sarif")).unwrap();
    let location = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "a%25,%3Cb%3E&'%22%7C%5Bx%5D(y).txt");
}
