//! Pictures, embedded objects, text boxes and shapes with text.
use super::walk::Walk;
use crate::ReadError;
use crate::docx::content::{Anchored, Content, Line};
use crate::xml::Element;

/// What is known of a graphic.
#[derive(Default)]
struct Graphic {
    /// Description, title or name.
    name: String,
    /// Whether it shows something that cannot be read: a picture, a chart, an embedded file.
    unreadable: bool,
    boxes: Vec<Anchored>,
    /// Text that stands in the shape itself.
    text: Content,
}

impl Walk<'_> {
    /// An open graphic, to its end.
    pub(super) fn graphic(&mut self, element: &Element<'_>, line: &mut Line) -> Result<(), ReadError> {
        let own_name = element.attribute("name").unwrap_or_default();
        let mut graphic = Graphic { name: own_name.trim().to_owned(), ..Graphic::default() };
        let mut within = Line::default();
        while let Some(part) = self.xml.child()? {
            self.graphic_part(&part, &mut graphic, &mut within)?;
        }
        let text = graphic.text.finish();
        if self.unshown > 0 {
            return Ok(());
        }
        self.count_paragraph()?;
        if !text.is_empty() {
            graphic.boxes.push(Anchored::TextBox(text));
        }
        // Beside a text box a picture is for programs that know no text boxes.
        if graphic.unreadable && graphic.boxes.is_empty() {
            line.anchored.push(Anchored::Picture(graphic.name.into()));
        }
        line.anchored.append(&mut graphic.boxes);
        line.anchored.append(&mut within.anchored);
        Ok(())
    }

    fn graphic_part(&mut self, part: &Element<'_>, graphic: &mut Graphic, within: &mut Line) -> Result<(), ReadError> {
        match part.name() {
            "text-box" => {
                let items = self.items()?;
                if !items.is_empty() {
                    graphic.boxes.push(Anchored::TextBox(items));
                }
                Ok(())
            }
            "image" | "object" | "object-ole" | "plugin" | "applet" | "floating-frame" => {
                graphic.unreadable = true;
                self.xml.skip()
            }
            "title" | "desc" => {
                let mut text = String::new();
                self.xml.text(&mut text)?;
                if !text.trim().is_empty() {
                    text.trim().clone_into(&mut graphic.name);
                }
                Ok(())
            }
            "p" | "h" | "list" | "table" => self.block(part, &mut graphic.text),
            "a" | "frame" | "g" | "rect" | "ellipse" | "circle" | "custom-shape" | "caption" | "polygon" | "path" => {
                self.graphic(part, within)
            }
            _ => self.xml.skip(),
        }
    }
}
