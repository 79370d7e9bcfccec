//! What is printed in a cell: a number with what print adds to it, a dash, nothing, or text.
use gouji_model::{
    CellState, Message, Number, NumberError, PRINTED_BRACKET, PRINTED_MISSING, PRINTED_UNREADABLE, ValueType,
};

use crate::fold::narrow;

/// Whether a text could stand in a value cell: a number with sign, unit or note, a dash, or a bare 增/减.
pub(crate) fn looks_like_value(text: &str) -> bool {
    let text = text.trim_matches(is_space);
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return !text.is_empty();
    }
    if !text.starts_with(may_begin_value) {
        return false;
    }
    if is_dash(text) || matches!(text, "增" | "减" | "增加" | "减少") || told(text).is_some() {
        return true;
    }
    if !shows_digit(text) {
        return false;
    }
    let plain = plain(text);
    // The end of a number that was cut at its point.
    if plain.strip_prefix('.').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit())) {
        return true;
    }
    let Some(parts) = parts(&plain) else { return false };
    parts.after.is_empty() || is_unit(parts.after) || is_note(parts.after) || is_pair(&plain)
}

/// Whether a digit stands among the first characters: behind a sign or the word for it.
fn shows_digit(text: &str) -> bool {
    /// A sign word, a mark and a few blanks.
    const FIRST: usize = 8;
    text.chars().take(FIRST).any(|character| narrow(character).is_ascii_digit())
}

/// Whether a value may begin with a character: a digit, a sign or its word, a dash, a bracket of gouji's own.
fn may_begin_value(character: char) -> bool {
    let is_letter = matches!(character, '\u{4e00}'..='\u{9fff}' | 'a'..='z' | 'A'..='Z');
    !is_letter || matches!(character, '无' | '一' | '增' | '减' | '新' | '下')
}

/// What gouji's own exports tell of a cell that has no number: it was not found, or its text could not be read, with
/// that text. Narrow cells may have broken the words over lines.
pub(crate) fn told(text: &str) -> Option<(CellState, Option<&str>)> {
    let text = text.trim_matches(is_space);
    if !text.starts_with(PRINTED_BRACKET) {
        return None;
    }
    let printed = |words: &str| {
        let mut characters = words.chars();
        let end = text.char_indices().find_map(|(place, character)| match characters.clone().next() {
            Some(next) if next == character => {
                characters.next();
                None
            }
            Some(_) if is_space(character) => None,
            _ => Some(place),
        });
        characters.next().is_none().then(|| end.unwrap_or(text.len()))
    };
    if printed(PRINTED_MISSING) == Some(text.len()) {
        return Some((CellState::Missing, None));
    }
    let (before, behind) = PRINTED_UNREADABLE;
    text[printed(before)?..].strip_suffix(behind).map(|raw| (CellState::Unreadable, Some(raw)))
}

/// A cell's state with what had to be repaired to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) state: CellState,
    pub(crate) repair: Option<Message>,
}

/// The ways to read a text in which digits meet over a line break: as one number, in the order of print as each of the
/// numbers; `None` for any other text. A narrow column breaks a number, and two cells made one hold two.
pub(crate) fn over_lines(text: &str) -> Option<Vec<String>> {
    let mut pieces: Vec<String> = Vec::new();
    for line in text.lines().map(|line| line.trim_matches(is_space)).filter(|line| !line.is_empty()) {
        let digit = |character: char| narrow(character).is_ascii_digit() || matches!(character, '.' | '．');
        match pieces.last_mut() {
            Some(last) if !(last.ends_with(digit) && line.starts_with(digit)) => last.push_str(line),
            _ => pieces.push(line.to_owned()),
        }
    }
    (pieces.len() > 1).then(|| std::iter::once(pieces.concat()).chain(pieces).collect())
}

/// Reads a cell of a value type, in a unit; `broken` says that its text went over lines.
pub(crate) fn read_value(text: &str, broken: bool, value: ValueType, unit: Option<&str>) -> Reading {
    let trimmed = text.trim_matches(is_space);
    if trimmed.is_empty() {
        return Reading { state: CellState::Blank, repair: None };
    }
    if let Some((state, _)) = told(trimmed) {
        return Reading { state, repair: None };
    }
    if is_dash(trimmed) {
        return Reading { state: CellState::Dash, repair: None };
    }
    if over_lines(trimmed).is_some() {
        let raw = trimmed.split_whitespace().collect::<Vec<_>>().join(" ");
        let repair = Some(Message::new("reading-number-lines").text("raw", raw));
        return Reading { state: CellState::Unreadable, repair };
    }
    if let Ok(number) = trimmed.parse::<Number>() {
        let key =
            if broken { Some("reading-broken-number") } else { trimmed.starts_with('+').then_some("reading-sign") };
        let repair = key.map(|key| repaired(key, trimmed, number));
        return Reading { state: CellState::Number(number), repair };
    }
    match read_decorated(trimmed, value, unit) {
        Some((number, key)) => {
            Reading { state: CellState::Number(number), repair: Some(repaired(key, trimmed, number)) }
        }
        None => Reading { state: CellState::Unreadable, repair: too_large(trimmed) },
    }
}

/// Why a number that is well formed is not read.
fn too_large(text: &str) -> Option<Message> {
    let fault = text.parse::<Number>().err()?;
    (fault != NumberError::Malformed).then(|| Message::new("reading-out-of-bounds").text("raw", text))
}

fn repaired(key: &'static str, raw: &str, number: Number) -> Message {
    Message::new(key).text("raw", raw.split_whitespace().collect::<String>()).number("value", number)
}

