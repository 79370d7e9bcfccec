//! The facts that the rules of an edition ask for.
use gouji_edits::RuleBook;
use gouji_model::{Block, CellState, Document, Edition, Fact, FactOf, Message, Origin, Report, Section, SectionText};

use crate::fold::fold;
use crate::group_rows;
use crate::numbered::numbered;
use crate::phrases::Phrases;
use crate::prose;
use crate::reading::Prepared;
use crate::sections::Sections;
use crate::text_facts::{self, Passages};
use crate::title::Title;

/// Key of the fact that there are other reports to compare with.
pub const IN_BATCH: &str = "report.in_batch";

/// What the facts are read from, beside the report itself.
pub(crate) struct Evidence<'a> {
    /// What only the document tells; `None` where a report came without one.
    pub(crate) print: Option<Print<'a>>,
    /// For each table: labels that differ, origins of extra rows.
    pub(crate) tables: Vec<TableEvidence>,
    /// All editions known.
    pub(crate) editions: Vec<&'a Edition>,
}

/// What the printed document tells.
pub(crate) struct Print<'a> {
    pub(crate) document: &'a Document,
    pub(crate) title: Option<&'a Title>,
    pub(crate) sections: &'a Sections,
    /// Where a heading stands out of order.
    pub(crate) disorder: Option<Origin>,
}

/// What is known of one table.
#[derive(Default)]
pub(crate) struct TableEvidence {
    pub(crate) found: bool,
    pub(crate) mislabelled: Vec<Message>,
    pub(crate) extra_rows: Vec<Origin>,
    pub(crate) origin: Option<Origin>,
}

/// A fact that some edit asks for.
pub(crate) struct Asked<'a> {
    key: &'a str,
    pub(crate) pattern: &'static str,
    pub(crate) arguments: Vec<&'a str>,
}

impl<'a> Asked<'a> {
    /// From its key; `None` where there is no such fact.
    pub(crate) fn of(key: &'a str) -> Option<Self> {
        let (kind, arguments) = FactOf::of_key(key);
        Some(Self { key, pattern: kind?.pattern, arguments })
    }
}

/// Puts every fact that some edit asks for, and that can be told, into the report.
pub(crate) fn supply(edition: &Prepared<'_>, report: &mut Report, evidence: &Evidence<'_>) {
    let passages = Passages::of(report, evidence.print.as_ref());
    let mut facts = Vec::new();
    for asked in &edition.facts {
        let told =
            fact(asked, edition, report, evidence).or_else(|| text_facts::fact(asked, edition, evidence, &passages));
        facts.extend(told.map(|fact| (Box::from(asked.key), fact)));
    }
    report.facts.extend(facts);
    // Who knows the unit list, or other reports, says more.
    text_facts::supply_dates(edition.book, report, None);
    report.facts.insert(IN_BATCH.into(), Fact::plain(false));
}

fn fact(asked: &Asked<'_>, edition: &Prepared<'_>, report: &Report, evidence: &Evidence<'_>) -> Option<Fact> {
    let (book, pattern) = (edition.book, asked.pattern);
    match (pattern, &*asked.arguments) {
        ("report.filled", _) => Some(Fact::plain(is_filled(report))),
        ("report.written", _) => Some(Fact::plain(!is_extracted(evidence))),
        ("report.extracted", _) => Some(Fact::plain(is_extracted(evidence))),
        ("report.preceded", _) => report.year.map(|year| Fact::plain(is_preceded(year, evidence))),
        ("report.free_of.*", [list]) if !report.sections.is_empty() => Some(free_of(&edition.phrases, report, list)),
        ("form.own", _) => form_own(book, report, evidence),
        ("form.uniform", _) => form_uniform(book, report, evidence),
        ("section.*.present", [id]) => section_present(book, report, id),
        ("section.*.mentions.*", [id, list]) => mentions(&edition.phrases, report, id, list),
        ("told.*.alike", [metric]) => Some(prose::alike(book, report, metric)),
        ("table.*.present", [id]) => {
            table(book, evidence, id).map(|seen| Fact { holds: seen.found, evidence: Vec::new(), origin: None })
        }
        ("table.*.group_rows_filled", [id]) => Some(group_rows::filled(&book.form, report, id)),
        ("table.*.group_rows_agree", [id]) => Some(group_rows::agree(&book.form, report, id)),
        // What is no print has no pictures.
        ("table.*.text", _) if evidence.print.is_none() => Some(Fact::plain(true)),
        (_, [id]) if pattern.starts_with("table.") => {
            printed_table_fact(pattern, table(book, evidence, id)?, evidence.print.as_ref()?)
        }
        (_, []) => printed_fact(pattern, report, evidence.print.as_ref()?),
        _ => None,
    }
}

