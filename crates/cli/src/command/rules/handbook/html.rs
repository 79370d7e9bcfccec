//! A handbook as one HTML file: no script, nothing loaded, with landmarks and headed tables.
use std::fmt::Write as _;

use gouji_model::{Lang, Message, render};

use super::blocks::{Block, Cell};

const STYLE: &str = include_str!("style.css");

/// The whole page.
pub(super) fn write(blocks: &[Block], title: &str, lang: Lang) -> String {
    let mut page = Page { out: String::with_capacity(256 * 1024) };
    let own = blocks.iter().find_map(|block| match block {
        Block::Heading { text, .. } => Some(text.as_str()),
        _ => None,
    });
    let skip = render(&Message::new("handbook-skip"), lang);
    let _ = write!(
        page.out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#rules\">{}</a>\n",
        lang.tag(),
        escape(own.unwrap_or(title)),
        escape(&skip)
    );
    page.contents(blocks, lang);
    page.out.push_str("<main id=\"rules\">\n");
    for block in blocks {
        page.block(block);
    }
    page.out.push_str("</main>\n</body>\n</html>\n");
    page.out
}

struct Page {
    out: String,
}

impl Page {
    /// Links to editions and topics.
    fn contents(&mut self, blocks: &[Block], lang: Lang) {
        let label = render(&Message::new("handbook-contents"), lang);
        let _ = writeln!(self.out, "<nav aria-label=\"{}\">\n<ul>", escape(&label));
        for block in blocks {
            if let Block::Heading { level: 1 | 2, text, id } = block {
                let _ = writeln!(self.out, "<li><a href=\"#{}\">{}</a></li>", escape(id), escape(text));
            }
        }
        self.out.push_str("</ul>\n</nav>\n");
    }

    fn block(&mut self, block: &Block) {
        let out = &mut self.out;
        match block {
            Block::Heading { level, text, id } => {
                let _ = writeln!(out, "<h{level} id=\"{}\">{}</h{level}>", escape(id), escape(text));
            }
            Block::Paragraph(text) => {
                let _ = writeln!(out, "<p>{}</p>", escape(text));
            }
            Block::List(items) => {
                out.push_str("<ul class=\"demands\">\n");
                for item in items {
                    let _ = writeln!(out, "<li>{}</li>", escape(item));
                }
                out.push_str("</ul>\n");
            }
            Block::Table { heads, rows } => self.table(heads, rows),
        }
    }

    fn table(&mut self, heads: &[String], rows: &[Vec<Cell>]) {
        let out = &mut self.out;
        out.push_str("<table>\n<thead>\n<tr>");
        for head in heads {
            let _ = write!(out, "<th scope=\"col\">{}</th>", escape(head));
        }
        out.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in rows {
            out.push_str("<tr>");
            for (position, cell) in row.iter().enumerate() {
                let (open, close) = if position == 0 { ("<th scope=\"row\">", "</th>") } else { ("<td>", "</td>") };
                let text = if cell.is_chinese {
                    format!("<span lang=\"{}\">{}</span>", Lang::Zh.tag(), escape(&cell.text))
                } else {
                    escape(&cell.text)
                };
                let text = match &cell.link {
                    Some(link) => format!("<a href=\"{}\">{text}</a>", escape(link)),
                    None => text,
                };
                let _ = write!(out, "{open}{text}{close}");
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n</table>\n");
    }
}

/// Text as text, also within a quoted attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
