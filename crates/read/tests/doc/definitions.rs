//! Lists, styles, fonts and drawings of a Word 97 file, as bytes.

/// A level of a list.
#[derive(Clone, Copy)]
pub(crate) struct Level {
    pub(crate) start: u32,
    /// Number of the format of its numbers.
    pub(crate) format: u8,
    /// Its text; `\0` stands for the number of the first level.
    pub(crate) text: &'static str,
    /// What follows: 0 a tab, 1 a blank, 2 nothing.
    pub(crate) follow: u8,
    /// 4: all numbers in decimal digits; 8: started afresh only by `restart`.
    pub(crate) flags: u8,
    pub(crate) restart: u8,
    pub(crate) hidden: bool,
}

/// A level with nothing behind its number.
pub(crate) fn level(format: u8, text: &'static str) -> Level {
    Level { start: 1, format, text, follow: 2, flags: 0, restart: 0, hidden: false }
}

impl Level {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.start.to_le_bytes().to_vec();
        bytes.extend([self.format, self.flags]);
        bytes.extend([0; 9]);
        bytes.push(self.follow);
        bytes.extend([0; 8]);
        let looks: &[u8] = if self.hidden { &[0x3C, 0x08, 1] } else { &[] };
        bytes.extend([u8::try_from(looks.len()).unwrap(), 4, self.restart, 0]);
        bytes.extend([0x0F, 0x84, 0, 0]);
        bytes.extend(looks);
        let text: Vec<u16> = self.text.encode_utf16().collect();
        bytes.extend(u16::try_from(text.len()).unwrap().to_le_bytes());
        bytes.extend(text.iter().flat_map(|unit| unit.to_le_bytes()));
        bytes
    }
}

/// Lists, by number and levels: one level, or up to nine.
pub(crate) fn lists(lists: &[(u32, &[Level])]) -> Vec<u8> {
    let mut heads = u16::try_from(lists.len()).unwrap().to_le_bytes().to_vec();
    let mut levels = Vec::new();
    for (number, of) in lists {
        let simple = of.len() == 1;
        heads.extend(number.to_le_bytes());
        heads.extend([0; 22]);
        heads.extend([u8::from(simple), 0]);
        let filler = level(0, "");
        let all = of.iter().chain(std::iter::repeat(&filler)).take(if simple { 1 } else { 9 });
        all.for_each(|level| levels.extend(level.bytes()));
    }
    [heads, levels].concat()
}

/// What an instance of a list changes in a level: a new start, a new definition.
#[derive(Clone, Copy)]
pub(crate) struct Change {
    pub(crate) level: u8,
    pub(crate) start: Option<u32>,
    pub(crate) definition: Option<Level>,
}

/// Instances of lists, from 1: the number of the list, and changes.
pub(crate) fn instances(instances: &[(u32, &[Change])]) -> Vec<u8> {
    let mut heads = u32::try_from(instances.len()).unwrap().to_le_bytes().to_vec();
    let mut changes = Vec::new();
    for (list, of) in instances {
        heads.extend(list.to_le_bytes());
        heads.extend([0; 8]);
        heads.extend([u8::try_from(of.len()).unwrap(), 0, 0, 0]);
        changes.extend([0xFF; 4]);
        for change in *of {
            changes.extend(change.start.unwrap_or(0).to_le_bytes());
            let flags =
                change.level | u8::from(change.start.is_some()) << 4 | u8::from(change.definition.is_some()) << 5;
            changes.extend(u32::from(flags).to_le_bytes());
            changes.extend(change.definition.map(|level| level.bytes()).unwrap_or_default());
        }
    }
    [heads, changes].concat()
}

/// A style: the one it is based on, changes of paragraphs and of characters. One for characters has no changes of
/// paragraphs.
pub(crate) type Style<'a> = (u16, Option<&'a [Vec<u8>]>, &'a [Vec<u8>]);

/// Styles, from 0.
pub(crate) fn styles(styles: &[Style<'_>]) -> Vec<u8> {
    let mut bytes = 4_u16.to_le_bytes().to_vec();
    bytes.extend(u16::try_from(styles.len()).unwrap().to_le_bytes());
    bytes.extend(10_u16.to_le_bytes());
    for (number, (base, paragraph, characters)) in (0_u16..).zip(styles) {
        let kind = if paragraph.is_some() { 1 } else { 2 };
        let mut style = 0_u16.to_le_bytes().to_vec();
        style.extend((kind | base << 4).to_le_bytes());
        style.extend([2, 0, 0, 0, 0, 0]);
        let name: Vec<u16> = format!("样式{number}").encode_utf16().collect();
        style.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        style.extend(name.iter().chain([&0]).flat_map(|unit| unit.to_le_bytes()));
        let changes = paragraph.map(|changes| [number.to_le_bytes().to_vec(), changes.concat()].concat());
        for changes in changes.into_iter().chain([characters.concat()]) {
            style.extend(u16::try_from(changes.len()).unwrap().to_le_bytes());
            style.extend(&changes);
            style.extend(vec![0; changes.len() % 2]);
        }
        bytes.extend(u16::try_from(style.len()).unwrap().to_le_bytes());
        bytes.extend(style);
    }
    bytes
}

/// Fonts, from 0.
pub(crate) fn fonts(names: &[&str]) -> Vec<u8> {
    let mut bytes = u16::try_from(names.len()).unwrap().to_le_bytes().to_vec();
    bytes.extend([0, 0]);
    for name in names {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        bytes.push(u8::try_from(39 + name.len()).unwrap());
        bytes.extend([0; 39]);
        bytes.extend(name);
    }
    bytes
}

/// A record of the drawings; one of version 15 holds others.
pub(crate) fn record(version: u16, instance: u16, kind: u16, content: &[u8]) -> Vec<u8> {
    let head = (version | instance << 4).to_le_bytes();
    let length = u32::try_from(content.len()).unwrap().to_le_bytes();
    [&head, &kind.to_le_bytes()[..], &length, content].concat()
}

/// A shape: its number, its kind, and properties, of which those with a text are long.
pub(crate) fn shape(number: u32, kind: u16, picture: bool, name: &str) -> Vec<u8> {
    let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let mut properties = [&0x0104_u16.to_le_bytes()[..], &u32::from(picture).to_le_bytes()].concat();
    properties.extend(0x8380_u16.to_le_bytes());
    properties.extend(u32::try_from(name.len()).unwrap().to_le_bytes());
    properties.extend(name);
    let head = record(2, kind, 0xF00A, &[number.to_le_bytes(), [0; 4]].concat());
    record(15, 0, 0xF004, &[head, record(3, 2, 0xF00B, &properties)].concat())
}

/// The part that holds the drawings of the body.
pub(crate) fn drawings(shapes: &[Vec<u8>]) -> Vec<u8> {
    let root =
        record(15, 0, 0xF003, &[shape(1, 0, false, "")].iter().chain(shapes).flatten().copied().collect::<Vec<_>>());
    [record(15, 0, 0xF000, &[0; 24]), vec![0], record(15, 0, 0xF002, &root)].concat()
}

/// A picture that stands in the text, as it lies in the data stream.
pub(crate) fn inline_picture(name: &str) -> Vec<u8> {
    let shape = shape(9, 75, true, name);
    let mut head = u32::try_from(0x44 + shape.len()).unwrap().to_le_bytes().to_vec();
    head.extend(0x44_u16.to_le_bytes());
    head.extend(0x64_u16.to_le_bytes());
    head.resize(0x44, 0);
    [head, shape].concat()
}
