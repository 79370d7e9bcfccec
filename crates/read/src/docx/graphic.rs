//! Pictures, embedded objects and text boxes.
use super::content::{Anchored, Line, Shown};
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
    /// The relation to the part that holds it.
    relation: Option<String>,
    /// Its width and height are said, and are those of a seal, a rule or an ornament.
    small: bool,
}

/// English metric units in a point.
const EMU: f64 = 12_700.0;
/// Pictures narrower or lower than these points hold no table and no page.
const LEAST: (f64, f64) = (200.0, 60.0);

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
            let relation = graphic.relation.filter(|_| !graphic.small);
            let part = relation.and_then(|id| self.definitions.part(&id));
            line.anchored.push(Anchored::Picture(Shown { name: graphic.name, part }));
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
            "blip" => {
                graphic.unreadable = true;
                graphic.relation = element.attribute("embed").map(Into::into);
            }
            "extent" => graphic.small = is_small(element),
            "chart" | "relIds" => graphic.unreadable = true,
            "imagedata" => {
                graphic.unreadable = true;
                graphic.take_name(element, &["title"]);
                graphic.relation = element.attribute("id").map(Into::into);
            }
            "OLEObject" => {
                graphic.unreadable = true;
                graphic.name.clear();
                graphic.relation = None;
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

fn is_small(extent: &Element<'_>) -> bool {
    let points = |name| extent.attribute(name).and_then(|value| value.trim().parse::<f64>().ok()).map(|emu| emu / EMU);
    let less = |side: Option<f64>, least: f64| side.is_some_and(|side| side < least);
    less(points("cx"), LEAST.0) || less(points("cy"), LEAST.1)
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
