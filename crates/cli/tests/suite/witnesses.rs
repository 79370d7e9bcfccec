//! Where the sums leave a choice: what the prose, last year's report and the members' say decides which cell comes first.
use serde_json::{Value, json};

use crate::support::{Place, of_year, report};

/// A report with a sentence that states a number.
fn claiming(report: &str, metric: &str, value: &str) -> String {
    let mut report: Value = serde_json::from_str(report).unwrap();
    report["claims"] = json!([{
        "metric": metric, "value": value, "period": "this_year", "section": "disputes", "paragraph": 1,
        "sentence": "本年度的复议情况如下。",
    }]);
    report.to_string()
}

/// The sum of the cases is 2, the total 3.
const CASES: [(&str, &str); 2] = [("disputes.reconsideration.upheld", "2"), ("disputes.reconsideration.total", "3")];

#[test]
fn what_the_prose_states() {
    let place = Place::new();
    let first = |text: String, expected: &str| {
        let expected = format!("（1） 表四 行政复议{expected}");
        place.put("a.json", text).run("repair a.json").ends_with(1).says(&expected);
    };
    first(report("甲局", &CASES), "「总计」  3 → 2");
    // Confirmed: the total is right.
    place.put("a.json", claiming(&report("甲局", &CASES), "reconsiderations", "3"));
    place
        .run("repair a.json")
        .ends_with(1)
        .without("（1） 表四 行政复议「总计」")
        .says("） 表四 行政复议「总计」  3 → 2");
    // Told otherwise: the value that the prose states comes first.
    first(claiming(&report("甲局", &CASES), "reconsiderations_corrected", "1"), "「结果纠正」  0 → 1");
    first(claiming(&report("甲局", &CASES), "reconsiderations_upheld", "3"), "「结果维持」  2 → 3");
    first(claiming(&report("甲局", &CASES), "reconsiderations_upheld", "2"), "「总计」  3 → 2");
}

/// Received and carried in come to 24, answered and carried out to 26, in the column of natural persons and in the total.
fn unbalanced(unit: &str) -> String {
    let rows =
        [("received", "22"), ("carried_in", "2"), ("granted", "21"), ("outcome_total", "21"), ("carried_out", "5")];
    let cells =
        rows.map(|(row, value)| ["natural_person", "total"].map(|column| (format!("requests.{row}.{column}"), value)));
    report(unit, &cells.concat().iter().map(|(id, value)| (id.as_str(), *value)).collect::<Vec<_>>())
}

#[test]
fn what_last_year_carried_out() {
    let place = Place::new();
    place.put("a.json", unbalanced("甲局"));
    place.run("check a.json").ends_with(1).says("（1）把表三「自然人」列二、上年结转的 2 改为 4");
    let carried = ["natural_person", "total"].map(|column| format!("requests.carried_out.{column}"));
    let before = |value| of_year(&report("甲局", &carried.each_ref().map(|id| (id.as_str(), value))), 2022);
    // Confirmed: it is the last that is doubted.
    place.put("2022.json", before("2"));
    let ran = place.run("check a.json --last-year 2022.json").ends_with(1);
    ran.says("（1）把表三「自然人」列一、本年新收的 22 改为 24").says("（3）把表三「自然人」列二、上年结转的 2 改为 4");
    // Told otherwise: the other repairs would leave the two years at odds.
    place.put("2022.json", before("4"));
    let ran = place.run("check a.json --last-year 2022.json").ends_with(1);
    ran.says("表三「自然人」列二、上年结转 2，应为 4").without("（1）");
}

#[test]
fn what_the_members_come_to() {
    let place = Place::new();
    place.put("region.json", unbalanced("丁县"));
    let out = ["natural_person", "total"].map(|column| format!("requests.carried_out.{column}"));
    let all = |value| {
        let mut report: Value = serde_json::from_str(&unbalanced("甲局")).unwrap();
        for id in &out {
            report["cells"][id]["value"] = json!(value);
        }
        report.to_string()
    };
    place.put("members/a.json", all("3"));
    place
        .run("check region.json --members members")
        .ends_with(1)
        .says("表三「自然人」列四、结转下年度 5，应为 3")
        .without("（1）");
    place.put("members/a.json", all("5"));
    // The members make the same mistake: their sum says nothing.
    let ran = place.run("check region.json --members members").ends_with(1);
    ran.says("（1）把表三「自然人」列二、上年结转的 2 改为 4");
}
