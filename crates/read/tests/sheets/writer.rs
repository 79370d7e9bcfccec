//! Small writers of spreadsheets: of parts as strings, and of records.
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip of these parts.
pub(crate) fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default();
        let options =
            if *name == "mimetype" { options.compression_method(zip::CompressionMethod::Stored) } else { options };
        writer.start_file(*name, options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook whose sheets have these names, states and contents; `strings` are shared, `extra` goes into the workbook.
pub(crate) fn book(sheets: &[(&str, &str, &str)], strings: &[&str], extra: &str) -> Vec<u8> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let roots = format!(
        r#"<Relationships><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let (mut list, mut relations) = (String::new(), String::new());
    let mut parts: Vec<(String, String)> = Vec::new();
    for (number, (name, state, content)) in sheets.iter().enumerate() {
        write!(list, r#"<sheet name="{name}" sheetId="{number}" state="{state}" r:id="s{number}"/>"#).unwrap();
        write!(
            relations,
            r#"<Relationship Id="s{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>"#
        )
        .unwrap();
        parts.push((format!("xl/worksheets/sheet{number}.xml"), format!("<worksheet>{content}</worksheet>")));
    }
    write!(relations, r#"<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="u" Type="{OFFICE}/styles" Target="styles.xml"/>"#).unwrap();
    let items =
        strings.iter().map(|text| format!("<si><t>{text}</t><rPh><t>读音</t></rPh></si>")).collect::<Vec<_>>().concat();
    let styles = r#"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="0.00&quot;万元&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="176"/></cellXfs></styleSheet>"#;
    parts.push(("_rels/.rels".into(), roots));
    parts.push(("xl/workbook.xml".into(), format!("<workbook><sheets>{list}</sheets>{extra}</workbook>")));
    parts.push(("xl/_rels/workbook.xml.rels".into(), format!("<Relationships>{relations}</Relationships>")));
    parts.push(("xl/sharedStrings.xml".into(), format!("<sst>{items}</sst>")));
    parts.push(("xl/styles.xml".into(), styles.into()));
    let mut all = vec![("[Content_Types].xml", "<Types/>")];
    all.extend(parts.iter().map(|(name, content)| (name.as_str(), content.as_str())));
    zip(&all)
}

/// A workbook of one sheet.
pub(crate) fn sheet(content: &str) -> Vec<u8> {
    book(&[("年报", "visible", content)], &["规章", "本年制发件数"], "")
}

/// An OpenDocument spreadsheet with these tables.
pub(crate) fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    zip(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

/// A record of an Excel 97–2003 workbook.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

fn words(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn chars(text: &str) -> u16 {
    u16::try_from(text.encode_utf16().count()).unwrap()
}

/// A cell of such a workbook.
pub(crate) enum Biff<'a> {
    Text(&'a str),
    Number(f64),
    /// A whole number packed into four bytes.
    Packed(i32),
    /// A formula with its value.
    Formula(f64),
    /// A formula whose value is a text.
    FormulaText(&'a str),
    Error(u8),
    Blank,
    /// So many empty cells side by side.
    Blanks(u16),
}

/// An Excel 97–2003 workbook of one sheet, with merged areas as first row, last row, first column, last column. The
/// shared strings go over two records.
pub(crate) fn xls(cells: &[(u16, u16, Biff<'_>)], merges: &[[u16; 4]]) -> Vec<u8> {
    let mut strings: Vec<&str> = Vec::new();
    let mut sheet = record(0x0809, &words(&[0x0600, 0x0010, 0, 0]));
    for (row, column, cell) in cells {
        let head = words(&[*row, *column, 0]);
        let more = |data: &[u8]| [&head[..], data].concat();
        sheet.extend(match cell {
            Biff::Text(text) => {
                strings.push(text);
                record(0x00FD, &more(&u32::try_from(strings.len() - 1).unwrap().to_le_bytes()))
            }
            Biff::Number(number) => record(0x0203, &more(&number.to_le_bytes())),
            Biff::Packed(number) => record(0x027E, &more(&(number << 2 | 2).to_le_bytes())),
            Biff::Formula(number) => record(0x0006, &more(&[&number.to_le_bytes()[..], &[0; 8]].concat())),
            Biff::FormulaText(text) => {
                let string = [&chars(text).to_le_bytes()[..], &[1], &wide(text)].concat();
                let value = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF];
                [record(0x0006, &more(&[&value[..], &[0; 8]].concat())), record(0x0207, &string)].concat()
            }
            Biff::Error(code) => record(0x0205, &more(&[*code, 1])),
            Biff::Blank => record(0x0201, &head),
            Biff::Blanks(count) => {
                let (styles, last) = (vec![0; usize::from(*count)], column + count - 1);
                record(0x00BE, &[words(&[*row, *column]), words(&styles), words(&[last])].concat())
            }
        });
    }
    let count = u16::try_from(merges.len()).unwrap();
    sheet.extend(record(0x00E5, &[words(&[count]), merges.iter().flat_map(|area| words(area)).collect()].concat()));
    sheet.extend(record(0x000A, &[]));
    let total = u32::try_from(strings.len()).unwrap().to_le_bytes();
    let mut table = [total, total].concat();
    let mut rest = Vec::new();
    for (number, text) in strings.iter().enumerate() {
        let string = [&chars(text).to_le_bytes()[..], &[1], &wide(text)].concat();
        // The first text of several characters is cut after the first of them.
        if number == 0 {
            table.extend(&string[..5]);
            rest.extend([&[1], &string[5..]].concat());
        } else {
            rest.extend(string);
        }
    }
    let name = "年报";
    let listed = |place: u32| {
        let data = [&place.to_le_bytes()[..], &[0, 0], &[u8::try_from(chars(name)).unwrap(), 1], &wide(name)].concat();
        record(0x0085, &data)
    };
    let begin = record(0x0809, &words(&[0x0600, 0x0005, 0, 0]));
    let strings = [record(0x00FC, &table), record(0x003C, &rest)].concat();
    let end = record(0x000A, &[]);
    let place = begin.len() + listed(0).len() + strings.len() + end.len();
    let stream = [begin, listed(u32::try_from(place).unwrap()), strings, end, sheet].concat();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("Workbook").unwrap().write_all(&stream).unwrap();
    file.into_inner().into_inner()
}
