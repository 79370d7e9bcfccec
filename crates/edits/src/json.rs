//! Edits as JSON (`gouji/rules/1`): what a web form needs to check while somebody types.
//!
//! Numbers are decimal texts, so that nobody reads them as floats.
use std::collections::BTreeMap;

use gouji_model::{Form, Lang, Role, Slot, StateSet, Text, ValueType, render};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Atom, Edit, Linear, Quantifier, Relation, Rule, RuleBook, Severity, Var, relation};

/// Name and number of the schema.
pub const RULES_SCHEMA: &str = "gouji/rules/1";

/// Rules of some editions.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct RulesWire {
    /// Always `gouji/rules/1`.
    #[schemars(extend("const" = RULES_SCHEMA))]
    schema: &'static str,
    /// The editions, the oldest first.
    editions: Vec<EditionWire>,
}

impl RulesWire {
    /// The rules of editions.
    pub fn new(editions: Vec<EditionWire>) -> Self {
        Self { schema: RULES_SCHEMA, editions }
    }
}

/// Rules of an edition, with the cells and groups that their edits speak of.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct EditionWire {
    /// Its id.
    id: Box<str>,
    /// Its title.
    title: Text,
    /// First report year.
    from: i32,
    /// Last report year; null while it is in force.
    to: Option<i32>,
    /// All cells of the form, in the order of print.
    cells: Vec<CellWire>,
    /// All groups.
    groups: Vec<GroupWire>,
    /// The rules.
    rules: Vec<RuleWire>,
}

#[derive(Clone, Debug, JsonSchema, Serialize)]
struct CellWire {
    id: Box<str>,
    name: Text,
    role: RoleWire,
    value: ValueWire,
    /// Unit of its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Box<str>>,
}

/// A blank or dash in a detail counts as 0; in a total it makes an edit not judged.
#[derive(Clone, Copy, Debug, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
enum RoleWire {
    Detail,
    Total,
}

#[derive(Clone, Copy, Debug, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
enum ValueWire {
    /// A whole number.
    Count,
    /// A whole number that may be negative.
    SignedCount,
    /// A number with decimals.
    Decimal,
}

/// A sum. A report may have its number printed on a row of its own: where none of its cells was found, that counts.
#[derive(Clone, Debug, JsonSchema, Serialize)]
struct GroupWire {
    id: Box<str>,
    name: Text,
    /// Ids of the cells and groups that are added up, in order.
    members: Vec<Box<str>>,
}

#[derive(Clone, Debug, JsonSchema, Serialize)]
struct RuleWire {
    id: Box<str>,
    title: Text,
    severity: Severity,
    /// Report years in which the severity is another.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    severity_in: BTreeMap<i32, Severity>,
    basis: Text,
    text: Text,
    edits: Vec<EditWire>,
}

/// Where every `when` is true, one of `any` must be. A `when` that is false or absent: it does not apply; else one that
/// is unknown: not judged. One of `any` true: held; else one unknown: not judged; all absent: it does not apply; else
/// broken.
#[derive(Clone, Debug, JsonSchema, Serialize)]
struct EditWire {
    /// `rule@subject`.
    id: String,
    /// What it demands, as a sentence.
    sentence: Text,
    /// Metrics of the prose for each of whose numbers it is judged; without any it does not apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claims: Vec<Box<str>>,
    when: Vec<AtomWire>,
    any: Vec<AtomWire>,
}

#[derive(Clone, Debug, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
enum AtomWire {
    /// `Σ coefficient·value relation constant`.
    Linear {
        terms: Vec<TermWire>,
        relation: RelationWire,
        /// A decimal.
        constant: String,
    },
    /// Any or all cells of a cell or group are in one of some states.
    State {
        /// Id of a cell or group.
        of: Box<str>,
        quantifier: QuantifierWire,
        /// Of `zero`, `whole`, `fraction` (numbers above 0), `negative`, `blank`, `dash`, `unreadable`, `missing`.
        states: Vec<&'static str>,
    },
    /// A fact has a truth value; unknown where nothing supplied it.
    Fact { key: Box<str>, holds: bool },
}

#[derive(Clone, Debug, JsonSchema, Serialize)]
struct TermWire {
    /// A decimal.
    coefficient: String,
    /// A metric whose claimed number is a further factor.
    #[serde(skip_serializing_if = "Option::is_none")]
    factor: Option<Box<str>>,
    of: SourceWire,
    /// Id of the cell or group, or name of the metric.
    id: Box<str>,
}

/// What a term's number is taken from.
#[derive(Clone, Copy, Debug, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
enum SourceWire {
    /// This report.
    Own,
    /// Last year's report.
    LastYear,
    /// The sum over the members' reports.
    Members,
    /// The prose.
    Claim,
}

