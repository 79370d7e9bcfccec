//! gouji's own JSON of a report, `gouji/report/1`.
use gouji_model::{Message, REPORT_SCHEMA};
use serde::Deserialize;

use crate::limits::check_bytes;
use crate::text::decode;
use crate::{Input, Limits, ReadError, Reader};

/// The reader of JSON.
pub(crate) const READER: Reader = Reader { name: "json", sniff, read };

/// The one field by which JSON texts are told apart.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    schema: Option<String>,
}

/// An object or an array of objects; `[bookmark: _GoBack]` and `{1}` at the head of a text are neither.
fn sniff(bytes: &[u8]) -> bool {
    let without_mark = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] | [0xff, 0xfe, rest @ ..] | [0xfe, 0xff, rest @ ..] => rest,
        _ => bytes,
    };
    let mut significant = without_mark.iter().filter(|byte| **byte != 0 && !byte.is_ascii_whitespace());
    matches!((significant.next(), significant.next()), (Some(b'{'), Some(b'"' | b'}')) | (Some(b'['), Some(b'{')))
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Input, ReadError> {
    check_bytes(bytes.len() as u64, limits.json_bytes, "read-json-too-large")?;
    let text = decode::decode(bytes)?.text;
    let schema = if text.trim_start().starts_with('[') { None } else { parse::<Head>(&text)?.schema };
    check_schema(schema.as_deref())?;
    let report = parse(&text)?;
    Ok(Input::Report(Box::new(report)))
}

fn check_schema(found: Option<&str>) -> Result<(), ReadError> {
    let message = match found {
        Some(REPORT_SCHEMA) => return Ok(()),
        Some(other) if other.starts_with("gouji/report/") => Message::new("read-json-schema").text("found", other),
        Some(other) => Message::new("read-json-other").text("found", other),
        None => Message::new("read-json-foreign"),
    };
    Err(ReadError(message.text("expected", REPORT_SCHEMA)))
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, ReadError> {
    serde_json::from_str(text).map_err(|error| broken(&error))
}

fn broken(error: &serde_json::Error) -> ReadError {
    let cause = error.to_string();
    // The place is an argument of its own.
    let cause = cause.rsplit_once(" at line ").map_or(&*cause, |(cause, _)| cause);
    ReadError(
        Message::new("read-json-broken")
            .count("line", error.line())
            .count("column", error.column())
            .text("cause", cause),
    )
}
