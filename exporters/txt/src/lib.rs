//! 修改意见单 as plain text: UTF-8, one line a paragraph, to be put into a message as it is.
use gouji_export::{Artifact, ExportError, Exporter, Kind, Notice, NoticePart, Publication};
use gouji_export::{notices, refuse_controls, unsupported};

/// The exporter of plain text. It knows notices only: a report as text is what `gouji read` shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Txt;

impl Exporter for Txt {
    fn name(&self) -> &'static str {
        "txt"
    }

    fn export(&self, publication: &Publication<'_>) -> Result<Vec<Artifact>, ExportError> {
        if publication.kind != Kind::Notice {
            return Err(unsupported(self.name(), publication.kind));
        }
        refuse_controls(publication)?;
        let notices: Vec<String> = notices(publication).iter().map(text).collect();
        let bytes = notices.join("\n\n").into_bytes();
        Ok(vec![Artifact { suffix: ".txt".to_owned(), bytes }])
    }
}

/// The text of a notice; it ends with a line end.
pub fn text(notice: &Notice) -> String {
    let mut text = String::new();
    let mut line = |indent: &str, content: &str| {
        text.push_str(indent);
        text.push_str(content);
        text.push('\n');
    };
    line("", &notice.title);
    line("", "");
    for content in [&notice.address, &notice.opening].into_iter().filter(|content| !content.is_empty()) {
        line("", content);
    }
    for part in notice.parts.iter().chain(&notice.unjudged).chain(&notice.waived) {
        let NoticePart { heading, groups } = part;
        line("", "");
        line("", heading);
        for group in groups {
            line("", &group.heading);
            for item in &group.items {
                line("  ", &item.sentence);
                item.details.iter().for_each(|detail| line("      ", detail));
            }
        }
    }
    line("", "");
    line("", &notice.closing);
    if notice.office.is_some() || notice.date.is_some() {
        line("", "");
    }
    for signed in notice.office.iter().chain(&notice.date) {
        line("", signed);
    }
    text
}
