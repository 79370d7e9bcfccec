//! `gouji export` and `gouji new`: which files are written, which are left alone, and exporters of others.
use camino::Utf8Path;

use crate::support::{Place, RUBBISH, clean, faulty};

/// SHA-256 of `abc`, from FIPS 180-2.
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

fn place() -> Place {
    let place = Place::new();
    place.put("a.json", faulty("甲局")).put("b.json", clean("乙局"));
    place
}

fn names(folder: &Utf8Path) -> Vec<String> {
    let entries = folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().file_name().to_owned());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}

#[test]
fn every_format_gets_its_files() {
    let place = place();
    let ran = place.run("export a.json b.json --to json,csv,markdown,html -o out").ends_with(0);
    assert_eq!(ran.stdout.lines().count(), 14);
    ran.says("out/a.long.csv\n").says("out/b.html\n");
    let suffixes = ["csv-metadata.json", "datapackage.json", "html", "json", "long.csv", "md", "wide.csv"];
    let expected: Vec<String> =
        ["a", "b"].iter().flat_map(|stem| suffixes.map(|suffix| format!("{stem}.{suffix}"))).collect();
    assert_eq!(names(&place.path().join("out")), expected);
    place.run("check out/a.json").ends_with(1).says("1 处错误");
    place.run("read out/b.json --format json").ends_with(0);
    assert!(place.read("out/a.datapackage.json").contains("\"path\": \"a.long.csv\""));
}

#[test]
fn several_reports_in_one() {
    let place = place();
    place.put("c.json", RUBBISH);
    let ran = place.run("export a.json b.json c.json --to csv,markdown --batch 全县 -o out").ends_with(2);
    ran.complains("错误 c.json：");
    assert_eq!(
        names(&place.path().join("out")),
        ["全县.csv-metadata.json", "全县.datapackage.json", "全县.long.csv", "全县.md", "全县.wide.csv"]
    );
    assert_eq!(place.read("out/全县.wide.csv").lines().count(), 3);
    let ran = place.run("export a.json b.json --to csv,json --batch 两份 -o two").ends_with(0);
    ran.says("two/两份.json\n");
    let array: Vec<serde_json::Value> = serde_json::from_str(&place.read("two/两份.json")).unwrap();
    let single = |name: &str| serde_json::from_str::<serde_json::Value>(&place.read(name)).unwrap();
    place.run("export a.json b.json --to json -o one").ends_with(0);
    assert_eq!(array, [single("one/a.json"), single("one/b.json")]);
    assert_eq!(names(&place.path().join("two")).len(), 5);
    place.run("export a.json b.json --to json --batch 两份 -o two").ends_with(2).complains("两份.json 已经存在");
    assert_eq!(names(&place.path().join("two")).len(), 5);
    place.run("export a.json --to csv --batch ../b").ends_with(2).complains("“../b”不能用作文件名");
}

#[test]
fn equal_stems_get_numbers() {
    let place = place();
    place.put("x/a.json", clean("丙局"));
    place.run("export a.json x --to markdown -o out").ends_with(0).says("out/a.md\nout/a-2.md\n");
}

#[test]
fn existing_files_are_replaced_only_when_asked() {
    let place = place();
    place.put("out/a.md", "mine");
    place.run("export a.json b.json --to markdown -o out").ends_with(2).complains("out/a.md 已经存在").says("out/b.md");
    assert_eq!(place.read("out/a.md"), "mine");
    place.run("export a.json --to markdown -o out --force").ends_with(0);
    assert!(place.read("out/a.md").starts_with("# 甲局2023年"));
    assert_eq!(names(&place.path().join("out")), ["a.md", "b.md"]);
}

#[test]
fn of_a_format_with_several_files_none_is_written_when_one_exists() {
    let place = place();
    place.put("out/a.wide.csv", "mine");
    place.run("export a.json --to csv -o out").ends_with(2);
    assert_eq!(names(&place.path().join("out")), ["a.wide.csv"]);
}

