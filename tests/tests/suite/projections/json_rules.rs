//! The JSON of edits, interpreted as a web form would: from the text of the JSON alone.
use std::collections::BTreeMap;

use gouji_edits::{EditionWire, RuleBook, RulesWire, Verdict};
use gouji_model::{Lang, Number, Report, ReportWire};
use serde_json::Value;

use super::dice::Case;

pub(super) struct Rules {
    edition: Value,
    roles: BTreeMap<String, String>,
    groups: BTreeMap<String, Vec<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Truth {
    True,
    False,
    Absent,
    Unknown,
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn millionths(value: &Value) -> i128 {
    text(value).parse::<Number>().unwrap().millionths()
}

fn json(book: &RuleBook, report: &Report) -> Value {
    serde_json::to_value(ReportWire::of(report, &book.form, Lang::Zh)).unwrap()
}

impl Rules {
    pub(super) fn new(book: &RuleBook) -> Self {
        let written = serde_json::to_string(&RulesWire::new(vec![EditionWire::of(book, |_| true)])).unwrap();
        let mut wire: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(wire["schema"], "gouji/rules/1");
        let edition = wire["editions"][0].take();
        let cells = list(&edition["cells"]).iter();
        let roles = cells.map(|cell| (text(&cell["id"]).to_owned(), text(&cell["role"]).to_owned())).collect();
        let members = |group: &Value| list(&group["members"]).iter().map(|id| text(id).to_owned()).collect();
        let groups = list(&edition["groups"]).iter();
        let groups = groups.map(|group| (text(&group["id"]).to_owned(), members(group))).collect();
        Self { edition, roles, groups }
    }

    /// The verdicts on a case, in the order of the rule book's edits.
    pub(super) fn verdicts(&self, book: &RuleBook, case: &Case) -> Vec<Verdict> {
        let form = Form {
            rules: self,
            own: json(book, &case.report),
            last_year: case.last_year.as_ref().map(|report| json(book, report)),
            members: case.members.iter().map(|report| json(book, report)).collect(),
            report: &case.report,
        };
        let edits = |rule: &Value| -> Vec<(String, Verdict)> {
            list(&rule["edits"]).iter().map(|edit| (text(&edit["id"]).to_owned(), form.verdict(edit))).collect()
        };
        let found: BTreeMap<String, Verdict> = list(&self.edition["rules"]).iter().flat_map(edits).collect();
        book.edits.iter().map(|edit| found[&book.finding_id(edit)]).collect()
    }
}

struct Form<'a> {
    rules: &'a Rules,
    own: Value,
    last_year: Option<Value>,
    members: Vec<Value>,
    report: &'a Report,
}

impl Form<'_> {
    fn verdict(&self, edit: &Value) -> Verdict {
        if edit.get("claims").is_some_and(|claims| list(claims).iter().any(|metric| self.claim(text(metric)).is_none()))
        {
            return Verdict::Inapplicable;
        }
        let truths = |atoms: &Value| list(atoms).iter().map(|atom| self.truth(atom)).collect::<Vec<_>>();
        let when = truths(&edit["when"]);
        if when.iter().any(|truth| matches!(truth, Truth::False | Truth::Absent)) {
            return Verdict::Inapplicable;
        }
        if when.contains(&Truth::Unknown) {
            return Verdict::Unjudged;
        }
        let any = truths(&edit["any"]);
        match any {
            _ if any.contains(&Truth::True) => Verdict::Held,
            _ if any.contains(&Truth::Unknown) => Verdict::Unjudged,
            _ if any.iter().all(|truth| *truth == Truth::Absent) => Verdict::Inapplicable,
            _ => Verdict::Broken,
        }
    }

    fn claim(&self, metric: &str) -> Option<i128> {
        self.report.claims.iter().find(|claim| &*claim.metric == metric).map(|claim| claim.value.millionths())
    }

    fn truth(&self, atom: &Value) -> Truth {
        if let Some(linear) = atom.get("linear") {
            return self.linear(linear).unwrap_or_else(|truth| truth);
        }
        if let Some(state) = atom.get("state") {
            return self.state(state);
        }
        match self.report.fact(text(&atom["fact"]["key"])) {
            Some(found) if found == atom["fact"]["holds"].as_bool().unwrap() => Truth::True,
            Some(_) => Truth::False,
            None => Truth::Unknown,
        }
    }

