//! The contract between the driver and its exporters.
use gouji_edits::{Filed, Finding, Judgement, RuleBook};
use gouji_model::{Date, Form, Lang, Message, Report};

use crate::{FollowUp, NoticeOverview, Printed, UnitProgress};

/// What is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One report with its findings.
    Report,
    /// The blank form of an edition, to be filled in.
    BlankForm,
    /// 修改意见单: what a unit must change.
    Notice,
    /// Many reports in one.
    Batch,
}

/// The file that a report was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its name or path as given.
    pub file: String,
    /// SHA-256 of its bytes in lower-case hexadecimal digits; empty where there is no file.
    pub sha256: String,
    /// Where it is published, if known.
    pub url: Option<String>,
}

/// A report, judged.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// The edition it was judged by.
    pub book: &'a RuleBook,
    /// The report.
    pub report: &'a Report,
    /// The outcome of every edit.
    pub judgement: &'a Judgement,
    /// What is wrong with it.
    pub findings: &'a [Finding],
    /// Last year's report, where given.
    pub last_year: Option<Filed<'a>>,
    /// The forms of other editions that its tables are printed in, as [`crate::other_forms`] gives them.
    pub other_forms: Vec<&'a Form>,
    /// Its file.
    pub source: Source,
}

impl Judged<'_> {
    /// The report in the forms that its tables are printed in.
    pub fn printed(&self) -> Printed<'_> {
        Printed { form: &self.book.form, other_forms: &self.other_forms, report: Some(self.report) }
    }
}

/// What is known of the publication as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Date to print and to put into file metadata; nothing is dated without it.
    pub date: Option<Date>,
    /// Language of headings, findings and explanations; labels of the form stay Chinese in statutory tables.
    pub lang: Lang,
    /// The office that signs a notice.
    pub office: Option<String>,
    /// Name and version of the program.
    pub generator: String,
    /// SHA-256 of the texts of the editions in force, in lower-case hexadecimal digits.
    pub rules_sha256: String,
    /// What people noted on findings before.
    pub follow_ups: Vec<FollowUp>,
    /// Every unit that is expected, and what was received of it; empty without a unit list.
    pub progress: Vec<UnitProgress>,
    /// Of the one page over all notices: what they are about. The publication then has no reports.
    pub overview: Option<NoticeOverview>,
    /// A batch also gets one row for each cell of each report, where the format has room for that.
    pub long_table: bool,
}

/// What an exporter gets.
#[derive(Clone, Debug)]
pub struct Publication<'a> {
    /// What is published.
    pub kind: Kind,
    /// The edition: of the blank form, of the one report, the latest of a batch.
    pub book: &'a RuleBook,
    /// The reports; of a blank form last year's report, where given.
    pub reports: Vec<Judged<'a>>,
    /// Name of a batch, for its title, or of the unit of a blank form; it is the stem of the files of reports.
    pub name: String,
    /// Report year of a blank form.
    pub year: Option<i32>,
    /// Everything else.
    pub meta: Meta,
}

/// A file that an exporter gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// What is appended to the file's stem: `.xlsx`, `.long.csv`, `.datapackage.json`.
    pub suffix: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why nothing was exported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ExportError(
    /// What stood in the way, where, and what to do.
    pub Message,
);

/// A format in which reports are given out.
pub trait Exporter: Send + Sync {
    /// Its name on the command line: `xlsx`.
    fn name(&self) -> &'static str;

    /// The files.
    ///
    /// # Errors
    /// [`ExportError`] when the publication holds what the format cannot, with the place.
    fn export(&self, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError>;

    /// Begins a batch that takes one report after the other and keeps of each only what it will write, so that
    /// thousands take little memory; `None` where the format needs them all at once.
    ///
    /// Of `meta` all but the progress must be known. What the collector gives is what [`Exporter::export`] does.
    fn collector<'a>(&self, _meta: &'a Meta) -> Option<Box<dyn Collector<'a> + 'a>> {
        None
    }
}

/// A batch being gathered.
pub trait Collector<'a> {
    /// Takes a report; nothing of it need be kept by the caller.
    fn add(&mut self, book: &'a RuleBook, judged: &Judged<'_>);

    /// What is ready of the first file and need not be kept: the file begins with everything that this gave, and ends
    /// with what [`Collector::finish`] gives for it.
    fn ready(&mut self) -> Vec<u8> {
        Vec::new()
    }

    /// The files of all reports taken. The publication tells the rest; its own reports are left aside.
    ///
    /// # Errors
    /// [`ExportError`] as in [`Exporter::export`].
    fn finish(self: Box<Self>, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError>;
}
