//! The comparison of two editions, by the ids of what they have.
use gouji_edits::{Atom, Edit, Rule, RuleBook};
use gouji_model::{CellSpec, Form, GroupSpec, Text, UnitKind};
use gouji_rules::Loaded;

use super::wire::{Change, DiffWire, EditionWire, RuleChange, RuleWire, SlotChange};

/// Everything that differs.
pub(super) fn compare(from: &Loaded, to: &Loaded) -> DiffWire {
    let (old, new) = (&from.book.form, &to.book.form);
    DiffWire {
        schema: "gouji/rules-diff/1",
        from: edition(&from.book),
        to: edition(&to.book),
        labels: changes(&labels(old), &labels(new)),
        cells: changes(&cells(old), &cells(new)),
        groups: changes(&groups(old), &groups(new)),
        sections: changes(&sections(old), &sections(new)),
        due: changes(&due(&from.book), &due(&to.book)),
        rules: rules(from, to),
        replay: None,
    }
}

fn edition(book: &RuleBook) -> EditionWire {
    let edition = &book.edition;
    EditionWire {
        id: edition.id.to_string(),
        title: edition.title.clone(),
        basis: edition.basis.clone(),
        years: edition.years.to_string(),
        cells: book.form.cells.len(),
        rules: book.rules.len(),
    }
}

/// A thing with an id, and what can differ of it by name.
struct Item {
    id: String,
    name: Text,
    traits: Vec<(&'static str, String)>,
}

impl Item {
    fn named(id: String, name: Text) -> Self {
        let traits = vec![("name", format!("{name:?}"))];
        Self { id, name, traits }
    }
}

/// Rows, columns and groups of them, by table and id: what is printed there.
fn labels(form: &Form) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for table in &form.tables {
        let mut add = |id: &str, name: Text| {
            let id = format!("{}.{id}", table.id);
            if !items.iter().any(|item| item.id == id) {
                items.push(Item::named(id, name));
            }
        };
        for header in table.blocks.iter().flat_map(|block| block.rows.iter().chain(&block.columns)) {
            header.walk(&mut |header| {
                if !header.id.is_empty() {
                    add(&header.id, header.label().text);
                }
            });
        }
        for group in table.row_groups.iter().chain(&table.column_groups) {
            add(&group.id, group.name.clone());
        }
    }
    items
}

fn cells(form: &Form) -> Vec<Item> {
    let traits = |cell: &CellSpec| {
        let unit = cell.unit.as_deref().unwrap_or_default().to_owned();
        vec![("role", format!("{:?}", cell.role)), ("value", format!("{:?}", cell.value)), ("unit", unit)]
    };
    form.cells
        .iter()
        .map(|cell| Item { id: cell.id.to_string(), name: cell.name.clone(), traits: traits(cell) })
        .collect()
}

fn groups(form: &Form) -> Vec<Item> {
    let members =
        |group: &GroupSpec| group.members.iter().map(|slot| form.slot_id(*slot)).collect::<Vec<_>>().join(" ");
    let item = |group: &GroupSpec| Item {
        id: group.id.to_string(),
        name: group.name.clone(),
        traits: vec![("members", members(group))],
    };
    form.groups.iter().map(item).collect()
}

fn sections(form: &Form) -> Vec<Item> {
    let all = form.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.parts));
    all.map(|section| Item::named(section.id.to_string(), section.name())).collect()
}

/// When reports are due, for each kind and level of unit; the date is the name.
fn due(book: &RuleBook) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for due in &book.edition.due {
        let levels = if due.levels.is_empty() { vec!["any"] } else { due.levels.iter().map(|own| own.id()).collect() };
        for level in levels {
            let id = format!("{}/{level}", due.kind.map_or("any", UnitKind::id));
            let date = format!("{:02}-{:02}", due.month, due.day);
            // The first that fits a unit counts.
            if !items.iter().any(|item| item.id == id) {
                let traits = vec![("date", date.clone()), ("basis", format!("{:?}", due.basis))];
                items.push(Item { id, name: Text::new(date.clone(), date), traits });
            }
        }
    }
    items
}

/// What one list has and the other has not, and what differs; in the order of the second, retired ones last.
fn changes(old: &[Item], new: &[Item]) -> Vec<SlotChange> {
    let find = |items: &[Item], id: &str| items.iter().position(|item| item.id == id);
    let mut found = Vec::new();
    for item in new {
        let before = find(old, &item.id).map(|position| &old[position]);
        let what: Vec<&'static str> = before.map(|before| differing(before, item)).unwrap_or_default();
        if before.is_none() || !what.is_empty() {
            found.push(SlotChange {
                id: item.id.clone(),
                change: if before.is_some() { Change::Changed } else { Change::Added },
                what,
                from: before.map(|before| before.name.clone()),
                to: Some(item.name.clone()),
            });
        }
    }
    let retired = old.iter().filter(|item| find(new, &item.id).is_none());
    found.extend(retired.map(|item| SlotChange {
        id: item.id.clone(),
        change: Change::Retired,
        what: Vec::new(),
        from: Some(item.name.clone()),
        to: None,
    }));
    found
}

