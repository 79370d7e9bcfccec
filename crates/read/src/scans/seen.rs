//! What an OCR program says of one picture.
use gouji_model::Message;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{Limits, ReadError};

/// Name and number of the schema.
pub const SEEN_SCHEMA: &str = "gouji/ocr/1";

/// What an OCR program saw on one picture. Places are in pixels from the upper left corner.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
pub struct Seen {
    /// Always `gouji/ocr/1`.
    #[schemars(extend("const" = SEEN_SCHEMA))]
    pub schema: String,
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// Pieces of text, each of one line of one cell or paragraph.
    pub boxes: Vec<SeenBox>,
    /// Ruling lines, horizontal or vertical, as `[x0, y0, x1, y1]`: with them cells are told for sure. A program that
    /// sees no lines leaves them out; then tables are told by the alignment of their text.
    #[serde(default)]
    pub lines: Vec<[f64; 4]>,
}

/// A piece of text on a picture.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
pub struct SeenBox {
    /// Left, top, right and bottom edge.
    pub rectangle: [f64; 4],
    /// What is written there, on one line.
    pub text: String,
    /// How sure the program is of the text, from 0 to 1. Figures below 0.8 are unreadable.
    pub confidence: f64,
}

impl Seen {
    /// Refuses what does not fit the description, or is more than allowed.
    ///
    /// # Errors
    /// A message that names what is wrong, and which box or line it is.
    pub fn check(&self, limits: &Limits) -> Result<(), ReadError> {
        let fault = |message: Message| Err(ReadError(message));
        if self.schema != SEEN_SCHEMA {
            return fault(Message::new("read-ocr-schema").text("found", &*self.schema).text("schema", SEEN_SCHEMA));
        }
        if ![self.width, self.height].iter().all(|side| (1.0..=1e6).contains(side)) {
            return fault(Message::new("read-ocr-size"));
        }
        let characters: usize = self.boxes.iter().map(|seen| seen.text.len()).sum();
        if self.boxes.len() > limits.cells || characters > limits.pdf_characters {
            return fault(Message::new("read-ocr-many").count("boxes", self.boxes.len()));
        }
        let bad = |seen: &SeenBox| !self.holds(seen.rectangle) || !(0.0..=1.0).contains(&seen.confidence);
        if let Some(number) = self.boxes.iter().position(bad) {
            return fault(Message::new("read-ocr-box").count("number", number + 1));
        }
        if let Some(number) = self.lines.iter().position(|line| !line.iter().all(|edge| edge.is_finite())) {
            return fault(Message::new("read-ocr-line").count("number", number + 1));
        }
        Ok(())
    }

    /// Whether a rectangle is one and lies on the picture; programs widen boxes by a few pixels.
    fn holds(&self, [left, top, right, bottom]: [f64; 4]) -> bool {
        let (wide, high) = (0.05 * self.width, 0.05 * self.height);
        left < right
            && top < bottom
            && left >= -wide
            && top >= -high
            && right <= self.width + wide
            && bottom <= self.height + high
    }
}