    /// In units of 10⁻¹⁸: a coefficient, a value and a share have six decimals each.
    fn linear(&self, linear: &Value) -> Result<Truth, Truth> {
        let mut sum = -millionths(&linear["constant"]) * 1_000_000_000_000;
        for term in list(&linear["terms"]) {
            let id = text(&term["id"]);
            let value = match text(&term["of"]) {
                "own" => self.value(&self.own, id)?,
                "last_year" => self.value(self.last_year.as_ref().ok_or(Truth::Unknown)?, id)?,
                "members" if self.members.is_empty() => return Err(Truth::Unknown),
                "members" => {
                    let values = self.members.iter().map(|member| self.value(member, id));
                    values.sum::<Result<i128, Truth>>()?
                }
                _ => self.claim(id).ok_or(Truth::Absent)?,
            };
            let factor = term.get("factor").map_or(Some(1_000_000), |metric| self.claim(text(metric)));
            sum += millionths(&term["coefficient"]) * value * factor.ok_or(Truth::Absent)?;
        }
        let holds = match text(&linear["relation"]) {
            "==" => sum == 0,
            "!=" => sum != 0,
            "<=" => sum <= 0,
            ">=" => sum >= 0,
            "<" => sum < 0,
            ">" => sum > 0,
            other => panic!("{other}"),
        };
        Ok(if holds { Truth::True } else { Truth::False })
    }

    fn leaves<'a>(&'a self, id: &'a str) -> Vec<&'a str> {
        match self.rules.groups.get(id) {
            Some(members) => members.iter().flat_map(|member| self.leaves(member)).collect(),
            None => vec![id],
        }
    }

    fn is_missing(report: &Value, id: &str) -> bool {
        report["cells"].get(id).is_none_or(|cell| cell["state"] == "missing")
    }

    /// Whether a cell is not printed because a group of it is.
    fn is_covered(&self, report: &Value, id: &str) -> bool {
        let Some(extra) = report.get("extra").and_then(Value::as_object) else { return false };
        Self::is_missing(report, id)
            && extra.keys().any(|group| self.rules.groups.contains_key(group) && self.leaves(group).contains(&id))
    }

    fn value(&self, report: &Value, id: &str) -> Result<i128, Truth> {
        if self.rules.groups.contains_key(id) {
            return self.sum(report, id);
        }
        if self.is_covered(report, id) { Err(Truth::Absent) } else { self.read(report["cells"].get(id), &[id]) }
    }

    fn sum(&self, report: &Value, id: &str) -> Result<i128, Truth> {
        let leaves = self.leaves(id);
        let own = report.get("extra").and_then(|extra| extra.get(id));
        if own.is_some() && leaves.iter().all(|leaf| Self::is_missing(report, leaf)) {
            return self.read(own, &leaves);
        }
        let members = self.rules.groups[id].iter().map(|member| {
            let is_group = self.rules.groups.contains_key(member);
            if is_group { self.sum(report, member) } else { self.read(report["cells"].get(member), &[member]) }
        });
        members.sum()
    }

    /// The number of a cell; blanks and dashes are 0 but where all is totals.
    fn read(&self, cell: Option<&Value>, leaves: &[&str]) -> Result<i128, Truth> {
        let total = leaves.iter().all(|leaf| self.rules.roles[*leaf] == "total");
        match cell.map(|cell| text(&cell["state"])) {
            Some("number") => Ok(millionths(&cell.unwrap()["value"])),
            Some("blank" | "dash") if !total => Ok(0),
            _ => Err(Truth::Unknown),
        }
    }

    fn state(&self, atom: &Value) -> Truth {
        let states: Vec<&str> = list(&atom["states"]).iter().map(text).collect();
        let found = ["zero", "whole", "fraction", "negative", "blank", "dash", "unreadable"];
        let open = |state: &str| state == "missing" && !states.contains(&state) && states != found;
        let leaves = self.leaves(text(&atom["of"]));
        let classes: Vec<&str> =
            leaves.into_iter().filter(|id| !self.is_covered(&self.own, id)).map(|id| self.class(id)).collect();
        if classes.is_empty() {
            return Truth::Absent;
        }
        let any = atom["quantifier"] == "any";
        let decisive = |class: &&str| states.contains(class) == any && !open(class);
        match (classes.iter().any(decisive), classes.iter().any(|class| open(class))) {
            (true, _) if any => Truth::True,
            (true, _) => Truth::False,
            (false, true) => Truth::Unknown,
            (false, false) if any => Truth::False,
            (false, false) => Truth::True,
        }
    }

    fn class(&self, id: &str) -> &str {
        let cell = &self.own["cells"][id];
        if cell.is_null() {
            return "missing";
        }
        if cell["state"] != "number" {
            return text(&cell["state"]);
        }
        match millionths(&cell["value"]) {
            0 => "zero",
            negative if negative < 0 => "negative",
            whole if whole % 1_000_000 == 0 => "whole",
            _ => "fraction",
        }
    }
}
