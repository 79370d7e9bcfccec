//! What holds for a whole run: language, rule books, unit list and what the arguments say of the reports.
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use camino::Utf8Path;
use gouji_edits::RuleBook;
use gouji_model::{Arg, Date, DateSource, Lang, Level, Message, Published, Scope, Unit, render};
use gouji_recognise::{Hints, Recogniser};
use gouji_repair::Localiser;

use crate::arguments::{Arguments, Inputs};
use crate::books::Library;
use crate::cache::Cache;
use crate::fault::{Explain, Fault};
use crate::level::Places;
use crate::ocr::Ocr;
use crate::parallel::Workers;
use crate::reader::Store;
use crate::similar::nearest;
use crate::units::{ListedUnit, UnitList};
use crate::{Interruption, Io, text};

/// So many units of a list are named in a remark.
const NAMED: usize = 5;

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verbosity {
    /// Findings and failures.
    Quiet,
    /// Also what was read, and counts.
    Normal,
    /// Also every reading note and everything that was not judged.
    Verbose,
}

/// What holds for a whole run.
pub(crate) struct Session<'a> {
    /// Language of all texts.
    pub(crate) lang: Lang,
    /// How much is said.
    pub(crate) verbosity: Verbosity,
    /// The rule books.
    pub(crate) library: &'a Library,
    /// Reads documents; made ready when the first one comes.
    recogniser: OnceLock<Recogniser<'a>>,
    /// What finds wrong cells, for each rule book; made ready when the first report of its edition comes.
    localisers: Vec<OnceLock<Localiser<'a>>>,
    /// Where files are read from.
    pub(crate) store: Store,
    /// Reports that were read before, where asked for.
    pub(crate) cache: Option<Cache>,
    /// What reads pictures, where asked for.
    pub(crate) ocr: Option<Ocr>,
    /// The unit list.
    pub(crate) units: Option<UnitList>,
    /// What tells a unit's level from its name.
    pub(crate) places: Places,
    /// What the arguments say of every report.
    given: Hints,
    /// How many threads are asked for.
    jobs: Option<u16>,
    interruption: Arc<Interruption>,
    /// When the one report was published, as the arguments say.
    published: Option<Date>,
}

impl<'a> Session<'a> {
    /// Takes what the arguments say, and reads the unit list.
    pub(crate) fn open(
        library: &'a Library,
        arguments: &Arguments,
        lang: Lang,
        io: &mut Io<'_>,
    ) -> anyhow::Result<Self> {
        let common = &arguments.common;
        let verbosity = match (common.quiet, common.verbose) {
            (true, _) => Verbosity::Quiet,
            (false, true) => Verbosity::Verbose,
            (false, false) => Verbosity::Normal,
        };
        let mut given = Hints::default();
        if let Some(edition) = &common.edition {
            given.edition = Some(known_edition(edition, library)?);
        }
        let (mut units, mut ocr) = (None, None);
        let published = arguments.command.inputs().and_then(|inputs| inputs.published);
        if let Some(inputs) = arguments.command.inputs() {
            given.year = inputs.year;
            given.unit = given_unit(inputs)?;
            ocr = inputs.ocr.as_deref().map(|command| Ocr::of(command, &io.cwd)).transpose()?;
        }
        if let Some(file) = arguments.command.units() {
            units = Some(read_units(file, verbosity, lang, io)?);
        }
        let folder = common.cache.as_ref().map(|folder| io.cwd.join(folder));
        let cache = folder.map(|folder| Cache::open(&folder, &library.sha256())).transpose()?;
        let (recogniser, places) = (OnceLock::new(), Places::built_in()?);
        if let Some(message) = units.as_ref().and_then(|units| without_due_date(units, &places)) {
            say_of_units(&message, verbosity, lang, io)?;
        }
        let store = Store::default();
        let (jobs, interruption) = (common.jobs, Arc::clone(&io.interruption));
        Ok(Self {
            lang,
            verbosity,
            library,
            localisers: unready(library),
            recogniser,
            store,
            cache,
            ocr,
            units,
            places,
            given,
            jobs,
            interruption,
            published,
        })
    }

