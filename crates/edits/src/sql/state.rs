//! State atoms in SQL.
use gouji_model::{CellIndex, Slot, StateSet};

use crate::Quantifier;
use crate::formula::CLASSES;
use crate::judge::asks_if_found;
use crate::sql::{NoSql, Words, Writer};

/// What a cell may be, each said positively.
struct Standing {
    inside: String,
    outside: String,
    covered: Option<String>,
}

impl Writer<'_> {
    pub(super) fn state(
        &self,
        slot: Slot,
        quantifier: Quantifier,
        states: StateSet,
        words: Words,
    ) -> Result<String, NoSql> {
        let cells = self.form.slot_cells(&slot);
        let standings: Result<Vec<Standing>, NoSql> = cells.iter().map(|cell| self.standing(*cell, states)).collect();
        let standings = standings?;
        let one = |side: fn(&Standing) -> &str| {
            standings.iter().map(side).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" OR ")
        };
        let each = |side: fn(&Standing) -> &str| {
            let cell = |own: &Standing| match (side(own), &own.covered) {
                ("", None) => "1 = 0".to_owned(),
                ("", Some(covered)) => format!("({covered})"),
                (text, None) => format!("({text})"),
                (text, Some(covered)) => format!("({text} OR {covered})"),
            };
            standings.iter().map(cell).collect::<Vec<_>>().join(" AND ")
        };
        let covered: Option<Vec<String>> =
            standings.iter().map(|own| own.covered.as_ref().map(|covered| format!("({covered})"))).collect();
        let inside: fn(&Standing) -> &str = |own| &own.inside;
        let outside: fn(&Standing) -> &str = |own| &own.outside;
        let (first, decisive, rest, last) = match quantifier {
            Quantifier::Any => (one(inside), words.yes, each(outside), words.no),
            Quantifier::All => (one(outside), words.no, each(inside), words.yes),
        };
        let absent = covered.map(|covered| covered.join(" AND ")).unwrap_or_default();
        let steps = [(first, decisive), (absent, words.absent), (rest, last)];
        let said = steps.into_iter().filter(|(condition, _)| !condition.is_empty());
        let steps: Vec<String> = said.map(|(condition, word)| format!("WHEN {condition} THEN {word}")).collect();
        Ok(format!("CASE {} ELSE {} END", steps.join(" "), words.unknown))
    }

    fn standing(&self, cell: CellIndex, states: StateSet) -> Result<Standing, NoSql> {
        let covered = self.covered(cell)?;
        // What was not found may have any state; only a question about being found can be answered.
        let answerable = states.contains(StateSet::MISSING) || asks_if_found(states);
        let other = |class: &StateSet| !states.contains(*class) && (answerable || *class != StateSet::MISSING);
        let others = CLASSES.into_iter().filter(other).reduce(StateSet::union);
        Ok(Standing {
            inside: self.is_in(cell, Some(states), covered.as_deref())?,
            outside: self.is_in(cell, others, covered.as_deref())?,
            covered,
        })
    }

    /// When a cell that counts is in one of some states; empty where it never is.
    fn is_in(&self, cell: CellIndex, states: Option<StateSet>, covered: Option<&str>) -> Result<String, NoSql> {
        let Some(states) = states else { return Ok(String::new()) };
        let state = self.state_column(&self.form.cell(cell).id)?;
        let mut conditions = Vec::new();
        let classes = [("blank", StateSet::BLANK), ("dash", StateSet::DASH), ("unreadable", StateSet::UNREADABLE)];
        let mut listed: Vec<&str> =
            classes.into_iter().filter(|(_, class)| states.contains(*class)).map(|(name, _)| name).collect();
        match (states.contains(StateSet::MISSING), covered) {
            (true, None) => listed.push("missing"),
            // Only a cell whose group is not printed in its stead is missing.
            (true, Some(covered)) => {
                conditions.push(format!("CASE WHEN {covered} THEN 0 WHEN {state} = 'missing' THEN 1 ELSE 0 END = 1"));
            }
            (false, _) => {}
        }
        if states.contains(StateSet::NUMBER) {
            listed.push("number");
        } else {
            conditions.extend(self.number_in(cell, states)?);
        }
        match listed.as_slice() {
            [] => {}
            [only] => conditions.push(format!("{state} = '{only}'")),
            several => conditions.push(format!("{state} IN ('{}')", several.join("', '"))),
        }
        Ok(conditions.join(" OR "))
    }

    /// When a cell is a number of some classes, not of all.
    fn number_in(&self, cell: CellIndex, states: StateSet) -> Result<Option<String>, NoSql> {
        let number = self.number(cell)?;
        let whole = format!("{number} = CAST({number} AS BIGINT)");
        let fraction = format!("{number} <> CAST({number} AS BIGINT)");
        let has = [StateSet::ZERO, StateSet::WHOLE, StateSet::FRACTION].map(|class| states.contains(class));
        let mut conditions: Vec<String> = match has {
            [false, false, false] => Vec::new(),
            [true, false, false] => vec![format!("{number} = 0")],
            [true, true, true] => vec![format!("{number} >= 0")],
            [false, true, true] => vec![format!("{number} > 0")],
            [true, true, false] => vec![format!("({number} >= 0 AND {whole})")],
            [false, true, false] => vec![format!("({number} > 0 AND {whole})")],
            [false, false, true] => vec![format!("({number} > 0 AND {fraction})")],
            [true, false, true] => vec![format!("{number} = 0"), format!("({number} > 0 AND {fraction})")],
        };
        if states.contains(StateSet::NEGATIVE) {
            conditions.push(format!("{number} < 0"));
        }
        Ok((!conditions.is_empty()).then(|| conditions.join(" OR ")))
    }
}
