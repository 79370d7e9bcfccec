//! Where finished constraints go: the one door out of a script.
use std::cell::RefCell;
use std::rc::Rc;

use gouji_edits::{Atom, EditError, MAX_TERMS};
use gouji_model::Message;
use rhai::Position;

use crate::error::Fault;
use crate::script::arithmetic::edit_fault;

/// Most constraints of one script.
const MOST_DEMANDS: usize = 4096;

/// One constraint, as a script demanded it.
#[derive(Clone, Debug)]
pub(crate) struct Demand {
    pub(crate) when: Vec<Atom>,
    pub(crate) any: Vec<Atom>,
    pub(crate) position: Position,
}

/// The constraints demanded so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sink(Rc<RefCell<Vec<Demand>>>);

impl Sink {
    /// Takes a constraint.
    pub(crate) fn take(&self, demand: Demand) -> Result<(), Fault> {
        let mut demands = self.0.borrow_mut();
        if demands.len() >= MOST_DEMANDS {
            return Err(Fault::new(Message::new("rules-script-too-many").count("most", MOST_DEMANDS)));
        }
        if demand.when.len() + demand.any.len() > MAX_TERMS {
            return Err(edit_fault(EditError::TooManyTerms));
        }
        demands.push(demand);
        Ok(())
    }

    /// Hands over all constraints and is empty again.
    pub(crate) fn drain(&self) -> Vec<Demand> {
        self.0.take()
    }
}
