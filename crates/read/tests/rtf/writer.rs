//! A small writer of RTF, as Chinese programs write it: code page 936, a Chinese font, a western one, one of symbols.
use std::fmt::Write as _;

use encoding_rs::GB18030;

/// Everything before the body. Text that names no font is in the Chinese one.
const HEAD: &str = concat!(
    r"{\rtf1\ansi\ansicpg936\deff1\uc1{\fonttbl{\f0\froman\fcharset0 Times New Roman;}",
    r"{\f1\fnil\fcharset134{\*\panose 02010600030101010101}\'cb\'ce\'cc\'e5;}{\f2\fnil\fcharset2 Wingdings;}}",
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1 heading 1;}}{\info{\title hidden title}{\upr{\author a}{\*\ud{\author b}}}}",
    r"{\header\pard page head\par}",
    "\n"
);

/// A file with a body.
pub(crate) fn document(body: &str) -> Vec<u8> {
    format!("{HEAD}{body}}}").into_bytes()
}

/// A file with list tables and a body.
pub(crate) fn with_lists(lists: &str, body: &str) -> Vec<u8> {
    document(&format!("{lists}{body}"))
}

/// A text in GBK, each byte beyond ASCII escaped.
pub(crate) fn text(text: &str) -> String {
    let mut out = String::new();
    for byte in &*GB18030.encode(text).0 {
        match byte {
            b'\\' | b'{' | b'}' => write!(out, "\\{}", char::from(*byte)).unwrap(),
            b' '..=b'~' => out.push(char::from(*byte)),
            _ => write!(out, "\\'{byte:02x}").unwrap(),
        }
    }
    out
}

/// A text as Unicode characters, each with a question mark for other programs.
pub(crate) fn unicode(text: &str) -> String {
    let mut out = String::new();
    text.encode_utf16().for_each(|unit| write!(out, "\\u{}?", unit.cast_signed()).unwrap());
    out
}

/// A paragraph.
pub(crate) fn p(content: &str) -> String {
    format!("\\pard\\plain {}\\par\n", text(content))
}

/// A row of cells: properties and text of each, all 1000 wide.
pub(crate) fn row(cells: &[(&str, &str)]) -> String {
    let edges: Vec<i32> = (1..).map(|column| column * 1000).take(cells.len()).collect();
    row_at(&edges, cells)
}

/// A row of cells with these right edges.
pub(crate) fn row_at(edges: &[i32], cells: &[(&str, &str)]) -> String {
    let mut out = String::from("\\trowd\\trgaph0\\trleft0");
    for (edge, (properties, _)) in edges.iter().zip(cells) {
        write!(out, "{properties}\\clbrdrt\\brdrs\\cellx{edge}").unwrap();
    }
    for (_, content) in cells {
        write!(out, "\\pard\\plain\\intbl {}\\cell ", text(content)).unwrap();
    }
    out + "\\row\n"
}

/// A table of plain cells.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let plain = |cells: &&[&str]| row(&cells.iter().map(|text| ("", *text)).collect::<Vec<_>>());
    rows.iter().map(plain).collect()
}
