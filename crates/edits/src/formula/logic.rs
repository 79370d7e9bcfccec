//! Conditions of formulas, with constants folded away.

/// A condition: a constant, or a formula that is TRUE or FALSE.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Logic {
    Const(bool),
    Formula(String),
}

impl Logic {
    /// TRUE where all are.
    pub(crate) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::join("AND", true, parts)
    }

    /// TRUE where one is.
    pub(crate) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::join("OR", false, parts)
    }

    fn join(function: &str, neutral: bool, parts: impl IntoIterator<Item = Self>) -> Self {
        let mut formulas: Vec<String> = Vec::new();
        for part in parts {
            match part {
                Self::Const(value) if value == neutral => {}
                Self::Const(value) => return Self::Const(value),
                Self::Formula(formula) if formulas.contains(&formula) => {}
                Self::Formula(formula) => formulas.push(formula),
            }
        }
        match formulas.len() {
            0 => Self::Const(neutral),
            1 => Self::Formula(formulas.remove(0)),
            _ => Self::Formula(call(function, &formulas)),
        }
    }

    /// The opposite.
    pub(crate) fn negate(self) -> Self {
        match self {
            Self::Const(value) => Self::Const(!value),
            Self::Formula(formula) => Self::Formula(opposite(&formula)),
        }
    }
}

/// What is at its end compared with 0 is nothing but this comparison: a call would end in a bracket.
fn opposite(formula: &str) -> String {
    const PAIRS: [(&str, &str); 3] = [("<>0", "=0"), ("<=0", ">0"), (">0", "<=0")];
    if let Some((rest, sign)) = PAIRS.iter().find_map(|(sign, other)| Some((formula.strip_suffix(sign)?, other))) {
        return [rest, sign].concat();
    }
    match formula.strip_prefix("NOT(").and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) if is_balanced(inner) => inner.to_owned(),
        _ => ["NOT(", formula, ")"].concat(),
    }
}

/// Functions take at most 255 arguments, so long lists are nested.
fn call(function: &str, arguments: &[String]) -> String {
    const MOST: usize = 200;
    if arguments.len() <= MOST {
        return [function, "(", &arguments.join(","), ")"].concat();
    }
    let calls: Vec<String> = arguments.chunks(MOST).map(|chunk| format!("{function}({})", chunk.join(","))).collect();
    [function, "(", &calls.join(","), ")"].concat()
}

/// Whether `NOT(` and `)` around a text belong together.
fn is_balanced(inner: &str) -> bool {
    let mut depth = 0_i32;
    for character in inner.chars() {
        depth += match character {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// `IF(condition, yes, no)`.
pub(crate) fn choose(condition: &Logic, yes: String, no: impl FnOnce() -> String) -> String {
    match condition {
        Logic::Const(true) => yes,
        Logic::Const(false) => no(),
        Logic::Formula(formula) => {
            let no = no();
            let start = ["IF(", formula, ",", &yes, ","].concat();
            // What is asked twice is asked once.
            if yes == no || no.starts_with(&start) { no } else { [&start, &no, ")"].concat() }
        }
    }
}
