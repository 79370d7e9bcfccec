//! Measures of a page after GB/T 9704-2012, in points.

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

/// Width of A4.
pub const PAGE_WIDTH: f32 = 210.0 * MM;
/// Height of A4.
pub const PAGE_HEIGHT: f32 = 297.0 * MM;
/// Width of the lines of tables.
pub const RULE_WIDTH: f32 = 0.5;

/// Left edge of the text.
pub(crate) const LEFT: f32 = 28.0 * MM;
/// Width of the text.
pub(crate) const WIDTH: f32 = 156.0 * MM;
/// Upper edge of the text.
pub(crate) const TOP: f32 = 37.0 * MM;
/// Lower edge of the text.
pub(crate) const BOTTOM: f32 = PAGE_HEIGHT - 35.0 * MM;
/// Height of the text.
pub(crate) const HEIGHT: f32 = BOTTOM - TOP;

/// Pitch of the lines of text: 22 of them on a page.
pub(crate) const PITCH: f32 = 28.95;
/// Size of text: 3 (三号).
pub(crate) const TEXT_SIZE: u8 = 16;
/// What is added between characters of text, so that 28 of them fill a line.
pub(crate) const TEXT_SPACING: f32 = WIDTH / 28.0 - 16.0;
/// Size of the title: 2 (二号).
pub(crate) const TITLE_SIZE: u8 = 22;
/// Pitch of the lines of a title.
pub(crate) const TITLE_PITCH: f32 = 36.0;

/// Size of page numbers: 4 (四号).
pub(crate) const NUMBER_SIZE: u8 = 14;
/// Baseline of page numbers: 7 mm below the text.
pub(crate) const NUMBER_BASELINE: f32 = BOTTOM + 7.0 * MM + 10.0;

/// How far above the middle of a line its baseline would be at, in parts of the size: glyphs of Chinese stand in a
/// square from 0.88 above the baseline to 0.12 below.
pub(crate) const DROP: f32 = 0.38;
