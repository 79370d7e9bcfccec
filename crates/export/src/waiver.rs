//! Waivers (豁免) as people write them down, bound to the values that a finding stands on, and what becomes of them.
use gouji_edits::{Finding, Waiver, WaiverStanding};
use gouji_model::{Arg, Form, Message, Report};

use crate::{Date, finding_values};

/// A waiver as it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaiverEntry {
    /// Id of the finding, `rule@subject`.
    pub finding: String,
    /// The unit, or the file where the unit is not known.
    pub unit: String,
    /// Report year.
    pub year: Option<i32>,
    /// What the finding stood on, as [`finding_values`] gives it.
    pub values: String,
    /// Why the finding may stand.
    pub reason: String,
    /// Who says so.
    pub author: String,
    /// The last day on which it holds.
    pub expires: Option<Date>,
    /// The article or document that it relies on.
    pub article: Option<String>,
}

/// What became of a waiver in a run; of several reports the last in this order counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaiverUse {
    /// No report of its unit and year was judged.
    NotMet,
    /// The report no longer has such a finding.
    Unused,
    /// The finding is there and stands on other values.
    Reopened,
    /// The finding is there and the last day has passed.
    Expired,
    /// It holds for a finding.
    Used,
}

impl WaiverUse {
    /// Its id in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::NotMet => "not_met",
            Self::Unused => "unused",
            Self::Reopened => "reopened",
            Self::Expired => "expired",
            Self::Used => "used",
        }
    }
}

impl WaiverEntry {
    /// Whether its last day has passed; without a date nothing has.
    pub fn is_expired(&self, today: Option<Date>) -> bool {
        self.expires.zip(today).is_some_and(|(expires, today)| expires < today)
    }

    fn waiver(&self, standing: WaiverStanding) -> Waiver {
        Waiver {
            standing,
            reason: self.reason.clone(),
            author: self.author.clone(),
            expires: self.expires.map(|date| date.to_string()),
            article: self.article.clone(),
        }
    }
}

/// Waivers with what became of each.
#[derive(Clone, Debug, Default)]
pub struct Waivers {
    entries: Vec<(WaiverEntry, WaiverUse)>,
    today: Option<Date>,
}

impl Waivers {
    /// Waivers on a day.
    pub fn new(entries: Vec<WaiverEntry>, today: Option<Date>) -> Self {
        let entries = entries.into_iter().map(|entry| (entry, WaiverUse::NotMet)).collect();
        Self { entries, today }
    }

    /// Puts waivers on the findings of a report of a unit; `is_unit` says whether a waiver's unit is meant. One waiver
    /// serves one finding, and one that stands on its values goes first.
    pub fn put_on(&mut self, findings: &mut [Finding], form: &Form, report: &Report, is_unit: impl Fn(&str) -> bool) {
        let own = |(_, (entry, _)): &(usize, &(WaiverEntry, WaiverUse))| {
            is_unit(&entry.unit) && entry.year.zip(report.year).is_none_or(|(own, year)| own == year)
        };
        let own: Vec<usize> = self.entries.iter().enumerate().filter(own).map(|(index, _)| index).collect();
        for index in &own {
            self.used(*index, WaiverUse::Unused);
        }
        let mut taken = Vec::new();
        for only_current in [true, false] {
            for finding in findings.iter_mut().filter(|finding| finding.waiver.is_none()) {
                let values = finding_values(form, report, finding);
                let fits = |index: &&usize| {
                    let entry = &self.entries[**index].0;
                    let is_free = !taken.contains(*index) && entry.finding == finding.id;
                    is_free && (entry.values == values || !only_current)
                };
                let Some(index) = own.iter().find(fits).copied() else { continue };
                taken.push(index);
                let entry = &self.entries[index].0;
                let (standing, became) = match (entry.values == values, entry.is_expired(self.today)) {
                    (false, _) => (WaiverStanding::Reopened, WaiverUse::Reopened),
                    (true, true) => (WaiverStanding::Expired, WaiverUse::Expired),
                    (true, false) => (WaiverStanding::Valid, WaiverUse::Used),
                };
                finding.waiver = Some(entry.waiver(standing));
                self.used(index, became);
            }
        }
    }

    fn used(&mut self, index: usize, became: WaiverUse) {
        let use_so_far = &mut self.entries[index].1;
        *use_so_far = became.max(*use_so_far);
    }

    /// Each waiver with what became of it, in the order in which they are written.
    pub fn uses(&self) -> impl Iterator<Item = (&WaiverEntry, WaiverUse)> {
        self.entries.iter().map(|(entry, became)| (entry, *became))
    }

    /// How many became what.
    pub fn count(&self, became: WaiverUse) -> usize {
        self.entries.iter().filter(|(_, own)| *own == became).count()
    }

    /// Those of which the last day has passed, whether their finding is still there or not.
    pub fn expired(&self) -> impl Iterator<Item = &WaiverEntry> {
        self.entries.iter().map(|(entry, _)| entry).filter(|entry| entry.is_expired(self.today))
    }
}

/// What a waiver says, in one sentence, beginning with whether it holds.
pub fn waiver_message(waiver: &Waiver) -> Message {
    let optional = |key: &'static str, text: &Option<String>| match text {
        Some(text) => Arg::Message(Box::new(Message::new(key).text("text", text))),
        None => Arg::Text(String::new()),
    };
    Message::new(match waiver.standing {
        WaiverStanding::Valid => "waiver-valid",
        WaiverStanding::Reopened => "waiver-reopened",
        WaiverStanding::Expired => "waiver-expired",
    })
    .text("reason", &waiver.reason)
    .text("author", &waiver.author)
    .with("article", optional("waiver-article", &waiver.article))
    .with("expires", optional("waiver-until", &waiver.expires))
}

/// How many findings are waived, and how many of each severity are not.
pub fn open_findings(findings: &[Finding]) -> impl Iterator<Item = &Finding> + Clone {
    findings.iter().filter(|finding| !finding.is_waived())
}
