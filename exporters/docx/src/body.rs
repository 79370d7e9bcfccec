//! The main part of the file.
use crate::block::{Block, Style};
use crate::table;
use crate::xml::Xml;

/// A4 with the margins of GB/T 9704-2012 (37, 35, 28 and 26 mm) and 22 lines; lengths in twentieths of a point. The
/// page number stands 7 mm below the text. Lines have 28 characters by the spacing in the styles: office suites disagree
/// on grids of characters.
const SECTION: &str = r#"<w:sectPr><w:footerReference w:type="default" r:id="rIdOdd"/><w:footerReference w:type="even" r:id="rIdEven"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1417" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>"#;
const OPEN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#;

/// `word/document.xml`.
pub(crate) fn document(blocks: &[Block<'_>]) -> String {
    let mut xml = Xml(String::with_capacity(256 * 1024));
    xml.raw(OPEN);
    let mut is_first = true;
    let mut after_table = false;
    for block in blocks {
        match block {
            Block::Paragraph(style, text) => {
                let property = (!is_first && *style == Style::Title).then_some("<w:pageBreakBefore/>");
                paragraph(&mut xml, style.id(), property, text);
            }
            Block::Table(table) => {
                if after_table {
                    // Two tables in a row would become one.
                    paragraph(&mut xml, "TableGap", None, "");
                }
                table::write(&mut xml, table);
            }
        }
        after_table = matches!(block, Block::Table(_));
        is_first = false;
    }
    if after_table || blocks.is_empty() {
        paragraph(&mut xml, "TableGap", None, "");
    }
    xml.raw(SECTION);
    xml.raw("</w:body></w:document>");
    xml.0
}

/// Appends a paragraph; `property` is markup that its style does not say.
pub(crate) fn paragraph(xml: &mut Xml, style: &str, property: Option<&str>, text: &str) {
    xml.raw("<w:p><w:pPr>");
    xml.value("pStyle", style);
    xml.raw(property.unwrap_or_default());
    xml.raw("</w:pPr>");
    xml.run(text);
    xml.raw("</w:p>");
}
