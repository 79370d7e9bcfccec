//! What a document is made of: paragraphs, each in a style, and tables.
use std::borrow::Cow;

use gouji_export::TableText;

/// The styles of paragraphs; `parts/styles.xml` says how they look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Title of a report, on a new page: 小标宋.
    Title,
    /// Heading of a section: 黑体.
    Heading,
    /// Heading of a part: 楷体.
    Subheading,
    /// Text: 仿宋, indented by two characters.
    Body,
    /// What is no text of the report, in small print.
    Aside,
    /// What is said beside an item of a notice, in small print below it.
    Detail,
    /// Text without indent: whom a letter is for.
    Address,
    /// The last words before the signature, on one page with it.
    Closing,
    /// Who signs and when, at the right.
    Signature,
}

impl Style {
    /// Its id in `parts/styles.xml`.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Heading => "Heading1",
            Self::Subheading => "Heading2",
            Self::Body => "FangSong",
            Self::Aside => "Aside",
            Self::Detail => "Detail",
            Self::Address => "Address",
            Self::Closing => "ClosingText",
            Self::Signature => "Signature",
        }
    }
}

/// One piece of a document.
#[derive(Clone, Debug)]
pub(crate) enum Block<'a> {
    /// A paragraph.
    Paragraph(Style, Cow<'a, str>),
    /// A table.
    Table(TableText<'a>),
}

impl<'a> Block<'a> {
    /// A paragraph in a style.
    pub(crate) fn paragraph(style: Style, text: impl Into<Cow<'a, str>>) -> Self {
        Self::Paragraph(style, text.into())
    }
}

/// The first title on one line, for the properties of the file.
pub(crate) fn title(blocks: &[Block<'_>]) -> String {
    let mut titles = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(Style::Title, text) => Some(text.replace('\n', "")),
        _ => None,
    });
    titles.next().unwrap_or_default()
}
