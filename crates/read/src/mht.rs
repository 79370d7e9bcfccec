//! Web pages saved in one file (MHTML, RFC 2557), as Word, WPS and browsers write them: the page among its parts goes to
//! the reader of web pages, with the encoding that its part names.
use encoding_rs::Encoding;
use gouji_model::Message;
use mailparse::{MailHeaderMap as _, ParsedMail};
use memchr::memchr_iter;

use crate::detect::unmarked;
use crate::limits::check_bytes;
use crate::{Input, Limits, ReadError, Reader, html, text};

/// The reader of web pages in one file.
pub(crate) const READER: Reader = Reader { name: "mht", sniff, read };

/// How far into a file its kind is looked for.
const HEAD: usize = 4096;

/// It begins with header lines, one of which names the version of MIME.
pub(crate) fn sniff(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"mime-version:";
    let head = unmarked(&bytes[..bytes.len().min(HEAD)]).trim_ascii_start();
    let headers = head.split(|byte| *byte == b'\n').take_while(|line| !line.trim_ascii().is_empty());
    let is_mark = |line: &[u8]| line.get(..MARK.len()).is_some_and(|start| start.eq_ignore_ascii_case(MARK));
    head.first().is_some_and(u8::is_ascii_alphabetic) && headers.into_iter().any(is_mark)
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    check_bytes(bytes.len() as u64, limits.mht_bytes, "read-mht-too-large")?;
    // Each part and each header begins a line; the library allocates for each.
    if memchr_iter(b'\n', bytes).nth(limits.mht_lines).is_some() {
        return Err(ReadError(Message::new("read-mht-too-many-lines").count("limit", limits.mht_lines)));
    }
    let mail = mailparse::parse_mail(unmarked(bytes).trim_ascii_start()).map_err(|error| broken(&error))?;
    let parts = parts(&mail);
    let mut first_error = None;
    for part in parts.iter().filter(|part| is_page(part)) {
        // The page that holds the others, as Excel writes it, has no text of its own.
        match read_page(part, limits) {
            Ok(input) => return Ok(input),
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    let plain = || parts.iter().find(|part| part.subparts.is_empty() && part.ctype.mimetype == "text/plain");
    match (first_error, plain()) {
        (Some(error), _) => Err(error),
        (None, Some(part)) => read_plain(part, limits),
        (None, None) => Err(ReadError(Message::new("read-mht-no-page"))),
    }
}

/// The parts in their order, those that hold others before them.
fn parts<'a, 'b>(mail: &'a ParsedMail<'b>) -> Vec<&'a ParsedMail<'b>> {
    let mut found = Vec::new();
    let mut open = vec![mail];
    while let Some(part) = open.pop() {
        found.push(part);
        open.extend(part.subparts.iter().rev());
    }
    found
}

fn is_page(part: &ParsedMail<'_>) -> bool {
    let is_named = || {
        let place = part.headers.get_first_value("Content-Location").unwrap_or_default().to_ascii_lowercase();
        [".htm", ".html"].iter().any(|ending| place.ends_with(ending))
    };
    match part.ctype.mimetype.as_str() {
        "text/html" | "application/xhtml+xml" => true,
        "application/octet-stream" => is_named(),
        _ => false,
    }
}

fn read_page(part: &ParsedMail<'_>, limits: &Limits) -> Result<Input, ReadError> {
    let body = part.get_body_raw().map_err(|error| broken(&error))?;
    html::read_with(&body, charset(part), limits)
}

fn read_plain(part: &ParsedMail<'_>, limits: &Limits) -> Result<Input, ReadError> {
    let body = part.get_body_raw().map_err(|error| broken(&error))?;
    match charset(part) {
        Some(encoding) => (text::READER.read)(encoding.decode(&body).0.as_bytes(), limits),
        None => (text::READER.read)(&body, limits),
    }
}

/// The encoding that a part names itself.
fn charset(part: &ParsedMail<'_>) -> Option<&'static Encoding> {
    Encoding::for_label(part.ctype.params.get("charset")?.as_bytes())
}

fn broken(error: &mailparse::MailParseError) -> ReadError {
    ReadError(Message::new("read-mht-broken").text("cause", error.to_string()))
}
