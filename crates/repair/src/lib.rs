//! Localisation and repair: which cells of a report are wrong, what they must be, and how sure that is.
//!
//! After Fellegi and Holt (1976), exact and on integers: every set with the fewest cells whose change satisfies all hard
//! edits (blank, unreadable and missing cells may be anything), the values these cells must take, and the proof by
//! complete search that no smaller set exists. Slips that people make only order sets of equal size.
//!
//! Where last year's report or those of member units are at hand, the edits between them are part of the same system, and the
//! fewest cells are those over all reports: [`repair_tied`].
mod answer;
mod explain;
mod localise;
mod neighbours;
mod row;
mod search;
mod slip;
mod solution;
mod system;
mod tableau;
mod tied;

pub use answer::{Breach, Change, Choice, Part, Repair, Values};
pub use explain::{explain, findings};
pub use localise::Localiser;
pub use search::Limits;
pub use slip::Slip;
pub use tied::{Tied, repair_tied};
