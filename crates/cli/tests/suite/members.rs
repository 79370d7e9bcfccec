//! Member units: the roll-up, and a region's own report against the sum of its members.
use serde_json::json;

use crate::support::{Place, RUBBISH, clean, faulty, in_old_form, of_year, report};

const UNITS: &str = "\
名称,上级,层级,性质,口径
云岭县人民政府,,县级,政府,汇总
云岭县水利局,云岭县人民政府,县级,部门,本级
云岭县民政局,云岭县人民政府,县级,部门,本级
松坡镇人民政府,云岭县人民政府,乡级,政府,本级
青石市水利局,青石市人民政府,市级,部门,本级
";

/// One natural person's application, answered.
const ONE: &[(&str, &str)] = &[
    ("requests.received.natural_person", "1"),
    ("requests.received.total", "1"),
    ("requests.granted.natural_person", "1"),
    ("requests.granted.total", "1"),
    ("requests.outcome_total.natural_person", "1"),
    ("requests.outcome_total.total", "1"),
];

fn with(
    cells: &[(&'static str, &'static str)],
    more: &[(&'static str, &'static str)],
) -> Vec<(&'static str, &'static str)> {
    [cells, more].concat()
}

/// Three members of a county, and what else a folder holds.
fn county() -> Place {
    let place = Place::new();
    place.put("units.csv", UNITS);
    place.put("in/水利局.json", report("云岭县水利局", &with(ONE, &[("proactive.fees.amount", "1.25")])));
    place.put("in/民政局.json", report("云岭县民政局", &with(ONE, &[("proactive.fees.amount", "0.5")])));
    place.put(
        "in/松坡镇.json",
        report("松坡镇人民政府", &[("requests.received.business", ""), ("proactive.licensing.decisions", "7")]),
    );
    place
}

fn value(report: &serde_json::Value, id: &str) -> serde_json::Value {
    let cell = report["cells"].get(id).unwrap_or_else(|| &report["extra"][id]);
    cell.get("value").unwrap_or(&cell["state"]).clone()
}

#[test]
fn the_reports_of_a_county_are_added_up_exactly() {
    let place = county();
    let ran = place.run("rollup in --unit 云岭县人民政府 --units units.csv --format json").ends_with(0);
    let report = ran.json();
    assert_eq!(report["year"], 2023);
    assert_eq!(report["unit"]["scope"], "region");
    assert_eq!(value(&report, "requests.received.total"), "2");
    assert_eq!(value(&report, "proactive.fees.amount"), "1.75");
    assert_eq!(value(&report, "proactive.licensing.decisions"), "7");
    assert_eq!(value(&report, "requests.received.business"), "0");
    let notes: Vec<&str> =
        report["notes"].as_array().unwrap().iter().map(|note| note["key"].as_str().unwrap()).collect();
    assert_eq!(notes, ["rollup-added", "rollup-members", "rollup-as-zero"]);
    place.put("region.json", ran.stdout);
    place.run("check region.json --members in --units units.csv").ends_with(0).says("没有发现问题");
}

#[test]
fn who_was_not_added_is_told() {
    let place = county();
    place.put("in/other/民政局.json", report("云岭县民政局", ONE));
    place.put("in/旧.json", of_year(&clean("松坡镇人民政府"), 2022));
    place.put("in/青石.json", clean("青石市水利局"));
    place.put("in/县.json", clean("云岭县人民政府"));
    std::fs::remove_file(place.path().join("in/松坡镇.json")).unwrap();
    let ran = place.run("rollup in --unit 云岭县人民政府 --units units.csv --year 2023 --format json").ends_with(1);
    let report = ran.json();
    // The two reports of 民政局 differ in the fees, and agree in the rest.
    assert_eq!(value(&report, "proactive.fees.amount"), "missing");
    assert_eq!(value(&report, "requests.received.total"), "2");
    let notes = report["notes"].to_string();
    assert!(notes.contains("云岭县民政局 报送的各份中") && !notes.contains("没有找到"), "{notes}");
    ran.complains("缺少，未加入：松坡镇人民政府")
        .complains("重复报送：云岭县民政局（in/other/民政局.json）、云岭县民政局（in/民政局.json）")
        .complains("其他年度的报告，未加入：松坡镇人民政府 2022年（in/旧.json）")
        .complains("不是 云岭县人民政府 的成员单位，未加入：青石市水利局（in/青石.json）")
        .complains("是 云岭县人民政府 自己的报告，未加入：云岭县人民政府（in/县.json）");
    place.run("rollup in --unit 云岭县人民政府 --units units.csv").ends_with(2).complains("2022、2023。请用 --year");
    place
        .run("rollup in --unit 云岭县人民政府 --units units.csv --year 2020")
        .ends_with(2)
        .complains("没有可以相加的 2020");
    place
        .run("rollup in --unit 海边县 --units units.csv --year 2023")
        .ends_with(2)
        .complains("没有以“海边县”为上级的单位");
}

#[test]
fn without_a_list_every_report_is_a_members() {
    let place = Place::new();
    place.put("in/a.json", report("甲局", ONE)).put("in/b.json", report("乙局", ONE));
    let report = place.run("rollup in --unit 丙县 --format json").ends_with(0).json();
    assert_eq!(value(&report, "requests.received.total"), "2");
    place.put("in/c.json", RUBBISH);
    place.run("rollup in --unit 丙县").ends_with(2).says("不能读取，未加入：in/c.json");
    place.run("rollup in --unit 丙县 --format json").ends_with(2).complains("不能读取，未加入：in/c.json");
}

