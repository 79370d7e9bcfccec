//! The tools of whoever works on rules, without cargo or Rust.
use crate::support::{Place, clean, faulty, report};

const PROVINCE: &str = "id = \"province\"\nbase = \"2021\"\n";

/// A rule on fees with some cases.
fn put_rule(place: &Place, cases: &str) {
    let script = "\
//! title: 不收费
//! title.en: no fees
//! severity: error
//! basis: 格式结构
//! 不应收费。
//! en: There should be no fees.
require(proactive.fees.amount == 0);
";
    place.put("own/edition.toml", PROVINCE).put("own/proactive/no-fees.rhai", script);
    place.put("own/proactive/no-fees.cases.toml", cases);
}

const CASES: &str = "\
[[case]]
title = \"不收费\"

[[case]]
title = \"收费\"
cells = { \"proactive.fees.amount\" = 1 }
broken = [\"proactive.fees.amount\"]
";

#[test]
fn the_cases_of_all_editions_pass() {
    let ran = Place::new().run("rules test").ends_with(0);
    ran.says("2019年版格式（2019）：").says("2021年版格式（2021）：").says("，0 处不符");
}

#[test]
fn the_cases_of_an_overlay_are_tried() {
    let place = Place::new();
    put_rule(&place, CASES);
    place.run("rules test --rules own").ends_with(0).says("（province）").without("（2021）");

    put_rule(&place, &CASES.replace("\"proactive.fees.amount\" = 1", "\"proactive.fees.amount\" = 0"));
    let ran = place.run("rules test --rules own").ends_with(1);
    ran.says("不符 own/proactive/no-fees.cases.toml:5")
        .says("规则 proactive/no-fees 的例子“收费”")
        .says("应为 不成立：proactive.fees.amount")
        .says("实为 成立")
        .says("1 处不符");
    place.run("rules test --rules own --edition 2019").ends_with(0).without("no-fees");
}

#[test]
fn a_rule_must_have_both_kinds_of_cases() {
    let place = Place::new();
    put_rule(&place, CASES.split("\n\n").next().unwrap());
    place.run("rules test --rules own").ends_with(1).says("缺少 own/proactive/no-fees.cases.toml：").says("不成立");
    std::fs::remove_file(place.path().join("own/proactive/no-fees.cases.toml")).unwrap();
    let ran = place.run("rules test --rules own --lang en").ends_with(1);
    ran.says("lacking own/proactive/no-fees.rhai: the rule has no case that holds").says("no case that breaks");
}

#[test]
fn a_rule_that_does_not_load_is_no_failed_case() {
    let place = Place::new();
    put_rule(&place, &CASES.replace("fees.amount\" = 1", "fees.amuont\" = 1"));
    let ran = place.run("rules test --rules own").ends_with(2);
    ran.complains("own/proactive/no-fees.cases.toml:6:").complains("是不是“proactive.fees.amount”");
}

#[test]
fn ejected_editions_are_the_built_in_ones() {
    let place = Place::new();
    place.run("rules eject out").ends_with(0).says("out（2019, 2021）");
    let script = place.read("out/2019/requests/flow-balance.rhai");
    assert!(script.contains("require("), "{script}");
    let strip = |text: String| text.replace("out/", "rules/");
    assert_eq!(strip(place.run("rules list --rules out").ends_with(0).stdout), place.run("rules list").stdout);
    place.run("rules test --rules out").ends_with(0);
    place.put("a.json", faulty("甲局"));
    let own = place.run("check a.json --format json").ends_with(1);
    assert_eq!(place.run("check a.json --format json --rules out").ends_with(1).stdout, own.stdout);
}

#[test]
fn ejected_files_are_changed_and_never_replaced_unasked() {
    let place = Place::new();
    place.run("rules eject out --edition 2021").ends_with(0);
    assert!(!place.path().join("out/2019").exists());
    let path = "out/2021/edition.toml";
    place.put(path, place.read(path) + "\n[severity]\n\"requests/row-total\" = \"note\"\n");
    place.run("rules list --edition 2021 --rules out").ends_with(0).says("requests/row-total");
    place.run("rules explain requests/row-total --rules out").ends_with(0).says("说明");
    place.run("rules eject out").ends_with(2).complains("out/2021/edition.toml");
    assert!(place.read(path).contains("row-total"), "the file was replaced");
    assert!(!place.path().join("out/2019").exists(), "all or none");
    place.run("rules eject out --force").ends_with(0);
    assert!(!place.read(path).contains("row-total"));
}

#[test]
fn a_new_rule_loads_and_passes_for_every_topic() {
    let place = Place::new();
    for base in ["2019", "2021"] {
        place.run(&format!("rules new-edition p-{base} --base {base}")).ends_with(0);
        for topic in ["proactive", "requests", "disputes", "prose"] {
            let new = format!("rules new-rule {topic}/new-one --rules p-{base}");
            place.run(&new).ends_with(0).says(&format!("p-{base}/{topic}/new-one.cases.toml"));
            place.run(&new).ends_with(2).complains("已有规则");
        }
        place.run(&format!("rules test --rules p-{base}")).ends_with(0);
    }
    place.run("rules new-rule Requests/x --rules p-2021").ends_with(2).complains("Requests/x");
    place.run("rules new-rule requests/row-total --rules p-2021").ends_with(2).complains("已有规则 requests/row-total");
    place.run("rules new-rule requests/x").ends_with(2).complains("--rules");
}

#[test]
fn a_new_edition_begins_where_the_older_one_ends() {
    let place = Place::new();
    place.run("rules new-edition 2027 --base 2021 -o new").ends_with(0).says("new/edition.toml").says("new/form.toml");
    let ran = place.run("rules list --rules new").ends_with(0);
    ran.says("2021年版格式（编号 2021，报告年度 2021–2026）").says("2027年版格式（编号 2027，报告年度 2027–）");
    place.run("rules test --rules new").ends_with(0).says("（2027）");
    place.run("rules diff 2021 2027 --rules new").ends_with(0).says("规则：0 条不同").says("数据：0 处不同");
    place.run("rules new-edition 2027 --base 2021 -o new").ends_with(2).complains("new/edition.toml");
    place.run("rules new-edition 2020 --base 2021").ends_with(2).complains("2021–");
    place.run("rules new-edition 2021 --base 2021").ends_with(2);
    place.run("rules new-edition 2028 --base 2012").ends_with(2).complains("2012");
    place.run("rules new-edition ../x --base 2021").ends_with(2).complains("../x");
}

#[test]
fn the_commented_form_of_a_new_edition_is_that_of_its_base() {
    let place = Place::new();
    place.run("rules new-edition 2027 --base 2021").ends_with(0);
    let form = place.read("2027/form.toml");
    let (_, tables) = form.split_once("\n\n").unwrap();
    let tables: Vec<&str> = tables.lines().map(|line| line.trim_start_matches('#').trim_start_matches(' ')).collect();
    place.put("2027/form.toml", tables.join("\n"));
    place.run("rules diff 2021 2027 --rules 2027").ends_with(0).says("数据：0 处不同").says("合计关系：0 处不同");
}

#[test]
fn two_editions_are_compared() {
    let place = Place::new();
    let ran = place.run("rules diff 2019 2021").ends_with(0);
    ran.says("+ proactive.regulations.issued")
        .says("- proactive/procurement")
        .says("+ requests/otherwise-row-total")
        .says("~ proactive/counts")
        .says("rules/2021/proactive/counts.rhai");
    let diff = place.run("rules diff 2019 2021 --format json").ends_with(0).json();
    assert_eq!(diff["schema"], "gouji/rules-diff/1");
    let otherwise = diff["cells"].as_array().unwrap().iter().find(|cell| cell["id"] == "requests.otherwise.total");
    assert_eq!(otherwise.unwrap()["change"], "retired", "one row became three");
    let rules = diff["rules"].as_array().unwrap();
    let balance = rules.iter().find(|rule| rule["id"] == "requests/flow-balance");
    assert!(balance.is_none(), "the balance is the same in both: {balance:?}");
    place.run("rules diff 2019 2022").ends_with(2).complains("2022");
}

#[test]
fn reports_are_replayed_by_two_editions() {
    let place = Place::new();
    put_rule(&place, CASES);
    place.put("own/edition.toml", format!("{PROVINCE}[severity]\n\"requests/row-total\" = \"note\"\n"));
    place.put("in/a.json", clean("甲局")).put("in/b.json", faulty("乙局"));
    place.put("in/c.json", report("丙局", &[("proactive.fees.amount", "2")]));
    let ran = place.run("rules diff 2021 province --rules own --replay in").ends_with(0);
    ran.says("~ requests/row-total")
        .says("严重程度 错误 → 说明")
        .says("+ proactive/no-fees")
        .says("3 份报告，2 份结论有变化")
        .says("+ 错误 proactive/no-fees@proactive.fees.amount")
        .without("in/a.json");
    let diff = place.run("rules diff 2021 province --rules own --replay in --format json").ends_with(0).json();
    assert_eq!(diff["replay"][2]["appeared"][0]["id"], "proactive/no-fees@proactive.fees.amount");
    place.put("in/d.txt", "不是报告");
    place
        .run("rules diff 2021 province --rules own --replay in")
        .ends_with(2)
        .says("in/d.txt")
        .says("不能核对：没有找到");
}

/// Reports are checked again against what `check` would be given: the year before, member units, waivers.
#[test]
fn a_replay_knows_what_a_check_knows() {
    let place = Place::new();
    let severity = "[severity]\n\"requests/carry-over\" = \"note\"\n\"members/requests-sum\" = \"note\"\n";
    place.put("own/edition.toml", format!("{PROVINCE}{severity}"));
    place.put("in/a.json", clean("甲局"));
    let before = [("requests.carried_out.total", "3")];
    place.put("2022/a.json", crate::support::of_year(&report("甲局", &before), 2022));
    place.put("members/b.json", report("乙局", &[("requests.granted.total", "2")]));
    let replay = "rules diff 2021 province --rules own --replay in";
    place.run(replay).ends_with(0).says("1 份报告，0 份结论有变化");
    let last_year = format!("{replay} --last-year 2022");
    place.run(&last_year).ends_with(0).says("1 份结论有变化").says("说明 requests/carry-over@");
    place.run(&format!("{replay} --members members")).ends_with(0).says("说明 members/requests-sum@");
    place.run("rules diff 2021 province --rules own --members members").ends_with(2).complains("--replay");
    let waivers = place.run("check in --last-year 2022 --format waivers").stdout;
    let waivers = waivers.replace("reason = \"\"", "reason = \"已核实\"").replace("author = \"\"", "author = \"王某\"");
    place.put("waivers.toml", waivers);
    place.run(&format!("{last_year} --waivers waivers.toml")).ends_with(0).says("0 份结论有变化");
}

#[test]
fn the_handbook_has_every_rule_in_both_languages_and_forms() {
    let place = Place::new();
    let zh = place.run("rules handbook --edition 2021").ends_with(0);
    zh.says("规则手册 · 2021年版格式")
        .says("一、本年新收 + 二、上年结转 = （七）总计 + 四、结转下年度")
        .says("[requests/flow-balance](#2021-requests-flow-balance)")
        .says("自然人列办结数少计一件");
    place.run("rules handbook --edition 2021 --lang en").ends_with(0).says("Handbook of rules · 2021 format");
    place.run("rules handbook --format html -o book.html").ends_with(0);
    let html = place.read("book.html");
    assert!(html.contains("<html lang=\"zh-CN\">") && html.contains("<main id=\"rules\">"));
    assert!(!html.contains("<script") && !html.contains(" src=") && !html.contains("http://"), "it needs nothing else");
    for id in place.run("rules handbook").stdout.split("](#").skip(1).filter_map(|rest| rest.split_once(')')) {
        assert_eq!(html.matches(&format!("id=\"{}\"", id.0)).count(), 1, "{}", id.0);
    }
}

/// What passes and is not finished all the same: words of the skeletons, a row that no sum has.
#[test]
fn what_is_unfinished_is_told_of() {
    let place = Place::new();
    place.run("rules new-edition 2027 --base 2021 -o new").ends_with(0);
    place.run("rules new-rule requests/one --rules new").ends_with(0);
    let ran = place.run("rules test --rules new").ends_with(0).says("待写 new/requests/one.rhai:1");
    let ran = ran.says("待写 new/requests/one.cases.toml:5").says("待写 2027年版格式（2027）的依据");
    drop(ran.without("注意"));

    let form = place.read("new/form.toml");
    let (_, tables) = form.split_once("\n\n").unwrap();
    let whole: Vec<&str> = tables.lines().map(|line| line.trim_start_matches('#').trim_start_matches(' ')).collect();
    let whole = whole.join("\n");
    place.put(
        "new/form.toml",
        whole.replacen("\"denied.state_secret\", \"denied.forbidden_by_law\"", "\"denied.state_secret\"", 1),
    );
    let ran = place.run("rules test --rules new").says("注意 表三").says("2.其他法律行政法规禁止公开");
    drop(ran.without("1.属于国家秘密"));
}

#[test]
fn due_dates_are_compared() {
    let place = Place::new();
    let due = "[[due]]\nkind = \"department\"\nlevels = [\"county\"]\nmonth = 1\nday = 20\n";
    place.put("own/edition.toml", format!("{PROVINCE}{due}basis = {{ zh = \"省\", en = \"p\" }}\n"));
    let ran = place.run("rules diff 2021 province --rules own").ends_with(0).says("截止日期").says("7 处不同");
    drop(ran.says("~ department/county  01-31 → 01-20").says("- government/county  03-31"));
    let diff = place.run("rules diff 2021 province --rules own --format json").ends_with(0).json();
    assert_eq!(diff["due"][0]["what"], serde_json::json!(["date", "basis"]));
}

/// What most reports have in common is counted, not listed for each of them.
#[test]
fn a_replay_counts_what_is_common() {
    let place = Place::new();
    put_rule(&place, CASES);
    for number in 0..4 {
        place.put(&format!("in/{number}.json"), report("甲局", &[("proactive.fees.amount", "1")]));
    }
    let replay = "rules diff 2021 province --rules own --replay in";
    let ran = place.run(replay).ends_with(0).says("+ proactive/no-fees  4 份").without("in/0.json");
    drop(ran);
    place.run(&format!("{replay} -v")).ends_with(0).says("in/0.json").says("+ 错误 proactive/no-fees@");
}
