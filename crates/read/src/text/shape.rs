//! What a line looks like, without any idea of what it says.

/// Characters from which a line is prose, not a label: the longest label of a report has 38.
const PROSE: usize = 80;
/// Characters from which a line that ends a sentence is prose.
const SENTENCE: usize = 12;
/// Characters from which a numbered line is a heading rather than the first half of a label.
const TITLE: usize = 14;
/// The longest line that holds a page number only, in bytes.
const PAGE_NUMBER: usize = 48;

/// The text without white space, byte order marks and zero-width blanks around it.
pub(super) fn trim(text: &str) -> &str {
    match text.as_bytes() {
        [] => text,
        // Most texts have no blanks around: digits, and characters of CJK blocks other than U+3000–303F, are no blanks.
        [first, .., last] if is_solid(*first) && last.is_ascii_digit() => text,
        _ => text
            .trim_matches(|character: char| character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}')),
    }
}

/// The first byte of a digit or of a character from U+4000 to U+DFFF.
fn is_solid(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, 0xe4..=0xed)
}

/// A line of prose: long, or the end of a sentence that is no short remark.
pub(super) fn is_prose(text: &str) -> bool {
    let ends = text.ends_with(['。', '；', '：', '！', '？', ';', ':', '!', '?']);
    has_chars(text, PROSE + 1) || (ends && has_chars(text, SENTENCE))
}

/// A heading such as `三、收到和处理政府信息公开申请情况`: numbered and long.
pub(super) fn is_title(text: &str) -> bool {
    is_numbered(text) && has_chars(text, TITLE)
}

/// Beginning with `十二、`, `4、` or the like.
pub(super) fn is_numbered(text: &str) -> bool {
    let number =
        text.chars().take(4).take_while(|character| "一二三四五六七八九十0123456789".contains(*character)).count();
    (1..=3).contains(&number) && text.chars().nth(number) == Some('、')
}

/// What stands in a cell for values: a number with its sign and marks, a dash, 无.
pub(super) fn is_value(text: &str) -> bool {
    let in_number = |character: char| {
        character.is_ascii_digit() || ('０'..='９').contains(&character) || ".,+-/—–－%％＋．，".contains(character)
    };
    text == "无" || (!text.is_empty() && !has_chars(text, 16) && text.chars().all(in_number))
}

/// Short enough for a label or a value in a cell, and no heading.
pub(super) fn is_cell(text: &str) -> bool {
    is_value(text) || (!has_chars(text, 10) && !is_numbered(text) && !is_prose(text))
}

/// A rule between the head and the body of a Markdown table: `|---|:---:|`.
pub(super) fn is_ruler(text: &str) -> bool {
    let piece = |piece: &str| {
        let piece = piece.trim();
        let dashes = piece.trim_start_matches(':').trim_end_matches(':');
        piece.is_empty()
            || (dashes.bytes().all(|byte| byte == b'-')
                && dashes.len() >= if dashes.len() < piece.len() { 1 } else { 3 })
    };
    text.contains('-') && text.split('|').all(piece)
}

/// A page number alone on its line: `-3-`, `— 3 —`, `第 3 页`, `第3页 共8页`.
pub(super) fn is_page_number(text: &str) -> bool {
    match text.as_bytes() {
        // `-`, general punctuation such as `—`, full-width forms such as `－`, 第.
        [b'-' | 0xe2 | 0xe7 | 0xef, ..] if text.len() <= PAGE_NUMBER => is_dashed_number(text) || is_counted_page(text),
        _ => false,
    }
}

fn is_dashed_number(text: &str) -> bool {
    let dash = |character: char| matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '－');
    let inner = text.trim_start_matches(dash);
    let number = inner.trim_end_matches(dash);
    number.len() < inner.len() && inner.len() < text.len() && is_short_number(number.trim())
}

fn is_counted_page(text: &str) -> bool {
    let Some((page, rest)) = text.strip_prefix('第').and_then(|rest| rest.split_once('页')) else { return false };
    let rest = rest.trim_start_matches([' ', '\u{3000}', '/', '，', ',']);
    let total = rest.strip_prefix('共').and_then(|rest| rest.strip_suffix('页'));
    is_short_number(page.trim()) && (rest.is_empty() || total.is_some_and(|total| is_short_number(total.trim())))
}

fn is_short_number(text: &str) -> bool {
    let digit = |character: char| character.is_ascii_digit() || ('０'..='９').contains(&character);
    (1..=4).contains(&text.chars().count()) && text.chars().all(digit)
}

fn has_chars(text: &str, least: usize) -> bool {
    text.len() >= least && text.chars().nth(least - 1).is_some()
}
