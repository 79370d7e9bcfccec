//! Findings: what broken edits say of a report, as plain data in one fixed order. One cause, one item.
mod last_year;
mod member_items;

use std::collections::{BTreeMap, BTreeSet};

use gouji_model::{Arg, CellIndex, CellState, Form, Message, Number, Origin, Slot, StateSet, Text};

use crate::claims;
use crate::hard::expand;
use crate::judge::{Bench, Judged};
use crate::sentence::{broken_atoms, shown, why, with_blanks};
use crate::{
    Atom, Cause, Context, Edit, Explanation, Judgement, Linear, Outcome, RuleBook, Severity, Waiver, WaiverStanding,
};
use gouji_model::Report;

/// One item of what is wrong with a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `rule@subject`, stable from run to run.
    pub id: String,
    /// Id of the rule.
    pub rule: Box<str>,
    /// Severity in this edition and year.
    pub severity: Severity,
    /// What is wrong.
    pub message: Message,
    /// Ids of the cells it points to, the guilty one first where it is known.
    pub cells: Vec<Box<str>>,
    /// Other broken edits that the same cause explains.
    pub related: Vec<RelatedEdit>,
    /// The cells of the equation that shows it best, in the order of the form.
    pub terms: Vec<StripLine>,
    /// The bases of the rules involved, each once.
    pub basis: Vec<Text>,
    /// What to do.
    pub suggestion: Option<Message>,
    /// The value that one cell must have, where that is certain or follows from a sum.
    pub correction: Option<Correction>,
    /// Where to look.
    pub origin: Option<Origin>,
    /// The sentence that tells it, where it is told in prose.
    pub passage: Option<Passage>,
    /// Number of broken edits behind the item.
    pub edits: usize,
    /// A waiver that was given for it, whether it holds or not.
    pub waiver: Option<Waiver>,
}

impl Finding {
    /// Whether a waiver holds for it: it is shown and does not count.
    pub fn is_waived(&self) -> bool {
        self.waiver.as_ref().is_some_and(|waiver| waiver.standing == WaiverStanding::Valid)
    }
}

/// A sentence of the report's text (正文).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Id of the section.
    pub section: Box<str>,
    /// Its heading in the form, with its number.
    pub heading: Text,
    /// Paragraph of the section, from 1.
    pub paragraph: u32,
    /// The sentence.
    pub sentence: Box<str>,
}

/// A further edit broken by the same cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedEdit {
    /// `rule@subject`.
    pub id: String,
    /// Id of its rule.
    pub rule: Box<str>,
}

/// One line of the strip that draws an equation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripLine {
    /// Id of the cell.
    pub cell: Box<str>,
    /// Its name.
    pub name: Text,
    /// What stands there.
    pub value: Arg,
    /// What should stand there.
    pub corrected: Option<Number>,
}

/// A value for a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Id of the cell.
    pub cell: Box<str>,
    /// Its value.
    pub value: Number,
}

/// The findings of a judged report of which nothing more is known: each broken edit is an item.
pub fn findings(book: &RuleBook, report: &Report, context: &Context<'_>, judgement: &Judgement) -> Vec<Finding> {
    explained(book, report, context, judgement, &Explanation::default())
}

/// The findings of a judged report, in the order of the form, then of the rules; one cause, one item.
pub fn explained(
    book: &RuleBook,
    report: &Report,
    context: &Context<'_>,
    judgement: &Judgement,
    explanation: &Explanation,
) -> Vec<Finding> {
    let hard = book.hard_edits().map(|(edit, _)| edit);
    let caused = explanation.causes.iter().flat_map(|cause| cause.edits.iter().copied());
    let assembly = Assembly { book, report, context, explanation, hard: hard.chain(caused).collect() };
    let mut found = assembly.hard_items(judgement);
    found.extend(assembly.state_items(judgement));
    found.extend(assembly.member_items(judgement));
    found.extend(assembly.last_year_items(judgement));
    found.extend(assembly.single_items(judgement));
    found.sort_by_key(|finding| (assembly.place(finding), finding.rule.clone()));
    found
}

