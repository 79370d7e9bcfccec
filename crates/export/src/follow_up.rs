//! What people noted on findings (核对记录), carried from one workbook to the next by finding and unit.
use std::collections::HashMap;

use gouji_edits::Finding;
use gouji_model::{Arg, Form, Message, Report, Slot, SumTerm};

use crate::{Judged, shown_value};

/// How far a finding has been followed up (状态).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Status {
    /// 待核: nobody has looked yet.
    #[default]
    Open,
    /// 确认: it is so.
    Confirmed,
    /// 误报: it is not so.
    FalseAlarm,
    /// 已整改: it was put right.
    Done,
}

impl Status {
    /// Every status, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Open, Self::Confirmed, Self::FalseAlarm, Self::Done];
}

/// What people noted on one finding.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FollowUp {
    /// The unit, or the file where the unit was not known.
    pub unit: String,
    /// Report year.
    pub year: Option<i32>,
    /// Id of the finding.
    pub finding: String,
    /// What the finding stood on then, as [`finding_values`] gives it.
    pub values: String,
    /// 状态
    pub status: Status,
    /// 说明
    pub remark: String,
    /// 核对人
    pub checker: String,
    /// 日期 as `YYYY-MM-DD`, or as it was written.
    pub date: String,
}

impl FollowUp {
    /// Whether anybody noted anything.
    pub fn is_untouched(&self) -> bool {
        self.status == Status::Open && self.remark.is_empty() && self.checker.is_empty() && self.date.is_empty()
    }
}

/// A note that a finding of this run has from before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried<'a> {
    /// Which of the notes it is.
    pub index: usize,
    /// The note.
    pub note: &'a FollowUp,
    /// What the finding stands on is the same as then; else it is open again.
    pub is_current: bool,
}

/// Notes by unit, year and finding.
#[derive(Debug)]
pub struct FollowUps<'a> {
    notes: &'a [FollowUp],
    by_finding: HashMap<(&'a str, Option<i32>, &'a str), Vec<usize>>,
}

impl<'a> FollowUps<'a> {
    /// Makes notes ready to be looked up.
    pub fn new(notes: &'a [FollowUp]) -> Self {
        let mut by_finding: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, note) in notes.iter().enumerate() {
            by_finding.entry((&*note.unit, note.year, &*note.finding)).or_default().push(index);
        }
        Self { notes, by_finding }
    }

    /// The note for each finding of a report, in their order; one note serves one finding.
    pub fn of(&self, judged: &Judged<'_>) -> Vec<Option<Carried<'a>>> {
        let mut carried = vec![None; judged.findings.len()];
        if self.notes.is_empty() {
            return carried;
        }
        let mut taken = Vec::new();
        // An edit judged for several claims gives findings of one id: those that stand on the same go first.
        for only_current in [true, false] {
            for (finding, place) in judged.findings.iter().zip(&mut carried).filter(|(_, place)| place.is_none()) {
                let key = (unit_or_file(judged), judged.report.year, finding.id.as_str());
                let values = finding_values(&judged.book.form, judged.report, finding);
                let free = self.by_finding.get(&key).into_iter().flatten().filter(|index| !taken.contains(*index));
                let mut found = free.map(|index| (*index, self.notes[*index].values == values));
                if let Some((index, is_current)) = found.find(|(_, current)| *current || !only_current) {
                    taken.push(index);
                    *place = Some(Carried { index, note: &self.notes[index], is_current });
                }
            }
        }
        carried
    }
}

/// A unit's name, or its file where the name is not known.
pub fn unit_or_file<'a>(judged: &'a Judged<'_>) -> &'a str {
    judged.report.unit.name.as_deref().unwrap_or(&judged.source.file)
}

/// What a finding stands on: its cells as `id=value`, a line each, then the numbers that its message states; without both,
/// the words of the report that its message quotes.
pub fn finding_values(form: &Form, report: &Report, finding: &Finding) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for id in finding.cells.iter().chain(finding.terms.iter().map(|line| &line.cell)) {
        if !ids.contains(&&**id) {
            ids.push(id);
        }
    }
    let value = |id: &&str| match form.slot(id) {
        Some(Slot::Cell(index)) => shown_value(report.cell(index)),
        _ => report.extra.get(*id).map(shown_value).unwrap_or_default(),
    };
    let mut lines: Vec<String> = ids.iter().map(|id| format!("{id}={}", value(id))).collect();
    let mut numbers = Vec::new();
    message_numbers(&finding.message, &mut numbers);
    if !numbers.is_empty() {
        lines.push(numbers.join(" "));
    }
    if lines.is_empty() {
        // What rests on facts alone stands on what was seen.
        message_texts(&finding.message, &mut lines);
    }
    lines.join("\n")
}

fn message_texts(message: &Message, texts: &mut Vec<String>) {
    fn collect(arg: &Arg, texts: &mut Vec<String>) {
        match arg {
            Arg::Text(text) if !text.trim().is_empty() => texts.push(text.clone()),
            Arg::List(items) => items.iter().for_each(|item| collect(item, texts)),
            Arg::Message(inner) => message_texts(inner, texts),
            _ => {}
        }
    }
    message.args.iter().for_each(|(_, arg)| collect(arg, texts));
}

fn message_numbers(message: &Message, numbers: &mut Vec<String>) {
    message.args.iter().for_each(|(_, arg)| arg_numbers(arg, numbers));
}

fn arg_numbers(arg: &Arg, numbers: &mut Vec<String>) {
    match arg {
        Arg::Number(number) => numbers.push(number.to_string()),
        Arg::Sum(terms) => {
            numbers.extend(terms.iter().filter_map(|SumTerm { value, .. }| value.map(|value| value.to_string())));
        }
        Arg::List(items) => items.iter().for_each(|item| arg_numbers(item, numbers)),
        Arg::Message(inner) => message_numbers(inner, numbers),
        Arg::Text(_) | Arg::Count(_) | Arg::Label(_) => {}
    }
}
