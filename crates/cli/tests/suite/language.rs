//! Languages, help, wrong command lines.
use crate::support::{Place, RUBBISH, faulty};

fn place(locale: Option<&str>) -> Place {
    let mut place = Place::new();
    place.env.locale = locale.map(ToOwned::to_owned);
    place.put("a.json", faulty("甲局")).put("b.json", RUBBISH);
    place
}

#[test]
fn chinese_is_the_default_and_english_is_asked_for() {
    place(None).run("check a.json").says("1 处错误");
    place(Some("zh_CN.UTF-8")).run("check a.json").says("1 处错误");
    place(Some("C")).run("check a.json").says("1 处错误");
    place(Some("en_GB.UTF-8")).run("check a.json").says("1 error").without("错误");
    place(Some("en_GB.UTF-8")).run("check a.json --lang zh").says("1 处错误");
    place(None).run("check a.json b.json --lang en").says("2023").says("1 error").complains("error b.json: ");
    place(None).run("--lang=en check a.json").says("1 error");
}

#[test]
fn help_speaks_both_languages() {
    let place = place(None);
    for command in [
        "",
        "check",
        "read",
        "export",
        "new",
        "rules",
        "rules list",
        "rules show",
        "rules explain",
        "completions",
        "man",
    ] {
        let zh = place.run(&format!("{command} --help")).ends_with(0).says("用法：gouji");
        // No key without a text, and none of clap's own words.
        zh.without("driver-").without("Usage").without("Options").without("possible values");
        place.run(&format!("{command} --help --lang en")).ends_with(0).says("Usage: gouji").without("driver-");
    }
    place.run("--version").ends_with(0).says("gouji ");
    place.run("").ends_with(2).complains("用法：gouji");
}

#[test]
fn wrong_command_lines_end_with_2() {
    let place = place(None);
    for (arguments, expected) in [
        ("chek a.json", "没有“chek”这个命令；是不是“check”？"),
        ("check a.json --frmat json", "没有“--frmat”这个选项或参数；是不是“--format”？"),
        ("check a.json --deny eror", "“eror”不对，只能是 error、warning、note；是不是“error”？"),
        ("check a.json --year two", "--year <YEAR> 的值“two”不对"),
        ("check a.json --year", "--year <YEAR> 后面缺少值"),
        ("check", "缺少 <FILE|DIR>..."),
        ("check a.json -q -v", "不能与"),
        ("rules show", "缺少 <RULE>"),
    ] {
        place.run(arguments).ends_with(2).complains(expected).complains("--help");
    }
    place.run("chek --lang en").ends_with(2).complains("there is no command “chek”; did you mean “check”?");
}

#[test]
fn shells_and_man_get_their_texts() {
    let place = place(None);
    place.run("completions bash").ends_with(0).says("complete -F");
    place.run("completions zsh").ends_with(0).says("#compdef gouji");
    place.run("man").ends_with(0).says(".TH gouji");
}
