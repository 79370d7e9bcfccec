//! Traces that text extractors leave of a file's inner marks: Word's cursor as `[bookmark: _GoBack]`, pandoc's anchors.
use std::borrow::Cow;

/// How they begin and end.
const TRACES: [(&str, char); 2] = [("[bookmark:", ']'), ("[]{#", '}')];
/// The longest name of a bookmark in Word is 40 characters.
const LONGEST: usize = 200;

/// A trace that was cut out.
pub(super) struct Cut {
    /// Where it stood, as an offset in the text without traces.
    pub(super) at: usize,
    /// Bytes cut out up to here, this trace included.
    pub(super) removed: usize,
    /// The trace.
    pub(super) trace: Box<str>,
}

/// The text without traces, and what was cut out.
pub(super) fn cut(text: Cow<'_, str>) -> (Cow<'_, str>, Vec<Cut>) {
    let mut cuts: Vec<Cut> = Vec::new();
    let mut clean = String::new();
    let mut kept = 0;
    let mut removed = 0;
    let mut from = 0;
    while let Some(at) = text[from..].find('[').map(|found| from + found) {
        let Some(length) = trace_length(&text[at..]) else {
            from = at + 1;
            continue;
        };
        clean.push_str(&text[kept..at]);
        removed += length;
        cuts.push(Cut { at: clean.len(), removed, trace: text[at..at + length].into() });
        from = at + length;
        kept = from;
    }
    if cuts.is_empty() {
        return (text, cuts);
    }
    clean.push_str(&text[kept..]);
    (Cow::Owned(clean), cuts)
}

/// Length of the trace at the head of a text.
fn trace_length(text: &str) -> Option<usize> {
    let (start, end) = TRACES.iter().find(|(start, _)| text.starts_with(start))?;
    let stops = |character: char| character == *end || matches!(character, '\n' | '\r' | '\t' | '|' | '[');
    let name = &text[start.len()..];
    let (stop, character) = name.char_indices().take(LONGEST).find(|(_, character)| stops(*character))?;
    (character == *end).then_some(start.len() + stop + 1)
}
