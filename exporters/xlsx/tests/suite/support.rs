//! Reports, publications and reading workbooks back.
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{Data, Reader as _, Xlsx as Opened, open_workbook_from_rs};
use gouji_edits::{Context, Finding, Judgement, Outcome, RuleBook, judge};
use gouji_export::{Date, Exporter as _, Judged, Kind, Meta, Publication, Source, Standing, UnitProgress};
use gouji_model::{Lang, Level, Report};
use gouji_read::{Input, Limits};
use gouji_recognise::{Hints, Recogniser};
use gouji_rules::Folder;
use gouji_xlsx::Xlsx;

/// Fixtures that hold one report each.
pub(crate) const REPORTS: [&str; 8] = [
    "consistent-2019.txt",
    "consistent-2021.txt",
    "damaged-labels-2021.txt",
    "faulty-2021.txt",
    "layout-05-broken-2021.txt",
    "mixed-2023.txt",
    "wrong-form-2022.txt",
    "layout-06-2019.txt",
];

/// The built-in editions.
static BOOKS: LazyLock<Vec<RuleBook>> = LazyLock::new(|| {
    let folders: Vec<Folder> =
        gouji_editions::EDITIONS.iter().map(|edition| Folder::new(edition.id, edition.files.iter().copied())).collect();
    gouji_rules::load(&folders, &[]).unwrap()
});

/// The reports of the fixtures, read once.
static READ: LazyLock<Vec<Report>> = LazyLock::new(|| {
    let recogniser = Recogniser::new(&BOOKS);
    REPORTS
        .iter()
        .map(|file| {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/reports").join(file);
            match gouji_read::read(&std::fs::read(path).unwrap(), &Limits::default()).unwrap() {
                Input::Document(document) => recogniser.recognise(&document, &Hints::default()).unwrap().remove(0),
                Input::Report(_) | Input::Parts(_) => panic!("{file} is no document"),
            }
        })
        .collect()
});

/// The built-in editions.
pub(crate) fn books() -> &'static [RuleBook] {
    &BOOKS
}

/// The edition with an id.
pub(crate) fn book<'a>(books: &'a [RuleBook], id: &str) -> &'a RuleBook {
    books.iter().find(|book| &*book.edition.id == id).unwrap()
}

/// A report with what judging it gives.
pub(crate) struct Case<'a> {
    pub(crate) book: &'a RuleBook,
    pub(crate) report: Report,
    pub(crate) judgement: Judgement,
    pub(crate) findings: Vec<Finding>,
}

impl<'a> Case<'a> {
    pub(crate) fn of(books: &'a [RuleBook], report: Report) -> Self {
        let book = book(books, &report.edition);
        let context = Context::default();
        let judgement = judge(book, &report, &context);
        let findings = gouji_repair::findings(book, &report, &context, &judgement);
        Self { book, report, judgement, findings }
    }

    pub(crate) fn read(books: &'a [RuleBook], file: &str) -> Self {
        let position = REPORTS.iter().position(|own| *own == file).unwrap();
        Self::of(books, READ[position].clone())
    }

    pub(crate) fn judged(&self) -> Judged<'_> {
        Judged {
            book: self.book,
            report: &self.report,
            judgement: &self.judgement,
            findings: &self.findings,
            last_year: None,
            other_forms: gouji_export::other_forms(&self.report, books()),
            source: Source {
                file: "云岭县民政局2023.txt".to_owned(),
                sha256: "0123456789abcdef".repeat(4),
                url: Some("https://example.org/2023".to_owned()),
            },
        }
    }

    /// The workbook of the report.
    pub(crate) fn workbook(&self) -> Vec<u8> {
        export(&publication(Kind::Report, self.book, vec![self.judged()]))
    }

    /// What the workbook must show: all that was judged but the edits over member units, of which there are none here.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &gouji_edits::Judged> {
        self.judgement.judged.iter().filter(|judged| judged.counts(self.book))
    }

    /// The verdicts that the workbook must show, by rule and subject, in the order of judging.
    pub(crate) fn verdicts(&self) -> BTreeMap<String, Vec<String>> {
        let mut verdicts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for judged in self.shown() {
            let id = self.book.finding_id(&self.book.edits[judged.edit]);
            let word = match judged.outcome {
                Outcome::Held => "成立",
                Outcome::Broken => "不成立",
                Outcome::Unjudged(_) => "无法判断",
                Outcome::Inapplicable => "不适用",
            };
            verdicts.entry(id).or_default().push(word.to_owned());
        }
        verdicts
    }
}

/// What to publish, with a fixed date.
pub(crate) fn publication<'a>(kind: Kind, book: &'a RuleBook, reports: Vec<Judged<'a>>) -> Publication<'a> {
    let meta = Meta {
        date: Some(Date { year: 2024, month: 1, day: 20 }),
        lang: Lang::Zh,
        generator: "gouji 0.1.0".to_owned(),
        rules_sha256: "fedcba9876543210".repeat(4),
        ..Meta::default()
    };
    Publication { kind, book, reports, name: "云岭县民政局".to_owned(), year: Some(2023), meta }
}

/// Three units of a list, and a file of none.
pub(crate) fn progress() -> Vec<UnitProgress> {
    let unit = |name: &str, standing: Option<Standing>, files: &[&str]| UnitProgress {
        name: name.to_owned(),
        level: Some(Level::County),
        standing,
        files: files.iter().map(|file| (*file).to_owned()).collect(),
        due: "2024-01-31".to_owned(),
        ..UnitProgress::default()
    };
    vec![
        unit("云岭县民政局", Some(Standing::WithErrors), &["云岭县民政局2023.txt"]),
        unit("云岭县水利局", Some(Standing::NotReceived), &[]),
        unit("云岭县教育局", Some(Standing::Unreadable), &["教育局.pdf"]),
        unit("某局.docx", None, &["x/某局.docx"]),
    ]
}

/// The bytes of the one artifact.
pub(crate) fn export(publication: &Publication<'_>) -> Vec<u8> {
    Xlsx.export(publication).unwrap().remove(0).bytes
}

/// A workbook opened.
pub(crate) type Workbook = Opened<Cursor<Vec<u8>>>;

/// Opens a workbook without recalculating it.
pub(crate) fn open(bytes: Vec<u8>) -> Workbook {
    open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

/// The texts of a column of 勾稽核对 by the id in another: what the sheet shows as verdicts.
pub(crate) fn shown_verdicts(workbook: &mut Workbook) -> BTreeMap<String, Vec<String>> {
    let range = workbook.worksheet_range("勾稽核对").unwrap();
    let mut verdicts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in range.rows().skip(3) {
        if let (Data::String(verdict), Data::String(id)) = (&row[7], &row[9]) {
            verdicts.entry(id.clone()).or_default().push(verdict.clone());
        }
    }
    verdicts
}

/// Where the values stand: ids and zero-based row and column on 年报, from the workbook's names.
pub(crate) fn places(workbook: &Workbook) -> BTreeMap<String, (u32, u32)> {
    let place = |name: &str, formula: &str| {
        let id = name.strip_prefix("gouji.")?;
        let cell = formula.split_once('!')?.1.replace('$', "");
        let letters = cell.find(|character: char| character.is_ascii_digit())?;
        let column = cell[..letters].bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1) - 1;
        Some((id.to_owned(), (cell[letters..].parse::<u32>().ok()? - 1, column)))
    };
    workbook.defined_names().iter().filter_map(|(name, formula)| place(name, formula)).collect()
}
