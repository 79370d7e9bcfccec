//! Dates: that of a publication, which is what `--date` or `SOURCE_DATE_EPOCH` says and never the clock, and those of a
//! unit list. Only waivers are held against today's.
use std::time::{SystemTime, UNIX_EPOCH};

use gouji_export::Date;
use gouji_model::Message;
use time::{Month, OffsetDateTime};

use crate::Environment;
use crate::fault::Fault;

/// Seconds by which the day begins earlier in the country whose reports these are.
const BEIJING: i64 = 8 * 60 * 60;

/// A date as `YYYY-MM-DD`.
///
/// # Errors
/// A text that clap replaces by one of the catalogue, when it is no date of the calendar.
pub(crate) fn parse(text: &str) -> Result<Date, &'static str> {
    parts(text).and_then(|(year, month, day)| calendar(year, month, day)).ok_or("YYYY-MM-DD")
}

fn parts(text: &str) -> Option<(i32, u8, u8)> {
    let mut parts = text.split('-');
    let mut next = |digits: usize| {
        parts.next().filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let date = (next(4)?.parse().ok()?, next(2)?.parse().ok()?, next(2)?.parse().ok()?);
    parts.next().is_none().then_some(date)
}

/// A date of a list: `2024-01-31`, `2024/1/31`, `2024.1.31` or `2024年1月31日`.
pub(crate) fn listed(text: &str) -> Option<Date> {
    let mut parts = text.trim_end_matches('日').split(['-', '/', '.', '年', '月']).map(str::trim);
    let date = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let (year, month, day) = date;
    if parts.next().is_some() { None } else { calendar(year, month, day) }
}

fn calendar(year: i32, month: u8, day: u8) -> Option<Date> {
    let date = time::Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
    Some(Date { year: date.year(), month: date.month().into(), day: date.day() })
}

/// The date given, else that of `SOURCE_DATE_EPOCH`, else today in China: the day on which a waiver must hold.
pub(crate) fn today(given: Option<Date>, env: &Environment) -> anyhow::Result<Option<Date>> {
    let now = || {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
        let moment = OffsetDateTime::from_unix_timestamp(i64::try_from(seconds).ok()? + BEIJING).ok()?;
        calendar(moment.year(), moment.month().into(), moment.day())
    };
    Ok(choose(given, env)?.or_else(now))
}

/// The date given, else that of `SOURCE_DATE_EPOCH`, else none.
pub(crate) fn choose(given: Option<Date>, env: &Environment) -> anyhow::Result<Option<Date>> {
    let Some(epoch) = env.source_date_epoch.as_deref().filter(|_| given.is_none()) else { return Ok(given) };
    let moment = epoch.parse().ok().and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
    let date = moment.and_then(|moment| calendar(moment.year(), moment.month().into(), moment.day()));
    date.map(Some).ok_or_else(|| Fault::error(Message::new("driver-epoch").text("value", epoch)))
}
