//! Tables that go on on the next page.
//!
//! The fragments of a broken table have the same outer edges. A fragment may have fewer columns than another, because
//! the labels that would show them were cut off, so cells are placed by the edges of all fragments together.
use super::geometry::Rect;
use super::rulings::SNAP;
use super::tables::{Cell, Table};

/// How far the outer edges of two fragments may differ: the borders of pages are drawn slightly apart.
const OUTER: f64 = 4.0;

/// Whether a table at the top of a page goes on with one at the end of the page before.
pub(super) fn goes_on(above: &Table, below: &Table) -> bool {
    let outer = |left: f64, right: f64| (left - right).abs() <= OUTER;
    if !outer(above.outline.left, below.outline.left) || !outer(above.outline.right, below.outline.right) {
        return false;
    }
    let (upper, lower) = (inner(&above.columns), inner(&below.columns));
    let shared = upper.iter().filter(|edge| lower.iter().any(|other| (**edge - other).abs() <= SNAP)).count();
    2 * shared >= upper.len().min(lower.len())
}

/// Edges between columns.
fn inner(columns: &[f64]) -> &[f64] {
    columns.get(1..columns.len().saturating_sub(1)).unwrap_or_default()
}

/// Puts a fragment below a table.
pub(super) fn join(above: &mut Table, mut below: Table) {
    let columns = united(&above.columns, &below.columns);
    replace(above, &columns);
    replace(&mut below, &columns);
    above.columns = columns;
    let heads = repeated_heads(above, &below);
    let seam = Seam { last: above.rows, heads };
    if !seam.join_row(above, &mut below) {
        seam.join_labels(above, &mut below);
    }
    for mut cell in below.cells {
        cell.area.row += above.rows;
        above.cells.push(cell);
    }
    above.rows += below.rows;
    above.page = below.page;
    above.outline = Rect { top: above.outline.top, ..above.outline.with(below.outline) };
}

/// The edges of both, where they are not the same.
fn united(left: &[f64], right: &[f64]) -> Vec<f64> {
    let mut edges: Vec<f64> = left.iter().chain(right).copied().collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup_by(|next, kept| *next - *kept <= OUTER);
    edges
}

/// Places the cells of a table by other edges.
fn replace(table: &mut Table, edges: &[f64]) {
    let nearest = |at: f64| {
        let distance = |edge: &f64| (edge - at).abs();
        let places = edges.iter().enumerate();
        places.min_by(|(_, left), (_, right)| distance(left).total_cmp(&distance(right))).map_or(0, |(place, _)| place)
    };
    for cell in &mut table.cells {
        let (left, right) = (nearest(cell.rect.left), nearest(cell.rect.right));
        cell.area.column = left;
        cell.area.columns = (right.saturating_sub(left)).max(1);
    }
}

/// Rows at the top of a fragment that repeat the head of the table.
fn repeated_heads(above: &Table, below: &Table) -> usize {
    let texts = |table: &Table, row: usize| -> Vec<String> { table.row(row).map(|cell| cell.text.clone()).collect() };
    let same = |row: &usize| {
        let (first, second) = (texts(above, *row), texts(below, *row));
        first == second && first.iter().any(|text| !text.is_empty() && !text.contains(|c: char| c.is_ascii_digit()))
    };
    (0..below.rows.min(above.rows)).take_while(same).count()
}

/// Where two fragments meet.
struct Seam {
    /// Rows of the table above.
    last: usize,
    /// Repeated heads at the top of the fragment below.
    heads: usize,
}

impl Seam {
    /// The cell above that ends at the seam and is as wide as a cell that begins there.
    fn partner(&self, above: &Table, cell: &Cell) -> Option<usize> {
        above.cells.iter().position(|other| {
            other.area.row + other.area.rows == self.last
                && (other.area.column, other.area.columns) == (cell.area.column, cell.area.columns)
        })
    }

