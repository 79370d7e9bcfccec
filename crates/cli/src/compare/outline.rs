//! Differences in words, for people at a terminal and as Markdown.
use std::io::{self, Write};

use gouji_edits::Finding;
use gouji_export::severity_message;
use gouji_model::{Arg, Cell, Lang, Message, Report, render};

use super::difference::{CellChange, Difference, SectionChange, Side};
use crate::report_view::name;
use crate::style::Paint;
use crate::table::{self, Align};

/// How differences are drawn.
#[derive(Clone, Copy)]
pub(crate) struct Drawing {
    /// Language of all texts.
    pub(crate) lang: Lang,
    /// Colours, at a terminal.
    pub(crate) paint: Paint,
    /// Markdown instead of plain text.
    pub(crate) markdown: bool,
}

/// Writes everything that differs between two reports.
pub(crate) fn draw(drawing: Drawing, difference: &Difference<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Drawing { lang, .. } = drawing;
    drawing.heading(1, &render(&title(difference), lang), out)?;
    if difference.forms_differ() {
        let forms = Message::new("compare-forms")
            .label("before", &difference.before.book.edition.title)
            .label("after", &difference.after.book.edition.title)
            .count("compared", difference.compared);
        drawing.text(&render(&forms, lang), out)?;
    }
    if difference.is_none() {
        drawing.text(&render(&Message::new("compare-none"), lang), out)?;
    }
    let cells: Vec<String> = difference.cells.iter().map(|change| cell(change, lang)).collect();
    drawing.part("compare-cells", &cells, out)?;
    for section in &difference.sections {
        drawing.section(section, out)?;
    }
    let (gone, new) = &difference.notes;
    for (key, notes) in [("compare-notes-after", new), ("compare-notes-before", gone)] {
        let notes: Vec<String> = notes.iter().map(|note| render(note, lang)).collect();
        drawing.part(key, &notes, out)?;
    }
    let findings = &difference.findings;
    let lists = [
        ("compare-appeared", &findings.appeared),
        ("compare-changed", &findings.changed),
        ("compare-stayed", &findings.stayed),
        ("compare-settled", &findings.settled),
    ];
    for (key, list) in lists {
        let list: Vec<String> = list.iter().map(|found| finding(found, lang)).collect();
        drawing.part(key, &list, out)?;
    }
    Ok(())
}

