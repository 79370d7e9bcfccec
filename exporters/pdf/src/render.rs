//! Pages through genpdf.
use std::error::Error;

use genpdf::fonts::{FontCache, FontData, FontFamily};
use genpdf::render::{Area, Renderer};
use genpdf::style::Style;
use genpdf::{Mm, Position, Size};
use gouji_pages::{PAGE_HEIGHT, PAGE_WIDTH};
use printpdf::BuiltinFont;

use crate::recording::{Page, Recording, Text};

/// What genpdf writes.
pub(crate) fn render(recording: &Recording) -> Result<Vec<u8>, Box<dyn Error>> {
    let font = recording.carrier.font()?;
    // genpdf wants a family of four fonts. One that PDF itself has is not embedded, and is taken out again later.
    let unused = FontData::new(font.clone(), Some(BuiltinFont::Helvetica))?;
    let mut fonts = FontCache::new(family(&unused));
    let carrier = fonts.add_font(FontData::new(font, None)?);
    let style = Style::new().with_font_family(family(&carrier));
    let size = Size::new(mm(PAGE_WIDTH), mm(PAGE_HEIGHT));
    // The title that genpdf writes is in no encoding of PDF's; the right one is put in later.
    let mut renderer = Renderer::new(size, "")?;
    fonts.load_pdf_fonts(&renderer)?;
    for (number, page) in recording.pages.iter().enumerate() {
        if number > 0 {
            renderer.add_page(size);
        }
        draw(page, &renderer.last_page().first_layer().area(), style, &fonts)?;
    }
    let mut bytes = Vec::new();
    renderer.write(&mut bytes)?;
    Ok(bytes)
}

fn family<T: Clone + std::fmt::Debug>(font: &T) -> FontFamily<T> {
    FontFamily { regular: font.clone(), bold: font.clone(), italic: font.clone(), bold_italic: font.clone() }
}

fn mm(points: f32) -> Mm {
    Mm::from(f64::from(points) * 25.4 / 72.0)
}

fn draw(page: &Page, area: &Area<'_>, style: Style, fonts: &FontCache) -> Result<(), genpdf::error::Error> {
    for Text { characters, size, at: (x, baseline), .. } in &page.texts {
        // genpdf's position is that of the upper edge; the font says that this is one size above the lower one, and
        // genpdf puts the baseline there.
        let position = Position::new(mm(*x), mm(baseline - f32::from(*size)));
        area.print_str(fonts, position, style.with_font_size(*size), characters)?;
    }
    for rule in &page.rules {
        let ends = [rule.from, rule.to].map(|(x, y)| Position::new(mm(x), mm(y)));
        area.draw_line(ends.to_vec(), Style::new());
    }
    Ok(())
}
