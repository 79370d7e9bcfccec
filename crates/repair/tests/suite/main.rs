//! Tests of localisation: on reports of both editions, and against trying everything on small invented forms.
#![cfg(test)]

mod damaged;
mod inexact;
mod random;
mod small;
mod small_tied;
mod support;
mod tied;
