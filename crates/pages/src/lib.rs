//! Reports on A4 pages, laid out once and drawn by whoever implements [`Canvas`].
//!
//! The look is that of official documents (GB/T 9704-2012): margins of 37, 35, 28 and 26 mm, title in 小标宋 of size 2
//! (22 pt), text of size 3 (16 pt) in lines of 28.95 pt with an indent of two characters, headings in 黑体 and 楷体,
//! page numbers “— 1 —” on the outside. Tables are the statutory ones with merged cells.
//!
//! All measures are points; x grows to the right, y downwards from the upper edge of the page.
mod block;
mod breaking;
mod canvas;
mod contents;
mod faces;
mod findings;
mod flow;
mod lines;
mod metrics;
mod notice;
mod paper;
mod report;
mod shape;
mod table;

pub use canvas::{Area, Canvas, Element, Rule, Run, Scope, Target};
pub use faces::{Face, Glyph};
pub use metrics::{PAGE_HEIGHT, PAGE_WIDTH, RULE_WIDTH};
pub use paper::{Paper, papers};
