//! Waivers (豁免): why a finding may stand. Judging never looks at them; they are put on findings afterwards.

/// A waiver that somebody gave for a finding, and whether it still holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Whether it holds.
    pub standing: WaiverStanding,
    /// Why the finding may stand.
    pub reason: String,
    /// Who says so.
    pub author: String,
    /// The last day on which it holds, as `YYYY-MM-DD`.
    pub expires: Option<String>,
    /// The article or document that it relies on.
    pub article: Option<String>,
}

/// Whether a waiver holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaiverStanding {
    /// It holds: the finding does not count.
    Valid,
    /// The finding stands on other values than it was given for.
    Reopened,
    /// Its last day has passed.
    Expired,
}

impl WaiverStanding {
    /// Its id in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Reopened => "reopened",
            Self::Expired => "expired",
        }
    }
}