#[derive(Clone, Copy, Debug, JsonSchema, Serialize)]
enum RelationWire {
    #[serde(rename = "==")]
    Equal,
    #[serde(rename = "!=")]
    Unequal,
    #[serde(rename = "<=")]
    AtMost,
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = "<")]
    Below,
    #[serde(rename = ">")]
    Above,
}

#[derive(Clone, Copy, Debug, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
enum QuantifierWire {
    Any,
    All,
}

impl EditionWire {
    /// The rules of an edition for which `wanted` is true.
    pub fn of(book: &RuleBook, wanted: impl Fn(&Rule) -> bool) -> Self {
        let form = &book.form;
        let rules = book.rules.iter().enumerate().filter(|(_, rule)| wanted(rule));
        Self {
            id: book.edition.id.clone(),
            title: book.edition.title.clone(),
            from: book.edition.years.from,
            to: book.edition.years.to,
            cells: form.cells.iter().map(cell).collect(),
            groups: form
                .groups
                .iter()
                .map(|group| GroupWire {
                    id: group.id.clone(),
                    name: group.name.clone(),
                    members: group.members.iter().map(|slot| form.slot_id(*slot).into()).collect(),
                })
                .collect(),
            rules: rules.map(|(index, own)| rule(book, index, own)).collect(),
        }
    }
}

fn cell(spec: &gouji_model::CellSpec) -> CellWire {
    CellWire {
        id: spec.id.clone(),
        name: spec.name.clone(),
        role: match spec.role {
            Role::Detail => RoleWire::Detail,
            Role::Total => RoleWire::Total,
        },
        value: match spec.value {
            ValueType::Count => ValueWire::Count,
            ValueType::SignedCount => ValueWire::SignedCount,
            ValueType::Decimal => ValueWire::Decimal,
        },
        unit: spec.unit.clone(),
    }
}

fn rule(book: &RuleBook, index: usize, rule: &Rule) -> RuleWire {
    RuleWire {
        id: rule.id.clone(),
        title: rule.title.clone(),
        severity: rule.severity,
        severity_in: rule.severity_in.clone(),
        basis: rule.basis.clone(),
        text: rule.text.clone(),
        edits: book.edits.iter().filter(|edit| edit.rule == index).map(|own| edit(book, own)).collect(),
    }
}

fn edit(book: &RuleBook, edit: &Edit) -> EditWire {
    let form = &book.form;
    let sentence = relation(book, edit);
    let atoms = |atoms: &[Atom]| atoms.iter().map(|own| atom(form, own)).collect();
    EditWire {
        id: book.finding_id(edit),
        sentence: Text::new(render(&sentence, Lang::Zh), render(&sentence, Lang::En)),
        claims: edit.metrics().into_iter().map(Into::into).collect(),
        when: atoms(&edit.when),
        any: atoms(&edit.any),
    }
}

fn atom(form: &Form, atom: &Atom) -> AtomWire {
    match atom {
        Atom::Linear(linear) => AtomWire::Linear {
            terms: terms(form, linear),
            relation: match linear.relation {
                Relation::Equal => RelationWire::Equal,
                Relation::Unequal => RelationWire::Unequal,
                Relation::AtMost => RelationWire::AtMost,
                Relation::AtLeast => RelationWire::AtLeast,
                Relation::Below => RelationWire::Below,
                Relation::Above => RelationWire::Above,
            },
            constant: linear.constant.to_string(),
        },
        Atom::State { slot, quantifier, states } => AtomWire::State {
            of: form.slot_id(*slot).into(),
            quantifier: match quantifier {
                Quantifier::Any => QuantifierWire::Any,
                Quantifier::All => QuantifierWire::All,
            },
            states: StateSet::names(*states).collect(),
        },
        Atom::Fact { key, holds } => AtomWire::Fact { key: key.clone(), holds: *holds },
    }
}

fn terms(form: &Form, linear: &Linear) -> Vec<TermWire> {
    let id = |slot: Slot| -> Box<str> { form.slot_id(slot).into() };
    linear
        .terms
        .iter()
        .map(|term| {
            let (of, id) = match &term.var {
                Var::Own(slot) => (SourceWire::Own, id(*slot)),
                Var::LastYear(slot) => (SourceWire::LastYear, id(*slot)),
                Var::Members(slot) => (SourceWire::Members, id(*slot)),
                Var::Claim(metric) => (SourceWire::Claim, metric.clone()),
            };
            TermWire { coefficient: linear.coefficient(term).to_string(), factor: term.factor.clone(), of, id }
        })
        .collect()
}
