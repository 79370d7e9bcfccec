//! What stands below several reports: the table of those with findings, and how far the collection has come.
use std::io::{self, Write};

use gouji_export::{Standing, WaiverEntry, WaiverUse, Waivers};
use gouji_model::{Arg, Lang, Message, render};

use super::SinkOptions;
use crate::progress::Progress;
use crate::table::{self, Align};
use crate::tally::{Entry, Tally};
use crate::text;

/// A table of the summary: a title where it needs one, headings and rows.
#[derive(Clone, Debug)]
pub(super) struct Summary {
    /// What the rows are.
    pub(super) title: Option<&'static str>,
    /// Keys of the headings.
    pub(super) heads: &'static [&'static str],
    /// How the columns are aligned.
    pub(super) aligns: &'static [Align],
    /// The rows, in words.
    pub(super) rows: Vec<Vec<String>>,
}

const REPORTS: [&str; 6] = [
    "driver-table-file",
    "driver-table-report",
    "driver-table-errors",
    "driver-table-warnings",
    "driver-table-notes",
    "driver-table-unjudged",
];
const RULES: [&str; 5] = ["tally-severity", "tally-rule", "tally-rule-title", "tally-reports", "tally-items"];
const YEARS: [&str; 6] = [
    "tally-year",
    "tally-reports",
    "tally-clean",
    "driver-table-errors",
    "driver-table-warnings",
    "driver-table-notes",
];

/// The tables of a summary that have rows: what is to be corrected in which report, which rules were broken, how the
/// years compare.
pub(super) fn summaries(tally: &Tally, lang: Lang) -> Vec<Summary> {
    use Align::{Left, Right};

    let rules = tally.rules();
    let rules = rules.iter().map(|count| {
        let severity = render(&gouji_export::severity_message(count.severity), lang);
        let title = count.title.get(lang).to_owned();
        vec![severity, count.rule.to_string(), title, count.reports.to_string(), count.items.to_string()]
    });
    let years = tally.years.iter().filter(|_| tally.years.len() > 1).map(|(year, count)| {
        let year = year.map_or_else(|| text("tally-year-unknown", lang), |year| year.to_string());
        let mut row = vec![year, count.reports.to_string(), count.clean.to_string()];
        row.extend(count.counts.all().map(|count| count.to_string()));
        row
    });
    let tables = [
        Summary {
            title: None,
            heads: &REPORTS,
            aligns: &[Left, Left, Right, Right, Right, Right],
            rows: tally.worst().into_iter().map(|entry| row(entry, lang)).collect(),
        },
        Summary {
            title: Some("tally-by-rule"),
            heads: &RULES,
            aligns: &[Left, Left, Left, Right, Right],
            rows: rules.collect(),
        },
        Summary {
            title: Some("tally-by-year"),
            heads: &YEARS,
            aligns: &[Left, Right, Right, Right, Right, Right],
            rows: years.collect(),
        },
    ];
    tables.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

/// How many reports there are, and how many of them have findings.
pub(super) fn sum(tally: &Tally) -> Message {
    let read = tally.entries.len() - tally.failed();
    let findings = tally.with_findings();
    let sum = Message::new("driver-sum").count("reports", read).count("clean", read - findings);
    sum.count("findings", findings).count("failed", tally.failed())
}

/// Writes the tables and the sum.
pub(super) fn write(tally: &Tally, options: SinkOptions, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    for table in summaries(tally, lang) {
        if let Some(title) = table.title {
            writeln!(out, "{}", options.paint.bold(&text(title, lang)))?;
        }
        let head = table.heads.iter().map(|head| text(head, lang)).collect();
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(table.rows).collect();
        for line in table::lines(&rows, table.aligns) {
            writeln!(out, "{line}")?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", render(&sum(tally), lang))
}

fn row(entry: &Entry, lang: Lang) -> Vec<String> {
    let mut row = vec![entry.file.clone()];
    match entry.counts {
        Some((counts, unjudged)) => {
            row.push(entry.name.clone());
            row.extend(counts.all().into_iter().chain([unjudged]).map(|count| count.to_string()));
        }
        None => row.push(text("driver-table-failed", lang)),
    }
    row
}

/// Writes what became of the waivers.
pub(super) fn write_waivers(waivers: &Waivers, options: SinkOptions, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    for (position, message) in waivers_told(waivers).iter().enumerate() {
        writeln!(out, "{}{}", if position == 0 { "" } else { "  " }, render(message, options.lang))?;
    }
    Ok(())
}

/// How many waivers hold and how many do not, then each that can be deleted.
pub(super) fn waivers_told(waivers: &Waivers) -> Vec<Message> {
    let sum = Message::new("waiver-sum")
        .count("used", waivers.count(WaiverUse::Used))
        .count("reopened", waivers.count(WaiverUse::Reopened))
        .count("expired", waivers.expired().count())
        .count("unused", waivers.count(WaiverUse::Unused))
        .count("notmet", waivers.count(WaiverUse::NotMet));
    let named = |key: &'static str, entry: &WaiverEntry| {
        let message = Message::new(key).text("finding", &entry.finding).text("unit", &entry.unit);
        let message = message.text("year", entry.year.map(|year| year.to_string()).unwrap_or_default());
        message.text("expires", entry.expires.map(|date| date.to_string()).unwrap_or_default())
    };
    let expired = waivers.expired().map(|entry| named("waiver-is-expired", entry));
    let unused = waivers.uses().filter(|(_, became)| *became == WaiverUse::Unused);
    let unused = unused.map(|(entry, _)| named("waiver-is-unused", entry));
    std::iter::once(sum).chain(expired).chain(unused).collect()
}

/// How far the collection has come: each standing with the number and the names of its units.
pub(super) fn progress_table(progress: &Progress<'_>, lang: Lang) -> Summary {
    let lists = [
        ("driver-progress-not-received", Standing::NotReceived),
        ("driver-progress-unreadable", Standing::Unreadable),
        ("driver-progress-with-errors", Standing::WithErrors),
        ("driver-progress-clean", Standing::Clean),
    ];
    let lists = lists.into_iter().map(|(key, standing)| (key, progress.names(standing), true));
    let unlisted: Vec<&str> = progress.unlisted.iter().map(|file| file.as_str()).collect();
    let more = [("driver-progress-doubled", progress.doubled(), false), ("driver-progress-unlisted", unlisted, false)];
    let shown = lists.chain(more).filter(|(_, names, always)| *always || !names.is_empty());
    let rows = shown.map(|(key, names, _)| {
        let list = Arg::List(names.iter().map(|name| Arg::Text((*name).to_owned())).collect());
        let list = render(&Message::new("word-value").with("value", list), lang);
        vec![text(key, lang), names.len().to_string(), list]
    });
    Summary {
        title: Some("driver-progress"),
        heads: &["tally-standing", "tally-units", "tally-names"],
        aligns: &[Align::Left, Align::Right, Align::Left],
        rows: rows.collect(),
    }
}

/// Writes how far the collection has come.
pub(super) fn write_progress(progress: &Progress<'_>, options: SinkOptions, out: &mut dyn Write) -> io::Result<()> {
    let table = progress_table(progress, options.lang);
    writeln!(out, "\n{}", options.paint.bold(&text("driver-progress", options.lang)))?;
    table::lines(&table.rows, table.aligns).iter().try_for_each(|line| writeln!(out, "{line}"))
}
