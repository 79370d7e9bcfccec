//! `gouji check`: exit codes, several files, both forms of the result.
use crate::support::{Place, RUBBISH, clean, faulty, report};

#[test]
fn a_clean_report_ends_with_0() {
    let place = Place::new();
    place.put("a.json", clean("云岭县民政局"));
    place
        .run("check a.json")
        .ends_with(0)
        .says("云岭县民政局 2023年 · 2021年版格式 · 200 个数据全部读出")
        .says("没有发现问题；");
}

#[test]
fn a_finding_at_or_above_deny_ends_with_1() {
    let place = Place::new();
    place.put("error.json", faulty("云岭县民政局"));
    place.put("warning.json", report("云岭县民政局", &[("requests.received.business", "?")]));
    place.run("check error.json").ends_with(1).says("错误 requests/").says("← 0").says("建议 ").says("1 处错误");
    place.run("check warning.json").ends_with(0).says("提醒 ");
    place.run("check warning.json --deny warning").ends_with(1);
}

#[test]
fn an_unreadable_file_ends_with_2_and_the_rest_goes_on() {
    let place = Place::new();
    place.put("a.json", RUBBISH).put("b.json", faulty("乙局")).put("c.json", clean("丙局"));
    let ran = place.run("check a.json b.json c.json gone.json").ends_with(2);
    ran.complains("错误 a.json：")
        .complains("错误 gone.json：找不到文件")
        .says("乙局 2023年")
        .says("c.json  丙局 2023年  没有发现问题")
        .says("共 2 份报告：1 份没有发现问题，1 份有问题；2 个文件不能读取");
}

#[test]
fn of_several_files_the_worst_counts() {
    let place = Place::new();
    place.put("a.json", clean("甲局")).put("b.json", faulty("乙局")).put("c.json", clean("丙局"));
    place.run("check a.json b.json c.json").ends_with(1);
    place.run("check a.json c.json").ends_with(0);
}

