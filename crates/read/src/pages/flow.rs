//! The blocks of all pages in reading order: lines of text between tables and pictures.
use gouji_model::Message;

use super::geometry::Rect;
use super::joining::{goes_on, join};
use super::lines::{Line, lines};
use super::page::{Page, Run};
use super::tables::{Table, tables};
use crate::{Limits, ReadError};

/// A part of the document in reading order.
#[derive(Debug)]
pub(super) enum Item<'a> {
    /// A line of text.
    Line(PlacedLine<'a>),
    /// A table, with the fragments that follow it.
    Table(Table),
    /// A picture that may hold what is missing.
    Picture(u32, Rect),
}

/// A line and its page.
#[derive(Clone, Debug)]
pub(super) struct PlacedLine<'a> {
    pub(super) page: u32,
    pub(super) line: Line<'a>,
}

/// A picture narrower than this share of the page is a seal or an emblem.
const PICTURE_WIDTH: f64 = 0.4;
/// A picture lower than this is a rule, a banner or an ornament.
const PICTURE_HEIGHT: f64 = 60.0;
/// Runs on a picture from which on it is a background.
const RUNS_ON_PICTURE: usize = 10;

/// Pictures of one page that are looked at.
const MOST_PICTURES: usize = 50;

/// All pages as items, and the lines that are no content, of which `drop` says which they are.
///
/// # Errors
/// When the tables have more cells than allowed.
pub(super) fn items<'a>(
    pages: &'a [Page],
    limits: &Limits,
    drop: impl Fn(&PlacedLine<'a>, &Page) -> bool,
) -> Result<(Vec<Item<'a>>, Vec<PlacedLine<'a>>), ReadError> {
    let mut cells = 0;
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut dropped = Vec::new();
    for page in pages {
        let (tables, outside) = tables(page);
        cells += tables.iter().map(|table| table.cells.len()).sum::<usize>();
        if cells > limits.cells {
            return Err(ReadError(Message::new("read-page-cells").count("limit", limits.cells)));
        }
        let mut own: Vec<(f64, Item<'a>)> = Vec::new();
        for line in lines(outside) {
            let line = PlacedLine { page: page.number, line };
            if drop(&line, page) {
                dropped.push(line);
            } else {
                own.push((line.line.rect.top, Item::Line(line)));
            }
        }
        own.extend(pictures(page).map(|picture| {
            let rect = page.pictures[picture].rect;
            (rect.top, Item::Picture(page.number, rect))
        }));
        own.extend(tables.into_iter().map(|table| (table.outline.top, Item::Table(table))));
        own.sort_by(|(left, _), (right, _)| left.total_cmp(right));
        for (_, item) in own {
            match (items.last_mut(), item) {
                (Some(Item::Table(above)), Item::Table(below)) if above.is_before(&below) && goes_on(above, &below) => {
                    join(above, below);
                }
                (_, item) => items.push(item),
            }
        }
    }
    Ok((items, dropped))
}

/// Pictures that may stand in place of a table or a page, by their index, unless they were read.
pub(super) fn pictures(page: &Page) -> impl Iterator<Item = usize> {
    let large = |rect: &Rect| rect.width() >= PICTURE_WIDTH * page.width && rect.height() >= PICTURE_HEIGHT;
    let bare = |rect: &Rect| {
        let on = |run: &&Run| rect.holds(run.rect.centre());
        page.runs.iter().filter(on).count() < RUNS_ON_PICTURE
    };
    let pictures = page.pictures.iter().enumerate().filter(move |(_, picture)| large(&picture.rect));
    let bare = pictures.take(MOST_PICTURES).filter(move |(_, picture)| bare(&picture.rect) && !picture.seen);
    bare.map(|(number, _)| number)
}
