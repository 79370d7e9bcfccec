//! A report as it is printed: paragraphs and tables, before any file format.
use gouji_edits::RuleBook;
use gouji_export::{TextCell, chapters, report_title};
use gouji_model::Report;

/// What stands in the file.
#[derive(Clone, Debug)]
pub enum Piece {
    /// One paragraph; its lines are divided by line feeds.
    Paragraph(String),
    /// The cells of a table, by row and column.
    Table(Vec<Cell>),
}

/// A rectangle of a table; places count from 0.
#[derive(Clone, Debug)]
pub struct Cell {
    /// First row.
    pub row: usize,
    /// First column.
    pub column: usize,
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub columns: usize,
    /// Its text.
    pub text: String,
}

/// A report as paragraphs and tables.
#[derive(Clone, Debug)]
pub struct Printed(pub Vec<Piece>);

impl Printed {
    /// The report in the layout of its form.
    pub fn of(book: &RuleBook, report: &Report) -> Self {
        let mut pieces = vec![Piece::Paragraph(report_title(book, report.unit.name.as_deref(), report.year))];
        let printed = gouji_export::Printed { form: &book.form, other_forms: &[], report: Some(report) };
        for chapter in chapters(printed) {
            pieces.extend(chapter.heading.map(Piece::Paragraph));
            pieces.extend(chapter.paragraphs.into_iter().map(|text| Piece::Paragraph(text.to_owned())));
            pieces.extend(chapter.tables.into_iter().map(|table| {
                let cells = table.cells.into_iter().map(Cell::from);
                Piece::Table(cells.collect())
            }));
        }
        Self(pieces)
    }

    /// The text of the sections.
    pub fn prose(&self) -> String {
        let text = |piece: &Piece| if let Piece::Paragraph(text) = piece { Some(text.clone()) } else { None };
        let paragraphs: Vec<String> = self.0.iter().filter_map(text).collect();
        let is_heading = |text: &str| text.chars().nth(1) == Some('、') && text.chars().count() < 30;
        paragraphs.into_iter().skip(1).filter(|text| !is_heading(text)).collect()
    }
}

impl From<TextCell<'_>> for Cell {
    fn from(cell: TextCell<'_>) -> Self {
        Self {
            row: cell.row.into(),
            column: cell.column.into(),
            rows: cell.rowspan.into(),
            columns: cell.colspan.into(),
            text: cell.text,
        }
    }
}

/// Number of rows and columns of a table.
pub(crate) fn size(cells: &[Cell]) -> (usize, usize) {
    let rows = cells.iter().map(|cell| cell.row + cell.rows).max().unwrap_or(0);
    let columns = cells.iter().map(|cell| cell.column + cell.columns).max().unwrap_or(0);
    (rows, columns)
}

/// The cell that covers a place.
pub(crate) fn cell_at(cells: &[Cell], row: usize, column: usize) -> Option<&Cell> {
    cells.iter().find(|cell| {
        (cell.row..cell.row + cell.rows).contains(&row) && (cell.column..cell.column + cell.columns).contains(&column)
    })
}

/// The cells that cover places of a row, from left to right.
pub(crate) fn cells_of(cells: &[Cell], row: usize) -> Vec<&Cell> {
    let mut own: Vec<&Cell> = cells.iter().filter(|cell| (cell.row..cell.row + cell.rows).contains(&row)).collect();
    own.sort_by_key(|cell| cell.column);
    own
}
