//! The tables of a document read with one form: cells, what is left over, and how well the form fits.
mod lines;
mod missing;
mod unused;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use gouji_edits::{Atom, HardEdit, RuleBook, hard_edits};
use gouji_model::{Arg, Cell, CellState, Message, Note, Report, Slot};

use crate::align::{Alignment, align};
use crate::candidates::{Met, candidates};
use crate::facts::Asked;
use crate::items::{Item, Items, Kind as ItemKind};
use crate::phrases::Phrases;
use crate::reading::lines::is_over_lines;
use crate::rows::{Heading, Row, rows, slots};
use crate::settle::{Hypothesis, decide, placements};
use crate::tokens::{Kind, Token};
use crate::values::{read_value, told};

/// An edition made ready for reading.
pub(crate) struct Prepared<'a> {
    pub(crate) book: &'a RuleBook,
    pub(crate) items: Items,
    hard: Vec<HardEdit>,
    /// The facts that the edition's rules ask for.
    pub(crate) facts: Vec<Asked<'a>>,
    pub(crate) phrases: Phrases<'a>,
}

impl<'a> Prepared<'a> {
    pub(crate) fn new(book: &'a RuleBook) -> Self {
        let atoms = book.edits.iter().flat_map(|edit| edit.when.iter().chain(&edit.any));
        let facts: BTreeSet<&str> =
            atoms.filter_map(|atom| if let Atom::Fact { key, .. } = atom { Some(&**key) } else { None }).collect();
        Self {
            book,
            items: Items::of(&book.form),
            hard: hard_edits(book),
            facts: facts.into_iter().filter_map(Asked::of).collect(),
            phrases: Phrases::of(&book.lexicon),
        }
    }
}

/// What one form makes of a document.
pub(crate) struct Reading<'a> {
    pub(crate) prepared: &'a Prepared<'a>,
    pub(crate) alignment: Alignment,
    /// Cells and notes only.
    pub(crate) report: Report,
    /// For each table its tokens, where any row of it was found.
    pub(crate) spans: Vec<Option<Range<usize>>>,
    /// For each table how badly the form fits: 0 is perfect.
    pub(crate) misfit: Vec<f32>,
    /// For each table the labels that differ from the form's.
    pub(crate) mislabelled: Vec<Vec<Message>>,
    /// For each table the origins of empty rows that the form does not have.
    pub(crate) extra_rows: Vec<Vec<usize>>,
    /// For each table how many values inside it belong to no row.
    pub(crate) left: Vec<usize>,
    /// For each table how many of its rows are printed again with other numbers.
    pub(crate) conflicts: Vec<usize>,
    /// For each table its notes.
    pub(crate) notes: Vec<Vec<Note>>,
    /// Notes on what is no table of the form.
    pub(crate) general: Vec<Note>,
}

impl Reading<'_> {
    /// Whether some table was found of which at least one label is printed.
    pub(crate) fn has_labelled_table(&self) -> bool {
        self.alignment.chosen.iter().any(|candidate| {
            let item = &self.prepared.items.sequence[candidate.item];
            let labelled = candidate.met != Met::Unlabelled && !item.wordings.is_empty();
            labelled && item.place.is_some_and(|(table, _)| self.spans[table].is_some())
        })
    }
}

/// Where more rows of a table than this are unclear, values were lost throughout (repeated lines removed by a
/// crawler): sums that hold are then no proof.
const MOST_UNCLEAR: usize = 3;

/// Reads the tables with the form of one edition.
pub(crate) fn read<'a>(prepared: &'a Prepared<'a>, tokens: &[Token<'_>]) -> Reading<'a> {
    let Prepared { book, items, .. } = prepared;
    let alignment = align(items, tokens, &candidates(items, tokens));
    let mut taken = vec![false; tokens.len()];
    for candidate in &alignment.chosen {
        taken[candidate.span.clone()].fill(true);
    }
    let tables = book.form.tables.len();
    let mut reader = Reader {
        tokens,
        taken,
        over_lines: Vec::new(),
        told: BTreeSet::new(),
        reading: Reading {
            prepared,
            alignment,
            report: Report::empty(&book.form),
            spans: vec![None; tables],
            misfit: vec![0.0; tables],
            mislabelled: vec![Vec::new(); tables],
            extra_rows: vec![Vec::new(); tables],
            left: vec![0; tables],
            conflicts: vec![0; tables],
            notes: vec![Vec::new(); tables],
            general: Vec::new(),
        },
    };
    reader.run();
    reader.reading
}

