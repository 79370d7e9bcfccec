//! Rules about the prose, each on a report that is right but for one thing.
use gouji_model::{Lang, Level, Unit, UnitKind, render};
use gouji_recognise::Hints;
use gouji_tests::{editions, read};

/// A report in which nothing is wrong.
const RIGHT: &str = include_str!("../../suite/reports/consistent-2021.txt");

/// What the rules about the prose say of the report with some texts replaced.
fn told(changes: &[(&str, &str)], year: Option<i32>) -> Vec<String> {
    let mut text = RIGHT.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from} is not in the report");
        text = text.replace(from, to);
    }
    let books = editions().unwrap();
    let hints = Hints { year, ..Hints::default() };
    let reports = read(&books, text.as_bytes(), &hints).unwrap();
    let findings = reports[0].findings();
    let own = findings.iter().filter(|finding| finding.rule.starts_with("text/"));
    own.map(|finding| format!("{} {}", finding.rule, render(&finding.message, Lang::Zh))).collect()
}

#[track_caller]
fn check(changes: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(told(changes, None), expected);
}

const NOTICE: &str = "国办公开办函〔2021〕30号";
const NOTICE_IN_SENTENCE: &str = "国办公开办函〔2021〕30号文件";

#[test]
fn the_notice_of_the_format() {
    check(&[], &[]);
    check(
        &[(NOTICE, "国办公开办函〔2019〕60号")],
        &["text/basis-current 引用的不是该年度适用的格式文件：“国办公开办函〔2019〕60号”"],
    );
    // The notice that was replaced, beside the one in force.
    check(&[(NOTICE_IN_SENTENCE, "国办公开办函〔2021〕30号（替代国办公开办函〔2019〕60号）")], &[]);
    check(
        &[(NOTICE_IN_SENTENCE, "年度报告格式（国办发〔2021〕30号）")],
        &["text/basis-exact 格式文件的文号有误：“国办发〔2021〕30号”"],
    );
    check(&[(NOTICE, "国办公开办函〔 2021 〕３０ 号")], &[]);
    check(
        &[(NOTICE, "国办公开办函（2021）30号")],
        &["text/basis-exact 文号的年份没有用六角括号“〔〕”：“国办公开办函（2021）30号”"],
    );
    // Another document of the office, in a sentence about something else.
    check(&[("修订信息发布审签单", "按国办发〔2021〕30号文件修订信息发布审签单")], &[]);
    check(&[(NOTICE, "有关")], &[]);
}

#[test]
fn the_period() {
    check(
        &[("2023年12月31日", "2023年12月21日")],
        &["text/period 统计期限不是全年（1月1日至12月31日）：“数据统计期限为2023年1月1日至2023年12月21日”"],
    );
    check(&[("至2023年12月31日", "起至12月31日止")], &[]);
    check(&[("期限为2023年1月1日", "期限自本年度1月1日"), ("至2023年12月31日", "至12月31日")], &[]);
    // Founded in the year; a period of something else; no period.
    check(&[("数据统计期限为2023年1月1日", "本局6月组建，数据统计期限为2023年6月1日")], &[]);
    check(&[("修订信息发布审签单", "7月1日至12月21日修订信息发布审签单")], &[]);
    check(&[("数据统计期限为2023年1月1日至2023年12月31日", "数据以年末为准")], &[]);
}

#[test]
fn one_year() {
    check(
        &[("一、总体情况\n2023年", "一、总体情况\n2022年")],
        &["text/years 年度前后不一致：标题 2023年、统计期限 2023年、总体情况第一句 2022年"],
    );
    check(
        &[("2023年1月1日至2023年12月31日", "2022年1月1日至2022年12月31日")],
        &["text/years 年度前后不一致：标题 2023年、统计期限 2022年、总体情况第一句 2023年"],
    );
    // Other years, honestly named.
    check(&[("一、总体情况\n2023年", "一、总体情况\n2021年至2023年")], &[]);
    check(&[("一、总体情况\n2023年", "一、总体情况\n2022年12月以来")], &[]);
    check(&[("一、总体情况\n2023年", "一、总体情况\n按照《2022年政务公开工作要点》")], &[]);
    check(&[("修订信息发布审签单", "对照2022年计划和2024年预算修订信息发布审签单")], &[]);
}

#[test]
fn parts_and_sections() {
    check(&[("（五）监督保障情况", "（五）其他情况")], &["text/overview-parts 总体情况没有写到「监督保障」"]);
    check(&[("（四）政府信息公开平台建设情况", "四是加强平台建设")], &[]);
    check(
        &[("六部分组成", "五个部分组成")],
        &["text/parts-count 所写的部分数与实际不符：“…要问题及改进情况，其他需要报告的事项五个部分组成”"],
    );
    check(&[("六部分组成", "6个部分组成")], &[]);
    check(&[("六部分组成", "和附表七部分组成")], &[]);
    check(&[("修订信息发布审签单", "修订由五部分组成的信息发布审签单")], &[]);
}

#[test]
fn problems_that_are_not_told() {
    let (from, to) = (RIGHT.find("五、存在的主要问题").unwrap(), RIGHT.find("六、其他需要报告").unwrap());
    let section = &RIGHT[from..to];
    let heading = section.lines().next().unwrap();
    let with = |text: &str| format!("{heading}\n{text}\n");
    let name = "text/problems-told 「五、存在的主要问题及改进情况」没有内容";
    check(&[(section, &with("无。"))], &[&format!("{name}：“无。”")]);
    check(&[(section, &with(""))], &[name]);
    check(&[(section, &with("无重大问题，栏目更新不及时的已经改正。"))], &[]);
}

#[test]
fn what_a_government_tells() {
    let government = Hints {
        unit: Unit { level: Some(Level::County), kind: Some(UnitKind::Government), ..Unit::default() },
        ..Hints::default()
    };
    let books = editions().unwrap();
    for (text, expected) in [(RIGHT.to_owned(), 0), (RIGHT.replace("考核", "检查"), 1)] {
        let reports = read(&books, text.as_bytes(), &government).unwrap();
        let findings = reports[0].findings();
        assert_eq!(findings.iter().filter(|finding| &*finding.rule == "text/assessment").count(), expected);
    }
}
