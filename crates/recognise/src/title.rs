//! The title: unit, year and wording.
use gouji_model::{Block, Document, Lexicon, Origin};

use crate::fold::{fold, narrow};
use crate::values::is_space;

/// A title has at most this many lines, of at most [`LONGEST_LINE`] characters each.
const MOST_LINES: usize = 4;
const LONGEST_LINE: usize = 50;

/// What the title says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Title {
    /// As printed, lines joined.
    pub(crate) text: String,
    /// Report year.
    pub(crate) year: Option<i32>,
    /// Name of the unit; empty where the title names none.
    pub(crate) unit: String,
    /// Whether it has the form's own wording.
    pub(crate) worded: bool,
    /// Where it begins.
    pub(crate) origin: Option<Origin>,
    /// Where titles stand again before the first section.
    pub(crate) again: Vec<Origin>,
}

struct Line<'a> {
    text: &'a str,
    /// Empty where the line is too long for a title or a sentence.
    folded: String,
    origin: &'a Origin,
}

impl<'a> Line<'a> {
    fn new(text: &'a str, origin: &'a Origin) -> Self {
        let title = text.chars().take(LONGEST_LINE + 1).count() <= LONGEST_LINE && !text.contains('。');
        Self { text, folded: if title { fold(text) } else { String::new() }, origin }
    }
}

/// The title among the paragraphs before block `end`.
pub(crate) fn title(document: &Document, lexicon: &Lexicon, end: usize) -> Option<Title> {
    let lines: Vec<Line<'_>> = document.blocks[..end.min(document.blocks.len())]
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(Line::new(&paragraph.text, &paragraph.origin)),
            _ => None,
        })
        .collect();
    let wordings: Vec<String> = lexicon.titles.iter().map(|wording| fold(wording)).collect();
    let mut titles = Vec::new();
    let mut free = 0;
    for end in 1..=lines.len() {
        if let Some(title) = title_to(&lines[free..end], &wordings) {
            titles.push(title);
            free = end;
        }
    }
    let mut titles = titles.into_iter();
    let mut first = titles.next()?;
    first.again = titles.filter_map(|title| title.origin).collect();
    Some(first)
}

