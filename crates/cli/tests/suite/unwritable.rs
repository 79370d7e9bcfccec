//! Places that nobody can write to, not even root: each command says so, and leaves nothing half written.
use std::process::Command;

use crate::support::{Place, faulty};

/// Every command that writes files, to a place that is put for `OUT`.
const WRITERS: [&str; 13] = [
    "export a.docx --to json,docx,xlsx -o OUT",
    "export a.docx --to csv,json --batch all --long -o OUT",
    "export a.docx --notice --to docx,txt -o OUT",
    "repair a.docx --apply -o OUT",
    "repair a.docx --apply -o OUT/b.docx",
    "repair a.docx -o OUT/repair.txt",
    "check a.docx --annotate -o OUT",
    "check a.docx --format notice -o OUT",
    "check a.docx --format notice -o OUT/notices.txt",
    "check a.docx --format json -o OUT/check.json",
    "read a.docx --format json -o OUT/read.json",
    "table a.docx -o OUT/table.csv --findings OUT/findings.csv",
    "rollup a.docx --unit 丙县 --to json,xlsx -o OUT",
];

fn place() -> Place {
    let place = Place::new();
    place.put("a.json", faulty("甲局")).run("export a.json --to docx").ends_with(0);
    std::fs::remove_file(place.path().join("a.json")).unwrap();
    place
}

/// Everything below a folder.
fn names(place: &Place) -> Vec<String> {
    let mut names: Vec<String> =
        walk(place.path().as_std_path()).into_iter().map(|path| path.display().to_string()).collect();
    names.sort();
    names
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn a_file_where_a_folder_should_be() {
    let place = place();
    place.put("file", "mine");
    let before = names(&place);
    for out in ["file", "file/out"] {
        for writer in WRITERS {
            let ran = place.run(&writer.replace("OUT", out)).ends_with(2);
            let reasons = ["这不是文件夹", "已有同名的文件"];
            assert!(reasons.iter().any(|reason| ran.stderr.contains(reason)), "{writer}: {}", ran.stderr);
            assert!(ran.stderr.contains(out) && !ran.stderr.contains("os error"), "{writer}: {}", ran.stderr);
            assert_eq!(names(&place), before, "{writer}");
        }
    }
    assert_eq!(place.read("file"), "mine");
}

/// The system lets this process write files of at most half a kilobyte, as if the disk were full in the midst of it.
#[cfg(unix)]
#[test]
fn no_room_for_the_whole_file() {
    for writer in WRITERS {
        let place = place();
        std::fs::create_dir(place.path().join("out")).unwrap();
        let before = names(&place);
        let mut command = Command::new("sh");
        // Without the signal ignored, the system would end the process.
        command.args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_gouji")]);
        command.args(writer.replace("OUT", "out").split(' ')).args(["--lang", "zh"]).current_dir(place.path());
        let output = command.output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{writer}: {told}");
        assert!(told.contains("out/") && told.contains("文件超过了允许的大小"), "{writer}: {told}");
        assert!(!told.contains("os error") && !told.contains("：文件超过了允许的大小："), "{writer}: {told}");
        // A short text of a folder of notices has room.
        let is_whole = |name: &String| name.ends_with("修改意见汇总.txt");
        let left: Vec<String> = names(&place).into_iter().filter(|name| !before.contains(name)).collect();
        assert!(left.iter().all(is_whole), "{writer}: {left:?}");
    }
}

/// A device that is always full is named, however much is written before it says so.
#[cfg(target_os = "linux")]
#[test]
fn a_full_device() {
    let place = place();
    let before = names(&place);
    for writer in ["check a.docx --format json", "check a.docx", "read a.docx --format json", "repair a.docx"] {
        place.run(&format!("{writer} -o /dev/full")).ends_with(2).complains("不能写入 /dev/full：磁盘已满");
    }
    for folder in ["export a.docx --to json", "repair a.docx --apply", "check a.docx --annotate"] {
        place.run(&format!("{folder} -o /dev/full")).ends_with(2).complains("/dev/full：已有同名的文件");
    }
    assert_eq!(names(&place), before);
}
