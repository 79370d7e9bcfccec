//! From the few cells of a case to the reports it describes.
use std::collections::BTreeSet;
use std::ops::Range;

use gouji_edits::RuleBook;
use gouji_model::{
    Cell, CellState, Claim, Fact, FactArgument, FactOf, Facts, Form, Message, Number, Period, Report, Slot, Unit,
};
use toml::{Spanned, Value};

use crate::cases::file::{CaseFile, CaseText, ClaimText, Values};
use crate::edition_file::Name;
use crate::error::{Fault, Source};
use crate::script::other_metrics;
use crate::toml_text;

/// One case of a rule: a report, and what the rule says of it.
#[derive(Clone, Debug)]
pub struct Case {
    /// Index of the rule in the rule book.
    pub rule: usize,
    /// What it shows.
    pub title: String,
    /// The report.
    pub report: Report,
    /// Last year's report.
    pub last_year: Option<Report>,
    /// The member units' reports.
    pub members: Vec<Report>,
    /// Keys of the facts that it names: they are not as in a faultless report.
    pub facts: Vec<Box<str>>,
    /// Report year, where it names one.
    pub year: Option<i32>,
    /// What the rule must say.
    pub expected: Expected,
    /// The file it is written in.
    pub source: Source,
    /// Where in the file, in bytes.
    pub span: Range<usize>,
}

/// What a rule must say of a case's report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// At least one edit holds, nothing is broken or not judged.
    Held,
    /// Exactly these subjects are broken, exactly those not judged.
    Told {
        /// Subjects broken.
        broken: BTreeSet<Box<str>>,
        /// Subjects not judged.
        unjudged: BTreeSet<Box<str>>,
    },
    /// No edit of the rule applies.
    Inapplicable,
}

/// The cases of a file.
pub(crate) fn cases(book: &RuleBook, rule: usize, source: &Source) -> Result<Vec<Case>, Vec<Fault>> {
    let file: CaseFile = toml_text::parse(&source.text).map_err(|fault| vec![fault])?;
    let (mut cases, mut all) = (Vec::new(), Vec::new());
    for text in &file.cases {
        let mut builder = Builder { book, rule, faults: Vec::new() };
        let case = builder.case(text, source);
        cases.push(case);
        all.append(&mut builder.faults);
    }
    if all.is_empty() { Ok(cases) } else { Err(all) }
}

struct Builder<'a> {
    book: &'a RuleBook,
    rule: usize,
    faults: Vec<Fault>,
}

impl Builder<'_> {
    fn case(&mut self, text: &CaseText, source: &Source) -> Case {
        let year = text.year.unwrap_or(self.book.edition.years.from);
        let mut report = self.filed(&text.cells, year);
        report.unit = Unit { name: None, level: text.unit.level, kind: text.unit.kind, scope: text.unit.scope };
        report.facts = facts(self.book, !text.members.is_empty());
        self.extra(&text.extra, &mut report);
        self.facts(&text.facts, &mut report.facts);
        report.claims = text.claims.iter().filter_map(|claim| self.claim(claim)).collect();
        Case {
            rule: self.rule,
            title: text.title.get_ref().clone(),
            report,
            last_year: text.last_year.as_ref().map(|cells| self.filed(cells, year - 1)),
            members: text.members.iter().map(|cells| self.filed(cells, year)).collect(),
            facts: text.facts.keys().map(|key| key.get_ref().clone()).collect(),
            year: text.year,
            expected: self.expected(text),
            source: source.clone(),
            span: text.title.span(),
        }
    }

    /// A report with some cells, the others 0.
    fn filed(&mut self, cells: &Values, year: i32) -> Report {
        let form = &self.book.form;
        let mut report = Report::empty(form);
        report.year = Some(year);
        report.cells.fill(Cell::number(0));
        report.printed_forms = form.tables.iter().map(|table| (table.id.clone(), form.edition.clone())).collect();
        for (id, value) in cells {
            let slot = self.slot(id, |_| true);
            if let (Some(slot), Some(cell)) = (slot, self.cell(value)) {
                fill(form, &mut report, slot, &cell);
            }
        }
        report
    }

    fn extra(&mut self, extra: &Values, report: &mut Report) {
        for (id, value) in extra {
            let slot = self.slot(id, |slot| matches!(slot, Slot::Group(_)));
            if let (Some(_), Some(cell)) = (slot, self.cell(value)) {
                report.extra.insert(id.get_ref().clone(), cell);
            }
        }
    }

    fn slot(&mut self, id: &Name, accept: fn(Slot) -> bool) -> Option<Slot> {
        let form = &self.book.form;
        let slot = form.slot(id.get_ref()).filter(|slot| accept(*slot));
        if slot.is_none() {
            let cells = (0..form.cells.len()).filter_map(|index| u16::try_from(index).ok());
            let groups = (0..form.groups.len()).filter_map(|index| u16::try_from(index).ok());
            let cells = cells.map(|index| Slot::Cell(gouji_model::CellIndex(index)));
            let slots = cells.chain(groups.map(|index| Slot::Group(gouji_model::GroupIndex(index))));
            let ids = slots.filter(|slot| accept(*slot)).map(|slot| form.slot_id(slot));
            self.unknown("rules-case-no-cell", id, ids);
        }
        slot
    }

    fn unknown<'a>(&mut self, key: &'static str, name: &Name, choices: impl IntoIterator<Item = &'a str>) {
        let fault = Fault::new(Message::new(key).text("name", &**name.get_ref())).at(name.span());
        self.faults.push(fault.choices(name.get_ref(), choices));
    }

    fn cell(&mut self, value: &Spanned<Value>) -> Option<Cell> {
        let cell = match value.get_ref() {
            Value::Integer(number) => Number::new(*number, 0).ok().map(Cell::number),
            Value::String(text) => cell_of(text),
            _ => None,
        };
        if cell.is_none() {
            let fault = Fault::new(Message::new("rules-case-value")).at(value.span());
            self.faults.push(fault.help(Message::new("rules-help-case-value")));
        }
        cell
    }

    fn facts(&mut self, changed: &Values, facts: &mut Facts) {
        for (key, value) in changed {
            match (facts.contains_key(key.get_ref()), value.get_ref()) {
                (true, Value::Boolean(holds)) => drop(facts.insert(key.get_ref().clone(), Fact::plain(*holds))),
                (true, Value::String(text)) if text == "unknown" => drop(facts.remove(key.get_ref())),
                (true, _) => self.faults.push(Fault::new(Message::new("rules-case-fact-value")).at(value.span())),
                (false, _) => self.unknown("rules-case-no-fact", key, facts.keys().map(|key| &**key)),
            }
        }
    }

    fn claim(&mut self, claim: &ClaimText) -> Option<Claim> {
        if let Some(others) = other_metrics(&self.book.lexicon.prose.metric_ids(), claim.metric.get_ref()) {
            self.unknown("rules-script-no-metric", &claim.metric, others.iter().map(|other| &**other));
        }
        let value = self.cell(&claim.value)?;
        let Some(value) = value.value() else {
            self.faults.push(Fault::new(Message::new("rules-case-value")).at(claim.value.span()));
            return None;
        };
        let section = self.book.form.sections.first().map(|section| section.id.clone()).unwrap_or_default();
        let metric = claim.metric.get_ref().clone();
        let sentence = format!("{metric} {value}").into();
        let period = claim.period.unwrap_or(Period::ThisYear);
        Some(Claim { metric, value, period, scope: claim.scope, section, paragraph: 1, sentence, origin: None })
    }

    fn expected(&mut self, text: &CaseText) -> Expected {
        let (broken, unjudged) = (self.subjects(&text.broken), self.subjects(&text.unjudged));
        match (text.inapplicable, broken.is_empty() && unjudged.is_empty()) {
            (false, true) => Expected::Held,
            (false, false) => Expected::Told { broken, unjudged },
            (true, true) => Expected::Inapplicable,
            (true, false) => {
                self.faults.push(Fault::new(Message::new("rules-case-both")).at(text.title.span()));
                Expected::Inapplicable
            }
        }
    }

    fn subjects(&mut self, names: &[Name]) -> BTreeSet<Box<str>> {
        let own = self.book.edits.iter().filter(|edit| edit.rule == self.rule).map(|edit| &*edit.subject);
        let own: Vec<&str> = own.collect();
        let form = &self.book.form;
        let is_known = |name: &str| own.contains(&name) || own.iter().any(|own| is_part(form, own, name));
        for name in names.iter().filter(|name| !is_known(name.get_ref())) {
            self.unknown("rules-case-no-subject", name, own.iter().copied());
        }
        names.iter().map(|name| name.get_ref().clone()).collect()
    }
}

