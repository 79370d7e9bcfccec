//! Reading OFD files made by the tests.
#![cfg(test)]

mod beside;
mod damage;
mod objects;
#[path = "../odt/random.rs"]
mod random;
mod refusals;
#[path = "../pdf/rendering.rs"]
mod rendering;
mod tables;
mod writer;
