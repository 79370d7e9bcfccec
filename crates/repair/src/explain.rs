//! From repairs to findings: which broken edits are one item, and what is suggested.
use std::collections::BTreeSet;

use gouji_edits::{
    Cause, Context, Explanation, Finding, Judgement, RuleBook, explained, shown, suggest_value, witnesses,
};
use gouji_model::{Arg, Cell, CellIndex, CellState, Form, Message, Number, Report, Slot};

use crate::answer::{Change, Choice, Part, Repair, Values};
use crate::localise::Localiser;
use crate::search::Limits;

/// Most choices that a suggestion lists.
const LISTED: usize = 6;

/// The work that a check spends on a part: enough for the slips of one hand. Where most sums are broken no cell can be
/// named anyway; `Localiser::repair` may take longer.
const OF_A_CHECK: Limits = Limits { nodes: 1_000, answers: 50, cells: 4 };

/// The findings of a judged report, with the cells that are wrong where that can be told.
pub fn findings(book: &RuleBook, report: &Report, context: &Context<'_>, judgement: &Judgement) -> Vec<Finding> {
    Localiser::of_checks(book).findings(report, context, judgement)
}

impl<'a> Localiser<'a> {
    /// For many reports of a rule book, each with as much work as a check spends on it.
    pub fn of_checks(book: &'a RuleBook) -> Self {
        Self::new(book).with_limits(OF_A_CHECK)
    }

    /// The findings of a judged report, with the cells that are wrong where that can be told.
    pub fn findings(&self, report: &Report, context: &Context<'_>, judgement: &Judgement) -> Vec<Finding> {
        let repair = self.repair(report, &witnesses(self.book(), report, context, judgement));
        explained(self.book(), report, context, judgement, &self.explain(&repair))
    }

    /// What a repair says, as findings need it.
    pub fn explain(&self, repair: &Repair) -> Explanation {
        let mut explanation = Explanation::default();
        for part in &repair.parts {
            explanation.causes.extend(self.causes(part));
            explanation.fills.extend(certain(part, |choice| &choice.fills));
        }
        explanation
    }

    fn causes(&self, part: &Part) -> Vec<Cause> {
        // Comparisons with other reports are items of their own.
        let own = part.broken.iter().filter(|breach| breach.report == 0 && !self.is_tie(breach.edit));
        let mut open: Vec<usize> = own.map(|breach| breach.edit).collect();
        let mut causes = Vec::new();
        // With nothing to change, a blank is the cause.
        let own = |choice: &'_ Choice| -> Vec<Change> {
            if part.fewest == 0 { choice.fills.clone() } else { choice.changes.clone() }
        };
        let first: Vec<Change> = part.choices.first().map(own).unwrap_or_default();
        let sure: Vec<Change> = first
            .into_iter()
            .filter(|change| !part.incomplete && change.value.only().is_some())
            .filter(|change| part.choices.iter().all(|choice| own(choice).iter().any(|other| same(other, change))))
            .collect();
        for change in &sure {
            let cells = |edit: &usize| self.cells(*edit);
            let covers = |cell: &CellIndex| change.report == 0 && self.covers(change.slot, *cell);
            let occurs = |edit: &usize| cells(edit).iter().any(covers);
            let (edits, rest): (Vec<usize>, Vec<usize>) = open.iter().partition(|edit| occurs(edit));
            open = rest;
            if !edits.is_empty() {
                causes.push(self.cause(edits, change));
            }
        }
        if open.is_empty() {
            return causes;
        }
        // What other reports must change is theirs to tell.
        let suggestion = part.choices.iter().all(Choice::is_own).then(|| self.choices(part));
        if part.fewest <= 1 && sure.is_empty() && !part.choices.is_empty() {
            causes.push(Cause { edits: open, cell: None, suggestion });
        } else {
            let one = |edit| Cause { edits: vec![edit], cell: None, suggestion: suggestion.clone() };
            causes.extend(open.into_iter().map(one));
        }
        causes
    }

    fn cause(&self, edits: Vec<usize>, change: &Change) -> Cause {
        let cell = match (change.slot, change.value.only()) {
            (Slot::Cell(cell), Some(value)) => Some((cell, value)),
            _ => None,
        };
        Cause { edits, cell, suggestion: Some(self.suggestion(change)) }
    }

    /// The suggestion for one change.
    pub fn suggestion(&self, change: &Change) -> Message {
        let form = &self.book().form;
        match change.value.only() {
            Some(value) => {
                let slip = change.slip.map(|slip| slip.message(form));
                suggest_value(form.slot_name(change.slot), value, slip)
            }
            None => said(form, change),
        }
    }

    /// All choices of a part in words, the likeliest first, at most a handful of them.
    pub fn choices(&self, part: &Part) -> Message {
        if part.choices.is_empty() {
            return Message::new("repair-at-least").count("cells", part.fewest);
        }
        let form = &self.book().form;
        let listed = part.choices.iter().take(LISTED).enumerate();
        let mut list: Vec<Arg> = listed
            .map(|(number, choice)| {
                let text = Message::new("repair-choice").count("number", number + 1);
                nested(text.with("text", nested(choice.message(form))))
            })
            .collect();
        if part.choices.len() > LISTED {
            list.push(nested(Message::new("repair-more").count("count", part.choices.len() - LISTED)));
        }
        let key = if part.fewest == 0 { "repair-choices-fill" } else { "repair-choices" };
        Message::new(key)
            .count("count", part.choices.len())
            .count("cells", part.fewest)
            .with("choices", Arg::List(list))
    }

    /// Whether a cell is what a change is about, or is summed in it.
    fn covers(&self, slot: Slot, cell: CellIndex) -> bool {
        self.book().form.slot_cells(&slot).contains(&cell)
    }
}

