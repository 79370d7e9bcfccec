//! Exact integers: vectors that are only told apart up to a factor.

/// An intermediate number that does not fit 128 bits: nothing is claimed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the numbers of the proof are too large for 128 bits")]
pub struct TooLarge;

/// The greatest common divisor, not negative.
pub(super) fn gcd(left: i128, right: i128) -> i128 {
    let (mut left, mut right) = (left, right);
    while right != 0 {
        (left, right) = (right, left.checked_rem(right).unwrap_or(0));
    }
    left.checked_abs().unwrap_or(1)
}

/// Divides out what all entries have in common.
pub(super) fn shorten(row: &mut [i128]) {
    let common = row.iter().fold(0, |common, entry| gcd(common, *entry));
    if common > 1 {
        for entry in row {
            *entry /= common;
        }
    }
}

/// `left · right − other_left · other_right`, and never a number that has no opposite.
pub(super) fn cross(left: i128, right: i128, other_left: i128, other_right: i128) -> Result<i128, TooLarge> {
    let product = left.checked_mul(right).ok_or(TooLarge)?;
    let other = other_left.checked_mul(other_right).ok_or(TooLarge)?;
    product.checked_sub(other).filter(|difference| *difference != i128::MIN).ok_or(TooLarge)
}

/// The entries that are not 0, by position.
pub(super) type Sparse = Vec<(usize, i128)>;

/// A vector as a factor and what is left: the same for all vectors of one line. `None` for the zero vector.
pub(super) fn direction(mut vector: Sparse) -> Option<(i128, Sparse)> {
    let (_, first) = *vector.first()?;
    let common = vector.iter().fold(0, |common, (_, entry)| gcd(common, *entry));
    let factor = if first < 0 { -common } else { common };
    for (_, entry) in &mut vector {
        *entry /= factor;
    }
    Some((factor, vector))
}