    /// Threads for so many files.
    ///
    /// # Errors
    /// When the system gives none.
    pub(crate) fn workers(&self, files: usize) -> anyhow::Result<Workers> {
        Workers::new(self.jobs, files, Arc::clone(&self.interruption))
    }

    /// Whether more than findings and failures is said.
    pub(crate) fn says_more_than_findings(&self) -> bool {
        self.verbosity > Verbosity::Quiet
    }

    /// The same run with other rule books, as if `--edition` were one of theirs.
    pub(crate) fn with_edition<'b>(&self, library: &'b Library, edition: &str) -> anyhow::Result<Session<'b>> {
        Ok(Session {
            lang: self.lang,
            verbosity: self.verbosity,
            library,
            localisers: unready(library),
            recogniser: OnceLock::new(),
            store: Store::default(),
            published: self.published,
            cache: None,
            ocr: None,
            units: self.units.clone(),
            places: Places::built_in()?,
            given: Hints { edition: Some(known_edition(edition, library)?), ..Hints::default() },
            jobs: self.jobs,
            interruption: Arc::clone(&self.interruption),
        })
    }

    /// What reads documents.
    pub(crate) fn recogniser(&self) -> &Recogniser<'a> {
        self.recogniser.get_or_init(|| Recogniser::new(&self.library.books))
    }

    /// What finds wrong cells in reports of one of the run's rule books.
    pub(crate) fn localiser(&self, book: &'a RuleBook) -> anyhow::Result<&Localiser<'a>> {
        let books = self.library.books.iter();
        let own = books.zip(&self.localisers).find(|(own, _)| std::ptr::eq(*own, book));
        let (_, ready) = own.ok_or_else(|| anyhow::anyhow!("a rule book of another run"))?;
        Ok(ready.get_or_init(|| Localiser::of_checks(book)))
    }

    /// What finds wrong cells in reports of an edition.
    pub(crate) fn localiser_of(&self, edition: &str) -> anyhow::Result<&Localiser<'a>> {
        let book = self.library.book(edition).ok_or_else(|| anyhow::anyhow!("a rule book of another run"))?;
        self.localiser(book)
    }

    /// What is known of the reports in a file before it is read: the arguments, then the unit list.
    pub(crate) fn hints(&self, file: &Utf8Path) -> Hints {
        let mut hints = self.given.clone();
        if let Some(unit) = self.units.as_ref().and_then(|units| Some(units.unit(units.by_file(file)?))) {
            hints.unit = prefer(&hints.unit, &unit.unit());
        }
        hints
    }

    /// What is known of last year's reports: neither this year nor its edition.
    pub(crate) fn hints_before(&self) -> Hints {
        Hints { year: None, edition: None, ..self.given.clone() }
    }

    /// What is known of member units' reports: what the arguments say is of the region, so only the edition.
    pub(crate) fn hints_of_members(&self) -> Hints {
        Hints { year: None, unit: Unit::default(), ..self.given.clone() }
    }

    /// The edition of `--edition`.
    pub(crate) fn asked_edition(&self) -> Option<&str> {
        self.given.edition.as_deref()
    }

    /// When a report was published: as the arguments say, else the unit list, else the report's own page.
    pub(crate) fn published(&self, listed: Option<Date>, page: Option<Published>) -> Option<Published> {
        let from = |date, source| Published { date, source, origin: None };
        let given = self.published.map(|date| from(date, DateSource::Argument));
        given.or_else(|| listed.map(|date| from(date, DateSource::List))).or(page)
    }

    /// The rule books asked for: that of `--edition`, or all.
    pub(crate) fn chosen_books(&self) -> Vec<&'a RuleBook> {
        let chosen = |book: &&RuleBook| self.given.edition.as_ref().is_none_or(|edition| *edition == book.edition.id);
        self.library.books.iter().filter(chosen).collect()
    }

    /// The text of a message.
    pub(crate) fn say(&self, message: &Message) -> String {
        render(message, self.lang)
    }
}

/// For each rule book a place for what is not ready yet.
fn unready<T>(library: &Library) -> Vec<OnceLock<T>> {
    library.books.iter().map(|_| OnceLock::new()).collect()
}

