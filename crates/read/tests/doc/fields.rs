//! Fields: their code is not shown, their result is.
use crate::rendering::check;
use crate::writer::{Run, body, p, run, runs, special};

fn field(code: &str, result: &[Run]) -> Vec<Run> {
    let head = [special("\u{13}"), run(code, &[]), special("\u{14}")];
    [&head, result, &[special("\u{15}")]].concat()
}

#[test]
fn results_are_shown() {
    let site = field(" HYPERLINK \"http://example.invalid/\" ", &[run("政府网站", &[])]);
    let line = [vec![run("见", &[])], site, vec![run("。", &[])]].concat();
    check(&body(&[vec![runs(&line)]]), "¶ 1 见政府网站。");
}

#[test]
fn fields_in_fields() {
    let inner = field(" PAGE ", &[run("3", &[])]);
    let in_code = [
        vec![special("\u{13}"), run(" IF ", &[])],
        inner.clone(),
        vec![special("\u{14}"), run("是", &[]), special("\u{15}")],
    ]
    .concat();
    check(&body(&[vec![runs(&in_code)]]), "¶ 1 是");
    let in_result = field(" REF a ", &[vec![run("第", &[])], inner, vec![run("页", &[])]].concat());
    check(&body(&[vec![runs(&in_result)]]), "¶ 1 第3页");
}

#[test]
fn a_field_that_does_not_end_loses_no_more_than_its_paragraph() {
    check(&body(&[vec![runs(&[run("甲", &[]), special("\u{13}"), run(" PAGE ", &[])]), p("乙")]]), "¶ 1 甲\n¶ 2 乙");
    check(&body(&[vec![runs(&[run("甲", &[]), special("\u{15}"), special("\u{14}"), run("乙", &[])])]]), "¶ 1 甲乙");
}
