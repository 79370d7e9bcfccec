//! The numbers that a browser shows before the items of a list (CSS Counter Styles 3).

/// How items are numbered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Numbering {
    /// Not at all, or by a dot.
    Unnumbered,
    Decimal,
    /// `01.`
    DecimalLeadingZero,
    /// 一、十一、二十
    Chinese,
    /// 壹、拾壹、贰拾
    ChineseFormal,
    /// 一〇
    ChineseDecimal,
    /// 甲、乙
    Stems,
    /// 子、丑
    Branches,
    LowerAlpha,
    UpperAlpha,
    LowerRoman,
    UpperRoman,
}

impl Numbering {
    /// By its name in a style.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.trim_end_matches("!important").to_ascii_lowercase();
        Some(match &*name {
            "none" | "disc" | "circle" | "square" => Self::Unnumbered,
            "decimal" => Self::Decimal,
            "decimal-leading-zero" => Self::DecimalLeadingZero,
            "cjk-ideographic" | "simp-chinese-informal" | "trad-chinese-informal" => Self::Chinese,
            "simp-chinese-formal" | "trad-chinese-formal" => Self::ChineseFormal,
            "cjk-decimal" => Self::ChineseDecimal,
            "cjk-heavenly-stem" => Self::Stems,
            "cjk-earthly-branch" => Self::Branches,
            "lower-alpha" | "lower-latin" => Self::LowerAlpha,
            "upper-alpha" | "upper-latin" => Self::UpperAlpha,
            "lower-roman" => Self::LowerRoman,
            "upper-roman" => Self::UpperRoman,
            _ => return None,
        })
    }

    /// By the attribute `type`.
    pub(super) fn typed(kind: &str) -> Option<Self> {
        Some(match kind.trim_ascii() {
            "1" => Self::Decimal,
            "a" => Self::LowerAlpha,
            "A" => Self::UpperAlpha,
            "i" => Self::LowerRoman,
            "I" => Self::UpperRoman,
            other => return Self::named(other),
        })
    }

    /// What stands before the item of a number; a number that the numbering cannot say is decimal.
    pub(super) fn marker(self, number: i64) -> String {
        let said = usize::try_from(number).ok().and_then(|number| match self {
            Self::Unnumbered => Some(String::new()),
            Self::Decimal => None,
            Self::DecimalLeadingZero => Some(format!("{number:02}. ")),
            Self::Chinese => chinese(number, &INFORMAL).map(|text| text + "、"),
            Self::ChineseFormal => chinese(number, &FORMAL).map(|text| text + "、"),
            Self::ChineseDecimal => Some(digits(number) + "、"),
            Self::Stems => letter(number, "甲乙丙丁戊己庚辛壬癸").map(|text| text + "、"),
            Self::Branches => letter(number, "子丑寅卯辰巳午未申酉戌亥").map(|text| text + "、"),
            Self::LowerAlpha => alphabetic(number).map(|text| text.to_ascii_lowercase() + ". "),
            Self::UpperAlpha => alphabetic(number).map(|text| text + ". "),
            Self::LowerRoman => roman(number).map(|text| text.to_ascii_lowercase() + ". "),
            Self::UpperRoman => roman(number).map(|text| text + ". "),
        });
        said.unwrap_or_else(|| if self == Self::Unnumbered { String::new() } else { format!("{number}. ") })
    }
}

/// Digits and the marks of ten, hundred and thousand.
struct Words {
    digits: [&'static str; 10],
    places: [&'static str; 4],
    /// Ten to nineteen begin without a one.
    short_ten: bool,
}

const INFORMAL: Words = Words {
    digits: ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"],
    places: ["", "十", "百", "千"],
    short_ten: true,
};
const FORMAL: Words = Words {
    digits: ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"],
    places: ["", "拾", "佰", "仟"],
    short_ten: false,
};

fn chinese(number: usize, words: &Words) -> Option<String> {
    if number > 9999 {
        return None;
    }
    if number == 0 {
        return Some(words.digits[0].to_owned());
    }
    let mut text = String::new();
    let mut zero = false;
    for (place, divisor) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
        let digit = number / divisor % 10;
        if digit == 0 {
            zero = !text.is_empty();
            continue;
        }
        if zero {
            text.push_str(words.digits[0]);
            zero = false;
        }
        if !(words.short_ten && place == 1 && digit == 1 && text.is_empty()) {
            text.push_str(words.digits[digit]);
        }
        text.push_str(words.places[place]);
    }
    Some(text)
}

fn digits(number: usize) -> String {
    let zero = "〇";
    let digit = |byte: u8| match byte {
        b'0' => zero,
        byte => INFORMAL.digits[usize::from(byte - b'0')],
    };
    number.to_string().bytes().map(digit).collect()
}

fn letter(number: usize, letters: &str) -> Option<String> {
    letters.chars().nth(number.checked_sub(1)?).map(String::from)
}

/// A, B … Z, AA, AB …
fn alphabetic(number: usize) -> Option<String> {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).ok()?));
        rest /= 26;
    }
    letters.reverse();
    (number > 0).then(|| letters.into_iter().collect())
}

fn roman(number: usize) -> Option<String> {
    const ONES: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, letters) in ONES {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    Some(text)
}
