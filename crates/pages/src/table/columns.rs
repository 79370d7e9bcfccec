//! How wide the columns of a table are.
//!
//! Columns of values are of one width. Every column first gets what its words and numbers need; what is left goes, step
//! by step, to where it saves most lines.
use gouji_export::TableText;
use gouji_model::LayoutKind;

use super::{LaidCell, PAD_X};
use crate::metrics::WIDTH;

/// Columns that are of one width: each column of labels alone, those of values together.
struct Group {
    columns: std::ops::Range<usize>,
    width: f32,
}

impl Group {
    #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
    fn count(&self) -> f32 {
        self.columns.len() as f32
    }
}

/// The edges of the columns at a size; `None` where the numbers do not fit, unless it is `forced`.
pub(super) fn edges(table: &TableText<'_>, cells: &[LaidCell<'_>], size: u8, forced: bool) -> Option<Vec<f32>> {
    let mut groups = groups(table);
    for cell in cells {
        require(cell, &mut groups, size);
    }
    let needed: f32 = groups.iter().map(|group| group.width * group.count()).sum();
    if needed > WIDTH {
        if !forced {
            return None;
        }
        for group in &mut groups {
            group.width *= WIDTH / needed;
        }
    } else {
        distribute(WIDTH - needed, &mut groups, cells, size, usize::from(table.rows));
    }
    let mut edges = vec![0.0];
    for group in &groups {
        for _ in group.columns.clone() {
            edges.push(edges[edges.len() - 1] + group.width);
        }
    }
    Some(edges)
}

fn groups(table: &TableText<'_>) -> Vec<Group> {
    let labels = usize::from(table.table.label_columns);
    let columns = usize::from(table.columns);
    let single = (0..labels).map(|column| column..column + 1);
    let all = single.chain(std::iter::once(labels..columns)).filter(|columns| !columns.is_empty());
    all.map(|columns| Group { columns, width: 0.0 }).collect()
}

/// The groups that a cell lies in, with the number of its columns in each.
fn parts(cell: &LaidCell<'_>, groups: &[Group]) -> impl Iterator<Item = (usize, f32)> {
    let columns = cell.columns();
    groups.iter().enumerate().filter_map(move |(position, group)| {
        let shared = columns.end.min(group.columns.end).saturating_sub(columns.start.max(group.columns.start));
        #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
        (shared > 0).then_some((position, shared as f32))
    })
}

/// Widens the last group that a cell lies in, until the cell has what it needs.
fn require(cell: &LaidCell<'_>, groups: &mut [Group], size: u8) {
    let needed = cell.least * f32::from(size) + 2.0 * PAD_X + 0.1;
    let lack = needed - width(cell, groups);
    let last = parts(cell, groups).last();
    if let (true, Some((group, columns))) = (lack > 0.0, last) {
        groups[group].width += lack / columns;
    }
}

fn width(cell: &LaidCell<'_>, groups: &[Group]) -> f32 {
    parts(cell, groups).map(|(group, columns)| groups[group].width * columns).sum()
}

fn distribute(left: f32, groups: &mut [Group], cells: &[LaidCell<'_>], size: u8, rows: usize) {
    let step = f32::from(size) / 2.0;
    let mut left = left;
    let mut cost = lines(cells, groups, size, rows);
    loop {
        let mut best: Option<(usize, f32)> = None;
        for position in 0..groups.len() {
            if groups[position].count() * step > left {
                continue;
            }
            groups[position].width += step;
            let gain = (cost - lines(cells, groups, size, rows)) / groups[position].count();
            groups[position].width -= step;
            if best.is_none_or(|(_, most)| gain > most) {
                best = Some((position, gain));
            }
        }
        let Some((best, _)) = best else { break };
        groups[best].width += step;
        left -= groups[best].count() * step;
        cost = lines(cells, groups, size, rows);
    }
    let columns: f32 = groups.iter().map(Group::count).sum();
    for group in groups {
        group.width += left / columns;
    }
}

/// About how many lines the table has, with a little for each line that is nearly full.
fn lines(cells: &[LaidCell<'_>], groups: &[Group], size: u8, rows: usize) -> f32 {
    let mut heights = vec![0.0_f32; rows];
    let mut crowded = 0.0;
    for cell in cells {
        let share = cell.natural * f32::from(size) / (width(cell, groups) - 2.0 * PAD_X).max(1.0);
        let spread = if matches!(cell.at.kind, LayoutKind::Value(_)) { 1.0 } else { f32::from(cell.at.rowspan) };
        crowded += share / spread;
        let row = cell.rows().start;
        if cell.at.rowspan == 1 {
            heights[row] = heights[row].max((share - 0.001).ceil());
        }
    }
    heights.iter().sum::<f32>() + 0.05 * crowded
}
