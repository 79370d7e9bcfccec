//! Pictures, embedded objects and text boxes.
use super::content::{Anchored, Line};
use super::walk::Walk;
use crate::ReadError;
use crate::xml::Element;

/// What is known of a graphic.
#[derive(Default)]
struct Graphic {
    /// Alternative text, else the name.
    name: String,
    /// Whether it shows something that cannot be read: a picture, a chart, an embedded file.
    unreadable: bool,
    boxes: Vec<Anchored>,
}

impl Walk<'_> {
    /// An open graphic, to its end.
    pub(super) fn graphic(&mut self, line: &mut Line, hidden: bool) -> Result<(), ReadError> {
        self.unshown += usize::from(hidden);
        let mut graphic = Graphic::default();
        let read = self.graphic_parts(&mut graphic);
        self.unshown -= usize::from(hidden);
        read?;
        if hidden || self.unshown > 0 || self.fields.in_code() {
            return Ok(());
        }
        self.count_paragraph()?;
        if graphic.unreadable {
            line.anchored.push(Anchored::Picture(graphic.name));
        }
        line.anchored.append(&mut graphic.boxes);
        Ok(())
    }

    fn graphic_parts(&mut self, graphic: &mut Graphic) -> Result<(), ReadError> {
        while let Some(element) = self.xml.child()? {
            self.graphic_part(&element, graphic)?;
        }
        Ok(())
    }

    fn graphic_part(&mut self, element: &Element<'_>, graphic: &mut Graphic) -> Result<(), ReadError> {
        match element.name() {
            "txbxContent" => return self.text_box(graphic),
            "AlternateContent" => return self.alternative(&mut |walk, element| walk.graphic_part(element, graphic)),
            "docPr" | "cNvPr" => graphic.take_name(element, &["descr", "title", "name"]),
            "shape" => graphic.take_name(element, &["alt"]),
            "blip" | "chart" | "relIds" => graphic.unreadable = true,
            "imagedata" => {
                graphic.unreadable = true;
                graphic.take_name(element, &["title"]);
            }
            "OLEObject" => {
                graphic.unreadable = true;
                graphic.name.clear();
                graphic.take_name(element, &["ProgID"]);
            }
            _ => {}
        }
        self.graphic_parts(graphic)
    }

    fn text_box(&mut self, graphic: &mut Graphic) -> Result<(), ReadError> {
        let outside = std::mem::take(&mut self.fields);
        let items = self.items()?;
        self.fields = outside;
        if !items.is_empty() {
            graphic.boxes.push(Anchored::TextBox(items));
        }
        Ok(())
    }
}

impl Graphic {
    /// The first of these attributes that says something, unless there is a name already.
    fn take_name(&mut self, element: &Element<'_>, attributes: &[&str]) {
        if self.name.is_empty() {
            let values = attributes.iter().filter_map(|name| element.attribute(name));
            self.name = values.map(|value| value.trim().to_owned()).find(|value| !value.is_empty()).unwrap_or_default();
        }
    }
}
