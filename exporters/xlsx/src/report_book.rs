//! The workbook of one report, and the blank form to be filled in.
use gouji_edits::{Addresses, Context, FactTruth, Judgement, Sheet, judge};
use gouji_export::{ExportError, Judged, Publication, Source};
use gouji_model::{Cell, CellState, Fact, Message, Report, Slot};

use crate::book::Book;
use crate::check_rows::check_rows;
use crate::checks_sheet::ChecksSheet;
use crate::form_sheet::{DrawnForm, FormSheet};
use crate::style::Styles;
use crate::words::Words;
use crate::{about_sheet, chart_sheet, compare_sheet, fault, findings_sheet, indicator_sheet, unjudged_sheet};

/// What comes before a cell's id in the names by which programs find it.
const NAME_PREFIX: &str = "gouji.";

/// The workbook of the first report.
pub(crate) fn report(publication: &Publication<'_>) -> Result<Vec<u8>, ExportError> {
    let judged = publication.reports.first().ok_or_else(fault::no_report)?;
    let words = Words { lang: publication.meta.lang };
    let styles = Styles::new();
    let found: Vec<Box<str>> = judged.findings.iter().flat_map(|finding| finding.cells.iter().cloned()).collect();
    let unit = judged.report.unit.name.as_deref().unwrap_or_default();
    let title = Message::new("workbook-title")
        .text("unit", unit)
        .text("year", judged.report.year.map(|year| year.to_string()).unwrap_or_default());
    let subtitle = Message::new("workbook-subtitle")
        .label("edition", &judged.book.edition.title)
        .text("file", judged.source.file.as_str());
    let drawn = FormSheet {
        book: judged.book,
        report: Some(judged.report),
        found: &found,
        title: words.render(&title),
        subtitle: words.render(&subtitle),
        words,
        styles: &styles,
    }
    .draw()?;
    let context = Context { last_year: judged.last_year, members: &[] };
    let fact = |key: &str| judged.report.fact(key).map_or(FactTruth::Unknown, FactTruth::Known);
    assemble(publication, judged, &context, drawn, &fact, (words, &styles))
}

/// The blank form: the same live checks over cells that wait for numbers.
pub(crate) fn blank_form(publication: &Publication<'_>) -> Result<Vec<u8>, ExportError> {
    let words = Words { lang: publication.meta.lang };
    let styles = Styles::new();
    let book = publication.book;
    let title = Message::new("workbook-title")
        .text("unit", publication.name.as_str())
        .text("year", publication.year.map(|year| year.to_string()).unwrap_or_default());
    let subtitle = Message::new("workbook-subtitle-blank").label("edition", &book.edition.title);
    let drawn = FormSheet {
        book,
        report: None,
        found: &[],
        title: words.render(&title),
        subtitle: words.render(&subtitle),
        words,
        styles: &styles,
    }
    .draw()?;
    let report = blank_report(publication);
    let judgement = judge(book, &report, &Context::default());
    let filled = filled_formula(book, &drawn);
    let fact = |key: &str| match key {
        "report.filled" => FactTruth::Live(filled.clone()),
        _ => report.fact(key).map_or(FactTruth::Unknown, FactTruth::Known),
    };
    let judged = blank_judged(publication, &report, &judgement);
    assemble(publication, &judged, &Context::default(), drawn, &fact, (words, &styles))
}

fn blank_judged<'a>(publication: &Publication<'a>, report: &'a Report, judgement: &'a Judgement) -> Judged<'a> {
    let source = Source::default();
    Judged { book: publication.book, report, judgement, findings: &[], last_year: None, source }
}

/// A report with nothing filled in; what the sheet itself guarantees is known of it.
fn blank_report(publication: &Publication<'_>) -> Report {
    let book = publication.book;
    let mut report = Report::empty(&book.form);
    report.year = publication.year;
    report.unit.name = (!publication.name.is_empty()).then(|| publication.name.as_str().into());
    report.cells.fill(Cell::of(CellState::Blank));
    let facts = book.edits.iter().flat_map(|edit| edit.when.iter().chain(&edit.any)).filter_map(|atom| match atom {
        gouji_edits::Atom::Fact { key, .. } => Some(key),
        _ => None,
    });
    for key in facts {
        // The workbook prints the edition's own form with all of its sections and tables.
        if ["form.", "table.", "section.", "sections."].iter().any(|start| key.starts_with(start)) {
            report.facts.insert(key.clone(), Fact::plain(true));
        }
    }
    report.facts.insert("report.filled".into(), Fact::plain(false));
    report
}

