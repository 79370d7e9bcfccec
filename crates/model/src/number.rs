//! Exact decimal numbers as printed in a report.
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// The most decimals a number may have.
const MAX_SCALE: u8 = 6;
/// The largest absolute value, 10¹².
const MAX_VALUE: u64 = 1_000_000_000_000;
const POWERS: [i64; 7] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/// An exact decimal, `units / 10^scale`, at most six decimals and at most 10¹² in absolute value.
///
/// It is always canonical: no trailing zeros after the point, so equal values are equal structs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Number {
    units: i64,
    scale: u8,
}

/// Why a text or a pair of integers is no [`Number`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Not of the form `-12.5`.
    #[error("not a decimal number")]
    Malformed,
    /// More than six decimals.
    #[error("more than six decimals")]
    TooPrecise,
    /// Larger than 10¹² in absolute value.
    #[error("larger than 10^12")]
    TooLarge,
}

impl Number {
    /// Zero.
    pub const ZERO: Self = Self { units: 0, scale: 0 };

    /// `units / 10^scale`, made canonical.
    ///
    /// # Errors
    /// [`NumberError::TooPrecise`] or [`NumberError::TooLarge`] when outside the bounds.
    pub fn new(units: i64, scale: u8) -> Result<Self, NumberError> {
        Self::from_scaled(i128::from(units), scale)
    }

    /// The same from a wide intermediate result.
    ///
    /// # Errors
    /// As [`Number::new`].
    pub fn from_scaled(mut units: i128, mut scale: u8) -> Result<Self, NumberError> {
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        let power = POWERS.get(usize::from(scale)).ok_or(NumberError::TooPrecise)?;
        if units.unsigned_abs() > u128::from(MAX_VALUE) * u128::from(power.unsigned_abs()) {
            return Err(NumberError::TooLarge);
        }
        let units = i64::try_from(units).map_err(|_| NumberError::TooLarge)?;
        Ok(Self { units, scale })
    }

    /// A number from its value in millionths, as [`Number::millionths`] gives it.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`] beyond 10¹².
    pub fn from_millionths(millionths: i128) -> Result<Self, NumberError> {
        Self::from_scaled(millionths, MAX_SCALE)
    }

    /// The value times 10⁶, exact: the common scale in which edits are judged.
    pub fn millionths(self) -> i128 {
        i128::from(self.units) * i128::from(POWERS[usize::from(MAX_SCALE - self.scale)])
    }

    /// Units and scale: the value is `units / 10^scale`.
    pub fn parts(self) -> (i64, u8) {
        (self.units, self.scale)
    }

    /// Whether the value has no decimals.
    pub fn is_integer(self) -> bool {
        self.scale == 0
    }

    /// Whether the value is zero.
    pub fn is_zero(self) -> bool {
        self.units == 0
    }

    /// Whether the value is below zero.
    pub fn is_negative(self) -> bool {
        self.units < 0
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self { units: i64::from(value), scale: 0 }
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.millionths().cmp(&other.millionths())
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Number {
    type Err = NumberError;

    /// Reads `12`, `-12`, `+12`, `12.5`; ASCII only, no separators, no blanks.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let (negative, digits) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(decimals) {
            return Err(NumberError::Malformed);
        }
        let decimals = decimals.trim_end_matches('0');
        let scale = u8::try_from(decimals.len()).map_err(|_| NumberError::TooPrecise)?;
        if scale > MAX_SCALE {
            return Err(NumberError::TooPrecise);
        }
        let mut units: i128 = 0;
        for byte in whole.trim_start_matches('0').bytes().chain(decimals.bytes()) {
            units = units.checked_mul(10).ok_or(NumberError::TooLarge)? + i128::from(byte - b'0');
        }
        Self::from_scaled(if negative { -units } else { units }, scale)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let power = POWERS[usize::from(self.scale)];
        let sign = if self.units < 0 { "-" } else { "" };
        let (whole, rest) =
            (self.units.unsigned_abs() / power.unsigned_abs(), self.units.unsigned_abs() % power.unsigned_abs());
        if self.scale == 0 {
            return f.pad_integral(self.units >= 0, "", &whole.to_string());
        }
        f.pad(&format!("{sign}{whole}.{rest:0width$}", width = usize::from(self.scale)))
    }
}

impl BorshSerialize for Number {
    fn serialize<W: borsh::io::Write>(&self, writer: &mut W) -> borsh::io::Result<()> {
        BorshSerialize::serialize(&(self.units, self.scale), writer)
    }
}

impl BorshDeserialize for Number {
    fn deserialize_reader<R: borsh::io::Read>(reader: &mut R) -> borsh::io::Result<Self> {
        let (units, scale) = <(i64, u8)>::deserialize_reader(reader)?;
        Self::new(units, scale)
            .map_err(|error| borsh::io::Error::new(borsh::io::ErrorKind::InvalidData, error.to_string()))
    }
}

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text: Cow<'de, str> = Deserialize::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A decimal number as text, canonical, with at most six decimals.",
            "type": "string",
            "pattern": r"^-?(0|[1-9][0-9]{0,12})(\.[0-9]{0,5}[1-9])?$"
        })
    }
}