/// Whether letters may have been lost or changed when the text was taken from pages or pictures.
fn is_extracted(evidence: &Evidence<'_>) -> bool {
    evidence.print.as_ref().is_some_and(|print| print.document.extracted)
}

/// Whether the report for the year before is of an edition that is known.
fn is_preceded(year: i32, evidence: &Evidence<'_>) -> bool {
    year.checked_sub(1).is_some_and(|before| evidence.editions.iter().any(|edition| edition.years.contains(before)))
}

/// A fact of the title or of the order of sections.
fn printed_fact(pattern: &str, report: &Report, print: &Print<'_>) -> Option<Fact> {
    let title = print.title;
    match pattern {
        "title.present" => Some(Fact::plain(title.is_some())),
        "title.single" => title.map(single),
        "title.worded" => title.map(|title| told(title.worded, &title.text, title.origin.as_ref())),
        "title.names_unit" => title.map(|title| told(!title.unit.is_empty(), &title.text, title.origin.as_ref())),
        "sections.ordered" => (!report.sections.is_empty()).then(|| Fact {
            holds: print.sections.disorder.is_empty(),
            evidence: print.sections.disorder.clone(),
            origin: print.disorder.clone(),
        }),
        _ => None,
    }
}

fn told(holds: bool, text: &str, origin: Option<&Origin>) -> Fact {
    let evidence = if holds { Vec::new() } else { vec![Message::new("evidence-text").text("text", text)] };
    Fact { holds, evidence, origin: origin.cloned() }
}

fn single(title: &Title) -> Fact {
    let holds = title.again.is_empty();
    let mut fact = told(holds, &title.text, title.origin.as_ref());
    if let Some(again) = title.again.first() {
        fact.origin = Some(again.clone());
    }
    fact
}

/// Whether it is not the blank form: something was filled in, or nothing at all was found.
fn is_filled(report: &Report) -> bool {
    let states = report.cells.iter().chain(report.extra.values()).map(|cell| cell.state);
    let mut found = states.filter(|state| *state != CellState::Missing).peekable();
    found.peek().is_none() || found.any(|state| state != CellState::Blank)
}

fn free_of(phrases: &Phrases<'_>, report: &Report, list: &str) -> Fact {
    let hits = report.sections.iter().filter_map(|section| {
        let phrase = phrases.list(list).iter().find(|phrase| phrase.is_in(&section.text))?;
        Some((Message::new("evidence-text").text("text", phrase.text), section.origin.clone()))
    });
    let (evidence, origins): (Vec<_>, Vec<_>) = hits.unzip();
    Fact { holds: evidence.is_empty(), evidence, origin: origins.into_iter().flatten().next() }
}

/// The edition whose table two was printed decides; the other tables may be alike in several.
fn form_own(book: &RuleBook, report: &Report, evidence: &Evidence<'_>) -> Option<Fact> {
    let first = book.form.tables.first()?;
    let printed = report.printed_forms.get(&first.id)?;
    let holds = *printed == book.form.edition;
    let others = if holds { Vec::new() } else { foreign(book, report, evidence) };
    Some(Fact { holds, evidence: others, origin: evidence.tables.first()?.origin.clone() })
}

