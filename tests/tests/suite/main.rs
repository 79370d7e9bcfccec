//! Tests over the whole of gouji, on reports of invented units.
#![cfg(test)]

mod analysis;
mod bad_input;
mod catalogue;
mod codes;
mod damage;
mod damaged_files;
mod exports;
mod forms;
mod generated;
mod headings;
mod json;
mod layouts;
mod made;
mod offices;
mod projections;
mod prove;
mod rtf;
mod samples;
mod scanned;
mod schemas;
mod single_cell;
mod sinks;
mod terminal;
mod text_facts;
mod word;
