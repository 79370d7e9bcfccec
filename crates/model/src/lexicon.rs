//! The words of an edition (`lexicon.toml`).
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ProseWords, Similarity};

/// Words that reading prose needs, by name; merged by key over the base edition's.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Lists of phrases that facts look for.
    #[serde(default)]
    pub phrases: BTreeMap<Box<str>, Vec<Box<str>>>,
    /// Wordings of the report's title, without unit and year; the form's own first.
    #[serde(default)]
    pub titles: Vec<Box<str>>,
    /// Headings of the columns of a table of reports that tell whose a report is.
    #[serde(default)]
    pub columns: ColumnWords,
    /// What prose states numbers with.
    #[serde(default)]
    pub prose: ProseWords,
    /// When texts count as the same; nothing is compared without it.
    pub similarity: Option<Similarity>,
}

/// Headings of columns, beside gouji's own names.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnWords {
    /// Of the unit's name.
    #[serde(default)]
    pub unit: Vec<Box<str>>,
    /// Of the report year.
    #[serde(default)]
    pub year: Vec<Box<str>>,
    /// Of the file.
    #[serde(default)]
    pub file: Vec<Box<str>>,
}
