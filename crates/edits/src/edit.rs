//! The symbolic edit: one constraint, built once, with many projections.
//!
//! `Edit = when: Atom* (all true) → any of: Atom+`. Groups stay groups; expanding them is a projection.
use gouji_model::{FactOf, Form, Number, Slot, StateSet};

/// Most terms of one linear atom, most atoms of one edit.
pub const MAX_TERMS: usize = 512;

/// What a term stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Var {
    /// A cell or group of this report.
    Own(Slot),
    /// The same cell of last year's report.
    LastYear(Slot),
    /// The sum of that cell over the member units' reports.
    Members(Slot),
    /// Each number of a metric that the prose states.
    Claim(Box<str>),
}

/// A coefficient, maybe a claimed share, and what it multiplies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The coefficient times `10^Linear::scale`.
    pub coefficient: i64,
    /// A metric whose claimed value is a further factor, as in `share("denied") * total`.
    pub factor: Option<Box<str>>,
    /// What it multiplies.
    pub var: Var,
}

/// How the two sides of a linear atom relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// `==`
    Equal,
    /// `!=`
    Unequal,
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `<`
    Below,
    /// `>`
    Above,
}

impl Relation {
    /// Whether `left relation right`.
    pub fn holds(self, left: i128, right: i128) -> bool {
        match self {
            Self::Equal => left == right,
            Self::Unequal => left != right,
            Self::AtMost => left <= right,
            Self::AtLeast => left >= right,
            Self::Below => left < right,
            Self::Above => left > right,
        }
    }

    /// The sign in sentences.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Unequal => "≠",
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
            Self::Below => "<",
            Self::Above => ">",
        }
    }
}

/// `Σ coefficient·var relation constant`, all coefficients and the constant scaled to integers by `10^scale`.
///
/// Terms keep the order in which they were written; what stood on the right side has the opposite sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linear {
    /// The terms, each variable once.
    pub terms: Vec<Term>,
    /// The relation.
    pub relation: Relation,
    /// The constant, as a number (not scaled).
    pub constant: Number,
    /// Decimals of the coefficients.
    pub scale: u8,
}

/// Whether a state is asked of any or of all cells of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantifier {
    /// At least one.
    Any,
    /// Every one.
    All,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Atom {
    /// A linear relation.
    Linear(Linear),
    /// The cells of a slot are in one of some states.
    State {
        /// The cell or group.
        slot: Slot,
        /// Any or all cells of a group.
        quantifier: Quantifier,
        /// The states asked for.
        states: StateSet,
    },
    /// A named truth, or its opposite.
    Fact {
        /// Key, as in `gouji_model::FactOf`.
        key: Box<str>,
        /// What it must be.
        holds: bool,
    },
}

/// One constraint of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Index of its rule in the rule book.
    pub rule: usize,
    /// What it is about: the first cell, claim or fact of its first atom.
    pub subject: Box<str>,
    /// Conditions under which it applies, all of them.
    pub when: Vec<Atom>,
    /// At least one must be true.
    pub any: Vec<Atom>,
}

/// Why an expression cannot be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// Coefficients or constants beyond the bounds.
    #[error("a coefficient or constant is larger than 10^12 or has more than six decimals")]
    Overflow,
    /// More than [`MAX_TERMS`] terms or atoms.
    #[error("more than {MAX_TERMS} terms in one constraint")]
    TooManyTerms,
    /// Nothing but constants.
    #[error("the constraint has no cell, claim or fact in it: it is always true or always false")]
    Constant,
    /// A product of two unknowns.
    #[error("a product of two cells is not linear; only a claimed share may multiply a cell")]
    NotLinear,
}

/// A linear expression being built by a rule script.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Expression {
    terms: Vec<(Number, Option<Box<str>>, Var)>,
    constant: Number,
}

fn add(left: Number, right: Number) -> Result<Number, EditError> {
    Number::from_millionths(left.millionths() + right.millionths()).map_err(|_| EditError::Overflow)
}

