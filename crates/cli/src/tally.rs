//! What many reports have in common: which rules are broken most, which units have most to correct, how the years
//! compare.
use std::cmp::Reverse;
use std::collections::BTreeMap;

use gouji_edits::Severity;
use gouji_export::open_findings;
use gouji_model::Text;

use crate::examine::Examined;
use crate::files::Failure;

/// Findings by severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Counts {
    /// Errors.
    pub(crate) errors: usize,
    /// Warnings.
    pub(crate) warnings: usize,
    /// Notes.
    pub(crate) notes: usize,
}

/// One file or report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its file.
    pub(crate) file: String,
    /// Unit and year in words; empty where the file could not be read.
    pub(crate) name: String,
    /// Findings, and edits that were not judged; `None` where the file could not be read.
    pub(crate) counts: Option<(Counts, usize)>,
}

/// How often a rule was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RuleCount {
    /// Its id.
    pub(crate) rule: Box<str>,
    /// Its title.
    pub(crate) title: Text,
    /// Its severity: the gravest that was met.
    pub(crate) severity: Severity,
    /// Reports that break it.
    pub(crate) reports: usize,
    /// Findings that are not waived; what a finding of another rule explains is not counted.
    pub(crate) items: usize,
}

/// The reports of a year.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct YearCount {
    /// How many there are.
    pub(crate) reports: usize,
    /// How many have no finding.
    pub(crate) clean: usize,
    /// Findings of all of them.
    pub(crate) counts: Counts,
}

/// What many reports have in common; it grows with every report, by a few words only.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    /// Every file or report, in order.
    pub(crate) entries: Vec<Entry>,
    rules: BTreeMap<Box<str>, RuleCount>,
    /// By report year, unknown years first.
    pub(crate) years: BTreeMap<Option<i32>, YearCount>,
}

impl Counts {
    /// The findings of a report.
    pub(crate) fn of(examined: &Examined<'_>) -> Self {
        let of = |severity| examined.count(severity).0;
        Self { errors: of(Severity::Error), warnings: of(Severity::Warning), notes: of(Severity::Note) }
    }

    /// Errors, warnings and notes.
    pub(crate) fn all(self) -> [usize; 3] {
        [self.errors, self.warnings, self.notes]
    }

    /// Whether there are none.
    pub(crate) fn is_clean(self) -> bool {
        self == Self::default()
    }

    fn add(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
    }
}

impl Entry {
    /// Whether there is something to say of it: findings, or that it could not be read.
    pub(crate) fn is_bad(&self) -> bool {
        self.counts.is_none_or(|(counts, _)| !counts.is_clean())
    }
}

impl Tally {
    /// Adds a report; `name` is its unit and year in words.
    pub(crate) fn report(&mut self, examined: &Examined<'_>, name: String) {
        let counts = Counts::of(examined);
        let unjudged = examined.judgement.counts(examined.book).unjudged;
        self.entries.push(Entry { file: examined.file.to_string(), name, counts: Some((counts, unjudged)) });
        let year = self.years.entry(examined.report.year).or_default();
        year.reports += 1;
        year.clean += usize::from(counts.is_clean());
        year.counts.add(counts);
        let mut seen: Vec<&str> = Vec::new();
        for finding in open_findings(&examined.findings) {
            let Some(rule) = examined.book.rule(&finding.rule) else { continue };
            let count = self.rules.entry(rule.id.clone()).or_insert_with(|| RuleCount {
                rule: rule.id.clone(),
                title: rule.title.clone(),
                severity: finding.severity,
                reports: 0,
                items: 0,
            });
            count.severity = count.severity.max(finding.severity);
            count.items += 1;
            if !seen.contains(&&*finding.rule) {
                seen.push(&finding.rule);
                count.reports += 1;
            }
        }
    }

    /// Adds a file that could not be read.
    pub(crate) fn failure(&mut self, failure: &Failure) {
        self.entries.push(Entry { file: failure.file.to_string(), name: String::new(), counts: None });
    }

    /// Files and reports with something to correct, the worst first: those that could not be read, then by errors,
    /// warnings and notes.
    pub(crate) fn worst(&self) -> Vec<&Entry> {
        let mut entries: Vec<&Entry> = self.entries.iter().filter(|entry| entry.is_bad()).collect();
        entries.sort_by_key(|entry| (entry.counts.is_some(), entry.counts.map(|(counts, _)| Reverse(counts))));
        entries
    }

    /// The rules that were broken, the most serious and most frequent first.
    pub(crate) fn rules(&self) -> Vec<&RuleCount> {
        let mut rules: Vec<&RuleCount> = self.rules.values().collect();
        rules.sort_by_key(|rule| Reverse((rule.severity, rule.reports, rule.items)));
        rules
    }

    /// Files that could not be read.
    pub(crate) fn failed(&self) -> usize {
        self.entries.iter().filter(|entry| entry.counts.is_none()).count()
    }

    /// Reports with findings.
    pub(crate) fn with_findings(&self) -> usize {
        self.entries.iter().filter(|entry| entry.counts.is_some() && entry.is_bad()).count()
    }
}
