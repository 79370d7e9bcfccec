//! `gouji/repair/1`: repairs as JSON.
use gouji_export::MessageWire;
use gouji_model::{CellWire, Lang, Number, Origin, Slot, Unit};
use gouji_repair::{Change, Choice, Part};
use schemars::JsonSchema;
use serde::Serialize;

use super::view::certainty_text;
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
    /// Parts whose edits have no cell in common.
    parts: Vec<PartWire>,
    /// Numbers are too large for exact arithmetic, and nothing was looked for.
    too_large: bool,
    /// What was written, with `--apply`.
    #[serde(skip_serializing_if = "Option::is_none")]
    applied: Option<AppliedWire>,
}

#[derive(JsonSchema, Serialize)]
struct PartWire {
    /// Ids of the findings of edits that do not hold.
    broken: Vec<String>,
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
        let part = |part: &Part| PartWire {
            broken: part.broken.iter().map(|edit| mending.book.finding_id(&mending.book.edits[*edit])).collect(),
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
        self.reports.push(MendedWire {
            file: mending.file.to_string(),
            edition: mending.report.edition.to_string(),
            year: mending.report.year,
            unit: mending.report.unit.clone(),
            parts: mending.repair.parts.iter().map(part).collect(),
            too_large: mending.repair.too_large,
            applied: applied.map(|applied| AppliedWire {
                file: applied.file.as_ref().map(ToString::to_string),
                log: applied.log.as_ref().map(ToString::to_string),
                cells: applied.cells.clone(),
                left: applied.left,
            }),
        });
    }

    /// Adds a file that failed.
    pub(crate) fn fail(&mut self, failure: &Failure, lang: Lang) {
        let message = MessageWire::of(&failure.message, lang);
        self.failures.push(FailedWire { file: failure.file.to_string(), message });
    }
}

fn choice_wire(mending: &Mending<'_>, number: usize, choice: &Choice, lang: Lang) -> ChoiceWire {
    let change = |change: &Change| {
        let cell = mending.cell(change.slot);
        ChangeWire {
            cell: slot_id(mending, change.slot),
            found: CellWire::of(&cell),
            low: change.value.low,
            high: change.value.high,
            slip: change.slip.map(|slip| MessageWire::of(&slip.message(&mending.book.form), lang)),
            origin: cell.origin,
        }
    };
    ChoiceWire {
        number,
        changes: choice.changes.iter().map(change).collect(),
        fills: choice.fills.iter().map(change).collect(),
    }
}

fn slot_id(mending: &Mending<'_>, slot: Slot) -> String {
    mending.book.form.slot_id(slot).to_owned()
}