/// Writes how many differ, a line for each pair, and who has no counterpart.
pub(crate) fn overview(
    drawing: Drawing,
    differences: &[Difference<'_>],
    lone: &[(Side, String)],
    out: &mut dyn Write,
) -> io::Result<()> {
    drawing.heading(1, &render(&Message::new("compare-overview"), drawing.lang), out)?;
    drawing.text(&render(&summary(differences), drawing.lang), out)?;
    if !differences.is_empty() {
        drawing.pairs(differences, out)?;
    }
    for (side, key) in [(Side::Before, "compare-only-before"), (Side::After, "compare-only-after")] {
        let names: Vec<String> = lone.iter().filter(|(own, _)| *own == side).map(|(_, name)| name.clone()).collect();
        drawing.part(key, &names, out)?;
    }
    Ok(())
}

/// How many pairs there are, and in how many of them anything differs.
fn summary(differences: &[Difference<'_>]) -> Message {
    let differing = differences.iter().filter(|difference| !difference.is_none()).count();
    let key = match (differences.len(), differing) {
        (0, _) => "compare-no-pairs",
        (_, 0) => "compare-no-differences",
        _ => "compare-differences",
    };
    Message::new(key).count("pairs", differences.len()).count("differing", differing)
}

/// Who reports, once where both reports are of one unit and year.
fn title(difference: &Difference<'_>) -> Message {
    let [before, after] = [difference.before, difference.after].map(|examined| named(examined.report));
    if before == after {
        Message::new("compare-one").with("name", before)
    } else {
        Message::new("compare-two").with("before", before).with("after", after)
    }
}

fn named(report: &Report) -> Arg {
    Arg::Message(Box::new(name(report)))
}

fn cell(change: &CellChange<'_>, lang: Lang) -> String {
    let name = change.name.map_or_else(|| Arg::Text(change.id.to_owned()), |name| Arg::Label(name.clone()));
    let message = Message::new("compare-cell").with("name", name);
    render(&message.with("before", shown(&change.before)).with("after", shown(&change.after)), lang)
}

fn shown(cell: &Cell) -> Arg {
    gouji_edits::shown(cell)
}

fn finding(finding: &Finding, lang: Lang) -> String {
    let message = Message::new(if finding.is_waived() { "compare-finding-waived" } else { "compare-finding" })
        .with("severity", Arg::Message(Box::new(severity_message(finding.severity))))
        .text("rule", &*finding.rule)
        .with("sentence", Arg::Message(Box::new(finding.message.clone())));
    render(&message, lang)
}

impl Drawing {
    fn heading(self, level: usize, text: &str, out: &mut dyn Write) -> io::Result<()> {
        match (self.markdown, level) {
            (true, _) => writeln!(out, "{} {}\n", "#".repeat(level), gouji_markdown::paragraph(text)),
            (false, 1) => writeln!(out, "{}", self.paint.bold(text)),
            (false, _) => writeln!(out, "\n{text}"),
        }
    }

    fn text(self, text: &str, out: &mut dyn Write) -> io::Result<()> {
        if self.markdown { writeln!(out, "{}\n", gouji_markdown::paragraph(text)) } else { writeln!(out, "{text}") }
    }

    /// A heading with its number of lines, and the lines; nothing where there are none.
    fn part(self, key: &'static str, lines: &[String], out: &mut dyn Write) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        self.heading(2, &render(&Message::new(key).count("count", lines.len()), self.lang), out)?;
        for line in lines {
            self.item("", line, out)?;
        }
        self.end(out)
    }

    fn item(self, sign: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
        match (self.markdown, sign) {
            (true, "") => writeln!(out, "- {}", gouji_markdown::paragraph(text)),
            (true, sign) => writeln!(out, "- `{sign}` {}", gouji_markdown::paragraph(text)),
            (false, "") => writeln!(out, "  {text}"),
            (false, sign) => writeln!(out, "  {sign} {text}"),
        }
    }

    fn end(self, out: &mut dyn Write) -> io::Result<()> {
        if self.markdown { writeln!(out) } else { Ok(()) }
    }

    fn section(self, change: &SectionChange<'_>, out: &mut dyn Write) -> io::Result<()> {
        let message = match (change.heading_before, change.heading_after) {
            (Some(heading), None) => Message::new("compare-section-gone").text("heading", heading),
            (None, heading) => Message::new("compare-section-new").text("heading", heading.unwrap_or(change.id)),
            (Some(before), Some(after)) if before == after => Message::new("compare-section").text("heading", after),
            (Some(before), Some(after)) => {
                Message::new("compare-section-heading").text("before", before).text("after", after)
            }
        };
        self.heading(2, &render(&message, self.lang), out)?;
        for (side, sentence) in &change.sentences {
            let sign = match side {
                Side::Before => "-",
                Side::After => "+",
            };
            self.item(sign, sentence, out)?;
        }
        self.end(out)
    }

    /// A table with a line for each pair.
    fn pairs(self, differences: &[Difference<'_>], out: &mut dyn Write) -> io::Result<()> {
        let heads = ["report", "cells", "sections", "settled", "stayed", "changed", "appeared"];
        let head = heads.map(|head| render(&Message::new(format!("compare-table-{head}")), self.lang)).to_vec();
        let row = |difference: &Difference<'_>| {
            let findings = &difference.findings;
            let counts = [
                difference.cells.len(),
                difference.sections.len(),
                findings.settled.len(),
                findings.stayed.len(),
                findings.changed.len(),
                findings.appeared.len(),
            ];
            let name = render(&title(difference), self.lang);
            std::iter::once(name).chain(counts.iter().map(ToString::to_string)).collect::<Vec<_>>()
        };
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(differences.iter().map(row)).collect();
        if self.markdown { markdown_table(&rows, out) } else { plain_table(&rows, out) }
    }
}

fn plain_table(rows: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    let mut aligns = vec![Align::Right; rows.first().map_or(0, Vec::len)];
    if let Some(first) = aligns.first_mut() {
        *first = Align::Left;
    }
    table::lines(rows, &aligns).iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn markdown_table(rows: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    for (number, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|cell| gouji_markdown::paragraph(cell).into_owned()).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
        if number == 0 {
            writeln!(out, "|---{}|", "|---:".repeat(row.len().saturating_sub(1)))?;
        }
    }
    writeln!(out)
}
