//! Why edits were not judged, grouped by reason. Not judged is not passed.
use gouji_edits::{Doubt, Judgement, Outcome, RuleBook};
use gouji_model::{Arg, Form, Slot};

/// The edits that one kind of reason kept from being judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Unjudged<'a> {
    /// The first of the reasons.
    pub doubt: &'a Doubt,
    /// What the reasons are about, cells and facts, each once.
    pub about: Vec<Arg>,
    /// Rules and how many of their edits, in the order of the rule book.
    pub rules: Vec<(&'a str, usize)>,
    /// Number of edits.
    pub edits: usize,
}

/// What a reason is, beyond what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoubtKind {
    /// A cell was not found.
    Missing,
    /// A cell holds no number.
    Unreadable,
    /// A total was left blank.
    BlankTotal,
    /// The level of the unit is not known.
    Level,
    /// What kind of unit it is is not known.
    UnitKind,
    /// Another fact that nothing supplied.
    Fact,
    /// Last year's report was not given.
    LastYear,
    /// None of last year's reports given is the unit's.
    NotAmongLastYears,
    /// The reports of member units were not given.
    Members,
    /// The numbers are too large.
    TooLarge,
}

impl DoubtKind {
    /// The kind of a reason.
    pub fn of(doubt: &Doubt) -> Self {
        match doubt {
            Doubt::Missing(_) => Self::Missing,
            Doubt::Unreadable(_) => Self::Unreadable,
            Doubt::BlankTotal(_) => Self::BlankTotal,
            Doubt::UnknownFact(key) if key.starts_with("unit.level.") => Self::Level,
            Doubt::UnknownFact(key) if key.starts_with("unit.kind.") => Self::UnitKind,
            Doubt::UnknownFact(_) => Self::Fact,
            Doubt::NoLastYear => Self::LastYear,
            Doubt::NotAmongLastYears => Self::NotAmongLastYears,
            Doubt::NoMembers => Self::Members,
            Doubt::TooLarge => Self::TooLarge,
        }
    }
}

/// Everything that was not judged, in the order in which the reasons first occur.
pub fn unjudged<'a>(book: &'a RuleBook, judgement: &'a Judgement) -> Vec<Unjudged<'a>> {
    let mut groups: Vec<Unjudged<'a>> = Vec::new();
    for judged in &judgement.judged {
        let Outcome::Unjudged(doubt) = &judged.outcome else { continue };
        let rule = &*book.rule_of(&book.edits[judged.edit]).id;
        let kind = DoubtKind::of(doubt);
        let known = groups.iter().position(|group| DoubtKind::of(group.doubt) == kind);
        let index = known.unwrap_or_else(|| {
            groups.push(Unjudged { doubt, about: Vec::new(), rules: Vec::new(), edits: 0 });
            groups.len() - 1
        });
        groups[index].add(about(doubt, &book.form), rule);
    }
    groups
}

impl<'a> Unjudged<'a> {
    fn add(&mut self, about: Option<Arg>, rule: &'a str) {
        if let Some(about) = about.filter(|about| !self.about.contains(about)) {
            self.about.push(about);
        }
        match self.rules.iter_mut().find(|(own, _)| *own == rule) {
            Some((_, count)) => *count += 1,
            None => self.rules.push((rule, 1)),
        }
        self.edits += 1;
    }
}

fn about(doubt: &Doubt, form: &Form) -> Option<Arg> {
    match doubt {
        Doubt::Missing(slot) | Doubt::Unreadable(slot) | Doubt::BlankTotal(slot) => Some(name(*slot, form)),
        Doubt::UnknownFact(key) => Some(Arg::Text(key.to_string())),
        Doubt::NoLastYear | Doubt::NotAmongLastYears | Doubt::NoMembers | Doubt::TooLarge => None,
    }
}

fn name(slot: Slot, form: &Form) -> Arg {
    Arg::Label(form.slot_name(slot).clone())
}