/// TRUE as soon as anything stands in a value cell.
fn filled_formula(book: &gouji_edits::RuleBook, drawn: &DrawnForm) -> String {
    let slots =
        (0..book.form.cells.len()).filter_map(|index| Some(Slot::Cell(gouji_model::CellIndex(index.try_into().ok()?))));
    let rows: Vec<_> = slots.filter_map(|slot| drawn.places.get(slot)).collect();
    let first = rows.iter().map(|spot| spot.row).min().unwrap_or(0);
    let last = rows.iter().map(|spot| spot.row).max().unwrap_or(0);
    let columns = rows.iter().map(|spot| spot.column);
    let (left, right) = (columns.clone().min().unwrap_or(0), columns.max().unwrap_or(0));
    let address = rust_xlsxwriter::utility::row_col_to_cell_absolute;
    let range = format!("{}{}:{}", drawn.page.prefix(), address(first, left), address(last, right));
    let dashes = ["/", "-", "—", "无"].map(|dash| format!("+COUNTIF({range},\"{dash}\")"));
    format!("COUNT({range}){}>0", dashes.concat())
}

/// All sheets of one report.
fn assemble(
    publication: &Publication<'_>,
    judged: &Judged<'_>,
    context: &Context<'_>,
    drawn: DrawnForm,
    fact: &dyn Fn(&str) -> FactTruth,
    (words, styles): (Words, &Styles),
) -> Result<Vec<u8>, ExportError> {
    let DrawnForm { page: form_page, places } = drawn;
    let prefix = form_page.prefix();
    let verdicts = words.verdicts();
    let spot = |slot: Slot| places.get(slot);
    let addresses = Addresses { sheet: &prefix, spot: &spot, fact, words: &verdicts };
    let sheet = Sheet { book: judged.book, report: judged.report, context, addresses: &addresses };
    let rows = check_rows(&sheet, &judged.judgement.judged);
    let checks =
        ChecksSheet { book: judged.book, report: judged.report, rows: &rows, verdicts: &verdicts, words, styles };
    let mut book = Book::new(&publication.name, &publication.meta)?;
    let link = |_: usize, finding: &gouji_edits::Finding| {
        let spot = findings_sheet::first_cell(judged.book, finding, &spot)?;
        Some(format!("{prefix}{}", rust_xlsxwriter::utility::row_col_to_cell(spot.row, spot.column)))
    };
    book.push(form_page);
    book.push(checks.write()?);
    if !publication.reports.is_empty() {
        book.push(findings_sheet::write(&publication.reports[..1], &link, words, styles)?);
        book.push(unjudged_sheet::write(judged, words, styles)?);
    }
    if let Some(page) = compare_sheet::write(judged.book, judged, &addresses, words, styles)? {
        book.push(page);
    }
    book.push(indicator_sheet::write(&sheet, words, styles)?);
    book.push(chart_sheet::write(&sheet, words, styles)?);
    book.push(about_sheet::write(publication, words, styles)?);
    define_names(&mut book, judged.book, &addresses)?;
    book.bytes()
}

/// A name for every value, `gouji.requests.received.total`, so that programs need not know the layout.
fn define_names(book: &mut Book, rules: &gouji_edits::RuleBook, addresses: &Addresses<'_>) -> Result<(), ExportError> {
    let slots = rules.form.ids().filter_map(|id| Some((id, rules.form.slot(id)?)));
    for (id, slot) in slots {
        if let Some(spot) = (addresses.spot)(slot) {
            let cell = rust_xlsxwriter::utility::row_col_to_cell_absolute(spot.row, spot.column);
            book.define(&format!("{NAME_PREFIX}{id}"), &format!("={}{cell}", addresses.sheet))?;
        }
    }
    Ok(())
}
