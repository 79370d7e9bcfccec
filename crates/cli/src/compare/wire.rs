//! `gouji/compare/1`: differences as JSON.
use gouji_edits::Finding;
use gouji_export::FindingWire;
use gouji_model::{CellWire, Lang, Message, Text, Unit, render};
use schemars::JsonSchema;
use serde::Serialize;

use super::difference::{Difference, Side};
use crate::examine::Examined;

/// Name and number of the schema.
const COMPARE_SCHEMA: &str = "gouji/compare/1";

/// What `compare --format json` writes.
#[derive(JsonSchema, Serialize)]
pub(crate) struct CompareWire {
    /// Always `gouji/compare/1`.
    #[schemars(extend("const" = COMPARE_SCHEMA))]
    schema: &'static str,
    /// Reports that were compared, in the order of the second side.
    pairs: Vec<DifferenceWire>,
    /// Files of the first side whose reports have no counterpart.
    only_before: Vec<String>,
    /// Files of the second side whose reports have no counterpart.
    only_after: Vec<String>,
}

/// Two reports with what differs.
#[derive(JsonSchema, Serialize)]
pub(crate) struct DifferenceWire {
    /// The first report.
    before: SideWire,
    /// The second.
    after: SideWire,
    /// Number of cells and groups that both forms have.
    compared: usize,
    /// Cells that hold something else.
    cells: Vec<CellChangeWire>,
    /// Sections that differ.
    sections: Vec<SectionChangeWire>,
    /// Reading notes that only the first has.
    notes_before: Vec<String>,
    /// Reading notes that only the second has.
    notes_after: Vec<String>,
    /// Findings that only the second has.
    appeared: Vec<FindingWire>,
    /// Findings of both that stand on other values.
    changed: Vec<FindingWire>,
    /// Findings of both.
    stayed: Vec<FindingWire>,
    /// Findings that only the first has.
    settled: Vec<FindingWire>,
}

#[derive(JsonSchema, Serialize)]
struct SideWire {
    /// Its file, as it was named.
    file: String,
    /// Id of the edition.
    edition: String,
    /// Report year.
    year: Option<i32>,
    /// Who reports.
    unit: Unit,
}

#[derive(JsonSchema, Serialize)]
struct CellChangeWire {
    /// Id of the cell or group.
    id: String,
    /// Its name, where the form has it.
    name: Option<Text>,
    /// What stood there.
    before: CellWire,
    /// What stands there.
    after: CellWire,
}

#[derive(JsonSchema, Serialize)]
struct SectionChangeWire {
    /// Id of the section.
    id: String,
    /// Its heading in the first report.
    heading_before: Option<String>,
    /// Its heading in the second.
    heading_after: Option<String>,
    /// Sentences that only one has, in the order in which they are read.
    sentences: Vec<SentenceWire>,
}

#[derive(JsonSchema, Serialize)]
struct SentenceWire {
    /// `before` or `after`: which report has it.
    #[schemars(extend("enum" = ["before", "after"]))]
    side: &'static str,
    /// The sentence.
    text: String,
}

impl CompareWire {
    /// All differences; texts in one language.
    pub(crate) fn of(differences: &[Difference<'_>], lone: &[(Side, String)], lang: Lang) -> Self {
        let files = |side| lone.iter().filter(|(own, _)| *own == side).map(|(_, file)| file.clone()).collect();
        Self {
            schema: COMPARE_SCHEMA,
            pairs: differences.iter().map(|difference| DifferenceWire::of(difference, lang)).collect(),
            only_before: files(Side::Before),
            only_after: files(Side::After),
        }
    }
}

impl DifferenceWire {
    fn of(difference: &Difference<'_>, lang: Lang) -> Self {
        let findings = |list: &[&Finding]| list.iter().map(|finding| FindingWire::of(finding, lang)).collect();
        let notes = |list: &[&Message]| list.iter().map(|note| render(note, lang)).collect();
        let cells = difference.cells.iter().map(|change| CellChangeWire {
            id: change.id.to_owned(),
            name: change.name.cloned(),
            before: CellWire::of(&change.before),
            after: CellWire::of(&change.after),
        });
        let sections = difference.sections.iter().map(|change| SectionChangeWire {
            id: change.id.to_owned(),
            heading_before: change.heading_before.map(ToOwned::to_owned),
            heading_after: change.heading_after.map(ToOwned::to_owned),
            sentences: change.sentences.iter().map(SentenceWire::of).collect(),
        });
        Self {
            before: SideWire::of(difference.before),
            after: SideWire::of(difference.after),
            compared: difference.compared,
            cells: cells.collect(),
            sections: sections.collect(),
            notes_before: notes(&difference.notes.0),
            notes_after: notes(&difference.notes.1),
            appeared: findings(&difference.findings.appeared),
            changed: findings(&difference.findings.changed),
            stayed: findings(&difference.findings.stayed),
            settled: findings(&difference.findings.settled),
        }
    }
}

impl SideWire {
    fn of(examined: &Examined<'_>) -> Self {
        let report = examined.report;
        let (edition, unit) = (report.edition.to_string(), report.unit.clone());
        Self { file: examined.file.to_string(), edition, year: report.year, unit }
    }
}

impl SentenceWire {
    fn of((side, text): &(Side, &str)) -> Self {
        let side = match side {
            Side::Before => "before",
            Side::After => "after",
        };
        Self { side, text: (*text).to_owned() }
    }
}
