//! From publications to files: what `export` and `new` have in common.
use std::collections::HashSet;

use anyhow::Result;
use camino::Utf8PathBuf;
use gouji_export::{Meta, Publication};
use gouji_model::{Arg, Message};

use crate::arguments::Product;
use crate::artifacts::{Files, Gathering, Shelf, is_stem};
use crate::exit::Exit;
use crate::exporters::{Target, chosen};
use crate::fault::{Explain, Fault, message_of};
use crate::guard::guarded;
use crate::io::Said;
use crate::session::{Session, Verbosity};
use crate::{Io, date, text};

/// What is made of every publication.
pub(crate) struct Press<'s, 'b> {
    session: &'s Session<'b>,
    targets: Vec<Target>,
    shelf: Shelf,
    /// What every publication says of itself.
    pub(crate) meta: Meta,
    /// How it went so far.
    pub(crate) exit: Exit,
    stems: HashSet<String>,
}

impl<'s, 'b> Press<'s, 'b> {
    /// Looks the formats up and makes the folder ready; `inputs` are never written to.
    pub(crate) fn open(
        session: &'s Session<'b>,
        product: &Product,
        inputs: Vec<Utf8PathBuf>,
        io: &Io<'_>,
    ) -> Result<Self> {
        let targets = chosen(&product.to, &io.env)?;
        let meta = Meta {
            date: date::choose(product.date, &io.env)?,
            lang: session.lang,
            office: None,
            generator: format!("gouji {}", env!("CARGO_PKG_VERSION")),
            rules_sha256: session.library.sha256(),
            ..Meta::default()
        };
        let named = product.folder.clone().unwrap_or_default();
        let is_folder = targets.len() > 1 || named.extension().is_none();
        let shelf = Shelf { folder: io.cwd.join(&named), named, force: product.force, inputs };
        if is_folder {
            shelf.open()?;
        }
        Ok(Self { session, targets, shelf, meta, exit: Exit::Clean, stems: HashSet::new() })
    }

    /// A stem that no other publication of this run has.
    pub(crate) fn stem(&mut self, wanted: &str) -> String {
        let numbered = (2..).map(|number: usize| format!("{wanted}-{number}"));
        let mut stems = std::iter::once(wanted.to_owned()).chain(numbered);
        // The numbers do not end before the stems taken do.
        let free = stems.find(|stem| !self.stems.contains(stem)).unwrap_or_default();
        self.stems.insert(free.clone());
        free
    }

    /// Names of what lies in the folder.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = self.shelf.folder.read_dir_utf8().into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_owned()).collect()
    }

    /// Says something that is no failure, where anything is said at all.
    pub(crate) fn tell(&self, message: &Message, said: &mut Said<'_>) -> Result<()> {
        if self.session.verbosity > Verbosity::Quiet {
            writeln!(said.out, "{}", self.session.say(message))?;
        }
        Ok(())
    }

    /// Begins a batch in every format that takes its reports one after the other; `None` for those that do not.
    pub(crate) fn gatherings<'a>(&self, meta: &'a Meta) -> Vec<Option<Gathering<'a>>> {
        self.targets.iter().map(|target| target.collector(meta).map(Gathering::new)).collect()
    }

    /// Where files go.
    pub(crate) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Makes every format of a publication, in the order asked for; what one format cannot hold does not stop the others.
    pub(crate) fn make(&self, publication: &Publication<'_>) -> Vec<Made> {
        let make = |target: &Target| guarded(|| Ok(target.export(publication)?.into()));
        self.targets.iter().map(make).collect()
    }

    /// The same with formats that have gathered their reports already.
    pub(crate) fn make_gathered<'a>(
        &self,
        publication: &Publication<'_>,
        gatherings: Vec<Option<Gathering<'a>>>,
    ) -> Vec<Made> {
        let make = |(target, gathering): (&Target, Option<Gathering<'a>>)| match gathering {
            Some(gathering) => guarded(|| gathering.finish(publication)),
            None => guarded(|| Ok(target.export(publication)?.into())),
        };
        self.targets.iter().zip(gatherings).map(make).collect()
    }

    /// Writes what was made of a publication, and says so; `about` is the file to name where that fails.
    pub(crate) fn put_out(&self, stem: &str, about: &str, made: Vec<Made>, said: &mut Said<'_>) -> Result<Written> {
        let mut written = Written { files: Vec::new(), exit: Exit::Clean };
        for (target, files) in self.targets.iter().zip(made) {
            let cannot = || Message::new("driver-export-failed").text("format", target.name());
            match files.explain(cannot).and_then(|files| self.put(stem, files)) {
                Ok(files) => {
                    if self.session.verbosity > Verbosity::Quiet {
                        files.iter().try_for_each(|file| writeln!(said.out, "{file}"))?;
                    }
                    written.files.extend(files);
                }
                Err(error) => {
                    written.exit = Exit::Failed;
                    let reason = Arg::Message(Box::new(message_of(&error)));
                    let message = Message::new("driver-failure").text("file", about).with("reason", reason);
                    writeln!(said.err, "{} {}", text("word-error", self.session.lang), self.session.say(&message))?;
                }
            }
        }
        Ok(written)
    }

    /// Makes and writes every format of a publication, and gives the files.
    pub(crate) fn print(
        &mut self,
        stem: &str,
        publication: &Publication<'_>,
        said: &mut Said<'_>,
    ) -> Result<Vec<Utf8PathBuf>> {
        // What was added up has no file.
        let file = publication.reports.first().map(|judged| &*judged.source.file);
        let about = file.filter(|file| !file.is_empty()).unwrap_or(stem);
        let written = self.put_out(stem, about, self.make(publication), said)?;
        self.exit = self.exit.max(written.exit);
        Ok(written.files)
    }

    /// Writes the files of one format into the folder; the one file that a run makes may be named instead.
    fn put(&self, stem: &str, files: Files) -> Result<Vec<Utf8PathBuf>> {
        let named = match (files.artifacts.as_slice(), self.targets.len(), self.stems.len()) {
            ([artifact], 1, 1) => self.shelf.as_file(&artifact.suffix),
            _ => None,
        };
        let (place, stem) = match &named {
            Some((place, stem)) => (place, stem.as_str()),
            None => (&self.shelf, stem),
        };
        place.open()?;
        place.put_files(stem, files)
    }
}

/// What was written of a publication.
pub(crate) struct Written {
    /// The files.
    pub(crate) files: Vec<Utf8PathBuf>,
    /// How it went.
    pub(crate) exit: Exit,
}

/// The files of one format, or why there are none.
pub(crate) type Made = Result<Files>;

/// A name that is to be the stem of files.
pub(crate) fn named(name: &str) -> Result<&str> {
    if is_stem(name) { Ok(name) } else { Err(Fault::error(Message::new("driver-export-name").text("name", name))) }
}
