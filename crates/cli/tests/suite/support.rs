//! A folder of one's own, a run of gouji in it, and reports to put there.
use std::ffi::OsString;
use std::sync::{Arc, OnceLock};

use camino::{Utf8Path, Utf8PathBuf};
use gouji::{Environment, Interruption, Io};
use gouji_edits::RuleBook;
use gouji_model::{Cell, CellState, Lang, Number, Report, ReportWire};
use gouji_rules::Folder;

/// A folder that goes away with the test.
pub(crate) struct Place {
    folder: tempfile::TempDir,
    /// What runs find in the environment.
    pub(crate) env: Environment,
    /// Whether runs write to a terminal.
    pub(crate) is_terminal: bool,
    /// Whether runs are asked to end as soon as they begin.
    pub(crate) is_interrupted: bool,
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: u8,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            env: Environment::default(),
            is_terminal: false,
            is_interrupted: false,
        }
    }

    pub(crate) fn path(&self) -> &Utf8Path {
        Utf8Path::from_path(self.folder.path()).unwrap()
    }

    /// Puts a file here, with the folders that it needs.
    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path: Utf8PathBuf = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        self
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Runs gouji here; the arguments are separated by blanks.
    pub(crate) fn run(&self, arguments: &str) -> Ran {
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let interruption = Arc::<Interruption>::default();
        if self.is_interrupted {
            interruption.ask();
        }
        let args = std::iter::once("gouji").chain(arguments.split_whitespace()).map(OsString::from);
        let code = gouji::run(
            args,
            &mut Io {
                stdout: &mut stdout,
                stderr: &mut stderr,
                is_terminal: self.is_terminal,
                is_error_terminal: self.is_terminal,
                env: self.env.clone(),
                cwd: self.path().to_owned(),
                interruption,
            },
        );
        let [stdout, stderr] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        assert!(!stdout.contains("{$") && !stderr.contains("{$"), "a message lacks an argument: {stdout}{stderr}");
        Ran { code, stdout, stderr }
    }
}

impl Ran {
    /// Asserts the exit code, with all that was said if it is another.
    #[track_caller]
    pub(crate) fn ends_with(self, code: u8) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.stdout, self.stderr);
        self
    }

    /// Asserts that standard output says something.
    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(self.stdout.contains(text), "{text:?} is not in\n{}", self.stdout);
        self
    }

    /// Asserts that standard error says something.
    #[track_caller]
    pub(crate) fn complains(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "{text:?} is not in\n{}", self.stderr);
        self
    }

    /// Asserts that nothing was said of something.
    #[track_caller]
    pub(crate) fn without(self, text: &str) -> Self {
        assert!(
            !self.stdout.contains(text) && !self.stderr.contains(text),
            "{text:?} is in\n{}{}",
            self.stdout,
            self.stderr
        );
        self
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap()
    }
}

fn book() -> &'static RuleBook {
    edition("2021")
}

fn edition(id: &str) -> &'static RuleBook {
    static BOOKS: OnceLock<Vec<RuleBook>> = OnceLock::new();
    let books = BOOKS.get_or_init(|| {
        let folders = gouji_editions::EDITIONS.iter().map(|own| Folder::new(own.id, own.files.iter().copied()));
        gouji_rules::load(&folders.collect::<Vec<_>>(), &[]).unwrap()
    });
    books.iter().find(|book| &*book.edition.id == id).unwrap()
}

/// A report of 2023 in gouji's own JSON: every cell is 0 but those given; `?` is a text that is no number.
pub(crate) fn report(unit: &str, cells: &[(&str, &str)]) -> String {
    let form = &book().form;
    let mut report = Report::empty(form);
    report.year = Some(2023);
    report.unit.name = (!unit.is_empty()).then(|| unit.into());
    report.printed_forms = form.tables.iter().map(|table| (table.id.clone(), form.edition.clone())).collect();
    report.cells.fill(Cell::number(0));
    for (id, value) in cells {
        let cell = match *value {
            "" => Cell::of(CellState::Blank),
            "/" => Cell::of(CellState::Dash),
            "missing" => Cell::of(CellState::Missing),
            "?" => Cell { raw: Some("?".into()), ..Cell::of(CellState::Unreadable) },
            number => Cell::number(number.parse::<Number>().unwrap()),
        };
        report.set(form, id, cell);
    }
    serde_json::to_string(&ReportWire::of(&report, form, Lang::Zh)).unwrap()
}

/// A report of 2023 that was printed in the form of 2019: what the form of its year lacks is missing.
pub(crate) fn in_old_form(unit: &str, cells: &[(&str, &str)]) -> String {
    let old = &edition("2019").form;
    let mut report = Report::empty(old);
    report.year = Some(2023);
    report.unit.name = Some(unit.into());
    report.cells.fill(Cell::number(0));
    for (id, value) in cells {
        report.set(old, id, Cell::number(value.parse::<Number>().unwrap()));
    }
    serde_json::to_string(&ReportWire::of(&report, old, Lang::Zh)).unwrap()
}

/// The same report of another year.
pub(crate) fn of_year(report: &str, year: i32) -> String {
    report.replacen("\"year\":2023", &format!("\"year\":{year}"), 1)
}

/// A report without findings.
pub(crate) fn clean(unit: &str) -> String {
    report(unit, &[])
}

/// A report with one item: a total that is too high by one.
pub(crate) fn faulty(unit: &str) -> String {
    report(unit, &[("requests.received.total", "1")])
}

/// A file that is no report.
pub(crate) const RUBBISH: &str = "\0\u{1}\u{2}";
