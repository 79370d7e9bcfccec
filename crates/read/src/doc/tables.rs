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
}

/// The rows of all tables, in the order in which the tables begin.
pub(super) fn survey(paragraphs: &[Paragraph]) -> Vec<Vec<Row<'_>>> {
    // For each table the paragraphs that end its rows.
    let mut tables: Vec<Vec<&Paragraph>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for paragraph in paragraphs {
        open.truncate(paragraph.depth);
        while open.len() < paragraph.depth {
            open.push(tables.len());
            tables.push(Vec::new());
        }
        if paragraph.end == End::Row
            && let Some(table) = open.last()
        {
            tables[*table].push(paragraph);
        }
    }
    tables.into_iter().map(rows).collect()
}

fn rows(ends: Vec<&Paragraph>) -> Vec<Row<'_>> {
    let defined: Vec<_> = ends.iter().filter_map(|end| end.row.as_ref()).collect();
    let mut found = places(&defined).into_iter();
    let places = ends.iter().map(|end| end.row.as_ref().and_then(|_| found.next())).collect::<Vec<_>>();
    ends.into_iter().zip(places).map(|(end, places)| Row { places, end }).collect()
}
