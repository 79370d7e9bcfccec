//! A workbook as text: sheets with their set-up, cells with what is shown, the formula behind it and its format.
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _};

use crate::support::{Workbook, open};

/// Elements of a sheet that are told as they stand.
const SET_UP: [&str; 9] = [
    "pane",
    "col",
    "autoFilter",
    "conditionalFormatting",
    "dataValidation",
    "pageMargins",
    "printOptions",
    "pageSetup",
    "oddFooter",
];

/// Every sheet, with at most so many rows of each, then the defined names that Excel keeps for itself.
pub(crate) fn workbook_text(bytes: &[u8], most_rows: u32) -> String {
    let mut workbook = open(bytes.to_vec());
    let formats = formats(&part(bytes, "xl/styles.xml"));
    let mut text = String::new();
    for (number, name) in (1..).zip(workbook.sheet_names()) {
        let _ = writeln!(text, "== {name}");
        let xml = part(bytes, &format!("xl/worksheets/sheet{number}.xml"));
        set_up(&mut text, &xml, most_rows);
        cells(&mut text, &mut workbook, &name, (&xml, &formats), most_rows);
    }
    for own in elements(&part(bytes, "xl/workbook.xml"), "definedName") {
        if own.contains("_xlnm") {
            let _ = writeln!(text, "{own}");
        }
    }
    text
}

/// A part of the package.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Every element of a name with what is in it, as it stands; elements of one name do not nest here.
fn elements<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!("<{name}");
    let is_start = |at: &usize| xml[at + start.len()..].starts_with([' ', '>', '/']);
    xml.match_indices(&start)
        .map(|(at, _)| at)
        .filter(is_start)
        .map(|at| {
            let head = at + xml[at..].find('>').unwrap() + 1;
            let end = format!("</{name}>");
            let tail =
                if xml[..head].ends_with("/>") { head } else { head + xml[head..].find(&end).unwrap() + end.len() };
            &xml[at..tail]
        })
        .collect()
}

fn set_up(text: &mut String, xml: &str, most_rows: u32) {
    for name in SET_UP {
        let found = elements(xml, name);
        for own in found.iter().take(most_rows as usize) {
            let _ = writeln!(text, "{own}");
        }
    }
    let merged: Vec<&str> = elements(xml, "mergeCell").into_iter().filter_map(|own| own.split('"').nth(1)).collect();
    let _ = writeln!(text, "merged {}", merged.join(" "));
}

fn cells(text: &mut String, workbook: &mut Workbook, sheet: &str, (xml, formats): (&str, &[String]), most_rows: u32) {
    let styles: BTreeMap<&str, usize> =
        elements(xml, "c").into_iter().map(|own| (attribute(own, "r"), style(own))).collect();
    let formulas = workbook.worksheet_formula(sheet).unwrap();
    let range = workbook.worksheet_range(sheet).unwrap();
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let place = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
        let formula = formulas.get_value(place).filter(|formula| !formula.is_empty());
        if place.0 >= most_rows || (*value == Data::String(String::new()) && formula.is_none()) {
            continue;
        }
        let address = rust_xlsxwriter::utility::row_col_to_cell(place.0, u16::try_from(place.1).unwrap());
        let formula = formula.map(|formula| format!("  ={formula}")).unwrap_or_default();
        let format = &formats[styles.get(address.as_str()).copied().unwrap_or_default()];
        let _ = writeln!(text, "{address} {value}{formula}{format}");
    }
}

fn style(cell: &str) -> usize {
    attribute(cell, "s").parse().unwrap_or_default()
}

/// The value of an attribute of an element's head, or nothing.
fn attribute<'a>(element: &'a str, name: &str) -> &'a str {
    let head = &element[..element.find('>').unwrap_or(element.len())];
    head.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default()
}

/// What each format of a workbook looks like, in a few words; nothing for the plain one.
fn formats(styles: &str) -> Vec<String> {
    let block = |name: &str| elements(styles, name).first().copied().unwrap_or_default();
    let (fonts, fills) = (elements(block("fonts"), "font"), elements(block("fills"), "fill"));
    let borders = elements(block("borders"), "border");
    let numbers: BTreeMap<&str, &str> = elements(styles, "numFmt")
        .into_iter()
        .map(|own| (attribute(own, "numFmtId"), attribute(own, "formatCode")))
        .collect();
    let describe = |xf: &&str| {
        let of = |name: &str, list: &[&str]| list[attribute(xf, name).parse::<usize>().unwrap()].to_owned();
        let (font, fill) = (of("fontId", &fonts), of("fillId", &fills));
        let value = |xml: &str, tag: &str, name: &str| {
            elements(xml, tag).first().map(|own| attribute(own, name).to_owned()).filter(|own| !own.is_empty())
        };
        let mut words = vec![value(&font, "name", "val"), value(&font, "sz", "val"), value(&font, "color", "rgb")];
        words.push(font.contains("<b/>").then(|| "bold".to_owned()));
        words.push(value(&fill, "fgColor", "rgb").map(|colour| format!("on {colour}")));
        words.push(of("borderId", &borders).contains("style=").then(|| "ruled".to_owned()));
        let number = attribute(xf, "numFmtId");
        words.push((number != "0").then(|| (*numbers.get(number).unwrap_or(&number)).to_owned()));
        let aligned = ["horizontal", "vertical", "wrapText", "shrinkToFit", "indent", "textRotation"]
            .map(|name| value(xf, "alignment", name).map(|own| format!("{name}={own}")));
        words.extend(aligned);
        words.push(xf.contains("locked=\"0\"").then(|| "unlocked".to_owned()));
        let words: Vec<String> = words.into_iter().flatten().collect();
        if *xf == elements(block("cellXfs"), "xf")[0] { String::new() } else { format!("  [{}]", words.join(" ")) }
    };
    elements(block("cellXfs"), "xf").iter().map(describe).collect()
}
