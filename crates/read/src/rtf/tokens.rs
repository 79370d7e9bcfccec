//! The pieces of an RTF text: braces, control words, escaped bytes, text (RTF specification 1.9.1, "RTF Syntax").

/// Letters of a control word; the specification allows 32.
const LONGEST_WORD: usize = 40;

/// A piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A control word and the number behind it.
    Word(&'a [u8], Option<i32>),
    /// A backslash and a character that is no letter.
    Symbol(u8),
    /// `\'hh`
    Byte(u8),
    /// Bytes that stand for themselves, without line ends.
    Text(&'a [u8]),
}

/// A text, taken apart from its beginning.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Whether a byte from 0x81 on stands with the one behind it, even if that is a brace or a backslash.
    pub(super) double_byte: bool,
    /// Whether binary data ended before its time.
    pub(super) cut: bool,
}

impl<'a> Tokens<'a> {
    /// At the beginning of a text.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, double_byte: true, cut: false }
    }

    /// What has not been taken apart.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            match byte {
                b'\r' | b'\n' | 0 => self.at += 1,
                b'{' => return Some(self.one(Token::Open)),
                b'}' => return Some(self.one(Token::Close)),
                b'\\' => match self.control() {
                    Some(token) => return Some(token),
                    None => self.at = self.bytes.len(),
                },
                _ => return Some(self.text()),
            }
        }
    }

    /// Passes over the rest of the innermost open group, with its `}`; `false` if the text ends before that.
    pub(super) fn skip_group(&mut self) -> bool {
        let mut open = 1_usize;
        while let Some(token) = self.next() {
            match token {
                Token::Open => open += 1,
                Token::Close => open -= 1,
                _ => {}
            }
            if open == 0 {
                return true;
            }
        }
        false
    }

    fn one(&mut self, token: Token<'a>) -> Token<'a> {
        self.at += 1;
        token
    }

    fn text(&mut self) -> Token<'a> {
        let start = self.at;
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'\\' | b'{' | b'}' | b'\r' | b'\n' | 0 => break,
                0x81..=0xFE if self.double_byte && self.bytes.get(self.at + 1).is_some_and(|next| *next >= 0x40) => {
                    self.at += 2;
                }
                _ => self.at += 1,
            }
        }
        Token::Text(&self.bytes[start..self.at])
    }

    /// What begins with a backslash; `None` where the text ends in it.
    fn control(&mut self) -> Option<Token<'a>> {
        let first = *self.bytes.get(self.at + 1)?;
        if first.is_ascii_alphabetic() {
            return Some(self.word());
        }
        self.at += 2;
        if first != b'\'' {
            return Some(Token::Symbol(first));
        }
        let digit =
            |at: usize| char::from(*self.bytes.get(at)?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match (digit(self.at), digit(self.at + 1)) {
            (Some(high), Some(low)) => {
                self.at += 2;
                Some(Token::Byte(high << 4 | low))
            }
            _ => Some(Token::Symbol(first)),
        }
    }

    fn word(&mut self) -> Token<'a> {
        let rest = &self.bytes[self.at + 1..];
        let letters = rest.iter().take(LONGEST_WORD).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (word, rest) = rest.split_at(letters);
        let sign = usize::from(rest.first() == Some(&b'-') && rest.get(1).is_some_and(u8::is_ascii_digit));
        let digits = rest[sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = (digits > 0).then(|| number(&rest[sign..sign + digits], sign == 1));
        let space = usize::from(rest.get(sign + digits) == Some(&b' '));
        self.at += 1 + letters + sign + digits + space;
        if word == b"bin" {
            self.pass_over(number.unwrap_or(0));
        }
        Token::Word(word, number)
    }

    /// Binary data; where the file does not have as much, nothing of it can be told from text.
    fn pass_over(&mut self, count: i32) {
        let count = usize::try_from(count).unwrap_or(0);
        self.cut |= count > self.rest().len();
        self.at = self.at.saturating_add(count).min(self.bytes.len());
    }
}

fn number(digits: &[u8], negative: bool) -> i32 {
    let add = |number: i32, digit: &u8| number.saturating_mul(10).saturating_add(i32::from(digit - b'0'));
    let number = digits.iter().fold(0, add);
    if negative { -number } else { number }
}
