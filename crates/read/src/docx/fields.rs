//! Fields: their code is not shown, their result is.

/// The fields that are open; for each, whether its code is still being read.
#[derive(Default)]
pub(crate) struct Fields {
    open: Vec<bool>,
    codes: usize,
}

impl Fields {
    /// Takes a mark of the kind `begin`, `separate` or `end`.
    pub(crate) fn mark(&mut self, kind: &str) {
        match kind {
            "begin" => {
                self.open.push(true);
                self.codes += 1;
            }
            "separate" => {
                if let Some(code) = self.open.last_mut() {
                    self.codes -= usize::from(std::mem::take(code));
                }
            }
            "end" => self.codes -= usize::from(self.open.pop().unwrap_or(false)),
            _ => {}
        }
    }

    /// Whether what stands here is code.
    pub(crate) fn in_code(&self) -> bool {
        self.codes > 0
    }

    /// At the end of a paragraph a code that was not closed ends: the file is faulty, and nothing more may be lost.
    pub(crate) fn end_paragraph(&mut self) {
        if self.codes > 0 {
            self.open.retain(|code| !code);
            self.codes = 0;
        }
    }
}