struct Reader<'a, 'b> {
    tokens: &'b [Token<'b>],
    /// Tokens that the alignment used.
    taken: Vec<bool>,
    /// Cells with digits on both sides of a line break.
    over_lines: Vec<(Slot, usize)>,
    /// Items whose rows were told as a whole.
    told: BTreeSet<usize>,
    reading: Reading<'a>,
}

impl Reader<'_, '_> {
    fn run(&mut self) {
        self.find_spans();
        let form = &self.reading.prepared.book.form;
        let mut found = rows(form, &self.reading.prepared.items, self.tokens, &self.reading.alignment);
        self.give_to_leaves(&mut found);
        let (clear, unclear): (Vec<Row>, Vec<Row>) =
            found.iter().cloned().partition(|row| row.places.is_some() && !self.has_rivals(&found, row));
        for row in &clear {
            self.fill(row, row.places.as_deref().unwrap_or_default());
        }
        self.strays(&found);
        for row in &unclear {
            let like = unclear.iter().filter(|other| self.table_of(other) == self.table_of(row)).count();
            self.settle(row, &found, like <= MOST_UNCLEAR);
        }
        for table in 0..self.reading.spans.len() {
            let told = [
                (Heading::Tells, "reading-columns"),
                (Heading::Unread, "reading-columns-unread"),
                (Heading::Contradicts, "reading-columns-contradict"),
            ];
            for (header, key) in told {
                let row = found.iter().find(|row| row.header == header && self.table_of(row) == table);
                if let Some(first) = row.map(|row| row.values.first().copied()) {
                    self.note(table, Message::new(key), first);
                }
            }
        }
        self.settle_lines();
        self.labels(&found);
        self.empty_rows();
        self.missing_rows(&found);
        self.left_over(&found);
        self.unknown_tables();
        self.measure(&found);
    }

    fn item(&self, row: &Row) -> &Item {
        &self.reading.prepared.items.sequence[row.item]
    }

    fn table_of(&self, row: &Row) -> usize {
        self.item(row).place.map_or(0, |(table, _)| table)
    }

    fn note(&mut self, table: usize, message: Message, token: Option<usize>) {
        let origin = token.map(|token| self.tokens[token].origin.clone());
        self.reading.notes[table].push(Note { message, origin });
    }

    /// The tokens of each table: from its first to its last piece, with the values and blanks that follow.
    fn find_spans(&mut self) {
        for candidate in &self.reading.alignment.chosen {
            let item = &self.reading.prepared.items.sequence[candidate.item];
            let Some((table, _)) = item.place else { continue };
            let row = matches!(item.kind, ItemKind::Row | ItemKind::Group) && !candidate.values.is_empty();
            let span = &mut self.reading.spans[table];
            match span {
                Some(span) => span.end = span.end.max(candidate.span.end),
                None if row || !matches!(item.kind, ItemKind::Row) => *span = Some(candidate.span.clone()),
                None => {}
            }
        }
        for table in 0..self.reading.spans.len() {
            let has_rows = self.reading.alignment.chosen.iter().any(|candidate| {
                let item = &self.reading.prepared.items.sequence[candidate.item];
                item.place.is_some_and(|(own, _)| own == table) && !candidate.values.is_empty()
            });
            let Some(span) = self.reading.spans[table].as_mut().filter(|_| has_rows) else {
                self.reading.spans[table] = None;
                continue;
            };
            let values = |token: &&Token<'_>| matches!(token.kind, Kind::Value | Kind::Blank);
            span.end += self.tokens[span.end..].iter().take_while(values).count();
        }
    }

    // ---- filling ----

    fn cell(&self, slot: Slot, token: usize) -> (Cell, Option<Message>) {
        let form = &self.reading.prepared.book.form;
        let spec = match slot {
            Slot::Cell(index) => form.cell(index),
            Slot::Group(index) => form.cell(form.group(index).cells[0]),
        };
        let source = &self.tokens[token];
        if let Some((state, raw)) = told(source.raw) {
            let origin = raw.map(|_| source.origin.clone());
            return (Cell { state, raw: raw.map(Into::into), origin }, None);
        }
        let read = read_value(source.raw, source.broken, spec.value, spec.unit.as_deref());
        let canonical = match read.state {
            CellState::Number(number) => number.to_string() == source.raw,
            CellState::Blank => source.raw.is_empty(),
            _ => false,
        };
        let raw = (!canonical).then(|| source.raw.into());
        (Cell { state: read.state, raw, origin: Some(source.origin.clone()) }, read.repair)
    }