impl Choice {
    /// The choice in words.
    pub fn message(&self, form: &Form) -> Message {
        let mut all = self.all().map(|change| said(form, change));
        let first = all.next().unwrap_or_else(|| Message::new("repair-nothing"));
        all.fold(first, |first, second| {
            Message::new("repair-and").with("first", nested(first)).with("second", nested(second))
        })
    }
}

impl Values {
    /// The value, or both ends.
    pub fn arg(self) -> Arg {
        match self.only() {
            Some(value) => Arg::Number(value),
            None => nested(Message::new("repair-values").number("low", self.low).number("high", self.high)),
        }
    }
}

fn said(form: &Form, change: &Change) -> Message {
    let slip = match change.slip {
        Some(slip) => nested(Message::new("suggest-slip").with("slip", nested(slip.message(form)))),
        None => Arg::Text(String::new()),
    };
    let key = if matches!(change.found, CellState::Number(_)) { "repair-change" } else { "repair-fill" };
    Message::new(key)
        .label("cell", form.slot_name(change.slot))
        .with("old", shown(&Cell::of(change.found)))
        .with("value", change.value.arg())
        .with("slip", slip)
}

fn nested(message: Message) -> Arg {
    Arg::Message(Box::new(message))
}

fn same(left: &Change, right: &Change) -> bool {
    (left.report, left.slot, left.value) == (right.report, right.slot, right.value)
}

/// The values on which all choices of a part agree.
fn certain(part: &Part, of: fn(&Choice) -> &Vec<Change>) -> BTreeSet<(CellIndex, Number)> {
    let values = |choice: &Choice| -> BTreeSet<(CellIndex, Number)> {
        let known = |change: &Change| match (change.slot, change.value.only()) {
            (Slot::Cell(cell), Some(value)) if change.report == 0 => Some((cell, value)),
            _ => None,
        };
        of(choice).iter().filter_map(known).collect()
    };
    let mut choices = part.choices.iter();
    let first = choices.next().filter(|_| !part.incomplete).map(values).unwrap_or_default();
    choices.fold(first, |agreed, choice| agreed.intersection(&values(choice)).copied().collect())
}
