//! Waivers: written by gouji, filled in by people, bound to values, told in every output.
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use rust_xlsxwriter::Workbook;
use serde_json::json;

use crate::support::{Place, clean, faulty, report};

/// A report with one item, and the waiver of it filled in.
fn waived() -> Place {
    let place = Place::new();
    place.put("a.json", faulty("甲局"));
    let skeleton = place.run("check a.json --format waivers").ends_with(1).stdout;
    assert!(skeleton.contains("[[waiver]]"), "{skeleton}");
    let filled = skeleton
        .replace("reason = \"\"", "reason = \"上年补报一件\"")
        .replace("author = \"\"", "author = \"王某\"")
        .replace("# expires = 2030-12-31", "expires = 2025-03-31")
        .replace("# article = \"\"", "article = \"条例第四十九条\"");
    place.put("gouji-waivers.toml", filled);
    place
}

const IN_TIME: &str = "check a.json --waivers gouji-waivers.toml --date 2025-03-31";

#[test]
fn a_waived_finding_is_told_and_does_not_count() {
    let place = waived();
    place
        .run(IN_TIME)
        .ends_with(0)
        .says("已豁免的错误 ")
        .says("已豁免：上年补报一件（王某，依据条例第四十九条，有效期至 2025-03-31）")
        .says("1 处已豁免")
        .says("豁免：生效 1 条");
    let json = place.run(&format!("{IN_TIME} --format json")).ends_with(0).json();
    let checked = &json["reports"][0];
    assert_eq!(checked["summary"]["items"], 0);
    assert_eq!(checked["summary"]["waived"], 1);
    let waiver = json!({"standing": "valid", "reason": "上年补报一件", "author": "王某", "expires": "2025-03-31", "article": "条例第四十九条"});
    assert_eq!(checked["findings"][0]["waiver"], waiver);
    assert_eq!(json["waivers"][0]["became"], "used");
    // What was judged stays as it is: waivers do not touch the check.
    let plain = place.run("check a.json --format json").ends_with(1).json();
    assert_eq!(checked["summary"]["broken"], plain["reports"][0]["summary"]["broken"]);
}

#[test]
fn every_form_of_the_result_tells_the_waiver() {
    let place = waived();
    let form = |name: &str| place.run(&format!("{IN_TIME} --format {name}")).ends_with(0);
    let sarif = form("sarif").json();
    let suppressions = &sarif["runs"][0]["results"][0]["suppressions"];
    assert_eq!((&suppressions[0]["kind"], &suppressions[0]["status"]), (&json!("external"), &json!("accepted")));
    assert!(suppressions[0]["justification"].as_str().unwrap().contains("上年补报一件（王某"));
    form("junit").says("failures=\"0\"").says("已豁免：上年补报一件");
    form("github").says("::notice file=a.json").says("已豁免：上年补报一件").without("::error");
    form("jsonl").says("\"kind\":\"waiver\"").says("\"became\":\"used\"").says("\"standing\":\"valid\"");
    for name in ["markdown", "html"] {
        form(name).says("已豁免：上年补报一件").says("豁免：生效 1 条");
    }
}

#[test]
fn a_file_of_waivers_is_no_report() {
    let place = waived();
    place.run("check . --waivers gouji-waivers.toml --date 2025-03-31").ends_with(0).says("豁免：生效 1 条");
    place.run("export . --waivers gouji-waivers.toml --date 2025-03-31 --to json -o out").ends_with(0);
}

#[test]
fn another_value_opens_it_again() {
    let place = waived();
    place.put("a.json", report("甲局", &[("requests.received.total", "2")]));
    place.run(IN_TIME).ends_with(1).says("豁免已失效，数据与豁免时不同：上年补报一件").says("重新打开 1 条");
    let json = place.run(&format!("{IN_TIME} --format json")).ends_with(1).json();
    assert_eq!(json["reports"][0]["findings"][0]["waiver"]["standing"], "reopened");
    assert_eq!(json["reports"][0]["summary"]["waived"], 0);
}

