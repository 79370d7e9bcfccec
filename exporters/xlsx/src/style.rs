//! Cell formats, made once a workbook.
use gouji_model::Lang;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::words::Words;

const GREY: u32 = 0xF2_F2F2;
const LINE: u32 = 0x8C_8C8C;

/// How a workbook speaks and looks.
#[derive(Debug)]
pub(crate) struct Look {
    pub(crate) words: Words,
    pub(crate) styles: Styles,
}

impl Look {
    pub(crate) fn new(lang: Lang) -> Self {
        Self { words: Words { lang }, styles: Styles::new() }
    }
}

/// Every format in use.
#[derive(Debug)]
pub(crate) struct Styles {
    pub(crate) title: Format,
    pub(crate) subtitle: Format,
    pub(crate) heading: Format,
    pub(crate) part: Format,
    pub(crate) prose: Format,
    pub(crate) blank_prose: Format,
    pub(crate) caption: Format,
    pub(crate) column: Format,
    pub(crate) row: Format,
    pub(crate) value: Format,
    pub(crate) value_found: Format,
    pub(crate) value_doubt: Format,
    pub(crate) value_input: Format,
    pub(crate) head: Format,
    pub(crate) text: Format,
    pub(crate) centre: Format,
    pub(crate) mono: Format,
    /// An id as the heading of a narrow column.
    pub(crate) id_head: Format,
    /// A mark in a matrix.
    pub(crate) mark: Format,
    pub(crate) number: Format,
    pub(crate) percent: Format,
    pub(crate) input: Format,
    pub(crate) input_date: Format,
    pub(crate) link: Format,
    pub(crate) plain: Format,
    /// Formats of columns, whose lines a conditional format draws.
    pub(crate) open_text: Format,
    pub(crate) open_centre: Format,
    pub(crate) open_number: Format,
    pub(crate) open_mono: Format,
    /// The lines of a table, as a conditional format.
    pub(crate) lines: Format,
    /// A text that may run into the cells beside it.
    pub(crate) plain_line: Format,
    /// A name over a narrow column.
    pub(crate) small: Format,
    /// Last year's number beside this year's.
    pub(crate) beside: Format,
    pub(crate) bold: Format,
    /// What stands for folded rows.
    pub(crate) fold: Format,
    pub(crate) fold_centre: Format,
    pub(crate) red: Format,
    pub(crate) orange: Format,
    pub(crate) green: Format,
    pub(crate) grey: Format,
}

impl Styles {
    /// A conditional format that also draws the lines of a table.
    pub(crate) fn with_lines(&self, format: &Format) -> Format {
        format.merge(&self.lines)
    }

    fn new() -> Self {
        let base = Format::new().set_font_name("宋体").set_font_size(10);
        let sans = Format::new().set_font_name("黑体").set_font_size(11);
        let ruled = |format: Format| format.set_border(FormatBorder::Thin).set_border_color(Color::RGB(LINE));
        let middle = |format: Format| format.set_align(FormatAlign::VerticalCenter);
        let wrapped = middle(ruled(base.clone())).set_text_wrap();
        let value = middle(ruled(base.clone())).set_align(FormatAlign::Center).set_shrink();
        let shade = |colour: u32| Format::new().set_background_color(Color::RGB(colour));
        Self {
            title: middle(sans.clone()).set_font_size(16).set_align(FormatAlign::Center),
            subtitle: middle(base.clone()).set_align(FormatAlign::Center).set_font_color(Color::RGB(0x59_5959)),
            heading: middle(sans.clone()).set_font_size(12),
            part: middle(base.clone()).set_bold(),
            prose: base.clone().set_text_wrap().set_align(FormatAlign::Top).set_indent(1),
            blank_prose: ruled(base.clone()).set_text_wrap().set_align(FormatAlign::Top).set_unlocked(),
            caption: wrapped.clone().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(GREY)),
            column: wrapped.clone().set_align(FormatAlign::Center).set_background_color(Color::RGB(GREY)),
            row: wrapped.clone().set_align(FormatAlign::Left).set_indent(1),
            value_found: value.clone().set_background_color(Color::RGB(0xFF_D9D9)),
            value_doubt: value.clone().set_background_color(Color::RGB(0xFF_F2CC)),
            value_input: value.clone().set_background_color(Color::RGB(0xFF_FFE5)).set_unlocked(),
            beside: value.clone().set_font_color(Color::RGB(0x59_5959)).set_background_color(Color::RGB(GREY)),
            value,
            head: middle(ruled(sans))
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(0xD9_E2F3)),
            centre: wrapped.clone().set_align(FormatAlign::Center),
            id_head: base.clone().set_font_name("Consolas").set_font_size(8).set_text_wrap().set_bold(),
            mark: base.clone().set_align(FormatAlign::Center),
            mono: wrapped.clone().set_font_name("Consolas").set_font_size(9),
            number: middle(ruled(base.clone())).set_align(FormatAlign::Right),
            percent: middle(ruled(base.clone())).set_align(FormatAlign::Right).set_num_format("0.0%"),
            input: wrapped.clone().set_background_color(Color::RGB(0xFF_FFE5)).set_unlocked(),
            input_date: wrapped
                .clone()
                .set_background_color(Color::RGB(0xFF_FFE5))
                .set_num_format("yyyy-mm-dd")
                .set_unlocked(),
            link: wrapped.clone().set_font_color(Color::RGB(0x05_63C1)).set_align(FormatAlign::Center),
            text: wrapped,
            bold: middle(base.clone()).set_bold(),
            fold: middle(base.clone()).set_bold().set_text_wrap(),
            fold_centre: middle(base.clone()).set_bold().set_text_wrap().set_align(FormatAlign::Center),
            plain_line: middle(base.clone()),
            small: base.clone().set_font_size(8).set_text_wrap().set_align(FormatAlign::Center),
            open_centre: middle(base.clone()).set_text_wrap().set_align(FormatAlign::Center),
            open_number: middle(base.clone()).set_align(FormatAlign::Right),
            open_mono: middle(base.clone()).set_text_wrap().set_font_name("Consolas").set_font_size(9),
            open_text: middle(base.clone()).set_text_wrap(),
            lines: Format::new().set_border(FormatBorder::Thin).set_border_color(Color::RGB(LINE)),
            plain: middle(base).set_text_wrap(),
            red: shade(0xFF_C7CE).set_font_color(Color::RGB(0x9C_0006)),
            orange: shade(0xFF_EB9C).set_font_color(Color::RGB(0x7F_6000)),
            green: Format::new().set_font_color(Color::RGB(0x37_5623)),
            grey: Format::new().set_font_color(Color::RGB(0x8C_8C8C)),
        }
    }
}
