//! `gouji check --last-year`: which report is whose, what is compared, what is said when there is none.
use serde_json::{Value, json};

use crate::support::{Place, RUBBISH, clean, report};

/// A report of another year, of whose cells only those given were found.
fn before(unit: &str, edition: &str, year: i32, cells: &[(&str, &str)]) -> String {
    let cell = |(id, value): &(&str, &str)| ((*id).to_owned(), json!({"state": "number", "value": value}));
    let cells: serde_json::Map<String, Value> = cells.iter().map(cell).collect();
    json!({"schema": "gouji/report/1", "edition": edition, "year": year, "unit": {"name": unit}, "cells": cells})
        .to_string()
}

const CARRIED_IN: [(&str, &str); 4] = [
    ("requests.carried_in.business", "1"),
    ("requests.carried_in.total", "1"),
    ("requests.outcome_total.business", "1"),
    ("requests.outcome_total.total", "1"),
];
const CARRIED_OUT: [(&str, &str); 2] = [("requests.carried_out.business", "3"), ("requests.carried_out.total", "3")];

#[test]
fn what_was_carried_over_is_compared() {
    let place = Place::new();
    place.put("a.json", report("甲局", &CARRIED_IN));
    place
        .put("2022/a.json", before("甲局", "2021", 2022, &CARRIED_OUT))
        .put("2022/b.json", before("乙局", "2021", 2022, &[]));
    let ran = place.run("check a.json --last-year 2022 -v");
    ran.says("提醒 requests/carry-over  表三「商业企业」列二、上年结转 1，上年表三「商业企业」列四、结转下年度 3，相差 2；表三「总计」列")
        .says("（上年报告：2022/a.json）")
        .without("没有给出上年报告");
    let json = place.run("check a.json --last-year 2022/a.json --format json").json();
    let own = json["reports"][0]["findings"].as_array().unwrap();
    let own = own.iter().find(|finding| finding["rule"] == "requests/carry-over").unwrap();
    assert_eq!(own["cells"], json!(["requests.carried_in.business", "requests.carried_in.total"]));
    place.run("check a.json -v").says("没有给出上年报告").without("requests/carry-over  ");
}

#[test]
fn a_report_that_is_not_among_last_years_is_told_of() {
    let place = Place::new();
    place.put("a.json", clean("甲局")).put("2022/b.json", before("乙局", "2021", 2022, &CARRIED_OUT));
    place.put("2022/old.json", before("甲局", "2021", 2021, &CARRIED_OUT));
    let ran = place.run("check a.json --last-year 2022 -v").ends_with(0);
    ran.complains("提醒 a.json：给出的上年报告中没有 甲局 2022 年度的").says("给出的上年报告中没有本单位的");
    place.run("check a.json --last-year 2022 -q").ends_with(0).without("上年");
    place.run("export a.json --to xlsx --last-year 2022").ends_with(0).complains("没有 甲局 2022 年度的");
    place.put("2022/x.json", RUBBISH);
    place.run("check a.json --last-year 2022").ends_with(2).complains("2022/x.json");
    place.run("check a.json --last-year gone").ends_with(2).complains("gone");
}

#[test]
fn the_unit_list_tells_whose_it_is() {
    let place = Place::new();
    place.put("a.json", report("甲局", &CARRIED_IN)).put("b.json", report("乙局", &CARRIED_IN));
    place.put("2022/one.json", before("甲委员会", "2021", 2022, &CARRIED_OUT));
    place.put("2022/two.json", before("", "2021", 2022, &CARRIED_OUT).replace("\"name\":\"\"", "\"name\":null"));
    place.put("units.csv", "名称,别名,上年文件\n甲局,甲委员会,\n乙局,,2022/two.json\n");
    let ran = place.run("check a.json b.json --units units.csv --last-year 2022");
    ran.says("（上年报告：2022/one.json）").says("（上年报告：2022/two.json）");
    place.run("check a.json --last-year 2022").complains("没有 甲局 2022 年度的");
}

#[test]
fn another_editions_report_is_compared_where_the_cells_agree() {
    let place = Place::new();
    let cells = [CARRIED_IN.as_slice(), &[("proactive.normative_documents.in_force", "9")]].concat();
    let text = report("甲局", &cells).replace("\"year\":2023", "\"year\":2021");
    place.put("a.json", text).put("2020.json", before("甲局", "2019", 2020, &CARRIED_OUT));
    let ran = place.run("check a.json --last-year 2020.json -v");
    ran.says("requests/carry-over  ").without("proactive/in-force-flow");
}

#[test]
fn nothing_is_compared_with_2018() {
    let place = Place::new();
    place.put("a.json", before("甲局", "2019", 2019, &[("requests.carried_in.total", "4")]));
    place.run("check a.json -v").without("requests/carry-over × ");
    place.put("a.json", before("甲局", "2019", 2020, &[("requests.carried_in.total", "4")]));
    place.run("check a.json -v").says("requests/carry-over × ");
}
