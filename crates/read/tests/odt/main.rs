//! OpenDocument texts: parts in, blocks, notes or an error out.
#![cfg(test)]

mod changes;
mod damage;
mod graphics;
mod numbering;
mod packages;
mod random;
#[path = "../docx/rendering.rs"]
mod rendering;
mod tables;
mod texts;
mod writer;
