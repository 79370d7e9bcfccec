//! Character references: `&nbsp;`, `&#12288;`, as the HTML standard reads them (13.2.5.72 ff.).
use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// Appends a text with its references resolved.
pub(super) fn resolve(text: &str, in_attribute: bool, output: &mut String) {
    let mut rest = text;
    while let Some(found) = rest.find('&') {
        output.push_str(&rest[..found]);
        rest = &rest[found + 1..];
        let length = if let Some(numeric) = rest.strip_prefix('#') {
            number(numeric, output).map(|length| length + 1)
        } else {
            name(rest, in_attribute, output)
        };
        match length {
            Some(length) => rest = &rest[length..],
            None => output.push('&'),
        }
    }
    output.push_str(rest);
}

/// A number after `&#`; the length taken.
fn number(text: &str, output: &mut String) -> Option<usize> {
    let (base, mark) = if text.starts_with(['x', 'X']) { (16, 1) } else { (10, 0) };
    let digits = text[mark..].bytes().take_while(|byte| char::from(*byte).is_digit(base)).count();
    if digits == 0 {
        return None;
    }
    let end = mark + digits;
    let value = text[mark..end].trim_start_matches('0');
    output.push(character(if value.is_empty() { 0 } else { u32::from_str_radix(value, base).unwrap_or(u32::MAX) }));
    Some(end + usize::from(text[end..].starts_with(';')))
}

/// The character of a number; those of 0x80–0x9F are meant in windows-1252.
fn character(number: u32) -> char {
    let replaced = match number {
        0 => None,
        0x80..=0x9f => {
            usize::try_from(number - 0x80).ok().and_then(|at| C1_REPLACEMENTS[at]).or(char::from_u32(number))
        }
        _ => char::from_u32(number),
    };
    replaced.unwrap_or('\u{fffd}')
}

/// The longest name after `&`; the length taken.
fn name(text: &str, in_attribute: bool, output: &mut String) -> Option<usize> {
    if text.starts_with("nbsp;") {
        output.push('\u{a0}');
        return Some(5);
    }
    let mut found = None;
    let name = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b';');
    for end in 1..=name.count() {
        // The table holds every prefix of a name, with zeros.
        let Some(characters) = NAMED_ENTITIES.get(&text[..end]) else { break };
        if characters.0 != 0 {
            found = Some((end, *characters));
        }
    }
    let (end, (first, second)) = found?;
    let next = text.as_bytes().get(end).copied().unwrap_or_default();
    // `?a=1&copy=2` in an address is no ©.
    if in_attribute && !text[..end].ends_with(';') && (next == b'=' || next.is_ascii_alphanumeric()) {
        return None;
    }
    output.extend([first, second].into_iter().filter(|code| *code != 0).filter_map(char::from_u32));
    Some(end)
}
