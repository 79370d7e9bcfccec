//! The workbook of one report, and the fill-in form.
use gouji_edits::{Addresses, Context, FactTruth, Judgement, RuleBook, Sheet, judge};
use gouji_export::{
    ExportError, FollowUps, Judged, Printed, Publication, Source, open_findings, report_title, unit_or_file,
};
use gouji_model::{Cell, CellState, Fact, FactOf, Message, Report, Slot};

use crate::about_sheet::Ran;
use crate::batch::has_members;
use crate::book::Book;
use crate::check_rows::{check_rows, form_rows};
use crate::checks_sheet::ChecksSheet;
use crate::finding_row::FindingRow;
use crate::findings_sheet::{FindingsSheet, Owner};
use crate::form_places::Places;
use crate::form_sheet::{DrawnForm, FormSheet};
use crate::page::{Page, absolute, address};
use crate::style::Look;
use crate::{about_sheet, chart_sheet, compare_sheet, fault, indicator_sheet, readings_sheet, unjudged_sheet};

/// What comes before a cell's id in the names by which programs find it.
const NAME_PREFIX: &str = "gouji.";
/// The name of what stands beside a form: whoever reads the workbook must leave it out.
const BESIDE_NAME: &str = "gouji_beside";
/// Whether anything was filled in: the workbook tells by itself.
const FILLED: &str = "report.filled";
/// What is so of every fill-in form, which prints the edition's own title, sections and tables.
const GUARANTEED: [&str; 13] = [
    "report.preceded",
    "title.present",
    "title.single",
    "title.worded",
    "title.names_unit",
    "form.own",
    "form.uniform",
    "sections.ordered",
    "section.*.present",
    "table.*.present",
    "table.*.text",
    "table.*.labelled",
    "table.*.no_extra_rows",
];

/// The workbook of the first report.
pub(crate) fn report(publication: &Publication<'_>) -> Result<Vec<u8>, ExportError> {
    let judged = publication.reports.first().ok_or_else(fault::no_report)?;
    let look = Look::new(publication.meta.lang);
    let subtitle = Message::new("workbook-subtitle")
        .label("edition", &judged.book.edition.title)
        .text("file", judged.source.file.as_str());
    let drawn = FormSheet {
        book: judged.book,
        printed: judged.printed(),
        beside: None,
        found: open_findings(judged.findings).flat_map(|finding| &finding.cells).map(|id| &**id).collect(),
        title: report_title(judged.book, judged.report.unit.name.as_deref(), judged.report.year),
        subtitle: look.words.render(&subtitle),
        look: &look,
    }
    .draw()?;
    Assembly { publication, judged, findings: true, look: &look }.bytes(drawn)
}

/// The fill-in form: the same live checks over cells that wait for numbers.
pub(crate) fn blank_form(publication: &Publication<'_>) -> Result<Vec<u8>, ExportError> {
    let look = Look::new(publication.meta.lang);
    let book = publication.book;
    let last_year =
        publication.reports.first().map(|before| gouji_edits::Filed { form: &before.book.form, report: before.report });
    let subtitle = Message::new("workbook-subtitle-blank").label("edition", &book.edition.title);
    let drawn = FormSheet {
        book,
        printed: Printed::blank(&book.form),
        beside: last_year,
        found: std::collections::BTreeSet::new(),
        title: report_title(book, Some(&publication.name), publication.year),
        subtitle: look.words.render(&subtitle),
        look: &look,
    }
    .draw()?;
    let report = blank_report(publication);
    let judgement: Judgement = judge(book, &report, &Context { last_year, ..Context::default() });
    let judged = Judged {
        book,
        report: &report,
        judgement: &judgement,
        findings: &[],
        last_year,
        other_forms: Vec::new(),
        source: Source::default(),
    };
    Assembly { publication, judged: &judged, findings: false, look: &look }.bytes(drawn)
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
        if FactOf::of_key(key).0.is_some_and(|fact| GUARANTEED.contains(&fact.pattern)) {
            report.facts.insert(key.clone(), Fact::plain(true));
        }
    }
    report.facts.insert(FILLED.into(), Fact::plain(false));
    report
}

/// All sheets of one report.
struct Assembly<'a> {
    publication: &'a Publication<'a>,
    judged: &'a Judged<'a>,
    /// Whether findings and what was not judged are listed; a form still to be filled in has none.
    findings: bool,
    look: &'a Look,
}

