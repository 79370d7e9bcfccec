//! One report: title, what it comes from, findings, sections with their tables.
use gouji_export::{Chapter, Judged, Printed, Publication, about, chapters, other_cells, report_title};
use gouji_model::{Form, Message};

use crate::findings::Marks;
use crate::page::Page;

/// The title of a report.
pub(crate) fn title(judged: &Judged<'_>) -> String {
    report_title(judged.book, judged.report.unit.name.as_deref(), judged.report.year)
}

impl Page {
    /// The `number`th report of the page, from 1.
    pub(crate) fn report(&mut self, number: usize, judged: &Judged<'_>, publication: &Publication<'_>) {
        let marks = Marks::of(number, judged);
        self.raw(&format!("<article id=\"r{number}\" aria-labelledby=\"r{number}-title\">\n<header>\n"));
        self.title(number, &title(judged));
        self.about(&about(judged, &publication.meta));
        self.raw("</header>\n");
        self.findings(judged, &marks);
        self.others(judged.printed());
        self.chapters(judged.printed(), &marks);
        self.raw("</article>\n");
    }

    /// The blank form.
    pub(crate) fn blank(&mut self, publication: &Publication<'_>, title: &str) {
        self.raw("<article id=\"r1\" aria-labelledby=\"r1-title\">\n<header>\n");
        self.title(1, title);
        self.raw("</header>\n");
        self.chapters(Printed::blank(&publication.book.form), &Marks::none());
        self.raw("</article>\n");
    }

    /// Where a report comes from.
    pub(crate) fn about(&mut self, about: &[Message]) {
        self.raw("<p class=\"about\">");
        for (position, message) in about.iter().enumerate() {
            self.raw(if position == 0 { "<span>" } else { " <span>" });
            self.say(message);
            self.raw("</span>");
        }
        self.raw("</p>\n");
    }

    /// The heading of the `number`th report.
    pub(crate) fn title(&mut self, number: usize, title: &str) {
        self.open_heading(0, &format!(" id=\"r{number}-title\"{}", self.chinese()));
        self.text(title);
        self.close_heading(0);
    }

    /// Opens a heading `below` levels under that of the report.
    pub(crate) fn open_heading(&mut self, below: usize, attributes: &str) {
        self.raw(&format!("<h{}{attributes}>", self.depth + below));
    }

    /// Closes the same.
    pub(crate) fn close_heading(&mut self, below: usize) {
        self.raw(&format!("</h{}>\n", self.depth + below));
    }

    fn others(&mut self, printed: Printed<'_>) {
        let others = other_cells(printed);
        if others.is_empty() {
            return;
        }
        self.raw("<section class=\"others\">\n");
        self.open_heading(1, "");
        self.say(&Message::new("export-other-cells"));
        self.close_heading(1);
        self.raw("<p>");
        self.say(&Message::new("export-other-cells-text"));
        self.raw("</p>\n<dl>\n");
        for cell in others {
            self.raw("<div><dt>");
            self.text(cell.id);
            self.raw("</dt><dd>");
            self.text(&cell.text);
            self.raw("</dd></div>\n");
        }
        self.raw("</dl>\n</section>\n");
    }

    fn chapters(&mut self, printed: Printed<'_>, marks: &Marks<'_>) {
        self.raw(&format!("<div class=\"body\"{}>\n", self.chinese()));
        for chapter in chapters(printed) {
            self.chapter(&chapter, printed.form, marks);
        }
        self.raw("</div>\n");
    }

    fn chapter(&mut self, chapter: &Chapter<'_>, form: &Form, marks: &Marks<'_>) {
        self.raw("<section>\n");
        if let Some(heading) = &chapter.heading {
            self.open_heading(chapter.level.into(), "");
            self.text(heading);
            self.close_heading(chapter.level.into());
        }
        for paragraph in &chapter.paragraphs {
            self.element("p", paragraph);
        }
        for table in &chapter.tables {
            self.table(table, form, marks);
        }
        self.raw("</section>\n");
    }
}
