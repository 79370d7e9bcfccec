//! `gouji repair` with reports of other years and of members: which of the reports is the wrong one.
use crate::support::{Place, RUBBISH, clean, of_year, report};

/// So many natural persons' applications: carried in, answered, carried out, and what must be received for that.
fn year(year: i32, [carried_in, answered, carried_out]: [i64; 3], wrong: &[(&'static str, &'static str)]) -> String {
    let row = |row: &str, value: i64| {
        ["natural_person", "total"].map(|column| (format!("requests.{row}.{column}"), value.to_string()))
    };
    let rows = [
        row("received", answered + carried_out - carried_in),
        row("carried_in", carried_in),
        row("granted", answered),
        row("outcome_total", answered),
        row("carried_out", carried_out),
    ];
    let rows = rows.concat();
    let cells = rows.iter().map(|(id, value)| (id.as_str(), value.as_str()));
    of_year(&report("甲局", &cells.chain(wrong.iter().copied()).collect::<Vec<_>>()), year)
}

/// 2023 says that 5 were carried out; it received and answered as if there were 3, and 2024 carried 3 in.
const WRONG: &[(&str, &str)] = &[("requests.carried_out.natural_person", "5"), ("requests.carried_out.total", "5")];

/// Reports of three years, the middle one wrong.
fn three_years() -> Place {
    let place = Place::new();
    place.put("years/2022.json", year(2022, [0, 14, 2], &[]));
    place.put("years/2023.json", year(2023, [2, 21, 3], WRONG));
    place.put("2024.json", year(2024, [3, 17, 1], &[]));
    place
}

#[test]
fn the_year_in_the_middle_is_the_wrong_one() {
    let place = three_years();
    place.run("repair 2024.json").ends_with(0).says("没有需要改正的数据");
    place.run("repair years/2023.json").ends_with(1).says("3 种改法");
    place
        .run("repair 2024.json --last-year years")
        .ends_with(1)
        .says("与 2 份报告一并求解：甲局 2023年（years/2023.json）、甲局 2022年（years/2022.json）")
        .says("唯一的改法：改 2 个数据")
        .says("有误的是 甲局 2023年（years/2023.json）；本报告等其余 2 份都不必改动")
        .says("【甲局 2023年】表三「自然人」列四、结转下年度  5 → 3")
        .says("提醒 requests/carry-over")
        .says("错误 requests/flow-balance");
    let english = place.run("repair 2024.json --last-year years --lang en").ends_with(1);
    english.says("The wrong one is 甲局 2023 (years/2023.json); this report and the others, 2 in all, need not change");
    // The report itself, with the years before and after it.
    place.put("years/2024.json", place.read("2024.json"));
    place
        .run("repair years/2023.json --last-year years")
        .ends_with(1)
        .says("与 2 份报告一并求解：甲局 2022年（years/2022.json）、甲局 2024年（years/2024.json）")
        .says("唯一的改法")
        .says("有误的是本报告；与之勾稽的其余 2 份报告都不必改动");
    // The year before alone leaves two repairs of this report.
    std::fs::remove_file(place.path().join("years/2024.json")).unwrap();
    place
        .run("repair years/2023.json --last-year years/2022.json")
        .ends_with(1)
        .says("2 种改法")
        .says("有误的是本报告；与之勾稽的另一份报告不必改动");
}

