//! How lists and headings are numbered: `text:list-style` and `text:outline-style`.
use crate::ReadError;
use crate::docx::number_formats::NumberFormat;
use crate::xml::{Element, Xml};

/// Levels of a list; OpenDocument knows no more.
pub(super) const LEVELS: usize = 10;
/// Characters of what stands before, between and after numbers that are looked at.
const TEXT_CHARACTERS: usize = 48;

/// The levels of a list.
#[derive(Default)]
pub(super) struct ListStyle {
    levels: [Option<Level>; LEVELS],
}

/// A level of a list.
pub(super) struct Level {
    /// First number.
    pub(super) start: u32,
    /// How its number is written.
    pub(super) format: Format,
    /// What is shown around the numbers.
    pub(super) label: Label,
    /// What stands between the label and the text.
    pub(super) gap: &'static str,
}

/// How a number is written.
#[derive(Clone, Copy)]
pub(super) enum Format {
    /// As in other word processors.
    Common(NumberFormat),
    /// `a` to `z`, then `aa`, `ab`, from this letter on.
    Letters(u8),
}

/// What is shown for a number.
pub(super) enum Label {
    /// The numbers of so many levels, the own one last, with points between them, and what stands around them.
    Around { prefix: String, suffix: String, levels: usize },
    /// A pattern in which `%1%` stands for the number of the first level.
    Pattern(String),
}

impl ListStyle {
    /// The levels in the open element, to its end.
    ///
    /// # Errors
    /// When the text is damaged or passes a bound.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut style = Self::default();
        while let Some(element) = xml.child()? {
            let number = element.number("level").and_then(|level| level.checked_sub(1)).map(|level| level as usize);
            let mut level = Level::of(&element);
            level.read_gap(xml)?;
            if let Some(slot) = number.and_then(|number| style.levels.get_mut(number)) {
                *slot = Some(level);
            }
        }
        Ok(style)
    }

    /// With the levels that are not said as LibreOffice shows them: `1.`.
    pub(super) fn filled(mut self) -> Self {
        for level in &mut self.levels {
            level.get_or_insert_with(|| Level {
                start: 1,
                format: Format::named("1", false),
                label: Label::Around { prefix: String::new(), suffix: ".".to_owned(), levels: 1 },
                gap: " ",
            });
        }
        self
    }

    /// A level, from 0.
    pub(super) fn level(&self, level: usize) -> Option<&Level> {
        self.levels.get(level)?.as_ref()
    }
}

impl Level {
    fn of(element: &Element<'_>) -> Self {
        // Bullets and pictures are passed over, and what stands around them.
        let is_numbered = matches!(element.name(), "list-level-style-number" | "outline-level-style");
        let attribute = |name| element.attribute(name).filter(|_| is_numbered).unwrap_or_default();
        let text = |name| -> String { attribute(name).chars().take(TEXT_CHARACTERS).collect() };
        let letters_repeat = attribute("num-letter-sync") == "true";
        let pattern = Some(text("num-list-format")).filter(|pattern| pattern.contains('%'));
        let around = || Label::Around {
            prefix: text("num-prefix"),
            suffix: text("num-suffix"),
            levels: element.number("display-levels").unwrap_or(1).max(1) as usize,
        };
        Self {
            start: element.number("start-value").unwrap_or(1),
            format: Format::named(&attribute("num-format"), letters_repeat),
            label: pattern.map_or_else(around, Label::Pattern),
            gap: " ",
        }
    }

    /// Reads what follows the label, which is a blank unless it is said to be nothing.
    fn read_gap(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        while let Some(properties) = xml.child()? {
            while let Some(alignment) = xml.child()? {
                if properties.is("list-level-properties")
                    && alignment.attribute("label-followed-by").is_some_and(|follower| follower == "nothing")
                {
                    self.gap = "";
                }
                xml.skip()?;
            }
        }
        Ok(())
    }
}

impl Format {
    /// By its name, which for the scripts beside Latin is the beginning of the row: `一, 二, 三, ...`.
    fn named(name: &str, letters_repeat: bool) -> Self {
        let mut row = name.split([',', '，', '、']).map(str::trim);
        let common = match row.next().unwrap_or_default() {
            "" => "none",
            "a" if !letters_repeat => return Self::Letters(b'a'),
            "A" if !letters_repeat => return Self::Letters(b'A'),
            "a" => "lowerLetter",
            "A" => "upperLetter",
            "i" => "lowerRoman",
            "I" => "upperRoman",
            "一" => "chineseCountingThousand",
            "壹" if row.next() == Some("貳") => "ideographLegalTraditional",
            "壹" => "chineseLegalSimplified",
            "甲" => "ideographTraditional",
            "子" => "ideographZodiac",
            "①" => "decimalEnclosedCircle",
            "⑴" => "decimalEnclosedParen",
            "⒈" => "decimalEnclosedFullstop",
            "㊀" => "ideographEnclosedCircle",
            "１" => "decimalFullWidth",
            "01" => "decimalZero",
            _ => "decimal",
        };
        Self::Common(NumberFormat::named(common))
    }

    /// A number as it is shown; empty where none is.
    pub(super) fn written(self, number: u32) -> String {
        match self {
            Self::Common(NumberFormat::Written(write)) => write(number),
            Self::Common(_) => String::new(),
            Self::Letters(first) => letters(number, first),
        }
    }
}

/// A to Z, AA, AB …; 0 is not shown by letters.
fn letters(number: u32, first: u8) -> String {
    let mut text = Vec::new();
    let mut rest = number;
    while let Some(place) = rest.checked_sub(1) {
        text.push(first + u8::try_from(place % 26).unwrap_or_default());
        rest = place / 26;
    }
    if text.is_empty() { number.to_string() } else { text.iter().rev().copied().map(char::from).collect() }
}
