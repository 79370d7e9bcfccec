//! gouji's own JSON.
use gouji_read::{Input, Limits, read};

use crate::refusals::check;
use crate::rendering;

const REPORT: &str = r#"{
  "schema": "gouji/report/1", "edition": "2021", "year": 2023, "unit": {"name": "云岭县民政局"},
  "cells": {"requests.received.total": {"state": "number", "value": "12"}}
}"#;

#[track_caller]
fn check_report(bytes: &[u8]) {
    match read(bytes, &Limits::default()) {
        Ok(Input::Report(report)) => assert_eq!((report.year, report.cells.len()), (Some(2023), 1)),
        other => panic!("no report: {other:?}"),
    }
}

#[test]
fn a_report() {
    check_report(REPORT.as_bytes());
    check_report(format!("\u{feff}\n {REPORT}\n").as_bytes());
    // As PowerShell redirects it.
    let utf16: Vec<u8> = format!("\u{feff}{REPORT}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    check_report(&utf16);
}

#[test]
fn no_report() {
    check(r#"{"cells": {}}"#, "这个 JSON 没有 schema 字段");
    check("{}", "这个 JSON 没有 schema 字段");
    check(r#"[{"schema": "gouji/report/1"}]"#, "这个 JSON 没有 schema 字段");
    check(r#"{"schema": "gouji/check/1", "reports": []}"#, "这个 JSON 的 schema 是“gouji/check/1”，不是报告");
    check(r#"{"schema": "gouji/report/2", "all": "new"}"#, "这份报告的 schema 是“gouji/report/2”");
}

#[test]
fn faults_have_their_place() {
    check("{\"schema\": \"gouji/report/1\",\n  oops}", "JSON 在第 2 行第 3 个字节处读不下去：key must be a string。");
    check(&REPORT[..60], "JSON 在第 2 行第 58 个字节处读不下去：EOF while parsing");
    check(REPORT.replace("number", "numbers"), "JSON 在第 3 行第 58 个字节处读不下去：unknown variant `numbers`");
    check(REPORT.replace("2023", "\"2023\""), "JSON 在第 2 行");
    check(format!("{{\"a\": {}", "[".repeat(100_000)), "JSON 在第 1 行");
    check(format!("{{\"a\": \"{}\"}}", "a".repeat(9 << 20)), "JSON 有 9 MB，超过上限 8 MB");
}

#[test]
fn texts_with_brackets_are_texts() {
    rendering::check("{1} 总体情况", "¶ {1} 总体情况");
    rendering::check("[附件] 总体情况", "¶ [附件] 总体情况");
}