/// The shortest run of lines up to the last that makes a title's wording, with as many before as it takes to name the
/// unit. Lines before a title that names its unit are no part of it: site names, paths of pages.
fn title_to(lines: &[Line<'_>], wordings: &[String]) -> Option<Title> {
    let mut folded = String::new();
    let mut found: Option<Title> = None;
    for start in (lines.len().saturating_sub(MOST_LINES)..lines.len()).rev() {
        let line = &lines[start];
        if line.folded.is_empty() || found.is_some() && !may_name_unit(line.text) {
            break;
        }
        folded.insert_str(0, &line.folded);
        let Some(wording) = wordings.iter().position(|wording| folded.ends_with(wording.as_str())) else { continue };
        let text =
            lines[start..].iter().flat_map(|line| line.text.chars()).filter(|c| !is_space(*c)).collect::<String>();
        let title = parse(&text, &wordings[wording], wording == 0, line.origin.clone());
        let named = !title.unit.is_empty();
        found = Some(title);
        if named {
            break;
        }
    }
    found
}

/// Whether a line before a title that names no unit may name it, or the year.
fn may_name_unit(line: &str) -> bool {
    let line = line.trim_matches(is_space);
    let plain = |c: char| c.is_alphanumeric() || is_space(c) || matches!(c, '（' | '）' | '(' | ')');
    (2..=30).contains(&line.chars().count()) && line.chars().all(plain)
}

fn parse(text: &str, wording: &str, worded: bool, origin: Origin) -> Title {
    let before = cut_wording(text, wording);
    let (rest, year) = without_year(&before);
    let mut title = Title { text: text.to_owned(), year, worded, origin: Some(origin), ..Title::default() };
    name_unit(&mut title, &rest);
    title
}

fn name_unit(title: &mut Title, text: &str) {
    // The last part of a path: `首页 > 政务公开 > 某局…`.
    let text = text.rsplit(['>', '＞', '›', '»']).next().unwrap_or(text);
    let trimmed = text.trim_matches(|c: char| is_space(c) || matches!(c, '《' | '》' | '·' | '—' | '-' | ':' | '：'));
    let trimmed = trimmed.strip_prefix("关于").unwrap_or(trimmed);
    let trimmed = trimmed.strip_suffix('的').or_else(|| trimmed.strip_suffix("关于")).unwrap_or(trimmed);
    // `…人民政府` before `政府信息公开…`, where the wording itself began with 政府.
    trimmed.clone_into(&mut title.unit);
}

/// The text before a folded wording; white space and marks between its letters do not matter.
fn cut_wording(text: &str, wording: &str) -> String {
    let letters = wording.chars().count();
    let mut kept: Vec<char> = text.chars().collect();
    let mut dropped = 0;
    while dropped < letters {
        match kept.pop() {
            Some(last) => dropped += fold(&last.to_string()).chars().count(),
            None => break,
        }
    }
    kept.into_iter().collect()
}

/// The text without `2023年` or `2023年度`, and the year.
fn without_year(text: &str) -> (String, Option<i32>) {
    let narrowed: Vec<char> = text.chars().map(narrow).collect();
    let years: Vec<(usize, i32)> = years_at(&narrowed).collect();
    // A name may have a number like a year in it; the report's own stands before 年 and last.
    let told = years.iter().rfind(|(place, _)| narrowed.get(place + 4) == Some(&'年'));
    let Some((place, year)) = told.or(years.first()).copied() else { return (text.to_owned(), None) };
    let mut end = place + 4;
    end += narrowed[end..].iter().take_while(|c| matches!(c, '年' | '度')).count();
    let rest = narrowed[..place].iter().chain(&narrowed[end..]).collect();
    (rest, Some(year))
}

/// The first year of this century written in four digits (Arabic, or 二〇二一) before 年 or at the end.
pub(crate) fn year_at(characters: &[char]) -> Option<(usize, i32)> {
    years_at(characters).next()
}

/// All of them, with their places.
fn years_at(characters: &[char]) -> impl Iterator<Item = (usize, i32)> {
    characters.windows(4).enumerate().filter_map(|(place, digits)| {
        let mut year = 0;
        for digit in digits {
            year = year * 10 + i32::try_from(digit_of(*digit)?).ok()?;
        }
        let follows = characters.get(place + 4).is_none_or(|next| *next == '年' || digit_of(*next).is_none());
        let before = place.checked_sub(1).and_then(|before| characters.get(before));
        let alone = before.is_none_or(|previous| digit_of(*previous).is_none());
        ((2000..2100).contains(&year) && follows && alone).then_some((place, year))
    })
}

fn digit_of(character: char) -> Option<u32> {
    const CHINESE: &str = "〇一二三四五六七八九";
    if matches!(character, '○' | '零' | 'Ｏ') {
        return Some(0);
    }
    let chinese = CHINESE.chars().position(|own| own == character).and_then(|digit| u32::try_from(digit).ok());
    character.to_digit(10).or(chinese)
}

#[cfg(test)]
mod tests {
    use super::without_year;

    #[test]
    fn a_number_in_a_name_is_no_year() {
        let told = |text| without_year(text);
        assert_eq!(told("某县第2000分局2024年"), ("某县第2000分局".to_owned(), Some(2024)));
        assert_eq!(told("2024年某县第2000分局"), ("某县第2000分局".to_owned(), Some(2024)));
        assert_eq!(told("某局二〇二三年度"), ("某局".to_owned(), Some(2023)));
        assert_eq!(told("某局2023"), ("某局".to_owned(), Some(2023)));
        assert_eq!(told("某局"), ("某局".to_owned(), None));
    }
}
