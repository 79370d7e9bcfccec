//! All reports of a run in one publication: each is handed to the formats that gather as soon as it is judged, and kept
//! only where another format needs them all at once.
use anyhow::Result;
use gouji_edits::RuleBook;
use gouji_export::{Kind, Meta, Publication};

use crate::Io;
use crate::artifacts::Gathering;
use crate::command::Ready;
use crate::publish::Press;

/// The reports so far.
pub(crate) struct Batch<'a> {
    name: &'a str,
    /// One for each format, in the order asked for; `None` for one that does not gather.
    gatherings: Vec<Option<Gathering<'a>>>,
    /// The reports, for formats that do not gather.
    kept: Vec<Ready<'a>>,
    /// The latest edition met.
    book: Option<&'a RuleBook>,
}

impl<'a> Batch<'a> {
    /// A batch without reports, in the formats of a press.
    pub(crate) fn new(name: &'a str, press: &Press<'_, '_>, meta: &'a Meta) -> Self {
        Self { name, gatherings: press.gatherings(meta), kept: Vec::new(), book: None }
    }

    /// Adds a report; an error is that of writing what is ready of a file.
    pub(crate) fn add(&mut self, ready: Ready<'a>, press: &Press<'_, '_>) -> Result<()> {
        let book = ready.book();
        for gathering in self.gatherings.iter_mut().flatten() {
            gathering.add((book, &ready.judged()), press.shelf())?;
        }
        if self.book.is_none_or(|latest| latest.edition.years.from <= book.edition.years.from) {
            self.book = Some(book);
        }
        if self.gatherings.iter().any(Option::is_none) {
            self.kept.push(ready);
        }
        Ok(())
    }

    /// Writes the files; without a report there are none.
    pub(crate) fn print(self, press: &mut Press<'_, '_>, io: &mut Io<'_>) -> Result<()> {
        let Self { name, gatherings, kept, book } = self;
        let Some(book) = book else { return Ok(()) };
        let publication = Publication {
            kind: Kind::Batch,
            book,
            reports: kept.iter().map(Ready::judged).collect(),
            name: name.to_owned(),
            year: None,
            meta: press.meta.clone(),
        };
        let stem = press.stem(name);
        let made = press.make_gathered(&publication, gatherings);
        let exit = press.put_out(&stem, &stem, made, &mut io.said())?.exit;
        press.exit = press.exit.max(exit);
        Ok(())
    }
}
