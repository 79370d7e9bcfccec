//! The examples of rules of one's own, from the repository, through the command line: an invented format of 2027 and
//! what a province adds. Neither needs any Rust.
use camino::Utf8Path;

use crate::support::{Place, report};

/// A place with the repository's `examples` in it.
fn with_examples() -> Place {
    let place = Place::new();
    let root = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir_utf8().unwrap() {
            let path = entry.unwrap().into_path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).unwrap();
                place.put(name.as_str(), std::fs::read(&path).unwrap());
            }
        }
    }
    place
}

#[test]
fn their_cases_pass() {
    let place = with_examples();
    place.run("rules test --rules rules-2027").ends_with(0).says("（2027）").says("（2021）");
    place.run("rules test --rules rules-province").ends_with(0).says("（province）").without("（2021）");
    place
        .run("rules test --rules rules-2027 --rules rules-province")
        .ends_with(0)
        .says("（2027）")
        .says("（province）");
}

#[test]
fn a_new_format_is_recognised_checked_and_exported() {
    let place = with_examples();
    let check = "check report-2027.html --rules rules-2027";
    let ran = place.run(check).ends_with(1);
    ran.says("2027年版格式（虚构） · 207 个数据全部读出")
        .says("错误 requests/row-total  表三「总计」列1.隐去部分内容后公开 3，应为 2")
        .says("错误 requests/dashes")
        .says("提醒 requests/staged-half")
        .says("2 处错误（涉及 3 条勾稽），1 处提醒");
    place.run("export report-2027.html --to docx,xlsx,json,html --rules rules-2027 -o out").ends_with(0);
    let findings = |file: &str| {
        let ran = place.run(&format!("check {file} --rules rules-2027 --format json"));
        let json = ran.ends_with(1).json();
        let own = json["reports"][0]["findings"].as_array().unwrap().clone();
        own.iter().map(|finding| finding["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let own = findings("report-2027.html");
    for file in ["out/report-2027.docx", "out/report-2027.xlsx", "out/report-2027.json", "out/report-2027.html"] {
        assert_eq!(findings(file), own, "{file}");
    }
    // The old form has no place for the two new rows; nothing lands elsewhere.
    place.run("check report-2027.html").says("2021年版格式").says("未找到 7 个").says("（二）部分公开（整行）");
}

#[test]
fn blank_forms_of_a_new_format_are_made() {
    let place = with_examples();
    place.run("new --unit 甲局 --year 2027 --to docx,json --rules rules-2027 -o out").ends_with(0);
    let blank = place.run("read out/甲局2027.docx --rules rules-2027 --format json").ends_with(0).json();
    assert_eq!(blank["edition"], "2027");
    assert_eq!(blank["cells"]["requests.partial.staged.legal_service"]["state"], "blank");
    place.run("new --unit 甲局 --year 2026 --to json --rules rules-2027 -o out").ends_with(0);
    assert!(place.read("out/甲局2026.json").contains("\"edition\": \"2021\""), "2026 is still of the 2021 format");
}

#[test]
fn the_two_formats_are_compared() {
    let ran = with_examples().run("rules diff 2021 2027 --rules rules-2027").ends_with(0);
    ran.says("~ requests.legal_service  法律服务机构 → 律师和法律服务机构")
        .says("+ requests.partial.staged  2.分期公开")
        .says("+ requests/staged-half")
        .says("严重程度 提醒 → 错误");
}

#[test]
fn a_province_adds_a_rule_and_a_severity() {
    let place = with_examples();
    let five = ["requests.received", "requests.granted", "requests.outcome_total"]
        .map(|row| [format!("{row}.natural_person"), format!("{row}.total")])
        .concat();
    let mut cells: Vec<(&str, &str)> = five.iter().map(|id| (id.as_str(), "5")).collect();
    cells.extend([("proactive.normative_documents.issued", "2"), ("requests.received.business", "")]);
    place.put("a.json", report("甲局", &cells));
    place.run("check a.json").ends_with(0).says("提醒 requests/cells-filled").without("normative-stock");
    let ran = place.run("check a.json --rules rules-province").ends_with(1);
    ran.says("云岭省")
        .says("错误 requests/cells-filled")
        .says("提醒 proactive/normative-stock")
        .without("form/edition");
    place.put("b.json", report("昆明市民政局", &cells));
    place.run("check b.json --published 2024-01-25").without("text/published-on-time");
    place.run("check b.json --published 2024-01-25 --rules rules-province").says("截止日期 2024-01-24");
}
