//! Corrected files: a new file in which the named cells have their new numbers, and the list of changes beside it.
use camino::{Utf8Path, Utf8PathBuf};
use gouji_export::{Artifact, place_message};
use gouji_model::{Arg, CellState, Lang, Message, Number, Report, Slot, render};
use gouji_repair::{Change, Part};

use super::{Mending, is_wrong};
use crate::artifacts::Shelf;
use crate::fault::Fault;
use crate::intake::{Received, from_bytes};
use crate::reader::{self, Amendment};
use crate::session::Session;

/// What was done about the reports of a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Applied {
    /// The corrected file.
    pub(crate) file: Option<Utf8PathBuf>,
    /// The list of changes.
    pub(crate) log: Option<Utf8PathBuf>,
    /// Cells that were corrected.
    pub(crate) cells: Vec<String>,
    /// Parts that were left as they are.
    pub(crate) left: usize,
}

impl Applied {
    /// What is said about it.
    pub(super) fn messages(&self) -> Vec<Message> {
        let mut messages = Vec::new();
        if let (Some(file), Some(log)) = (&self.file, &self.log) {
            let message = Message::new("repair-written").count("count", self.cells.len());
            messages.push(message.text("file", file.as_str()).text("log", log.as_str()));
        }
        if self.left > 0 {
            messages.push(Message::new("repair-left").count("count", self.left));
        }
        messages
    }
}

/// A change that is made: in which of the file's reports, and to what.
struct Step<'a> {
    report: usize,
    change: &'a Change,
    value: Number,
    amendment: Amendment,
}

/// Writes the corrected file of some reports that stand in one file; one entry for each report.
///
/// # Errors
/// When a choice is not there or leaves a value open, when a cell cannot be changed alone, and when files cannot be
/// written. Nothing is written then.
pub(crate) fn apply(
    session: &Session<'_>,
    bytes: &[u8],
    mendings: &[Mending<'_>],
    choose: &[usize],
    shelf: &Shelf,
) -> anyhow::Result<Vec<Applied>> {
    let mut applied = vec![Applied::default(); mendings.len()];
    let mut steps = Vec::new();
    for (report, mending) in mendings.iter().enumerate() {
        for part in mending.repair.parts.iter().filter(|part| is_wrong(part)) {
            match chosen(mending, part, choose)? {
                Some(changes) => {
                    reader::can_amend(bytes)?;
                    steps.extend(steps_of(mending, report, &changes)?);
                }
                None => applied[report].left += 1,
            }
        }
    }
    let most = mendings.iter().flat_map(Mending::numbered).map(|(number, ..)| number).max().unwrap_or(0);
    if let Some(number) = choose.iter().find(|number| **number == 0 || **number > most) {
        return Err(Fault::error(Message::new("repair-no-choice").count("number", *number).count("count", most)));
    }
    let Some(first) = mendings.first().filter(|_| !steps.is_empty()) else { return Ok(applied) };
    let amendments: Vec<Amendment> = steps.iter().map(|step| step.amendment.clone()).collect();
    let amended = reader::amend(bytes, &amendments)?;
    verify(session, &first.file, &amended, mendings, &steps)?;
    let suffix = format!(".{}", first.file.extension().unwrap_or("docx"));
    let (shelf, stem) = shelf
        .as_file(&suffix)
        .unwrap_or_else(|| (shelf.clone(), format!("{}.repaired", first.file.file_stem().unwrap_or("report"))));
    shelf.open()?;
    let log = log(mendings, &steps, session.lang);
    let artifacts = [
        Artifact { suffix: suffix.clone(), bytes: amended },
        Artifact { suffix: format!("{suffix}.changes.csv"), bytes: log },
    ];
    let mut written = shelf.put(&stem, &artifacts)?.into_iter();
    let (file, log) = (written.next(), written.next());
    for (report, own) in applied.iter_mut().enumerate() {
        own.cells = steps
            .iter()
            .filter(|step| step.report == report)
            .map(|step| mendings[report].book.form.slot_id(step.change.slot).to_owned())
            .collect();
        if !own.cells.is_empty() {
            (own.file, own.log) = (file.clone(), log.clone());
        }
    }
    Ok(applied)
}

/// The changes of a part that are made: those of its only choice, or of the one asked for.
fn chosen<'a>(mending: &'a Mending<'_>, part: &'a Part, choose: &[usize]) -> anyhow::Result<Option<Vec<&'a Change>>> {
    let own = mending.numbered().into_iter().filter(|(_, of, _)| std::ptr::eq(*of, part));
    let asked: Vec<_> = own.filter(|(number, ..)| *number > 0 && choose.contains(number)).collect();
    let choice = match asked.as_slice() {
        [] => part.unique(),
        [(number, _, choice)] if !choice.is_exact() => {
            return Err(Fault::error(Message::new("repair-open-choice").count("number", *number)));
        }
        [(_, _, choice)] => part.choices.iter().find(|own| std::ptr::eq(*own, *choice)),
        [(first, ..), (second, ..), ..] => {
            let message = Message::new("repair-two-choices").count("first", *first).count("second", *second);
            return Err(Fault::error(message));
        }
    };
    // What was not found has no place in the file.
    let stands = |change: &&Change| change.found != CellState::Missing;
    Ok(choice.map(|choice| choice.all().filter(stands).collect()))
}