    fn fill(&mut self, row: &Row, places: &[Option<usize>]) {
        let table = self.table_of(row);
        let slots: Vec<Slot> = slots(&self.reading.prepared.items, row).to_vec();
        for (slot, place) in slots.into_iter().zip(places) {
            let Some(token) = place else { continue };
            let (cell, repair) = self.cell(slot, *token);
            if is_over_lines(&cell) {
                self.over_lines.push((slot, *token));
            } else if let Some(repair) = repair {
                let name = self.reading.prepared.book.form.slot_name(slot).clone();
                self.note(table, repair.label("cell", &name), Some(*token));
            }
            if cell.state == CellState::Missing && matches!(slot, Slot::Group(_)) {
                continue;
            }
            self.reading.report.put(&self.reading.prepared.book.form, slot, cell);
        }
    }

    // ---- rows that do not tell by themselves ----

    /// Values right after a group's label are the mixed form's only where none of the group's rows was found; else they
    /// are those of a row that lost its label.
    fn give_to_leaves(&self, found: &mut [Row]) {
        let items = &self.reading.prepared.items.sequence;
        let filled: BTreeSet<usize> = found.iter().map(|row| row.item).collect();
        for row in found.iter_mut().filter(|row| items[row.item].kind == ItemKind::Group) {
            let below = row.item + 1..=row.item + items[row.item].below;
            let leaves: Vec<usize> = below.filter(|item| items[*item].kind == ItemKind::Row).collect();
            if leaves.iter().all(|leaf| !filled.contains(leaf)) {
                continue;
            }
            row.met = Met::Unlabelled;
            // Rows found after it stand below it in the form, too: what lies behind the first of them is not its own.
            match leaves.first().filter(|leaf| !filled.contains(leaf)) {
                Some(leaf) => row.item = *leaf,
                None => row.places = None,
            }
        }
    }

    /// Rows that an unlabelled row might be instead: those of the same width between its neighbours that were not
    /// found.
    fn rivals(&self, found: &[Row], row: &Row) -> Vec<usize> {
        if row.met != Met::Unlabelled {
            return Vec::new();
        }
        let labelled = |other: &&Row| other.met != Met::Unlabelled;
        let before = found.iter().filter(labelled).map(|other| other.item).filter(|item| *item < row.item).max();
        let after = found.iter().filter(labelled).map(|other| other.item).filter(|item| *item > row.item).min();
        let own = self.item(row);
        let range = before.map_or(0, |item| item + 1)..after.unwrap_or(self.reading.prepared.items.sequence.len());
        range
            .filter(|number| {
                let item = &self.reading.prepared.items.sequence[*number];
                item.kind == ItemKind::Row
                    && item.slots.len() == own.slots.len()
                    && item.place.map(|(table, _)| table) == own.place.map(|(table, _)| table)
            })
            .collect()
    }

    fn has_rivals(&self, found: &[Row], row: &Row) -> bool {
        let rivals = self.rivals(found, row);
        rivals.iter().filter(|rival| !found.iter().any(|other| other.item == **rival)).count() > 0
    }

    fn settle(&mut self, row: &Row, found: &[Row], trust_sums: bool) {
        let table = self.table_of(row);
        let hypotheses = self.hypotheses(row, found);
        let tried = if trust_sums { hypotheses.as_slice() } else { &[] };
        let cells: Vec<Hypothesis> = tried.iter().map(|(item, places)| self.hypothesis(*item, places)).collect();
        let form = &self.reading.prepared.book.form;
        let raw: Vec<Arg> = row.values.iter().map(|token| Arg::Text(self.tokens[*token].raw.to_owned())).collect();
        let name = self.item(row).label.name().clone();
        let first = self.place_of(row);
        let message = |key: &'static str| Message::new(key).label("row", &name).with("values", Arg::List(raw.clone()));
        if self.reaches_the_end(row) {
            let places: Vec<Option<usize>> = row.values.iter().map(|token| Some(*token)).collect();
            self.fill(row, &places);
            self.told.insert(row.item);
            self.note(table, message("reading-row-cut"), first);
        } else if row.header == Heading::Contradicts {
            // Told once for the table.
            self.told.insert(row.item);
        } else if let Some(chosen) = decide(form, &self.reading.prepared.hard, &mut self.reading.report, &cells) {
            let (item, places) = &hypotheses[chosen];
            let settled = Row { item: *item, ..row.clone() };
            self.fill(&settled, places);
            let settled_name = self.reading.prepared.items.sequence[*item].label.name().clone();
            self.told.insert(*item);
            self.note(table, message("reading-row-by-sums").label("decided", &settled_name), first);
        } else {
            self.told.insert(row.item);
            let key = if row.values.is_empty() { "reading-row-without-values" } else { "reading-row-unclear" };
            self.note(table, message(key), first);
        }
    }

