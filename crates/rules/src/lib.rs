//! Rule scripts and the texts of an edition, turned into form, lexicon and rule book.
//!
//! This is the only crate that knows Rhai. It reads no files: folders come as texts ([`Folder`]), built in or from
//! someone's own directory, and [`load`] gives the [`RuleBook`](gouji_edits::RuleBook)s. What is wrong in them comes
//! as [`RulesErrors`], each with its place, in Chinese and English.
mod cases;
mod edition_file;
mod error;
mod flat;
mod flatten;
mod folder;
mod form_check;
mod header;
mod load;
mod parsed;
mod script;
mod skeleton;
mod toml_text;

pub use cases::{Case, CaseCounts, Expected, FailedCase, Lacking, Told, Trial, Unwritten, check_cases, try_cases};
pub use error::{RulesError, RulesErrors, Source};
pub use folder::{Folder, is_edition_id, is_rule_id};
pub use load::{Loaded, Script, Unloaded, all, load, load_with_sources, unloaded};
pub use skeleton::{UNWRITTEN, new_edition, new_rule};
