//! What is in the file and not shown: tracked changes, taken as accepted, hidden and struck-out text.
use gouji_model::{Message, Note};

/// How often something was left out or taken in.
#[derive(Default)]
pub(crate) struct Tally {
    /// Insertions and new places of moved text, which are in.
    pub(crate) inserted: usize,
    /// Deletions and old places of moved text, which are out.
    pub(crate) deleted: usize,
    /// Pieces of hidden text, which are out.
    pub(crate) hidden: usize,
    /// Pieces of struck-out text, which are out: `99` struck out before `46` is not 9946.
    pub(crate) struck: usize,
}

impl Tally {
    /// One note for each kind.
    pub(crate) fn notes(&self) -> impl Iterator<Item = Note> {
        let changes =
            Message::new("reading-tracked-changes").count("inserted", self.inserted).count("deleted", self.deleted);
        let hidden = Message::new("reading-hidden-text").count("count", self.hidden);
        let changes = (self.inserted + self.deleted > 0).then_some(changes);
        let hidden = (self.hidden > 0).then_some(hidden);
        let struck = Message::new("reading-struck-text").count("count", self.struck);
        let struck = (self.struck > 0).then_some(struck);
        changes.into_iter().chain(hidden).chain(struck).map(|message| Note { message, origin: None })
    }
}
