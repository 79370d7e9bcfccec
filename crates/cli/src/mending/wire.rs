//! `gouji/repair/1`: repairs as JSON.
use gouji_export::MessageWire;
use gouji_model::{CellWire, Lang, Number, Origin, Unit};
use gouji_repair::{Breach, Change, Choice, Part};
use schemars::JsonSchema;
use serde::Serialize;

use super::party::Party;
use super::view::{certainty_text, which_report};
use super::{Applied, Mending};
use crate::files::Failure;

/// Name and number of the schema.
const REPAIR_SCHEMA: &str = "gouji/repair/1";

/// What `repair --format json` writes.
#[derive(JsonSchema, Serialize)]
pub(crate) struct RepairWire {
    /// Always `gouji/repair/1`.
    #[schemars(extend("const" = REPAIR_SCHEMA))]
    schema: &'static str,
    /// The reports, in the order of their files.
    reports: Vec<MendedWire>,
    /// The files that could not be read or corrected.
    failures: Vec<FailedWire>,
}

#[derive(JsonSchema, Serialize)]
struct MendedWire {
    /// Its file, as it was named.
    file: String,
    /// Id of the edition.
    edition: String,
    /// Report year.
    year: Option<i32>,
    /// Who reports.
    unit: Unit,
    /// The other reports that it was repaired with: those of its unit for other years, then its members'.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    beside: Vec<ReportWire>,
    /// Whether they were: not where more is wrong in them than can be gone through; it was repaired alone then.
    #[serde(skip_serializing_if = "Option::is_none")]
    together: Option<bool>,
    /// Files of those that have faults of their own, which this report has no part in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    faulty_beside: Vec<String>,
    /// Parts whose edits have no cell in common.
    parts: Vec<PartWire>,
    /// Numbers are too large for exact arithmetic, and nothing was looked for.
    too_large: bool,
    /// What was written, with `--apply`.
    #[serde(skip_serializing_if = "Option::is_none")]
    applied: Option<AppliedWire>,
}

#[derive(JsonSchema, Serialize)]
struct ReportWire {
    /// Its file, as it was named.
    file: String,
    /// Report year.
    year: Option<i32>,
    /// Name of the unit.
    unit: Option<Box<str>>,
}

#[derive(JsonSchema, Serialize)]
struct PartWire {
    /// Ids of the findings of edits that do not hold.
    broken: Vec<String>,
    /// Those of the other reports, each with its file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    broken_beside: Vec<BesideWire>,
    /// Which report is wrong, in words, where several have cells in this part.
    #[serde(skip_serializing_if = "Option::is_none")]
    which: Option<MessageWire>,
    /// It is proved that fewer cells are not enough.
    fewest: usize,
    /// There is one choice, and it fixes every value.
    unique: bool,
    /// Every choice was found; otherwise a bound on the work was met.
    complete: bool,
    /// How sure it is, in words.
    message: String,
    /// Every set of that many cells that is enough, the likeliest first.
    choices: Vec<ChoiceWire>,
}

#[derive(JsonSchema, Serialize)]
struct BesideWire {
    /// The file of the report, as it was named.
    file: String,
    /// Id of the finding.
    finding: String,
}

#[derive(JsonSchema, Serialize)]
struct ChoiceWire {
    /// Its number for `--choose`; 0 where there is no choice.
    number: usize,
    /// Cells with a number that is wrong.
    changes: Vec<ChangeWire>,
    /// Cells without a number, and what must stand there.
    fills: Vec<ChangeWire>,
}

#[derive(JsonSchema, Serialize)]
struct ChangeWire {
    /// The report, where it is not the one that is repaired.
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<ReportWire>,
    /// Id of the cell, or of the group whose number is printed on its own row.
    cell: String,
    /// What stands there.
    found: CellWire,
    /// The least value that satisfies the edits.
    low: Number,
    /// The greatest value that satisfies the edits.
    high: Number,
    /// What probably happened.
    slip: Option<MessageWire>,
    /// Where it stands.
    origin: Option<Origin>,
}

