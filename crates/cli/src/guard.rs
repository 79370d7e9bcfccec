//! Panics are faults of gouji, and stop one file only.
use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use gouji_model::Message;

use crate::fault::Fault;

thread_local! {
    /// Where this thread last panicked.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps panics from writing on the process's standard error; their place is kept for the message.
///
/// This is a setting of the whole process, so the program makes it and not the library.
pub fn keep_panics_quiet() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        PLACE.with(|last| *last.borrow_mut() = place);
    }));
}

/// Does something; a panic in it becomes an error.
pub(crate) fn guarded<T>(work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    // What the work was changing is given up with it, so nothing half changed is looked at.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let place = PLACE.with(|last| last.borrow_mut().take()).unwrap_or_default();
        let message = Message::new("driver-internal").text("detail", reason(panic.as_ref()));
        Err(Fault::error(message.text("place", place)))
    })
}

fn reason(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::message_of;

    #[test]
    fn a_panic_becomes_an_error_that_says_what_happened() {
        let error = guarded(|| -> anyhow::Result<()> { panic!("out of {}", "range") }).unwrap_err();
        assert!(message_of(&error).to_string().contains("out of range"));
        assert_eq!(guarded(|| Ok(1)).unwrap(), 1);
    }
}
