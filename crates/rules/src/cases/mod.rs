//! Cases: beside each rule, a few reports that hold or break it, written as the few cells that matter.
mod build;
mod check;
mod file;

pub use build::{Case, Expected};
pub use check::{CaseCounts, FailedCase, Lacking, Told, Trial, Unwritten, check_cases, try_cases};

use crate::error::RulesErrors;
use crate::load::Loaded;

impl Loaded {
    /// The cases of all rules, with the reports they describe.
    ///
    /// # Errors
    /// Every fault in every file of cases.
    pub fn cases(&self) -> Result<Vec<Case>, RulesErrors> {
        let (mut cases, mut errors) = (Vec::new(), Vec::new());
        for (rule, script) in self.scripts.iter().enumerate() {
            let Some(source) = &script.cases else { continue };
            match build::cases(&self.book, rule, source) {
                Ok(mut own) => cases.append(&mut own),
                Err(faults) => errors.extend(faults.into_iter().map(|fault| self.error(source, fault))),
            }
        }
        if errors.is_empty() { Ok(cases) } else { Err(RulesErrors(errors)) }
    }
}
