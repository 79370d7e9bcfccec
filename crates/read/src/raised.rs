//! Raised digits: the mark of a note behind a number is no digit of it.

/// Makes the digits of a text from a place on superscript characters where they follow a digit: `46` and a raised `1` are
/// not 461.
pub(crate) fn raise(text: &mut String, from: usize) {
    let Some((before, raised)) = text.split_at_checked(from) else { return };
    if ends_in_digit(before) && raised.bytes().any(|byte| byte.is_ascii_digit()) {
        let raised = superscript(raised);
        text.truncate(from);
        text.push_str(&raised);
    }
}

/// Whether a raised digit behind a text would be taken for a digit of its number.
pub(crate) fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|last: char| last.is_ascii_digit())
}

/// A text with its digits as superscript characters.
pub(crate) fn superscript(text: &str) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |character: char| character.to_digit(10).and_then(|digit| DIGITS.get(digit as usize).copied());
    text.chars().map(|character| digit(character).unwrap_or(character)).collect()
}
