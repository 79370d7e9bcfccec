//! The sheet 问题清单: findings, where they are, and room for who follows them up.
use gouji_edits::Finding;
use gouji_export::{
    Carried, ExportError, FollowUps, Judged, Publication, Status, finding_place, finding_values, unit_or_file,
    waiver_message,
};
use gouji_model::{Arg, Message};
use rust_xlsxwriter::{DataValidation, DataValidationRule, ExcelDateTime};

use crate::fault::Explain;
use crate::page::{Area, Page, lines};
use crate::style::Look;
use crate::words::Words;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Unit,
    Year,
    Severity,
    Rule,
    Problem,
    Suggestion,
    Basis,
    Where,
    Status,
    Remark,
    Checker,
    Date,
    Related,
    Place,
    File,
    Sha256,
    Url,
    Id,
    Values,
}

/// Every column in order with the key of its heading and its width.
pub(crate) const COLUMNS: [(Column, &str, f64); 19] = [
    (Column::Unit, "workbook-head-unit", 18.0),
    (Column::Year, "workbook-head-year", 6.0),
    (Column::Severity, "workbook-head-severity", 6.0),
    (Column::Rule, "workbook-head-rule", 16.0),
    (Column::Problem, "workbook-head-problem", 52.0),
    (Column::Suggestion, "workbook-head-suggestion", 26.0),
    (Column::Basis, "workbook-head-basis", 24.0),
    (Column::Where, "workbook-head-where", 12.0),
    (Column::Status, "workbook-head-status", 9.0),
    (Column::Remark, "workbook-head-remark", 20.0),
    (Column::Checker, "workbook-head-checker", 10.0),
    (Column::Date, "workbook-head-date", 12.0),
    (Column::Related, "workbook-head-related", 34.0),
    (Column::Place, "workbook-head-place", 22.0),
    (Column::File, "workbook-head-file", 24.0),
    (Column::Sha256, "workbook-head-sha256", 20.0),
    (Column::Url, "workbook-head-url", 20.0),
    (Column::Id, "workbook-head-id", 40.0),
    (Column::Values, "workbook-head-values", 40.0),
];
/// Most lines of ids that a row grows for.
const MOST_RELATED: u32 = 6;

/// Where a finding's cell stands, for the finding of the report at an index.
pub(crate) type Link<'a> = &'a dyn Fn(usize, &Finding) -> Option<String>;

impl Column {
    fn index(self) -> u16 {
        COLUMNS.iter().zip(0..).find(|((own, ..), _)| *own == self).map_or(0, |(_, index)| index)
    }

    fn width(self) -> f64 {
        COLUMNS[usize::from(self.index())].2
    }
}

/// The key of the word for a status.
pub(crate) fn status_key(status: Status) -> &'static str {
    match status {
        Status::Open => "workbook-status-open",
        Status::Confirmed => "workbook-status-confirmed",
        Status::FalseAlarm => "workbook-status-false",
        Status::Done => "workbook-status-done",
    }
}

/// Writes the findings of some reports of a publication.
pub(crate) fn write(
    publication: &Publication<'_>,
    reports: &[Judged<'_>],
    link: Link<'_>,
    look: &Look,
) -> Result<Page, ExportError> {
    let mut sheet = FindingsSheet { page: Page::new(look.words.say("workbook-sheet-findings"))?, row: 1, look };
    sheet.page.widths(&COLUMNS.map(|(_, _, width)| width))?;
    sheet.page.heads(0, &COLUMNS.map(|(_, key, _)| look.words.say(key)), &look.styles.head)?;
    sheet.page.row_lines(0, 2)?;
    let follow_ups = FollowUps::new(&publication.meta.follow_ups);
    for (index, judged) in reports.iter().enumerate() {
        for (finding, carried) in judged.findings.iter().zip(follow_ups.of(judged)) {
            let target = link(index, finding);
            sheet.finding(judged, finding, target.as_deref())?;
            sheet.follow_up(carried)?;
            sheet.row += 1;
        }
    }
    sheet.finish()
}

struct FindingsSheet<'a> {
    page: Page,
    row: u32,
    look: &'a Look,
}