#[test]
fn a_folder_is_searched_by_path_without_hidden_files() {
    let place = Place::new();
    place.put("in/b/2.json", clean("乙局")).put("in/a/3.json", clean("丙局")).put("in/c.json", clean("甲局"));
    place
        .put("in/.hidden.json", RUBBISH)
        .put("in/.git/x", RUBBISH)
        .put("in/~$c.docx", RUBBISH)
        .put("in/Thumbs.db", RUBBISH);
    let ran = place.run("check in --format json").ends_with(0);
    let json = ran.json();
    let files: Vec<&str> =
        json["reports"].as_array().unwrap().iter().map(|own| own["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["in/a/3.json", "in/b/2.json", "in/c.json"]);
}

#[test]
fn an_empty_folder_is_no_silent_pass() {
    let place = Place::new();
    std::fs::create_dir(place.path().join("in")).unwrap();
    place.run("check in").ends_with(2).complains("in：文件夹里没有要读取的文件");
}

#[test]
fn the_json_has_the_shape_of_its_schema() {
    let place = Place::new();
    place.put("a.json", faulty("云岭县民政局")).put("b.json", RUBBISH);
    let json = place.run("check a.json b.json --format json").ends_with(2).json();
    assert_eq!(json["schema"], "gouji/check/1");
    let report = &json["reports"][0];
    for (field, expected) in [("file", "a.json"), ("edition", "2021")] {
        assert_eq!(report[field], expected);
    }
    assert_eq!(report["year"], 2023);
    assert_eq!(report["unit"]["name"], "云岭县民政局");
    assert_eq!(report["notes"], 0);
    let finding = &report["findings"][0];
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["cells"][0], "requests.received.total");
    assert_eq!(finding["correction"]["value"], "0");
    assert!(finding["id"].as_str().unwrap().starts_with(&format!("{}@", finding["rule"].as_str().unwrap())));
    for field in ["key", "args", "message", "related", "basis", "suggestion", "origin"] {
        assert!(finding.get(field).is_some(), "{field}");
    }
    for field in ["items", "held", "broken", "unjudged", "inapplicable", "waived"] {
        assert!(report["summary"][field].is_u64(), "{field}");
    }
    let failure = &json["failures"][0];
    assert_eq!(failure["file"], "b.json");
    assert!(["key", "args", "message"].iter().all(|field| failure.get(field).is_some()));
}

#[test]
fn quiet_and_verbose() {
    let place = Place::new();
    place.put("a.json", clean("甲局")).put("b.json", faulty("乙局"));
    let quiet = place.run("check a.json b.json -q").ends_with(1).says("错误 requests/");
    quiet.without("没有发现问题").without("共 2 份");
    place.run("check b.json").without("条无法判断：");
    place.run("check b.json -v").says("其中数字 200 个").says("条无法判断：");
}

#[test]
fn cells_that_were_not_read_are_counted() {
    let place = Place::new();
    let cells =
        [("requests.received.total", "missing"), ("requests.received.business", "?"), ("proactive.fees.amount", "/")];
    place.put("a.json", report("甲局", &cells));
    place.run("check a.json").says("200 个数据读出 198 个，未找到 1 个、不是数字 1 个");
}

#[test]
fn a_number_on_a_groups_row_stands_for_its_cells() {
    let place = Place::new();
    let columns = ["natural_person", "business", "research", "nonprofit", "legal_service", "other_org", "total"];
    let rows = ["repeat_complaint", "repeat_request", "publication"];
    let text = clean("甲局");
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let cells = json["cells"].as_object_mut().unwrap();
    let otherwise: Vec<String> = cells.keys().filter(|id| id.starts_with("requests.otherwise.")).cloned().collect();
    assert_eq!(otherwise.len(), rows.len() * columns.len());
    for id in otherwise {
        cells.insert(id, serde_json::json!({"state": "missing"}));
    }
    for column in columns {
        cells.insert(format!("requests.otherwise.{column}"), serde_json::json!({"state": "number", "value": "0"}));
    }
    place.put("a.json", json.to_string());
    place.run("check a.json").says("186 个数据全部读出");
}

#[test]
fn the_result_goes_to_a_file() {
    let place = Place::new();
    place.put("in/a.json", faulty("甲局"));
    let ran = place.run("check in -o in/result.txt").ends_with(1);
    assert_eq!(ran.stdout, "");
    assert!(place.read("in/result.txt").contains("1 处错误"));
    // A second run does not take its own result for a report.
    place.run("check in -o in/result.txt").ends_with(1);
}

#[test]
fn colour_is_for_terminals_that_want_it() {
    let mut place = Place::new();
    place.put("a.json", faulty("甲局"));
    assert!(!place.run("check a.json").stdout.contains('\u{1b}'));
    place.is_terminal = true;
    assert!(place.run("check a.json").stdout.contains("\u{1b}["));
    assert!(!place.run("check a.json --format json").stdout.contains('\u{1b}'));
    place.env.no_color = true;
    assert!(!place.run("check a.json").stdout.contains('\u{1b}'));
}

#[test]
fn what_the_arguments_say_goes_before_the_report() {
    let place = Place::new();
    place.put("a.json", clean("甲局")).put("b.json", clean("乙局"));
    let json = place.run("check a.json --format json --year 2022 --unit 某局 --level 县级 --scope region").json();
    assert_eq!(json["reports"][0]["year"], 2022);
    let unit = serde_json::json!({"name": "某局", "level": "county", "scope": "region"});
    assert_eq!(json["reports"][0]["unit"], unit);
    place.run("check a.json b.json --unit 某局").ends_with(2).complains("--unit 只能用于一个文件");
    place.run("check a.json --level 县极").ends_with(2).complains("没有“县极”这个层级").complains("是不是“县级”");
    place.run("check a.json --edition 2020").ends_with(2).complains("现有 2019、2021");
}

#[test]
fn a_cell_that_the_form_does_not_have_is_named() {
    let place = Place::new();
    place.put("a.json", clean("甲局").replace("requests.received.total", "requests.recieved.total"));
    place.run("check a.json").ends_with(2).complains("是不是“requests.received.total”");
}

#[test]
fn a_level_is_told_by_the_name_where_that_is_certain() {
    let place = Place::new();
    let names = [
        ("云南省人民政府", Some(("province", "government"))),
        ("广西壮族自治区人民政府", Some(("province", "government"))),
        ("北京市人民政府", Some(("province", "government"))),
        ("云南省民政厅", Some(("province", "department"))),
        ("昆明市人民政府", Some(("city", "government"))),
        ("云南省昆明市人民政府", Some(("city", "government"))),
        ("大理白族自治州人民政府", Some(("city", "government"))),
        ("昆明市市场监督管理局", Some(("city", "department"))),
        ("昆明市住房和城乡建设局", Some(("city", "department"))),
        ("昆明市人民政府办公室", Some(("city", "department"))),
        ("昆明市国有资产监督管理委员会", Some(("city", "department"))),
        ("满洲里市人民政府", Some(("county", "government"))),
        ("大理白族自治州大理市人民政府", Some(("county", "government"))),
        ("昆明市五华区人民政府", Some(("county", "government"))),
        ("石林彝族自治县人民政府", Some(("county", "government"))),
        ("东莞市长安镇人民政府", Some(("township", "government"))),
        ("五华区护国街道办事处", Some(("street", "government"))),
        ("昆明市五华区民政局", None),
        ("昆明市滇池旅游度假区管理委员会", None),
        ("昆明市第一中学", None),
        ("云岭县民政局", None),
        ("国家档案局", None),
    ];
    for (number, (name, _)) in names.iter().enumerate() {
        place.put(&format!("in/{number:02}.json"), clean(name));
    }
    let json = place.run("check in --format json").json();
    for (number, (name, expected)) in names.into_iter().enumerate() {
        let unit = &json["reports"][number]["unit"];
        let found = unit["level"].as_str().zip(unit["kind"].as_str());
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn parts_of_a_folder_together_are_the_folder() {
    let place = Place::new();
    for name in ["a", "b", "c", "d", "e"] {
        place.put(&format!("in/{name}.json"), clean(&format!("{name}局")));
    }
    for part in ["1/2", "2/2"] {
        place.run(&format!("check in --format jsonl -o out.jsonl --shard {part}")).ends_with(0);
    }
    let lines = |file: &str| place.read(file).lines().filter(|line| line.starts_with(r#"{"kind":"report""#)).count();
    assert_eq!((lines("out.1-of-2.jsonl"), lines("out.2-of-2.jsonl")), (3, 2));
    place.run("check in --shard 3/2").ends_with(2);
}
