//! Text as text: whatever Markdown, its tables, its mathematics or HTML would act on is escaped.
use std::borrow::Cow;

/// Characters that mean something anywhere in a line.
const ACTIVE: [char; 13] = ['\\', '`', '*', '_', '[', ']', '<', '>', '|', '~', '&', '$', '#'];

/// A text within a line: a heading, a cell of a table, an item; ends of lines and tabs become blanks.
pub(crate) fn inline(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches([' ', '\t', '\n', '\r']);
    if !text.contains(|character| ACTIVE.contains(&character) || character < ' ') {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if ACTIVE.contains(&character) {
            escaped.push('\\');
        }
        escaped.push(if character < ' ' { ' ' } else { character });
    }
    Cow::Owned(escaped)
}

/// A text that begins a line: also what begins a list, a quotation or an underlined heading is escaped.
pub fn paragraph(text: &str) -> Cow<'_, str> {
    let escaped = inline(text);
    match marker(&escaped) {
        Some(place) => Cow::Owned(format!("{}\\{}", &escaped[..place], &escaped[place..])),
        None => escaped,
    }
}

/// Where the character stands that makes a line the item of a list or the line under a heading.
fn marker(text: &str) -> Option<usize> {
    if text.starts_with(['-', '+', '=']) {
        return Some(0);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let is_item = (1..=9).contains(&digits)
        && rest.starts_with(['.', ')'])
        && rest[1..].chars().next().is_none_or(|next| next == ' ');
    is_item.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_act_is_escaped_and_nothing_else() {
        for (text, expected) in [
            ("公开403条。", "公开403条。"),
            ("<script>", r"\<script\>"),
            ("a|b", r"a\|b"),
            ("*强调* `代码` [链接](x)", r"\*强调\* \`代码\` \[链接\](x)"),
            ("- 一", r"\- 一"),
            ("1. 一", r"1\. 一"),
            ("1.属于国家秘密", "1.属于国家秘密"),
            ("# 标题", r"\# 标题"),
            ("    代码", "代码"),
            ("===", r"\==="),
            ("$x$ &lt;", r"\$x\$ \&lt;"),
        ] {
            assert_eq!(paragraph(text), expected);
        }
        assert_eq!(inline("上\n下"), "上 下");
    }
}
