//! Figures in prose: numbers in digits and in Chinese numerals, percentages, and dates as far as they name a time.
use gouji_model::Number;
use winnow::Result;
use winnow::combinator::{alt, not, opt, peek, preceded, repeat};
use winnow::prelude::*;
use winnow::token::{any, one_of, take_while};

/// A figure of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Figure {
    /// A number; `None` where it is larger or more precise than numbers can be.
    Number(Option<Number>),
    /// A number in Chinese numerals, which is one only where a unit follows.
    Numeral(Option<Number>),
    /// A share in percent, and whether it is told with decimals.
    Percent(Option<Number>, bool),
    /// A date.
    Date(Span),
}

/// The time that a date names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    /// A whole year.
    Year(i32),
    /// The last day of a year, which may go without saying.
    YearEnd(Option<i32>),
    /// Another day, month or period.
    Other,
}

/// Whether a figure may begin with a character.
pub(crate) fn begins(character: char) -> bool {
    character.is_ascii_digit() || is_numeral(character)
}

/// Whether a character is a Chinese numeral.
fn is_numeral(character: char) -> bool {
    matches!(
        character,
        '〇' | '零'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
    )
}

/// The figure at the beginning of a text, and its length in bytes.
pub(crate) fn figure(text: &str) -> Option<(Figure, usize)> {
    let mut rest = text;
    let found = alt((period.map(Figure::Date), percent, number, numeral)).parse_next(&mut rest).ok()?;
    Some((found, text.len() - rest.len()))
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Stamp {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
}

/// A date, or two with a sign between them.
fn period(input: &mut &str) -> Result<Span> {
    let (from, to) = (date, opt(preceded(alt(("至", "到", "-", "—", "~", "－")), date))).parse_next(input)?;
    let whole = (Some(1), Some(12), Some(31));
    Ok(match (from, to) {
        (Stamp { year: Some(year), month: None, .. }, None) => Span::Year(year),
        (Stamp { year, month: Some(12), day: None | Some(31) }, None) => Span::YearEnd(year),
        (Stamp { year: Some(year), .. }, Some(to))
            if to.year.is_none_or(|other| other == year)
                && (from.month, to.month, to.day.or(Some(31))) == whole
                && from.day.is_none_or(|day| day == 1) =>
        {
            Span::Year(year)
        }
        _ => Span::Other,
    })
}

/// A date: year, year and month, a whole date, or the last without the year.
fn date(input: &mut &str) -> Result<Stamp> {
    let year = opt((year, alt(("年度", "年"))).map(|(year, _)| year)).parse_next(input)?;
    let small = || take_while(1..=2, |c: char| c.is_ascii_digit()).try_map(|digits: &str| digits.parse::<u32>());
    if year.is_some() && opt(alt(("底", "末"))).parse_next(input)?.is_some() {
        return Ok(Stamp { year, month: Some(12), day: Some(31) });
    }
    let month = (small(), alt(("月份", "月"))).map(|(month, _)| month);
    let month = if year.is_some() { opt(month).parse_next(input)? } else { Some({ month }.parse_next(input)?) };
    if month.is_none() {
        return Ok(Stamp { year, ..Stamp::default() });
    }
    let day = opt(alt(((small(), alt(("日", "号"))).map(|(day, _)| day), "底".value(31)))).parse_next(input)?;
    Ok(Stamp { year, month, day })
}

fn year(input: &mut &str) -> Result<i32> {
    let in_digits = take_while(4..=4, |c: char| c.is_ascii_digit()).try_map(|digits: &str| digits.parse::<i32>());
    let in_numerals = repeat::<_, _, Vec<u8>, _, _>(4..=4, digit_numeral)
        .map(|digits: Vec<u8>| digits.iter().fold(0, |year, digit| year * 10 + i32::from(*digit)));
    alt((in_digits, in_numerals)).verify(|year| (1949..2200).contains(year)).parse_next(input)
}

fn digit_numeral(input: &mut &str) -> Result<u8> {
    any.verify_map(|numeral: char| if numeral == '〇' { Some(0) } else { value_of(numeral) }).parse_next(input)
}

fn value_of(numeral: char) -> Option<u8> {
    let place = "零一二三四五六七八九".chars().position(|own| own == numeral);
    place.and_then(|place| u8::try_from(place).ok()).or((numeral == '两').then_some(2))
}

/// Digits with or without separators and decimals.
fn digits<'a>(input: &mut &'a str) -> Result<&'a str> {
    let digit = |c: char| c.is_ascii_digit();
    let grouped = (
        take_while(1..=3, digit),
        repeat::<_, _, (), _, _>(1.., (',', take_while(3..=3, digit), peek(not(one_of('0'..='9'))))),
    )
        .void();
    let plain = take_while(1.., digit).void();
    let decimals = opt(('.', take_while(1.., digit)));
    (alt((grouped, plain)), decimals).take().parse_next(input)
}

fn value(digits: &str) -> Option<Number> {
    digits.replace(',', "").parse().ok()
}

fn number(input: &mut &str) -> Result<Figure> {
    digits.map(|digits: &str| Figure::Number(value(digits))).parse_next(input)
}

fn percent(input: &mut &str) -> Result<Figure> {
    let told = |digits: &str| (value(digits), digits.contains('.'));
    let before = preceded("百分之", alt((digits.map(told), numeral_share)));
    let behind = (digits, '%').map(|(digits, _): (&str, char)| told(digits));
    alt((before, behind)).map(|(share, decimals)| Figure::Percent(share, decimals)).parse_next(input)
}

fn numeral_share(input: &mut &str) -> Result<(Option<Number>, bool)> {
    let whole = numerals.parse_next(input)?;
    let decimals = opt(preceded('点', repeat::<_, _, Vec<u8>, _, _>(1..=6, digit_numeral))).parse_next(input)?;
    let Some(decimals) = decimals else { return Ok((number_of(whole), false)) };
    let written: String = decimals.iter().map(|digit| char::from(b'0' + digit)).collect();
    Ok((number_of(whole).and_then(|whole| format!("{whole}.{written}").parse().ok()), true))
}

fn numerals<'a>(input: &mut &'a str) -> Result<&'a str> {
    take_while(1.., is_numeral).parse_next(input)
}

fn numeral(input: &mut &str) -> Result<Figure> {
    numerals.map(|numerals: &str| Figure::Numeral(number_of(numerals))).parse_next(input)
}

/// The number that Chinese numerals write: 十二, 一百零三, 两千, 一二三.
fn number_of(numerals: &str) -> Option<Number> {
    let (mut total, mut section, mut digit) = (0_i64, 0_i64, None);
    let placed = numerals.chars().any(|numeral| "十百千万亿".contains(numeral));
    for numeral in numerals.chars() {
        let unit = match numeral {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            '亿' => 100_000_000,
            '〇' => 0,
            numeral => i64::from(value_of(numeral)?),
        };
        match (unit, placed) {
            (10 | 100 | 1000, true) => section += digit.take().unwrap_or(1_i64).checked_mul(unit)?,
            (10_000.., true) => {
                total = total.checked_add(section)?.checked_add(digit.take().unwrap_or(0))?.checked_mul(unit)?;
                section = 0;
            }
            (unit, true) => digit = Some(unit),
            (unit, false) => digit = Some(digit.unwrap_or(0).checked_mul(10)?.checked_add(unit)?),
        }
    }
    Number::new(total.checked_add(section)?.checked_add(digit.unwrap_or(0))?, 0).ok()
}
