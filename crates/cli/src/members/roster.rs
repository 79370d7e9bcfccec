//! Which reports are those of a region's member units, and which units are missing, doubled or unlike the others.
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use gouji_edits::{Filed, agreeing};
use gouji_model::{Arg, CellIndex, Fact, FactOf, Facts, Form, Message, Report, Scope, UnitKind};

use super::{MemberReports, Region};
use crate::books::Library;
use crate::intake::Received;
use crate::session::Session;
use crate::units::{UnitList, folded};

/// A member unit with its report.
#[derive(Debug)]
pub(crate) struct Member<'a> {
    /// Its name, or the file where it is not known.
    pub(crate) name: &'a str,
    /// Where its report was found; more than one file is one too many.
    files: Vec<&'a Utf8Path>,
    /// The report; of several what they agree in.
    report: Cow<'a, Report>,
    /// The cells in which several differ.
    differing: BTreeSet<CellIndex>,
}

/// The members of one region in one year.
#[derive(Debug, Default)]
pub(crate) struct Roster<'a> {
    /// The members whose reports are at hand, in the order of their files.
    pub(crate) members: Vec<Member<'a>>,
    /// Units that the list expects and of which there is no file.
    missing: Vec<&'a str>,
    /// Members, or files, that could not be read.
    failed: Vec<&'a str>,
    /// Reports of other years or of a year that is not known.
    other_years: Vec<(&'a str, &'a Utf8Path, Option<i32>)>,
    /// Reports of units that are no members.
    strangers: Vec<(&'a str, &'a Utf8Path)>,
    /// The region's own report.
    own: Vec<(&'a str, &'a Utf8Path)>,
}

impl<'a> Roster<'a> {
    /// The members of a region among the reports at hand: the units whose parent it is in the unit list, all other units
    /// of a list without parents, all reports where there is no list. `None` where a list with parents gives it none.
    pub(crate) fn of(session: &'a Session<'_>, reports: &'a MemberReports, region: Region<'_>) -> Option<Self> {
        let list = session.units.as_ref();
        let expected = list.map(|list| children(list, region));
        if expected.as_ref().is_some_and(Vec::is_empty) {
            return None;
        }
        let is_expected = |listed: Option<usize>| match (&expected, listed) {
            (Some(expected), Some(index)) => expected.contains(&index),
            (Some(_), None) => false,
            (None, _) => true,
        };
        let mut roster = Self::default();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut received_units = Vec::new();
        for (file, received) in &reports.received {
            let name = name_of(list, received, file);
            let file = file.as_path();
            if is_region(received, region) {
                roster.own.push((name, file));
            } else if received.report.year != Some(region.year) {
                roster.other_years.push((name, file, received.report.year));
            } else if is_expected(received.listed) {
                received_units.extend(received.listed);
                roster.add(&mut places, received, name, file);
            } else {
                roster.strangers.push((name, file));
            }
        }
        roster.absent(list, expected.as_deref(), reports, &received_units);
        Some(roster)
    }

    fn add(&mut self, places: &mut BTreeMap<String, usize>, received: &'a Received, name: &'a str, file: &'a Utf8Path) {
        let position = *places.entry(folded(name)).or_insert(self.members.len());
        if let Some(member) = self.members.get_mut(position) {
            member.report = Cow::Owned(agreeing(&member.report, &received.report, &mut member.differing));
            member.files.push(file);
        } else {
            let report = Cow::Borrowed(&received.report);
            self.members.push(Member { name, files: vec![file], report, differing: BTreeSet::new() });
        }
    }

    /// Finds who is missing, and who could not be read; without a list every file is a member's.
    fn absent(
        &mut self,
        list: Option<&'a UnitList>,
        expected: Option<&[usize]>,
        reports: &'a MemberReports,
        received: &[usize],
    ) {
        let (Some(list), Some(expected)) = (list, expected) else {
            self.failed = reports.failures.iter().map(|failure| failure.file.as_str()).collect();
            return;
        };
        let unreadable = reports.failures.iter().filter_map(|failure| list.by_unread_file(&failure.file));
        let unreadable: Vec<usize> = unreadable.collect();
        for unit in expected.iter().filter(|unit| !received.contains(unit)) {
            let names = if unreadable.contains(unit) { &mut self.failed } else { &mut self.missing };
            names.push(&list.unit(*unit).name);
        }
    }

