//! Ends of paragraphs, cells and rows, and the numbers before paragraphs.
use crate::ReadError;
use crate::limits::check_count;

use super::row::Definition;
use super::walk::Walk;
use super::words::{ListWord, Paragraph, Target};

impl Walk<'_> {
    /// A word about paragraphs, cells and rows.
    pub(super) fn paragraph(&mut self, word: Paragraph, number: Option<i32>) -> Result<(), ReadError> {
        self.flush();
        // What stands for a character stands in the same paragraph.
        self.skip = 0;
        let positive = u32::try_from(number.unwrap_or(0)).unwrap_or(0);
        match word {
            Paragraph::ListId if self.state.target == Target::Lists => {
                self.lists.word(ListWord::InstanceId, number.unwrap_or(0));
            }
            Paragraph::Plain => self.state.plain_paragraph(),
            Paragraph::InTable => self.state.set_in_table(number != Some(0)),
            Paragraph::Nesting => self.state.set_nesting(number.unwrap_or(1)),
            Paragraph::ListId => self.state.list = positive,
            Paragraph::ListLevel => self.state.list_level = positive,
            Paragraph::EndNestedRow if self.state.target == Target::NestedRow => {
                let definition = std::mem::take(&mut self.nested_row);
                return self.end_row(self.state.depth().max(2), &definition);
            }
            _ if self.state.target != Target::Body => {}
            Paragraph::End => return self.end_paragraph(),
            Paragraph::EndCell => return self.end_cell(1),
            Paragraph::EndNestedCell => return self.end_cell(self.state.depth().max(2)),
            Paragraph::EndNestedRow => {}
            Paragraph::EndRow => {
                let definition = self.flow().map(|flow| flow.row.clone()).unwrap_or_default();
                return self.end_row(1, &definition);
            }
        }
        Ok(())
    }

    /// Ends the open paragraph.
    pub(super) fn end_paragraph(&mut self) -> Result<(), ReadError> {
        let in_row = self.flow().is_some_and(|flow| flow.is_in_row());
        let depth = self.state.depth().max(usize::from(in_row));
        let runs_on = !self.state.is_shown();
        self.number(depth);
        if let Some(flow) = self.flows.last_mut()
            && flow.end_paragraph(depth, runs_on, &mut self.tally)
        {
            return self.count_paragraph();
        }
        Ok(())
    }

    fn end_cell(&mut self, depth: usize) -> Result<(), ReadError> {
        self.number(depth);
        let Some(flow) = self.flows.last_mut() else { return Ok(()) };
        flow.end_paragraph(depth, false, &mut self.tally);
        flow.end_cell(depth, &mut self.tally);
        self.count_cell()
    }

    fn end_row(&mut self, depth: usize, definition: &Definition) -> Result<(), ReadError> {
        let Some(flow) = self.flows.last_mut() else { return Ok(()) };
        flow.end_paragraph(depth, false, &mut self.tally);
        self.tally.inserted += definition.inserted;
        flow.end_row(depth, definition, &mut self.tally);
        self.count_cell()
    }

    /// Puts the number before the paragraph that ends: the one that the file prints, else the one that its list gives.
    fn number(&mut self, depth: usize) {
        let (list, level) = (self.state.list, self.state.list_level);
        let is_shown = self.state.is_shown();
        let Some(flow) = self.flows.last_mut() else { return };
        flow.take_running(depth, &mut self.tally);
        let printed = std::mem::take(&mut flow.printed_number);
        if flow.line.numbered || (!is_shown && flow.line.text.trim().is_empty()) {
            return;
        }
        let counted = if list == 0 { None } else { self.lists.number(list, level) };
        let number = if printed.is_empty() { counted } else { shown_number(&printed) };
        if let Some(number) = number {
            flow.line.text = number + flow.line.text.trim_start();
            flow.line.numbered = true;
        }
    }

    fn count_cell(&mut self) -> Result<(), ReadError> {
        self.cells += 1;
        check_count(self.cells, self.limits.cells, "read-rtf-too-many-cells")
    }

    fn count_paragraph(&mut self) -> Result<(), ReadError> {
        self.paragraphs += 1;
        check_count(self.paragraphs, self.limits.lines, "read-rtf-too-many-paragraphs")
    }
}

/// A printed number as it stands before its paragraph; a mark without a letter or a digit is none.
fn shown_number(printed: &str) -> Option<String> {
    let text = printed.trim_end();
    let is_number = text.chars().any(char::is_alphanumeric);
    is_number.then(|| if text.len() < printed.len() { format!("{text} ") } else { text.to_owned() })
}