fn steps_of<'a>(mending: &Mending<'_>, report: usize, changes: &[&'a Change]) -> anyhow::Result<Vec<Step<'a>>> {
    let step = |change: &&'a Change| {
        let cell = mending.cell(change.slot);
        let name = || Message::new("repair-no-place").label("cell", mending.book.form.slot_name(change.slot));
        let (Some(value), Some(origin)) = (change.value.only(), cell.origin) else { return Err(Fault::error(name())) };
        // A number with words beside it: the words would be lost.
        let print = cell.raw.as_deref().unwrap_or_default();
        if matches!(change.found, CellState::Number(_)) && print.chars().any(is_word) {
            let message = Message::new("repair-noted").label("cell", mending.book.form.slot_name(change.slot));
            return Err(Fault::error(message.text("print", print)));
        }
        Ok(Step { report, change, value, amendment: Amendment { origin, text: value.to_string() } })
    };
    changes.iter().map(step).collect()
}

fn is_word(char: char) -> bool {
    char.is_alphabetic() || matches!(char, '（' | '(')
}

/// Reads the corrected file as any other: exactly the named cells must have changed.
fn verify(
    session: &Session<'_>,
    file: &Utf8Path,
    amended: &[u8],
    mendings: &[Mending<'_>],
    steps: &[Step<'_>],
) -> anyhow::Result<()> {
    let read = from_bytes(session, file, amended, &session.hints(file))?;
    let same = |(number, (mending, after)): (usize, (&Mending<'_>, &Received))| {
        let mut expected = mending.report.clone();
        for step in steps.iter().filter(|step| step.report == number) {
            set(&mut expected, mending, step);
        }
        let states = |report: &Report| -> Vec<CellState> {
            report.cells.iter().chain(report.extra.values()).map(|cell| cell.state).collect()
        };
        expected.extra.keys().eq(after.report.extra.keys()) && states(&expected) == states(&after.report)
    };
    if read.len() == mendings.len() && mendings.iter().zip(&read).enumerate().all(same) {
        Ok(())
    } else {
        Err(Fault::error(Message::new("amend-differs")))
    }
}

fn set(report: &mut Report, mending: &Mending<'_>, step: &Step<'_>) {
    let state = CellState::Number(step.value);
    match step.change.slot {
        Slot::Cell(index) => report.cell_mut(index).state = state,
        Slot::Group(group) => {
            if let Some(cell) = report.extra.get_mut(&mending.book.form.group(group).id) {
                cell.state = state;
            }
        }
    }
}

/// The list of changes: file, place, cell, what stood there, what stands there now, why.
fn log(mendings: &[Mending<'_>], steps: &[Step<'_>], lang: Lang) -> Vec<u8> {
    let word = |key: &'static str| render(&Message::new(key), lang);
    let heads = ["file", "unit", "place", "cell", "name", "old", "new", "reason"];
    let mut rows = vec![heads.map(|head| render(&Message::new(format!("repair-log-{head}")), lang))];
    for step in steps {
        let mending = &mendings[step.report];
        let (form, cell) = (&mending.book.form, mending.cell(step.change.slot));
        let edits =
            mending.repair.parts.iter().filter(|part| {
                part.choices.iter().any(|choice| choice.all().any(|own| std::ptr::eq(own, step.change)))
            });
        let titles =
            edits.flat_map(|part| &part.broken).map(|edit| &mending.book.rule_of(&mending.book.edits[*edit]).title);
        let mut titles: Vec<Arg> = titles.map(|title| Arg::Label(title.clone())).collect();
        titles.dedup();
        let slip = step.change.slip.map_or_else(String::new, |slip| render(&slip.message(form), lang));
        let rules = render(&Message::new("repair-log-because").with("rules", Arg::List(titles)), lang);
        let reason = [slip, rules].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
        rows.push([
            mending.file.to_string(),
            mending.report.unit.name.as_deref().unwrap_or_default().to_owned(),
            cell.origin.as_ref().map(|origin| render(&place_message(origin), lang)).unwrap_or_default(),
            form.slot_id(step.change.slot).to_owned(),
            form.slot_name(step.change.slot).get(lang).to_owned(),
            render(&Message::new("word-value").with("value", gouji_edits::shown(&cell)), lang),
            step.value.to_string(),
            reason.join(&word("word-semicolon")),
        ]);
    }
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    for row in &rows {
        // A list in memory takes whatever is written.
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}