/// What is known of a unit by the first, else by the second.
pub(crate) fn prefer(first: &Unit, second: &Unit) -> Unit {
    Unit {
        name: first.name.clone().or_else(|| second.name.clone()),
        level: first.level.or(second.level),
        kind: first.kind.or(second.kind),
        scope: first.scope.or(second.scope),
    }
}

fn known_edition(edition: &str, library: &Library) -> anyhow::Result<Box<str>> {
    let ids = || library.books.iter().map(|book| &*book.edition.id);
    if library.book(edition).is_some() {
        return Ok(edition.into());
    }
    Err(Fault::error(unknown("driver-edition-unknown", edition, ids())))
}

/// The message that a word is none of the choices, with the one that may have been meant.
pub(crate) fn unknown<'a>(key: &'static str, word: &str, choices: impl Iterator<Item = &'a str> + Clone) -> Message {
    let message = Message::new(key).text("name", word);
    let message = message.with("choices", Arg::List(choices.clone().map(|choice| Arg::Text(choice.into())).collect()));
    match nearest(word, choices) {
        Some(near) => {
            Message::new("driver-did-you-mean").with("what", Arg::Message(Box::new(message))).text("name", near)
        }
        None => message,
    }
}

fn given_unit(inputs: &Inputs) -> anyhow::Result<Unit> {
    Ok(Unit {
        name: inputs.unit.as_deref().map(Into::into),
        level: inputs.level.as_deref().map(|word| parse(word, "driver-level-unknown", level_words())).transpose()?,
        kind: None,
        scope: inputs.scope.as_deref().map(|word| parse(word, "driver-scope-unknown", scope_words())).transpose()?,
    })
}

fn parse<'a, T: FromStr>(
    word: &str,
    key: &'static str,
    choices: impl Iterator<Item = &'a str> + Clone,
) -> anyhow::Result<T> {
    word.parse().map_err(|_| Fault::error(unknown(key, word, choices)))
}

/// Ids and first words of the levels.
pub(crate) fn level_words() -> impl Iterator<Item = &'static str> + Clone {
    Level::WORDS.iter().flat_map(|(_, id, words)| words.first().into_iter().chain([id])).copied()
}

/// Ids and first words of the scopes.
pub(crate) fn scope_words() -> impl Iterator<Item = &'static str> + Clone {
    Scope::WORDS.iter().flat_map(|(_, id, words)| words.first().into_iter().chain([id])).copied()
}

/// Units of which neither the list nor the name tells level and kind, so that no due date is known for them.
fn without_due_date(units: &UnitList, places: &Places) -> Option<Message> {
    let is_unknown = |unit: &&ListedUnit| {
        let known = places.classify(&unit.name);
        unit.due.is_none() && known.is_none() && (unit.level.is_none() || unit.kind.is_none())
    };
    let names: Vec<&str> = units.units.iter().filter(is_unknown).map(|unit| unit.name.as_str()).collect();
    let (first, more) = names.split_first()?;
    let shown = std::iter::once(first).chain(more.iter().take(NAMED - 1)).map(|name| Arg::Text((*name).to_owned()));
    let key = if names.len() > NAMED { "driver-units-no-due-many" } else { "driver-units-no-due" };
    Some(Message::new(key).count("count", names.len()).with("units", Arg::List(shown.collect())))
}

fn say_of_units(message: &Message, verbosity: Verbosity, lang: Lang, io: &mut Io<'_>) -> anyhow::Result<()> {
    if verbosity > Verbosity::Quiet {
        writeln!(io.stderr, "{} {}", text("word-note", lang), render(message, lang))?;
    }
    Ok(())
}

fn read_units(file: &Utf8Path, verbosity: Verbosity, lang: Lang, io: &mut Io<'_>) -> anyhow::Result<UnitList> {
    let cannot = || Message::new("driver-units-cannot").text("file", file.as_str());
    let bytes = std::fs::read(io.cwd.join(file)).explain(cannot)?;
    let (units, remarks) = UnitList::read(&bytes).explain(cannot)?;
    if verbosity > Verbosity::Quiet {
        for remark in remarks {
            let reason = Arg::Message(Box::new(remark));
            let message = Message::new("driver-failure").text("file", file.as_str()).with("reason", reason);
            writeln!(io.stderr, "{} {}", text("word-warning", lang), render(&message, lang))?;
        }
    }
    Ok(units)
}
