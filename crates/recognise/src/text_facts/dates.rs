//! Dates as prose writes them, read from the front of a text.
use gouji_model::Date;

/// A day that may be written without its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrittenDay {
    pub(super) year: Option<i32>,
    pub(super) month: u8,
    pub(super) day: u8,
}

/// `2023年1月1日` or `1月1日`, and what follows.
pub(super) fn day(text: &str) -> Option<(WrittenDay, &str)> {
    let (year, rest) = match year(text) {
        Some((year, rest)) => (Some(year), rest),
        None => (None, text),
    };
    let (month, rest) = short(rest)?;
    let (day, rest) = short(rest.strip_prefix('月')?)?;
    Date::new(year.unwrap_or(2000), month, day)?;
    Some((WrittenDay { year, month, day }, rest.strip_prefix('日')?))
}

/// `2023年` or `2023年度`, and what follows.
pub(super) fn year(text: &str) -> Option<(i32, &str)> {
    let (digits, rest) = number(text, 4)?;
    let rest = rest.strip_prefix('年')?;
    let year = digits.parse().ok().filter(|year| (1949..2100).contains(year) && digits.len() == 4)?;
    Some((year, rest.strip_prefix('度').unwrap_or(rest)))
}

/// `2022-01-25`, `2022/1/25`, `2022.1.25` or `2022年1月25日`.
pub(super) fn date(text: &str) -> Option<Date> {
    let (digits, rest) = number(text, 4).filter(|(digits, _)| digits.len() == 4)?;
    let rest = rest.strip_prefix(['-', '/', '.', '年'])?;
    let (month, rest) = short(rest)?;
    let (day, rest) = short(rest.strip_prefix(['-', '/', '.', '月'])?)?;
    // 2022.1.251 is no date; a time may follow.
    let whole = !rest.starts_with(['-', '/', '.']);
    digits.parse().ok().filter(|_| whole).and_then(|year| Date::new(year, month, day))
}

/// A number of one or two digits, and what follows.
fn short(text: &str) -> Option<(u8, &str)> {
    let (digits, rest) = number(text, 2)?;
    Some((digits.parse().ok()?, rest))
}

/// The digits at the front of a text, at most so many, and what follows.
pub(super) fn number(text: &str, most: usize) -> Option<(&str, &str)> {
    let length = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    (length > 0).then(|| text.split_at(length))
}
