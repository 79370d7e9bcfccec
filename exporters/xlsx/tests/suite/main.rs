//! The workbook as programs and people find it.
#![cfg(test)]

mod batch;
mod cached;
mod definitions;
mod filled_in;
mod follow_up;
mod office;
mod same_bytes;
mod snapshot;
mod support;
mod texts;
mod workbook_text;
