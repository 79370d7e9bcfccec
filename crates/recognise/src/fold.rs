//! Folding: what is left of a label when everything is dropped that print varies without changing its meaning.
//!
//! White space, punctuation and quotes are dropped, full-width characters become ASCII, traditional characters
//! simplified. `（一） 予以公開` and `(一)予以公开` fold to the same text.
use std::sync::OnceLock;

static TRADITIONAL: &str = include_str!("../data/traditional.txt");

/// First and last of the characters that the table of simplified forms covers.
const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

/// The simplified form of each character of the table's range, itself where it has none.
fn simplified_forms() -> &'static [char] {
    static FORMS: OnceLock<Vec<char>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut forms: Vec<char> = (FIRST..=LAST).filter_map(char::from_u32).collect();
        let lines = TRADITIONAL.lines().filter(|line| !line.starts_with('#'));
        let characters: Vec<char> = lines.flat_map(str::chars).collect();
        for pair in characters.chunks_exact(2) {
            if let Some(form) = place(pair[0]).and_then(|place| forms.get_mut(place)) {
                *form = pair[1];
            }
        }
        forms
    })
}

fn place(character: char) -> Option<usize> {
    usize::try_from(u32::from(character).checked_sub(FIRST)?).ok()
}

/// ASCII for full-width forms.
pub(crate) fn narrow(character: char) -> char {
    match character {
        '\u{3000}' | '\u{a0}' => ' ',
        '！'..='～' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        _ => character,
    }
}

/// The simplified form of a character.
pub(crate) fn simplified(character: char) -> char {
    let known = u32::from(character) >= FIRST;
    let form = if known { place(character).and_then(|place| simplified_forms().get(place)) } else { None };
    form.copied().unwrap_or(character)
}

/// The folded text.
pub(crate) fn fold(text: &str) -> String {
    let forms = simplified_forms();
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '0'..='9' | 'a'..='z' => folded.push(character),
            '\u{4e00}'..='\u{9fff}' => {
                let form = place(character).and_then(|place| forms.get(place));
                folded.push(form.copied().unwrap_or(character));
            }
            _ => {
                let character = narrow(character);
                if character.is_alphanumeric() {
                    folded.extend(character.to_lowercase());
                }
            }
        }
    }
    folded
}

/// A folded text as characters, with a filter that tells most texts that are not alike at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spelling {
    characters: Vec<char>,
    /// One bit for each character, by its code modulo 64.
    filter: u64,
}

impl Spelling {
    pub(crate) fn new(folded: &str) -> Self {
        Self { characters: folded.chars().collect(), filter: filter(folded) }
    }

    /// Number of characters.
    pub(crate) fn len(&self) -> usize {
        self.characters.len()
    }
}

/// One bit for each character of a folded text: a text whose bits another lacks is no part of it.
pub(crate) fn filter(folded: &str) -> u64 {
    folded.chars().fold(0, |filter, character| filter | bit(character))
}

fn bit(character: char) -> u64 {
    1 << (u32::from(character) % 64)
}

/// How alike two folded texts are: 1 − Levenshtein distance ÷ length of the longer; 0 below `floor`.
pub(crate) fn likeness(left: &Spelling, right: &Spelling, floor: f32) -> f32 {
    let longest = left.len().max(right.len());
    #[expect(clippy::cast_precision_loss, reason = "label lengths are small")]
    let share = |distance: usize| 1.0 - distance as f32 / longest as f32;
    if longest == 0 || share(left.len().abs_diff(right.len())) < floor {
        return 0.0;
    }
    // Characters that the other text certainly does not have must all be changed.
    let foreign = left.characters.iter().filter(|character| bit(**character) & right.filter == 0).count();
    if share(foreign) < floor {
        return 0.0;
    }
    let likeness = share(distance(&left.characters, &right.characters));
    if likeness < floor { 0.0 } else { likeness }
}

/// Levenshtein distance.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut previous: Vec<usize> = (0..=right.len()).collect();
    for (row, a) in left.iter().enumerate() {
        let mut diagonal = previous[0];
        previous[0] = row + 1;
        for (column, b) in right.iter().enumerate() {
            let substituted = diagonal + usize::from(a != b);
            diagonal = previous[column + 1];
            previous[column + 1] = substituted.min(diagonal + 1).min(previous[column] + 1);
        }
    }
    previous[right.len()]
}
