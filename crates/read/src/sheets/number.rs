//! Numbers as a spreadsheet shows them.
//!
//! A format decides how many decimals are shown, and whether a number is a date or a percentage. It does not make a
//! number another thing: 0 stays 0 where a format shows it as a dash or not at all.

/// What a format makes of numbers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) enum Shown {
    /// With all of its decimals.
    #[default]
    General,
    /// With so many decimals, and what stands before and after the number.
    Decimals { decimals: usize, before: String, after: String },
    /// In hundredths, with so many decimals.
    Percent { decimals: usize },
    /// A date.
    Date,
}

impl Shown {
    /// The meaning of a format's number, as Excel numbers those that it does not write down.
    pub(super) fn of_id(id: u32) -> Self {
        let decimals = |decimals| Self::Decimals { decimals, before: String::new(), after: String::new() };
        match id {
            1 | 3 | 37 | 38 | 41 | 42 => decimals(0),
            2 | 4 | 39 | 40 | 43 | 44 => decimals(2),
            9 => Self::Percent { decimals: 0 },
            10 => Self::Percent { decimals: 2 },
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Date,
            _ => Self::General,
        }
    }

    /// The meaning of a format's text, of which only the part for positive numbers counts.
    pub(super) fn of_code(code: &str) -> Self {
        let mut parts = Parts::default();
        let mut rest = code.chars();
        let mut number_seen = false;
        let mut is_date = false;
        while let Some(character) = rest.next() {
            match character {
                ';' => break,
                '"' => parts.literal(&rest.by_ref().take_while(|next| *next != '"').collect::<String>(), number_seen),
                '\\' => parts.literal(&rest.next().map(String::from).unwrap_or_default(), number_seen),
                '_' | '*' => drop(rest.next()),
                '[' => drop(rest.by_ref().take_while(|next| *next != ']').count()),
                '0' | '#' | '?' => {
                    number_seen = true;
                    parts.digit(character);
                }
                '.' => parts.in_decimals = true,
                '%' => parts.percent = true,
                'E' | '/' | '@' => return if is_date { Self::Date } else { Self::General },
                'y' | 'm' | 'd' | 'h' | 's' | 'Y' | 'M' | 'D' | 'H' | 'S' => is_date = true,
                ',' | ' ' | 'G' | 'e' | 'n' | 'r' | 'a' | 'l' => {}
                other => parts.literal(&other.to_string(), number_seen),
            }
        }
        match (is_date, number_seen, parts.percent) {
            (true, ..) => Self::Date,
            (_, false, _) => Self::General,
            (_, _, true) => Self::Percent { decimals: parts.decimals },
            _ => Self::Decimals { decimals: parts.decimals, before: parts.before, after: parts.after },
        }
    }

    /// The text that is shown for a number; dates are counted from 1900, or from 1904.
    pub(super) fn text(&self, number: f64, from_1904: bool) -> String {
        match self {
            Self::General => plain(number),
            Self::Decimals { decimals, before, after } => format!("{before}{}{after}", rounded(number, *decimals)),
            Self::Percent { decimals } => format!("{}%", rounded(number * 100.0, *decimals)),
            Self::Date => date(number, from_1904).unwrap_or_else(|| plain(number)),
        }
    }
}

#[derive(Default)]
struct Parts {
    decimals: usize,
    in_decimals: bool,
    percent: bool,
    before: String,
    after: String,
}

impl Parts {
    /// A digit shown always, or where there is one: as many as the longest.
    fn digit(&mut self, _kind: char) {
        self.decimals += usize::from(self.in_decimals);
    }

    fn literal(&mut self, text: &str, after: bool) {
        if after { &mut self.after } else { &mut self.before }.push_str(text);
    }
}

/// A number with all of its decimals: fifteen digits are all that a spreadsheet keeps.
pub(super) fn plain(number: f64) -> String {
    let kept: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    // −0 is 0.
    (kept + 0.0).to_string()
}

/// A number with at most so many decimals, halves rounded away from 0; zeros at the end are left out.
fn rounded(number: f64, decimals: usize) -> String {
    let text = plain(number);
    let Some((whole, fraction)) = text.split_once('.') else { return text };
    if fraction.len() <= decimals {
        return text;
    }
    let up = fraction.as_bytes().get(decimals).is_some_and(|digit| *digit >= b'5');
    let kept: String = [whole.trim_start_matches('-'), &fraction[..decimals]].concat();
    let Ok(units) = kept.parse::<u128>() else { return text };
    let units = (units + u128::from(up)).to_string();
    let digits = format!("{units:0>width$}", width = decimals + 1);
    let (whole_part, fraction) = digits.split_at(digits.len() - decimals);
    let fraction = fraction.trim_end_matches('0');
    let negative = if whole.starts_with('-') && units != "0" { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{negative}{whole_part}{point}{fraction}")
}

/// `2024-01-31` for days since the end of 1899, or since the beginning of 1904.
fn date(days: f64, from_1904: bool) -> Option<String> {
    const DAYS: i64 = 2_958_466;
    if !(1.0..2_958_466.0).contains(&days) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "within the bounds above")]
    let days = (days.floor() as i64).min(DAYS) + if from_1904 { 1462 } else { 0 };
    // Excel counts a 29 February 1900 that never was.
    let days = if days < 60 { days + 1 } else { days };
    let (year, month, day) = civil(days - 25_569);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// Year, month and day of a number of days since 1 January 1970 (H. Hinnant, "chrono-compatible low-level date
/// algorithms", `civil_from_days`).
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_their_format_says() {
        for (code, number, expected) in [
            ("General", 3257.96, "3257.96"),
            ("General", 0.1 + 0.2, "0.3"),
            ("0", 3.5, "4"),
            ("0.00", 2.675, "2.68"),
            ("0.00", -0.001, "0"),
            ("#,##0.00", 1_234_567.5, "1234567.5"),
            ("0.0%", 0.1234, "12.3%"),
            ("0\"件\"", 12.0, "12件"),
            ("\"¥\"#,##0", 12.0, "¥12"),
            ("_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ", 0.0, "0"),
            ("yyyy\"年\"m\"月\"d\"日\"", 45_322.0, "2024-01-31"),
            ("[$-804]yyyy/m/d;@", 1.0, "1900-01-01"),
            ("0.00E+00", 1200.0, "1200"),
            ("@", 7.0, "7"),
        ] {
            assert_eq!(Shown::of_code(code).text(number, false), expected, "{code} {number}");
        }
        assert_eq!(Shown::of_id(14).text(43_860.0, true), "2024-01-31");
        assert_eq!(plain(1e15), "1000000000000000");
        assert_eq!(plain(f64::NAN), "NaN");
    }
}
