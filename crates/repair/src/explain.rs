//! From repairs to findings: which broken edits are one item, and what is suggested.
use std::collections::BTreeSet;

use gouji_edits::{
    Cause, Context, Explanation, Filed, Finding, Judged, Judgement, Outcome, RuleBook, explained, judge, shown,
    suggest_value, witnesses,
};
use gouji_model::{Arg, Cell, CellIndex, CellState, Form, Message, Number, Report, Slot};

use crate::answer::{Change, Choice, Part, Repair, Values};
use crate::localise::Localiser;
use crate::search::Limits;
use crate::tied::{Tied, repair_tied};

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
    ///
    /// Where it disagrees with last year's report or its members', these are looked at, too, if they are of the same form.
    pub fn findings(&self, report: &Report, context: &Context<'_>, judgement: &Judgement) -> Vec<Finding> {
        let said = witnesses(self.book(), report, context, judgement);
        let own = Tied { localiser: self, report, witnesses: &said, last_year: None, members: &[] };
        let disagrees = |judged: &Judged| judged.outcome == Outcome::Broken && self.is_tie(judged.edit);
        let together = judgement.judged.iter().any(disagrees).then(|| self.explained_together(own, context)).flatten();
        let explanation = together.unwrap_or_else(|| explain(&self.repair(report, &said), &[own]));
        explained(self.book(), report, context, judgement, &explanation)
    }

    /// What a repair together with the other reports of a context says; `None` where there are none of the same form, and where
    /// a bound on the work is met.
    fn explained_together(&self, own: Tied<'_>, context: &Context<'_>) -> Option<Explanation> {
        let is_alike = |filed: &&Filed<'_>| std::ptr::eq(filed.form, &raw const self.book().form);
        let members = if context.members.iter().all(|member| is_alike(&member)) { context.members } else { &[] };
        let last_year = context.last_year.as_ref().filter(is_alike);
        let others: Vec<&Report> = last_year.into_iter().chain(members).map(|filed| filed.report).collect();
        let said: Vec<Witnesses> = others.iter().map(|report| self.told_by_itself(report)).collect();
        let first = 1 + usize::from(last_year.is_some());
        let places: Vec<usize> = (first..first + members.len()).collect();
        let mut tied = vec![Tied { last_year: last_year.map(|_| 1), members: &places, ..own }];
        for (report, witnesses) in others.into_iter().zip(&said) {
            tied.push(Tied { localiser: self, report, witnesses, last_year: None, members: &[] });
        }
        let repair = repair_tied(&tied, self.limits);
        (tied.len() > 1 && repair.is_complete()).then(|| explain(&repair, &tied))
    }

    /// What the prose of a report says of its cells.
    fn told_by_itself(&self, report: &Report) -> Witnesses {
        let context = Context::default();
        witnesses(self.book(), report, &context, &judge(self.book(), report, &context))
    }
}

type Witnesses = BTreeSet<(CellIndex, Number)>;

/// What the repair of the first of some reports says, as its findings need it.
pub fn explain(repair: &Repair, reports: &[Tied<'_>]) -> Explanation {
    let mut explanation = Explanation::default();
    let Some(own) = reports.first() else { return explanation };
    let telling = Telling { own: own.localiser, reports };
    for part in &repair.parts {
        explanation.causes.extend(telling.causes(part));
        explanation.ties.extend(telling.ties(part));
        explanation.fills.extend(certain(part, |choice| &choice.fills));
    }
    explanation
}

/// Puts repairs into words.
struct Telling<'a> {
    /// Of the first report.
    own: &'a Localiser<'a>,
    reports: &'a [Tied<'a>],
}

