//! Linear atoms in SQL.
use gouji_model::Number;

use crate::sql::value::{Part, times};
use crate::sql::{NoSql, Words, Writer};
use crate::{Linear, Relation};

/// Parts of which the first may be absent; all must be known.
struct Level {
    absent: Option<String>,
    known: Vec<String>,
}

impl Writer<'_> {
    pub(super) fn linear(&self, linear: &Linear, words: Words) -> Result<String, NoSql> {
        let mut levels: Vec<Level> = vec![Level { absent: None, known: Vec::new() }];
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for term in &linear.terms {
            let Part { absent, known, value } = self.part(&term.var)?;
            // What is unknown before an absent cell decides; what comes after it is not asked for.
            match levels.last_mut().filter(|_| absent.is_none()) {
                Some(level) => level.known.extend(known),
                None => levels.push(Level { absent, known }),
            }
            let coefficient = linear.coefficient(term);
            let side = if coefficient.is_negative() { &mut right } else { &mut left };
            side.push(times(&magnitude(coefficient), term.factor.as_deref(), &value));
        }
        let constant = linear.constant;
        if !constant.is_zero() {
            let side = if constant.is_negative() { &mut left } else { &mut right };
            side.push(magnitude(constant));
        }
        let verdict = format!("CASE WHEN {} THEN {} ELSE {} END", relation(linear, &left, &right), words.yes, words.no);
        Ok(levels.into_iter().rev().fold(verdict, |inner, level| level.around(&inner, words)))
    }
}

impl Level {
    fn around(self, inner: &str, words: Words) -> String {
        let absent = self.absent.map(|absent| format!("WHEN {absent} THEN {} ", words.absent)).unwrap_or_default();
        if self.known.is_empty() {
            return if absent.is_empty() { inner.to_owned() } else { format!("CASE {absent}ELSE {inner} END") };
        }
        format!("CASE {absent}WHEN {} THEN {inner} ELSE {} END", self.known.join(" AND "), words.unknown)
    }
}

fn magnitude(number: Number) -> String {
    number.to_string().trim_start_matches('-').to_owned()
}

/// `ROUND(left - (right), decimals) = 0`: exact where the database computes in decimals, and right up to 10⁹ with six
/// decimals where it has none.
fn relation(linear: &Linear, left: &[String], right: &[String]) -> String {
    let sum = |side: &[String]| if side.is_empty() { "0".to_owned() } else { side.join(" + ") };
    let shares = linear.terms.iter().any(|term| term.factor.is_some());
    let decimals = 6 + linear.scale + if shares { 6 } else { 0 };
    let sign = match linear.relation {
        Relation::Unequal => "<>",
        Relation::AtMost => "<=",
        Relation::AtLeast => ">=",
        other => other.sign(),
    };
    let difference = if right.is_empty() { sum(left) } else { format!("{} - ({})", sum(left), sum(right)) };
    format!("ROUND({difference}, {decimals}) {sign} 0")
}
