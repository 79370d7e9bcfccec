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