fn multiply(left: Number, right: Number) -> Result<Number, EditError> {
    let ((left_units, left_scale), (right_units, right_scale)) = (left.parts(), right.parts());
    let units = i128::from(left_units) * i128::from(right_units);
    Number::from_scaled(units, left_scale + right_scale).map_err(|_| EditError::Overflow)
}

impl Expression {
    /// A constant.
    pub fn constant(value: Number) -> Self {
        Self { terms: Vec::new(), constant: value }
    }

    /// A variable.
    pub fn var(var: Var) -> Self {
        Self { terms: vec![(Number::from(1), None, var)], constant: Number::ZERO }
    }

    /// The number, if there is nothing else in the expression.
    pub fn as_constant(&self) -> Option<Number> {
        self.terms.is_empty().then_some(self.constant)
    }

    /// The claim's metric, if the expression is one claim and nothing else.
    fn as_claim(&self) -> Option<(Number, &str)> {
        match (self.terms.as_slice(), self.constant.is_zero()) {
            ([(coefficient, None, Var::Claim(metric))], true) => Some((*coefficient, metric)),
            _ => None,
        }
    }

    /// `self + other`; equal variables are put together.
    ///
    /// # Errors
    /// [`EditError::Overflow`], [`EditError::TooManyTerms`].
    pub fn plus(mut self, other: Self) -> Result<Self, EditError> {
        self.constant = add(self.constant, other.constant)?;
        for (coefficient, factor, var) in other.terms {
            match self.terms.iter_mut().find(|(_, own_factor, own)| *own == var && *own_factor == factor) {
                Some((own, ..)) => *own = add(*own, coefficient)?,
                None => self.terms.push((coefficient, factor, var)),
            }
        }
        if self.terms.len() > MAX_TERMS { Err(EditError::TooManyTerms) } else { Ok(self) }
    }

    /// `self × number`.
    ///
    /// # Errors
    /// [`EditError::Overflow`].
    pub fn times(mut self, number: Number) -> Result<Self, EditError> {
        self.constant = multiply(self.constant, number)?;
        for (coefficient, ..) in &mut self.terms {
            *coefficient = multiply(*coefficient, number)?;
        }
        Ok(self)
    }

    /// `self × other`, where one of them is a constant or a single claim.
    ///
    /// # Errors
    /// [`EditError::NotLinear`] for two cells, [`EditError::Overflow`].
    pub fn product(self, other: Self) -> Result<Self, EditError> {
        if let Some(number) = self.as_constant() {
            return other.times(number);
        }
        if let Some(number) = other.as_constant() {
            return self.times(number);
        }
        let (share, mut rest) = if self.as_claim().is_some() { (self, other) } else { (other, self) };
        let Some((coefficient, metric)) = share.as_claim() else { return Err(EditError::NotLinear) };
        if !rest.constant.is_zero() {
            let claim = Self::var(Var::Claim(metric.into())).times(rest.constant)?;
            rest.constant = Number::ZERO;
            return share.clone().product(rest)?.plus(claim);
        }
        for (own, factor, _) in &mut rest.terms {
            if factor.is_some() {
                return Err(EditError::NotLinear);
            }
            *own = multiply(*own, coefficient)?;
            *factor = Some(metric.into());
        }
        Ok(rest)
    }

    /// The atom `self relation other`.
    ///
    /// # Errors
    /// [`EditError::Constant`] where nothing but numbers is compared; the bounds otherwise.
    pub fn compare(self, relation: Relation, other: Self) -> Result<Atom, EditError> {
        let mut difference = self.plus(other.times(Number::from(-1))?)?;
        difference.terms.retain(|(coefficient, ..)| !coefficient.is_zero());
        if difference.terms.is_empty() {
            return Err(EditError::Constant);
        }
        let scale = difference.terms.iter().map(|(coefficient, ..)| coefficient.parts().1).max().unwrap_or(0);
        let terms = difference.terms.into_iter().map(|(coefficient, factor, var)| {
            let (units, own) = coefficient.parts();
            let coefficient = units.checked_mul(10_i64.pow(u32::from(scale - own))).ok_or(EditError::Overflow)?;
            Ok(Term { coefficient, factor, var })
        });
        let terms = terms.collect::<Result<Vec<_>, EditError>>()?;
        let constant = multiply(difference.constant, Number::from(-1))?;
        Ok(Atom::Linear(Linear { terms, relation, constant, scale }))
    }
}