/// A number with a sign word, a unit, a note, separators, full-width digits or a line break inside.
fn read_decorated(text: &str, value: ValueType, unit: Option<&str>) -> Option<(Number, &'static str)> {
    let plain = plain(text);
    if value == ValueType::SignedCount && is_pair(&plain) {
        let (up, down) = plain.split_once('/')?;
        let (up, down): (Number, Number) = (up.parse().ok()?, down.parse().ok()?);
        return Some((Number::from_millionths(up.millionths() - down.millionths()).ok()?, "reading-up-down"));
    }
    let parts = parts(&plain)?;
    let digits = if parts.negative { format!("-{}", parts.digits) } else { parts.digits.clone() };
    let number: Number = digits.parse().ok()?;
    let signed = parts.worded;
    if signed && value != ValueType::SignedCount {
        return None;
    }
    if parts.after.is_empty() {
        let key = match (signed, text.contains('\n')) {
            (true, _) => "reading-sign",
            (false, true) => "reading-broken-number",
            (false, false) => "reading-digits",
        };
        return Some((number, key));
    }
    if is_note(parts.after) {
        return Some((number, "reading-note-in-cell"));
    }
    in_unit(number, parts.after, value, unit).map(|number| (number, "reading-unit-in-cell"))
}

/// A number with its printed unit, in the cell's own unit.
fn in_unit(number: Number, printed: &str, value: ValueType, unit: Option<&str>) -> Option<Number> {
    let yuan = |unit: &str| match unit {
        "元" | "元整" => Some(1_i128),
        "万元" | "万" => Some(10_000),
        "亿元" | "亿" => Some(100_000_000),
        _ => None,
    };
    match (yuan(printed), unit.and_then(yuan)) {
        (Some(from), Some(to)) if value == ValueType::Decimal => {
            let scaled = number.millionths().checked_mul(from)?;
            (scaled % to == 0).then(|| Number::from_millionths(scaled / to).ok()).flatten()
        }
        (None, _) if value != ValueType::Decimal && COUNTERS.contains(&printed) => Some(number),
        _ => None,
    }
}

const COUNTERS: &[&str] = &["件", "条", "项", "个", "次", "份", "宗", "起", "例", "部", "批"];

fn is_unit(text: &str) -> bool {
    COUNTERS.contains(&text) || matches!(text, "元" | "元整" | "万元" | "万" | "亿元" | "亿")
}

/// A note in brackets after a number, or the mark of one.
fn is_note(text: &str) -> bool {
    let raised = |character: char| matches!(character, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '*' | '＊');
    (text.starts_with('(') && text.ends_with(')')) || (!text.is_empty() && text.chars().all(raised))
}

/// `3/2`, as printed for 增/减.
fn is_pair(plain: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    plain.split_once('/').is_some_and(|(up, down)| digits(up) && digits(down))
}

pub(crate) fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{a0}' | '\u{200b}' | '\u{feff}')
}

fn is_dash(text: &str) -> bool {
    matches!(text, "无" | "\\")
        || (!text.is_empty()
            && text.chars().all(|c| matches!(narrow(c), '/' | '-' | '—' | '–' | '―' | '─' | '−' | '一'))
            && text != "一")
}

/// ASCII forms without white space and thousands separators.
///
/// Digits on both sides of a blank are two numbers, and stay apart; [`over_lines`] tells digits on both sides of a line
/// break.
fn plain(text: &str) -> String {
    let mut narrowed: Vec<char> = Vec::with_capacity(text.len());
    narrowed.extend(text.chars().filter(|c| !matches!(c, '\n' | '\r')).map(narrow));
    let narrowed = without_spaces(&narrowed);
    let digit = |position: Option<usize>| position.and_then(|p| narrowed.get(p)).is_some_and(char::is_ascii_digit);
    let separator = |(position, c): (usize, &char)| {
        *c == ','
            && digit(position.checked_sub(1))
            && (1..=3).all(|step| digit(Some(position + step)))
            && !digit(Some(position + 4))
    };
    narrowed.iter().enumerate().filter(|(position, c)| !separator((*position, c))).map(|(_, c)| *c).collect()
}

fn without_spaces(characters: &[char]) -> Vec<char> {
    let mut kept: Vec<char> = Vec::with_capacity(characters.len());
    let mut rest = characters.iter().peekable();
    while let Some(character) = rest.next() {
        let mut between_digits =
            || kept.last().is_some_and(char::is_ascii_digit) && rest.peek().is_some_and(|c| c.is_ascii_digit());
        if !is_space(*character) || between_digits() {
            kept.push(*character);
        }
    }
    kept
}

struct Parts<'a> {
    negative: bool,
    worded: bool,
    digits: String,
    after: &'a str,
}

/// Sign, digits and what follows.
fn parts(plain: &str) -> Option<Parts<'_>> {
    const SIGNS: [(&str, bool); 11] = [
        ("增加", false),
        ("增长", false),
        ("新增", false),
        ("增", false),
        ("+", false),
        ("减少", true),
        ("下降", true),
        ("减", true),
        ("-", true),
        ("−", true),
        ("—", true),
    ];
    let sign = SIGNS.iter().find_map(|(word, negative)| Some((plain.strip_prefix(word)?, *negative)));
    let (rest, negative, worded) =
        sign.map_or((plain, false, false), |(rest, negative)| (rest, negative, !plain.starts_with('-')));
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    let well_formed =
        digits.starts_with(|c: char| c.is_ascii_digit()) && digits.ends_with(|c: char| c.is_ascii_digit());
    well_formed.then(|| Parts { negative, worded, digits: digits.to_owned(), after })
}