#[test]
fn expired_and_unused_waivers_are_told() {
    let place = waived();
    place
        .run("check a.json --waivers gouji-waivers.toml --date 2025-04-01")
        .ends_with(1)
        .says("豁免已过期：上年补报一件")
        .says("已过期（2025-03-31）：甲局 2023");
    place.put("a.json", clean("甲局"));
    place.run(IN_TIME).ends_with(0).says("没有用到（问题已不存在，或者另有豁免） 1 条").says("没有用到：甲局 2023");
    place.put("a.json", faulty("乙局"));
    let json = place.run(&format!("{IN_TIME} --format json")).ends_with(1).json();
    assert_eq!(json["waivers"][0]["became"], "not_met");
    assert!(json["reports"][0]["findings"][0].get("waiver").is_none());
}

#[test]
fn the_day_is_that_of_the_run() {
    let mut place = waived();
    place.env.source_date_epoch = Some("1743379200".to_owned());
    place.run("check a.json --waivers gouji-waivers.toml").ends_with(0);
    place.env.source_date_epoch = Some("1743500000".to_owned());
    place.run("check a.json --waivers gouji-waivers.toml").ends_with(1);
    // Today is long after the last day.
    place.env.source_date_epoch = None;
    place.run("check a.json --waivers gouji-waivers.toml").ends_with(1).says("豁免已过期");
}

#[test]
fn a_waiver_without_reason_or_author_is_refused() {
    let place = waived();
    let whole = place.read("gouji-waivers.toml");
    let refuses = |text: String, expected: &str| {
        place.put("gouji-waivers.toml", text);
        place.run(IN_TIME).ends_with(2).complains("不能使用豁免文件 gouji-waivers.toml").complains(expected);
    };
    refuses(whole.replace("上年补报一件", "  "), "reason 是空的");
    refuses(whole.replace("王某", ""), "author 是空的");
    refuses(whole.replace("article", "artikel"), "没有“artikel”这一项，只能是 ");
    refuses(whole.replace("article", "artikel"), "是不是“article”");
    refuses(whole.replace("year = 2023", "year = \"2023\""), "这里要写年度，不加引号");
    refuses(whole.replace("author = \"王某\"", "author = 3"), "这里要写文字，并用双引号括起来");
    refuses(whole.replace("author = \"王某\"", "author = 王某"), "TOML 有误");
    refuses(whole.replace("2025-03-31", "\"2025-02-30\""), "“2025-02-30”不是日期");
    refuses(whole.replace("unit = \"甲局\"\n", ""), "缺少“unit”");
    let skeleton = place.run("check a.json --format waivers").stdout;
    refuses(skeleton, "reason 是空的");
    place.run("check a.json --waivers gone.toml").ends_with(2).complains("找不到文件");
}

/// A finding that rests on a fact is bound to what was seen: on another day it is another finding.
#[test]
fn facts_are_bound_to_their_evidence() {
    let place = Place::new();
    place.put("a.json", clean("昆明市民政局"));
    let skeleton = place.run("check a.json --published 2024-02-01 --format waivers").stdout;
    let filled =
        skeleton.replace("reason = \"\"", "reason = \"网站改版\"").replace("author = \"\"", "author = \"王某\"");
    assert!(filled.contains("text/published-on-time@") && filled.contains("2024-02-01"), "{filled}");
    place.put("w.toml", filled);
    let check = |day: &str| place.run(&format!("check a.json --published {day} --waivers w.toml --deny warning"));
    check("2024-02-01").ends_with(0).says("已豁免：网站改版");
    check("2024-02-02").ends_with(1).says("豁免已失效");
}

