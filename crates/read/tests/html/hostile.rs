//! Pages made to exhaust time, memory or stack.
use gouji_model::{Lang, render};
use gouji_read::{Limits, read};

/// The beginning of the refusal's Chinese text, or nothing where the page is read.
#[track_caller]
fn check(input: impl AsRef<[u8]>, expected: Option<&str>) {
    let found = read(input.as_ref(), &Limits::default()).err().map(|error| render(&error.0, Lang::Zh));
    match (&found, expected) {
        (Some(found), Some(expected)) if found.starts_with(expected) => {}
        (None, None) => {}
        _ => panic!("{found:?}"),
    }
}

const DEEP: Option<&str> = Some("网页的标签嵌套超过 512 层");
const MANY: Option<&str> = Some("网页的标签和文字超过 300000 处");

#[test]
fn tags() {
    for tag in ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<x>", "<svg>", "<font id=a><font id=b>"] {
        check(String::from("<html>") + &tag.repeat(1_000_000 / tag.len() * 2), DEEP);
    }
    check("<p>a".repeat(1_000_000), MANY);
    // Of formatting that is not closed, a browser repeats three alike.
    check("<p><font>a".repeat(100_000), MANY);
    check(format!("<p>{}", "</x>".repeat(1_000_000)), MANY);
    check(format!("<p>一{}", "<br>".repeat(290_000)), None);
    let formatting = (0..400).fold(String::from("<p>"), |page, at| page + &format!("<font id=a{at}>"));
    check(format!("{formatting}{}", "<p>a".repeat(100_000)), MANY);
    check(format!("<html>{}{}", "<b>".repeat(400), "<div></b>".repeat(100_000)), DEEP);
}

#[test]
fn attributes() {
    let names = (0..1_000_000).fold(String::from("<p"), |page, at| page + &format!(" a{at}"));
    check(format!("{names}>一</p>"), None);
    check(format!("<p {}>一</p>", "style='color:red' ".repeat(500_000)), None);
    check(format!("<p>一</p><p style='{}'>二", "display:block;".repeat(500_000)), None);
}

#[test]
fn spans() {
    let huge = "<tr><td>二<td colspan=1000000000 rowspan=1000000000>一";
    check(format!("<table>{}</table>", huge.repeat(5)), None);
    check(format!("<table>{}</table>", huge.repeat(50_000)), Some("网页的表格超过 200000 格"));
    check(format!("<table><tr>{}", "<td>1".repeat(140_000)), None);
    check(format!("<table>{}", "<tr><td>1<td>2".repeat(40_000)), None);
}

#[test]
fn texts() {
    check([b"<p>".as_slice(), &vec![b'&'; 10 << 20]].concat(), None);
    check(format!("<p>{}", "&nbsp;&lt;".repeat(1 << 20)), None);
    check(format!("<p>一<script>{}</script>", "<!--<script>-->".repeat(1 << 19)), None);
    check(format!("<p>一{}", "<!--".repeat(1 << 20)), None);
    check(format!("<p>一<a href='{}", "a".repeat(10 << 20)), None);
    check(format!("<title>{}</title><p>{}", "报告".repeat(1 << 20), "报告".repeat(1 << 20)), None);
    check(format!("<p>一{}", "<!DOCTYPE a PUBLIC 'b'>".repeat(100_000)), None);
}

#[test]
fn too_large() {
    let page = [b"<html><p>".as_slice(), &vec![b' '; 17 << 20]].concat();
    check(page, Some("网页有 17 MB，超过上限 16 MB"));
    check("<html><body><p>&nbsp;</p>", Some("文件里只有空格和空行"));
}
