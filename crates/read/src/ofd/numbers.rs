//! Numbers in attributes: lists of them, rectangles, transformations, colours.
use crate::pages::Matrix;
use crate::xml::Element;

/// Finite numbers separated by blanks, up to the first that is none.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = f64> {
    text.split_ascii_whitespace().map_while(number)
}

/// A finite number.
pub(super) fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// As many numbers as asked for, or none.
pub(super) fn array<const N: usize>(text: &str) -> Option<[f64; N]> {
    let mut all = numbers(text);
    let mut array = [0.0; N];
    for slot in &mut array {
        *slot = all.next()?;
    }
    Some(array)
}

/// The transformation in an attribute `CTM`.
pub(super) fn matrix(element: &Element<'_>) -> Option<Matrix> {
    array(&element.attribute("CTM")?).map(Matrix)
}

/// A number in an attribute.
pub(super) fn attribute(element: &Element<'_>, name: &str) -> Option<f64> {
    number(element.attribute(name)?.trim())
}

/// Whether an attribute is on; `default` where it is absent.
pub(super) fn is_on(element: &Element<'_>, name: &str, default: bool) -> bool {
    element.attribute(name).map_or(default, |value| matches!(value.trim(), "true" | "1"))
}

/// The components of a colour, 0 to 1: `255 255 255` or `#FF #FF #FF`.
pub(super) fn color(text: &str) -> Vec<f64> {
    let component = |text: &str| match text.strip_prefix('#') {
        Some(digits) => u32::from_str_radix(digits, 16).ok().map(f64::from),
        None => number(text),
    };
    // A colour has at most four components.
    text.split_ascii_whitespace().take(5).map_while(component).map(|value| value / 255.0).collect()
}

/// The offsets of an attribute `DeltaX` or `DeltaY`, at most as many as asked for: `2.5 2.5 g 3 1.25` is two of 2.5 and
/// three of 1.25. The last one counts on.
pub(super) fn offsets(text: &str, most: usize) -> Vec<f64> {
    let mut offsets = Vec::new();
    let mut words = text.split_ascii_whitespace();
    while offsets.len() < most {
        let Some(word) = words.next() else { break };
        if word.eq_ignore_ascii_case("g") {
            let count = words.next().and_then(|count| count.parse::<usize>().ok());
            let (Some(count), Some(value)) = (count, words.next().and_then(number)) else { break };
            offsets.extend(std::iter::repeat_n(value, count.min(most - offsets.len())));
        } else {
            let Some(value) = number(word) else { break };
            offsets.push(value);
        }
    }
    if let Some(last) = offsets.last().copied() {
        offsets.resize(most, last);
    }
    offsets
}
