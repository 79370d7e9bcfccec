//! The national editions of the form with their rules, as texts.
//!
//! One folder of this crate is one edition: `edition.toml`, `form.toml`, `lexicon.toml`, and a script with its cases
//! for each rule. There is no list of them: the build script looks. `gouji-rules` makes rule books of the texts.

/// The texts of one edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditionTexts {
    /// Name of its folder.
    pub id: &'static str,
    /// Path relative to the folder, `/`-separated, and text; sorted by path.
    pub files: &'static [(&'static str, &'static str)],
}

/// Every edition, sorted by the name of its folder.
pub const EDITIONS: &[EditionTexts] = include!(concat!(env!("OUT_DIR"), "/editions.rs"));

/// Places of China down to the prefecture level, as TOML: they tell the level of a unit by its name.
pub const PLACES: &str = include_str!("../places.toml");
