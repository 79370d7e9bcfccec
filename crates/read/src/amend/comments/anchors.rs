//! Where in the main part comments begin and end.
use std::collections::BTreeMap;
use std::ops::Range;

use gouji_model::{Block, Document, Message, Origin};
use quick_xml::escape::unescape;

use super::super::docx::cell;
use super::super::sites::{Kind, Site, Sites, marks, within_paragraph};
use super::super::spliced;
use super::parts::Names;
use super::{Comment, Spot};
use crate::{Limits, ReadError};

/// The places of all comments.
pub(super) struct Anchors<'a> {
    sites: Sites<'a>,
    spans: Vec<Span>,
    /// Comments whose place was not found.
    pub(super) displaced: usize,
}

/// What one comment is about.
#[derive(Clone, Copy)]
enum Span {
    /// From a place of one text to a place of another.
    Texts(Cut, Cut),
    /// The end of a paragraph without text.
    Blank(usize),
}

/// A place in a text: the number of its piece, and the byte in the main part.
#[derive(Clone, Copy)]
struct Cut {
    site: usize,
    byte: usize,
}

/// A file as it is read with marks.
struct Marked {
    /// Marks in texts only, so that empty paragraphs stay empty.
    texts: Document,
    /// Marks in empty paragraphs, too.
    all: Document,
}

/// What stands at one place of the main part.
#[derive(Default)]
struct Point {
    /// Comments that end here, those that are about nothing but this place, those that begin here.
    ends: Vec<usize>,
    blanks: Vec<usize>,
    begins: Vec<usize>,
    /// The text that is parted here.
    parted: Option<usize>,
}

impl<'a> Anchors<'a> {
    /// Finds the place of each comment.
    ///
    /// # Errors
    /// When the marked file cannot be read, or there is no paragraph at all.
    pub(super) fn place(bytes: &[u8], text: &'a str, comments: &[Comment], limits: &Limits) -> Result<Self, ReadError> {
        let sites = Sites::of(text)?;
        let marked =
            Marked { texts: sites.marked(bytes, limits, Site::is_text)?, all: sites.marked(bytes, limits, |_| true)? };
        let whole = whole(&sites, &marked).ok_or_else(|| ReadError(Message::new("annotate-no-text")))?;
        let mut displaced = 0;
        let spans = comments.iter().map(|comment| match &comment.spot {
            Spot::Whole => whole,
            Spot::Place(origin) | Spot::Sentence(origin, _) => {
                let sentence = if let Spot::Sentence(_, sentence) = &comment.spot { &**sentence } else { "" };
                span(&sites, text, &marked, (origin, sentence)).unwrap_or_else(|| {
                    displaced += 1;
                    whole
                })
            }
        });
        let spans = spans.collect();
        Ok(Self { sites, spans, displaced })
    }

    /// The main part with the comments' places in it; ids count from `first_id`.
    pub(super) fn written(&self, names: &Names, first_id: usize) -> String {
        let mut points: BTreeMap<usize, Point> = BTreeMap::new();
        for (number, span) in self.spans.iter().enumerate() {
            let id = first_id + number;
            match span {
                Span::Blank(site) => points.entry(self.sites.all[*site].range.start).or_default().blanks.push(id),
                Span::Texts(first, last) => {
                    let (byte, parted) = self.begin(*first);
                    let point = points.entry(byte).or_default();
                    point.begins.push(id);
                    point.parted = point.parted.or(parted);
                    let (byte, parted) = self.end(*last);
                    let point = points.entry(byte).or_default();
                    point.ends.push(id);
                    point.parted = point.parted.or(parted);
                }
            }
        }
        let edits = points.iter().map(|(byte, point)| self.edit(names, *byte, point));
        spliced(self.sites.text, edits.collect())
    }

    /// Where a comment begins: within the text if its run can be parted, else before the run.
    fn begin(&self, cut: Cut) -> (usize, Option<usize>) {
        let site = &self.sites.all[cut.site];
        // White space before the sentence goes with it: at the end of a text it would be lost.
        let before = self.sites.text.get(site.range.start..cut.byte).unwrap_or_default().trim_end();
        let byte = site.range.start + before.len();
        if !before.is_empty() && self.can_part(site) {
            return (byte, Some(cut.site));
        }
        (self.run(site).start, None)
    }

    fn end(&self, cut: Cut) -> (usize, Option<usize>) {
        let site = &self.sites.all[cut.site];
        let is_whole = cut.byte >= site.range.end;
        if !is_whole && self.can_part(site) {
            return (cut.byte, Some(cut.site));
        }
        (self.run(site).end, None)
    }

    /// Whether the run around a text can end within it and go on behind.
    fn can_part(&self, site: &Site) -> bool {
        let is_plain = self.sites.text.get(site.range.clone()).is_some_and(|content| !content.contains('<'));
        is_plain && matches!(site.kind, Kind::Text { is_direct: true, .. })
    }

    /// The run around a text; the text itself where there is none.
    fn run(&self, site: &Site) -> Range<usize> {
        match site.kind {
            Kind::Text { run: Some(run), .. } => self.sites.runs[run].range.clone(),
            _ => site.range.clone(),
        }
    }

