//! Verdicts that a person gave, in the codes of a catalogue of checks.
use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use camino::Utf8Path;
use gouji_edits::Severity;
use gouji_model::Period;
use serde::Deserialize;

use crate::ReadReport;

/// What must be found in a report, by severity, in catalogue codes.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Verdict {
    /// Errors, exactly.
    #[serde(default)]
    pub error: Vec<String>,
    /// Warnings, exactly.
    #[serde(default)]
    pub warning: Vec<String>,
    /// Notes that must be there.
    #[serde(default)]
    pub note: Vec<String>,
    /// Notes that may be there.
    #[serde(default)]
    pub note_allowed: Vec<String>,
    /// Numbers of the prose that are told of the report's own year and agree with its tables.
    #[serde(default)]
    pub claims_that_match: Vec<i64>,
    /// Numbers of the prose that count something that the tables do not.
    #[serde(default)]
    pub claims_that_must_not_be_compared: Vec<i64>,
    /// Reading notes that must be there, in words.
    #[serde(default)]
    pub reading_notes: Vec<String>,
}

/// Which rules a catalogue code stands for, and which reading notes the words of a verdict mean.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Codes {
    /// Rule ids by code.
    pub rules: BTreeMap<String, Vec<String>>,
    /// Rules that the catalogue has no code for, and why there is a rule all the same.
    #[serde(default)]
    pub uncoded: BTreeMap<String, String>,
    /// Message keys by words.
    pub reading_notes: BTreeMap<String, Vec<String>>,
}

impl Codes {
    /// From a TOML file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(path: &Utf8Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.to_string())?;
        toml::from_str(&text).with_context(|| path.to_string())
    }

    fn has_rule(&self, code: &str) -> bool {
        self.rules.contains_key(code)
    }

    fn code_of(&self, rule: &str) -> String {
        let found = self.rules.iter().find(|(_, rules)| rules.iter().any(|own| own == rule));
        found.map_or_else(|| rule.to_owned(), |(code, _)| code.clone())
    }
}

impl Verdict {
    /// From a JSON file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(path: &Utf8Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.to_string())?;
        serde_json::from_str(&text).with_context(|| path.to_string())
    }

    /// Codes of checks that no rule makes yet.
    pub fn beyond<'a>(&'a self, codes: &'a Codes) -> impl Iterator<Item = &'a str> {
        let all = [&self.error, &self.warning, &self.note].into_iter().flatten();
        all.map(String::as_str).filter(|code| !codes.has_rule(code))
    }

    /// In words, what the report's findings and reading notes have too much or too little; of checks that some rule
    /// makes.
    pub fn differences(&self, codes: &Codes, read: &ReadReport<'_>) -> Vec<String> {
        let mut found: BTreeMap<Severity, BTreeSet<String>> = BTreeMap::new();
        for finding in read.findings() {
            found.entry(finding.severity).or_default().insert(codes.code_of(&finding.rule));
        }
        let mut words = Vec::new();
        let plans: [(Severity, &[String], &[String]); 3] = [
            (Severity::Error, &self.error, &[]),
            (Severity::Warning, &self.warning, &[]),
            (Severity::Note, &self.note, &self.note_allowed),
        ];
        for (severity, expected, allowed) in plans {
            let found = found.remove(&severity).unwrap_or_default();
            let missing = expected.iter().filter(|code| codes.has_rule(code) && !found.contains(*code));
            words.extend(missing.map(|code| format!("{} {code} was not found", severity.id())));
            let extra = found.iter().filter(|code| !expected.contains(code) && !allowed.contains(code));
            words.extend(extra.map(|code| format!("{} {code} should not be there", severity.id())));
        }
        words.extend(self.claim_differences(read));
        for note in &self.reading_notes {
            let keys = codes.reading_notes.get(note).map(Vec::as_slice).unwrap_or_default();
            if !read.report.notes.iter().any(|own| keys.iter().any(|key| *key == own.message.key)) {
                words.push(format!("no reading note of “{note}”"));
            }
        }
        words
    }

    /// In words, the claims that were not read, and those that should not have been.
    fn claim_differences(&self, read: &ReadReport<'_>) -> Vec<String> {
        let told = |value: i64| {
            let claims = read.report.claims.iter();
            claims.filter(|claim| claim.period == Period::ThisYear).any(|claim| claim.value.parts() == (value, 0))
        };
        let missed = self.claims_that_match.iter().filter(|value| !told(**value));
        let taken = self.claims_that_must_not_be_compared.iter().filter(|value| told(**value));
        missed
            .map(|value| format!("no claim of {value} was read"))
            .chain(taken.map(|value| format!("{value} should not be a claim")))
            .collect()
    }
}