struct Assembly<'a> {
    book: &'a RuleBook,
    report: &'a Report,
    context: &'a Context<'a>,
    explanation: &'a Explanation,
    /// The hard edits, and those that are hard in this report.
    hard: BTreeSet<usize>,
}

/// So many whole rows in sequence are named by the first and the last.
const MANY_ROWS: usize = 4;

/// The cells of one table that are in one wrong state under one rule.
type StateGroups = BTreeMap<(usize, usize, &'static str), Vec<(usize, CellIndex)>>;

impl Assembly<'_> {
    fn bench(&self) -> Bench<'_> {
        Bench::new(self.book, self.report, self.context, &[], &[])
    }

    fn place(&self, finding: &Finding) -> usize {
        let first = finding.cells.iter().filter_map(|id| self.book.form.cell_index(id)).min();
        first.map_or(0, |index| usize::from(index.0) + 1)
    }

    fn is_hard(&self, edit: usize) -> bool {
        self.hard.contains(&edit)
    }

    fn draft(&self, index: usize, message: Message) -> Finding {
        let edit = &self.book.edits[index];
        let rule = self.book.rule_of(edit);
        Finding {
            id: self.book.finding_id(edit),
            rule: rule.id.clone(),
            severity: rule.severity_for(self.report.year),
            message,
            cells: Vec::new(),
            related: Vec::new(),
            terms: Vec::new(),
            basis: vec![rule.basis.clone()],
            suggestion: None,
            correction: None,
            origin: None,
            passage: None,
            edits: 1,
            waiver: None,
        }
    }

    fn origin_of(&self, cells: &[Box<str>]) -> Option<Origin> {
        cells.iter().find_map(|id| self.report.cell(self.book.form.cell_index(id)?).origin.clone())
    }

    // ---- hard edits: grouped by the cell that explains them ----

    fn hard_items(&self, judgement: &Judgement) -> Vec<Finding> {
        let is_broken = |judged: &&Judged| judged.outcome == Outcome::Broken && self.is_hard(judged.edit);
        let mut open: Vec<usize> = judgement.judged.iter().filter(is_broken).map(|judged| judged.edit).collect();
        let bench = self.bench();
        let mut found = Vec::new();
        for cause in &self.explanation.causes {
            let (edits, rest): (Vec<usize>, Vec<usize>) = open.iter().partition(|edit| cause.edits.contains(edit));
            if !edits.is_empty() {
                open = rest;
                found.push(self.hard_item(&bench, &Cause { edits, ..cause.clone() }));
            }
        }
        found.extend(
            open.into_iter().map(|edit| self.hard_item(&bench, &Cause { edits: vec![edit], ..Cause::default() })),
        );
        found
    }

    fn linear(&self, edit: usize) -> Option<&Linear> {
        match self.book.edits[edit].any.as_slice() {
            [Atom::Linear(linear)] if linear.is_own() => Some(linear),
            _ => None,
        }
    }

    fn hard_item(&self, bench: &Bench<'_>, cause: &Cause) -> Finding {
        let primary = self.primary(bench, cause);
        let message = broken_atoms(bench, &self.book.edits[primary].any);
        let mut finding = self.draft(primary, message);
        finding.edits = cause.edits.len();
        for edit in cause.edits.iter().filter(|edit| **edit != primary) {
            let edit = &self.book.edits[*edit];
            let rule = self.book.rule_of(edit);
            finding.related.push(RelatedEdit { id: self.book.finding_id(edit), rule: rule.id.clone() });
            if !finding.basis.contains(&rule.basis) {
                finding.basis.push(rule.basis.clone());
            }
        }
        if let Some((cell, corrected)) = cause.cell {
            self.point_to(&mut finding, bench, primary, cell, corrected);
        } else if let Some(linear) = self.linear(primary) {
            finding.cells = expand(&self.book.form, linear).iter().map(|(cell, _)| self.id(*cell)).collect();
        }
        finding.suggestion.clone_from(&cause.suggestion);
        finding.terms = self.strip(&cause.edits, cause.cell);
        finding.origin = self.origin_of(&finding.cells);
        finding
    }

    /// The edit that names the equation: one that the cause mends alone, best one whose subject is the guilty cell.
    fn primary(&self, bench: &Bench<'_>, cause: &Cause) -> usize {
        let first = cause.edits.first().copied().unwrap_or_default();
        let Some((cell, corrected)) = cause.cell else { return first };
        let mended = || cause.edits.iter().copied().filter(|edit| self.mends(bench, *edit, cell, corrected));
        let is_subject = |edit: &usize| self.book.edits[*edit].subject == self.id(cell);
        mended().find(is_subject).or_else(|| mended().next()).unwrap_or(first)
    }

    /// Whether an edit holds when nothing but one cell changes.
    fn mends(&self, bench: &Bench<'_>, edit: usize, cell: CellIndex, corrected: Number) -> bool {
        let Some((linear, balance)) = self.linear(edit).and_then(|own| Some((own, bench.balance(own).ok()?))) else {
            return false;
        };
        let before = self.report.cell(cell).value().unwrap_or_default();
        let change = corrected.millionths() - before.millionths();
        let terms = expand(&self.book.form, linear);
        let coefficient = terms.iter().find(|(own, _)| *own == cell).map_or(0, |(_, own)| i128::from(*own));
        linear.relation.holds(balance.difference + coefficient * change, 0)
    }

    fn point_to(&self, finding: &mut Finding, bench: &Bench<'_>, primary: usize, cell: CellIndex, corrected: Number) {
        let spec = self.book.form.cell(cell);
        finding.cells = vec![spec.id.clone()];
        finding.correction = Some(Correction { cell: spec.id.clone(), value: corrected });
        let Some(linear) = self.linear(primary).filter(|_| self.mends(bench, primary, cell, corrected)) else { return };
        let rules: Vec<Arg> = self.titles(&finding.related);
        let also = if rules.is_empty() {
            Arg::Text(String::new())
        } else {
            let also = Message::new("finding-also").with("rules", Arg::List(rules)).number("value", corrected);
            Arg::Message(Box::new(also))
        };
        let message = Message::new("finding-cause")
            .label("cell", &spec.name)
            .with("value", shown(self.report.cell(cell)))
            .number("corrected", corrected)
            .with("why", Arg::Message(Box::new(why(bench, linear, Slot::Cell(cell)))))
            .with("also", also);
        finding.message = with_blanks(bench, linear, message);
    }

    fn titles(&self, related: &[RelatedEdit]) -> Vec<Arg> {
        let mut titles: Vec<Arg> = Vec::new();
        for edit in related {
            if let Some(rule) = self.book.rule(&edit.rule) {
                let title = Arg::Label(rule.title.clone());
                if !titles.contains(&title) {
                    titles.push(title);
                }
            }
        }
        titles
    }

    fn id(&self, cell: CellIndex) -> Box<str> {
        self.book.form.cell(cell).id.clone()
    }

    /// The equation with the fewest cells, zeros left out beyond a handful.
    fn strip(&self, edits: &[usize], cause: Option<(CellIndex, Number)>) -> Vec<StripLine> {
        const SHORT: usize = 5;
        let expanded = edits.iter().filter_map(|edit| self.linear(*edit)).map(|linear| expand(&self.book.form, linear));
        let Some(cells) = expanded.min_by_key(Vec::len) else { return Vec::new() };
        let all = cells.len() <= SHORT;
        let worth_showing = |cell: &CellIndex| {
            all || cause.is_some_and(|(guilty, _)| guilty == *cell)
                || self.report.cell(*cell).value().is_none_or(|value| !value.is_zero())
        };
        cells
            .iter()
            .map(|(cell, _)| *cell)
            .filter(worth_showing)
            .map(|cell| {
                let spec = self.book.form.cell(cell);
                StripLine {
                    cell: spec.id.clone(),
                    name: spec.name.clone(),
                    value: shown(self.report.cell(cell)),
                    corrected: cause.filter(|(guilty, _)| *guilty == cell).map(|(_, value)| value),
                }
            })
            .collect()
    }

    // ---- states: one item for a rule, table and kind ----

    fn state_items(&self, judgement: &Judgement) -> Vec<Finding> {
        let mut groups = StateGroups::new();
        for judged in judgement.judged.iter().filter(|judged| judged.outcome == Outcome::Broken) {
            let edit = &self.book.edits[judged.edit];
            for cell in self.offending_cells(edit) {
                let kind = StateSet::of(self.report.cell(cell).state).names().next().unwrap_or_default();
                let key = (edit.rule, self.book.form.cell(cell).table, kind);
                groups.entry(key).or_default().push((judged.edit, cell));
            }
        }
        groups.into_iter().map(|((_, table, kind), cells)| self.state_item(table, kind, &cells)).collect()
    }

    /// The cells that break an edit which is nothing but a state.
    fn offending_cells(&self, edit: &Edit) -> Vec<CellIndex> {
        let [Atom::State { slot, states, .. }] = edit.any.as_slice() else { return Vec::new() };
        let outside = |cell: &CellIndex| !states.contains(StateSet::of(self.report.cell(*cell).state));
        self.book.form.slot_cells(slot).iter().copied().filter(outside).collect()
    }

    fn state_item(&self, table: usize, kind: &'static str, cells: &[(usize, CellIndex)]) -> Finding {
        let key = match kind {
            "blank" => "finding-cells-blank",
            "dash" => "finding-cells-dash",
            "unreadable" => "finding-cells-unreadable",
            "missing" => "finding-cells-missing",
            "negative" => "finding-cells-negative",
            "fraction" => "finding-cells-fraction",
            _ => "finding-cells-number",
        };
        let with_values = !matches!(kind, "blank" | "missing");
        let edit = cells.iter().map(|(edit, _)| *edit).min().unwrap_or_default();
        let mut indices: Vec<CellIndex> = cells.iter().map(|(_, cell)| *cell).collect();
        indices.sort_unstable();
        indices.dedup();
        let message = Message::new(key)
            .label("table", &self.book.form.tables[table].name)
            .count("count", indices.len())
            .with("cells", Arg::List(self.cell_list(&indices, with_values)));
        let mut finding = self.draft(edit, message);
        finding.cells = indices.iter().map(|cell| self.id(*cell)).collect();
        finding.origin = self.origin_of(&finding.cells);
        finding.edits = cells.len();
        if let [cell] = indices.as_slice() {
            self.suggest_sum(&mut finding, *cell);
        }
        finding
    }

    /// Names of cells, put together by row: whole rows by the row's name alone.
    fn cell_list(&self, cells: &[CellIndex], with_values: bool) -> Vec<Arg> {
        let form = &self.book.form;
        let mut rows: Vec<(&str, Vec<CellIndex>)> = Vec::new();
        for cell in cells {
            let row = &*form.cell(*cell).row;
            match rows.last_mut() {
                Some((last, members)) if *last == row && !row.is_empty() => members.push(*cell),
                _ => rows.push((row, vec![*cell])),
            }
        }
        let mut items = Vec::new();
        let mut rest = rows.as_slice();
        while let Some((_, first)) = rest.first() {
            let whole = rest.iter().take_while(|(_, members)| self.is_whole_row(members, with_values)).count();
            let taken = if whole >= MANY_ROWS {
                let last = &rest[whole - 1].1;
                let message = Message::new("finding-rows-whole")
                    .label("first", &form.cell(first[0]).axis_names.row)
                    .label("last", &form.cell(last[0]).axis_names.row);
                items.push(Arg::Message(Box::new(message.count("count", whole))));
                whole
            } else {
                items.push(self.row_item(form, first, with_values));
                1
            };
            rest = &rest[taken..];
        }
        items
    }

    /// Whether the cells are all of their row, and there is nothing to say of each.
    fn is_whole_row(&self, members: &[CellIndex], with_values: bool) -> bool {
        let form = &self.book.form;
        let spec = form.cell(members[0]);
        let width = form.cells.iter().filter(|other| other.table == spec.table && other.row == spec.row).count();
        members.len() == width && width > 1 && !with_values
    }

    fn row_item(&self, form: &Form, members: &[CellIndex], with_values: bool) -> Arg {
        let spec = form.cell(members[0]);
        let columns: Vec<Arg> = members
            .iter()
            .map(|cell| {
                let column = Arg::Label(form.cell(*cell).axis_names.column.clone());
                if !with_values {
                    return column;
                }
                let message = Message::new("finding-cell-value").with("name", column);
                Arg::Message(Box::new(message.with("value", shown(self.report.cell(*cell)))))
            })
            .collect();
        let row = Arg::Label(spec.axis_names.row.clone());
        let key = match (spec.row.is_empty(), self.is_whole_row(members, with_values)) {
            (true, _) => return Arg::List(columns),
            (false, true) => "finding-row-whole",
            (false, false) => "finding-row-columns",
        };
        let message = Message::new(key).with("row", row).with("columns", Arg::List(columns));
        Arg::Message(Box::new(message.count("count", members.len())))
    }

    /// For a blank total: the sum that belongs there, where it is known.
    fn suggest_sum(&self, finding: &mut Finding, cell: CellIndex) {
        if !matches!(self.report.cell(cell).state, CellState::Blank | CellState::Dash | CellState::Unreadable) {
            return;
        }
        let fill = self.explanation.fills.iter().find(|(own, _)| *own == cell);
        let Some((_, value)) = fill else { return };
        let spec = self.book.form.cell(cell);
        finding.suggestion = Some(suggest_value(&spec.name, *value, None));
        finding.correction = Some(Correction { cell: spec.id.clone(), value: *value });
    }

    // ---- everything else: an item for each broken edit ----

    fn single_items(&self, judgement: &Judgement) -> Vec<Finding> {
        let mut found = Vec::new();
        for judged in judgement.judged.iter().filter(|judged| judged.outcome == Outcome::Broken) {
            let edit = &self.book.edits[judged.edit];
            let is_told =
                self.is_hard(judged.edit) || member_items::compared(edit).is_some() || last_year::compares(edit);
            if is_told || matches!(edit.any.as_slice(), [Atom::State { .. }]) {
                continue;
            }
            let metrics = edit.metrics();
            let bench = Bench::new(self.book, self.report, self.context, &metrics, &judged.claims);
            let told = claims::message(&bench, &edit.any);
            let message = told.unwrap_or_else(|| broken_atoms(&bench, &edit.any));
            let mut finding = self.draft(judged.edit, message);
            let slots: Vec<Slot> = edit.any.iter().flat_map(Atom::own_slots).collect();
            for cell in slots.iter().flat_map(|slot| self.book.form.slot_cells(slot)).map(|cell| self.id(*cell)) {
                // Several readings of one sentence have cells in common.
                if !finding.cells.contains(&cell) {
                    finding.cells.push(cell);
                }
            }
            let fact = edit.any.iter().find_map(|atom| self.fact_origin(atom));
            let claim = judged.claims.first().and_then(|claim| self.report.claims.get(*claim));
            finding.passage = claim.map(|claim| claims::passage(&self.book.form, claim));
            finding.origin =
                claim.and_then(|claim| claim.origin.clone()).or(fact).or_else(|| self.origin_of(&finding.cells));
            found.push(finding);
        }
        found
    }

    fn fact_origin(&self, atom: &Atom) -> Option<Origin> {
        match atom {
            Atom::Fact { key, .. } => self.report.facts.get(key)?.origin.clone(),
            _ => None,
        }
    }
}

/// `change this cell to that value`, with what probably happened.
pub fn suggest_value(name: &Text, value: Number, slip: Option<Message>) -> Message {
    let slip = match slip {
        Some(slip) => Arg::Message(Box::new(Message::new("suggest-slip").with("slip", Arg::Message(Box::new(slip))))),
        None => Arg::Text(String::new()),
    };
    Message::new("suggest-value").label("cell", name).number("value", value).with("slip", slip)
}
