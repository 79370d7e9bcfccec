//! Copies of Word files with a comment at each finding.
use std::collections::HashSet;

use anyhow::Result;
use camino::{Utf8Path, Utf8PathBuf};
use gouji_edits::Finding;
use gouji_export::{Artifact, severity_message, waiver_message};
use gouji_model::{Arg, Message};

use crate::arguments::CheckArguments;
use crate::artifacts::Shelf;
use crate::examine::Examined;
use crate::exit::Exit;
use crate::fault::message_of;
use crate::guard::guarded;
use crate::io::Said;
use crate::own_files::ANNOTATED;
use crate::reader::{self, Author, Comment, Spot};
use crate::session::Session;
use crate::{Io, date, text};

/// A finding of more cells than this has one comment, at the first: the comment names all of them.
const CELLS: usize = 20;

/// The folder of a run's annotated copies, and the comments of the file at hand.
pub(crate) struct Annotating<'s, 'b> {
    session: &'s Session<'b>,
    shelf: Shelf,
    author: Author,
    comments: Vec<Comment>,
    names: HashSet<String>,
    /// How it went so far.
    pub(crate) exit: Exit,
}

impl<'s, 'b> Annotating<'s, 'b> {
    /// Makes the folder ready; `inputs` are never written to.
    pub(crate) fn open(
        session: &'s Session<'b>,
        arguments: &CheckArguments,
        inputs: Vec<Utf8PathBuf>,
        io: &Io<'_>,
    ) -> Result<Self> {
        let named = arguments.folder(&io.cwd).unwrap_or_default();
        let shelf = Shelf { folder: io.cwd.join(&named), named, force: arguments.force, inputs };
        shelf.open()?;
        let author = Author { name: "gouji".to_owned(), date: date::choose(arguments.date, &io.env)? };
        Ok(Self { session, shelf, author, comments: Vec::new(), names: HashSet::new(), exit: Exit::Clean })
    }

    /// Takes the findings of a report; the copy is written when all reports of its file were seen.
    pub(crate) fn report(&mut self, examined: &Examined<'_>) {
        for finding in &examined.findings {
            self.comments.extend(self.comments_on(examined, finding));
        }
    }

    /// Writes the copy of a file whose reports were seen.
    pub(crate) fn file(&mut self, file: &Utf8Path, cwd: &Utf8Path, said: &mut Said<'_>) -> Result<()> {
        let comments = std::mem::take(&mut self.comments);
        if comments.is_empty() {
            return self.tell(&Message::new("annotate-none").text("file", file.as_str()), said);
        }
        let bytes = self.session.store.load(&cwd.join(file))?;
        if !reader::can_annotate(&bytes) {
            let reason = Arg::Message(Box::new(Message::new("annotate-format")));
            return self
                .tell(&Message::new("annotate-skipped").text("file", file.as_str()).with("reason", reason), said);
        }
        let written = guarded(|| {
            let annotated = reader::annotate(&bytes, &comments, &self.author)?;
            Ok((self.put(file, annotated.bytes)?, annotated.displaced))
        });
        match written {
            Ok((copy, displaced)) => {
                let message = Message::new("annotate-written").text("file", file.as_str()).text("copy", copy.as_str());
                self.tell(&message.count("comments", comments.len()), said)?;
                if displaced > 0 {
                    let message = Message::new("annotate-displaced").text("file", file.as_str());
                    self.tell(&message.count("count", displaced), said)?;
                }
                Ok(())
            }
            Err(error) => {
                self.exit = Exit::Failed;
                let reason = Arg::Message(Box::new(message_of(&error)));
                let message = Message::new("driver-failure").text("file", file.as_str()).with("reason", reason);
                Ok(writeln!(said.err, "{} {}", text("word-error", self.session.lang), self.session.say(&message))?)
            }
        }
    }