#[test]
fn when_the_last_file_of_a_format_cannot_be_placed_the_first_are_taken_back() {
    let place = place();
    // A folder stands where the last file goes: it is seen before anything is written.
    place.put("out/a.datapackage.json/x", "mine");
    place.run("export a.json --to csv -o out").ends_with(2).complains("out/a.datapackage.json");
    assert_eq!(names(&place.path().join("out")), ["a.datapackage.json"]);
    place.run("export a.json --to csv -o out --force").ends_with(2).complains("不能写入 out/a.datapackage.json");
    assert!(names(&place.path().join("out")).iter().all(|name| !name.starts_with('.')));
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_gets_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let place = place();
    place.put("out/x", "mine");
    let folder = place.path().join("out");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(folder.join("probe"), "").is_ok() {
        println!("skipped: this user may write everywhere");
        return;
    }
    place.run("export a.json --to markdown -o out").ends_with(2).complains("不能写入 out/a.md：没有权限");
    place
        .run("export a.json --to markdown -o out/deeper")
        .ends_with(2)
        .complains("不能使用文件夹 out/deeper：没有权限");
    assert_eq!(names(&folder), ["x"]);
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn results_of_checks_replace_a_file_only_when_they_are_whole() {
    let place = place();
    place.put("out.json", "mine").put("rules/edition.toml", "id = 1");
    place.run("check a.json --format json -o out.json --rules rules").ends_with(2);
    assert_eq!(place.read("out.json"), "mine");
    place.run("check a.json --format json -o out.json").ends_with(1);
    assert!(place.read("out.json").starts_with('{'));
    place.run("read a.json -o rules").ends_with(2).complains("不能写入 rules：这是文件夹，不是文件");
    place.run("read a.json -o none/a.txt").ends_with(2).complains("不能写入 none/a.txt");
    assert_eq!(names(place.path()), ["a.json", "b.json", "out.json", "rules"]);
}

#[test]
fn notices_go_to_the_units_that_have_something_to_correct() {
    let place = place();
    place.put("c.json", faulty("=丙/局"));
    let ran =
        place.run("export a.json b.json c.json --notice --to docx,txt --office 县政府办 --date 2026-01-31 -o out");
    ran.ends_with(0).says("b.json：没有需要修改的问题").says("out/甲局2023修改意见单.docx");
    assert_eq!(
        names(&place.path().join("out")),
        ["c2023修改意见单.docx", "c2023修改意见单.txt", "甲局2023修改意见单.docx", "甲局2023修改意见单.txt"]
    );
    let notice = place.read("out/甲局2023修改意见单.txt");
    assert!(notice.contains("甲局：") && notice.ends_with("县政府办\n2026年1月31日\n"), "{notice}");
    assert!(place.read("out/c2023修改意见单.txt").contains("\n=丙/局：\n"));
    let ran = place.run("check a.json b.json --format notice").ends_with(1);
    assert!(ran.stdout.starts_with("政府信息公开工作年度报告修改意见单\n\n甲局：\n"), "{}", ran.stdout);
    place.run("export a.json --to txt").ends_with(2).complains("txt 不能用于单份报告");
    place.run("export a.json --notice --to csv").ends_with(2).complains("csv 不能用于修改意见单");
    place.run("export a.json --notice --batch 全县 --to docx").ends_with(2).complains("不能与");
    place.run("export a.json --office 县政府办 --to docx").ends_with(2).complains("--notice");
}

#[test]
fn the_one_file_may_be_named() {
    let place = place();
    place.run("export a.json --to docx -o x.docx").ends_with(0).says("x.docx\n");
    place.run("export a.json --to docx -o x.docx").ends_with(2).complains("x.docx 已经存在");
    place.run("export a.json --to docx -o deep/报告.docx").ends_with(0).says("deep/报告.docx\n");
    place.run("export a.json b.json --to html --batch 全县 -o all.html").ends_with(0).says("all.html\n");
    place.run("export a.json b.json --to json --batch 全县 -o all.json").ends_with(0).says("all.json\n");
    place.run("new --unit 甲 --year 2025 --to docx -o new.docx").ends_with(0).says("new.docx\n");
    assert_eq!(names(place.path()), ["a.json", "all.html", "all.json", "b.json", "deep", "new.docx", "x.docx"]);
    assert!(place.path().join("x.docx").is_file());
    // A second report finds no place, and takes none from the first.
    let before = std::fs::read(place.path().join("x.docx")).unwrap();
    place.run("export a.json b.json --to docx -o x.docx --force").ends_with(2).complains("不能使用文件夹 x.docx");
    assert_eq!(std::fs::read(place.path().join("x.docx")).unwrap(), before);
    place.run("export a.json --to json -o a.json --force").ends_with(2).complains("a.json 是正在读取的文件");
}

#[test]
fn an_input_is_never_written_to() {
    let place = place();
    let before = place.read("a.json");
    place.run("export a.json --to json --force").ends_with(2).complains("a.json 是正在读取的文件");
    assert_eq!(place.read("a.json"), before);
}

#[test]
fn a_folder_that_cannot_be_used_is_named() {
    let place = place();
    place.run("export a.json --to markdown -o b.json").ends_with(2).complains("不能使用文件夹 b.json");
    assert_eq!(names(place.path()), ["a.json", "b.json"]);
}

#[test]
fn dates_come_from_the_arguments_or_the_environment() {
    let mut place = place();
    let printed = |place: &Place, arguments: &str| {
        place.run(&format!("export a.json --to markdown --force {arguments}")).ends_with(0);
        let page = place.read("a.md");
        page.split(" · ").find_map(|part| part.strip_prefix("日期 ")).map(ToOwned::to_owned)
    };
    assert_eq!(printed(&place, ""), None);
    assert_eq!(printed(&place, "--date 2024-02-29"), Some("2024-02-29".to_owned()));
    place.env.source_date_epoch = Some("1767225599".to_owned());
    assert_eq!(printed(&place, ""), Some("2025-12-31".to_owned()));
    assert_eq!(printed(&place, "--date 2026-01-31"), Some("2026-01-31".to_owned()));
    for wrong in ["2023-02-29", "2023-2-1", "tomorrow", "2023-01-01-01"] {
        place.run(&format!("export a.json --to markdown --date {wrong}")).ends_with(2).complains(wrong);
    }
    place.env.source_date_epoch = Some("now".to_owned());
    place.run("export a.json --to markdown --force").ends_with(2).complains("SOURCE_DATE_EPOCH");
}

#[test]
fn inputs_are_named_by_their_digest() {
    let place = place();
    place.run("export a.json --to markdown").ends_with(0);
    let page = place.read("a.md");
    let digest = page.split("SHA-256 ").nth(1).unwrap().split(' ').next().unwrap();
    assert!(digest.len() == ABC.len() && digest.bytes().all(|byte| byte.is_ascii_hexdigit()), "{digest}");
}

#[test]
fn equal_runs_give_equal_bytes() {
    let (first, second) = (place(), place());
    for place in [&first, &second] {
        place.run("export a.json b.json --to json,csv,markdown,html,docx --date 2026-01-31 -o out").ends_with(0);
    }
    let files = names(&first.path().join("out"));
    for file in &files {
        let file = format!("out/{file}");
        let bytes = |place: &Place| std::fs::read(place.path().join(&file)).unwrap();
        assert!(bytes(&first) == bytes(&second), "{file}");
    }
}

#[test]
fn blank_forms() {
    let place = Place::new();
    place.run("new --edition 2021 --unit 云岭县 --year 2025 --to markdown,html").ends_with(0).says("云岭县2025.md");
    assert!(place.read("云岭县2025.md").starts_with("# 云岭县2025年政府信息公开工作年度报告\n"));
    place.run("new --unit 云岭县 --year 2020 --to markdown").ends_with(0);
    assert!(place.read("云岭县2020.md").contains("上一年项目数量"));
    place.run("new --unit 云岭县 --year 2025 --to csv").ends_with(2).complains("csv 不能用于空白格式");
    place.run("new --unit 云岭县 --year 2010 --to html").ends_with(2).complains("没有适用于 2010 年度的格式");
    place.run("new --unit 云/岭 --year 2025 --to html").ends_with(2).complains("不能用作文件名");
    place.run("new --year 2025 --to html").ends_with(2).complains("--unit");
}

#[test]
fn formats_that_nobody_makes_are_refused() {
    let place = place();
    let ran = place.run("export a.json --to markdwn").ends_with(2);
    ran.complains("是不是“markdown”？").complains("gouji-export-markdwn");
    place.run("export a.json --to ../x").ends_with(2).complains("没有“../x”这种导出格式");
    place.run("export a.json").ends_with(2).complains("--to");
    assert_eq!(names(place.path()), ["a.json", "b.json"]);
}

#[cfg(unix)]
mod foreign {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;

    use super::*;

    /// A place whose PATH is a folder with one program in it.
    fn with_program(name: &str, text: &str) -> Place {
        let mut place = place();
        place.put(&format!("bin/{name}"), text);
        let program = place.path().join("bin").join(name);
        std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o755)).unwrap();
        place.env.path = Some(place.path().join("bin").into_string());
        place
    }

    #[test]
    fn the_sample_gets_a_publication_and_gives_a_file() {
        if !Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success()) {
            println!("skipped: there is no python3");
            return;
        }
        let sample = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/gouji-export-sample");
        let place = with_program("gouji-export-sample", &std::fs::read_to_string(sample).unwrap());
        place.run("export a.json --to sample,json -o out").ends_with(0).says("out/a.sample\n").says("out/a.json\n");
        let text = place.read("out/a.sample");
        assert!(text.starts_with("甲局 2023 (a.json)\n  error "), "{text}");
        assert!(text.contains("\n  requests.received.total = 1\n"), "{text}");
        let ran = place.run("new --unit 甲 --year 2025 --to sample -o out").ends_with(2);
        ran.complains("gouji-export-sample 没有成功").complains("nothing to list");
    }

    #[test]
    fn a_program_may_answer_without_reading() {
        let place = with_program("gouji-export-hello", "#!/bin/sh\necho hello\n");
        place.run("export a.json --to hello").ends_with(0);
        assert_eq!(place.read("a.hello"), "hello\n");
    }

    #[test]
    fn a_program_that_fails_is_told_with_what_it_said() {
        let place = with_program("gouji-export-bad", "#!/bin/sh\necho half\necho out of ink >&2\nexit 3\n");
        place.run("export a.json --to bad").ends_with(2).complains("out of ink").complains("不能导出 bad");
        assert_eq!(names(place.path()), ["a.json", "b.json", "bin"]);
    }

    #[test]
    fn an_empty_answer_is_no_file() {
        let place = with_program("gouji-export-mute", "#!/bin/sh\ncat >/dev/null\n");
        place.run("export a.json --to mute").ends_with(2).complains("没有输出任何内容");
    }

    #[test]
    fn what_cannot_be_started_is_named() {
        let place = with_program("gouji-export-odd", "#!/no/such/interpreter\n");
        place.run("export a.json --to odd").ends_with(2).complains("不能启动");
    }
}

