//! Cells as they are shown, in each format of spreadsheets.
use crate::rendering::check;
use crate::writer::{Biff, book, ods, sheet, xls};

#[test]
fn numbers_texts_and_places() {
    let rows = r#"<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>本年</t></r><r><t>制发</t></r></is></c><c r="D2" t="str"><f>A1</f><v>现行</v></c></row>
        <row><c><v>1</v></c><c r="B3" t="s"><v>1</v></c><c><v>3257.96</v></c><c s="1"><v>2.5</v></c></row></sheetData>"#;
    check(&sheet(rows), "grid 年报!A2\n|规章|本年制发|现行\n1|本年制发件数|3257.96|2.5");
}

#[test]
fn formats_decide_what_is_shown() {
    let rows = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" s="1"><v>2.675</v></c><c r="C1" s="2"><v>45322</v></c><c r="D1" s="3"><v>0.5</v></c><c r="E1" s="4"><v>12</v></c></row></sheetData>"#;
    check(
        &sheet(rows),
        "grid 年报!A1\n甲|2.68|2024-01-31|50%|12万元\nnote 年报!B1: 此格显示为 2.68，存的是 2.675；按显示的读取",
    );
}

#[test]
fn formulas_without_values_and_errors_are_no_numbers() {
    let rows = r#"<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>SUM(B2:B5)</f></c><c r="C1"><f>B1</f><v/></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f>1+1</f><v>2</v></c><c r="F1" t="str"><f>A9</f><v></v></c><c r="G1"><v>0</v></c></row></sheetData>"#;
    check(
        &sheet(rows),
        "grid 年报!A1\n规章|=SUM(B2:B5)|=B1|#DIV/0!|2|0
        note 年报!B1: 此格是公式 =SUM(B2:B5)，文件里没有存它的计算结果，读不出数值；用 Excel、WPS 打开后保存一次即可
        note 年报!C1: 此格是公式 =B1，文件里没有存它的计算结果，读不出数值；用 Excel、WPS 打开后保存一次即可
        note 年报!D1: 此格是错误值 #DIV/0!，读不出数值",
    );
    let uncomputed =
        r#"<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>B2</f><v>0</v></c></row></sheetData>"#;
    let bytes = book(&[("年报", "visible", uncomputed)], &["规章"], r#"<calcPr fullCalcOnLoad="1"/>"#);
    check(
        &bytes,
        "grid 年报!A1\n规章|=B2\nnote 年报!B1: 此格是公式 =B2，文件里没有存它的计算结果，读不出数值；用 Excel、WPS 打开后保存一次即可",
    );
}

#[test]
fn merged_cells_are_one() {
    let rows = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>办理结果</t></is></c><c r="B1" t="inlineStr"><is><t>公开</t></is></c><c r="C1"><v>1</v></c><c r="D1"><v>9</v></c></row><row r="2"><c r="A2"/><c r="B2" t="inlineStr"><is><t>部分</t></is></c><c r="C2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="C1:D1"/><mergeCell ref="C2:D2"/><mergeCell ref="nonsense"/></mergeCells>"#;
    check(
        &sheet(rows),
        "grid 年报!A1\n办理结果↓2|公开|1→2\n部分|2→2\nnote: 工作表“年报”中有 1 格内容被合并单元格盖住，没有显示，也没有读取",
    );
}

#[test]
fn headings_and_prose_are_paragraphs() {
    let text = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let rows = format!(
        r#"<sheetData><row r="1">{}</row><row r="2">{}{}</row><row r="3">{}<c r="B3"/></row><row r="4">{}</row><row r="6">{}</row></sheetData>"#,
        text("A1", "一、总体情况\n全年公开1条。"),
        text("A2", "信息内容"),
        text("B2", "件数"),
        text("A3", "规章"),
        text("A4", "本年没有其他情况。"),
        text("A6", "完"),
    );
    check(
        &sheet(&rows),
        "¶ 年报!A1 一、总体情况\n¶ 年报!A1 全年公开1条。\ngrid 年报!A2\n信息内容|件数\n规章|\n¶ 年报!A4 本年没有其他情况。\n¶ 年报!A6 完",
    );
}

#[test]
fn what_is_hidden_is_told() {
    let cell = r#"<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>5</v></c><c r="B2"><v>6</v></c></row><row r="9" hidden="1"/></sheetData>"#;
    let columns = format!(r#"<cols><col min="2" max="2" hidden="1"/></cols>{cell}"#);
    let bytes = book(
        &[("甲", "visible", &columns), ("乙", "veryHidden", cell), ("丙", "visible", cell), ("空", "visible", "")],
        &["规章"],
        "",
    );
    let hidden = "note: 工作表“乙”是隐藏的，没有读取";
    check(
        &bytes,
        &format!(
            "# 甲\ngrid 甲!A1\n规章|1\n5|6\n{hidden}\nnote: 工作表“甲”中有隐藏的行 1 行、列 1 列，其中的内容照常读取
            # 丙\ngrid 丙!A1\n规章|1\n5|6\n{hidden}\nnote: 工作表“丙”中有隐藏的行 1 行、列 0 列，其中的内容照常读取"
        ),
    );
}

#[test]
fn sheets_beside_gouji_s_own_are_left_out() {
    let cell = r#"<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row></sheetData>"#;
    let names =
        r#"<definedNames><definedName name="gouji.requests.received.total">'年''报'!$B$1</definedName></definedNames>"#;
    let bytes = book(&[("勾稽核对", "visible", cell), ("年'报", "visible", cell)], &["规章"], names);
    check(&bytes, "grid 年'报!A1\n规章|1");
}

#[test]
fn what_stands_beside_a_form_of_gouji_s_is_left_out() {
    let cells = r#"<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c><c r="D1"><v>7</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>2</v></c><c r="D2"><v>8</v></c></row></sheetData><mergeCells><mergeCell ref="D1:E1"/></mergeCells>"#;
    let names = r#"<definedNames><definedName name="gouji_beside">年报!$D$1:$E$9</definedName></definedNames>"#;
    check(&book(&[("年报", "visible", cells)], &["规章"], names), "grid 年报!A1\n规章|1\n规章|2");
    check(&book(&[("其他", "visible", cells)], &["规章"], names), "grid 其他!A1\n规章|1|7→2\n规章|2|8");
}

#[test]
fn open_document() {
    let table = r#"<table:table table:name="年报"><table:table-column table:number-columns-repeated="3"/><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>信息<text:span>内容</text:span><text:s/></text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="1234"><text:p>1,234</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>
        <table:table-row table:visibility="collapse"><table:table-cell><text:p>规章</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="0"><text:p>-</text:p></table:table-cell><table:table-cell table:formula="of:=[.A9]"/></table:table-row>
        <table:table-row><table:table-cell><text:p>甲<office:annotation><text:p>批注</text:p></office:annotation></text:p></table:table-cell><table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="2.675"><text:p>2.68</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
        <table:table table:name="暗" table:style-name="ta2"><table:table-row><table:table-cell><text:p>密</text:p></table:table-cell></table:table-row></table:table>"#;
    check(
        &ods(table),
        "grid 年报!A1\n信息内容→2|1234\n规章|0|=[.A9]\n甲|#DIV/0!|2.68
        note: 工作表“暗”是隐藏的，没有读取
        note: 工作表“年报”中有隐藏的行 1 行、列 0 列，其中的内容照常读取
        note 年报!C2: 此格是公式 =[.A9]，文件里没有存它的计算结果，读不出数值；用 Excel、WPS 打开后保存一次即可
        note 年报!B3: 此格是错误值 #DIV/0!，读不出数值
        note 年报!C3: 此格显示为 2.68，存的是 2.675；按显示的读取",
    );
}

#[test]
fn excel_97() {
    let cells = [
        (0, 0, Biff::Text("办理结果")),
        (0, 1, Biff::Text("予以公开")),
        (0, 2, Biff::Number(3257.96)),
        (0, 3, Biff::Packed(-7)),
        (1, 0, Biff::Blank),
        (1, 1, Biff::FormulaText("部分公开")),
        (1, 2, Biff::Formula(12.0)),
        (1, 3, Biff::Error(0x17)),
    ];
    check(
        &xls(&cells, &[[0, 1, 0, 0]]),
        "grid 年报!A1\n办理结果↓2|予以公开|3257.96|-7\n部分公开|12|#REF!\nnote 年报!D2: 此格是错误值 #REF!，读不出数值",
    );
}

/// A row of empty cells under labels is the place for their values, and cells formatted to the end of the sheet are none.
#[test]
fn empty_cells_side_by_side() {
    let labels = |row| [(row, 0, Biff::Text("规章")), (row, 1, Biff::Text("其他"))];
    let [one, two] = labels(0);
    let cells = [one, two, (1, 0, Biff::Blanks(2)), (2, 0, Biff::Blanks(256))];
    check(&xls(&cells, &[]), "grid 年报!A1\n规章|其他\n|");
    let rows = r#"<table:table table:name="年报"><table:table-row><table:table-cell><text:p>规章</text:p></table:table-cell><table:table-cell><text:p>其他</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="2"/></table:table-row><table:table-row table:style-name="ro1" table:number-rows-repeated="1048574"><table:table-cell table:style-name="ce1" table:number-columns-repeated="20"/></table:table-row></table:table>"#;
    check(&ods(rows), "grid 年报!A1\n规章|其他\n|");
}

/// LibreOffice stores the result of a formula that is an empty text as a paragraph without text.
#[test]
fn a_formula_that_gives_nothing() {
    let row = r#"<table:table table:name="年报"><table:table-row><table:table-cell><text:p>规章</text:p></table:table-cell><table:table-cell table:formula="of:=IF(1;&quot;&quot;)"><text:p/></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>"#;
    check(&ods(row), "grid 年报!A1\n规章|1");
}
