//! Files that ask for too much.
use crate::rendering::{check, check_refused};
use crate::writer::{Biff, book, ods, sheet, xls, zip};

#[test]
fn a_cell_at_the_far_end_costs_nothing() {
    let rows = r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c><c><v>2</v></c></row><row r="4294967295"><c><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:ZZZZZZZ99"/></mergeCells>"#;
    check(
        &sheet(rows),
        "grid 年报!A1\n规章→16384\nnote: 工作表“年报”中有 1 格内容被合并单元格盖住，没有显示，也没有读取",
    );
    check(
        &xls(&[(65_535, 255, Biff::Number(1.0)), (0, 0, Biff::Text("规章"))], &[]),
        "¶ 年报!A1 规章\n¶ 年报!IV65536 1",
    );
}

#[test]
fn repeated_beyond_measure() {
    let cells = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>"#;
    check_refused(&ods(&format!("<table:table>{cells}</table:table>")), "表格超过 500000 格");
    let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(1000));
    let rows = row.repeat(600);
    check_refused(&sheet(&format!("<sheetData>{rows}</sheetData>")), "表格超过 500000 格");
    // Merged areas over one another, each over all rows.
    let rows = "<row><c><v>1</v></c></row>".repeat(5000);
    let merges = r#"<mergeCell ref="A1:B1048576"/>"#.repeat(5000);
    check_refused(
        &sheet(&format!("<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>")),
        "表格超过 500000 格",
    );
}

#[test]
fn bombs_and_broken_files() {
    let blanks = " ".repeat(60 << 20);
    check_refused(&sheet(&blanks), "文件中的 xl/worksheets/sheet0.xml 解压后有 60 MB，膨胀得太多");
    let deep = "<a>".repeat(1_000_000);
    check_refused(&sheet(&deep), "文件中的 xl/worksheets/sheet0.xml 嵌套超过 256 层");
    check_refused(&ods(&deep), "文件中的 content.xml 嵌套超过 256 层");
    check_refused(&sheet("<sheetData/>"), "文件里只有空格和空行");
    check_refused(&zip(&[("[Content_Types].xml", ""), ("xl/workbook.bin", "")]), "这个表格文件里没有工作簿内容");
    check_refused(
        &zip(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]),
        "这个表格文件里没有工作簿内容",
    );
    let bytes = book(&[("甲", "visible", "<sheetData/>")], &[], "");
    check_refused(&bytes[..bytes.len() - 30], "文件已损坏，压缩结构读不出来");
    let doctype = "<!DOCTYPE d [<!ENTITY a \"aaaa\">]>";
    let entity = format!("{doctype}<workbook/>");
    let part = zip(&[("[Content_Types].xml", ""), ("xl/workbook.xml", &entity)]);
    check_refused(&part, "文件中的 xl/workbook.xml 带有文档类型声明（DOCTYPE）");
    let sound = xls(&[(0, 0, Biff::Text("规章"))], &[]);
    let mut bytes = sound;
    bytes[0x30..0x34].fill(0x7F);
    check_refused(&bytes, "文件已损坏，读不出其中的工作簿");
}
