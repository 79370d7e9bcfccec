//! What the walk over the body finds, before places are given.

/// A piece of a body, of a cell or of a text box.
#[derive(Clone)]
pub(crate) enum Item {
    /// A paragraph with something in it.
    Paragraph {
        /// Lines, separated by `\n`; none is blank.
        text: String,
        /// Pictures and text boxes anchored in it.
        anchored: Vec<Anchored>,
    },
    /// A table.
    Table(Table),
}

/// What is anchored in a paragraph.
#[derive(Clone)]
pub(crate) enum Anchored {
    /// A picture or an embedded object.
    Picture(Shown),
    /// A text box.
    TextBox(Vec<Item>),
}

/// A picture or an embedded object.
#[derive(Clone)]
pub(crate) struct Shown {
    /// Its name or alternative text.
    pub(crate) name: String,
    /// The part of the file that holds it, where text may stand on it and it can be given out.
    pub(crate) part: Option<Box<str>>,
}

impl From<String> for Shown {
    fn from(name: String) -> Self {
        Self { name, part: None }
    }
}

/// A table; rows without a cell of their own are kept.
#[derive(Clone, Default)]
pub(crate) struct Table {
    /// Rows from the top.
    pub(crate) rows: Vec<Vec<Cell>>,
    /// What is known of where its cells stand.
    pub(crate) known: Known,
}

/// What a file says of where the cells of a table stand.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Known {
    /// Their columns and their rows.
    #[default]
    Places,
    /// Their rows, and their order in them.
    Rows,
    /// Their order.
    Order,
}

/// A cell at its upper left corner.
#[derive(Clone)]
pub(crate) struct Cell {
    /// Left grid column, from 0.
    pub(crate) column: u32,
    /// Grid columns covered.
    pub(crate) colspan: u32,
    /// Grid rows covered.
    pub(crate) rowspan: u32,
    /// What is in it.
    pub(crate) items: Vec<Item>,
}

/// Items as they are gathered.
#[derive(Default)]
pub(crate) struct Content {
    items: Vec<Item>,
    /// A paragraph whose end is deleted or hidden, so that the next one continues it.
    running: Option<Line>,
}

/// A paragraph as it is gathered.
#[derive(Default)]
pub(crate) struct Line {
    /// Its text, with `\n` at line and page breaks.
    pub(crate) text: String,
    /// Pictures and text boxes anchored in it.
    pub(crate) anchored: Vec<Anchored>,
    /// Its automatic number is in the text already.
    pub(crate) numbered: bool,
}

impl Content {
    /// The paragraph that the next one continues, or an empty one.
    pub(crate) fn take_running(&mut self) -> Line {
        self.running.take().unwrap_or_default()
    }

    /// A paragraph that the next one continues.
    pub(crate) fn run_on(&mut self, line: Line) {
        self.running = Some(line);
    }

    /// A finished paragraph; one with nothing in it is none. Gives whether it is one.
    pub(crate) fn push_line(&mut self, line: Line) -> bool {
        let text = lines_of(line.text);
        let is_something = !text.is_empty() || !line.anchored.is_empty();
        if is_something {
            self.items.push(Item::Paragraph { text, anchored: line.anchored });
        }
        is_something
    }

    /// A table.
    pub(crate) fn push_table(&mut self, table: Table) {
        self.end_running();
        if !table.rows.is_empty() {
            self.items.push(Item::Table(table));
        }
    }

    /// Everything gathered.
    pub(crate) fn finish(mut self) -> Vec<Item> {
        self.end_running();
        self.items
    }

    fn end_running(&mut self) {
        if let Some(line) = self.running.take() {
            self.push_line(line);
        }
    }
}

/// A text without blanks around its lines and without blank lines.
fn lines_of(text: String) -> String {
    if !text.contains('\n') {
        let trimmed = text.trim();
        return if trimmed.len() == text.len() { text } else { trimmed.to_owned() };
    }
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