    /// The members' names, and their reports with their forms, in order.
    pub(crate) fn filed<'s>(&'s self, library: &'s Library) -> (Vec<&'s str>, Vec<Filed<'s>>) {
        let filed = |member: &'s Member<'_>| {
            let form = &library.book(&member.report.edition)?.form;
            Some((member.name, Filed { form, report: &member.report }))
        };
        self.members.iter().filter_map(filed).unzip()
    }

    /// The members' reports with their files, in order.
    pub(crate) fn reports(&self) -> impl Iterator<Item = (&'a Utf8Path, Cow<'a, Report>)> {
        self.members.iter().filter_map(|member| Some((*member.files.first()?, member.report.clone())))
    }

    /// The cells in which copies of each member's report differ, in the order of [`Roster::filed`].
    pub(crate) fn differing(&self, library: &Library) -> Vec<&BTreeSet<CellIndex>> {
        let filed = self.members.iter().filter(|member| library.book(&member.report.edition).is_some());
        filed.map(|member| &member.differing).collect()
    }

    /// Whether every unit that is expected is there once.
    pub(crate) fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.failed.is_empty() && self.doubled().next().is_none()
    }

    fn doubled(&self) -> impl Iterator<Item = &Member<'a>> {
        self.members.iter().filter(|member| member.files.len() > 1)
    }

    /// What rules ask of the roster of a region that reports in a form, with a scope.
    pub(crate) fn facts(&self, form: &Form, scope: Option<Scope>, library: &Library) -> Facts {
        let fact = |evidence: Vec<Message>| Fact { holds: evidence.is_empty(), evidence, origin: None };
        let mut absent = Vec::new();
        absent.extend(listed("evidence-missing", &self.missing));
        absent.extend(listed("evidence-unreadable", &self.failed));
        let doubled = self.doubled().map(|member| {
            let files = Arg::List(member.files.iter().map(|file| Arg::Text(file.to_string())).collect());
            Message::new("evidence-doubled").text("unit", member.name).with("files", files)
        });
        let mut facts = Facts::new();
        facts.insert("roster.given".into(), Fact::plain(true));
        facts.insert("roster.complete".into(), fact(absent));
        facts.insert("roster.single".into(), fact(doubled.collect()));
        facts.insert("roster.whole".into(), Fact::plain(scope != Some(Scope::Agency)));
        facts.insert("roster.one_scope".into(), fact(self.scopes()));
        if let Some(uniform) = FactOf::find("roster.uniform.*") {
            for table in &form.tables {
                facts.insert(uniform.key(&[&table.id]), fact(self.foreign_forms(&table.id, form, library)));
            }
        }
        facts
    }

    /// The members of one kind that cover different things, by scope; none where all are alike.
    fn scopes(&self) -> Vec<Message> {
        let mut unlike: BTreeMap<Scope, Vec<&str>> = BTreeMap::new();
        for (kind, ..) in UnitKind::WORDS {
            let own = self.members.iter().filter(|member| member.report.unit.kind == Some(*kind));
            let mut by_scope: BTreeMap<Scope, Vec<&str>> = BTreeMap::new();
            for member in own {
                if let Some(scope) = member.report.unit.scope {
                    by_scope.entry(scope).or_default().push(member.name);
                }
            }
            if by_scope.len() > 1 {
                for (scope, names) in by_scope {
                    unlike.entry(scope).or_default().extend(names);
                }
            }
        }
        let told = unlike.iter().filter_map(|(scope, names)| {
            let key = match scope {
                Scope::Agency => "evidence-scope-agency",
                Scope::Region => "evidence-scope-region",
            };
            listed(key, names)
        });
        told.collect()
    }

    /// The members that printed a table in another form than the region's; none where all printed the same form.
    fn foreign_forms(&self, table: &str, form: &Form, library: &Library) -> Vec<Message> {
        let printed = |member: &Member<'_>| member.report.printed_forms.get(table).cloned();
        let mut forms: Vec<Box<str>> = self.members.iter().filter_map(printed).collect();
        forms.sort_unstable();
        forms.dedup();
        if forms.len() < 2 {
            return Vec::new();
        }
        let foreign = self.members.iter().filter_map(|member| {
            let edition = &library.book(&printed(member).filter(|edition| *edition != form.edition)?)?.edition;
            Some(Message::new("evidence-printed-form").text("unit", member.name).label("edition", &edition.title))
        });
        foreign.collect()
    }

    /// What is to be told of the reports that were not added up, or not as they are.
    pub(crate) fn remarks(&self, region: &str) -> Vec<Message> {
        let with_file = |name: &str, file: &Utf8Path| {
            nested(Message::new("rollup-unit-file").text("unit", name).text("file", file.as_str()))
        };
        let named = |names: &[&str]| names.iter().map(|name| Arg::Text((*name).to_owned())).collect::<Vec<_>>();
        let doubled = self.doubled().flat_map(|member| member.files.iter().map(|file| with_file(member.name, file)));
        let years = self.other_years.iter().map(|(name, file, year)| {
            let message = match year {
                Some(year) => Message::new("rollup-unit-year").text("year", year.to_string()),
                None => Message::new("rollup-unit-no-year"),
            };
            nested(message.text("unit", *name).text("file", file.as_str()))
        });
        let files = |units: &[(&str, &Utf8Path)]| units.iter().map(|(name, file)| with_file(name, file)).collect();
        let lists: [(&'static str, Vec<Arg>); 7] = [
            ("rollup-missing-units", named(&self.missing)),
            ("rollup-failed-units", named(&self.failed)),
            ("rollup-doubled-units", doubled.collect()),
            ("rollup-scopes", self.scopes().into_iter().map(nested).collect()),
            ("rollup-other-years", years.collect()),
            ("rollup-unlisted-units", files(&self.strangers)),
            ("rollup-own", files(&self.own)),
        ];
        let told = lists.into_iter().filter(|(_, units)| !units.is_empty());
        told.map(|(key, units)| Message::new(key).text("name", region).with("units", Arg::List(units))).collect()
    }
}