/// The tables that were printed in the form of another edition.
fn foreign(book: &RuleBook, report: &Report, evidence: &Evidence<'_>) -> Vec<Message> {
    let named =
        |id: &str| evidence.editions.iter().find(|edition| &*edition.id == id).map(|edition| edition.title.clone());
    book.form
        .tables
        .iter()
        .filter_map(|table| {
            let printed = report.printed_forms.get(&table.id).filter(|printed| **printed != book.form.edition)?;
            let edition = named(printed)?;
            Some(Message::new("evidence-form").label("table", &table.name).label("edition", &edition))
        })
        .collect()
}

/// A form that is wholly another edition's is not mixed: that is the other rule's finding.
fn form_uniform(book: &RuleBook, report: &Report, evidence: &Evidence<'_>) -> Option<Fact> {
    let own = form_own(book, report, evidence)?;
    let others = foreign(book, report, evidence);
    let holds = !own.holds || others.is_empty();
    let origin = book.form.tables.iter().zip(&evidence.tables).find_map(|(table, seen)| {
        let printed = report.printed_forms.get(&table.id)?;
        if *printed == book.form.edition { None } else { seen.origin.clone() }
    });
    Some(Fact { holds, evidence: if holds { Vec::new() } else { others }, origin })
}

fn section_present(book: &RuleBook, report: &Report, id: &str) -> Option<Fact> {
    if report.sections.is_empty() {
        return None;
    }
    if report.section(id).is_some() {
        return Some(Fact::plain(true));
    }
    let parent = book.form.sections.iter().find(|section| section.parts.iter().any(|part| &*part.id == id));
    let Some(parent) = parent else { return Some(Fact::plain(false)) };
    let part = parent.parts.iter().find(|part| &*part.id == id)?;
    let text = report.section(&parent.id)?;
    Some(Fact { holds: has_part(text, part), evidence: Vec::new(), origin: text.origin.clone() })
}

/// Whether a paragraph begins with the part's name, with or without a number before it.
fn has_part(section: &SectionText, part: &Section) -> bool {
    let wordings: Vec<String> = part.wordings().map(fold).collect();
    section.text.lines().any(|line| {
        let rest = numbered(line).map_or(line, |numbered| numbered.rest);
        let head: String = rest.chars().take(24).collect();
        let folded = fold(&head);
        wordings.iter().any(|wording| folded.starts_with(wording.as_str()))
    })
}

fn mentions(phrases: &Phrases<'_>, report: &Report, id: &str, list: &str) -> Option<Fact> {
    let section = report.section(id).filter(|_| phrases.has(list))?;
    Some(Fact { holds: phrases.any_in(list, &section.text), evidence: Vec::new(), origin: section.origin.clone() })
}

fn table<'e>(book: &RuleBook, evidence: &'e Evidence<'_>, id: &str) -> Option<&'e TableEvidence> {
    let number = book.form.tables.iter().position(|table| &*table.id == id)?;
    evidence.tables.get(number)
}

fn printed_table_fact(pattern: &str, seen: &TableEvidence, print: &Print<'_>) -> Option<Fact> {
    match pattern {
        "table.*.text" => Some(table_text(seen, print)),
        "table.*.labelled" if seen.found => Some(Fact {
            holds: seen.mislabelled.is_empty(),
            evidence: seen.mislabelled.clone(),
            origin: seen.origin.clone(),
        }),
        "table.*.no_extra_rows" if seen.found => Some(Fact {
            holds: seen.extra_rows.is_empty(),
            evidence: Vec::new(),
            origin: seen.extra_rows.first().cloned(),
        }),
        _ => None,
    }
}

/// A table stands as a picture where it was not found and a picture or attachment stands in the document.
fn table_text(seen: &TableEvidence, print: &Print<'_>) -> Fact {
    let picture = print.document.blocks.iter().find_map(|block| match block {
        Block::Picture(picture) => Some(picture),
        _ => None,
    });
    match picture {
        Some(picture) if !seen.found => {
            let shown = (!picture.name.is_empty()).then(|| Message::new("evidence-text").text("text", &*picture.name));
            Fact { holds: false, evidence: shown.into_iter().collect(), origin: Some(picture.origin.clone()) }
        }
        _ => Fact::plain(true),
    }
}
