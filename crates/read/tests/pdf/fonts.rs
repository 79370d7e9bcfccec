//! Fonts that say in different ways what their characters are.
use crate::rendering::check;
use crate::writer::{File, Page};

/// A file whose first font is another.
fn with_font(font: &str, page: Page) -> Vec<u8> {
    let mut file = File::new(&[page]);
    file.set(4, font);
    file.bytes()
}

fn show(codes: &str) -> Page {
    Page::new().raw(&format!("BT /F1 10 Tf 80 700 Td <{codes}> Tj ET"))
}

#[test]
fn single_bytes() {
    check(&File::new(&[Page::new().raw("BT /F2 10 Tf 80 700 Td (12 \\267 305) Tj ET")]).bytes(), "¶ 12 · 305");
    let standard = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    check(&with_font(standard, Page::new().raw("BT /F1 10 Tf 80 700 Td (No. 305) Tj ET")), "¶ No. 305");
    let differences = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar 2 \
         /Widths [500 500] /Encoding << /Differences [1 /three /five] >> >>";
    check(&with_font(differences, show("0102")), "¶ 35");
}

#[test]
fn predefined_chinese() {
    let font = |encoding: &str| {
        format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding} /DescendantFonts [<< \
             /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) \
             /Ordering (GB1) /Supplement 2 >> /DW 1000 >>] >>"
        )
    };
    check(&with_font(&font("UniGB-UCS2-H"), show("89c47ae00031")), "¶ 规章1");
    check(&with_font(&font("GBK-EUC-H"), show("b9e6d5c231")), "¶ 规章1");
}

#[test]
fn from_top_to_bottom() {
    let mut file = File::new(&[Page::new().raw("BT /F1 10 Tf 80 700 Td <89c47ae0> Tj ET")]);
    file.set(
        4,
        "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-V /ToUnicode 7 0 R /DescendantFonts [5 0 R] >>",
    );
    check(&file.bytes(), "¶ 规章");
}

#[test]
fn unknown_characters() {
    let unknown = "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [5 0 R] >>";
    let mut file =
        File::new(&[Page::new().text(80.0, 100.0, "规章和规范性文件").raw("BT /F2 10 Tf 80 700 Td <89c4> Tj ET")]);
    file.set(6, unknown);
    check(&file.bytes(), "¶ 规章和规范性文件\n¶ �\nnote 第 1 页有 1 个字符，文件没有说明是什么字，显示为“�”");
}