#[test]
fn a_check_writes_the_notices_of_a_folder_and_one_overview() {
    let place = Place::new();
    place
        .put("reports/a.json", faulty("甲局"))
        .put("reports/b.json", clean("乙局"))
        .put("reports/c.json", faulty("甲局"));
    place.put("reports/d.bin", RUBBISH).put("units.csv", "名称\n甲局\n乙局\n丙局\n");
    let run = "check reports --format notice --units units.csv --office 县政府办 --date 2026-01-31 -o reports/out";
    let ran = place.run(&format!("{run} --jobs 1")).ends_with(2).complains("reports/d.bin");
    let ran = ran.says("reports/out/甲局2023修改意见单.docx").says("同名的意见单已有，这一份写作 甲局2023修改意见单-2");
    let ran = ran.says("共出具修改意见单 2 份，没有需要修改的 1 份，无法读取 1 个文件");
    let folder = place.path().join("reports/out");
    let written = names(&folder);
    assert_eq!(
        written,
        [
            "修改意见汇总.docx",
            "修改意见汇总.txt",
            "甲局2023修改意见单-2.docx",
            "甲局2023修改意见单-2.txt",
            "甲局2023修改意见单.docx",
            "甲局2023修改意见单.txt"
        ]
    );
    let overview = place.read("reports/out/修改意见汇总.txt");
    for line in [
        "共核对报告 3 份：2 份有意见，1 份没有发现需要修改的问题；另有 1 个文件无法读取。",
        "  1．甲局（2023年）：错误 1 处、提醒 0 处、说明 0 处。",
        "      文件：reports/a.json",
        "      最重的问题：错误「收发平衡」",
        "      意见单：甲局2023修改意见单-2.docx、甲局2023修改意见单-2.txt",
        "  1．乙局（2023年）。",
        "  1．丙局。",
    ] {
        assert!(overview.lines().any(|own| own == line), "{line}\n{overview}");
    }
    assert!(overview.contains("reports/d.bin：") && overview.ends_with("县政府办\n2026年1月31日\n"), "{overview}");
    // What was written is not read, and not replaced unasked; the same input gives the same bytes.
    let bytes = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let before: Vec<Vec<u8>> = written.iter().map(|name| bytes(name)).collect();
    place.run(run).ends_with(2).complains("甲局2023修改意见单.docx 已经存在");
    let again = place.run(&format!("{run} --force --jobs 3")).ends_with(2);
    assert_eq!(again.stdout, ran.stdout);
    assert_eq!(written.iter().map(|name| bytes(name)).collect::<Vec<_>>(), before);
    assert_eq!(names(&folder), written);
    // One text is named as a file; an office alone signs nothing.
    place.run("check reports/a.json --format notice -o all.txt").ends_with(1);
    assert!(place.read("all.txt").contains("甲局："));
    place.run("check reports/a.json -o x.txt --office 县政府办").ends_with(2).complains("--format notice");
    // A notice of an earlier round is told of: its unit may have corrected everything.
    place.put("reports/a.json", clean("甲局")).put("reports/c.json", clean("丁局"));
    let ran = place.run(&format!("{run} --force")).ends_with(2);
    ran.complains("不是本次出具的意见单")
        .complains("甲局2023修改意见单-2.docx、甲局2023修改意见单-2.txt、甲局2023修改意见单.docx");
}

#[test]
fn labels_that_are_not_kept_are_told() {
    let place = place();
    let report = include_str!("../../../../tests/suite/reports/damaged-labels-2021.txt");
    place.put("labels.txt", report);
    let ran = place.run("export labels.txt a.json --to docx,csv -o out").ends_with(0);
    let ran = ran.complains("labels.txt：表格按格式的栏目名称印出").complains("应为「1.本机关不掌握相关政府信息」");
    assert_eq!(ran.stderr.lines().count(), 1);
    assert_eq!(place.run("export labels.txt --to docx -o quiet -q").ends_with(0).stderr, "");
}
