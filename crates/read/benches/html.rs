//! How long a web page takes to read: one as a site publishes it, and one as Word saves it, in GB18030, made from the
//! tables of a report's size; and the share of decoding in it.
use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use encoding_rs::GB18030;

mod measure;

const PROSE: &str = "全年主动公开政府信息十二条，及时回应群众关切，不断提高公开质量，按时完成了各项公开任务。";

/// Rows and columns of the four tables of a report.
const TABLES: [(usize, usize); 4] = [(16, 4), (27, 10), (4, 15), (3, 5)];

/// A page whose cells and paragraphs are written by two functions.
fn page(head: &str, paragraph: impl Fn(&str) -> String, cell: impl Fn(&str) -> String) -> String {
    let mut page = head.to_owned();
    for at in 0..24 {
        page.push_str(&paragraph(&format!("（{at}）{}", PROSE.repeat(3))));
    }
    for (rows, columns) in TABLES {
        page.push_str("<table border=1 cellspacing=0>");
        for row in 0..rows {
            page.push_str("\n <tr>");
            for column in 0..columns {
                page.push_str(&cell(&if column == 0 { format!("第{row}项") } else { (row * column).to_string() }));
            }
            page.push_str("</tr>");
        }
        page.push_str("</table>");
    }
    page + "</div></body></html>"
}

fn site() -> Vec<u8> {
    let mut head = String::from(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>年度报告</title></head><body><ul class=nav>",
    );
    for at in 0..60 {
        let _ = writeln!(
            head,
            "<li class=\"nav-item\"><a href=\"/col/col{at}/index.html\" target=\"_blank\">栏目{at}</a></li>"
        );
    }
    page(
        &(head + "</ul><div class=article>"),
        |text| format!("<p style=\"text-indent:2em;line-height:2\"><span>{text}</span></p>\n"),
        |text| format!("<td style=\"border:1px solid #000\"><p align=\"center\">{text}&nbsp;</p></td>"),
    )
    .into_bytes()
}

fn word() -> Vec<u8> {
    let page = page(
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"></head><body><div class=Section1>",
        |text| {
            format!(
                "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>{text}<span lang=EN-US><o:p></o:p></span></span></p>\n"
            )
        },
        |text| {
            format!(
                "<td width=66 style='width:49.6pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'>\n  <p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'><span style='font-family:宋体;mso-ascii-font-family:Calibri'>{text}</span><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\n  </td>\n"
            )
        },
    );
    GB18030.encode(&page).0.into_owned()
}

fn pages(criterion: &mut Criterion) {
    let pages = vec![("site".to_owned(), site()), ("Word, GB18030".to_owned(), word())];
    measure::reading(criterion, "html", pages, None);
}

fn floor(criterion: &mut Criterion) {
    let bytes = word();
    criterion.bench_function("floor/decoding the page of Word", |bencher| {
        bencher.iter(|| GB18030.decode_without_bom_handling(black_box(&bytes)).0.len());
    });
}

criterion_group!(benches, pages, floor);
criterion_main!(benches);
