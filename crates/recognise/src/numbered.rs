//! Numbers before headings and labels, in all forms in which automatic numbering prints them.

/// A number before a heading or label, and the text after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numbered<'a> {
    /// The number as printed, without brackets and mark: `一`, `4`, `IV`, `③`.
    pub(crate) number: &'a str,
    /// What follows.
    pub(crate) rest: &'a str,
}

const CHINESE_DIGITS: &str = "一二三四五六七八九十";
/// Digits of other ways to write numbers in Chinese.
const MORE_DIGITS: &str = "〇○零百千佰仟壱弐";
/// The digits of cheques, simplified and traditional, each above its plain one.
const LEGAL_DIGITS: &str = "壹贰貳叁參肆伍陆陸柒捌玖拾";
const PLAIN_DIGITS: &str = "一二二三三四五六六七八九十";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
/// The twelve branches, of which some are common words: 未, 申.
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
/// Letters of the longest number: `XXXVIII`, `twelfth`.
const LONGEST: usize = 12;

/// How the digits of a number are written.
#[derive(Clone, Copy, PartialEq)]
enum Script {
    Digits,
    /// One sign with its circle, brackets or point: nothing need follow it.
    Enclosed,
    /// Letters, Roman numerals, stems: words begin with them, too.
    Letters,
}

fn script(character: char) -> Option<Script> {
    match character {
        '0'..='9' | '０'..='９' => Some(Script::Digits),
        // Circled, bracketed, with a point; black and double circles; Chinese in brackets and circles.
        '\u{2460}'..='\u{249b}' | '\u{24eb}'..='\u{24ff}' | '\u{2776}'..='\u{2793}' | '\u{3220}'..='\u{3229}' => {
            Some(Script::Enclosed)
        }
        '\u{3280}'..='\u{3289}' => Some(Script::Enclosed),
        'a'..='z' | 'A'..='Z' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ' | '\u{2160}'..='\u{217f}' => Some(Script::Letters),
        _ if CHINESE_DIGITS.contains(character) || MORE_DIGITS.contains(character) => Some(Script::Digits),
        _ if LEGAL_DIGITS.contains(character) => Some(Script::Digits),
        _ if STEMS.contains(character) || BRANCHES.contains(character) => Some(Script::Letters),
        _ => None,
    }
}

fn is_mark(character: char) -> bool {
    matches!(character, '、' | '.' | '．' | ')' | '）' | '，' | ',' | '：' | ':' | '】' | '〕' | ']')
}

/// Splits `一、`, `（一）`, `1.`, `4、`, `第一部分`, `IV.`, `①`, `甲、`, `a)`, `- 1 -` off the front of a text.
pub(crate) fn numbered(text: &str) -> Option<Numbered<'_>> {
    let opening = |c: char| c.is_whitespace() || matches!(c, '(' | '（' | '第' | '【' | '〔' | '[');
    let trimmed = text.trim_start_matches(opening);
    let trimmed = trimmed.strip_prefix("- ").unwrap_or(trimmed);
    let first = script(trimmed.chars().next()?)?;
    let own = |c: char| if first == Script::Enclosed { script(c) == Some(first) } else { is_digit_or_letter(c) };
    let end = trimmed.find(|c: char| !own(c))?;
    let (number, after) = trimmed.split_at(end);
    let after = after.strip_prefix(" -").unwrap_or(after);
    let unit = ["部分", "章", "节", "条"].iter().find_map(|unit| after.strip_prefix(unit));
    let is_part = unit.is_some() && text.trim_start().starts_with('第');
    if !is_part && !may_follow(first, number, after) {
        return None;
    }
    let rest = unit.unwrap_or(after).trim_start_matches(|c: char| c.is_whitespace() || is_mark(c));
    Some(Numbered { number, rest })
}

fn is_digit_or_letter(character: char) -> bool {
    script(character).is_some_and(|script| script != Script::Enclosed)
}

/// Whether what stands behind the digits ends a number.
fn may_follow(script: Script, number: &str, after: &str) -> bool {
    match script {
        Script::Enclosed => true,
        Script::Digits => after.starts_with(|c: char| {
            is_mark(c) || matches!(c, '项' | '部' | '章' | '节' | '条' | ' ' | '\u{3000}' | '\u{a0}' | '\t')
        }),
        // Of a word and another one nobody knows whether the first is a number.
        Script::Letters => {
            let is_short = number.chars().nth(LONGEST).is_none();
            let rest = after.trim_start();
            let is_word = number.contains(|c| BRANCHES.contains(c));
            let is_followed = !is_word
                && rest.len() < after.len()
                && !rest.contains(char::is_whitespace)
                && rest.chars().nth(3).is_some();
            is_short && (after.starts_with(is_mark) || is_followed)
        }
    }
}

/// A number in Chinese digits as headings have them, that of cheques too: `壹拾贰` is `十二`. `None` for other numbers.
pub(crate) fn chinese_number(number: &str) -> Option<String> {
    let plain = |c: char| {
        let legal = LEGAL_DIGITS.chars().position(|legal| legal == c);
        let digit = legal.and_then(|place| PLAIN_DIGITS.chars().nth(place)).unwrap_or(c);
        CHINESE_DIGITS.contains(digit).then_some(digit)
    };
    let digits: String = number.chars().map(plain).collect::<Option<_>>()?;
    Some(digits.strip_prefix('一').filter(|rest| rest.starts_with('十')).map_or(digits.clone(), str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        assert_eq!(numbered(text).map(|found| (found.number, found.rest)), expected, "{text}");
    }

    #[test]
    fn numbers_of_all_formats() {
        let numbers = [
            "一、",
            "十二、",
            "（一）",
            "1.",
            "4、 ",
            "第一部分 ",
            "第二章",
            "第IV部分 ",
            "壹、",
            "參. ",
            "一○. ",
            "IV. ",
            "iii) ",
            "Ⅳ、",
            "XXXVIII. ",
            "A. ",
            "aa) ",
            "①",
            "⑴ ",
            "⒈",
            "㈠",
            "㊀、",
            "❶ ",
            "甲、",
            "子、",
            "- 1 - ",
            "１．",
            "01 ",
            "【一】",
            "One. ",
            "1st. ",
            "II ",
        ];
        for number in numbers {
            let text = format!("{number}总体情况");
            assert_eq!(numbered(&text).map(|found| found.rest), Some("总体情况"), "{text}");
        }
    }

    #[test]
    fn texts_without_a_number() {
        for text in
            ["总体情况", "甲方 乙方 丙方", "GDP增长情况", "2023年度", "A B C", "子公司情况", "未 予以公开", "一"]
        {
            check(text, None);
        }
    }

    #[test]
    fn numbers_of_cheques() {
        let all = ["壹", "拾", "壹拾贰", "參", "三", "一十"].map(chinese_number);
        assert_eq!(all.map(Option::unwrap), ["一", "十", "十二", "三", "三", "十"]);
        assert_eq!(chinese_number("IV"), None);
    }
}
