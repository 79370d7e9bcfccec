//! JUnit XML: a suite for each report, a case for each rule that applies to it.
//!
//! Findings at or above `--deny` are failures, other and waived findings are told in `system-out`, rules that could not be judged
//! are skipped and never passed, files that could not be read are errors.
use std::io::{self, Write};

use gouji_edits::{Finding, Outcome};
use gouji_export::{place_message, severity_message, waiver_message};
use gouji_model::{Lang, render};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::{Ending, Sink, SinkOptions};
use crate::examine::Examined;
use crate::files::Failure;
use crate::text;

/// Writes suites as reports come.
pub(super) struct JUnit {
    options: SinkOptions,
    is_begun: bool,
}

/// What became of a rule.
struct Case<'a> {
    rule: &'a str,
    title: &'a str,
    findings: Vec<&'a Finding>,
    unjudged: usize,
}

impl JUnit {
    pub(super) fn new(options: SinkOptions) -> Self {
        Self { options, is_begun: false }
    }

    fn lang(&self) -> Lang {
        self.options.lang
    }

    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.is_begun, true) {
            return Ok(());
        }
        let mut xml = Writer::new(out);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        xml.get_mut().write_all(b"\n")?;
        xml.write_event(Event::Start(BytesStart::new("testsuites").with_attributes([("name", "gouji")])))?;
        xml.get_mut().write_all(b"\n")
    }

    fn is_failure(&self, finding: &Finding) -> bool {
        finding.severity >= self.options.deny && !finding.is_waived()
    }

    fn case(&self, case: &Case<'_>, xml: &mut Writer<&mut dyn Write>) -> io::Result<()> {
        let attributes = [("classname", case.rule), ("name", case.title)];
        xml.create_element("testcase").with_attributes(attributes).write_inner_content(|xml| {
            let (failures, others): (Vec<&&Finding>, Vec<&&Finding>) =
                case.findings.iter().partition(|finding| self.is_failure(finding));
            for finding in failures {
                let message = render(&finding.message, self.lang());
                let attributes = [("type", finding.severity.id()), ("message", message.as_str())];
                let text = self.details(finding);
                xml.create_element("failure").with_attributes(attributes).write_text_content(BytesText::new(&text))?;
            }
            if case.findings.is_empty() && case.unjudged > 0 {
                let unjudged = text("junit-unjudged", self.lang());
                xml.create_element("skipped").with_attribute(("message", unjudged.as_str())).write_empty()?;
            }
            if !others.is_empty() {
                let told: Vec<String> = others.iter().map(|finding| self.told(finding)).collect();
                xml.create_element("system-out").write_text_content(BytesText::new(&told.join("\n")))?;
            }
            Ok(())
        })?;
        xml.get_mut().write_all(b"\n")
    }

    fn told(&self, finding: &Finding) -> String {
        let severity = render(&severity_message(finding.severity), self.lang());
        format!("{severity} {}\n{}", render(&finding.message, self.lang()), self.details(finding))
    }

    /// Place, suggestion and waiver, each on a line.
    fn details(&self, finding: &Finding) -> String {
        let place = finding.origin.as_ref().map(place_message);
        let with = |key, message: &gouji_model::Message| {
            format!("{} {}", text(key, self.lang()), render(message, self.lang()))
        };
        let place = place.map(|place| with("word-place", &place));
        let suggestion = finding.suggestion.as_ref().map(|suggestion| with("word-suggestion", suggestion));
        let waiver = finding.waiver.as_ref().map(|waiver| render(&waiver_message(waiver), self.lang()));
        place.into_iter().chain(suggestion).chain(waiver).collect::<Vec<_>>().join("\n")
    }
}

/// The rules that apply to a report.
fn cases<'a>(examined: &'a Examined<'a>, lang: Lang) -> Vec<Case<'a>> {
    let book = examined.book;
    let mut cases: Vec<Option<Case<'a>>> = book.rules.iter().map(|_| None).collect();
    for judged in &examined.judgement.judged {
        if judged.outcome == Outcome::Inapplicable {
            continue;
        }
        let index = book.edits[judged.edit].rule;
        let rule = &book.rules[index];
        let case = cases[index].get_or_insert_with(|| Case {
            rule: &rule.id,
            title: rule.title.get(lang),
            findings: Vec::new(),
            unjudged: 0,
        });
        case.unjudged += usize::from(matches!(judged.outcome, Outcome::Unjudged(_)));
    }
    let mut cases: Vec<Case<'a>> = cases.into_iter().flatten().collect();
    for case in &mut cases {
        let is_own = |finding: &&Finding| {
            *finding.rule == *case.rule || finding.related.iter().any(|related| *related.rule == *case.rule)
        };
        case.findings = examined.findings.iter().filter(is_own).collect();
    }
    cases
}

impl Sink for JUnit {
    fn report(&mut self, examined: &Examined<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        let cases = cases(examined, self.lang());
        let failed = |case: &&Case<'_>| case.findings.iter().any(|finding| self.is_failure(finding));
        let skipped = |case: &&Case<'_>| case.findings.is_empty() && case.unjudged > 0;
        let [tests, failures, skips] =
            [cases.len(), cases.iter().filter(failed).count(), cases.iter().filter(skipped).count()]
                .map(|count| count.to_string());
        let attributes = [
            ("name", examined.file.as_str()),
            ("tests", tests.as_str()),
            ("failures", failures.as_str()),
            ("errors", "0"),
            ("skipped", skips.as_str()),
        ];
        let mut xml = Writer::new(out);
        xml.write_event(Event::Start(BytesStart::new("testsuite").with_attributes(attributes)))?;
        xml.get_mut().write_all(b"\n")?;
        for case in &cases {
            self.case(case, &mut xml)?;
        }
        xml.write_event(Event::End(BytesEnd::new("testsuite")))?;
        xml.get_mut().write_all(b"\n")
    }

    fn failure(&mut self, failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        let mut xml = Writer::new(out);
        let (file, message) = (failure.file.as_str(), render(&failure.message, self.lang()));
        let name = text("junit-read", self.lang());
        let suite = [("name", file), ("tests", "1"), ("failures", "0"), ("errors", "1"), ("skipped", "0")];
        xml.create_element("testsuite").with_attributes(suite).write_inner_content(|xml| {
            let case = [("classname", "read"), ("name", name.as_str())];
            xml.create_element("testcase").with_attributes(case).write_inner_content(|xml| {
                xml.create_element("error").with_attribute(("message", message.as_str())).write_empty().map(|_| ())
            })?;
            Ok(())
        })?;
        xml.get_mut().write_all(b"\n")
    }

    fn finish(&mut self, _ending: &Ending<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.begin(out)?;
        let mut xml = Writer::new(out);
        xml.write_event(Event::End(BytesEnd::new("testsuites")))?;
        xml.get_mut().write_all(b"\n")
    }
}
