//! Values printed on the row of a group of rows.
use gouji_edits::shown;
use gouji_model::{Arg, Cell, CellState, Fact, Form, GroupSpec, Message, Number, Report, Slot};

/// The groups of a table on whose rows values are printed.
fn printed<'a>(form: &'a Form, report: &'a Report, table: &str) -> impl Iterator<Item = (&'a GroupSpec, &'a Cell)> {
    let number = form.tables.iter().position(|own| &*own.id == table);
    report.extra.iter().filter_map(move |(id, cell)| match form.slot(id)? {
        Slot::Group(group) => Some((form.group(group), cell)).filter(|(group, _)| Some(group.table) == number),
        Slot::Cell(_) => None,
    })
}

/// Whether each of them is a count, 0 or more.
pub(crate) fn filled(form: &Form, report: &Report, table: &str) -> Fact {
    let is_count = |cell: &Cell| cell.value().is_some_and(|value| value.is_integer() && !value.is_negative());
    let faults = printed(form, report, table).filter(|(_, cell)| !is_count(cell));
    told(faults.map(|(group, cell)| (said("evidence-cell", group, cell), cell)))
}

/// Whether each is the sum of its rows, where all of these are printed as numbers too.
pub(crate) fn agree(form: &Form, report: &Report, table: &str) -> Fact {
    let faults = printed(form, report, table).filter_map(|(group, cell)| {
        let values = group.cells.iter().map(|own| report.cell(*own)).map(|own| match own.state {
            CellState::Number(number) => Some(number.millionths()),
            CellState::Blank | CellState::Dash => Some(0),
            CellState::Unreadable | CellState::Missing => None,
        });
        let sum = values.sum::<Option<i128>>()?;
        let value = cell.value()?;
        let sum = Number::from_millionths(sum).ok()?;
        let message = said("evidence-group-sum", group, cell).with("sum", Arg::Number(sum));
        (value != sum).then_some((message, cell))
    });
    told(faults)
}

fn said(key: &'static str, group: &GroupSpec, cell: &Cell) -> Message {
    Message::new(key).label("cell", &group.name).with("value", shown(cell))
}

fn told<'a>(faults: impl Iterator<Item = (Message, &'a Cell)>) -> Fact {
    let (evidence, cells): (Vec<Message>, Vec<&Cell>) = faults.unzip();
    let origin = cells.first().and_then(|cell| cell.origin.clone());
    Fact { holds: evidence.is_empty(), evidence, origin }
}
