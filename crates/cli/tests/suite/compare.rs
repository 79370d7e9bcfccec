//! Two versions, two years, two folders.
use serde_json::json;

use crate::support::{Place, RUBBISH, clean, faulty, in_old_form, of_year, report};

/// A report with text in one section.
fn with_text(report: &str, text: &str) -> String {
    let mut report: serde_json::Value = serde_json::from_str(report).unwrap();
    report["sections"] = json!([{"id": "overview", "heading": "一、总体情况", "text": text}]);
    report.to_string()
}

#[test]
fn two_versions_of_a_report() {
    let place = Place::new();
    place.put("a.json", with_text(&faulty("甲局"), "第一句。第二句。第三句。"));
    let cells = [("requests.granted.total", "1"), ("proactive.fees.amount", "")];
    place.put("b.json", with_text(&report("甲局", &cells), "第一句。改过的第二句。第三句。"));
    let ran = place.run("compare a.json b.json").ends_with(1);
    ran.says("甲局 2023年\n")
        .says("数据（3 个不同）")
        .says("表三「总计」列一、本年新收：1 → 0")
        .says("「本年收费金额」：0 → 空白")
        .says("  - 第二句。\n  + 改过的第二句。\n")
        .without("第一句")
        .says("已解决的问题（1 处）")
        .says("新出现的问题");
    let json = place.run("compare a.json b.json --format json").ends_with(1).json();
    assert_eq!(json["schema"], "gouji/compare/1");
    let pair = &json["pairs"][0];
    let blank = json!({"id": "proactive.fees.amount", "before": {"state": "number", "value": "0"}, "after": {"state": "blank"}});
    let cells = pair["cells"].as_array().unwrap();
    let mut found = cells.iter().find(|cell| cell["id"] == "proactive.fees.amount").unwrap().clone();
    found.as_object_mut().unwrap().remove("name");
    assert_eq!(found, blank);
    assert_eq!(pair["settled"].as_array().unwrap().len(), 1);
    let stayed = pair["stayed"].as_array().unwrap();
    let of_sections = ["form/sections", "text/overview-parts"];
    assert!(stayed.iter().all(|finding| of_sections.iter().any(|rule| finding["rule"] == *rule)), "{stayed:?}");
    let sentences = json!([{"side": "before", "text": "第二句。"}, {"side": "after", "text": "改过的第二句。"}]);
    assert_eq!(pair["sections"][0]["sentences"], sentences);
}

#[test]
fn the_exit_code_is_that_of_the_second() {
    let place = Place::new();
    place.put("good.json", clean("甲局")).put("bad.json", faulty("甲局"));
    place.run("compare good.json good.json").ends_with(0).says("没有不同");
    place.run("compare bad.json good.json").ends_with(0).says("已解决的问题（1 处）");
    place.run("compare good.json bad.json").ends_with(1).says("新出现的问题（1 处）");
    place.run("compare bad.json bad.json").ends_with(1).says("没有不同");
    place.put("worse.json", report("甲局", &[("requests.received.total", "2")]));
    place.run("compare bad.json worse.json").ends_with(1).says("仍有、数据已变的问题（1 处）");
    place.put("rubbish.json", RUBBISH);
    place.run("compare good.json rubbish.json").ends_with(2).complains("rubbish.json");
    place.run("compare good.json gone.json").ends_with(2).complains("gone.json");
}

#[test]
fn two_years_in_two_forms() {
    let place = Place::new();
    let old = of_year(&in_old_form("甲局", &[("requests.received.total", "3")]), 2020);
    place.put("a.json", old).put("b.json", clean("甲局"));
    place
        .run("compare a.json b.json")
        .ends_with(0)
        .says("甲局 2020年 → 甲局 2023年")
        .says("格式不同（2019年版格式 → 2021年版格式）")
        .says("数据（1 个不同）")
        .says("：3 → 0");
}

#[test]
fn folders_are_matched_by_unit_and_year() {
    let place = Place::new();
    place.put("old/1.json", faulty("甲局")).put("old/2.json", clean("乙局")).put("old/x.json", clean("丙局"));
    place.put("new/甲.json", clean("甲局")).put("new/乙.json", clean("乙局")).put("new/y.json", clean("丁局"));
    place.put("old/3.json", of_year(&clean("戊局"), 2022)).put("new/戊.json", clean("戊局"));
    let ran = place.run("compare old new").ends_with(0);
    ran.says("总览\n比较了 3 份报告，1 份有不同\n")
        .says(
            "甲局 2023年                         1           0           1           0                   0           0",
        )
        .says("戊局 2022年 → 戊局 2023年")
        .says("只在前一批中（1 份）\n  old/x.json")
        .says("只在后一批中（1 份）\n  new/y.json")
        .without("没有不同");
    let json = place.run("compare old new --format json").ends_with(0).json();
    assert_eq!(json["pairs"].as_array().unwrap().len(), 3);
    assert_eq!(json["only_before"], json!(["old/x.json"]));
    let markdown = place.run("compare old new --format markdown").ends_with(0);
    markdown.says("# 总览").says("|---|---:|").says("- old/x.json");
    place.run("compare old/x.json new --lang en").ends_with(2).complains("no reports of one unit");
    place.run("compare old old").ends_with(1).says("总览\n比较了 4 份报告，都没有不同\n");
    place
        .put("bad/1.json", RUBBISH)
        .run("compare bad new")
        .ends_with(2)
        .says("没有可以对应的报告")
        .without("不同的数据");
}

#[test]
fn a_waived_finding_of_the_second_does_not_count() {
    let place = Place::new();
    place.put("a.json", clean("甲局")).put("b.json", faulty("甲局"));
    let skeleton = place.run("check b.json --format waivers").stdout;
    let filled = skeleton.replace("reason = \"\"", "reason = \"补报\"").replace("author = \"\"", "author = \"王某\"");
    place.put("w.toml", filled);
    place.run("compare a.json b.json --waivers w.toml").ends_with(0).says("（已豁免）");
}
