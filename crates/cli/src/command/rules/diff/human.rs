//! A comparison of editions as text.
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use gouji_edits::Severity;
use gouji_model::{Arg, Message, Text};

use super::super::severity_word;
use super::wire::{Change, DiffWire, EditionWire, ReplayWire, RuleChange, RuleWire, SlotChange};
use crate::session::{Session, Verbosity};

/// Subjects of re-aimed edits that are listed; the JSON has all.
const MOST_SUBJECTS: usize = 6;

/// Reports with other verdicts, of which fewer are all listed in full.
const FEW: usize = 4;

/// Writes the comparison, what is most telling first.
pub(super) fn write(session: &Session<'_>, diff: &DiffWire, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut page = Page { session, out };
    let side = |edition: &EditionWire| {
        let message = Message::new("diff-edition").label("title", &edition.title).text("id", &*edition.id);
        let message = message.text("years", &*edition.years).label("basis", &edition.basis);
        message.count("cells", edition.cells).count("rules", edition.rules)
    };
    page.say(&side(&diff.from))?;
    page.say(&side(&diff.to))?;
    page.slots("diff-sections", &diff.sections)?;
    page.slots("diff-labels", &diff.labels)?;
    page.slots("diff-cells", &diff.cells)?;
    page.slots("diff-groups", &diff.groups)?;
    page.slots("diff-due", &diff.due)?;
    page.heading("diff-rules", diff.rules.len())?;
    for rule in &diff.rules {
        page.rule(rule)?;
    }
    if let Some(replay) = &diff.replay {
        page.replay(replay)?;
    }
    Ok(())
}

struct Page<'a, 'b> {
    session: &'a Session<'b>,
    out: &'a mut dyn Write,
}

fn sign(change: Change) -> &'static str {
    match change {
        Change::Added => "+",
        Change::Retired => "-",
        Change::Changed => "~",
    }
}

fn nested(message: Message) -> Arg {
    Arg::Message(Box::new(message))
}

