//! Why edits were not judged, grouped by reason.
use gouji_edits::{Doubt, Outcome};
use gouji_model::{Arg, Form, Message, Slot};

use crate::examine::Examined;

/// The edits that one kind of reason kept from being judged.
#[derive(Debug)]
pub(crate) struct Unjudged<'a> {
    /// The reason; with cells, it lists each cell once.
    pub(crate) reason: Message,
    /// Rules and how many of their edits, in the order of the rule book.
    pub(crate) rules: Vec<(&'a str, usize)>,
    /// Number of edits.
    pub(crate) edits: usize,
}

/// Everything that was not judged, in the order in which the reasons first occur.
pub(crate) fn unjudged<'a>(examined: &Examined<'a>) -> Vec<Unjudged<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for judged in &examined.judgement.judged {
        let Outcome::Unjudged(doubt) = &judged.outcome else { continue };
        let rule = &*examined.book.rule_of(&examined.book.edits[judged.edit]).id;
        let key = key(doubt);
        let index = groups.iter().position(|group| group.key == key).unwrap_or_else(|| {
            groups.push(Group { key, about: Vec::new(), rules: Vec::new() });
            groups.len() - 1
        });
        groups[index].add(about(doubt, &examined.book.form), rule);
    }
    groups.into_iter().map(Group::finish).collect()
}

struct Group<'a> {
    key: &'static str,
    about: Vec<Arg>,
    rules: Vec<(&'a str, usize)>,
}

impl<'a> Group<'a> {
    fn add(&mut self, about: Option<Arg>, rule: &'a str) {
        if let Some(about) = about.filter(|about| !self.about.contains(about)) {
            self.about.push(about);
        }
        match self.rules.iter_mut().find(|(own, _)| *own == rule) {
            Some((_, count)) => *count += 1,
            None => self.rules.push((rule, 1)),
        }
    }

    fn finish(self) -> Unjudged<'a> {
        let edits = self.rules.iter().map(|(_, count)| count).sum();
        let reason = Message::new(self.key).with("about", Arg::List(self.about));
        Unjudged { reason, rules: self.rules, edits }
    }
}

fn key(doubt: &Doubt) -> &'static str {
    match doubt {
        Doubt::Missing(_) => "driver-doubt-missing",
        Doubt::Unreadable(_) => "driver-doubt-unreadable",
        Doubt::BlankTotal(_) => "driver-doubt-blank-total",
        Doubt::UnknownFact(key) if key.starts_with("unit.level.") => "driver-doubt-level",
        Doubt::UnknownFact(key) if key.starts_with("unit.kind.") => "driver-doubt-kind",
        Doubt::UnknownFact(_) => "driver-doubt-fact",
        Doubt::NoLastYear => "driver-doubt-last-year",
        Doubt::NoMembers => "driver-doubt-members",
        Doubt::TooLarge => "driver-doubt-too-large",
    }
}

fn about(doubt: &Doubt, form: &Form) -> Option<Arg> {
    match doubt {
        Doubt::Missing(slot) | Doubt::Unreadable(slot) | Doubt::BlankTotal(slot) => Some(name(*slot, form)),
        Doubt::UnknownFact(key) => Some(Arg::Text(key.to_string())),
        Doubt::NoLastYear | Doubt::NoMembers | Doubt::TooLarge => None,
    }
}

fn name(slot: Slot, form: &Form) -> Arg {
    Arg::Label(form.slot_name(slot).clone())
}
