//! One edition with everything it inherits.
use std::collections::BTreeMap;
use std::ops::Range;

use gouji_edits::Severity;
use gouji_model::{Due, Edition, Message, Section, Table, Text, Years};

use crate::edition_file::{EditionFile, FormFile, Name};
use crate::error::{Fault, RulesError, Source};
use crate::parsed::Parsed;

/// An edition's own and inherited texts.
#[derive(Clone, Debug)]
pub(crate) struct Flat {
    pub(crate) source: Source,
    /// Where `edition.toml` says what the years are, or whose edition it is.
    years_span: Range<usize>,
    pub(crate) edition: Edition,
    pub(crate) sections: Vec<Section>,
    pub(crate) tables: Vec<Table>,
    /// The nearest `form.toml`.
    pub(crate) form: Option<Source>,
    pub(crate) lexicon: toml::Table,
    /// Every `lexicon.toml` in it, the base's first.
    pub(crate) lexicons: Vec<Source>,
    pub(crate) scripts: BTreeMap<Box<str>, Source>,
    pub(crate) cases: BTreeMap<Box<str>, Source>,
    pub(crate) severity: BTreeMap<Box<str>, Severity>,
    pub(crate) severity_in: BTreeMap<Box<str>, BTreeMap<i32, Severity>>,
}

impl Flat {
    /// An edition over its base.
    pub(crate) fn of(parsed: &Parsed, base: Option<Self>) -> Result<Self, Vec<RulesError>> {
        let error = |fault| vec![parsed.source.error(fault)];
        let mut flat = Self::start(parsed, base).map_err(error)?;
        let mut faults = flat.retire(&parsed.file);
        flat.scripts.extend(parsed.scripts.clone());
        flat.cases.extend(parsed.cases.clone());
        faults.extend(flat.set_severities(&parsed.file));
        faults.extend(flat.set_severities_in(&parsed.file));
        if let Some((source, file)) = &parsed.form {
            flat.change_form(source, file);
        }
        if let Some((source, table)) = &parsed.lexicon {
            merge(&mut flat.lexicon, table);
            flat.lexicons.push(source.clone());
        }
        let mut errors: Vec<RulesError> = faults.into_iter().map(|fault| parsed.source.error(fault)).collect();
        errors.extend(flat.cases_without_rule(parsed));
        if errors.is_empty() { Ok(flat) } else { Err(errors) }
    }

    /// What the edition is, with the base's texts and nothing of its own yet.
    fn start(parsed: &Parsed, base: Option<Self>) -> Result<Self, Fault> {
        let file = &parsed.file;
        let span = file.id.span();
        let inherited = base.as_ref().map(|base| &base.edition);
        let edition = Edition {
            id: file.id.get_ref().clone(),
            title: inherit(file.title.as_ref(), inherited.map(|base| &base.title), "title", &span)?,
            basis: inherit(file.basis.as_ref(), inherited.map(|base| &base.basis), "basis", &span)?,
            years: years(file, inherited, &span)?,
            due: due(file, inherited)?,
        };
        let years_span = file.years.as_ref().map_or(span, toml::Spanned::span);
        let source = parsed.source.clone();
        Ok(match base {
            Some(base) => Self { source, years_span, edition, ..base },
            None => Self::bare(source, years_span, edition),
        })
    }

    fn bare(source: Source, years_span: Range<usize>, edition: Edition) -> Self {
        Self {
            source,
            years_span,
            edition,
            sections: Vec::new(),
            tables: Vec::new(),
            form: None,
            lexicon: toml::Table::new(),
            lexicons: Vec::new(),
            scripts: BTreeMap::new(),
            cases: BTreeMap::new(),
            severity: BTreeMap::new(),
            severity_in: BTreeMap::new(),
        }
    }

    fn retire(&mut self, file: &EditionFile) -> Vec<Fault> {
        let mut faults = Vec::new();
        for rule in &file.retire {
            match self.known(rule) {
                Ok(()) => self.forget(rule.get_ref()),
                Err(fault) => faults.push(fault),
            }
        }
        faults
    }

    fn forget(&mut self, rule: &str) {
        self.scripts.remove(rule);
        self.cases.remove(rule);
        self.severity.remove(rule);
        self.severity_in.remove(rule);
    }

