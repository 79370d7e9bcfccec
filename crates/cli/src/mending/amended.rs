//! Corrected files: a new file in which the named cells have their new numbers, and the list of changes beside it.
use camino::{Utf8Path, Utf8PathBuf};
use gouji_export::{Artifact, place_message};
use gouji_model::{Arg, CellState, Lang, Message, Number, Report, Slot, render};
use gouji_repair::{Change, Part};

use super::{Mending, is_wrong};
use crate::artifacts::Shelf;
use crate::fault::Fault;
use crate::intake::{Received, from_bytes};
use crate::own_files::CHANGES;
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
    /// Cells of other reports that must change, too: those files are never written for.
    pub(crate) elsewhere: usize,
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
        if self.elsewhere > 0 {
            messages.push(Message::new("repair-elsewhere").count("count", self.elsewhere));
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
/// What other reports must change is listed and left: their files were given to compare with, and some of them were published
/// long ago. What is applied here stands by itself: no hard edit has cells of two reports.
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
    let (mut steps, mut elsewhere) = (Vec::new(), Vec::new());
    for (report, mending) in mendings.iter().enumerate() {
        for part in mending.repair.parts.iter().filter(|part| is_wrong(part)) {
            let Some(changes) = chosen(mending, part, choose)? else {
                applied[report].left += 1;
                continue;
            };
            let (own, others): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(|change| change.report == 0);
            applied[report].elsewhere += others.len();
            elsewhere.extend(others.into_iter().map(|change| (report, change)));
            if !own.is_empty() {
                reader::can_amend(bytes)?;
                steps.extend(steps_of(mending, report, &own)?);
            }
        }
    }
    let most = mendings.iter().flat_map(Mending::numbered).map(|(number, ..)| number).max().unwrap_or(0);
    if let Some(number) = choose.iter().find(|number| **number == 0 || **number > most) {
        let key = if most == 0 { "repair-no-choices" } else { "repair-no-choice" };
        return Err(Fault::error(Message::new(key).count("number", *number).count("count", most)));
    }
    let Some(first) = mendings.first().filter(|_| !steps.is_empty()).map(Mending::own) else { return Ok(applied) };
    let amendments: Vec<Amendment> = steps.iter().map(|step| step.amendment.clone()).collect();
    let amended = reader::amend(bytes, &amendments)?;
    verify(session, &first.file, &amended, mendings, &steps)?;
    let suffix = format!(".{}", first.file.extension().unwrap_or("docx"));
    let (shelf, stem) = shelf
        .as_file(&suffix)
        .unwrap_or_else(|| (shelf.clone(), format!("{}.repaired", first.file.file_stem().unwrap_or("report"))));
    shelf.open()?;
    let log = log(mendings, &steps, &elsewhere, session.lang);
    let artifacts = [
        Artifact { suffix: suffix.clone(), bytes: amended },
        Artifact { suffix: format!("{suffix}{CHANGES}"), bytes: log },
    ];
    let mut written = shelf.put(&stem, &artifacts)?.into_iter();
    let (file, log) = (written.next(), written.next());
    for (report, own) in applied.iter_mut().enumerate() {
        own.cells = steps
            .iter()
            .filter(|step| step.report == report)
            .map(|step| mendings[report].own().book.form.slot_id(step.change.slot).to_owned())
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
    let own = mending.own();
    let step = |change: &&'a Change| {
        let cell = own.cell(change.slot);
        let name = || Message::new("repair-no-place").label("cell", own.book.form.slot_name(change.slot));
        let (Some(value), Some(origin)) = (change.value.only(), cell.origin) else { return Err(Fault::error(name())) };
        // A number with words beside it: the words would be lost.
        let print = cell.raw.as_deref().unwrap_or_default();
        if matches!(change.found, CellState::Number(_)) && print.chars().any(is_word) {
            let message = Message::new("repair-noted").label("cell", own.book.form.slot_name(change.slot));
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
        let mut expected = mending.own().report.clone().into_owned();
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
            if let Some(cell) = report.extra.get_mut(&mending.own().book.form.group(group).id) {
                cell.state = state;
            }
        }
    }
}

/// The list of changes: report, place, cell, what stood there, what stands there now, why; then what other reports must change.
fn log(mendings: &[Mending<'_>], steps: &[Step<'_>], elsewhere: &[(usize, &Change)], lang: Lang) -> Vec<u8> {
    let heads = ["file", "unit", "year", "place", "cell", "name", "old", "new", "reason", "done"];
    let mut rows = vec![heads.map(|head| render(&Message::new(format!("repair-log-{head}")), lang))];
    let done = steps.iter().map(|step| (step.report, step.change, "repair-log-yes"));
    let left = elsewhere.iter().map(|(report, change)| (*report, *change, "repair-log-no"));
    for (report, change, done) in done.chain(left) {
        let mending = &mendings[report];
        let party = &mending.parties[change.report];
        let (form, cell) = (&party.book.form, party.cell(change.slot));
        rows.push([
            party.file.to_string(),
            party.report.unit.name.as_deref().unwrap_or_default().to_owned(),
            party.report.year.map(|year| year.to_string()).unwrap_or_default(),
            cell.origin.as_ref().map(|origin| render(&place_message(origin), lang)).unwrap_or_default(),
            form.slot_id(change.slot).to_owned(),
            form.slot_name(change.slot).get(lang).to_owned(),
            render(&Message::new("word-value").with("value", gouji_edits::shown(&cell)), lang),
            change.value.only().map(|value| value.to_string()).unwrap_or_default(),
            reason(mending, change, lang),
            render(&Message::new(done), lang),
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

/// What probably happened, and the rules that a change makes hold.
fn reason(mending: &Mending<'_>, change: &Change, lang: Lang) -> String {
    let is_behind = |part: &&Part| part.choices.iter().any(|choice| choice.all().any(|own| std::ptr::eq(own, change)));
    let breaches = mending.repair.parts.iter().filter(is_behind).flat_map(|part| &part.broken);
    let titles = breaches.map(|breach| {
        let book = mending.parties[breach.report].book;
        Arg::Label(book.rule_of(&book.edits[breach.edit]).title.clone())
    });
    let mut titles: Vec<Arg> = titles.collect();
    titles.dedup();
    let form = &mending.parties[change.report].book.form;
    let slip = change.slip.map_or_else(String::new, |slip| render(&slip.message(form), lang));
    let rules = render(&Message::new("repair-log-because").with("rules", Arg::List(titles)), lang);
    let reason = [slip, rules].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    reason.join(&render(&Message::new("word-semicolon"), lang))
}