    /// The token at which a row's values begin, else its label.
    fn place_of(&self, row: &Row) -> Option<usize> {
        let label = || self.reading.alignment.chosen.iter().find(|candidate| candidate.item == row.item);
        row.values.first().copied().or_else(|| Some(label()?.span.start))
    }

    /// The last thing in the document, with too few values: it was cut off, and what is there stands in order.
    fn reaches_the_end(&self, row: &Row) -> bool {
        let short = row.values.len() < self.item(row).slots.len() && row.met != Met::Unlabelled;
        let last = row.values.iter().max().copied().unwrap_or_default();
        short && self.tokens[last + 1..].iter().all(|token| token.kind == Kind::Blank)
    }

    fn hypotheses(&self, row: &Row, found: &[Row]) -> Vec<(usize, Vec<Option<usize>>)> {
        let rivals = self.rivals(found, row);
        let items = if rivals.is_empty() { vec![row.item] } else { rivals };
        let mut all = Vec::new();
        for item in items {
            if item != row.item && found.iter().any(|other| other.item == item) {
                continue;
            }
            let count = self.reading.prepared.items.sequence[item].slots.len();
            match &row.places {
                Some(places) => all.push((item, places.clone())),
                None if row.doubtful && row.values.len() == count => all.extend(self.with_and_without_ends(item, row)),
                None => all.extend(placements(&row.values, count).into_iter().map(|places| (item, places))),
            }
        }
        all
    }

    /// The row as it stands, and with the empty cells at its end, for one without label also at its beginning, taken
    /// for pads.
    fn with_and_without_ends(&self, item: usize, row: &Row) -> Vec<(usize, Vec<Option<usize>>)> {
        let filled = |token: &usize| self.tokens[*token].kind != Kind::Blank;
        let labelled = !self.reading.prepared.items.sequence[item].wordings.is_empty();
        let start = if labelled { 0 } else { row.values.iter().position(filled).unwrap_or_default() };
        let end = row.values.iter().rposition(filled).map_or(start, |last| last + 1);
        let as_printed = row.values.iter().copied().map(Some).collect();
        let shifted = placements(&row.values[start..end], row.values.len());
        std::iter::once(as_printed).chain(shifted).map(|places| (item, places)).collect()
    }

    fn hypothesis(&self, item: usize, places: &[Option<usize>]) -> Hypothesis {
        let slots = &self.reading.prepared.items.sequence[item].slots;
        let filled = slots.iter().zip(places).filter_map(|(slot, token)| Some((*slot, (*token)?)));
        filled.map(|(slot, token)| (slot, self.cell(slot, token).0)).collect()
    }

    /// How badly the form fits each table: rows missing between others, rows of groups, labels and counts that do
    /// not fit, values left over.
    fn measure(&mut self, found: &[Row]) {
        let mut last: BTreeMap<usize, usize> = BTreeMap::new();
        for row in found {
            let (table, item) = (self.table_of(row), row.item);
            if let Some(before) = last.insert(table, item) {
                let between = self.reading.prepared.items.sequence[before + 1..item].iter();
                let missing = between.filter(|item| item.kind == ItemKind::Row).count();
                #[expect(clippy::cast_precision_loss, reason = "a form has few rows")]
                let missing = missing as f32;
                self.reading.misfit[table] += missing;
            }
            if self.reading.prepared.items.sequence[item].kind == ItemKind::Group {
                self.reading.misfit[table] += 1.0;
            }
            if row.places.is_none() {
                self.reading.misfit[table] += 0.1;
            }
        }
        for (place, header) in self.header_misfit() {
            self.reading.misfit[place] += header;
        }
        for (misfit, left) in self.reading.misfit.iter_mut().zip(&self.reading.left) {
            #[expect(clippy::cast_precision_loss, reason = "tables are small")]
            let left = *left as f32;
            *misfit += 0.3 * left;
        }
    }

    /// For each table half a point for every header label of the form that was not met, in blocks of which some was.
    fn header_misfit(&self) -> Vec<(usize, f32)> {
        let items = &self.reading.prepared.items.sequence;
        let met: BTreeSet<usize> = self.reading.alignment.chosen.iter().map(|candidate| candidate.item).collect();
        let heads = |number: &usize| matches!(items[*number].kind, ItemKind::Column(_));
        let known: BTreeSet<(usize, usize)> = (0..items.len())
            .filter(heads)
            .filter(|number| met.contains(number))
            .filter_map(|number| items[number].place)
            .collect();
        let absent = (0..items.len()).filter(heads).filter(|number| !met.contains(number));
        absent
            .filter_map(|number| items[number].place)
            .filter(|place| known.contains(place))
            .map(|(table, _)| (table, 0.5))
            .collect()
    }
}
