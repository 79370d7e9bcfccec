//! Findings as JSON: the form in which `check --format json` and foreign exporters have them.
use gouji_edits::{Correction, Counts, Finding, Judgement, Passage, RelatedEdit, RuleBook, Waiver};
use gouji_model::{Lang, Message, Origin, render};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::open_findings;

/// A finding as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct FindingWire {
    /// `rule@subject`.
    pub id: String,
    /// Id of the rule.
    pub rule: String,
    /// `error`, `warning` or `note`.
    #[schemars(extend("enum" = ["error", "warning", "note"]))]
    pub severity: &'static str,
    /// What is wrong.
    #[serde(flatten)]
    pub message: MessageWire,
    /// Ids of the cells it points to.
    pub cells: Vec<Box<str>>,
    /// Ids of the findings that the same cause explains.
    pub related: Vec<String>,
    /// Number of broken edits behind the item.
    pub edits: usize,
    /// Bases of the rules, in one language.
    pub basis: Vec<String>,
    /// What to do.
    pub suggestion: Option<MessageWire>,
    /// The value that one cell must have.
    pub correction: Option<CorrectionWire>,
    /// Where to look.
    pub origin: Option<Origin>,
    /// The sentence that tells it, where it is told in prose.
    pub passage: Option<PassageWire>,
    /// A waiver that was given for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiver: Option<WaiverWire>,
}

/// A waiver as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WaiverWire {
    /// `valid`; `reopened` where the finding stands on other values now; `expired`. Only a valid one waives.
    #[schemars(extend("enum" = ["valid", "reopened", "expired"]))]
    pub standing: &'static str,
    /// Why the finding may stand.
    pub reason: String,
    /// Who says so.
    pub author: String,
    /// The last day on which it holds, `YYYY-MM-DD`.
    pub expires: Option<String>,
    /// The article or document that it relies on.
    pub article: Option<String>,
}

/// A message as JSON: as data, and in words.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct MessageWire {
    /// Key in the catalogue.
    pub key: String,
    /// Arguments by name.
    pub args: Value,
    /// The text in one language.
    pub message: String,
}

/// A sentence of the report's text as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PassageWire {
    /// Id of the section.
    pub section: String,
    /// Paragraph of the section, from 1.
    pub paragraph: u32,
    /// The sentence.
    pub sentence: String,
}

/// A value for a cell as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CorrectionWire {
    /// Id of the cell.
    pub cell: String,
    /// Its value, canonical.
    pub value: String,
}

/// Numbers of findings, and of edits by outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SummaryWire {
    /// Findings that are not waived.
    pub items: usize,
    /// Edits that held.
    pub held: usize,
    /// Edits that were broken.
    pub broken: usize,
    /// Edits that could not be judged.
    pub unjudged: usize,
    /// Edits that did not apply.
    pub inapplicable: usize,
    /// Findings that were waived.
    pub waived: usize,
}

impl FindingWire {
    /// The JSON form of a finding; texts in one language.
    pub fn of(finding: &Finding, lang: Lang) -> Self {
        Self {
            id: finding.id.clone(),
            rule: finding.rule.to_string(),
            severity: finding.severity.id(),
            message: MessageWire::of(&finding.message, lang),
            cells: finding.cells.clone(),
            related: finding.related.iter().map(|RelatedEdit { id, .. }| id.clone()).collect(),
            edits: finding.edits,
            basis: finding.basis.iter().map(|basis| basis.get(lang).to_owned()).collect(),
            suggestion: finding.suggestion.as_ref().map(|message| MessageWire::of(message, lang)),
            correction: finding.correction.as_ref().map(CorrectionWire::of),
            origin: finding.origin.clone(),
            passage: finding.passage.as_ref().map(PassageWire::of),
            waiver: finding.waiver.as_ref().map(WaiverWire::of),
        }
    }
}

impl MessageWire {
    /// The JSON form of a message.
    pub fn of(message: &Message, lang: Lang) -> Self {
        Self { key: message.key.to_string(), args: message.args_json(), message: render(message, lang) }
    }
}

impl PassageWire {
    fn of(passage: &Passage) -> Self {
        Self {
            section: passage.section.to_string(),
            paragraph: passage.paragraph,
            sentence: passage.sentence.to_string(),
        }
    }
}

impl WaiverWire {
    fn of(waiver: &Waiver) -> Self {
        Self {
            standing: waiver.standing.id(),
            reason: waiver.reason.clone(),
            author: waiver.author.clone(),
            expires: waiver.expires.clone(),
            article: waiver.article.clone(),
        }
    }
}

impl CorrectionWire {
    fn of(correction: &Correction) -> Self {
        Self { cell: correction.cell.to_string(), value: correction.value.to_string() }
    }
}

impl SummaryWire {
    /// The counts of a judgement with its findings.
    pub fn of(book: &RuleBook, judgement: &Judgement, findings: &[Finding]) -> Self {
        let Counts { held, broken, unjudged, inapplicable } = judgement.counts(book);
        let items = open_findings(findings).count();
        Self { items, held, broken, unjudged, inapplicable, waived: findings.len() - items }
    }
}
