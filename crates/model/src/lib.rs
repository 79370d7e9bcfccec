//! The data model of gouji (勾稽): forms, reports, documents, numbers, origins and messages.
//!
//! This crate knows no year, no file format and no rule script; it is what all other crates share.
//!
//! # Glossary
//!
//! | term | 中文 | meaning |
//! |---|---|---|
//! | annual report | 政府信息公开工作年度报告 | the yearly report under art. 49–50 of 《中华人民共和国政府信息公开条例》 |
//! | edition | 格式版本 | one national format of the report and the rules in force with it |
//! | form | 报表 | sections and tables of an edition |
//! | cell | 数据项 | one place of a table where a value is printed |
//! | group | 合计组 | several cells that are summed together and have an id of their own |
//! | edit | 勾稽关系 | a constraint between cells, in the sense of statistical data editing (Fellegi and Holt, 1976) |
//! | unit | 单位 | the body that reports: an agency (本级) or a whole region (汇总) |
//! | carry-over | 结转 | applications handed on from one year to the next |
//! | roll-up | 汇总 | adding the reports of member units up into a region's |
//! | claim | 文字数据 | a number of some metric that the prose states |
//! | reading note | 读取说明 | what a reader had to repair or could not read, with its place |
//! | finding | 问题 | what a broken edit says of a report |
mod cell;
mod claim;
mod date;
mod document;
mod edition;
mod fact;
mod form;
mod form_build;
mod label;
mod layout;
mod lexicon;
mod message;
mod number;
mod origin;
mod prose_words;
mod publishing;
mod report;
mod similarity;
mod table;
mod unit;
mod wire;

pub use cell::{Cell, CellState, PRINTED_BRACKET, PRINTED_MISSING, PRINTED_UNREADABLE, StateSet, WORKBOOK_SHEETS};
pub use claim::{Claim, Period};
pub use date::Date;
pub use document::{Block, Document, Grid, GridCell, Paragraph, Picture, SheetCells};
pub use edition::{Edition, Years};
pub use fact::{Fact, FactArgument, FactOf, Facts};
pub use form::{AxisNames, CellIndex, CellSpec, Form, FormError, GroupIndex, GroupSpec, Slot};
pub use label::{Label, Lang, Text};
pub use layout::{Layout, LayoutCell, LayoutKind};
pub use lexicon::{ColumnWords, Lexicon};
pub use message::{Arg, Message, SumTerm, catalogue_keys, is_message, render};
pub use number::{Number, NumberError};
pub use origin::{Origin, Place};
pub use prose_words::{Metric, Periods, ProseWords, Scopes, Topic, Turn, Words};
pub use publishing::{DateSource, Due, Published};
pub use report::{Note, Report, SectionText};
pub use similarity::Similarity;
pub use table::{AxisGroup, Header, Role, Section, Table, TableBlock, ValueType};
pub use unit::{Level, Scope, Unit, UnitKind};
pub use wire::{CellWire, REPORT_SCHEMA, ReportWire, WireError};
