//! `gouji export --to xlsx`: notes of an earlier workbook, last year's report, progress of a batch.
use std::io::{Cursor, Read as _, Write as _};

use calamine::{Data, Reader as _, Xlsx};

use crate::support::{Place, RUBBISH, clean, faulty, report};

type Workbook = Xlsx<Cursor<Vec<u8>>>;

fn open(place: &Place, name: &str) -> Workbook {
    calamine::open_workbook_from_rs(Cursor::new(std::fs::read(place.path().join(name)).unwrap())).unwrap()
}

/// A column of a sheet below its heading, which stands in the row given.
fn column(workbook: &mut Workbook, sheet: &str, head_row: usize, head: &str) -> Vec<String> {
    let range = workbook.worksheet_range(sheet).unwrap();
    let position = range.rows().nth(head_row).unwrap().iter().position(|cell| *cell == Data::String(head.to_owned()));
    let position = position.unwrap_or_else(|| panic!("no column {head} on {sheet}"));
    range.rows().skip(head_row + 1).map(|row| row[position].to_string()).collect()
}

/// A word put for another in a workbook's texts, as somebody would who works in it.
fn edit(place: &Place, name: &str, from: &str, to: &str) {
    let path = place.path().join(name);
    let mut old = zip::ZipArchive::new(Cursor::new(std::fs::read(&path).unwrap())).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut file = old.by_index(index).unwrap();
        let part = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if part == "xl/sharedStrings.xml" {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains(from), "{from} is not in {name}");
            bytes = text.replace(from, to).into_bytes();
        }
        new.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(&bytes).unwrap();
    }
    std::fs::write(path, new.finish().unwrap().into_inner()).unwrap();
}

#[test]
fn notes_are_carried_over_and_counted() {
    let place = Place::new();
    place.put("a.json", faulty("甲局")).put("b.json", faulty("乙局"));
    place.run("export a.json b.json --to xlsx --batch old").ends_with(0).without("核对记录");
    edit(&place, "old.xlsx", ">待核<", ">误报<");
    let export = "export a.json b.json --to xlsx --batch new --notes old.xlsx --force";
    place.run(export).ends_with(0).says("带入 2 条；数据已变、重新待核 0 条；不再对应任何问题 0 条");
    assert_eq!(column(&mut open(&place, "new.xlsx"), "问题清单", 0, "状态"), ["误报", "误报"]);

    place.put("a.json", report("甲局", &[("requests.received.total", "2")])).put("b.json", clean("乙局"));
    place.run(export).ends_with(0).says("带入 0 条；数据已变、重新待核 1 条；不再对应任何问题 1 条");
    let mut workbook = open(&place, "new.xlsx");
    assert_eq!(column(&mut workbook, "问题清单", 0, "状态"), ["待核"]);
    assert_eq!(column(&mut workbook, "问题清单", 0, "说明"), ["〔数据已变，原状态：误报〕"]);
    // The notes of several files exported one by one count together.
    place.put("a.json", faulty("甲局"));
    let ran = place.run("export a.json b.json --to xlsx --notes old.xlsx --force -o out").ends_with(0);
    ran.says("带入 1 条；数据已变、重新待核 0 条；不再对应任何问题 1 条");
}

#[test]
fn notes_that_cannot_be_read_stop_the_run() {
    let place = Place::new();
    place.put("a.json", clean("甲局")).put("old.xlsx", RUBBISH);
    place.run("export a.json --to xlsx --notes old.xlsx").ends_with(2).complains("原工作簿中没有“问题清单”");
    place.run("export a.json --to xlsx --notes none.xlsx").ends_with(2).complains("none.xlsx");
    assert!(!place.path().join("a.xlsx").exists());
}

/// A rule of an office's own that needs last year's report.
const RULE: &str = "//! title: 上年结转一致
//! title.en: carried over
//! severity: error
//! basis: 格式结构
//! 上年结转数等于上年报告的结转下年度数。
//! en: What was carried in is what was carried out last year.
require(requests.carried_in.total == last_year.requests.carried_out.total);
";

