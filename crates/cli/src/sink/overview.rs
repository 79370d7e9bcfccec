//! What stands below several reports: the table of those with findings, and how far the collection has come.
use std::io::{self, Write};

use gouji_edits::Severity;
use gouji_export::Standing;
use gouji_model::{Arg, Lang, Message, render};

use super::SinkOptions;
use crate::examine::Examined;
use crate::files::Failure;
use crate::progress::Progress;
use crate::table::{self, Align};
use crate::text;

/// One file or report of the table.
#[derive(Clone, Debug)]
pub(super) struct Line {
    file: String,
    name: String,
    /// Errors, warnings, notes and edits not judged; `None` where the file could not be read.
    counts: Option<[usize; 4]>,
}

impl Line {
    /// The line of a report.
    pub(super) fn of(examined: &Examined<'_>, name: &str) -> Self {
        let [errors, warnings, notes] =
            [Severity::Error, Severity::Warning, Severity::Note].map(|severity| examined.count(severity).0);
        let counts = Some([errors, warnings, notes, examined.judgement.counts().unjudged]);
        Self { file: examined.file.to_string(), name: name.to_owned(), counts }
    }

    /// The line of a file that could not be read.
    pub(super) fn failed(failure: &Failure) -> Self {
        Self { file: failure.file.to_string(), name: String::new(), counts: None }
    }

    fn has_findings(&self) -> bool {
        self.counts.is_some_and(|[errors, warnings, notes, _]| errors + warnings + notes > 0)
    }
}

/// Writes the table and its sum.
pub(super) fn write(lines: &[Line], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let bad: Vec<&Line> = lines.iter().filter(|line| line.counts.is_none() || line.has_findings()).collect();
    if !bad.is_empty() {
        let heads = ["file", "report", "errors", "warnings", "notes", "unjudged"];
        let head = heads.map(|head| render(&Message::new(format!("driver-table-{head}")), lang));
        let rows: Vec<Vec<String>> =
            std::iter::once(head.to_vec()).chain(bad.iter().map(|line| row(line, lang))).collect();
        let aligns = [Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right];
        for line in table::lines(&rows, &aligns) {
            writeln!(out, "{line}")?;
        }
        writeln!(out)?;
    }
    let read = lines.iter().filter(|line| line.counts.is_some()).count();
    let findings = lines.iter().filter(|line| line.has_findings()).count();
    let sum = Message::new("driver-sum").count("reports", read).count("clean", read - findings);
    let sum = sum.count("findings", findings).count("failed", lines.len() - read);
    writeln!(out, "{}", render(&sum, lang))
}

fn row(line: &Line, lang: Lang) -> Vec<String> {
    let mut row = vec![line.file.clone()];
    match line.counts {
        Some(counts) => {
            row.push(line.name.clone());
            row.extend(counts.map(|count| count.to_string()));
        }
        None => row.push(text("driver-table-failed", lang)),
    }
    row
}

/// Writes how far the collection has come: each standing with the names of its units.
pub(super) fn write_progress(progress: &Progress<'_>, options: SinkOptions, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    writeln!(out, "\n{}", options.paint.bold(&text("driver-progress", lang)))?;
    let lists = [
        ("driver-progress-not-received", Standing::NotReceived),
        ("driver-progress-unreadable", Standing::Unreadable),
        ("driver-progress-with-errors", Standing::WithErrors),
        ("driver-progress-clean", Standing::Clean),
    ];
    let lists = lists.into_iter().map(|(key, standing)| (key, progress.names(standing), true));
    let unlisted: Vec<&str> = progress.unlisted.iter().map(|file| file.as_str()).collect();
    let more = [("driver-progress-doubled", progress.doubled(), false), ("driver-progress-unlisted", unlisted, false)];
    let shown: Vec<_> = lists.chain(more).filter(|(_, names, always)| *always || !names.is_empty()).collect();
    let rows: Vec<Vec<String>> = shown
        .iter()
        .map(|(key, names, _)| {
            let list = Arg::List(names.iter().map(|name| Arg::Text((*name).to_owned())).collect());
            let list = render(&Message::new("word-value").with("value", list), lang);
            vec![text(key, lang), names.len().to_string(), list]
        })
        .collect();
    for line in table::lines(&rows, &[Align::Left, Align::Right, Align::Left]) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
