//! A table of the form: real header cells, each value naming its headers, as screen readers want it where headers
//! stand on several levels and in several bands.
use std::fmt::Write;

use gouji_edits::Severity;
use gouji_export::{TableText, TextCell};
use gouji_model::{Form, LayoutKind, Message, Text, render};

use crate::findings::Marks;
use crate::page::Page;

/// What columns of values take of a table's width beside labels, in per cent.
const VALUES: f32 = 56.0;

impl Page {
    /// Writes a table with the marks of findings in its cells.
    pub(crate) fn table(&mut self, table: &TableText<'_>, form: &Form, marks: &Marks<'_>) {
        let id = format!("r{}-{}", marks.report, table.table.id);
        let caption = render(&caption(table, form), self.lang);
        // The table may be wider than the screen: the region can be scrolled with the keyboard.
        let title = format!("r{}-title", marks.report);
        self.raw(&format!("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id} {title}\">\n"));
        // The style sheet draws the caption: it is no text of the report.
        self.raw(&format!("<table id=\"{id}\" aria-label=\""));
        self.text(&caption);
        self.raw("\">\n<caption data-caption=\"");
        self.text(&caption);
        self.raw("\"></caption>\n");
        self.columns(table);
        let mut headers = Headers { prefix: id, ..Headers::default() };
        let mut cells = table.cells.iter().peekable();
        for row in 0..table.rows {
            self.raw(match row {
                0 if table.header_rows > 0 => "<thead>\n<tr>",
                row if row == table.header_rows => "<tbody>\n<tr>",
                _ => "<tr>",
            });
            while let Some(cell) = cells.next_if(|cell| cell.row == row) {
                self.cell(cell, marks, &mut headers);
            }
            self.raw(match row + 1 {
                next if next == table.rows => "</tr>\n</tbody>\n",
                next if next == table.header_rows => "</tr>\n</thead>\n",
                _ => "</tr>\n",
            });
        }
        self.raw("</table>\n</div>\n");
    }

    /// Columns of values are equally wide, however long their labels are.
    fn columns(&mut self, table: &TableText<'_>) {
        let labels = table.table.label_columns;
        let values = f32::from((table.columns - labels).max(1));
        let share = if labels == 0 { 100.0 } else { VALUES };
        if labels > 0 {
            self.raw(&format!("<colgroup span=\"{labels}\"></colgroup>\n"));
        }
        // Writing to a string does not fail.
        let _ = writeln!(self.out, "<colgroup span=\"{values}\" style=\"width:{:.2}%\"></colgroup>", share / values);
    }

    fn cell(&mut self, cell: &TextCell<'_>, marks: &Marks<'_>, headers: &mut Headers) {
        let (label, scope) = match &cell.kind {
            LayoutKind::Value(_) => return self.value(cell, marks, headers),
            LayoutKind::Caption(label) => (label, "colgroup"),
            LayoutKind::Corner(label) | LayoutKind::Column(label) if cell.colspan > 1 => (label, "colgroup"),
            LayoutKind::Corner(label) | LayoutKind::Column(label) => (label, "col"),
            LayoutKind::Row(label) if cell.rowspan > 1 => (label, "rowgroup"),
            LayoutKind::Row(label) => (label, "row"),
        };
        let number = headers.add(cell);
        self.raw(&format!("\n<th id=\"{}-{number}\" scope=\"{scope}\"", headers.prefix));
        self.span(cell);
        self.gloss(&label.text);
        self.raw(">");
        self.text(&cell.text);
        self.raw("</th>");
    }

    fn value(&mut self, cell: &TextCell<'_>, marks: &Marks<'_>, headers: &mut Headers) {
        let id = cell.id;
        headers.in_body = true;
        let found = marks.at(id);
        self.raw(&format!("\n<td id=\"r{}-", marks.report));
        self.text(id);
        self.raw("\"");
        if let Some(worst) = found.iter().map(|(_, severity)| *severity).max() {
            self.raw(class(worst));
        }
        self.span(cell);
        self.headers(cell, headers);
        self.raw(">");
        self.text(&cell.text);
        for (number, _) in found {
            let report = marks.report;
            self.raw(&format!(
                "<a class=\"mark\" href=\"#r{report}-f{number}\" data-number=\"{number}\" aria-label=\""
            ));
            self.say(&Message::new("export-finding-number").text("number", number.to_string()));
            self.raw("\"></a>");
        }
        self.raw("</td>");
    }

    fn span(&mut self, cell: &TextCell<'_>) {
        // Writing to a string does not fail.
        if cell.rowspan > 1 {
            let _ = write!(self.out, " rowspan=\"{}\"", cell.rowspan);
        }
        if cell.colspan > 1 {
            let _ = write!(self.out, " colspan=\"{}\"", cell.colspan);
        }
    }

    /// The English label for a page in English; the style sheet draws it, so that the text stays the form's.
    fn gloss(&mut self, label: &Text) {
        if self.lang == gouji_model::Lang::En && !label.en.is_empty() {
            self.raw(" data-en=\"");
            self.text(&label.en);
            self.raw("\"");
        }
    }

    fn headers(&mut self, cell: &TextCell<'_>, headers: &Headers) {
        let mut numbers = headers.of(cell).peekable();
        if numbers.peek().is_none() {
            return;
        }
        self.raw(" headers=\"");
        for (position, number) in numbers.enumerate() {
            let _ = write!(self.out, "{}{}-{number}", if position == 0 { "" } else { " " }, headers.prefix);
        }
        self.raw("\"");
    }
}

fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => " class=\"error\"",
        Severity::Warning => " class=\"warning\"",
        Severity::Note => " class=\"note\"",
    }
}

fn caption(table: &TableText<'_>, form: &Form) -> Message {
    let message = Message::new("export-table-caption").label("table", &table.table.name);
    match form.section(&table.table.section) {
        Some(section) => message.label("section", &Text { zh: section.zh.clone(), en: section.en.clone() }),
        None => message.text("section", ""),
    }
}

/// A header cell: its number and what it covers.
#[derive(Clone, Debug)]
struct Header {
    number: usize,
    is_row: bool,
    /// First and behind the last: rows of the table for a row's header, else columns.
    covers: (u16, u16),
}

/// The header cells met so far that may be headers of what comes.
#[derive(Debug, Default)]
struct Headers {
    /// What ids begin with.
    prefix: String,
    count: usize,
    known: Vec<Header>,
    /// Values were met since the last header of columns: the next one begins another band.
    in_body: bool,
}

impl Headers {
    fn add(&mut self, cell: &TextCell<'_>) -> usize {
        let is_row = matches!(cell.kind, LayoutKind::Row(_));
        if !is_row && self.in_body {
            self.known.clear();
            self.in_body = false;
        }
        if is_row {
            self.known.retain(|header| !header.is_row || header.covers.1 > cell.row);
        }
        self.count += 1;
        let covers =
            if is_row { (cell.row, cell.row + cell.rowspan) } else { (cell.column, cell.column + cell.colspan) };
        self.known.push(Header { number: self.count, is_row, covers });
        self.count
    }

    fn of(&self, cell: &TextCell<'_>) -> impl Iterator<Item = usize> {
        let covers = move |header: &&Header| {
            let (first, end) = header.covers;
            let (own_first, own_end) = if header.is_row {
                (cell.row, cell.row + cell.rowspan)
            } else {
                (cell.column, cell.column + cell.colspan)
            };
            first < own_end && own_first < end
        };
        self.known.iter().filter(covers).map(|header| header.number)
    }
}
