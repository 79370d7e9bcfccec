//! What each cell can be under a system, and a report that satisfies it: made from the edits alone, the same every time.
use gouji_model::CellIndex;

use crate::prove::index;
use crate::prove::integer::{TooLarge, gcd};
use crate::prove::simplex::{Most, Simplex};
use crate::prove::system::System;

/// What the cells can be.
pub(super) struct Ranges {
    /// Cells that can have one value only, as a fraction.
    pub(super) fixed: Vec<(CellIndex, i128, i128)>,
    /// A solution in whole numbers, where the corner looked at first is one.
    pub(super) whole: Option<Vec<i128>>,
    /// Directions along which a solution stays one, and which together reach every cell that can grow.
    rays: Vec<Vec<i128>>,
}

impl Ranges {
    pub(super) fn new(system: &System, mut simplex: Simplex) -> Result<Self, TooLarge> {
        let corner = simplex.corner();
        let denominator = simplex.denominator();
        let whole = corner.iter().all(|value| value % denominator == 0);
        let whole = whole.then(|| corner.iter().map(|value| value / denominator).collect());
        let mut ranges = Self { fixed: Vec::new(), whole, rays: Vec::new() };
        let mut grows = vec![false; system.cells];
        for cell in 0..system.cells {
            if grows[cell] {
                continue;
            }
            match simplex.maximise(&[(cell, 1)])? {
                Most::Unbounded(ray) => {
                    grows.iter_mut().zip(&ray).for_each(|(grows, step)| *grows |= *step > 0);
                    ranges.rays.push(shortened(ray));
                }
                Most::Value(most, denominator) => {
                    // The least value is what the opposite can become at most.
                    if let Most::Value(least, other) = simplex.maximise(&[(cell, -1)])?
                        && most.checked_mul(other)
                            == least.checked_neg().and_then(|least| least.checked_mul(denominator))
                    {
                        let common = gcd(most, denominator).max(1);
                        ranges.fixed.push((index(cell), most / common, denominator / common));
                    }
                }
            }
        }
        Ok(ranges)
    }

    /// A solution in which cells that can grow differ from 0 and mostly from each other.
    pub(super) fn filled(&self) -> Option<Result<Vec<i128>, TooLarge>> {
        let mut values = self.whole.clone()?;
        for (number, ray) in (0_i128..).zip(&self.rays) {
            // Two digits that differ, so that swapping them shows: 12, 29, 46, 63, 80, 97, 14, …
            let weight = 12 + (17 * number) % 89;
            for (value, step) in values.iter_mut().zip(ray) {
                let Some(next) = step.checked_mul(weight).and_then(|step| value.checked_add(step)) else {
                    return Some(Err(TooLarge));
                };
                *value = next;
            }
        }
        Some(Ok(values))
    }
}

fn shortened(mut ray: Vec<i128>) -> Vec<i128> {
    super::integer::shorten(&mut ray);
    ray
}
