//! Whether a text holds a table of GFM.
use crate::detect;
use crate::text::decode;

/// Whether a text has a line that rules off the head of a table: `| --- | ---: |`, under a line with as many cells.
pub(crate) fn sniff(bytes: &[u8]) -> bool {
    // A ruler has nothing but these bytes in any superset of ASCII.
    let ruler = |line: &&[u8]| {
        line.contains(&b'|') && line.contains(&b'-') && line.iter().all(|byte| b"|:- \t\r".contains(byte))
    };
    let found = bytes.split(|byte| *byte == b'\n').any(|line| ruler(&line));
    found
        && detect::is_textual(bytes)
        && detect::known(bytes).is_none()
        && decode::decode(bytes).is_ok_and(|decoded| has_table(&decoded.text))
}

fn has_table(text: &str) -> bool {
    let mut above = "";
    text.lines().any(|line| {
        let columns = ruler_columns(line);
        let head = std::mem::replace(&mut above, line);
        columns >= 2 && columns == cells(head) && ruler_columns(head) == 0
    })
}

/// Columns of a ruler; 0 where a line is none.
fn ruler_columns(line: &str) -> usize {
    let is_rule = |piece: &str| {
        let piece = piece.trim();
        let dashes = piece.strip_prefix(':').unwrap_or(piece);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    if line.contains('|') && inner(line).split('|').all(is_rule) { cells(line) } else { 0 }
}

/// Cells of a row by its unescaped pipes; those at its ends close cells.
pub(super) fn cells(line: &str) -> usize {
    let mut escaped = false;
    let pipes = inner(line).bytes().filter(|byte| {
        let pipe = *byte == b'|' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        pipe
    });
    1 + pipes.count()
}

/// A row without the pipes at its ends.
fn inner(line: &str) -> &str {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    match line.strip_suffix('|') {
        Some(before) if before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 0 => before,
        _ => line,
    }
}
