//! The reports that take part in a repair: the one that is repaired, those of its unit for other years, its members'.
use std::borrow::Cow;
use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::{Context, Filed, Finding, Judgement, RuleBook, explained, findings, judge, witnesses};
use gouji_model::{Cell, CellIndex, Message, Number, Report, Slot};
use gouji_repair::{Limits, Localiser, Repair, Tied, explain, repair_tied};

use crate::checked::Beside;
use crate::intake::{Received, book_of};
use crate::last_year::Before;
use crate::members::Roster;
use crate::session::Session;

/// A report that takes part in a repair.
#[derive(Debug)]
pub(crate) struct Party<'a> {
    /// Its file, as it was named.
    pub(crate) file: Utf8PathBuf,
    /// The rule book of its edition.
    pub(crate) book: &'a RuleBook,
    /// The report.
    pub(crate) report: Cow<'a, Report>,
    /// The findings of the edits that the repair is about.
    pub(crate) findings: Vec<Finding>,
    /// Last year's report of its unit, by its place among the parties.
    last_year: Option<usize>,
    /// The members' reports, by their places.
    members: Vec<usize>,
}

/// A party as it was judged.
struct Judged {
    judgement: Judgement,
    witnesses: BTreeSet<(CellIndex, Number)>,
}

impl<'a> Party<'a> {
    fn new<'b: 'a>(session: &Session<'b>, file: &Utf8Path, report: Cow<'a, Report>) -> anyhow::Result<Self> {
        let book = book_of(session, &report)?;
        Ok(Self { file: file.to_owned(), book, report, findings: Vec::new(), last_year: None, members: Vec::new() })
    }

    /// The cell of a slot as it was read.
    pub(crate) fn cell(&self, slot: Slot) -> Cell {
        match slot {
            Slot::Cell(index) => self.report.cell(index).clone(),
            Slot::Group(group) => self.report.extra.get(&self.book.form.group(group).id).cloned().unwrap_or_default(),
        }
    }

    fn filed(&self) -> Filed<'_> {
        Filed { form: &self.book.form, report: &self.report }
    }
}

/// The report that is repaired, first, and those that it must agree with; and what is to be told of the member units.
pub(super) fn gather<'a, 'b: 'a>(
    session: &'a Session<'b>,
    file: &Utf8Path,
    mut received: Received,
    (beside, before): (Beside<'a>, Before<'a>),
) -> anyhow::Result<(Vec<Party<'a>>, Vec<Message>)> {
    let [earlier, later] = beside.last_year.around(session, &received, before);
    let book = book_of(session, &received.report)?;
    let roster = beside.members.and_then(|members| members.roster_of(session, book, &mut received));
    let name = received.report.unit.name.as_deref().unwrap_or_default();
    let remarks = roster.iter().flat_map(|roster| roster.remarks(name)).collect();
    let mut parties = vec![Party::new(session, file, Cow::Owned(received.report))?];
    for (file, filed) in earlier {
        let own = parties.len();
        parties[own - 1].last_year = Some(own);
        parties.push(Party::new(session, file, Cow::Borrowed(filed.report))?);
    }
    let mut before = 0;
    for (file, filed) in later {
        parties.push(Party { last_year: Some(before), ..Party::new(session, file, Cow::Borrowed(filed.report))? });
        before = parties.len() - 1;
    }
    for (file, report) in roster.iter().flat_map(Roster::reports) {
        let own = parties.len();
        parties[0].members.push(own);
        parties.push(Party::new(session, file, report)?);
    }
    Ok((parties, remarks))
}

/// Repairs the first of some parties together with the others, and tells with which: where they have more wrong cells than a search
/// can go through, it is repaired alone.
pub(super) fn repair(session: &Session<'_>, parties: &mut [Party<'_>]) -> anyhow::Result<(Repair, bool)> {
    let judged: Vec<Judged> = (0..parties.len()).map(|own| judged(parties, own)).collect();
    let localisers = parties.iter().map(|party| session.localiser_of(&party.report.edition));
    let localisers = localisers.collect::<anyhow::Result<Vec<&Localiser<'_>>>>()?;
    let all = parties.iter().zip(&localisers).zip(&judged);
    let tied: Vec<Tied<'_>> = all
        .map(|((party, localiser), judged)| Tied {
            localiser,
            report: &party.report,
            witnesses: &judged.witnesses,
            last_year: party.last_year,
            members: &party.members,
        })
        .collect();
    let mut repair = repair_tied(&tied, Limits::default());
    let together = tied.len() == 1 || repair.is_complete();
    if !together {
        repair = repair_tied(&[Tied { last_year: None, members: &[], ..tied[0] }], Limits::default());
    }
    let broken: BTreeSet<usize> =
        repair.parts.iter().flat_map(|part| &part.broken).map(|breach| breach.report).collect();
    let found: Vec<Vec<Finding>> = (0..parties.len())
        .map(|own| {
            let (party, judgement) = (&parties[own], &judged[own].judgement);
            with_context(parties, own, |context| match own {
                0 => explained(party.book, &party.report, context, judgement, &explain(&repair, &tied)),
                _ if broken.contains(&own) => findings(party.book, &party.report, context, judgement),
                _ => Vec::new(),
            })
        })
        .collect();
    for (party, findings) in parties.iter_mut().zip(found) {
        party.findings = findings;
    }
    Ok((repair, together))
}

fn judged(parties: &[Party<'_>], own: usize) -> Judged {
    let party = &parties[own];
    with_context(parties, own, |context| {
        let judgement = judge(party.book, &party.report, context);
        let witnesses = witnesses(party.book, &party.report, context, &judgement);
        Judged { judgement, witnesses }
    })
}

/// What a party is judged against: last year's report and the members' among the parties.
fn with_context<T>(parties: &[Party<'_>], own: usize, work: impl FnOnce(&Context<'_>) -> T) -> T {
    let party = &parties[own];
    let members: Vec<Filed<'_>> = party.members.iter().map(|member| parties[*member].filed()).collect();
    let last_year = party.last_year.map(|last| &parties[last]);
    work(&Context {
        last_year: last_year.map(Party::filed),
        last_year_file: last_year.map(|last| last.file.as_str()),
        last_year_given: last_year.is_some(),
        members: &members,
    })
}
