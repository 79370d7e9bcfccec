//! What a variable is worth in a row: when it is known, and its number then.
use gouji_model::{CellIndex, GroupIndex, GroupSpec, Role, Slot};

use crate::Var;
use crate::sql::{NoSql, Writer, sql_name};
use crate::value::group_role;

/// A variable in SQL.
pub(super) struct Part {
    /// When the form as printed has no such cell, where that can be.
    pub(super) absent: Option<String>,
    /// When it is known, as conditions that must all be true.
    pub(super) known: Vec<String>,
    /// Its number, where it is known.
    pub(super) value: String,
}

impl Writer<'_> {
    pub(super) fn part(&self, var: &Var) -> Result<Part, NoSql> {
        match var {
            Var::Own(Slot::Cell(cell)) => {
                let spec = self.form.cell(*cell);
                Ok(Part { absent: self.covered(*cell)?, ..self.single(&spec.id, spec.role)? })
            }
            Var::Own(Slot::Group(group)) => self.group(*group),
            Var::LastYear(slot) => self.elsewhere("last_year", *slot),
            Var::Members(slot) => self.elsewhere("members", *slot),
            Var::Claim(metric) => {
                let value = decimal(&self.column(&format!("claim.{metric}"))?);
                Ok(Part { absent: None, known: Vec::new(), value })
            }
        }
    }

    /// A cell of another report.
    fn elsewhere(&self, prefix: &str, slot: Slot) -> Result<Part, NoSql> {
        let id = format!("{prefix}.{}", self.form.slot_id(slot));
        let role = match slot {
            Slot::Cell(cell) => self.form.cell(cell).role,
            // A sum, in which blanks have been counted as they must.
            Slot::Group(_) => Role::Total,
        };
        let absent = format!("{} = 'absent'", self.state_column(&id)?);
        Ok(Part { absent: Some(absent), ..self.single(&id, role)? })
    }

    /// A column of numbers with its states.
    fn single(&self, id: &str, role: Role) -> Result<Part, NoSql> {
        let (number, state) = (decimal(&self.column(id)?), self.state_column(id)?);
        let (known, value) = match role {
            Role::Total => (format!("{state} = 'number'"), number),
            Role::Detail => (
                format!("{state} IN ('number', 'blank', 'dash')"),
                format!("CASE WHEN {state} = 'number' THEN {number} ELSE 0 END"),
            ),
        };
        Ok(Part { absent: None, known: vec![known], value })
    }

    fn group(&self, index: GroupIndex) -> Result<Part, NoSql> {
        let group = self.form.group(index);
        let mut known = Vec::new();
        let mut values = Vec::new();
        for member in &group.members {
            let part = match member {
                Slot::Cell(cell) => self.single(&self.form.cell(*cell).id, self.form.cell(*cell).role),
                Slot::Group(inner) => self.group(*inner),
            }?;
            known.extend(part.known);
            values.push(part.value);
        }
        let value = format!("({})", values.join(" + "));
        if !self.has_row(group) {
            return Ok(Part { absent: None, known, value });
        }
        let own = self.single(&group.id, group_role(self.form, group))?;
        let collapsed = self.collapsed(group)?;
        let choose = |own: &str, members: &str| format!("CASE WHEN {collapsed} THEN {own} ELSE {members} END");
        // As a number, because not every database has truth values: 1 where it is known.
        let members = format!("CASE WHEN {} THEN 1 ELSE 0 END", known.join(" AND "));
        let own_known = format!("CASE WHEN {} THEN 1 ELSE 0 END", own.known.join(" AND "));
        let known = vec![format!("{} = 1", choose(&own_known, &members))];
        Ok(Part { absent: None, known, value: choose(&own.value, &value) })
    }

    /// Whether the table has a column for the number printed on a group's own row.
    fn has_row(&self, group: &GroupSpec) -> bool {
        (self.has)(&group.id) && (self.has)(&format!("{}.state", group.id))
    }

    /// When a group is printed on one row and none of its cells is.
    fn collapsed(&self, group: &GroupSpec) -> Result<String, NoSql> {
        let missing = group.cells.iter().map(|cell| {
            let state = self.state_column(&self.form.cell(*cell).id)?;
            Ok(format!("{state} = 'missing'"))
        });
        let missing: Result<Vec<String>, NoSql> = missing.collect();
        Ok(format!("{} AND {}", self.has_number(group)?, missing?.join(" AND ")))
    }

    /// When a row has something for a group.
    fn has_number(&self, group: &GroupSpec) -> Result<String, NoSql> {
        Ok(format!("{} <> ''", self.state_column(&group.id)?))
    }

    /// When a cell is not printed because one of its groups is.
    pub(super) fn covered(&self, cell: CellIndex) -> Result<Option<String>, NoSql> {
        let groups = self.form.groups.iter().filter(|group| group.cells.contains(&cell) && self.has_row(group));
        let rows: Result<Vec<String>, NoSql> = groups.map(|group| self.has_number(group)).collect();
        let rows = rows?;
        if rows.is_empty() {
            return Ok(None);
        }
        let state = self.state_column(&self.form.cell(cell).id)?;
        Ok(Some(format!("{state} = 'missing' AND ({})", rows.join(" OR "))))
    }

    pub(super) fn state_column(&self, id: &str) -> Result<String, NoSql> {
        self.column(&format!("{id}.state"))
    }

    /// The number of a cell, NULL where it has none.
    pub(super) fn number(&self, cell: CellIndex) -> Result<String, NoSql> {
        let id = &self.form.cell(cell).id;
        let (number, state) = (decimal(&self.column(id)?), self.state_column(id)?);
        Ok(format!("CASE WHEN {state} = 'number' THEN {number} END"))
    }
}

/// A column as an exact decimal: 10¹² with six decimals, and room for sums.
fn decimal(column: &str) -> String {
    format!("CAST({column} AS DECIMAL(20, 6))")
}

/// A factor in front of a value; 1 is left out.
pub(super) fn times(coefficient: &str, factor: Option<&str>, value: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    if coefficient != "1" {
        parts.push(coefficient.to_owned());
    }
    parts.extend(factor.map(|metric| decimal(&sql_name(&format!("claim.{metric}")))));
    parts.push(value.to_owned());
    parts.join(" * ")
}
