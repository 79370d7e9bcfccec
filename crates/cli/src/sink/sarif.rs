//! SARIF 2.1.0 (OASIS Standard, 27 March 2020): findings for code scanning and its viewers.
//!
//! Results are written as reports come; the rules that they name follow at the end, as members of a JSON object have
//! no order.
use std::collections::BTreeMap;
use std::io::{self, Write};

use gouji_edits::{Finding, Rule, Severity};
use gouji_export::{place_message, waiver_message};
use gouji_model::{Form, Lang, Origin, Place, render};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Ending, Sink, SinkOptions};
use crate::examine::Examined;
use crate::files::Failure;
use crate::text;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What may not stand in the path of a URI (RFC 3986).
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b':');

/// Writes one run.
pub(super) struct Sarif {
    lang: Lang,
    is_begun: bool,
    has_results: bool,
    /// Rules that results name, by id.
    rules: BTreeMap<Box<str>, Value>,
    /// Files that could not be read.
    notifications: Vec<Value>,
}

impl Sarif {
    pub(super) fn new(options: SinkOptions) -> Self {
        let (rules, notifications) = (BTreeMap::new(), Vec::new());
        Self { lang: options.lang, is_begun: false, has_results: false, rules, notifications }
    }

    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.is_begun, true) {
            return Ok(());
        }
        write!(out, "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"results\":[")
    }

    fn rule(&self, rule: &Rule) -> Value {
        let lang = self.lang;
        let basis = format!("{} {}", text("word-basis", lang), rule.basis.get(lang));
        json!({
            "id": rule.id,
            "shortDescription": { "text": rule.title.get(lang) },
            "fullDescription": { "text": rule.text.get(lang) },
            "help": { "text": format!("{}\n{basis}", rule.text.get(lang)) },
            "defaultConfiguration": { "level": level(rule.severity) },
        })
    }

    fn result(&self, finding: &Finding, examined: &Examined<'_>) -> Value {
        let lang = self.lang;
        let basis: Vec<&str> = finding.basis.iter().map(|basis| basis.get(lang)).collect();
        let unit = examined.report.unit.name.as_deref().unwrap_or_else(|| examined.file.as_str());
        let year = examined.report.year.map(|year| year.to_string()).unwrap_or_default();
        let mut result = json!({
            "ruleId": finding.rule,
            "level": level(finding.severity),
            "message": { "text": self.message(finding) },
            "locations": [self.location(finding, examined)],
            "partialFingerprints": { "gouji/finding/v1": format!("{unit}/{year}/{}", finding.id) },
            "properties": { "id": finding.id, "cells": finding.cells, "basis": basis },
        });
        if let Some(waiver) = finding.waiver.as_ref().filter(|_| finding.is_waived()) {
            let justification = render(&waiver_message(waiver), lang);
            result["suppressions"] =
                json!([{ "kind": "external", "status": "accepted", "justification": justification }]);
        }
        result
    }

    /// What is wrong, what to do, and which waiver no longer holds.
    fn message(&self, finding: &Finding) -> String {
        let mut lines = vec![render(&finding.message, self.lang)];
        if let Some(suggestion) = &finding.suggestion {
            lines.push(format!("{} {}", text("word-suggestion", self.lang), render(suggestion, self.lang)));
        }
        let lapsed = finding.waiver.as_ref().filter(|_| !finding.is_waived());
        lines.extend(lapsed.map(|waiver| render(&waiver_message(waiver), self.lang)));
        lines.join("\n")
    }

    fn location(&self, finding: &Finding, examined: &Examined<'_>) -> Value {
        let mut physical = json!({ "artifactLocation": artifact(examined.file.as_str()) });
        let mut location = json!({});
        if let Some(origin) = &finding.origin {
            if let Some(region) = region(origin) {
                physical["region"] = region;
            }
            location["message"] = json!({ "text": render(&place_message(origin), self.lang) });
        }
        location["physicalLocation"] = physical;
        let form = &examined.book.form;
        let logical: Vec<Value> = finding.cells.iter().map(|cell| logical(cell, form, self.lang)).collect();
        if !logical.is_empty() {
            location["logicalLocations"] = json!(logical);
        }
        location
    }
}

fn level(severity: Severity) -> &'static str {
    severity.id()
}

fn artifact(file: &str) -> Value {
    json!({ "uri": utf8_percent_encode(&file.replace('\\', "/"), NOT_IN_PATHS).to_string() })
}

/// A region of a plain text; other formats have no lines.
fn region(origin: &Origin) -> Option<Value> {
    match origin {
        Origin { part: None, place: Place::Line { line }, .. } => Some(json!({ "startLine": line })),
        _ => None,
    }
}

fn logical(cell: &str, form: &Form, lang: Lang) -> Value {
    let name = form.slot(cell).map_or(cell, |slot| form.slot_name(slot).get(lang));
    json!({ "fullyQualifiedName": cell, "name": name, "kind": "cell" })
}

impl Sink for Sarif {
    fn report(&mut self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        for finding in &examined.findings {
            if let Some(rule) = examined.book.rule(&finding.rule).filter(|rule| !self.rules.contains_key(&rule.id)) {
                self.rules.insert(rule.id.clone(), self.rule(rule));
            }
            let separator = if std::mem::replace(&mut self.has_results, true) { ",\n" } else { "\n" };
            write!(out, "{separator}{}", self.result(finding, examined))?;
        }
        Ok(())
    }

    fn failure(&mut self, failure: &Failure, _out: &mut dyn Write) -> io::Result<()> {
        self.notifications.push(json!({
            "level": "error",
            "message": { "text": render(&failure.message, self.lang) },
            "locations": [{ "physicalLocation": { "artifactLocation": artifact(failure.file.as_str()) } }],
        }));
        Ok(())
    }

    fn finish(&mut self, _ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        let rules: Vec<&Value> = self.rules.values().collect();
        let driver = json!({
            "name": "gouji",
            "version": env!("CARGO_PKG_VERSION"),
            "informationUri": env!("CARGO_PKG_REPOSITORY"),
            "language": self.lang.tag(),
            "rules": rules,
        });
        let invocation = json!({
            "executionSuccessful": self.notifications.is_empty(),
            "toolExecutionNotifications": self.notifications,
        });
        writeln!(
            out,
            "\n],\n\"tool\":{},\n\"invocations\":[{invocation}],\n\"columnKind\":\"unicodeCodePoints\"}}]}}",
            json!({ "driver": driver })
        )
    }
}
