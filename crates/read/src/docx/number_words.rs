//! Numbers in English words, as lists write them.

const ONES: [&str; 20] = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
];
const TENS: [&str; 10] = ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];
/// Words whose ordinal is no `th` behind them.
const IRREGULAR: [(&str, &str); 7] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
];

/// `One`, `Twenty-one`; digits from a hundred on, which no list of headings has.
pub(super) fn cardinal(number: u32) -> String {
    let (tens, ones) = (number as usize / 10, number as usize % 10);
    match number {
        0..20 => ONES[number as usize].to_owned(),
        20..100 if ones == 0 => TENS[tens].to_owned(),
        20..100 => format!("{}-{}", TENS[tens], ONES[ones].to_lowercase()),
        _ => number.to_string(),
    }
}

/// `First`, `Twenty-first`.
pub(super) fn ordinal(number: u32) -> String {
    let cardinal = cardinal(number);
    if number >= 100 {
        return ordinal_digits(number);
    }
    let lower = cardinal.to_lowercase();
    let irregular = IRREGULAR.iter().find(|(word, _)| {
        let head = lower.strip_suffix(word);
        head.is_some_and(|head| head.is_empty() || head.ends_with('-'))
    });
    let lower = match (irregular, lower.strip_suffix('y')) {
        (Some((word, ordinal)), _) => format!("{}{ordinal}", &lower[..lower.len() - word.len()]),
        (None, Some(head)) => format!("{head}ieth"),
        (None, None) => format!("{lower}th"),
    };
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `1st`, `12th`, `22nd`.
pub(super) fn ordinal_digits(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (1..=3, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}
