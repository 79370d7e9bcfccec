//! `gouji rules`, and rules that are broken.
use crate::support::{Place, clean};

#[test]
fn rules_are_listed_by_edition() {
    let place = Place::new();
    place.run("rules list").ends_with(0).says("2019年版格式").says("2021年版格式").says("requests/flow-balance");
    place.run("rules list --edition 2021").ends_with(0).without("2019年版格式");
}

#[test]
fn a_rule_is_shown_with_its_script() {
    let ran = Place::new().run("rules show requests/flow-balance").ends_with(0);
    // The script stands in the 2019 folder and is inherited: it is shown once.
    assert_eq!(ran.stdout.matches("require(").count(), 1, "{}", ran.stdout);
    ran.says("//! title:").says("rules/2019/requests/flow-balance.rhai").says("2021年版格式 · 错误");
}

#[test]
fn a_finding_is_explained() {
    let place = Place::new();
    let ran = place.run("rules explain requests/flow-balance@requests.received.total").ends_with(0);
    ran.says("要求 ").says("依据 ").says("办法 ").says("对象 表三");
    place.run("rules explain requests/flow-balance --lang en").ends_with(0).says("what to do: ");
}

#[test]
fn a_rule_that_is_not_there_is_guessed() {
    let place = Place::new();
    for command in ["show", "explain"] {
        place
            .run(&format!("rules {command} requests/flow-balence"))
            .ends_with(2)
            .complains("没有“requests/flow-balence”这条规则")
            .complains("是不是“requests/flow-balance”");
    }
}

const EDITION: &str = "id = \"2021-x\"\nbase = \"2021\"\n";
const RULE: &str = "\
//! title: 不收费
//! title.en: no fees
//! severity: error
//! basis: 格式结构
//! 不应收费。
//! en: There should be no fees.
require(proactive.fees.amount == 1);
";

#[test]
fn a_folder_adds_a_rule() {
    let place = Place::new();
    place.put("own/edition.toml", EDITION).put("own/proactive/no-fees.rhai", RULE).put("a.json", clean("甲局"));
    place.put("own/proactive/no-fees.cases.toml", "");
    place.run("rules show proactive/no-fees --rules own").ends_with(0).says("own/proactive/no-fees.rhai");
    place.run("check a.json --rules own --year 2023 --edition 2021-x").ends_with(1).says("错误 proactive/no-fees");
}

#[test]
fn broken_rules_end_with_2_and_show_the_line() {
    let place = Place::new();
    place.put("a.json", clean("甲局"));
    place.put("own/edition.toml", EDITION);
    place.put("own/proactive/no-fees.rhai", RULE.replace("fees.amount", "fes.amount"));
    let ran = place.run("check a.json --rules own").ends_with(2);
    assert_eq!(ran.stdout, "");
    ran.complains("own/proactive/no-fees.rhai:7:")
        .complains("require(proactive.fes.amount == 1);")
        .complains("^")
        .complains("办法: ");
    place.put("own/edition.toml", "id = \"2021-x\"\nbse = \"2021\"\n");
    place.run("rules list --rules own").ends_with(2).complains("own/edition.toml:2:1").complains("base");
    place.run("rules list --rules gone").ends_with(2).complains("不能读取 gone：找不到文件或文件夹");
}
