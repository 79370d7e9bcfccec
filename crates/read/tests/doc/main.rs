//! Word 97 files: paragraphs in, blocks, notes or an error out.
#![cfg(test)]
mod changes;
mod damage;
mod definitions;
mod fields;
mod graphics;
mod numbering;
mod parts;
mod refusals;
#[path = "../docx/rendering.rs"]
mod rendering;
mod tables;
mod texts;
mod writer;
