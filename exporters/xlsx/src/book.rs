//! The workbook as a whole: sheets in order, names, properties, bytes.
use gouji_export::{Date, ExportError, Meta};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::fault::Explain;
use crate::page::Page;

/// Dated so where the publication has no date: the first day that a zip file can tell.
const UNDATED: Date = Date { year: 1980, month: 1, day: 1 };

/// Formulas repeat themselves: packing harder takes three times as long and saves a tenth.
const ZIP_LEVEL: u8 = 2;

/// A workbook being put together.
pub(crate) struct Book {
    workbook: Workbook,
}

impl Book {
    pub(crate) fn new(title: &str, meta: &Meta) -> Result<Self, ExportError> {
        let mut workbook = Workbook::new();
        let Date { year, month, day } = meta.date.unwrap_or(UNDATED);
        let created = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), month, day).explain()?;
        let title: String = title.chars().filter(|character| !character.is_control()).take(200).collect();
        let properties = DocProperties::new()
            .set_title(title)
            .set_author("")
            .set_comment(meta.generator.as_str())
            .set_creation_datetime(&created);
        workbook.set_properties(&properties);
        workbook.set_zip_compression_level(ZIP_LEVEL);
        Ok(Self { workbook })
    }

    pub(crate) fn push(&mut self, page: Page) {
        self.workbook.push_worksheet(page.sheet);
    }

    /// A name for a place, by which programs find it.
    pub(crate) fn define(&mut self, name: &str, formula: &str) -> Result<(), ExportError> {
        self.workbook.define_name(name, formula).explain()?;
        Ok(())
    }

    pub(crate) fn bytes(mut self) -> Result<Vec<u8>, ExportError> {
        self.workbook.save_to_buffer().explain()
    }
}
