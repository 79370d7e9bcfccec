//! The rules of an edition, ready to judge.
use std::collections::BTreeMap;
use std::sync::OnceLock;

use gouji_model::{Edition, Form, Lang, Lexicon, Text, render};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::formula::relation::relation;
use crate::{Edit, Linear};

/// How serious a broken rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing (说明).
    Note,
    /// Probably wrong, or to be explained (提醒).
    Warning,
    /// Wrong (错误).
    Error,
}

impl Severity {
    /// All severities with their ids.
    pub const NAMES: [(&'static str, Self); 3] =
        [("error", Self::Error), ("warning", Self::Warning), ("note", Self::Note)];

    /// The id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One rule: what its script's header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its path, `requests/flow-balance`.
    pub id: Box<str>,
    /// Title.
    pub title: Text,
    /// Severity in this edition.
    pub severity: Severity,
    /// Document, article, link, or the structure of the form.
    pub basis: Text,
    /// What it demands and why.
    pub text: Text,
    /// Severity in single report years, where it differs.
    pub severity_in: BTreeMap<i32, Severity>,
}

impl Rule {
    /// The severity in a report year.
    pub fn severity_for(&self, year: Option<i32>) -> Severity {
        year.and_then(|year| self.severity_in.get(&year)).copied().unwrap_or(self.severity)
    }
}

/// Texts that are made when first asked for; a copy of a rule book, whose edits may be changed, makes its own.
#[derive(Debug, Default)]
pub struct Relations {
    zh: OnceLock<Vec<String>>,
    en: OnceLock<Vec<String>>,
}

impl Clone for Relations {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// An edition with its form, words and rules.
#[derive(Clone, Debug)]
pub struct RuleBook {
    /// Identity and years.
    pub edition: Edition,
    /// The form.
    pub form: Form,
    /// The words.
    pub lexicon: Lexicon,
    /// The rules, sorted by id.
    pub rules: Vec<Rule>,
    /// Their edits, in the order of the rules and within a rule as its script wrote them.
    pub edits: Vec<Edit>,
    /// What the edits demand, in words.
    pub relations: Relations,
}

impl RuleBook {
    /// What each edit demands, in the words of a language; made once, since no report changes it.
    pub fn relation_texts(&self, lang: Lang) -> &[String] {
        let texts = match lang {
            Lang::Zh => &self.relations.zh,
            Lang::En => &self.relations.en,
        };
        texts.get_or_init(|| self.edits.iter().map(|edit| render(&relation(self, edit), lang)).collect())
    }

    /// The rule of an edit.
    pub fn rule_of(&self, edit: &Edit) -> &Rule {
        &self.rules[edit.rule]
    }

    /// A rule by id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| &*rule.id == id)
    }

    /// Id of the finding that an edit would give: `rule@subject`.
    pub fn finding_id(&self, edit: &Edit) -> String {
        format!("{}@{}", self.rule_of(edit).id, edit.subject)
    }

    /// The hard edits: errors that are one linear atom over this report's cells, without conditions.
    pub fn hard_edits(&self) -> impl Iterator<Item = (usize, &Linear)> {
        self.edits.iter().enumerate().filter_map(|(index, edit)| {
            let linear = edit.as_own_linear()?;
            (self.rule_of(edit).severity == Severity::Error).then_some((index, linear))
        })
    }
}
