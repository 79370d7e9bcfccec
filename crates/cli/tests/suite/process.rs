//! The program itself: what only a process can show.
use std::process::Command;

use crate::support::{Place, clean, faulty};

#[test]
fn the_program_reads_its_environment_and_ends_with_the_code() {
    let place = Place::new();
    place.put("a.json", clean("甲局")).put("b.json", faulty("乙局"));
    let run = |file: &str, locale: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
        command.args(["check", file]).current_dir(place.path());
        let output = command.env("LC_ALL", locale).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, text) = run("a.json", "zh_CN.UTF-8");
    assert_eq!(code, Some(0));
    assert!(text.contains("没有发现问题"), "{text}");
    let (code, text) = run("b.json", "en_US.UTF-8");
    assert_eq!(code, Some(1));
    assert!(text.contains("1 error") && !text.contains('\u{1b}'), "{text}");
    assert_eq!(run("gone.json", "C").0, Some(2));
}

/// The formats of reports.
const REPORTS: &str = "json,csv,markdown,html,xlsx,docx,pdf,pdfa";
/// The formats of blank forms.
const FORMS: &str = "json,markdown,html,xlsx,docx,pdf,pdfa";
/// The formats of notices.
const NOTICES: &str = "docx,txt,pdf,pdfa";

/// Everything that is exported, made by a process of its own.
fn exported(place: &Place, folder: &str, environment: &[(&str, &str)]) {
    let runs = [
        format!("export a.json b.json --to {REPORTS} -o out"),
        format!("export a.json b.json --to {REPORTS} --batch 全县 --long -o out"),
        format!("export b.json --notice --to {NOTICES} --office 县政府办 -o out"),
        format!("new --unit 甲局 --year 2024 --to {FORMS} --last-year a.json -o out"),
    ];
    for run in runs {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
        command.args(run.split(' ').chain(["--lang", "zh"])).current_dir(place.path().join(folder));
        command.env("SOURCE_DATE_EPOCH", "1769817600").envs(environment.iter().copied());
        let output = command.output().unwrap();
        assert!(output.status.success(), "{run}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn two_processes_give_equal_bytes_wherever_they_run() {
    let place = Place::new();
    // The message names every format, so that none is forgotten here.
    place.put("a.json", clean("甲局"));
    let told = place.run("export a.json --to nothing --lang zh").ends_with(2).stderr;
    let (_, names) = told.split_once("只能是 ").unwrap();
    let (names, _) = names.split_once('；').unwrap();
    let tried = format!("{REPORTS},{NOTICES}");
    for name in names.split('、') {
        assert!(tried.split(',').any(|format| format == name), "{name}");
    }
    for folder in ["one", "two/deeper"] {
        for (name, report) in [("a.json", clean("甲局")), ("b.json", faulty("乙局"))] {
            place.put(&format!("{folder}/{name}"), report);
        }
    }
    let one = [("TZ", "Asia/Shanghai"), ("LANG", "zh_CN.UTF-8"), ("HOME", "/nowhere")];
    let two = [("TZ", "America/St_Johns"), ("LANG", "en_US.UTF-8"), ("LC_ALL", "C"), ("HOME", place.path().as_str())];
    exported(&place, "one", &one);
    exported(&place, "two/deeper", &two);
    let files = place.path().join("one/out").read_dir_utf8().unwrap();
    let names: Vec<String> = files.map(|file| file.unwrap().file_name().to_owned()).collect();
    assert!(names.len() > 40, "{names:?}");
    for name in names {
        let [one, two] = ["one", "two/deeper"]
            .map(|folder| std::fs::read(place.path().join(folder).join("out").join(&name)).unwrap());
        assert!(one == two, "{name}");
    }
}

/// What happens when nothing more can be written.
#[cfg(target_os = "linux")]
mod full {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_written_whole_is_not_there() {
        let place = Place::new();
        place.put("a.json", faulty("甲局"));
        // Files end after 4 KiB; the signal that would end the process is ignored, so that it gets the error.
        let script = "trap '' XFSZ; ulimit -f 8; exec \"$0\" export a.json --to html,json,docx -o out --lang zh";
        let mut command = Command::new("sh");
        command.args(["-c", script, env!("CARGO_BIN_EXE_gouji")]).current_dir(place.path());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("不能写入 out/a.html：文件超过了允许的大小"), "{said}");
        assert_eq!(place.path().join("out").read_dir().unwrap().count(), 0);
    }

    #[test]
    fn a_full_disk_is_told() {
        let place = Place::new();
        place.put("a.json", faulty("甲局"));
        place.run("check a.json -o /dev/full").ends_with(2).complains("不能写入 /dev/full：磁盘已满");
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
        command.args(["check", "a.json", "--lang", "zh"]).current_dir(place.path()).stdout(full);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8(output.stderr).unwrap().contains("磁盘已满"));
    }
}

/// Waits until a process writes its first line, then asks it to end as Ctrl-C does.
#[cfg(unix)]
#[test]
fn ctrl_c_leaves_what_is_finished() {
    use std::io::{BufRead as _, BufReader, Read as _};
    use std::process::Stdio;

    let place = Place::new();
    for number in 0..3000 {
        place.put(&format!("reports/{number:04}.json"), clean(&format!("第{number}局")));
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    command.args(["check", "reports", "--lang", "en"]).current_dir(place.path());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    stdout.read_line(&mut first).unwrap();
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).unwrap();
    let ended = child.wait_with_output().unwrap();
    let complaint = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(2), "{complaint}");
    assert!(complaint.contains("Interrupted: ") && complaint.contains(" of 3000 files were checked"), "{complaint}");
    let finished = first.lines().chain(rest.lines()).filter(|line| line.starts_with("reports/")).count();
    assert!(complaint.contains(&format!("Interrupted: {finished} of")), "{finished}: {complaint}");
}