    /// Joins labels of several rows that the break has cut. The part below may be empty.
    fn join_labels(&self, above: &mut Table, below: &mut Table) {
        let goes_on: Vec<bool> = below.cells.iter().map(|cell| self.label_goes_on(above, below, cell)).collect();
        let mut cut = goes_on.iter();
        let mut parts = Vec::new();
        below.cells.retain(|cell| {
            let joins = cut.next().copied().unwrap_or_default();
            if joins {
                parts.push(cell.clone());
            }
            !joins
        });
        for part in parts {
            if let Some(partner) = self.partner(above, &part) {
                let whole = &mut above.cells[partner];
                append(&mut whole.text, &part.text);
                // Repeated heads stand between the parts: then the label cannot be one rectangle.
                whole.area.rows += if self.heads == 0 { part.area.rows } else { 0 };
            }
        }
    }

    fn label_goes_on(&self, above: &Table, below: &Table, cell: &Cell) -> bool {
        let Some(partner) = self.partner(above, cell).map(|partner| &above.cells[partner]) else { return false };
        cell.area.row == self.heads
            && partner.area.rows + cell.area.rows > 2
            && !partner.text.is_empty()
            && !is_value(&partner.text)
            && !is_label_of_its_own(&cell.text)
            // The label stands before values.
            && below.row(self.heads).any(|other| other.area.column > cell.area.column && !other.text.is_empty())
    }

    /// Joins a row that the break has cut: one part has the values, and the label above fills its last line.
    fn join_row(&self, above: &mut Table, below: &mut Table) -> bool {
        if self.heads > 0 || below.row(0).any(|cell| cell.area.rows > 1) {
            return false;
        }
        let pairs: Option<Vec<(usize, Cell)>> =
            below.row(0).map(|cell| Some((self.partner(above, cell)?, cell.clone()))).collect();
        let Some(pairs) = pairs else { return false };
        let text = |place: &usize| above.cells[*place].text.as_str();
        let (labels, others): (Vec<_>, Vec<_>) =
            pairs.iter().partition(|(place, cell)| !text(place).is_empty() && !cell.text.is_empty());
        let cut = |(place, cell): &&(usize, Cell)| {
            let upper = &above.cells[*place];
            upper.full && upper.area.rows == 1 && !is_value(&upper.text) && !is_label_of_its_own(&cell.text)
        };
        let one_sided = others.iter().all(|(_, cell)| cell.text.is_empty())
            || others.iter().all(|(place, _)| text(place).is_empty());
        if labels.is_empty() || !one_sided || !labels.iter().all(cut) {
            return false;
        }
        for (place, cell) in pairs {
            append(&mut above.cells[place].text, &cell.text);
        }
        below.cells.retain(|cell| cell.area.row > 0);
        for cell in &mut below.cells {
            cell.area.row -= 1;
        }
        below.rows -= 1;
        true
    }
}

/// A value, or the numbered beginning of a label: not the rest of one.
fn is_label_of_its_own(text: &str) -> bool {
    is_value(text) || is_numbered(text)
}

fn append(text: &mut String, part: &str) {
    if !text.is_empty() && !part.is_empty() {
        text.push('\n');
    }
    text.push_str(part);
}

/// Something that is counted: digits with what stands around them, a dash.
fn is_value(text: &str) -> bool {
    let part = |character: char| character.is_ascii_digit() || "/-—－无.,%+ \n０１２３４５６７８９".contains(character);
    !text.is_empty() && text.chars().all(part)
}

/// `三、`, `（四）`, `2.`: the beginning of a label.
pub(super) fn is_numbered(text: &str) -> bool {
    let number = |character: char| "一二三四五六七八九十0123456789".contains(character);
    let rest = text.trim_start_matches(['（', '(']);
    let after = rest.trim_start_matches(number);
    after.len() < rest.len() && after.starts_with(['、', '.', '．', '）', ')', '，'])
}
