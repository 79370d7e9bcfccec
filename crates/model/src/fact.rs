//! Facts: named truths about a report that are no sums.
//!
//! A fact is known by a key such as `section.overview.present`. [`FactOf::TABLE`] is the one list of all facts;
//! rule scripts can name no other. What supplies a fact puts it under its key in [`Facts`]; a fact that nothing
//! supplied is unknown, and an edit that needs it is not judged.
use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::{Form, Lexicon, Message, Origin, Report};

/// A fact of one report.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Fact {
    /// Whether it is true.
    pub holds: bool,
    /// What was seen, where there is more to say than the fact's own wording.
    pub evidence: Vec<Message>,
    /// Where it was seen.
    pub origin: Option<Origin>,
}

impl Fact {
    /// A fact without evidence.
    pub fn plain(holds: bool) -> Self {
        Self { holds, evidence: Vec::new(), origin: None }
    }
}

/// The facts of one report by key.
pub type Facts = BTreeMap<Box<str>, Fact>;

/// What the `*` of a fact's pattern stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactArgument {
    /// Id of a section or part.
    Section,
    /// Id of a table.
    Table,
    /// A list of phrases in the lexicon.
    Phrases,
    /// A level of administration.
    Level,
    /// Government or department.
    Kind,
    /// A metric that the prose is read for.
    Metric,
}

/// A kind of fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactOf {
    /// The key, with a `*` for each argument.
    pub pattern: &'static str,
    /// What the `*` stand for.
    pub arguments: &'static [FactArgument],
    /// Key of the message that says it is not so.
    pub denial: &'static str,
}

impl FactOf {
    /// What the facts about the member units of a region (成员单位) begin with.
    pub const OF_ROSTER: &'static str = "roster.";
    /// A section is not the text of last year's report.
    pub const RENEWED: &'static str = "section.*.renewed";
    /// A section is not the text of another unit's report in the batch.
    pub const ORIGINAL: &'static str = "section.*.original";

