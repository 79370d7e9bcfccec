//! The words of an edition with which prose states numbers (`[prose]` of `lexicon.toml`).
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Text;

/// A list of words.
pub type Words = Vec<Box<str>>;

/// What prose is made of, as far as it states numbers; every list is words as printed, simplified and narrow.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProseWords {
    /// What a sentence may be about, by id (主题).
    pub topics: BTreeMap<Box<str>, Topic>,
    /// Things near by that are never counted as a topic: 复议申请, 政策性文件.
    pub neighbours: Words,
    /// What is done or how it ends, by id (动作、结果).
    pub actions: BTreeMap<Box<str>, Words>,
    /// Actions that are others beside a year: 结转 with last year is what came from it.
    pub turns: BTreeMap<Box<str>, Turn>,
    /// What can be claimed, by id (数据项).
    pub metrics: BTreeMap<Box<str>, Metric>,
    /// Phrases that say that a metric is 0: topic, then metric, then the phrases (均获维持).
    pub implied: BTreeMap<Box<str>, BTreeMap<Box<str>, Words>>,
    /// Units by class, each with what one of it is worth (万元 is 10,000 元).
    pub units: BTreeMap<Box<str>, BTreeMap<Box<str>, i64>>,
    /// Actions that come first: where another one follows, the number counts that.
    pub steps: Words,
    /// Words that deny (未, 没有).
    pub negations: Words,
    /// Words that deny what follows at once, at the beginning of a clause only (无).
    pub leading_negations: Words,
    /// Between a denial and a topic: only new ones are denied (新的).
    pub fresh: Words,
    /// Time.
    pub periods: Periods,
    /// Coverage.
    pub scopes: Scopes,
    /// Last characters of names of bodies (局, 镇).
    pub bodies: Words,
    /// What follows is a change, not a count (同比).
    pub changes: Words,
    /// What follows is a share (占).
    pub shares: Words,
    /// What a share may be of (申请总数).
    pub wholes: Words,
    /// Before a number: it is not exact (约).
    pub about: Words,
    /// Behind a number: it is not exact (余).
    pub odd: Words,
    /// What follows are parts of what stands before (其中).
    pub parts: Words,
    /// What follows also counts for several at once (分别).
    pub respectively: Words,
    /// Ends a list that is not complete (等).
    pub open_ends: Words,
    /// Ways by which requests come in (网络).
    pub channels: Words,
    /// Kinds of applicants (自然人).
    pub parties: Words,
    /// Words without meaning here, which may stand between the others.
    pub fillers: Words,
    /// Words and signs between the members of a list (、和).
    pub joiners: Words,
    /// Words that begin like a number and are none (一次性).
    pub not_numbers: Words,
}

/// What an action is beside a year.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// Beside the year before.
    pub last_year: Box<str>,
    /// Beside the year after.
    pub next_year: Box<str>,
}

/// What a sentence may be about.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Topic {
    /// Its names.
    pub words: Words,
    /// Short names that mean it only where it was named before (申请).
    pub short: Words,
}

/// What can be claimed.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// Its name for people.
    pub name: Text,
    /// The topic that it counts.
    #[serde(default)]
    pub topic: Box<str>,
    /// Actions that lead to it; an empty one where the topic's name and a number are enough.
    #[serde(default)]
    pub actions: Words,
    /// Class of its unit.
    #[serde(default)]
    pub unit: Box<str>,
    /// Whether "there was none" says that it is 0.
    #[serde(default)]
    pub absent: bool,
    /// Whether "there were no new ones" says that it is 0.
    #[serde(default)]
    pub fresh: bool,
    /// Whether it is counted at a day (截至) and not over a year.
    #[serde(default)]
    pub stock: bool,
    /// Further claims: the rest of the number when divided, by metric; rules cannot divide.
    #[serde(default)]
    pub remainders: BTreeMap<Box<str>, i64>,
    /// Metric of the share (占…%) that stands behind its number.
    #[serde(default)]
    pub share: Option<Box<str>>,
    /// Metric of the sum of its parts, where a list of them follows (其中).
    #[serde(default)]
    pub parts: Option<Box<str>>,
    /// Metric of the sum of its channels, where a list of them follows.
    #[serde(default)]
    pub channels: Option<Box<str>>,
}

/// Words of time.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Periods {
    /// The report year.
    pub this_year: Words,
    /// The year before.
    pub last_year: Words,
    /// The year after.
    pub next_year: Words,
    /// Other times.
    pub other: Words,
    /// All time, unless the sentence names the report year (累计).
    pub all_time: Words,
    /// Up to a day (截至).
    pub until: Words,
}

/// Words of coverage.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Scopes {
    /// The office itself (本级).
    pub agency: Words,
    /// The whole region (全区).
    pub region: Words,
    /// Others than the unit that reports (各乡镇): what is told of them is no claim.
    pub others: Words,
}

impl ProseWords {
    /// Ending of a share's metric where the share is told in whole percents.
    pub const WHOLE: &'static str = ".whole";

    /// The name of a metric for people; of what follows from a metric, that metric's name.
    pub fn metric_name(&self, id: &str) -> Text {
        let of = |metric: &&Metric| {
            let follows = [&metric.share, &metric.parts, &metric.channels];
            metric.remainders.contains_key(id) || follows.into_iter().flatten().any(|own| id.starts_with(&**own))
        };
        let own = self.metrics.get(id).or_else(|| self.metrics.values().find(of));
        own.map_or_else(|| Text { zh: id.into(), en: id.into() }, |metric| metric.name.clone())
    }

    /// Every metric that a claim may have: those of the lexicon, and what follows from them.
    pub fn metric_ids(&self) -> Vec<Box<str>> {
        let mut ids: Vec<Box<str>> = Vec::new();
        for (id, metric) in &self.metrics {
            ids.push(id.clone());
            ids.extend(metric.remainders.keys().cloned());
            ids.extend([&metric.parts, &metric.channels].into_iter().flatten().cloned());
            if let Some(share) = &metric.share {
                ids.extend([share.clone(), format!("{share}{}", Self::WHOLE).into()]);
            }
        }
        ids.extend(self.implied.values().flat_map(BTreeMap::keys).cloned());
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}
