//! Spreadsheets and Markdown: files made here, and what is read from them.
#![cfg(test)]

mod amend;
mod cells;
mod damage;
mod hostile;
mod markdown;
mod rendering;
mod texts;
mod writer;