    fn set_severities(&mut self, file: &EditionFile) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (rule, severity) in &file.severity {
            match self.known(rule) {
                Ok(()) => drop(self.severity.insert(rule.get_ref().clone(), *severity)),
                Err(fault) => faults.push(fault),
            }
        }
        faults
    }

    fn set_severities_in(&mut self, file: &EditionFile) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (name, severities) in &file.severity_in {
            let year = name.get_ref().parse().ok().filter(|year| self.edition.years.contains(*year));
            let Some(year) = year else {
                let problem = Message::new("rules-edition-year").text("year", &**name.get_ref());
                faults.push(Fault::new(problem.text("years", self.edition.years.to_string())).at(name.span()));
                continue;
            };
            for (rule, severity) in severities {
                match self.known(rule) {
                    Ok(()) => {
                        self.severity_in.entry(rule.get_ref().clone()).or_default().insert(year, *severity);
                    }
                    Err(fault) => faults.push(fault),
                }
            }
        }
        faults
    }

    /// Whether a rule is in force so far.
    fn known(&self, rule: &Name) -> Result<(), Fault> {
        if self.scripts.contains_key(rule.get_ref()) {
            return Ok(());
        }
        Err(no_rule(rule.get_ref(), self.scripts.keys().map(|id| &**id)).at(rule.span()))
    }

    fn change_form(&mut self, source: &Source, file: &FormFile) {
        if !file.sections.is_empty() {
            self.sections.clone_from(&file.sections);
        }
        for table in &file.tables {
            match self.tables.iter_mut().find(|own| own.id == table.id) {
                Some(own) => *own = table.clone(),
                None => self.tables.push(table.clone()),
            }
        }
        if !(file.sections.is_empty() && file.tables.is_empty()) {
            self.form = Some(source.clone());
        }
    }

    fn cases_without_rule(&self, parsed: &Parsed) -> Vec<RulesError> {
        let orphans = parsed.cases.iter().filter(|(rule, _)| !self.scripts.contains_key(&***rule));
        let ids = || self.scripts.keys().map(|id| &**id);
        orphans.map(|(rule, source)| source.error(no_rule(rule, ids()))).collect()
    }

    /// Whether two editions are for one and the same report year.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let (own, other) = (self.edition.years, other.edition.years);
        own.contains(other.from) || other.contains(own.from)
    }

    /// The error that this edition and another cannot both be.
    pub(crate) fn clash(&self, key: &'static str, other: &Self) -> RulesError {
        let problem = Message::new(key)
            .text("edition", &*self.edition.id)
            .text("years", self.edition.years.to_string())
            .text("other", other.source.file.clone())
            .text("other_years", other.edition.years.to_string());
        self.source.error(Fault::new(problem).at(self.years_span.clone()).help(Message::new("rules-help-overlay")))
    }
}

fn no_rule<'a>(rule: &str, ids: impl Iterator<Item = &'a str>) -> Fault {
    Fault::new(Message::new("rules-edition-no-rule").text("rule", rule)).choices(rule, ids)
}

fn inherit(own: Option<&Text>, base: Option<&Text>, name: &str, span: &Range<usize>) -> Result<Text, Fault> {
    own.or(base).cloned().ok_or_else(|| missing(name, span))
}

fn missing(name: &str, span: &Range<usize>) -> Fault {
    Fault::new(Message::new("rules-toml-missing").text("name", name)).at(span.clone())
}

fn years(file: &EditionFile, base: Option<&Edition>, span: &Range<usize>) -> Result<Years, Fault> {
    let Some(own) = &file.years else {
        return base.map(|base| base.years).ok_or_else(|| missing("years", span));
    };
    let years = Years { from: own.get_ref().from, to: own.get_ref().to };
    if years.contains(years.from) {
        return Ok(years);
    }
    Err(Fault::new(Message::new("rules-edition-years").text("years", years.to_string())).at(own.span()))
}

/// The edition's own due dates, else its base's; a day that no calendar has is a fault.
fn due(file: &EditionFile, base: Option<&Edition>) -> Result<Vec<Due>, Fault> {
    /// A report year before a leap year: the 29th of February is a date.
    const BEFORE_LEAP_YEAR: i32 = 2023;
    if let Some(wrong) = file.due.iter().find(|due| due.get_ref().date(BEFORE_LEAP_YEAR).is_none()) {
        let day = format!("{}-{}", wrong.get_ref().month, wrong.get_ref().day);
        return Err(Fault::new(Message::new("rules-edition-due").text("day", day)).at(wrong.span()));
    }
    let own: Vec<Due> = file.due.iter().map(|due| due.get_ref().clone()).collect();
    Ok(if own.is_empty() { base.map(|base| base.due.clone()).unwrap_or_default() } else { own })
}

/// Merges a lexicon by key: an entry replaces the base's entry of the same table whole.
fn merge(base: &mut toml::Table, own: &toml::Table) {
    for (key, value) in own {
        match (base.get_mut(key), value) {
            (Some(toml::Value::Table(base)), toml::Value::Table(own)) => merge(base, own),
            _ => drop(base.insert(key.clone(), value.clone())),
        }
    }
}
