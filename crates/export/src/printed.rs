//! What is printed, table by table: each in the form that it was printed in, so that a report in another year's form
//! stays recognisable as such.
use gouji_edits::RuleBook;
use gouji_model::{Arg, Cell, CellState, FactOf, Form, Message, Report, Slot, Table};

/// What is no longer seen of tables that are printed with the form's own labels.
const SMOOTHED: &str = "table.*.labelled";

/// A report, or a blank form, to be printed.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'a> {
    /// The form of the report's edition, whose cells the report has.
    pub form: &'a Form,
    /// Forms of other editions in which tables of the report may be printed.
    pub other_forms: &'a [&'a Form],
    /// The report; `None` for a blank form.
    pub report: Option<&'a Report>,
}

/// The forms of other editions that tables of a report are printed in, of those that are known.
pub fn other_forms<'a>(report: &Report, books: impl IntoIterator<Item = &'a RuleBook>) -> Vec<&'a Form> {
    let is_asked = |form: &&Form| {
        form.edition != report.edition && report.printed_forms.values().any(|edition| *edition == form.edition)
    };
    books.into_iter().map(|book| &book.form).filter(is_asked).collect()
}

/// Labels of a report's tables that are other than the form's: every format prints the form's.
pub fn smoothed(report: &Report) -> Option<Message> {
    let is_smoothed = |key: &str| FactOf::of_key(key).0.is_some_and(|fact| fact.pattern == SMOOTHED);
    let seen = report.facts.iter().filter(|(key, fact)| !fact.holds && is_smoothed(key));
    let seen: Vec<Arg> =
        seen.flat_map(|(_, fact)| &fact.evidence).map(|message| Arg::Message(Box::new(message.clone()))).collect();
    (!seen.is_empty()).then(|| Message::new("export-smoothed").with("seen", Arg::List(seen)))
}

impl<'a> Printed<'a> {
    /// A blank form.
    pub fn blank(form: &'a Form) -> Self {
        Self { form, other_forms: &[], report: None }
    }

    /// The form and the table in which a table of the report's own form is printed.
    ///
    /// It is another edition's only where that has a place for every value that was found.
    pub(crate) fn table(self, own: &'a Table) -> (&'a Form, &'a Table) {
        self.foreign(own).unwrap_or((self.form, own))
    }

    fn foreign(self, own: &Table) -> Option<(&'a Form, &'a Table)> {
        let report = self.report?;
        let edition = report.printed_forms.get(&own.id)?;
        let form: &'a Form = self.other_forms.iter().find(|form| form.edition == *edition)?;
        let table = form.tables.iter().find(|table| table.id == own.id && table.section == own.section)?;
        let found = self
            .form
            .cells
            .iter()
            .zip(&report.cells)
            .filter(|(spec, cell)| self.form.tables[spec.table].id == own.id && cell.state != CellState::Missing);
        found.map(|(spec, _)| &spec.id).all(|id| form.cell_index(id).is_some()).then_some((form, table))
    }

    /// What the report has under an id.
    pub fn cell(self, id: &str) -> Option<&'a Cell> {
        let report = self.report?;
        match self.form.slot(id) {
            Some(Slot::Cell(index)) => Some(report.cell(index)),
            _ => report.extra.get(id),
        }
    }
}