/// A report of 2022.
fn before(unit: &str, carried_out: &str) -> String {
    let cells = [("requests.carried_out.natural_person", carried_out), ("requests.carried_out.total", carried_out)];
    report(unit, &cells).replace("\"year\":2023", "\"year\":2022")
}

#[test]
fn last_year_stands_beside() {
    let place = Place::new();
    place.put("a.json", clean("甲局")).put("last/1.json", before("乙局", "3")).put("last/2.json", before("甲局", "4"));
    place.put("own/edition.toml", "id = \"2021-x\"\nbase = \"2021\"\n");
    place.put("own/requests/carried.rhai", RULE).put("own/requests/carried.cases.toml", "");
    place.run("export a.json --to xlsx --last-year last --rules own --edition 2021-x").ends_with(0);
    let mut workbook = open(&place, "a.xlsx");
    let ids = column(&mut workbook, "对比", 0, "编号");
    let row = ids.iter().position(|id| id == "requests.carried_out.total").unwrap();
    assert_eq!(column(&mut workbook, "对比", 0, "上年")[row], "4");
    assert_eq!(column(&mut workbook, "对比", 0, "增减")[row], "-4");
    // What was carried out last year was not carried in: only last year's report tells.
    let findings = column(&mut workbook, "问题清单", 0, "编号");
    assert!(findings.contains(&"requests/carried@requests.carried_in.total".to_owned()), "{findings:?}");

    place.put("c.json", clean("丙局"));
    place.run("export c.json --to xlsx --last-year last").ends_with(0);
    assert!(!open(&place, "c.xlsx").sheet_names().contains(&"对比".to_owned()), "of another unit is not of this one");
    place.run("export a.json --to xlsx --force --last-year none.json").ends_with(2).complains("none.json");
}

#[test]
fn the_fill_in_form_has_last_year_beside() {
    let place = Place::new();
    place.put("last.json", before("甲局", "4"));
    place.run("new --unit 甲局 --year 2023 --to xlsx --last-year last.json").ends_with(0).says("甲局2023.xlsx");
    let range = open(&place, "甲局2023.xlsx").worksheet_range("年报").unwrap();
    assert!(range.rows().any(|row| row.iter().any(|cell| *cell == "上年数（2022年）")));
    assert_eq!(range.used_cells().filter(|(_, _, value)| **value == Data::Float(4.0)).count(), 2);
    place.run("new --unit 乙局 --year 2023 --to xlsx --last-year last.json").ends_with(2).complains("乙局 2022 年度");
}

#[test]
fn a_batch_with_a_unit_list_has_a_progress_table() {
    let place = Place::new();
    place.put("in/a.json", faulty("甲局")).put("in/b.json", clean("乙局")).put("in/丙局.json", RUBBISH);
    place.put("in/x.json", clean("外局"));
    place.put("units.csv", "名称,层级,网址\n甲局,县级,https://example.org/a\n乙局,县级,\n丙局,县级,\n丁局,县级,\n");
    place.run("export in --to xlsx --batch all --units units.csv --long").ends_with(2);
    let mut workbook = open(&place, "all.xlsx");
    assert_eq!(column(&mut workbook, "收报进度", 2, "单位"), ["甲局", "乙局", "丙局", "丁局", "x.json"]);
    assert_eq!(
        column(&mut workbook, "收报进度", 2, "收报情况"),
        ["有错误", "无错误", "无法读取", "未收到", "不在名单"]
    );
    assert_eq!(column(&mut workbook, "收报进度", 2, "错误"), ["1", "0", "", "", "0"]);
    assert_eq!(column(&mut workbook, "问题清单", 0, "网址"), ["https://example.org/a"]);
    assert_eq!(column(&mut workbook, "长表", 0, "编号").len(), 3 * 200);
    place.run("export in --to xlsx --long").ends_with(2).complains("--batch");
}
