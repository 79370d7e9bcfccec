//! Which cells of a sheet are paragraphs and which are tables.
//!
//! A row with a single text is a paragraph where it stands above or between tables as one: merged across the sheet, a
//! sentence, or before the first row of several cells. Rows that follow one another are one grid.
use std::collections::{BTreeMap, BTreeSet};

use gouji_model::{Block, Grid, GridCell, Paragraph};

use super::{Area, Budget, Sheet};
use crate::{ReadError, repeats};

/// Characters from which a text alone in its row is prose.
const PROSE: usize = 40;

/// No table that is printed on a page has more columns.
const PRINTED: usize = 20;

/// A sheet laid out.
pub(super) struct Laid {
    pub(super) blocks: Vec<Block>,
    /// Texts in places that a merged cell covers, where they are not shown.
    pub(super) covered: usize,
}

/// The blocks of a sheet.
///
/// # Errors
/// When there are more cells than may still come.
pub(super) fn blocks(sheet: &Sheet, budget: &mut Budget) -> Result<Laid, ReadError> {
    let covered = Covered::of(sheet, budget)?;
    let width = shown_columns(sheet, &covered);
    let mut page = Page { sheet, covered, width, blocks: Vec::new(), budget };
    let mut run: Vec<u32> = Vec::new();
    for (row, cells) in &sheet.cells {
        let next = run.last().is_none_or(|last| last + 1 == *row);
        let empty = cells.iter().all(|(column, text)| text.is_empty() || page.covered.hides(*row, *column));
        // A row inside a merged label belongs to its table even when nothing is written in it.
        let inside = !empty || (next && (page.covered.touches(*row) || page.awaits(run.last(), *row)));
        if !next || !inside {
            page.run(&std::mem::take(&mut run))?;
        }
        if !empty || (inside && !run.is_empty()) {
            run.push(*row);
        }
    }
    page.run(&run)?;
    let Page { blocks, covered, .. } = page;
    Ok(Laid { blocks, covered: covered.texts(sheet) })
}

/// First and last column in which a text begins.
fn shown_columns(sheet: &Sheet, covered: &Covered) -> u32 {
    let texts =
        sheet.cells.iter().flat_map(|(row, cells)| cells.iter().map(move |(column, text)| (*row, *column, text)));
    let columns: BTreeSet<u32> = texts
        .filter(|(row, column, text)| !text.is_empty() && !covered.hides(*row, *column))
        .map(|(_, column, _)| column)
        .collect();
    match (columns.first(), columns.last()) {
        (Some(first), Some(last)) => last - first + 1,
        _ => 1,
    }
}

/// Merged areas by the rows that they cover.
struct Covered {
    /// By row, the areas in it by their first column.
    rows: BTreeMap<u32, BTreeMap<u32, Area>>,
}

impl Covered {
    fn of(sheet: &Sheet, budget: &mut Budget) -> Result<Self, ReadError> {
        let mut rows: BTreeMap<u32, BTreeMap<u32, Area>> = BTreeMap::new();
        for area in &sheet.merges {
            for (row, _) in sheet.cells.range(area.rows.0..=area.rows.1) {
                budget.spend(1)?;
                rows.entry(*row).or_default().insert(area.columns.0, *area);
            }
        }
        Ok(Self { rows })
    }

    /// The merged area that a place belongs to.
    fn area(&self, row: u32, column: u32) -> Option<&Area> {
        let (_, area) = self.rows.get(&row)?.range(..=column).next_back()?;
        (area.columns.1 >= column).then_some(area)
    }

    /// Whether a place is covered by a cell to its left or above.
    fn hides(&self, row: u32, column: u32) -> bool {
        self.area(row, column).is_some_and(|area| (area.rows.0, area.columns.0) != (row, column))
    }

    /// Texts that are not shown.
    fn texts(&self, sheet: &Sheet) -> usize {
        let cells = self.rows.keys().filter_map(|row| Some((*row, sheet.cells.get(row)?)));
        let hidden = cells.flat_map(|(row, cells)| cells.iter().map(move |(column, text)| (row, *column, text)));
        hidden.filter(|(row, column, text)| !text.is_empty() && self.hides(*row, *column)).count()
    }

    /// Whether a cell from above reaches into a row.
    fn touches(&self, row: u32) -> bool {
        self.rows.get(&row).is_some_and(|areas| areas.values().any(|area| area.rows.0 < row))
    }
}

struct Page<'a> {
    sheet: &'a Sheet,
    covered: Covered,
    /// Columns of the sheet from the first to the last with a text.
    width: u32,
    blocks: Vec<Block>,
    budget: &'a mut Budget,
}

