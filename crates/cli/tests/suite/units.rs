//! The unit list: its forms, its errors, matching, progress.
use crate::support::{Place, RUBBISH, clean, faulty};

/// A list in both encodings, with all that makes matching hard.
const LIST: &str = "\
单位名单,,,,
名 称,别名,层级,口径,文件
甲县民政局,,县级,本级,
乙市民政局,乙民政、乙市救助局；民政,市级,本级,
丙镇人民政府,,,,in/c.json
丁局,,county,agency,
戊局,,县级,,
";

fn collection() -> Place {
    let place = Place::new();
    place.put("in/a.json", faulty("甲县民政局"));
    place.put("in/b.json", clean("乙市救助局"));
    place.put("in/c.json", clean(""));
    place.put("in/丁局2023.json", RUBBISH);
    place.put("in/z.json", clean("庚局"));
    place
}

#[test]
fn the_progress_of_a_collection() {
    let place = collection();
    place.put("in/units.csv", LIST);
    let ran = place.run("check in --units in/units.csv").ends_with(2);
    ran.says("收集进度")
        .says("未收到    1  戊局")
        .says("不能读取  1  丁局")
        .says("有错误    1  甲县民政局")
        .says("无错误    2  乙市民政局、丙镇人民政府")
        .says("不在名单  1  in/z.json");
}

#[test]
fn the_list_says_what_a_unit_is() {
    let place = collection();
    place.put("units.csv", LIST);
    let json = place.run("check in --units units.csv --format json").json();
    let unit = |file: &str| {
        let reports = json["reports"].as_array().unwrap();
        reports.iter().find(|report| report["file"] == file).unwrap()["unit"].clone()
    };
    assert_eq!(unit("in/b.json"), serde_json::json!({"name": "乙市民政局", "level": "city", "scope": "agency"}));
    let township = serde_json::json!({"name": "丙镇人民政府", "level": "township", "kind": "government"});
    assert_eq!(unit("in/c.json"), township);
    assert_eq!(json["progress"]["not_received"], serde_json::json!(["戊局"]));
}

#[test]
fn a_unit_that_reports_twice_is_named() {
    let place = Place::new();
    place.put("units.csv", "name\n甲局\n").put("a.json", clean("甲局")).put("b.json", clean("甲局"));
    place.run("check a.json b.json --units units.csv").ends_with(0).says("重复报送  1  甲局");
}

#[track_caller]
fn reads(list: &[u8], name: &str) {
    let place = Place::new();
    place.put(name, list).put("a.json", clean("甲局"));
    let json = place.run(&format!("check a.json --units {name} --format json")).ends_with(0).json();
    let unit = serde_json::json!({"name": "甲局", "level": "county", "scope": "agency"});
    assert_eq!(json["reports"][0]["unit"], unit);
}

#[test]
fn lists_of_every_form_are_read() {
    let text = "名称,层级,口径\n甲局,县级,本级\n";
    reads(text.as_bytes(), "units.csv");
    reads(format!("\u{feff}{text}").as_bytes(), "bom.csv");
    reads(text.replace(',', ";").as_bytes(), "semicolons.csv");
    reads(text.replace(',', "\t").as_bytes(), "tabs.txt");
    reads(&encoding_rs::GB18030.encode(text).0, "gb18030.csv");
    reads(b"Name,Level,Scope\n\xe7\x94\xb2\xe5\xb1\x80,county,agency\n", "english.csv");
    reads(include_bytes!("data/units.xlsx"), "units.xlsx");
}

#[track_caller]
fn refuses(list: impl AsRef<[u8]>, expected: &[&str]) {
    let place = Place::new();
    place.put("units.csv", list).put("a.json", clean("甲局"));
    let mut ran = place.run("check a.json --units units.csv").ends_with(2).complains("不能使用单位名单 units.csv");
    for text in expected {
        ran = ran.complains(text);
    }
}

#[test]
fn faulty_lists_are_refused_with_row_and_column() {
    refuses("名你,层级\n甲局,县级\n", &["第 1 行没有「名称」列", "“名你”是不是“名称”"]);
    refuses("名称,层级\n甲局,县级\n乙局,县极\n", &["第 3 行「层级」列", "没有“县极”", "是不是“县级”"]);
    refuses("名称,口径\n甲局,全部\n", &["第 2 行「口径」列", "agency"]);
    refuses("名称,别名\n甲局,\n乙局,甲局\n", &["第 3 行「别名」列", "“甲局”与第 2 行重复"]);
    refuses("名称,层级\n,县级\n", &["第 2 行「名称」列", "没有填写单位名称"]);
    refuses("名称,单位\n甲局,乙局\n", &["第 1 行「单位」列"]);
    refuses("名称,公布日期\n甲局,2024-02-30\n", &["第 2 行「公布日期」列", "“2024-02-30”不是日期"]);
    refuses("名称,层级\n甲局,县级,多\n", &["第 2 行比表头多出一格“多”"]);
    refuses("名称,层级\n\"甲局,县级\n", &["引号不成对"]);
    refuses("", &["名单是空的"]);
    refuses(RUBBISH, &["既不是 xlsx、xls、ods，也不是"]);
    let cut_off = include_bytes!("data/units.xlsx");
    refuses(&cut_off[..cut_off.len() / 2], &["文件已损坏"]);
    refuses(include_bytes!("data/far-cell.xlsx"), &["第 1048576 行第 16384 列"]);
}

#[test]
fn a_list_that_is_not_there_is_an_error() {
    let place = Place::new();
    place.put("a.json", clean("甲局"));
    place.run("check a.json --units gone.csv").ends_with(2).complains("gone.csv：找不到文件");
}

#[test]
fn a_column_that_is_not_used_is_pointed_out() {
    let place = Place::new();
    place.put("units.csv", "名称,层极\n甲局,县级\n").put("a.json", clean("甲局"));
    place.run("check a.json --units units.csv").ends_with(0).complains("「层极」列没有用到；是不是“层级”");
}

/// Without level and kind no due date is known: that is said, unless the list has the date itself.
#[test]
fn units_of_which_no_due_date_is_known() {
    let place = collection();
    place.put("units.csv", "名称,层级,性质,截止日期\n甲县民政局,县级,部门,\n丁局,,,\n戊局,,,2024-03-31\n");
    let ran = place.run("check in/a.json --units units.csv").complains("以下 1 个单位的层级和性质");
    drop(ran.complains("不作判断：丁局\n"));
}

/// A list tells by itself which units reported twice; without one it is said all the same.
#[test]
fn reports_of_one_unit_and_year() {
    let place = collection();
    place.put("in2/a.json", clean("甲县民政局")).put("in2/b.json", clean("甲县民政局"));
    let ran = place.run("check in2").complains("甲县民政局 2023年的报告有 2 份").complains("in2/a.json、in2/b.json");
    drop(ran);
    place.put("units.csv", LIST);
    place.run("check in2 --units units.csv").says("重复报送  1  甲县民政局");
}

/// Members that are read beside a region's report were received.
#[test]
fn members_beside_a_region_were_received() {
    let place = collection();
    place.put("region.json", clean("甲县人民政府"));
    place
        .put("units.csv", "名称,上级,层级\n甲县人民政府,,县级\n甲县民政局,甲县人民政府,县级\n戊局,甲县人民政府,县级\n");
    let ran = place.run("check region.json --members in --units units.csv");
    drop(ran.says("未收到    1  戊局"));
}