#[test]
fn exports_and_notices_tell_the_waiver() {
    let place = waived();
    place.put("a.json", report("甲局", &[("requests.received.total", "1"), ("disputes.reconsideration.upheld", "1")]));
    let export = "export a.json --waivers gouji-waivers.toml --date 2025-03-31 -o out --force";
    place.run(&format!("{export} --to markdown,html,pdf,docx,xlsx,json")).ends_with(0);
    for file in ["out/a.md", "out/a.html"] {
        assert!(place.read(file).contains("已豁免：上年补报一件"), "{file}");
    }
    let found = "错误 1 处，提醒 0 处，说明 0 处";
    assert!(place.read("out/a.md").contains(found), "{}", place.read("out/a.md"));
    place.run(&format!("{export} --notice --to txt")).ends_with(0);
    let notice = place.read("out/甲局2023修改意见单.txt");
    assert!(notice.contains("已豁免的问题") && notice.contains("已豁免：上年补报一件"), "{notice}");
    // A unit with nothing but waived findings gets no notice.
    place.put("a.json", faulty("甲局"));
    place.run(&format!("{export} --notice --to docx")).ends_with(0).says("没有需要修改的问题");
}

/// The findings of an exported workbook, as somebody saves them who filled in some columns.
fn noted(place: &Place, name: &str, marks: &[(&str, &str)]) -> Vec<u8> {
    let bytes = std::fs::read(place.path().join(name)).unwrap();
    let mut old: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = old.worksheet_range("问题清单").unwrap();
    let mut new = Workbook::new();
    let sheet = new.add_worksheet().set_name("问题清单").unwrap();
    for (row, cells) in range.rows().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let head = range.get((0, column)).map(ToString::to_string).unwrap_or_default();
            let mark = marks.iter().find(|(own, _)| row > 0 && *own == head).map(|(_, mark)| (*mark).to_owned());
            let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            match (cell, mark) {
                (Data::Float(number), None) => sheet.write_number(row, column, *number).unwrap(),
                (cell, mark) => sheet.write_string(row, column, mark.unwrap_or_else(|| cell.to_string())).unwrap(),
            };
        }
    }
    new.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_with_remarks_is_a_file_of_waivers() {
    let place = Place::new();
    place.put("a.json", faulty("甲局"));
    place.run("export a.json --to xlsx").ends_with(0);
    place.put("old.xlsx", noted(&place, "a.xlsx", &[("状态", "误报"), ("说明", "上年补报"), ("核对人", "王某")]));
    place.run("check a.json --waivers old.xlsx").ends_with(0).says("已豁免：上年补报（王某）");
    place.put("old.xlsx", noted(&place, "a.xlsx", &[("状态", "误报"), ("说明", "上年补报")]));
    place.run("check a.json --waivers old.xlsx").ends_with(1).complains("没有同时填写说明和核对人");
    place.put("old.xlsx", noted(&place, "a.xlsx", &[("状态", "确认"), ("说明", "上年补报"), ("核对人", "王某")]));
    place.run("check a.json --waivers old.xlsx").ends_with(1);
}

/// The office's overview says by whom and why a finding was waived, also of a unit that gets no notice.
#[test]
fn the_overview_of_notices_tells_waivers() {
    let place = waived();
    place.run(&format!("{IN_TIME} --format notice -o out")).ends_with(0);
    let overview = place.read("out/修改意见汇总.txt");
    assert!(overview.contains("」已豁免：上年补报一件（王某，依据条例第四十九条"), "{overview}");
}

/// A waiver that can serve nothing is told of: a misspelt rule, the same waiver again.
#[test]
fn waivers_that_can_serve_nothing() {
    let place = waived();
    let text = place.read("gouji-waivers.toml");
    let misspelt = text.replace("requests/", "request/");
    place.put("more.toml", misspelt);
    let ran = place.run(&format!("{IN_TIME} --waivers more.toml --waivers gouji-waivers.toml"));
    let ran = ran.complains("没有“request/flow-balance”这条规则").complains("是不是“requests/flow-balance”");
    drop(ran.complains("豁免重复：甲局 2023 requests/flow-balance@"));
}
