//! What a script can name: the ids of a form and the words of a lexicon.
use gouji_edits::Var;
use gouji_model::{Claim, Form, Lexicon, Slot};

/// Names of one edition.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    pub(crate) form: Form,
    pub(crate) lexicon: Lexicon,
    /// Ids of all cells and groups, sorted: the ids under a prefix stand together.
    ids: Vec<Box<str>>,
    /// Ids of what the prose is read for.
    pub(crate) metrics: Vec<Box<str>>,
}

/// Whose cells a path is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// This report's.
    Own,
    /// Last year's report's.
    LastYear,
    /// The member units' reports' sums.
    Members,
}

impl Whose {
    /// Globals that stand before a table's name.
    pub(crate) const PREFIXES: [(&'static str, Self); 2] = [("last_year", Self::LastYear), ("members", Self::Members)];

    /// The variable for a slot.
    pub(crate) fn var(self, slot: Slot) -> Var {
        match self {
            Self::Own => Var::Own(slot),
            Self::LastYear => Var::LastYear(slot),
            Self::Members => Var::Members(slot),
        }
    }
}

impl Names {
    pub(crate) fn new(form: Form, lexicon: Lexicon) -> Self {
        let cells = form.cells.iter().map(|cell| cell.id.clone());
        let mut ids: Vec<Box<str>> = cells.chain(form.groups.iter().map(|group| group.id.clone())).collect();
        ids.sort_unstable();
        let metrics = lexicon.prose.metric_ids();
        Self { form, lexicon, ids, metrics }
    }

    /// The ids below a path, without the path and its dot.
    pub(crate) fn below<'a>(&'a self, path: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let dot = if path.is_empty() { "" } else { "." };
        let length = path.len() + dot.len();
        let start = self.ids.partition_point(|id| id.bytes().lt(path.bytes().chain(dot.bytes())));
        let below =
            self.ids[start..].iter().take_while(|id| id.strip_prefix(path).is_some_and(|rest| rest.starts_with(dot)));
        self.ids[start..start + below.count()].iter().map(move |id| &id[length..])
    }

    /// Whether a path is a cell, a group, or the leading part of some.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.form.slot(path).is_some() || self.leads_to_some(path)
    }

    fn leads_to_some(&self, path: &str) -> bool {
        let start = self.ids.partition_point(|id| id.bytes().lt(path.bytes().chain(*b".")));
        self.ids.get(start).and_then(|id| id.strip_prefix(path)).is_some_and(|rest| rest.starts_with('.'))
    }

    /// What may follow a path: the next parts of the ids below it, each once.
    pub(crate) fn next_parts(&self, path: &str) -> Vec<&str> {
        let mut parts: Vec<&str> = self.below(path).filter_map(|rest| rest.split('.').next()).collect();
        parts.dedup();
        parts
    }
}

/// What the prose is read for, where a name asks for something else.
pub(crate) fn other_metrics<'a>(metrics: &'a [Box<str>], name: &str) -> Option<&'a [Box<str>]> {
    let (metric, _) = Claim::parse_name(name);
    if metrics.iter().any(|own| **own == *metric) { None } else { Some(metrics) }
}