/// Whether a subject is a part of a group: what a case of an older edition says of a row is said of the rows that it
/// became.
pub(crate) fn is_part(form: &Form, subject: &str, group: &str) -> bool {
    let (Some(part), Some(whole @ Slot::Group(_))) = (form.slot(subject), form.slot(group)) else { return false };
    let cells = form.slot_cells(&whole);
    subject != group && form.slot_cells(&part).iter().all(|cell| cells.contains(cell))
}

/// Puts a cell where it belongs. A group's number stands in its first cell and a group's state in all of them, so that
/// one case serves an edition where 其他处理 is a row and one where it is a group of rows.
fn fill(form: &Form, report: &mut Report, slot: Slot, cell: &Cell) {
    let all = !matches!(cell.state, CellState::Number(_));
    let cells = form.slot_cells(&slot);
    for index in cells.iter().take(if all { cells.len() } else { 1 }) {
        *report.cell_mut(*index) = cell.clone();
    }
}

/// A number, `blank`, `dash`, `missing` or `unreadable:…`.
fn cell_of(text: &str) -> Option<Cell> {
    match text {
        "blank" => Some(Cell::of(CellState::Blank)),
        "dash" => Some(Cell::of(CellState::Dash)),
        "missing" => Some(Cell::of(CellState::Missing)),
        text => match text.strip_prefix("unreadable:") {
            Some(raw) => Some(Cell { raw: Some(raw.into()), ..Cell::of(CellState::Unreadable) }),
            None => text.parse::<Number>().ok().map(Cell::number),
        },
    }
}

/// The facts of a faultless report: everything is so, except that nothing is mentioned. What a unit is, the case says;
/// there is a roster where the case has members.
fn facts(book: &RuleBook, with_members: bool) -> Facts {
    let mut facts = Facts::new();
    let is_told = |fact: &&FactOf| {
        !fact.pattern.starts_with("unit.") && (with_members || !fact.pattern.starts_with(FactOf::OF_ROSTER))
    };
    for fact in FactOf::TABLE.iter().filter(is_told) {
        let holds = !fact.pattern.contains(".mentions.");
        for arguments in arguments(book, fact.arguments) {
            facts.insert(fact.key(&arguments), Fact::plain(holds));
        }
    }
    facts
}

/// Every choice of arguments.
fn arguments<'a>(book: &'a RuleBook, kinds: &[FactArgument]) -> Vec<Vec<&'a str>> {
    kinds.iter().fold(vec![Vec::new()], |chosen, kind| {
        let choices = kind.choices(&book.form, &book.lexicon);
        let longer = |start: &Vec<&'a str>| {
            choices.iter().map(|choice| [start.as_slice(), &[*choice]].concat()).collect::<Vec<_>>()
        };
        chosen.iter().flat_map(longer).collect()
    })
}
