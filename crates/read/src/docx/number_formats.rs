//! Numbers as automatic numbering writes them (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat).
use super::number_words as words;

/// How a level of a list writes its number.
#[derive(Clone, Copy)]
pub(crate) enum NumberFormat {
    /// A mark instead of a number.
    Bullet,
    /// No number; the text around it is shown.
    Empty,
    /// Written by a function.
    Written(fn(u32) -> String),
}

impl NumberFormat {
    /// By its name in the file; formats of other scripts are written in decimal digits, as Word does without them.
    pub(crate) fn named(name: &str) -> Self {
        Self::Written(match name {
            "bullet" => return Self::Bullet,
            "none" => return Self::Empty,
            "decimalZero" => |number| format!("{number:02}"),
            "decimalFullWidth" | "decimalFullWidth2" => full_width,
            "decimalEnclosedCircle" => |number| enclosed(number, '①', 20),
            "decimalEnclosedCircleChinese" => |number| enclosed(number, '①', 10),
            "decimalEnclosedFullstop" => |number| enclosed(number, '⒈', 20),
            "decimalEnclosedParen" => |number| enclosed(number, '⑴', 20),
            "ideographEnclosedCircle" => |number| enclosed(number, '㊀', 10),
            "numberInDash" => |number| format!("- {number} -"),
            "upperLetter" => |number| letters(number, b'A'),
            "lowerLetter" => |number| letters(number, b'a'),
            "ordinal" => words::ordinal_digits,
            "cardinalText" => words::cardinal,
            "ordinalText" => words::ordinal,
            "hex" => |number| format!("{number:X}"),
            "chicago" => footnote_sign,
            "upperRoman" => roman,
            "lowerRoman" => |number| roman(number).to_lowercase(),
            "chineseCounting" | "taiwaneseCounting" => tens,
            "chineseCountingThousand" => |number| counted(number, &CHINESE),
            "taiwaneseCountingThousand" => |number| counted(number, &TAIWANESE),
            "japaneseCounting" => |number| counted(number, &JAPANESE),
            "chineseLegalSimplified" => |number| counted(number, &LEGAL),
            "ideographLegalTraditional" => |number| counted(number, &LEGAL_TRADITIONAL),
            "japaneseLegal" => |number| counted(number, &JAPANESE_LEGAL),
            "ideographDigital" | "japaneseDigitalTenThousand" => |number| digits(number, '〇'),
            "taiwaneseDigital" => |number| digits(number, '○'),
            "ideographTraditional" => |number| one_of(number, STEMS),
            "ideographZodiac" => |number| one_of(number, BRANCHES),
            "ideographZodiacTraditional" => sexagenary,
            _ => decimal,
        })
    }

    /// By its number in binary and RTF files ([MS-OSHARED] 2.2.1.3, `MSONFC`).
    pub(crate) fn numbered(number: u32) -> Self {
        Self::named(match number {
            1 => "upperRoman",
            2 => "lowerRoman",
            3 => "upperLetter",
            4 => "lowerLetter",
            5 => "ordinal",
            6 => "cardinalText",
            7 => "ordinalText",
            8 => "hex",
            9 => "chicago",
            10 => "ideographDigital",
            11 => "japaneseCounting",
            14 => "decimalFullWidth",
            16 => "japaneseLegal",
            17 => "japaneseDigitalTenThousand",
            18 => "decimalEnclosedCircle",
            19 => "decimalFullWidth2",
            22 => "decimalZero",
            23 => "bullet",
            26 => "decimalEnclosedFullstop",
            27 => "decimalEnclosedParen",
            28 => "decimalEnclosedCircleChinese",
            29 => "ideographEnclosedCircle",
            30 => "ideographTraditional",
            31 => "ideographZodiac",
            32 => "ideographZodiacTraditional",
            33 => "taiwaneseCounting",
            34 => "ideographLegalTraditional",
            35 => "taiwaneseCountingThousand",
            36 => "taiwaneseDigital",
            37 => "chineseCounting",
            38 => "chineseLegalSimplified",
            39 => "chineseCountingThousand",
            57 => "numberInDash",
            255 => "none",
            _ => "decimal",
        })
    }
}

/// In decimal digits.
pub(crate) fn decimal(number: u32) -> String {
    number.to_string()
}