impl Assembly<'_> {
    fn bytes(&self, drawn: DrawnForm) -> Result<Vec<u8>, ExportError> {
        let Self { publication, judged, look, .. } = self;
        let DrawnForm { page: form_page, places, beside } = drawn;
        let (form, typed) = (&judged.book.form, form_page.prefix());
        let readings_page = readings_sheet::write((form, judged.report), &places, &typed, look)?;
        let readings = readings_page.prefix();
        let verdicts = look.words.verdicts();
        let spot = |slot: Slot| places.get(slot);
        let filled = readings_sheet::filled_address(&places, &readings);
        let fact = |key: &str| self.fact(key, &filled, &places);
        let addresses = Addresses { sheet: &readings, spot: &spot, fact: &fact, words: &verdicts };
        let context = Context { last_year: judged.last_year, ..Context::default() };
        let sheet = Sheet { book: judged.book, report: judged.report, context: &context, addresses: &addresses };
        let all = &judged.judgement.judged;
        let (rows, folds) = if self.findings { (check_rows(&sheet, all), Vec::new()) } else { form_rows(&sheet, all) };
        let mut book = Book::new(&publication.name, &publication.meta)?;
        book.push(form_page);
        let checks = ChecksSheet {
            book: judged.book,
            report: judged.report,
            rows: &rows,
            folds: &folds,
            verdicts: &verdicts,
            look,
        };
        book.push(checks.write()?);
        if self.findings {
            book.push(self.findings_page(&places, &typed)?);
            book.push(unjudged_sheet::write(judged, look)?);
        }
        if let Some(page) = compare_sheet::write(judged, &addresses, look)? {
            book.push(page);
        }
        book.push(indicator_sheet::write(&sheet, look)?);
        book.push(chart_sheet::write(&sheet, look)?);
        book.push(readings_page);
        book.push(about_sheet::write(publication, &self.ran(), look)?);
        define_names(&mut book, judged.book, &places, &typed)?;
        if let Some(area) = beside {
            let corners = [absolute(area.row, area.column), absolute(area.last_row, area.last_column)];
            book.define(BESIDE_NAME, &format!("={typed}{}", corners.join(":")))?;
        }
        book.bytes()
    }

    /// What was judged; of a form to be filled in, nothing was.
    fn ran(&self) -> Ran {
        let judged = self.judged;
        Ran {
            reports: usize::from(self.findings),
            counts: judged.judgement.counts(judged.book),
            has_members: has_members(judged),
        }
    }

    fn findings_page(&self, places: &Places, typed: &str) -> Result<Page, ExportError> {
        let Self { publication, judged, look, .. } = self;
        let mut sheet = FindingsSheet::begin(look)?;
        let follow_ups = FollowUps::new(&publication.meta.follow_ups);
        let owner = Owner { unit: unit_or_file(judged), year: judged.report.year, file: &judged.source.file };
        for (finding, carried) in judged.findings.iter().zip(follow_ups.of(judged)) {
            let mut slots = finding.cells.iter().filter_map(|id| judged.book.form.slot(id));
            let target = slots
                .find_map(|slot| places.get(slot))
                .map(|spot| format!("{typed}{}", address(spot.row, spot.column)));
            sheet.add(&owner, &FindingRow::of(judged, finding, carried, look), target.as_deref())?;
        }
        sheet.finish()
    }

    /// Whether every number of the report is on the sheet, as a value of its own form.
    fn shows_all(&self, places: &Places) -> bool {
        let Judged { book, report, .. } = self.judged;
        report.extra.keys().all(|id| book.form.slot(id).is_some_and(|slot| places.get(slot).is_some()))
    }

    /// What is known of a fact; whether anything is filled in changes as the sheet does.
    fn fact(&self, key: &str, filled: &str, places: &Places) -> FactTruth {
        let report = self.judged.report;
        match report.fact(key) {
            None => FactTruth::Unknown,
            Some(_) if key == FILLED && self.shows_all(places) => FactTruth::Live(filled.to_owned()),
            Some(holds) => FactTruth::Known(holds),
        }
    }
}

/// A name for every value, `gouji.requests.received.total`, so that programs need not know the layout.
fn define_names(book: &mut Book, rules: &RuleBook, places: &Places, typed: &str) -> Result<(), ExportError> {
    for id in rules.form.ids() {
        if let Some(spot) = rules.form.slot(id).and_then(|slot| places.get(slot)) {
            book.define(&format!("{NAME_PREFIX}{id}"), &format!("={typed}{}", absolute(spot.row, spot.column)))?;
        }
    }
    Ok(())
}
