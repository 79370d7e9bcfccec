//! What a batch computes: the atoms of its edits, each once, and how edits are made of them.
use gouji_model::{CellIndex, Slot};

use crate::batch::Verdict;
use crate::batch::Verdicts;
use crate::batch::columns::{Block, Columns};
use crate::batch::linear::LinearPlan;
use crate::batch::mask::Mask;
use crate::batch::truth::Truths;
use crate::{Atom, Edit, RuleBook, Var};

/// Edits of a rule book, made ready for many reports.
#[derive(Debug)]
pub struct Batch<'a> {
    pub(crate) book: &'a RuleBook,
    pub(crate) atoms: Vec<AtomPlan<'a>>,
    pub(crate) edits: Vec<EditPlan>,
    /// Keys of the facts that atoms ask for.
    pub(crate) facts: Vec<&'a str>,
    left_out: Vec<usize>,
}

#[derive(Debug)]
pub(crate) enum AtomPlan<'a> {
    Linear(LinearPlan),
    State {
        cells: &'a [CellIndex],
        atom: &'a Atom,
    },
    /// Index in [`Batch::facts`].
    Fact {
        index: usize,
        holds: bool,
    },
}

#[derive(Debug)]
pub(crate) struct EditPlan {
    /// Index in the rule book.
    pub(crate) index: usize,
    /// Indices in [`Batch::atoms`].
    when: Vec<usize>,
    any: Vec<usize>,
}

impl<'a> Batch<'a> {
    /// The edits of a rule book, by index, that are wanted and need nothing but the report itself.
    pub fn new(book: &'a RuleBook, wanted: impl Fn(usize) -> bool) -> Self {
        let mut batch = Self { book, atoms: Vec::new(), edits: Vec::new(), facts: Vec::new(), left_out: Vec::new() };
        let mut known = Vec::new();
        for (index, edit) in book.edits.iter().enumerate().filter(|(index, _)| wanted(*index)) {
            if needs_more(edit) {
                batch.left_out.push(index);
                continue;
            }
            let when = edit.when.iter().map(|atom| batch.atom(atom, &mut known)).collect();
            let any = edit.any.iter().map(|atom| batch.atom(atom, &mut known)).collect();
            batch.edits.push(EditPlan { index, when, any });
        }
        batch
    }

    /// Indices of the edits that were wanted and are not among those judged: they speak of last year, of members or of
    /// the prose.
    pub fn left_out(&self) -> &[usize] {
        &self.left_out
    }

    /// How many numbers the linear atoms take into sums for one report.
    pub fn terms(&self) -> usize {
        let terms = self.atoms.iter().map(|atom| if let AtomPlan::Linear(linear) = atom { linear.size() } else { 0 });
        terms.sum()
    }

    /// Judges reports; `each` is called for every block and edit.
    pub fn judge(&self, columns: &Columns, mut each: impl FnMut(&Verdicts)) {
        let mut truths = Vec::with_capacity(self.atoms.len());
        let mut first = 0;
        for block in &columns.blocks {
            truths.clear();
            truths.extend(self.atoms.iter().map(|atom| Truths::of(atom, block)));
            for (number, edit) in self.edits.iter().enumerate() {
                let mut verdicts = edit.verdicts(&truths, first, block.rows);
                correct(block, number, &mut verdicts);
                each(&verdicts);
            }
            first += block.rows;
        }
    }

    /// The index of an atom, which is added where it is new.
    fn atom(&mut self, atom: &'a Atom, known: &mut Vec<&'a Atom>) -> usize {
        if let Some(index) = known.iter().position(|own| *own == atom) {
            return index;
        }
        known.push(atom);
        let plan = match atom {
            Atom::Linear(linear) => AtomPlan::Linear(LinearPlan::new(&self.book.form, linear)),
            Atom::State { slot, .. } => AtomPlan::State { cells: self.book.form.slot_cells(slot), atom },
            Atom::Fact { key, holds } => {
                let index = self.facts.iter().position(|own| *own == &**key).unwrap_or_else(|| {
                    self.facts.push(key);
                    self.facts.len() - 1
                });
                AtomPlan::Fact { index, holds: *holds }
            }
        };
        self.atoms.push(plan);
        known.len() - 1
    }
}

/// Puts in what was judged one by one.
fn correct(block: &Block, number: usize, verdicts: &mut Verdicts) {
    for (row, single) in &block.single {
        let verdict = single[number];
        verdicts.held.set(*row, verdict == Verdict::Held);
        verdicts.broken.set(*row, verdict == Verdict::Broken);
        verdicts.unjudged.set(*row, verdict == Verdict::Unjudged);
    }
}

/// Whether an edit speaks of anything but the report's own cells and facts.
fn needs_more(edit: &Edit) -> bool {
    let beyond = |atom: &Atom| match atom {
        Atom::Linear(linear) => linear
            .terms
            .iter()
            .any(|term| term.factor.is_some() || !matches!(term.var, Var::Own(Slot::Cell(_) | Slot::Group(_)))),
        Atom::State { .. } | Atom::Fact { .. } => false,
    };
    edit.when.iter().chain(&edit.any).any(beyond)
}

impl EditPlan {
    fn verdicts(&self, truths: &[Truths], first: usize, rows: usize) -> Verdicts {
        let (mut inapplicable, mut unjudged) = (Mask::NONE, Mask::NONE);
        for condition in &self.when {
            inapplicable |= !(truths[*condition].yes | truths[*condition].unknown);
            unjudged |= truths[*condition].unknown;
        }
        let (mut held, mut unknown, mut absent) = (Mask::NONE, Mask::NONE, Mask::ALL);
        for choice in &self.any {
            held |= truths[*choice].yes;
            unknown |= truths[*choice].unknown;
            absent = absent & truths[*choice].absent;
        }
        let applies = !(inapplicable | unjudged);
        let held = held & applies;
        let unknown = unknown & !held & applies;
        let broken = applies & !held & !unknown & !absent;
        Verdicts { edit: self.index, first, rows, held, broken, unjudged: (unjudged & !inapplicable) | unknown }
    }
}