#[derive(JsonSchema, Serialize)]
struct AppliedWire {
    /// The corrected file; none where nothing could be corrected.
    file: Option<String>,
    /// The list of changes.
    log: Option<String>,
    /// Cells that were corrected.
    cells: Vec<String>,
    /// Parts that were left as they are.
    left: usize,
    /// Cells of other reports that must change, too; their files are left as they are.
    elsewhere: usize,
}

#[derive(JsonSchema, Serialize)]
struct FailedWire {
    /// The file, as it was named.
    file: String,
    #[serde(flatten)]
    message: MessageWire,
}

impl RepairWire {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self { schema: REPAIR_SCHEMA, reports: Vec::new(), failures: Vec::new() }
    }

    /// Adds a report.
    pub(crate) fn push(&mut self, mending: &Mending<'_>, applied: Option<&Applied>, lang: Lang) {
        let numbered = mending.numbered();
        let beside = |breach: &Breach| BesideWire {
            file: mending.parties[breach.report].file.to_string(),
            finding: mending.finding_id(*breach),
        };
        let part = |part: &Part| PartWire {
            broken: broken(part, true).map(|breach| mending.finding_id(*breach)).collect(),
            broken_beside: broken(part, false).map(beside).collect(),
            which: which_report(mending, part).map(|message| MessageWire::of(&message, lang)),
            fewest: part.fewest,
            unique: part.unique().is_some(),
            complete: !part.incomplete,
            message: certainty_text(part, lang),
            choices: numbered
                .iter()
                .filter(|(_, own, _)| std::ptr::eq(*own, part))
                .map(|(number, _, choice)| choice_wire(mending, *number, choice, lang))
                .collect(),
        };
        let repaired = mending.own();
        self.reports.push(MendedWire {
            file: repaired.file.to_string(),
            edition: repaired.report.edition.to_string(),
            year: repaired.report.year,
            unit: repaired.report.unit.clone(),
            beside: mending.parties[1..].iter().map(ReportWire::of).collect(),
            faulty_beside: mending.repair.beside.iter().map(|own| mending.parties[*own].file.to_string()).collect(),
            together: (mending.parties.len() > 1).then_some(mending.together),
            parts: mending.repair.parts.iter().map(part).collect(),
            too_large: mending.repair.too_large,
            applied: applied.map(|applied| AppliedWire {
                file: applied.file.as_ref().map(ToString::to_string),
                log: applied.log.as_ref().map(ToString::to_string),
                cells: applied.cells.clone(),
                left: applied.left,
                elsewhere: applied.elsewhere,
            }),
        });
    }

    /// Adds a file that failed.
    pub(crate) fn fail(&mut self, failure: &Failure, lang: Lang) {
        let message = MessageWire::of(&failure.message, lang);
        self.failures.push(FailedWire { file: failure.file.to_string(), message });
    }
}

impl ReportWire {
    fn of(party: &Party<'_>) -> Self {
        Self { file: party.file.to_string(), year: party.report.year, unit: party.report.unit.name.clone() }
    }
}

/// The broken edits of the report that is repaired, or those of the others.
fn broken(part: &Part, own: bool) -> impl Iterator<Item = &Breach> {
    part.broken.iter().filter(move |breach| (breach.report == 0) == own)
}

fn choice_wire(mending: &Mending<'_>, number: usize, choice: &Choice, lang: Lang) -> ChoiceWire {
    let change = |change: &Change| {
        let party = &mending.parties[change.report];
        let cell = party.cell(change.slot);
        ChangeWire {
            report: (change.report > 0).then(|| ReportWire::of(party)),
            cell: party.book.form.slot_id(change.slot).to_owned(),
            found: CellWire::of(&cell),
            low: change.value.low,
            high: change.value.high,
            slip: change.slip.map(|slip| MessageWire::of(&slip.message(&party.book.form), lang)),
            origin: cell.origin,
        }
    };
    ChoiceWire {
        number,
        changes: choice.changes.iter().map(change).collect(),
        fills: choice.fills.iter().map(change).collect(),
    }
}
