//! A report with its repair: what is shown, what is written as JSON, and what is put into files.
mod amended;
mod party;
mod view;
mod wire;

pub(crate) use amended::{Applied, apply};
pub(crate) use view::write;
pub(crate) use wire::RepairWire;

use std::collections::BTreeSet;

use camino::Utf8Path;
use gouji_edits::Finding;
use gouji_model::Message;
use gouji_repair::{Breach, Choice, Part, Repair};

use crate::checked::Beside;
use crate::intake::Received;
use crate::last_year::Before;
use crate::session::Session;
use party::{Party, gather, repair};

/// A report with its repair.
pub(crate) struct Mending<'a> {
    /// The report, then those that it must agree with.
    pub(crate) parties: Vec<Party<'a>>,
    /// What is wrong, in parts.
    pub(crate) repair: Repair,
    /// All parties were repaired together; otherwise the report alone.
    pub(crate) together: bool,
    /// What is to be told of the member units.
    pub(crate) remarks: Vec<Message>,
}

impl<'a> Mending<'a> {
    /// Finds the repair of a report with what it must agree with.
    pub(crate) fn of<'b: 'a>(
        session: &'a Session<'b>,
        file: &Utf8Path,
        received: Received,
        (beside, before): (Beside<'a>, Before<'a>),
    ) -> anyhow::Result<Self> {
        let (mut parties, remarks) = gather(session, file, received, (beside, before))?;
        let (repair, together) = repair(session, &mut parties)?;
        Ok(Self { parties, repair, together, remarks })
    }

    /// The report that is repaired.
    pub(crate) fn own(&self) -> &Party<'a> {
        &self.parties[0]
    }

    /// Whether nothing need be done.
    pub(crate) fn is_clean(&self) -> bool {
        self.repair.parts.iter().all(|part| !is_wrong(part)) && !self.repair.too_large
    }

    /// Choices with their numbers: counted over all parts that leave a choice; 0 where there is none to make.
    pub(crate) fn numbered(&self) -> Vec<(usize, &Part, &Choice)> {
        let mut number = 0;
        let mut all = Vec::new();
        for part in &self.repair.parts {
            for choice in &part.choices {
                let own = if part.unique().is_some() { 0 } else { number + 1 };
                number = number.max(own);
                all.push((own, part, choice));
            }
        }
        all
    }

    /// The findings behind a part, each with the party that it is of.
    fn findings_of<'b>(&'b self, part: &Part) -> Vec<(&'b Party<'a>, &'b Finding)> {
        let ids: BTreeSet<(usize, String)> =
            part.broken.iter().map(|breach| (breach.report, self.finding_id(*breach))).collect();
        let all = self.parties.iter().enumerate();
        let all = all.flat_map(|(place, party)| party.findings.iter().map(move |finding| (place, party, finding)));
        let behind = all.filter(|(place, _, finding)| ids.contains(&(*place, finding.id.clone())));
        behind.map(|(_, party, finding)| (party, finding)).collect()
    }

    /// Id of the finding that an edit of one of the parties gives.
    fn finding_id(&self, breach: Breach) -> String {
        let book = self.parties[breach.report].book;
        book.finding_id(&book.edits[breach.edit])
    }
}

/// Whether a part is more than a value for a cell that was not found.
fn is_wrong(part: &Part) -> bool {
    let to_fill = |choice: &Choice| choice.fills.iter().any(|fill| fill.found != gouji_model::CellState::Missing);
    !part.broken.is_empty() || part.fewest > 0 || part.choices.iter().any(to_fill)
}