fn differing(one: &Item, other: &Item) -> Vec<&'static str> {
    one.traits.iter().zip(&other.traits).filter(|(own, other)| own != other).map(|((name, _), _)| *name).collect()
}

fn rules(from: &Loaded, to: &Loaded) -> Vec<RuleChange> {
    let mut ids: Vec<&str> = from.book.rules.iter().chain(&to.book.rules).map(|rule| &*rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().filter_map(|id| rule_change(id, from, to)).collect()
}

fn rule_change(id: &str, from: &Loaded, to: &Loaded) -> Option<RuleChange> {
    let find = |loaded: &Loaded| loaded.book.rules.iter().position(|rule| &*rule.id == id);
    let (old, new) = (find(from), find(to));
    let edits_of =
        |loaded: &Loaded, rule: Option<usize>| rule.map(|rule| edits(&loaded.book, rule)).unwrap_or_default();
    let (edits_from, edits_to) = (edits_of(from, old), edits_of(to, new));
    let (change, what) = match (old, new) {
        (Some(old), Some(new)) => {
            let mut what = wording(&from.book.rules[old], &to.book.rules[new]);
            if edits_from != edits_to {
                what.insert(0, "edits");
            }
            (Change::Changed, what)
        }
        (None, _) => (Change::Added, Vec::new()),
        (_, None) => (Change::Retired, Vec::new()),
    };
    if change == Change::Changed && what.is_empty() {
        return None;
    }
    let only = |own: &[(String, String)], other: &[(String, String)]| {
        own.iter().filter(|edit| !other.contains(edit)).map(|(subject, _)| subject.clone()).collect()
    };
    Some(RuleChange {
        id: id.to_owned(),
        change,
        what,
        from: old.map(|rule| rule_wire(from, rule)),
        to: new.map(|rule| rule_wire(to, rule)),
        edits_from: only(&edits_from, &edits_to),
        edits_to: only(&edits_to, &edits_from),
    })
}

fn wording(old: &Rule, new: &Rule) -> Vec<&'static str> {
    let differs = [
        ("severity", (old.severity, &old.severity_in) != (new.severity, &new.severity_in)),
        ("title", old.title != new.title),
        ("text", old.text != new.text),
        ("basis", old.basis != new.basis),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

fn rule_wire(loaded: &Loaded, number: usize) -> RuleWire {
    let rule = &loaded.book.rules[number];
    RuleWire {
        title: rule.title.clone(),
        severity: rule.severity.id(),
        severity_in: rule.severity_in.iter().map(|(year, severity)| (*year, severity.id())).collect(),
        basis: rule.basis.clone(),
        source: loaded.scripts.get(number).map(|script| script.source.file.clone()).unwrap_or_default(),
        edits: loaded.book.edits.iter().filter(|edit| edit.rule == number).count(),
    }
}

/// The edits of a rule: subject, and everything by ids, so that editions can be compared.
fn edits(book: &RuleBook, rule: usize) -> Vec<(String, String)> {
    let own = book.edits.iter().filter(|edit| edit.rule == rule);
    own.map(|edit| (edit.subject.to_string(), canonical(&book.form, edit))).collect()
}

fn canonical(form: &Form, edit: &Edit) -> String {
    let atoms = |atoms: &[Atom]| atoms.iter().map(|atom| atom_text(form, atom)).collect::<Vec<_>>().join("; ");
    format!("{} => {}", atoms(&edit.when), atoms(&edit.any))
}

fn atom_text(form: &Form, atom: &Atom) -> String {
    match atom {
        Atom::Linear(linear) => {
            let term = |term: &gouji_edits::Term| {
                let factor = term.factor.as_deref().unwrap_or_default();
                format!("{}*{factor}*{}", linear.coefficient(term), term.var.id(form))
            };
            let terms: Vec<String> = linear.terms.iter().map(term).collect();
            format!("{} {} {}", terms.join(" + "), linear.relation.sign(), linear.constant)
        }
        Atom::State { slot, quantifier, states } => {
            format!("{quantifier:?} {} {}", form.slot_id(*slot), states.names().collect::<Vec<_>>().join("|"))
        }
        Atom::Fact { key, holds } => format!("{holds} {key}"),
    }
}