/// A message for each thing that differs.
fn what(names: &[&'static str]) -> Arg {
    Arg::List(names.iter().map(|name| nested(Message::new(format!("diff-what-{name}")))).collect())
}

impl Page<'_, '_> {
    fn say(&mut self, message: &Message) -> anyhow::Result<()> {
        let text = self.session.say(message);
        Ok(writeln!(self.out, "{text}")?)
    }

    fn heading(&mut self, key: &'static str, count: usize) -> anyhow::Result<()> {
        writeln!(self.out)?;
        self.say(&Message::new(key).count("count", count))
    }

    fn slots(&mut self, key: &'static str, changes: &[SlotChange]) -> anyhow::Result<()> {
        self.heading(key, changes.len())?;
        for change in changes {
            let none = Text::default();
            let (from, to) = (change.from.as_ref().unwrap_or(&none), change.to.as_ref().unwrap_or(&none));
            let is_renamed = change.change == Change::Changed && from != to;
            let message = Message::new(if is_renamed { "diff-renamed" } else { "diff-slot" });
            let message = message.text("sign", sign(change.change)).text("id", &*change.id).label("from", from);
            let message = message.label("to", to).label("name", if change.to.is_some() { to } else { from });
            self.say(&message)?;
            if !change.what.is_empty() && !matches!(*change.what, ["name" | "date"]) {
                self.say(&Message::new("diff-what").with("what", what(&change.what)))?;
            }
        }
        Ok(())
    }

    fn rule(&mut self, rule: &RuleChange) -> anyhow::Result<()> {
        let Some(shown) = rule.to.as_ref().or(rule.from.as_ref()) else { return Ok(()) };
        let head = Message::new("diff-rule").text("sign", sign(rule.change)).text("id", &*rule.id);
        self.say(&head.label("title", &shown.title).with("severity", nested(severity(shown))))?;
        if !rule.what.is_empty() {
            self.say(&Message::new("diff-what").with("what", what(&rule.what)))?;
        }
        if let (Some(from), Some(to)) = (&rule.from, &rule.to) {
            if rule.what.contains(&"severity") {
                let message = Message::new("diff-severity").with("from", nested(severity(from)));
                self.say(&message.with("to", nested(severity(to))))?;
            }
            self.subjects("diff-edits-from", &rule.edits_from)?;
            self.subjects("diff-edits-to", &rule.edits_to)?;
        }
        let sources = rule.from.iter().chain(&rule.to).map(|rule| rule.source.clone());
        let mut sources: Vec<String> = sources.collect();
        sources.dedup();
        let place = Message::new("diff-source").label("basis", &shown.basis).text("source", sources.join(" → "));
        self.say(&place)
    }

    fn subjects(&mut self, key: &'static str, subjects: &[String]) -> anyhow::Result<()> {
        if subjects.is_empty() {
            return Ok(());
        }
        let all = self.session.verbosity == Verbosity::Verbose || subjects.len() <= MOST_SUBJECTS;
        let shown = if all { subjects } else { &subjects[..MOST_SUBJECTS] };
        let mut list: Vec<Arg> = shown.iter().cloned().map(Arg::Text).collect();
        if !all {
            list.push(Arg::Text("…".to_owned()));
        }
        self.say(&Message::new(key).count("count", subjects.len()).with("subjects", Arg::List(list)))
    }

    fn replay(&mut self, reports: &[ReplayWire]) -> anyhow::Result<()> {
        let differing = reports.iter().filter(|report| report.differs()).count();
        writeln!(self.out)?;
        let head = Message::new("diff-replay").count("reports", reports.len()).count("differing", differing);
        self.say(&head)?;
        let common = self.tendencies(reports, differing)?;
        for report in reports {
            let own = report.findings().filter(|(sign, finding)| !common.contains(&(*sign, finding.rule())));
            let own: Vec<_> = own.collect();
            if own.is_empty() && report.failure.is_none() {
                continue;
            }
            let head = Message::new("diff-report").text("file", &*report.file);
            let head = head.text("unit", report.unit.as_deref().unwrap_or_default());
            self.say(&head.text("year", report.year.map(|year| year.to_string()).unwrap_or_default()))?;
            if let Some(failure) = &report.failure {
                self.say(&Message::new("diff-failure").text("failure", &**failure))?;
            }
            for (sign, finding) in own {
                let message = Message::new("diff-finding").text("sign", sign).text("id", &*finding.id);
                self.say(&message.with("severity", nested(word(finding.severity))))?;
            }
        }
        Ok(())
    }

    /// In how many reports each rule finds something else; gives those that need not be listed for each report, because
    /// they do so in most of many.
    fn tendencies<'r>(
        &mut self,
        reports: &'r [ReplayWire],
        differing: usize,
    ) -> anyhow::Result<BTreeSet<(&'static str, &'r str)>> {
        let mut common = BTreeSet::new();
        if differing < FEW {
            return Ok(common);
        }
        let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for report in reports {
            let own: BTreeSet<_> = report.findings().map(|(sign, finding)| (sign, finding.rule())).collect();
            for key in own {
                *counts.entry(key).or_default() += 1;
            }
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for ((sign, rule), count) in counts {
            let is_common = count * 2 > differing && self.session.verbosity < Verbosity::Verbose;
            let key = if is_common { "diff-tendency-common" } else { "diff-tendency" };
            self.say(&Message::new(key).text("sign", sign).text("rule", rule).count("reports", count))?;
            if is_common {
                common.insert((sign, rule));
            }
        }
        Ok(common)
    }
}

/// The severity of a rule, with the years of another.
fn severity(rule: &RuleWire) -> Message {
    rule.severity_in.iter().fold(word(rule.severity), |message, (year, other)| {
        Message::new("driver-rule-severity-in")
            .with("severity", nested(message))
            .text("year", year.to_string())
            .with("other", nested(word(other)))
    })
}

fn word(id: &str) -> Message {
    let severity = Severity::NAMES.into_iter().find(|(name, _)| *name == id).map_or(Severity::Note, |(_, own)| own);
    severity_word(severity)
}
