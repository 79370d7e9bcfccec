//! A report as it was read.
use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::{Cell, CellIndex, CellState, Claim, Facts, Form, Message, Origin, Published, Slot, Unit};

/// The text of one section.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SectionText {
    /// Id of the section.
    pub id: Box<str>,
    /// The heading as printed.
    pub heading: String,
    /// Its text, paragraphs separated by `\n`; tables are not in it.
    pub text: String,
    /// Where the heading stands.
    pub origin: Option<Origin>,
}

/// What a reader had to repair or could not read (读取说明).
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Note {
    /// What happened.
    pub message: Message,
    /// Where.
    pub origin: Option<Origin>,
}

/// A report, read with the form of one edition.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Report {
    /// Id of the edition that the report year asks for; the cells are those of its form.
    pub edition: Box<str>,
    /// Report year.
    pub year: Option<i32>,
    /// Who reports.
    pub unit: Unit,
    /// The cells, in the order of [`Form::cells`].
    pub cells: Vec<Cell>,
    /// Numbers printed on a group's own row, and cells of another edition's form, by id.
    pub extra: BTreeMap<Box<str>, Cell>,
    /// Id of the edition whose form each table was printed in, by table id; tables not found are absent.
    pub printed_forms: BTreeMap<Box<str>, Box<str>>,
    /// Sections in order of the document.
    pub sections: Vec<SectionText>,
    /// When it was published, where known.
    pub published: Option<Published>,
    /// What the prose states in numbers.
    pub claims: Vec<Claim>,
    /// What is known beside the cells.
    pub facts: Facts,
    /// Reading notes.
    pub notes: Vec<Note>,
}

impl Report {
    /// A report of a form with every cell missing.
    pub fn empty(form: &Form) -> Self {
        Self {
            edition: form.edition.clone(),
            year: None,
            unit: Unit::default(),
            cells: vec![Cell::default(); form.cells.len()],
            extra: BTreeMap::new(),
            printed_forms: BTreeMap::new(),
            sections: Vec::new(),
            published: None,
            claims: Vec::new(),
            facts: Facts::new(),
            notes: Vec::new(),
        }
    }

    /// A cell.
    pub fn cell(&self, index: CellIndex) -> &Cell {
        &self.cells[usize::from(index.0)]
    }

    /// A cell, to be changed.
    pub fn cell_mut(&mut self, index: CellIndex) -> &mut Cell {
        &mut self.cells[usize::from(index.0)]
    }

    /// Puts a cell into a slot: a cell of the form, or `extra` for a group's.
    pub fn put(&mut self, form: &Form, slot: Slot, cell: Cell) {
        match slot {
            Slot::Cell(index) => *self.cell_mut(index) = cell,
            Slot::Group(_) => {
                self.extra.insert(form.slot_id(slot).into(), cell);
            }
        }
    }

    /// Puts a cell under its id: a cell of the form, or `extra`.
    pub fn set(&mut self, form: &Form, id: &str, cell: Cell) {
        match form.cell_index(id) {
            Some(index) => *self.cell_mut(index) = cell,
            None => {
                self.extra.insert(id.into(), cell);
            }
        }
    }

    /// The same report under another edition's form: cells that the other form does not have become `extra`, and its
    /// tables are printed in the form that they had.
    #[must_use]
    pub fn moved(mut self, from: &Form, to: &Form) -> Self {
        let mut moved = Self::empty(to);
        let own = from.cells.iter().zip(std::mem::take(&mut self.cells)).map(|(spec, cell)| (spec.id.clone(), cell));
        let extra = std::mem::take(&mut self.extra);
        for (id, cell) in own.chain(extra).filter(|(_, cell)| cell.state != CellState::Missing) {
            if let Some(table) = from.tables.iter().find(|table| id.starts_with(&format!("{}.", table.id))) {
                self.printed_forms.entry(table.id.clone()).or_insert_with(|| from.edition.clone());
            }
            moved.set(to, &id, cell);
        }
        Self { edition: moved.edition, cells: moved.cells, extra: moved.extra, ..self }
    }

    /// A section's text by its id.
    pub fn section(&self, id: &str) -> Option<&SectionText> {
        self.sections.iter().find(|section| &*section.id == id)
    }
}
