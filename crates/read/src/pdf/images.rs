//! Images of a PDF as image files.
use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Dict, Name, Stream};

use super::budget::Budget;
use crate::ReadError;
use crate::scans::{Pixels, png};

/// The image as a file: JPEG and JPEG 2000 as they are, pixels in grey or red, green and blue as PNG; `None` for others
/// (fax codes, palettes, inks).
///
/// # Errors
/// When its pixels are more than allowed.
pub(super) fn file(stream: &Stream<'_>, budget: &mut Budget) -> Result<Option<Vec<u8>>, ReadError> {
    match stream.filters().as_slice() {
        [Filter::DctDecode | Filter::JpxDecode] => {
            let raw = stream.raw_data();
            budget.bytes(raw.len() as u64)?;
            Ok(Some(raw.into_owned()))
        }
        [Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode] | [] => {
            let content = budget.stream(stream)?;
            Ok(content.and_then(|content| pixels(stream.dict(), content)))
        }
        _ => Ok(None),
    }
}

fn pixels(dict: &Dict<'_>, mut rows: Vec<u8>) -> Option<Vec<u8>> {
    let mask = dict.get::<bool>(b"ImageMask").unwrap_or(false);
    let components = if mask { 1 } else { components(dict)? };
    let bits = if mask { 1 } else { dict.get::<u8>(b"BitsPerComponent")? };
    // Black may be 1 and white 0.
    if dict.get::<Array<'_>>(b"Decode").and_then(|decode| decode.iter::<f64>().next()).is_some_and(|first| first > 0.5)
    {
        for byte in &mut rows {
            *byte = !*byte;
        }
    }
    let (width, height) = (dict.get::<u32>(b"Width")?, dict.get::<u32>(b"Height")?);
    png(&Pixels { width, height, bits, colour: components == 3, rows: &rows })
}

/// Components of a pixel: 1 for grey, 3 for red, green and blue; `None` for what is neither.
fn components(dict: &Dict<'_>) -> Option<usize> {
    let named = |name: &[u8]| match name {
        b"DeviceGray" | b"CalGray" | b"G" => Some(1),
        b"DeviceRGB" | b"CalRGB" | b"RGB" => Some(3),
        _ => None,
    };
    if let Some(name) = dict.get::<Name<'_>>(b"ColorSpace") {
        return named(&name);
    }
    let space = dict.get::<Array<'_>>(b"ColorSpace")?;
    let mut parts = space.flex_iter();
    let kind = parts.next::<Name<'_>>()?;
    if &*kind == b"ICCBased" {
        let count = parts.next::<Stream<'_>>()?.dict().get::<usize>(b"N")?;
        return [1, 3].contains(&count).then_some(count);
    }
    named(&kind)
}
