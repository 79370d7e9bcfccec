//! The running text of a report in one spelling: lines that a page broke are joined, white space is dropped, digits
//! are ASCII.
use std::cell::OnceCell;

use gouji_model::{Block, Document, Origin, Report, SectionText};

use super::citation::Notices;
use super::period::Stated;
use crate::facts::Print;
use crate::fold::{fold, narrow};
use crate::values::is_space;

/// Signs that end a sentence.
const ENDS: [char; 5] = ['。', '！', '？', '；', ';'];

/// The text before the first section, and the sections'.
pub(crate) struct Passages<'a> {
    pub(super) report: &'a Report,
    document: Option<&'a Document>,
    /// What stands between title and first section; empty where a report came without its document.
    pub(crate) opening: String,
    /// Ids of the sections with their texts, in the order of print.
    pub(crate) sections: Vec<(&'a str, String)>,
    /// The sections' texts folded, once that was asked.
    folded: Vec<OnceCell<String>>,
    /// The period stated, once it was looked for.
    pub(super) period: OnceCell<Option<Stated>>,
    /// The notices cited, once they were looked for.
    pub(super) notices: OnceCell<Option<Notices>>,
}

impl<'a> Passages<'a> {
    /// The passages of a report.
    pub(crate) fn of(report: &'a Report, print: Option<&Print<'a>>) -> Self {
        let document = print.map(|print| print.document);
        let first = print.and_then(|print| print.sections.texts.first()?.origin.as_ref());
        Self {
            report,
            document,
            folded: vec![OnceCell::new(); report.sections.len()],
            opening: document.zip(first).map(|(document, first)| opening(document, first)).unwrap_or_default(),
            sections: report.sections.iter().map(|section| (&*section.id, plain(&section.text))).collect(),
            period: OnceCell::new(),
            notices: OnceCell::new(),
        }
    }

    /// A section with its folded text.
    pub(super) fn folded(&self, id: &str) -> Option<(&'a SectionText, &str)> {
        let number = self.report.sections.iter().position(|section| &*section.id == id)?;
        let section = &self.report.sections[number];
        Some((section, self.folded[number].get_or_init(|| fold(&section.text))))
    }

    /// The opening and every section.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.opening.as_str()).chain(self.sections.iter().map(|(_, text)| text.as_str()))
    }

    /// The opening and the first section: where a report speaks of itself.
    pub(crate) fn front(&self) -> impl Iterator<Item = &str> {
        self.all().take(2)
    }

    /// The paragraph in which a sentence begins.
    pub(crate) fn place(&self, sentence: &str) -> Option<Origin> {
        /// Enough characters to tell a sentence, few enough to stand in one line of a page.
        const TELLING: usize = 10;
        let start: String = sentence.chars().take(TELLING).collect();
        self.document?.blocks.iter().find_map(|block| match block {
            Block::Paragraph(paragraph) => plain(&paragraph.text).contains(&start).then(|| paragraph.origin.clone()),
            _ => None,
        })
    }
}

/// The paragraphs before the one at a place.
fn opening(document: &Document, end: &Origin) -> String {
    let paragraphs = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    });
    paragraphs.take_while(|paragraph| paragraph.origin != *end).map(|paragraph| plain(&paragraph.text)).collect()
}

/// A text without white space and with ASCII digits.
pub(super) fn plain(text: &str) -> String {
    let digits = |character: char| if matches!(character, '０'..='９') { narrow(character) } else { character };
    let mut plain = String::with_capacity(text.len());
    plain.extend(text.chars().filter(|character| !is_space(*character)).map(digits));
    plain
}

/// The sentences of a passage, without their ends.
pub(super) fn sentences(passage: &str) -> impl Iterator<Item = &str> {
    passage.split(ENDS).filter(|sentence| !sentence.is_empty())
}