    /// Every fact there is.
    pub const TABLE: &'static [Self] = &[
        Self::new("report.filled", &[], "fact-report-filled"),
        Self::new("report.written", &[], "fact-report-written"),
        Self::new("report.extracted", &[], "fact-report-extracted"),
        Self::new("report.free_of.*", &[FactArgument::Phrases], "fact-report-free-of"),
        Self::new("report.mentions.*", &[FactArgument::Phrases], "fact-report-mentions"),
        Self::new("report.dated", &[], "fact-report-dated"),
        Self::new("report.dated_after_year", &[], "fact-report-dated-after-year"),
        Self::new("report.due", &[], "fact-report-due"),
        Self::new("report.on_time", &[], "fact-report-on-time"),
        Self::new("report.preceded", &[], "fact-report-preceded"),
        Self::new("report.in_batch", &[], "fact-report-in-batch"),
        Self::new("basis.cited", &[], "fact-basis-cited"),
        Self::new("basis.current", &[], "fact-basis-current"),
        Self::new("basis.exact", &[], "fact-basis-exact"),
        Self::new("basis.bracketed", &[], "fact-basis-bracketed"),
        Self::new("period.stated", &[], "fact-period-stated"),
        Self::new("period.whole_year", &[], "fact-period-whole-year"),
        Self::new("years.stated", &[], "fact-years-stated"),
        Self::new("years.agree", &[], "fact-years-agree"),
        Self::new("title.present", &[], "fact-title-present"),
        Self::new("title.single", &[], "fact-title-single"),
        Self::new("title.worded", &[], "fact-title-worded"),
        Self::new("title.names_unit", &[], "fact-title-names-unit"),
        Self::new("form.own", &[], "fact-form-own"),
        Self::new("form.uniform", &[], "fact-form-uniform"),
        Self::new("sections.ordered", &[], "fact-sections-ordered"),
        Self::new("sections.counted", &[], "fact-sections-counted"),
        Self::new("sections.count_right", &[], "fact-sections-count-right"),
        Self::new("section.*.present", &[FactArgument::Section], "fact-section-present"),
        Self::new("section.*.mentions.*", &[FactArgument::Section, FactArgument::Phrases], "fact-section-mentions"),
        Self::new("section.*.named", &[FactArgument::Section], "fact-section-named"),
        Self::new("section.*.told", &[FactArgument::Section], "fact-section-told"),
        Self::new(Self::RENEWED, &[FactArgument::Section], "fact-section-renewed"),
        Self::new(Self::ORIGINAL, &[FactArgument::Section], "fact-section-original"),
        Self::new("table.*.present", &[FactArgument::Table], "fact-table-present"),
        Self::new("table.*.text", &[FactArgument::Table], "fact-table-text"),
        Self::new("table.*.labelled", &[FactArgument::Table], "fact-table-labelled"),
        Self::new("table.*.no_extra_rows", &[FactArgument::Table], "fact-table-no-extra-rows"),
        Self::new("table.*.group_rows_filled", &[FactArgument::Table], "fact-table-group-rows-filled"),
        Self::new("table.*.group_rows_agree", &[FactArgument::Table], "fact-table-group-rows-agree"),
        Self::new("told.*.alike", &[FactArgument::Metric], "fact-told-alike"),
        Self::new("unit.level.*", &[FactArgument::Level], "fact-unit-level"),
        Self::new("unit.kind.*", &[FactArgument::Kind], "fact-unit-kind"),
        Self::new("roster.given", &[], "fact-roster-given"),
        Self::new("roster.complete", &[], "fact-roster-complete"),
        Self::new("roster.single", &[], "fact-roster-single"),
        Self::new("roster.whole", &[], "fact-roster-whole"),
        Self::new("roster.one_scope", &[], "fact-roster-one-scope"),
        Self::new("roster.uniform.*", &[FactArgument::Table], "fact-roster-uniform"),
    ];

    const fn new(pattern: &'static str, arguments: &'static [FactArgument], denial: &'static str) -> Self {
        Self { pattern, arguments, denial }
    }

    /// The kind of fact with a pattern.
    pub fn find(pattern: &str) -> Option<&'static Self> {
        Self::TABLE.iter().find(|fact| fact.pattern == pattern)
    }

    /// The kind of fact that a key is of, with its arguments.
    pub fn of_key(key: &str) -> (Option<&'static Self>, Vec<&str>) {
        let found = Self::TABLE.iter().find_map(|fact| Some((fact, fact.arguments_of(key)?)));
        found.map_or((None, Vec::new()), |(fact, arguments)| (Some(fact), arguments))
    }

    /// Whether a fact can only be told with last year's report.
    pub fn needs_last_year(key: &str) -> bool {
        Self::of_key(key).0.is_some_and(|fact| fact.pattern == Self::RENEWED)
    }

    /// What the `*` of the pattern stand for in a key; `None` where the key is of another kind.
    fn arguments_of<'a>(&self, key: &'a str) -> Option<Vec<&'a str>> {
        let mut parts = self.pattern.split('*');
        let mut rest = key.strip_prefix(parts.next()?)?;
        let mut arguments = Vec::new();
        for part in parts {
            // The last argument of an open-ended pattern runs to the end; ids of parts contain dots.
            let end = if part.is_empty() { rest.len() } else { rest.find(part)? };
            arguments.push(&rest[..end]);
            rest = &rest[end + part.len()..];
        }
        rest.is_empty().then_some(arguments)
    }

    /// The key for arguments, in order.
    pub fn key(&self, arguments: &[&str]) -> Box<str> {
        let mut parts = self.pattern.split('*');
        let mut key = parts.next().unwrap_or_default().to_owned();
        for (argument, part) in arguments.iter().zip(parts) {
            key.push_str(argument);
            key.push_str(part);
        }
        key.into()
    }
}

impl FactArgument {
    /// What may stand for the `*` in an edition.
    pub fn choices<'a>(self, form: &'a Form, lexicon: &'a Lexicon) -> Vec<&'a str> {
        match self {
            Self::Section => form
                .sections
                .iter()
                .flat_map(|section| std::iter::once(section).chain(&section.parts))
                .map(|section| &*section.id)
                .collect(),
            Self::Table => form.tables.iter().map(|table| &*table.id).collect(),
            Self::Phrases => lexicon.phrases.keys().map(|key| &**key).collect(),
            Self::Level => crate::Level::WORDS.iter().map(|(_, id, _)| *id).collect(),
            Self::Metric => lexicon.prose.metrics.keys().map(|key| &**key).collect(),
            Self::Kind => crate::UnitKind::WORDS.iter().map(|(_, id, _)| *id).collect(),
        }
    }
}

impl Report {
    /// Whether a fact holds; `None` where it is not known. Without member units there is no roster: nothing is so of it.
    pub fn fact(&self, key: &str) -> Option<bool> {
        if let Some(level) = key.strip_prefix("unit.level.") {
            return self.unit.level.map(|own| own.id() == level);
        }
        if let Some(kind) = key.strip_prefix("unit.kind.") {
            return self.unit.kind.map(|own| own.id() == kind);
        }
        if key.starts_with(FactOf::OF_ROSTER) {
            return Some(self.facts.get(key).is_some_and(|fact| fact.holds));
        }
        self.facts.get(key).map(|fact| fact.holds)
    }
}