fn nested(message: Message) -> Arg {
    Arg::Message(Box::new(message))
}

/// A message that lists units; `None` where there are none.
fn listed(key: &'static str, names: &[&str]) -> Option<Message> {
    let units = Arg::List(names.iter().map(|name| Arg::Text((*name).to_owned())).collect());
    (!names.is_empty()).then(|| Message::new(key).with("units", units))
}

/// The units of a list whose parent a region is; all other units where the list has no parents.
fn children(list: &UnitList, region: Region<'_>) -> Vec<usize> {
    let is_own = |index: usize, name: &str| {
        region.listed == Some(index) || region.unit.name.as_deref().is_some_and(|own| folded(own) == folded(name))
    };
    let others = list.units.iter().enumerate().filter(|(index, unit)| !is_own(*index, &unit.name));
    if !list.has_parents() {
        return others.map(|(index, _)| index).collect();
    }
    let entry = region.listed.map(|index| list.unit(index));
    let names = entry.iter().flat_map(|unit| unit.names()).chain(region.unit.name.as_deref());
    let names: Vec<String> = names.map(folded).collect();
    let is_child = |parent: &String| names.contains(&folded(parent));
    others.filter(|(_, unit)| unit.parent.as_ref().is_some_and(is_child)).map(|(index, _)| index).collect()
}

/// Whether a report is the region's own.
fn is_region(received: &Received, region: Region<'_>) -> bool {
    let named = received.report.unit.name.as_deref().zip(region.unit.name.as_deref());
    received.listed.is_some() && received.listed == region.listed
        || named.is_some_and(|(name, own)| folded(name) == folded(own))
}

/// The name of the list, else that of the report, else its file.
fn name_of<'a>(list: Option<&'a UnitList>, received: &'a Received, file: &'a Utf8Path) -> &'a str {
    let listed = received.listed.and_then(|index| Some(list?.unit(index).name.as_str()));
    listed.or(received.report.unit.name.as_deref()).unwrap_or(file.as_str())
}