impl Telling<'_> {
    fn causes(&self, part: &Part) -> Vec<Cause> {
        // Comparisons with other reports are items of their own.
        let mut open = self.broken(part, false);
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
        for change in sure.iter().filter(|change| change.report == 0) {
            let occurs = |edit: &usize| self.own.cells(*edit).iter().any(|cell| self.covers(change.slot, *cell));
            let (edits, rest): (Vec<usize>, Vec<usize>) = open.iter().partition(|edit| occurs(edit));
            open = rest;
            if !edits.is_empty() {
                causes.push(self.cause(edits, change));
            }
        }
        if open.is_empty() {
            return causes;
        }
        let suggestion = Some(self.choices(part));
        if part.fewest <= 1 && sure.is_empty() && !part.choices.is_empty() {
            causes.push(Cause { edits: open, cell: None, suggestion });
        } else {
            let one = |edit| Cause { edits: vec![edit], cell: None, suggestion: suggestion.clone() };
            causes.extend(open.into_iter().map(one));
        }
        causes
    }

    /// Comparisons with other reports that do not hold, with what would mend them where it is certain which report is wrong.
    fn ties(&self, part: &Part) -> Option<Cause> {
        let edits = self.broken(part, true);
        let certain = part.wrong_report().is_some() && part.choices.len() <= LISTED;
        (certain && !edits.is_empty()).then(|| Cause { edits, cell: None, suggestion: Some(self.choices(part)) })
    }

    /// The edits of the first report that do not hold: its own, or those between it and others.
    fn broken(&self, part: &Part, ties: bool) -> Vec<usize> {
        let own = part.broken.iter().filter(|breach| breach.report == 0 && self.own.is_tie(breach.edit) == ties);
        own.map(|breach| breach.edit).collect()
    }

    fn cause(&self, edits: Vec<usize>, change: &Change) -> Cause {
        let cell = match (change.slot, change.value.only()) {
            (Slot::Cell(cell), Some(value)) => Some((cell, value)),
            _ => None,
        };
        Cause { edits, cell, suggestion: Some(self.suggestion(change)) }
    }

    /// The suggestion for one change of the first report.
    fn suggestion(&self, change: &Change) -> Message {
        let form = self.form(change);
        match change.value.only() {
            Some(value) => {
                let slip = change.slip.map(|slip| slip.message(form));
                suggest_value(form.slot_name(change.slot), value, slip)
            }
            None => said(form, change),
        }
    }

    /// All choices of a part in words, the likeliest first, at most a handful of them.
    fn choices(&self, part: &Part) -> Message {
        if part.choices.is_empty() {
            return Message::new("repair-at-least").count("cells", part.fewest);
        }
        if let [only] = part.choices.as_slice()
            && part.fewest > 0
            && !part.incomplete
        {
            return Message::new("repair-only").count("cells", part.fewest).with("choice", nested(self.choice(only)));
        }
        let listed = part.choices.iter().take(LISTED).enumerate();
        let mut list: Vec<Arg> = listed
            .map(|(number, choice)| {
                let text = Message::new("repair-choice").count("number", number + 1);
                nested(text.with("text", nested(self.choice(choice))))
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

    /// A choice in words; what another report must change stands behind its name.
    fn choice(&self, choice: &Choice) -> Message {
        let mut all = choice.all().map(|change| {
            let line = said(self.form(change), change);
            if change.report == 0 {
                return line;
            }
            let report = nested(name(self.reports[change.report].report));
            Message::new("repair-line-of").with("report", report).with("line", nested(line))
        });
        let first = all.next().unwrap_or_else(|| Message::new("repair-nothing"));
        all.fold(first, |first, second| {
            Message::new("repair-and").with("first", nested(first)).with("second", nested(second))
        })
    }

    fn form(&self, change: &Change) -> &Form {
        &self.reports[change.report].localiser.book().form
    }

    /// Whether a cell is what a change is about, or is summed in it.
    fn covers(&self, slot: Slot, cell: CellIndex) -> bool {
        self.own.book().form.slot_cells(&slot).contains(&cell)
    }
}

/// Who reports, and for which year.
fn name(report: &Report) -> Message {
    let unit = match &report.unit.name {
        Some(name) => Arg::Text(name.to_string()),
        None => nested(Message::new("word-unit-unknown")),
    };
    match report.year {
        Some(year) => Message::new("driver-name").with("unit", unit).text("year", year.to_string()),
        None => Message::new("driver-name-no-year").with("unit", unit),
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