impl Page<'_> {
    /// Rows that follow one another.
    fn run(&mut self, rows: &[u32]) -> Result<(), ReadError> {
        let mut grid: Vec<u32> = Vec::new();
        let mut begun = false;
        for row in rows {
            let alone = self.alone(*row);
            begun = begun || alone.is_none();
            match alone {
                Some(column) if !begun || self.is_paragraph(*row, column) => {
                    self.grid(&std::mem::take(&mut grid))?;
                    self.paragraphs(*row, column)?;
                }
                _ => grid.push(*row),
            }
        }
        self.grid(&grid)
    }

    /// Whether an empty row is the place for the values of the labels right above: it has a cell under each of them.
    fn awaits(&self, above: Option<&u32>, row: u32) -> bool {
        let (Some(above), Some(cells)) =
            (above.and_then(|above| self.sheet.cells.get(above)), self.sheet.cells.get(&row))
        else {
            return false;
        };
        let mut labels = above.iter().filter(|(_, text)| !text.is_empty());
        let count = labels.clone().count();
        count > 1 && labels.all(|(column, text)| repeats::is_label(text) && cells.contains_key(column))
    }

    /// The column of the only text in a row.
    fn alone(&self, row: u32) -> Option<u32> {
        if self.covered.touches(row) {
            return None;
        }
        let cells = self.sheet.cells.get(&row)?;
        let mut texts = cells.iter().filter(|(column, text)| !text.is_empty() && !self.covered.hides(row, **column));
        let (column, _) = texts.next()?;
        let tall = self.covered.area(row, *column).is_some_and(|area| area.rows.1 > row);
        (texts.next().is_none() && !tall).then_some(*column)
    }

    fn is_paragraph(&self, row: u32, column: u32) -> bool {
        let text = self.text(row, column);
        let across = self.covered.area(row, column).map_or(1, |area| area.columns.1 - area.columns.0 + 1);
        let wide = across > 1 && u64::from(across) * 5 >= u64::from(self.width) * 3;
        wide || text.chars().nth(PROSE).is_some() || text.ends_with('。')
    }

    fn text(&self, row: u32, column: u32) -> &str {
        self.sheet.cells.get(&row).and_then(|cells| cells.get(&column)).map_or("", String::as_str)
    }

    fn paragraphs(&mut self, row: u32, column: u32) -> Result<(), ReadError> {
        let origin = self.sheet.origin(row, column);
        let text = self.text(row, column);
        let lines: Vec<String> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        self.budget.spend(lines.len())?;
        let paragraph = |text| Block::Paragraph(Paragraph { text, origin: origin.clone() });
        self.blocks.extend(lines.into_iter().map(paragraph));
        Ok(())
    }

    fn grid(&mut self, rows: &[u32]) -> Result<(), ReadError> {
        let columns = self.columns(rows);
        // In a text, where a row is longer or shorter than others, nobody knows in which column its fields stand.
        let fields = |row: &u32| self.sheet.cells.get(row).map_or(0, BTreeMap::len);
        let width = rows.iter().map(fields).max().unwrap_or_default();
        let placed = !self.sheet.is_text || rows.iter().all(|row| fields(row) == width);
        let mut cells = Vec::with_capacity(rows.len());
        for row in rows {
            self.budget.spend(columns.len())?;
            cells.push(self.row(*row, rows.last().copied().unwrap_or(*row), &columns));
        }
        if cells.iter().flatten().all(|cell: &GridCell| cell.text.is_empty()) {
            return Ok(());
        }
        // In a wide table of records, equal headings side by side are those of different columns.
        let repeats_labels = self.sheet.merges.is_empty() && columns.len() <= PRINTED;
        let rows = if repeats_labels { repeats::spans(cells) } else { cells };
        self.blocks.push(Block::Grid(Grid { rows, placed, row_ends: true, blanks: true }));
        Ok(())
    }

    /// The columns in which any text of these rows begins; where none does, there is no place for a blank.
    fn columns(&self, rows: &[u32]) -> Vec<u32> {
        let mut columns = BTreeSet::new();
        for row in rows {
            let cells = self.sheet.cells.get(row).into_iter().flatten();
            let shown = cells.filter(|(column, text)| !text.is_empty() && !self.covered.hides(*row, **column));
            columns.extend(shown.map(|(column, _)| *column));
        }
        columns.into_iter().collect()
    }

    fn row(&self, row: u32, last: u32, columns: &[u32]) -> Vec<GridCell> {
        let mut cells = Vec::with_capacity(columns.len());
        let there = |column: &&u32| {
            let field = self.sheet.cells.get(&row).is_some_and(|cells| cells.contains_key(column));
            !self.covered.hides(row, **column) && (field || !self.sheet.is_text)
        };
        for column in columns.iter().filter(there) {
            let area = self.covered.area(row, *column);
            let (rows, across) =
                area.map_or((1, 1), |area| (area.rows.1.min(last) - row + 1, area.columns.1 - column + 1));
            cells.push(GridCell {
                text: self.text(row, *column).to_owned(),
                column: *column,
                colspan: across,
                rowspan: rows,
                origin: self.sheet.origin(row, *column),
            });
        }
        cells
    }
}
