//! Text as text.

/// Appends a text, for content as well as for a quoted attribute.
pub(crate) fn push(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(place) = rest.find(['&', '<', '>', '"', '\'']) {
        out.push_str(&rest[..place]);
        out.push_str(match rest.as_bytes()[place] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[place + 1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::push;

    #[test]
    fn markup_becomes_text() {
        let mut out = String::new();
        push(&mut out, "<script>alert('“x” & \"y\"')</script>");
        assert_eq!(out, "&lt;script&gt;alert(&#39;“x” &amp; &quot;y&quot;&#39;)&lt;/script&gt;");
    }
}
