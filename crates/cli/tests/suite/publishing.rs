//! When reports were published, and when they were due.
use crate::support::{Place, clean};

const LATE: &str = "提醒 text/published-on-time  公布晚于截止日期：";
const EARLY: &str = "提醒 text/published-after-year  公布日期不晚于报告年度：";

#[test]
fn dates_of_the_unit_list() {
    let place = Place::new();
    place.put("a.json", clean("甲局")).put("b.json", clean("乙局")).put("c.json", clean("丙局"));
    place.put(
        "units.csv",
        "名称,公布日期,截止日期\n甲局,2024-02-01,2024-01-26\n乙局,2024年1月26日,2024/1/26\n丙局,2024-03-01,\n",
    );
    let ran = place.run("check a.json b.json c.json --units units.csv").ends_with(0);
    assert_eq!(ran.stdout.matches(LATE).count(), 1);
    ran.says(&format!("{LATE}单位名单所列公布日期 2024-02-01、截止日期 2024-01-26（单位名单）"));
}

#[test]
fn the_law_sets_dates_for_counties_and_above() {
    let place = Place::new();
    let cases = [
        ("昆明市民政局", "2024-02-01", Some("2024-01-31")),
        ("昆明市民政局", "2024-01-31", None),
        ("昆明市五华区人民政府", "2024-03-31", None),
        ("昆明市五华区人民政府", "2024-04-01", Some("2024-03-31")),
        ("东莞市长安镇人民政府", "2024-06-01", None),
        ("五华区护国街道办事处", "2024-06-01", None),
        ("甲局", "2024-06-01", None),
    ];
    for (unit, published, due) in cases {
        place.put("a.json", clean(unit));
        let ran = place.run(&format!("check a.json --published {published}"));
        match due {
            Some(due) => drop(ran.says(&format!(
                "{LATE}公布日期 {published}、截止日期 {due}（《中华人民共和国政府信息公开条例》第四十九条）"
            ))),
            None => drop(ran.without("text/published")),
        }
    }
}

#[test]
fn an_overlay_sets_its_own_dates() {
    let place = Place::new();
    let basis = "basis = { zh = \"某省办公厅通知\", en = \"a notice of the province\" }";
    place.put("own/edition.toml", format!("id = \"2021\"\nbase = \"2021\"\n[[due]]\nlevels = [\"township\", \"street\"]\nmonth = 1\nday = 20\n{basis}\n"));
    place.put("a.json", clean("东莞市长安镇人民政府"));
    let ran = place.run("check a.json --published 2024-01-21 --rules own");
    ran.says(&format!("{LATE}公布日期 2024-01-21、截止日期 2024-01-20（某省办公厅通知）"));
    place.put("own/edition.toml", format!("id = \"2021\"\nbase = \"2021\"\n[[due]]\nmonth = 2\nday = 30\n{basis}\n"));
    place.run("check a.json --rules own").ends_with(2).complains("没有“2-30”这一天");
}

/// A page with a line before its title.
fn page(line: &str) -> String {
    let sections = [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    ];
    format!(
        "{line}\n云岭县民政局2023年政府信息公开工作年度报告\n{}\n",
        sections.map(|heading| format!("{heading}\n从略。")).join("\n")
    )
}

#[test]
fn a_page_shows_a_date() {
    let place = Place::new();
    place.put("units.csv", "名称,截止日期\n云岭县民政局,2024-01-31\n");
    let cases = [
        ("发布时间：2024-02-01 09:30 来源：县民政局", Some(LATE), "页面所示日期 2024-02-01"),
        ("公布日期 2024年1月31日", None, ""),
        ("发布日期：2023/1/25", Some(EARLY), "页面所示日期 2023-01-25"),
        // Two dates; a date that is none; a date of something else.
        ("发布日期：2024-02-01 公开日期：2024-02-02", Some(LATE), "页面所示日期 2024-02-01"),
        ("发布日期：2024-02-01\n公开日期：2024-02-02", None, ""),
        ("发布日期：2024-02-31", None, ""),
        ("成文日期：2024-02-01", None, ""),
    ];
    for (line, rule, date) in cases {
        place.put("a.txt", page(line));
        let ran = place.run("check a.txt --units units.csv");
        match rule {
            Some(rule) => drop(ran.says(&format!("{rule}{date}"))),
            None => drop(ran.without("text/published")),
        }
    }
    // The list goes before the page, the argument before the list.
    place.put("a.txt", page("发布时间：2024-02-01"));
    place.put("units.csv", "名称,截止日期,公布日期\n云岭县民政局,2024-01-31,2024-01-30\n");
    place.run("check a.txt --units units.csv").without("text/published");
    place.run("check a.txt --units units.csv --published 2024-02-02").says(&format!("{LATE}公布日期 2024-02-02"));
    place.run("check a.txt a.txt --published 2024-13-02").ends_with(2);
    place.put("b.txt", page(""));
    place.run("check a.txt b.txt --published 2024-02-02").ends_with(2).complains("--published 只能用于一个文件");
}
