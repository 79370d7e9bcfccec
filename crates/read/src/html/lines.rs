//! Lines of text as a browser shows them.
use crate::raised::ends_in_digit;

/// A line as it is gathered.
#[derive(Default)]
pub(super) struct Line {
    text: String,
    gap: Gap,
    /// What stands before the first character: the numbers of list items.
    marker: String,
}

/// Blanks since the last character.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    Blank,
    /// With a line end of the source among them.
    Break,
}

impl Line {
    /// Adds text whose blanks collapse.
    pub(super) fn collapsed(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let blanks = rest.bytes().position(|byte| !is_blank(byte)).unwrap_or(rest.len());
            if blanks > 0 {
                let broken = self.gap == Gap::Break || rest[..blanks].contains('\n');
                self.gap = if broken { Gap::Break } else { Gap::Blank };
                rest = &rest[blanks..];
            }
            let length = rest.bytes().position(is_blank).unwrap_or(rest.len());
            if length > 0 {
                self.word(&rest[..length]);
                rest = &rest[length..];
            }
        }
    }

    /// Adds text whose blanks stay.
    pub(super) fn preserved(&mut self, text: &str) {
        if !text.is_empty() {
            self.begin();
            self.text.push_str(text);
        }
    }

    /// Whether its last character is a digit.
    pub(super) fn ends_in_digit(&self) -> bool {
        self.gap == Gap::None && ends_in_digit(&self.text)
    }

    /// Adds what a list shows before the next text.
    pub(super) fn mark(&mut self, marker: &str) {
        self.marker.push_str(marker);
    }

    /// Forgets markers that no text followed.
    pub(super) fn unmark(&mut self) {
        self.marker.clear();
    }

    /// The line so far, without blanks around, and begins another.
    pub(super) fn end(&mut self) -> Option<String> {
        self.gap = Gap::None;
        let text = trim(&self.text);
        let line = (!text.is_empty()).then(|| text.to_owned());
        self.text.clear();
        line
    }

    fn begin(&mut self) {
        if self.text.is_empty() && !self.marker.is_empty() {
            self.text.push_str(&self.marker);
            self.marker.clear();
        }
    }

    fn word(&mut self, word: &str) {
        let gap = std::mem::take(&mut self.gap);
        if self.text.is_empty() {
            self.begin();
        } else if gap == Gap::Blank || (gap == Gap::Break && !self.is_wide_before(word)) {
            self.text.push(' ');
        }
        if word.contains(['\u{a0}', '\u{ad}']) {
            let shown = word.chars().filter(|character| *character != '\u{ad}');
            self.text.extend(shown.map(|character| if character == '\u{a0}' { ' ' } else { character }));
        } else {
            self.text.push_str(word);
        }
    }

    /// A line end of the source between two wide characters is no blank (CSS Text 3, 4.1.3).
    fn is_wide_before(&self, word: &str) -> bool {
        self.text.chars().next_back().is_some_and(is_wide) && word.chars().next().is_some_and(is_wide)
    }
}

/// A text without the blanks, no-break and ideographic ones included, around it.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}'))
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r' | b'\x0c')
}

fn is_wide(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}