impl Linear {
    /// A term's coefficient as a number.
    pub fn coefficient(&self, term: &Term) -> Number {
        Number::new(term.coefficient, self.scale).unwrap_or_default()
    }

    /// Metrics whose claims the atom speaks of, each once.
    fn metrics<'a>(&'a self, into: &mut Vec<&'a str>) {
        for term in &self.terms {
            let claimed = if let Var::Claim(metric) = &term.var { Some(&**metric) } else { None };
            for metric in term.factor.as_deref().into_iter().chain(claimed) {
                if !into.contains(&metric) {
                    into.push(metric);
                }
            }
        }
    }

    /// Whether every term is a cell or group of this report.
    pub fn is_own(&self) -> bool {
        self.terms.iter().all(|term| term.factor.is_none() && matches!(term.var, Var::Own(_)))
    }
}

impl Term {
    /// What the term is about: a claimed share, or what it multiplies.
    fn subject(&self, form: &Form) -> String {
        self.factor.as_ref().map_or_else(|| self.var.id(form), |metric| format!("claim.{metric}"))
    }
}

impl Var {
    /// The id of what it stands for: `requests.received.total`, `last_year.…`, `members.…`, `claim.received`.
    pub fn id(&self, form: &Form) -> String {
        match self {
            Self::Own(slot) => form.slot_id(*slot).to_owned(),
            Self::LastYear(slot) => format!("last_year.{}", form.slot_id(*slot)),
            Self::Members(slot) => format!("members.{}", form.slot_id(*slot)),
            Self::Claim(metric) => format!("claim.{metric}"),
        }
    }
}

impl Atom {
    /// What the atom is about, by id.
    pub fn subject(&self, form: &Form) -> String {
        match self {
            Self::Linear(linear) => linear.terms.first().map(|term| term.subject(form)).unwrap_or_default(),
            Self::State { slot, .. } => form.slot_id(*slot).to_owned(),
            Self::Fact { key, .. } => key.to_string(),
        }
    }

    /// The slots of this report that the atom speaks of.
    pub fn own_slots(&self) -> Vec<Slot> {
        match self {
            Self::Linear(linear) => linear
                .terms
                .iter()
                .filter_map(|term| if let Var::Own(slot) = &term.var { Some(*slot) } else { None })
                .collect(),
            Self::State { slot, .. } => vec![*slot],
            Self::Fact { .. } => Vec::new(),
        }
    }
}

impl Edit {
    /// Metrics whose claims the edit is judged for, one by one.
    pub fn metrics(&self) -> Vec<&str> {
        let mut metrics = Vec::new();
        for atom in self.when.iter().chain(&self.any) {
            if let Atom::Linear(linear) = atom {
                linear.metrics(&mut metrics);
            }
        }
        metrics
    }

    /// Whether the edit is about the member units' reports: it compares with them, or asks for a fact of their roster.
    pub fn asks_members(&self) -> bool {
        let of_members = |term: &Term| matches!(term.var, Var::Members(_));
        self.when.iter().chain(&self.any).any(|atom| match atom {
            Atom::Linear(linear) => linear.terms.iter().any(of_members),
            Atom::Fact { key, .. } => key.starts_with(FactOf::OF_ROSTER),
            Atom::State { .. } => false,
        })
    }

    /// The linear atom, if the edit is nothing but one over this report's cells: what recogniser, repair and proof
    /// can use when the rule is an error.
    pub fn as_own_linear(&self) -> Option<&Linear> {
        match (self.when.as_slice(), self.any.as_slice()) {
            ([], [Atom::Linear(linear)]) if linear.is_own() => Some(linear),
            _ => None,
        }
    }
}