const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// How a script counts with digits and units.
struct Counting {
    digits: [char; 10],
    /// Ten, hundred, thousand, ten thousand.
    units: [char; 4],
    /// What one ten, hundred, thousand is: 十 or 一十, 百 or 一百.
    one: One,
    /// Whether a gap between units is read: 一百零一.
    gaps: bool,
}

#[derive(PartialEq)]
enum One {
    Always,
    NotBeforeLeadingTen,
    Never,
}

const CHINESE: Counting =
    Counting { digits: DIGITS, units: ['十', '百', '千', '万'], one: One::NotBeforeLeadingTen, gaps: true };
const TAIWANESE: Counting = Counting { units: ['十', '百', '千', '萬'], ..CHINESE };
const JAPANESE: Counting = Counting { one: One::Never, gaps: false, ..CHINESE };
const LEGAL: Counting = Counting {
    digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
    units: ['拾', '佰', '仟', '万'],
    one: One::Always,
    gaps: true,
};
const LEGAL_TRADITIONAL: Counting = Counting {
    digits: ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'],
    units: ['拾', '佰', '仟', '萬'],
    one: One::Always,
    gaps: true,
};
const JAPANESE_LEGAL: Counting = Counting {
    digits: ['零', '壱', '弐', '参', '四', '伍', '六', '七', '八', '九'],
    units: ['拾', '百', '阡', '萬'],
    one: One::Always,
    gaps: false,
};

fn counted(number: u32, counting: &Counting) -> String {
    let mut text = String::new();
    if !(1..100_000).contains(&number) {
        return decimal(number);
    }
    let mut gap = false;
    for place in (0..5).rev() {
        let digit = number / 10_u32.pow(place) % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) && counting.gaps {
            text.push(counting.digits[0]);
        }
        let bare = match counting.one {
            One::Always => false,
            One::NotBeforeLeadingTen => place == 1 && text.is_empty(),
            One::Never => (1..4).contains(&place),
        };
        if digit != 1 || !bare {
            text.push(counting.digits[digit as usize]);
        }
        text.extend(place.checked_sub(1).map(|unit| counting.units[unit as usize]));
    }
    text
}

/// 一 to 九十九; from a hundred on, digit by digit.
fn tens(number: u32) -> String {
    if (1..100).contains(&number) { counted(number, &CHINESE) } else { digits(number, '○') }
}

fn digits(number: u32, zero: char) -> String {
    let digit = |digit: u8| if digit == b'0' { zero } else { DIGITS[usize::from(digit - b'0')] };
    decimal(number).bytes().map(digit).collect()
}

fn full_width(number: u32) -> String {
    decimal(number).chars().map(|digit| char::from_u32(u32::from(digit) + 0xFEE0).unwrap_or(digit)).collect()
}

/// A character from a row that begins with `first` and holds as many.
fn enclosed(number: u32, first: char, count: u32) -> String {
    let found = if (1..=count).contains(&number) { char::from_u32(u32::from(first) + number - 1) } else { None };
    found.map_or_else(|| decimal(number), String::from)
}

fn one_of(number: u32, characters: &str) -> String {
    let found = (number as usize).checked_sub(1).and_then(|place| characters.chars().nth(place));
    found.map_or_else(|| decimal(number), String::from)
}

/// 甲子, 乙丑 to 癸亥: sixty pairs of stem and branch.
fn sexagenary(number: u32) -> String {
    if !(1..=60).contains(&number) {
        return decimal(number);
    }
    one_of((number - 1) % 10 + 1, STEMS) + &one_of((number - 1) % 12 + 1, BRANCHES)
}

/// *, †, ‡, §, **, ††: the signs of footnotes in the Chicago Manual of Style, repeated.
fn footnote_sign(number: u32) -> String {
    match number.checked_sub(1) {
        Some(place) if place < 120 => one_of(place % 4 + 1, "*†‡§").repeat(place as usize / 4 + 1),
        _ => decimal(number),
    }
}

/// A to Z, AA to ZZ, AAA …: the letter is repeated. Longer rows than 30 are beyond any document.
fn letters(number: u32, first: u8) -> String {
    match number.checked_sub(1) {
        Some(place) if place < 780 => {
            let letter = first + u8::try_from(place % 26).unwrap_or_default();
            char::from(letter).to_string().repeat(place as usize / 26 + 1)
        }
        _ => decimal(number),
    }
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
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
        return decimal(number);
    }
    let (mut text, mut rest) = (String::new(), number);
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}
