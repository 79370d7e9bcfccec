//! Whether a content is a page.

/// Tags with which pages, and parts of pages pasted into a file, begin.
const TAGS: [&[u8]; 32] = [
    b"html",
    b"head",
    b"body",
    b"table",
    b"title",
    b"meta",
    b"link",
    b"style",
    b"script",
    b"div",
    b"p",
    b"span",
    b"font",
    b"center",
    b"h1",
    b"h2",
    b"h3",
    b"ul",
    b"ol",
    b"br",
    b"a",
    b"img",
    b"section",
    b"article",
    b"pre",
    b"b",
    b"strong",
    b"form",
    b"main",
    b"header",
    b"dl",
    b"blockquote",
];

/// Whether the content begins as a page does, after a byte order mark, blanks, an XML declaration and comments.
pub(crate) fn sniff(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, rest @ ..] => begins(&narrow(rest, 0)),
        [0xfe, 0xff, rest @ ..] => begins(&narrow(rest, 1)),
        _ => begins(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
    }
}

/// The beginning of UTF-16 as ASCII.
fn narrow(bytes: &[u8], low: usize) -> Vec<u8> {
    bytes.chunks_exact(2).take(65_536).map(|pair| if pair[1 - low] == 0 { pair[low] } else { b'?' }).collect()
}

fn begins(bytes: &[u8]) -> bool {
    let mut rest = bytes.trim_ascii_start();
    loop {
        let end: &[u8] = if rest.starts_with(b"<?xml") {
            b"?>"
        } else if rest.starts_with(b"<!--") {
            b"-->"
        } else {
            break;
        };
        let Some(length) = rest.windows(end.len()).position(|window| window == end) else { return false };
        rest = rest[length + end.len()..].trim_ascii_start();
    }
    let Some(rest) = rest.strip_prefix(b"<") else { return false };
    let is = |name: &[u8]| {
        let found = rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        found && rest.get(name.len()).is_none_or(|next| matches!(next, b' ' | b'\n' | b'\r' | b'\t' | b'>' | b'/'))
    };
    is(b"!doctype html") || TAGS.into_iter().any(is)
}
