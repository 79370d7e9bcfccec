//! Rectangles on a page, in points from its upper left corner, and the transformations that lead there.
use gouji_model::{Origin, Place};

/// A rectangle; `top` is less than `bottom`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rect {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Rect {
    /// The rectangle that holds nothing, and from which others grow.
    pub(crate) const NOTHING: Self =
        Self { left: f64::INFINITY, top: f64::INFINITY, right: f64::NEG_INFINITY, bottom: f64::NEG_INFINITY };

    /// The smallest rectangle around points.
    pub(crate) fn around(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        points.into_iter().fold(Self::NOTHING, |rect, (x, y)| Self {
            left: rect.left.min(x),
            top: rect.top.min(y),
            right: rect.right.max(x),
            bottom: rect.bottom.max(y),
        })
    }

    /// The smallest rectangle around both.
    pub(crate) fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub(crate) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The point in the middle.
    pub(crate) fn centre(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// Whether a point is inside or on the edge.
    pub(crate) fn holds(&self, (x, y): (f64, f64)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// Whether all edges are numbers.
    pub(crate) fn is_finite(&self) -> bool {
        [self.left, self.top, self.right, self.bottom].iter().all(|edge| edge.is_finite())
    }

    /// The rectangle as an origin.
    pub(crate) fn origin(&self, page: u32) -> Origin {
        Origin::at(Place::Page { page, rectangle: [self.left, self.top, self.right, self.bottom].map(whole) })
    }
}

/// The nearest whole number of points.
#[expect(clippy::cast_possible_truncation, reason = "the conversion saturates")]
fn whole(points: f64) -> i32 {
    points.round() as i32
}

/// An affine transformation, as PDF writes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Matrix(pub(crate) [f64; 6]);

impl Matrix {
    pub(crate) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// This transformation, and then another.
    pub(crate) fn then(self, other: Self) -> Self {
        let [right_x, right_y, up_x, up_y, ..] = self.0;
        let ((right_x, right_y), (up_x, up_y)) = (other.direction((right_x, right_y)), other.direction((up_x, up_y)));
        let (x, y) = other.point((self.0[4], self.0[5]));
        Self([right_x, right_y, up_x, up_y, x, y])
    }

    /// A shift, and then this transformation.
    pub(crate) fn shifted(self, x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y]).then(self)
    }

    /// Where a point comes to lie.
    pub(crate) fn point(&self, point: (f64, f64)) -> (f64, f64) {
        let (x, y) = self.direction(point);
        (x + self.0[4], y + self.0[5])
    }

    /// What becomes of a direction.
    fn direction(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let [right_x, right_y, up_x, up_y, ..] = self.0;
        (right_x * x + up_x * y, right_y * x + up_y * y)
    }

    /// The rectangle around a rectangle given by two corners.
    pub(crate) fn rect(&self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> Rect {
        Rect::around([(x0, y0), (x1, y0), (x0, y1), (x1, y1)].map(|corner| self.point(corner)))
    }
}
