//! What a file may still ask for: streams are inflated and instructions carried out until it is spent.
use std::io::Read as _;

use flate2::read::ZlibDecoder;
use gouji_model::Message;
use hayro_syntax::Filter;
use hayro_syntax::object::dict::keys::{DECODE_PARMS, DP};
use hayro_syntax::object::{Object, Stream};

use crate::limits::size_text;
use crate::{Limits, ReadError};

/// The most that a byte of deflate can become.
pub(super) const DEFLATE_RATIO: u64 = 1032;

/// What is left of the limits.
pub(super) struct Budget {
    limits: Limits,
    bytes: u64,
    instructions: usize,
    characters: usize,
}

impl Budget {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            bytes: limits.pdf_bytes,
            instructions: limits.pdf_instructions,
            characters: limits.pdf_characters,
            limits: limits.clone(),
        }
    }

    /// Segments allowed on one page.
    pub(super) fn segments(&self) -> usize {
        self.limits.pdf_segments
    }

    /// Takes instructions.
    pub(super) fn instructions(&mut self, count: usize) -> Result<(), ReadError> {
        self.instructions = self.instructions.checked_sub(count).ok_or_else(|| {
            ReadError(Message::new("read-pdf-instructions").count("limit", self.limits.pdf_instructions))
        })?;
        Ok(())
    }

    /// Takes a character.
    pub(super) fn character(&mut self) -> Result<(), ReadError> {
        self.characters = self
            .characters
            .checked_sub(1)
            .ok_or_else(|| ReadError(Message::new("read-pdf-characters").count("limit", self.limits.pdf_characters)))?;
        Ok(())
    }

    /// Takes bytes.
    pub(super) fn bytes(&mut self, count: u64) -> Result<(), ReadError> {
        self.bytes = self.bytes.checked_sub(count).ok_or_else(|| self.too_many_bytes())?;
        Ok(())
    }

    fn too_many_bytes(&self) -> ReadError {
        ReadError(Message::new("read-pdf-inflated").text("limit", size_text(self.limits.pdf_bytes)))
    }

    /// The content of a stream; what of a damaged one could be inflated, `None` where its filters are not known.
    pub(super) fn stream(&mut self, stream: &Stream<'_>) -> Result<Option<Vec<u8>>, ReadError> {
        let raw = stream.raw_data();
        let filters = stream.filters();
        if filters.as_slice() == [Filter::FlateDecode] && !has_parameters(stream) {
            return self.inflate(&raw).map(Some);
        }
        // The library has no limit of its own: it is asked only if the worst that can come is allowed.
        let worst = filters.iter().fold(raw.len() as u64, |size, filter| size.saturating_mul(ratio(*filter)));
        if worst > self.bytes && !filters.is_empty() {
            return Err(self.too_many_bytes());
        }
        let content = stream.decoded_data().ok();
        self.bytes(content.as_ref().map_or(0, |content| content.len() as u64))?;
        Ok(content.map(std::borrow::Cow::into_owned))
    }

    /// Whether the library may inflate a stream: it takes what comes from the budget.
    pub(super) fn allow(&mut self, stream: &Stream<'_>) -> Result<(), ReadError> {
        let size = stream.raw_data().len() as u64;
        let filters = stream.filters();
        let worst = filters.iter().fold(size, |size, filter| size.saturating_mul(ratio(*filter)));
        if worst <= self.bytes / 64 {
            return self.bytes(worst / DEFLATE_RATIO);
        }
        match filters.as_slice() {
            [Filter::FlateDecode] => self.inflated_size(&stream.raw_data()),
            _ => self.bytes(worst),
        }
    }

    fn inflate(&mut self, data: &[u8]) -> Result<Vec<u8>, ReadError> {
        let mut content = Vec::with_capacity(data.len().saturating_mul(4));
        // An error in the middle of a stream leaves what came before it.
        let _ = ZlibDecoder::new(data).take(self.bytes.saturating_add(1)).read_to_end(&mut content);
        self.bytes(content.len() as u64)?;
        Ok(content)
    }

    /// Takes the size that data would have inflated, without keeping them.
    pub(super) fn inflated_size(&mut self, data: &[u8]) -> Result<(), ReadError> {
        let mut decoder = ZlibDecoder::new(data);
        let mut window = vec![0; 1 << 15];
        while let Ok(read @ 1..) = decoder.read(&mut window) {
            self.bytes(read as u64)?;
        }
        Ok(())
    }
}

fn has_parameters(stream: &Stream<'_>) -> bool {
    [DECODE_PARMS, DP].iter().any(|key| stream.dict().get::<Object<'_>>(key).is_some())
}

/// The most that a byte can become.
fn ratio(filter: Filter) -> u64 {
    match filter {
        Filter::FlateDecode => DEFLATE_RATIO,
        Filter::LzwDecode => 2_730,
        Filter::RunLengthDecode => 64,
        // Four zero bytes may stand as `z`.
        Filter::Ascii85Decode => 4,
        _ => 1,
    }
}
