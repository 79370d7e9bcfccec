//! One row a finding.
use gouji_edits::Finding;
use gouji_export::place_message;
use gouji_model::{Lang, render};

use super::{Column, Field, Kind};
use crate::examine::Examined;

const COLUMNS: [(&str, Kind); 12] = [
    ("unit", Kind::Text),
    ("year", Kind::Count),
    ("edition", Kind::Text),
    ("file", Kind::Text),
    ("id", Kind::Text),
    ("rule", Kind::Text),
    ("severity", Kind::Text),
    ("message", Kind::Text),
    ("cells", Kind::Text),
    ("corrected", Kind::Number),
    ("place", Kind::Text),
    ("edits", Kind::Count),
];

/// The columns of findings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Findings {
    /// Language of messages and places.
    pub(crate) lang: Lang,
}

impl Findings {
    /// The columns.
    pub(crate) fn columns() -> Vec<Column> {
        COLUMNS.iter().map(|(name, kind)| Column::new(*name, *kind)).collect()
    }

    /// The rows of a report.
    pub(crate) fn rows(self, examined: &Examined<'_>) -> impl Iterator<Item = Vec<Field>> {
        examined.findings.iter().map(move |finding| self.row(finding, examined))
    }

    fn row(self, finding: &Finding, examined: &Examined<'_>) -> Vec<Field> {
        let report = examined.report;
        let place = finding.origin.as_ref().map(|origin| render(&place_message(origin), self.lang));
        vec![
            Field::text(report.unit.name.as_deref()),
            report.year.map_or(Field::Null, |year| Field::Count(year.into())),
            Field::Text(report.edition.to_string()),
            Field::Text(examined.file.to_string()),
            Field::Text(finding.id.clone()),
            Field::Text(finding.rule.to_string()),
            Field::Text(finding.severity.id().to_owned()),
            Field::Text(render(&finding.message, self.lang)),
            Field::Text(finding.cells.join(" ")),
            finding.correction.as_ref().map_or(Field::Null, |correction| Field::Number(correction.value)),
            Field::text(place),
            Field::count(finding.edits),
        ]
    }
}
