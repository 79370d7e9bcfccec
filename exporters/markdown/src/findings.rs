//! Findings as a list.
use gouji_edits::Finding;
use gouji_export::{Judged, finding_place, severity_message, summary_message, waiver_message};
use gouji_model::Message;

use crate::Page;
use crate::escape::inline;

impl Page {
    /// A heading, how many there are, then each with its id, cells, basis, place and suggestion.
    pub(crate) fn findings(&mut self, judged: &Judged<'_>) {
        let heading = self.word("export-findings");
        self.heading(1, &heading);
        self.found(judged);
    }

    /// How many findings there are, then each.
    pub(crate) fn found(&mut self, judged: &Judged<'_>) {
        let summary = self.say(&summary_message(judged));
        self.paragraph(&summary);
        for (position, finding) in judged.findings.iter().enumerate() {
            self.finding(position + 1, finding);
        }
        if !judged.findings.is_empty() {
            self.out.push('\n');
        }
    }

    fn finding(&mut self, number: usize, finding: &Finding) {
        let severity = self.say(&severity_message(finding.severity));
        let message = self.say(&finding.message);
        self.put(format_args!("{number}. **{severity}** `{}` {}\n", finding.id, inline(&message)));
        // Items below belong to the one above when they are indented as far as its text.
        let indent = number.to_string().len() + 2;
        for detail in self.details(finding) {
            self.put(format_args!("{:indent$}- {detail}\n", ""));
        }
    }

    fn details(&self, finding: &Finding) -> Vec<String> {
        let own = |key: &'static str, text: String| self.say(&Message::new(key).text("text", text));
        let mut details = Vec::new();
        if let Some(waiver) = &finding.waiver {
            details.push(inline(&self.say(&waiver_message(waiver))).into_owned());
        }
        if !finding.cells.is_empty() {
            let cells: Vec<String> = finding.cells.iter().map(|cell| format!("`{cell}`")).collect();
            details.push(own("export-cells", cells.join(" ")));
        }
        let basis: Vec<&str> = finding.basis.iter().map(|basis| basis.get(self.lang)).collect();
        details.push(own("export-basis", inline(&basis.join(&self.word("word-semicolon"))).into_owned()));
        if let Some(place) = finding_place(finding) {
            details.push(own("export-place", inline(&self.say(&place)).into_owned()));
        }
        if let Some(suggestion) = &finding.suggestion {
            details.push(own("export-suggestion", inline(&self.say(suggestion)).into_owned()));
        }
        details
    }
}