impl FindingsSheet<'_> {
    fn finding(&mut self, judged: &Judged<'_>, finding: &Finding, target: Option<&str>) -> Result<(), ExportError> {
        let Look { words, styles } = self.look;
        let mut message = words.render(&finding.message);
        if let Some(waiver) = &finding.waiver {
            message.push('\n');
            message.push_str(&words.render(&waiver_message(waiver)));
        }
        let basis: Vec<&str> = finding.basis.iter().map(|basis| words.text(basis)).collect();
        let basis = basis.join("；");
        let related: Vec<&str> = finding.related.iter().map(|related| &*related.id).collect();
        let suggestion = finding.suggestion.as_ref().map(|message| words.render(message)).unwrap_or_default();
        let place = finding_place(finding).map(|place| words.render(&place)).unwrap_or_default();
        let title = judged.book.rule(&finding.rule).map(|rule| words.text(&rule.title)).unwrap_or_default();
        let texts = [
            (Column::Unit, unit_or_file(judged), &styles.text),
            (Column::Severity, &words.severity(finding.severity), &styles.centre),
            (Column::Rule, title, &styles.text),
            (Column::Problem, &message, &styles.text),
            (Column::Suggestion, &suggestion, &styles.text),
            (Column::Basis, &basis, &styles.text),
            (Column::Related, &related.join("\n"), &styles.mono),
            (Column::Place, &place, &styles.text),
            (Column::File, &judged.source.file, &styles.text),
            (Column::Sha256, &judged.source.sha256, &styles.mono),
            (Column::Url, judged.source.url.as_deref().unwrap_or_default(), &styles.text),
            (Column::Id, &finding.id, &styles.mono),
            (Column::Values, &finding_values(&judged.book.form, judged.report, finding), &styles.mono),
        ];
        for (column, text, style) in texts {
            self.page.text(self.row, column.index(), text, style)?;
        }
        match judged.report.year {
            Some(year) => self.page.number(self.row, Column::Year.index(), year.into(), &styles.centre)?,
            None => self.page.blank(self.row, Column::Year.index(), &styles.centre)?,
        }
        let place = (self.row, Column::Where.index());
        match target {
            Some(target) => self.page.formula(place, &hyperlink(target), shown(target), &styles.link)?,
            None => self.page.blank(place.0, place.1, &styles.text)?,
        }
        let tall = [(Column::Problem, &message), (Column::Basis, &basis), (Column::Suggestion, &suggestion)];
        let needed = tall.into_iter().map(|(column, text)| lines(text, column.width() - 1.0)).max().unwrap_or(1);
        self.page.row_lines(self.row, needed.max(u32::try_from(related.len()).unwrap_or(1).min(MOST_RELATED)))
    }

    /// What was noted before: as it was, or open again because the finding stands on something else now.
    fn follow_up(&mut self, carried: Option<Carried<'_>>) -> Result<(), ExportError> {
        let Look { words, styles } = self.look;
        let note = carried.map(|carried| carried.note.clone()).unwrap_or_default();
        let (status, remark) = match carried {
            Some(Carried { is_current: false, .. }) => {
                (Status::Open, words.render(&reopened(note.status, &note.remark)))
            }
            _ => (note.status, note.remark),
        };
        self.page.text(self.row, Column::Status.index(), &words.say(status_key(status)), &styles.input)?;
        self.page.text(self.row, Column::Remark.index(), &remark, &styles.input)?;
        self.page.text(self.row, Column::Checker.index(), &note.checker, &styles.input)?;
        let column = Column::Date.index();
        match date(&note.date) {
            Some(date) => {
                self.page.sheet.write_datetime_with_format(self.row, column, &date, &styles.input_date).explain()?;
                Ok(())
            }
            None => self.page.text(self.row, column, &note.date, &styles.input_date),
        }
    }

    fn finish(self) -> Result<Page, ExportError> {
        let Self { mut page, mut row, look } = self;
        if row == 1 {
            page.text(1, Column::Problem.index(), &look.words.say("workbook-no-findings"), &look.styles.text)?;
            row = 2;
        }
        validate(&mut page, row - 1, look.words)?;
        let last = u16::try_from(COLUMNS.len() - 1).unwrap_or_default();
        page.sheet.autofilter(0, 0, row - 1, last).explain()?;
        page.sheet.set_freeze_panes(1, 0).explain()?;
        page.print_across();
        page.sheet.set_repeat_rows(0, 0).explain()?;
        // On paper goes what a person works with; hashes, places and ids are for the screen.
        page.sheet.set_print_area(0, 0, row - 1, Column::Date.index()).explain()?;
        Ok(page)
    }
}

/// The date of `YYYY-MM-DD`; `None` for anything else that people write.
fn date(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then(|| ExcelDateTime::from_ymd(year, month, day).ok()).flatten()
}

fn reopened(status: Status, remark: &str) -> Message {
    Message::new("workbook-reopened")
        .with("status", Arg::Message(Box::new(Message::new(status_key(status)))))
        .text("remark", remark)
}

/// A formula, because a sheet holds 65,530 hyperlinks at most and any number of formulas.
fn hyperlink(target: &str) -> String {
    format!("HYPERLINK(\"#{}\",\"{}\")", target.replace('"', "\"\""), shown(target).replace('"', "\"\""))
}

/// `年报!C5` for `'年报'!$C$5`.
fn shown(target: &str) -> String {
    target.replace(['$', '\''], "")
}

fn validate(page: &mut Page, last: u32, words: Words) -> Result<(), ExportError> {
    let down = |column: Column| Area { row: 1, column: column.index(), last_row: last, last_column: column.index() };
    let states = Status::ALL.map(|status| words.say(status_key(status)));
    let choice = DataValidation::new().allow_list_strings(&states).explain()?;
    page.validate(down(Column::Status), &choice)?;
    let from = ExcelDateTime::from_ymd(2008, 5, 1).explain()?;
    let date = DataValidation::new().allow_date(DataValidationRule::GreaterThanOrEqualTo(from));
    page.validate(down(Column::Date), &date)
}
