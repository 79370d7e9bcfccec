//! Tables: rows, cells, and cells merged over rows.
use super::content::{Content, Table};
use super::merging::{CellProperties, Gathered, MOST_COLUMNS, Merge, Row};
use super::properties::on_off;
use super::walk::Walk;
use crate::ReadError;
use crate::xml::{Element, Xml};

impl Walk<'_> {
    /// An open table, to its end.
    pub(super) fn table(&mut self) -> Result<Table, ReadError> {
        let mut gathered = Gathered::default();
        self.rows(&mut gathered)?;
        Ok(gathered.table)
    }

    fn rows(&mut self, gathered: &mut Gathered) -> Result<(), ReadError> {
        while let Some(element) = self.xml.child()? {
            self.table_part(&element, gathered)?;
        }
        Ok(())
    }

    fn table_part(&mut self, element: &Element<'_>, gathered: &mut Gathered) -> Result<(), ReadError> {
        match element.name() {
            "tr" => self.row(gathered),
            "sdt" | "sdtContent" | "customXml" => self.rows(gathered),
            "ins" | "moveTo" => {
                self.tally.inserted += 1;
                self.rows(gathered)
            }
            "del" | "moveFrom" => {
                self.tally.deleted += 1;
                self.xml.skip()
            }
            "AlternateContent" => self.alternative(&mut |walk, element| walk.table_part(element, gathered)),
            _ => self.xml.skip(),
        }
    }

    fn row(&mut self, gathered: &mut Gathered) -> Result<(), ReadError> {
        self.count_cell()?;
        let mut row = Row::default();
        self.cells_of_row(gathered, &mut row)?;
        if !row.out {
            gathered.table.rows.push(row.cells);
            gathered.above = row.merged;
        }
        Ok(())
    }

    fn cells_of_row(&mut self, gathered: &mut Gathered, row: &mut Row) -> Result<(), ReadError> {
        while let Some(element) = self.xml.child()? {
            match element.name() {
                "trPr" => self.row_properties(row)?,
                "tc" if !row.out => self.cell(gathered, row)?,
                "sdt" | "sdtContent" | "customXml" => self.cells_of_row(gathered, row)?,
                _ => self.xml.skip()?,
            }
        }
        Ok(())
    }

    fn row_properties(&mut self, row: &mut Row) -> Result<(), ReadError> {
        while let Some(element) = self.xml.child()? {
            match element.name() {
                "gridBefore" => row.column = element.number("val").unwrap_or(0).min(MOST_COLUMNS - 1),
                "del" | "moveFrom" => {
                    self.tally.deleted += 1;
                    row.out = true;
                }
                "ins" | "moveTo" => self.tally.inserted += 1,
                "hidden" if on_off(&element) => {
                    self.tally.hidden += 1;
                    row.out = true;
                }
                _ => {}
            }
            self.xml.skip()?;
        }
        Ok(())
    }

    fn cell(&mut self, gathered: &mut Gathered, row: &mut Row) -> Result<(), ReadError> {
        self.count_cell()?;
        let mut content = Content::default();
        let mut properties = CellProperties::NONE;
        let mut shown_in = None;
        while let Some(element) = self.xml.child()? {
            if element.is("tcPr") {
                properties = CellProperties::read(&mut self.xml)?;
                self.tally.deleted += usize::from(properties.deleted);
                shown_in = gathered.continued(row, &properties);
            } else {
                let unshown = usize::from(properties.is_out() || shown_in.is_some());
                self.unshown += unshown;
                self.block(&element, &mut content)?;
                self.unshown -= unshown;
            }
        }
        gathered.place(row, &properties, shown_in, content.finish());
        Ok(())
    }
}

impl CellProperties {
    fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut properties = Self::NONE;
        while let Some(element) = xml.child()? {
            let value = element.attribute("val");
            let is_head = value.as_deref() == Some("restart");
            match element.name() {
                "gridSpan" => properties.colspan = span(value.as_deref().unwrap_or("1")),
                "vMerge" => properties.vertical = Some(if is_head { Merge::Head } else { Merge::Continued }),
                "hMerge" => properties.continues_left = !is_head,
                "cellDel" => properties.deleted = true,
                _ => {}
            }
            xml.skip()?;
        }
        Ok(properties)
    }
}

/// A number of columns; one too large to be a number is as many as there can be.
fn span(value: &str) -> u32 {
    let digits = value.trim();
    let many = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().unwrap_or(if many { MOST_COLUMNS } else { 1 }).clamp(1, MOST_COLUMNS)
}
