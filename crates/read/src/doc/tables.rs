//! The tables of a text: where the cells of their rows stand, before the cells are filled.
use super::columns::{Places, places};
use super::properties::End;
use super::story::Paragraph;

/// A row before its cells are filled.
pub(super) struct Row<'a> {
    /// Where its cells stand; `None` if they are not defined.
    pub(super) places: Option<Places>,
    /// The paragraph that ends it.
    pub(super) end: &'a Paragraph,
    /// Whether it is deleted: all its text is, and the mark at its end. LibreOffice marks the end of the row before.
    pub(super) deleted: bool,
}

/// The rows of all tables, in the order in which the tables begin; of at most so many tables, or some more.
pub(super) fn survey(paragraphs: &[Paragraph], most: usize) -> Vec<Vec<Row<'_>>> {
    let mut tables: Vec<Vec<Row<'_>>> = Vec::new();
    // The tables that a paragraph stands in, and whether a text in their last row is not deleted.
    let mut open: Vec<(usize, bool)> = Vec::new();
    for paragraph in paragraphs {
        if tables.len() > most {
            break;
        }
        open.truncate(paragraph.depth);
        while open.len() < paragraph.depth {
            open.push((tables.len(), false));
            tables.push(Vec::new());
        }
        for (_, kept) in &mut open {
            *kept |= paragraph.kept;
        }
        if paragraph.end == End::Row
            && let Some((table, kept)) = open.last_mut()
        {
            let kept = std::mem::take(kept);
            let rows = &mut tables[*table];
            let marked = |row: &Row<'_>| row.end.mark.deleted && !row.deleted;
            let deleted = !kept && (paragraph.mark.deleted || rows.last().is_some_and(marked));
            rows.push(Row { places: None, end: paragraph, deleted });
        }
    }
    for rows in &mut tables {
        place(rows);
    }
    tables
}

/// Finds where the cells of rows stand.
fn place(rows: &mut [Row<'_>]) {
    let defined: Vec<_> = rows.iter().filter_map(|row| row.end.row.as_ref()).collect();
    let places = places(&defined);
    let defined = rows.iter_mut().filter(|row| row.end.row.is_some());
    defined.zip(places).for_each(|(row, places)| row.places = Some(places));
}