    fn tell(&self, message: &Message, said: &mut Said<'_>) -> Result<()> {
        if self.session.says_more_than_findings() {
            writeln!(said.err, "{} {}", text("word-note", self.session.lang), self.session.say(message))?;
        }
        Ok(())
    }

    /// Puts a copy into the folder, under the name of its file; copies of the same name are numbered.
    fn put(&mut self, file: &Utf8Path, bytes: Vec<u8>) -> Result<Utf8PathBuf> {
        let stem = file.file_stem().unwrap_or_default();
        let numbered = (2..).map(|number: usize| format!("{stem}-{number}"));
        let mut stems = std::iter::once(stem.to_owned()).chain(numbered);
        // The numbers do not end before the names taken do.
        let stem = stems.find(|stem| !self.names.contains(stem)).unwrap_or_default();
        self.names.insert(stem.clone());
        let suffix = format!("{ANNOTATED}.{}", file.extension().unwrap_or("docx"));
        let placed = self.shelf.put(&stem, &[Artifact { suffix, bytes }])?;
        Ok(placed.into_iter().next().unwrap_or_default())
    }

    /// The comments on a finding: on its sentence, else on its cells, else on the title.
    fn comments_on(&self, examined: &Examined<'_>, finding: &Finding) -> Vec<Comment> {
        let lines = self.lines(finding);
        let on = |spot| vec![Comment { spot, lines: lines.clone() }];
        if let (Some(passage), Some(origin)) = (&finding.passage, &finding.origin) {
            return on(Spot::Sentence(origin.clone(), passage.sentence.to_string()));
        }
        let form = &examined.book.form;
        let guilty = guilty(finding);
        let placed = guilty.into_iter().filter_map(|id| {
            let index = form.cell_index(id)?;
            Some((index, examined.report.cell(index).origin.clone()?))
        });
        let placed: Vec<_> = placed.collect();
        let Some((first, rest)) = placed.split_first() else {
            return on(finding.origin.clone().map_or(Spot::Whole, Spot::Place));
        };
        let mut comments = on(Spot::Place(first.1.clone()));
        if rest.len() < CELLS {
            let title = examined.book.rule(&finding.rule).map(|rule| rule.title.clone()).unwrap_or_default();
            let same = Message::new("annotate-same")
                .with("severity", Arg::Message(Box::new(severity_message(finding.severity))))
                .label("cell", &form.cell(first.0).name)
                .label("rule", &title);
            let lines = vec![self.session.say(&same)];
            comments.extend(
                rest.iter().map(|(_, origin)| Comment { spot: Spot::Place(origin.clone()), lines: lines.clone() }),
            );
        }
        comments
    }

    /// What a comment says: what is wrong, what to do, why, by which rule, and a waiver.
    fn lines(&self, finding: &Finding) -> Vec<String> {
        let lang = self.session.lang;
        let sentence = Message::new("annotate-sentence")
            .with("severity", Arg::Message(Box::new(severity_message(finding.severity))))
            .with("sentence", Arg::Message(Box::new(finding.message.clone())));
        let detail = |key: &'static str, text: String| self.session.say(&Message::new(key).text("text", text));
        let basis: Vec<&str> = finding.basis.iter().map(|basis| basis.get(lang)).collect();
        let mut lines = vec![self.session.say(&sentence)];
        lines.extend(finding.suggestion.as_ref().map(|advice| detail("export-suggestion", self.session.say(advice))));
        lines.push(detail("export-basis", basis.join(&text("word-semicolon", lang))));
        lines.push(self.session.say(&Message::new("annotate-rule").text("rule", &*finding.rule)));
        lines.extend(finding.waiver.as_ref().map(|waiver| self.session.say(&waiver_message(waiver))));
        lines
    }
}

/// The cells that a finding is about: the one that is certainly wrong, else all that it points to.
fn guilty(finding: &Finding) -> Vec<&str> {
    match &finding.correction {
        Some(correction) => vec![&correction.cell],
        None => finding.cells.iter().map(|cell| &**cell).collect(),
    }
}
