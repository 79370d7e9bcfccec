//! Folders of rules with a slip in them: every command ends with 2, shows the line and says what may have been meant.
use crate::support::Place;

const EDITION: &str = "id = \"own\"\nbase = \"2021\"\n";
const HEADER: &str = "\
//! title: 规则
//! title.en: rule
//! severity: error
//! basis: 格式结构
//! 说明。
//! en: text.
";
const TABLE: &str = "\
[[table]]
id = \"disputes\"
name = { zh = \"表四\", en = \"Table 4\" }
cell_name = { zh = \"表四 {row}{column}\", en = \"Table 4, {row} {column}\" }
section = \"disputes\"
label_columns = 1
[[table.block]]
columns = [{ id = \"total\", zh = \"总计\", en = \"Total\" }]
rows = [{ id = \"one\", zh = \"甲\", en = \"One\" }, { id = \"two\", zh = \"乙\", en = \"Two\" }]
";

/// The folder of an own edition with one more file is refused with all of these texts.
#[track_caller]
fn refused(file: &str, text: &str, complaints: &[&str]) {
    let place = Place::new();
    place.put("own/edition.toml", EDITION).put(&format!("own/{file}"), text);
    for command in ["rules list", "rules test", "check own/edition.toml"] {
        let mut ran = place.run(&format!("{command} --rules own --lang en")).ends_with(2);
        assert_eq!(ran.stdout, "");
        for complaint in complaints {
            ran = ran.complains(complaint);
        }
    }
}

#[test]
fn misspelt_keys() {
    let at = "own/edition.toml:3:1";
    refused("edition.toml", &format!("{EDITION}retier = []\n"), &[at, "retier", "Did you mean `retire`?"]);
    let text = TABLE.replace("label_columns", "lable_columns");
    refused("form.toml", &text, &["own/form.toml:6:1", "Did you mean `label_columns`?"]);
    let text = HEADER.replace("severity", "seveirty") + "require(form.own);";
    refused("form/x.rhai", &text, &["own/form/x.rhai:3:1", "Did you mean `severity`?"]);
    refused("form/filled.cases.toml", "[[case]]\ntitel = \"a\"\n", &["filled.cases.toml:2:1", "Did you mean `title`?"]);
}

#[test]
fn bad_labels_and_ids() {
    let of = |from: &str, to: &str| TABLE.replace(from, to);
    refused("form.toml", &of("\"乙\"", "\"甲\""), &["own/form.toml:9:", "the label “甲” stands twice"]);
    refused("form.toml", &of("\"乙\"", "\" \""), &["own/form.toml:9:", "`two` has an empty Chinese label"]);
    refused("form.toml", &of("{row}{column}", "{rwo}"), &["own/form.toml:4:", "`rwo`", "Did you mean `row`?"]);
    refused("form.toml", &of("\"two\"", "\"Two-b\""), &["own/form.toml:9:", "`Two-b` cannot be an id"]);
}

#[test]
fn duplicate_ids() {
    let text = TABLE.replace("\"two\"", "\"one\"");
    refused("form.toml", &text, &["own/form.toml:9:", "two cells or groups have the id `disputes.one.total`"]);
    let place = Place::new();
    place.put("a/edition.toml", "id = \"own\"\nbase = \"2021\"\nyears = { from = 2030 }\n");
    place.put("b/edition.toml", "id = \"own\"\nbase = \"2019\"\nyears = { from = 2031 }\n");
    let ran = place.run("rules list --rules a --rules b --lang en").ends_with(2);
    ran.complains("b/edition.toml:3:9").complains("edition `own` is also defined by a/edition.toml");
}

#[test]
fn bases_that_turn_in_a_circle_or_are_not_there() {
    let place = Place::new();
    place.put("a/edition.toml", "id = \"a\"\nbase = \"b\"\n").put("b/edition.toml", "id = \"b\"\nbase = \"a\"\n");
    let ran = place.run("rules list --rules a --rules b --lang en").ends_with(2);
    ran.complains("a/edition.toml:2:8").complains("edition `b` itself builds on this one");
    let text = "id = \"own\"\nbase = \"2012\"\n";
    refused("edition.toml", text, &["own/edition.toml:2:8", "no edition `2012`", "Did you mean `2019`?"]);
}

#[test]
fn cells_that_are_not_there() {
    let script = |text: &str| format!("{HEADER}{text}\n");
    let text = script("require(requests.recieved.total >= 0);");
    refused("requests/x.rhai", &text, &["own/requests/x.rhai:7:18", "Did you mean `received`?"]);
    let text = script("for c in requests.columns {\n    require(requests.granted[c] == requests.granted.sum);\n}");
    refused("requests/x.rhai", &text, &["own/requests/x.rhai:8:", "`sum`"]);
    let case = "[[case]]\ntitle = \"a\"\ncells = { \"requests.received.totel\" = 1 }\n";
    let meant = "Did you mean `requests.received.total`?";
    refused("requests/row-total.cases.toml", case, &["own/requests/row-total.cases.toml:3:11", meant]);
}

#[test]
fn several_editions_in_one_folder() {
    let place = Place::new();
    place
        .put("all/a/edition.toml", "id = \"a\"\nbase = \"2021\"\n")
        .put("all/b/edition.toml", "id = \"b\"\nbase = \"2019\"\n");
    place.put("all/README.md", "两版格式");
    place.run("rules list --rules all").ends_with(0).says("编号 a").says("编号 b");
    place.put("all/b/requests/x.rhia", "");
    place.run("rules list --rules all").ends_with(2).complains("all/b/requests/x.rhia");
    std::fs::remove_file(place.path().join("all/b/requests/x.rhia")).unwrap();
    place.put("all/stray.toml", "");
    place.run("rules list --rules all").ends_with(2).complains("all/edition.toml").complains("all/stray.toml");
}