#[test]
fn a_sum_without_all_its_parts_is_missing_and_says_whose() {
    let place = Place::new();
    let cells = [
        ("requests.received.business", "?"),
        ("requests.received.research", "missing"),
        ("requests.granted.total", ""),
    ];
    place.put("in/a.json", report("甲局", &cells)).put("in/b.json", report("乙局", ONE));
    let ran = place.run("rollup in --unit 丙县 --format json").ends_with(1);
    let report = ran.json();
    for id in ["requests.received.business", "requests.received.research", "requests.granted.total"] {
        assert_eq!(value(&report, id), "missing", "{id}");
    }
    let notes = report["notes"].to_string();
    for text in [
        "甲局 的 表三「商业企业」列一、本年新收 不是数字",
        "没有找到 甲局 的 表三「科研机构」列",
        "甲局 的 表三「总计」列（一）予以公开 未填（总计不按 0 计）",
    ] {
        assert!(notes.contains(text), "{text} is not in {notes}");
    }
}

#[test]
fn forms_of_two_years_are_added_only_where_they_agree() {
    let place = Place::new();
    let old = [
        ("requests.otherwise.natural_person", "2"),
        ("requests.otherwise.total", "2"),
        ("proactive.licensing.decisions", "3"),
    ];
    let new = [("requests.otherwise.no_payment.natural_person", "1"), ("requests.otherwise.no_payment.total", "1")];
    place.put("in/a.json", in_old_form("甲局", &old)).put("in/b.json", report("乙局", &new));
    let ran = place.run("rollup in --unit 丙县 --format json").ends_with(1);
    let report = ran.json();
    assert_eq!(value(&report, "requests.otherwise.total"), "3");
    assert_eq!(value(&report, "requests.otherwise.no_payment.total"), "missing");
    assert_eq!(value(&report, "requests.received.total"), "0");
    assert_eq!(value(&report, "proactive.licensing.decisions"), "3");
    assert_eq!(value(&report, "proactive.regulations.issued"), "missing");
    place.put("region.json", ran.stdout);
    let checked = place.run("check region.json --members in --format json");
    let findings = checked.json()["reports"][0]["findings"].clone();
    let found = findings.as_array().unwrap().iter().find(|finding| finding["rule"] == "members/uniform").unwrap();
    assert_eq!(found["severity"], "error");
    assert!(found["message"].as_str().unwrap().contains("甲局是2019年版格式"), "{found}");
}

#[test]
fn the_roll_up_goes_through_the_exporters() {
    let place = county();
    place
        .run("rollup in --unit 云岭县人民政府 --units units.csv --to json,markdown,xlsx -o out")
        .ends_with(0)
        .says("out/云岭县人民政府2023.json")
        .says("out/云岭县人民政府2023.xlsx");
    place
        .run("rollup in --unit 云岭县人民政府 --units units.csv --to json -o out")
        .ends_with(2)
        .complains("云岭县人民政府2023：out/云岭县人民政府2023.json 已经存在");
    let report: serde_json::Value = serde_json::from_str(&place.read("out/云岭县人民政府2023.json")).unwrap();
    assert_eq!(value(&report, "requests.received.total"), "2");
    assert_eq!(report["unit"]["level"], "county");
    place.run("rollup in --unit 云岭县 --to json --format json").ends_with(2);
    place
        .run("rollup in --unit 云岭县人民政府 --units units.csv")
        .ends_with(0)
        .says("由 3 个成员单位的报告相加")
        .says("本年收费金额");
}

#[test]
fn a_region_is_compared_with_its_members() {
    let place = county();
    let two: Vec<_> = ONE.iter().map(|(id, _)| (*id, "2")).collect();
    let own = with(&two, &[("proactive.licensing.decisions", "6"), ("proactive.fees.amount", "1.75")]);
    place.put("region.json", report("云岭县人民政府", &own));
    let ran = place.run("check region.json --members in --units units.csv --format json").ends_with(0);
    let findings = ran.json()["reports"][0]["findings"].clone();
    assert_eq!(findings.as_array().unwrap().len(), 1, "{findings}");
    assert_eq!(findings[0]["id"], "members/proactive-sum@proactive.licensing.decisions");
    assert_eq!(findings[0]["severity"], "warning");
    assert_eq!(findings[0]["cells"], json!(["proactive.licensing.decisions"]));
    place
        .run("check region.json --members in --units units.csv")
        .ends_with(0)
        .says("表二有 1 个数据与各成员单位之和不等：表二 行政许可「本年处理决定数量」 6（各单位 7）");
}

#[test]
fn an_incomplete_roster_is_no_sum() {
    let place = county();
    std::fs::remove_file(place.path().join("in/松坡镇.json")).unwrap();
    place.put("region.json", report("云岭县人民政府", ONE));
    place
        .run("check region.json --members in --units units.csv --deny warning")
        .ends_with(1)
        .says("成员单位的报告不齐：缺少 松坡镇人民政府")
        // The two units at hand already received more than the region says.
        .says("members/received-bound")
        .without("members/requests-sum");
    place.put("in/松坡镇人民政府.json", RUBBISH);
    place
        .run("check region.json --members in --units units.csv")
        .ends_with(2)
        .says("成员单位的报告不齐：不能读取 松坡镇人民政府");
}

#[test]
fn what_covers_the_office_itself_is_not_compared() {
    let place = county();
    place.put("region.json", clean("云岭县人民政府"));
    place
        .run("check region.json --members in --scope 本级 --units units.csv")
        .ends_with(0)
        .says("报告的口径是本级")
        .without("members/requests-sum");
}

#[test]
fn several_regions_need_the_parents_of_a_list() {
    let place = county();
    place.put("regions/a.json", faulty("云岭县人民政府")).put("regions/b.json", clean("青石市人民政府"));
    place.run("check regions --members in").ends_with(2).complains("「上级」列");
    place.run("check regions --members in --units units.csv").ends_with(1).says("members/requests-sum");
}