/// The year before is of another edition, and not all of it was found: what is not there is no fault of this report's.
#[test]
fn the_year_before_is_of_another_edition() {
    let place = Place::new();
    place.put("2021.json", year(2021, [2, 14, 0], &[]));
    let cell = |id: &str| format!(r#""requests.carried_out.{id}":{{"state":"number","value":"4"}}"#);
    let cells = ["natural_person", "total"].map(cell).join(",");
    let before = format!(
        r#"{{"schema":"gouji/report/1","edition":"2019","year":2020,"unit":{{"name":"甲局"}},"cells":{{{cells}}}}}"#
    );
    place.put("2020.json", before);
    place
        .run("repair 2021.json --last-year 2020.json")
        .ends_with(1)
        .says("有误的是 甲局 2020年（2020.json）；本报告不必改动")
        .says("【甲局 2020年】表三「总计」列四、结转下年度  4 → 2")
        .without("未找到");
}

/// A check says as much beside the comparison, where it is certain which report is wrong.
#[test]
fn a_check_suggests_what_another_report_must_change() {
    let place = three_years();
    place
        .run("check 2024.json --last-year years")
        .ends_with(0)
        .says("建议 只有一种改法，改 2 个数据就够：【甲局 2023年】把表三「自然人」列四、结转下年度的 5 改为 3")
        .says("同时【甲局 2023年】把表三「总计」列四、结转下年度的 5 改为 3");
    let place = county(GRANTED);
    place
        .run("check region.json --members members")
        .ends_with(0)
        .says("【乙局 2023年】把表三「自然人」列（一）予以公开的 9 改为 4");
    // The region or any of its members: nothing is suggested.
    let place = county(&[("proactive.licensing.decisions", "3")]);
    let ran = place.run("check region.json --members members").ends_with(0);
    ran.says("members/proactive-sum").without("建议");
}

#[test]
fn what_other_reports_must_change_is_in_the_json() {
    let place = three_years();
    let json = place.run("repair 2024.json --last-year years --format json").ends_with(1).json();
    let own = &json["reports"][0];
    assert_eq!(own["together"], true);
    assert_eq!(own["beside"][0], serde_json::json!({"file": "years/2023.json", "year": 2023, "unit": "甲局"}));
    let part = &own["parts"][0];
    assert_eq!(part["broken"].as_array().unwrap().len(), 2);
    assert_eq!(part["broken_beside"][0]["file"], "years/2023.json");
    assert_eq!(part["which"]["key"], "repair-wrong-other");
    let change = &part["choices"][0]["changes"][0];
    assert_eq!((&change["report"]["file"], &change["low"]), (&"years/2023.json".into(), &"3".into()));
    // Alone, nothing is said of others.
    let json = place.run("repair years/2023.json --format json").ends_with(1).json();
    let own = json["reports"][0].as_object().unwrap();
    assert!(!own.contains_key("together") && !own.contains_key("beside"), "{own:?}");
}

/// Only the file that is given is corrected; what others must change is told and listed.
#[test]
fn other_reports_files_are_left_alone() {
    let place = three_years();
    place.run("export 2024.json years/2022.json years/2023.json --to docx -o docx").ends_with(0);
    std::fs::create_dir(place.path().join("own")).unwrap();
    std::fs::rename(place.path().join("docx/2024.docx"), place.path().join("own/2024.docx")).unwrap();
    place
        .run("repair own/2024.docx --last-year docx --apply")
        .ends_with(1)
        .says("还有 2 个数据在其他报告里，没有改动")
        .without("已改正");
    assert!(!place.path().join("own/2024.repaired.docx").exists());
    std::fs::rename(place.path().join("own/2024.docx"), place.path().join("docx/2024.docx")).unwrap();
    place.run("repair docx/2023.docx --last-year docx --apply -o out").ends_with(0).says("已改正 2 个数据");
    let log = place.read("out/2023.repaired.docx.changes.csv");
    assert!(log.contains("docx/2023.docx,甲局,2023,") && log.contains(",已改"), "{log}");
    place.run("repair docx/2024.docx --last-year out").ends_with(0).says("相互一致，没有需要改正的数据");
}

/// One wrong cell here and one there: this one is corrected, the other listed.
#[test]
fn the_list_of_changes_names_the_reports() {
    let place = three_years();
    place.put("2024.json", year(2024, [3, 17, 1], &[("requests.granted.natural_person", "71")]));
    place.run("export 2024.json --to docx -o own").ends_with(0);
    place
        .run("repair own/2024.docx --last-year years")
        .ends_with(1)
        .says("有误的是 甲局 2024年（own/2024.docx）、甲局 2023年");
    let ran = place.run("repair own/2024.docx --last-year years --apply").ends_with(1);
    ran.says("已改正 1 个数据").says("还有 2 个数据在其他报告里");
    let log = place.read("own/2024.repaired.docx.changes.csv");
    assert!(log.contains("requests.granted.natural_person") && log.contains(",71,17,"), "{log}");
    assert!(log.contains("years/2023.json,甲局,2023,") && log.contains(",5,3,") && log.contains("未改"), "{log}");
    place.run("repair own/2024.repaired.docx").ends_with(0);
}

const ONE: [&str; 2] = ["requests.granted.natural_person", "requests.outcome_total.natural_person"];

/// A member or a region with so many answered applications.
fn unit(name: &str, answered: &str, wrong: &[(&'static str, &'static str)]) -> String {
    let totals = ONE.map(|id| id.replace("natural_person", "total"));
    let received = ["natural_person", "total"].map(|column| format!("requests.received.{column}"));
    let ids = ONE.iter().copied().chain(totals.iter().chain(&received).map(String::as_str));
    report(name, &ids.map(|id| (id, answered)).chain(wrong.iter().copied()).collect::<Vec<_>>())
}

const GRANTED: &[(&str, &str)] = &[("requests.granted.natural_person", "9"), ("requests.granted.total", "9")];

fn county(wrong: &'static [(&'static str, &'static str)]) -> Place {
    let place = Place::new();
    place.put("members/a.json", unit("甲局", "3", &[]));
    place.put("members/b.json", unit("乙局", "4", wrong));
    place.put("members/c.json", unit("丙局", "5", &[]));
    place.put("region.json", unit("丁县", "12", &[]));
    place
}

#[test]
fn the_member_that_is_wrong() {
    let place = county(GRANTED);
    place.run("repair region.json").ends_with(0);
    place
        .run("repair region.json --members members")
        .ends_with(1)
        .says("唯一的改法：改 2 个数据")
        .says("有误的是 乙局 2023年（members/b.json）；本报告等其余 3 份都不必改动")
        .says("【乙局 2023年】表三「自然人」列（一）予以公开  9 → 4");
    // All members agree with each other; what the region has is not their sum.
    let place = county(&[]);
    place.run("repair region.json --members members").ends_with(0).says("各份报告勾稽全部成立、相互一致");
    place.put("region.json", unit("丁县", "12", &[("requests.granted.total", "21")]));
    place.run("repair region.json --members members").ends_with(1).says("有误的是本报告").says("21 → 12");
}

#[test]
fn what_is_not_whole_ties_nothing() {
    let place = county(GRANTED);
    place.put("members/d.json", RUBBISH);
    place
        .run("repair region.json --members members")
        .ends_with(2)
        .complains("members/d.json")
        .says("没有需要改正的数据");
    let faults = "另有报告自身有错误，与本报告无关，请另行改正：乙局 2023年（members/b.json）";
    place.run("repair region.json --members members").says(faults);
    std::fs::remove_file(place.path().join("members/d.json")).unwrap();
    place.put("units.csv", "名称,上级\n丁县,\n甲局,丁县\n乙局,丁县\n丙局,丁县\n戊局,丁县\n");
    place.run("repair region.json --members members --units units.csv").ends_with(0).complains("缺少，未加入：戊局");
    place.run("repair region.json --last-year members").ends_with(0).complains("没有 丁县 2022 年度的");
    place.put("e.json", clean("戊局"));
    place.run("repair region.json e.json --members members").ends_with(2);
}

/// Where the others have more faults than a search goes through, the report is repaired alone, and that is said.
#[test]
fn too_many_faults_elsewhere() {
    let place = county(GRANTED);
    for (file, unit_name, answered) in [("a", "甲局", "3"), ("b", "乙局", "4"), ("c", "丙局", "5")] {
        let rows = ["granted", "partial", "received", "outcome_total", "carried_in"];
        let ids = rows.iter().flat_map(|row| ["business", "research"].map(|column| format!("requests.{row}.{column}")));
        let ids: Vec<String> = ids.collect();
        let values: Vec<String> = (0..ids.len()).map(|place| (place * 7 + 3).to_string()).collect();
        let cells = [
            ONE.map(|id| (id, answered)).to_vec(),
            ids.iter().zip(&values).map(|(id, value)| (id.as_str(), value.as_str())).collect(),
        ];
        place.put(&format!("members/{file}.json"), report(unit_name, &cells.concat()));
    }
    let wrong = &[("disputes.reconsideration.total", "3"), ("disputes.reconsideration.upheld", "2")];
    place.put("region.json", unit("丁县", "12", wrong));
    let ran = place.run("repair region.json --members members").ends_with(1);
    ran.says("超过计算量上限").says("表四 行政复议「总计」  3 → 2");
}