    /// What is put at one place.
    fn edit(&self, names: &Names, byte: usize, point: &Point) -> (Range<usize>, String) {
        let mut marks: String = point.ends.iter().map(|id| names.end(*id)).collect();
        marks.extend(point.blanks.iter().map(|id| names.begin(*id) + &names.end(*id)));
        marks.extend(point.begins.iter().map(|id| names.begin(*id)));
        if let Some(site) = point.parted {
            return (byte..byte, self.parted(&self.sites.all[site], byte, &marks));
        }
        let blank = self.sites.all.iter().find(|site| site.range.start == byte && !site.is_text());
        match blank.map(|site| (site, &site.kind)) {
            Some((site, Kind::End { prefix, empty, .. })) if !point.blanks.is_empty() => {
                (site.range.clone(), within_paragraph(prefix, empty.as_deref(), &marks))
            }
            _ => (byte..byte, marks),
        }
    }

    /// A run that ends before marks and goes on behind them.
    fn parted(&self, site: &Site, byte: usize, marks: &str) -> String {
        let Kind::Text { tag, run: Some(run), .. } = &site.kind else { return marks.to_owned() };
        let run = &self.sites.runs[*run];
        let piece = |range: &Range<usize>| self.sites.text.get(range.clone()).unwrap_or_default();
        let names = |tag: &str| {
            tag.trim_start_matches('<').split([' ', '>', '\t', '\n', '\r']).next().unwrap_or_default().to_owned()
        };
        let (own, outer) = (names(piece(tag)), names(piece(&run.range)));
        let rest = self.sites.text.get(byte..site.range.end).unwrap_or_default();
        let again = if rest.starts_with(char::is_whitespace) {
            format!("<{own} xml:space=\"preserve\">")
        } else {
            piece(tag).to_owned()
        };
        format!("</{own}></{outer}>{marks}<{outer}>{}{again}", piece(&run.properties))
    }
}

/// The first paragraph with text; else the end of the first that there is.
fn whole(sites: &Sites<'_>, marked: &Marked) -> Option<Span> {
    let paragraphs = marked.texts.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(marks(&paragraph.text).0),
        _ => None,
    });
    let first = paragraphs.into_iter().find_map(|numbers| all_of(sites, &numbers));
    first.or_else(|| sites.all.iter().position(|site| !site.is_text()).map(Span::Blank))
}

/// What a comment on a place is about: the sentence, or all that the place shows.
fn span(sites: &Sites<'_>, text: &str, marked: &Marked, (origin, sentence): (&Origin, &str)) -> Option<Span> {
    let numbers = shown(&marked.texts, origin);
    if numbers.is_empty() {
        let blank = marks(&cell(&marked.all, origin)?.text).0;
        return blank.into_iter().next().map(Span::Blank);
    }
    within(sites, text, &numbers, sentence).or_else(|| all_of(sites, &numbers))
}

/// The pieces that a cell or paragraph shows.
fn shown(document: &Document, origin: &Origin) -> Vec<usize> {
    let paragraphs = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) if paragraph.origin == *origin => Some(&paragraph.text),
        _ => None,
    });
    let texts: Vec<&String> = paragraphs.chain(cell(document, origin).map(|cell| &cell.text)).collect();
    texts.into_iter().flat_map(|text| marks(text).0).collect()
}

fn all_of(sites: &Sites<'_>, numbers: &[usize]) -> Option<Span> {
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    let begin = Cut { site: first, byte: sites.all.get(first)?.range.start };
    Some(Span::Texts(begin, Cut { site: last, byte: sites.all.get(last)?.range.end }))
}

/// A sentence among pieces of text, white space aside.
fn within(sites: &Sites<'_>, text: &str, numbers: &[usize], sentence: &str) -> Option<Span> {
    let wanted: Vec<char> = sentence.chars().filter(|character| !character.is_whitespace()).collect();
    let letters: Vec<(char, Cut, usize)> = numbers.iter().flat_map(|number| letters(sites, text, *number)).collect();
    let starts = letters.windows(wanted.len().max(1));
    let found = starts.into_iter().find(|window| window.iter().map(|(letter, ..)| letter).eq(&wanted))?;
    let ((_, first, _), (_, last, end)) = (found.first()?, found.last()?);
    Some(Span::Texts(*first, Cut { byte: *end, ..*last }))
}

/// The characters of a piece but white space, each with its place and the byte behind it.
fn letters(sites: &Sites<'_>, text: &str, number: usize) -> Vec<(char, Cut, usize)> {
    let Some(site) = sites.all.get(number) else { return Vec::new() };
    let content = text.get(site.range.clone()).unwrap_or_default();
    let (mut found, mut rest) = (Vec::new(), content);
    while let Some(first) = rest.chars().next() {
        let entity = rest.find(';').filter(|_| first == '&').map(|end| &rest[..=end]);
        let piece = entity.unwrap_or(&rest[..first.len_utf8()]);
        let byte = site.range.end - rest.len();
        let shown = unescape(piece).unwrap_or_default();
        let letters = shown.chars().filter(|letter| !letter.is_whitespace());
        found.extend(letters.map(|letter| (letter, Cut { site: number, byte }, byte + piece.len())));
        rest = &rest[piece.len()..];
    }
    found
}
