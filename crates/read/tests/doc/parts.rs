//! The parts of a Word 97 file, as bytes.

/// Where the text begins in the main stream.
pub(crate) const FIRST_TEXT: usize = 1024;

const PAGE: usize = 512;

/// The head: counts of characters of the body, of what is between, of the text boxes; parts go to the end of the table
/// stream.
pub(crate) fn fib(counts: [u32; 3], parts: Vec<(usize, Vec<u8>)>, table: &mut Vec<u8>) -> Vec<u8> {
    let mut head = vec![0; 898];
    let put = |head: &mut Vec<u8>, at: usize, bytes: &[u8]| head[at..at + bytes.len()].copy_from_slice(bytes);
    put(&mut head, 0, &0xA5EC_u16.to_le_bytes());
    put(&mut head, 2, &0x00C1_u16.to_le_bytes());
    put(&mut head, 10, &0x0200_u16.to_le_bytes());
    put(&mut head, 32, &14_u16.to_le_bytes());
    put(&mut head, 62, &22_u16.to_le_bytes());
    put(&mut head, 152, &93_u16.to_le_bytes());
    for (index, count) in [0, 1, 6].into_iter().zip(counts) {
        put(&mut head, 76 + index * 4, &count.to_le_bytes());
    }
    for (number, content) in parts {
        let place = [table.len(), content.len()].map(|size| u32::try_from(size).unwrap().to_le_bytes()).concat();
        put(&mut head, 154 + number * 8, &place);
        table.extend(content);
    }
    head
}

/// The pieces of the text: characters, place, whether each has one byte; and what they change.
pub(crate) fn piece_table(pieces: &[(usize, usize, bool)], changes: &[(usize, Vec<u8>)]) -> Vec<u8> {
    let (mut before, mut number) = (Vec::new(), 0_u16);
    let mut marks = vec![[0_u8; 2]; pieces.len()];
    for (piece, change) in changes {
        if change.len() == 2 {
            marks[*piece] = [change[0] << 1, change[1]];
            continue;
        }
        before.push(1);
        before.extend(u16::try_from(change.len()).unwrap().to_le_bytes());
        before.extend(change);
        marks[*piece] = (number * 2 + 1).to_le_bytes();
        number += 1;
    }
    let mut at = 0;
    let mut table: Vec<u8> = 0_u32.to_le_bytes().to_vec();
    for (length, ..) in pieces {
        at += u32::try_from(*length).unwrap();
        table.extend(at.to_le_bytes());
    }
    for ((_, place, narrow), marks) in pieces.iter().zip(marks) {
        let place = u32::try_from(*place).unwrap();
        let place = if *narrow { (place * 2) | 0x4000_0000 } else { place };
        table.extend([&[0; 2], &place.to_le_bytes()[..], &marks].concat());
    }
    let length = u32::try_from(table.len()).unwrap();
    [before, vec![2], length.to_le_bytes().to_vec(), table].concat()
}

/// A number at its place in so many bytes.
pub(crate) fn pair(number: u32, size: usize, at: usize) -> Vec<u8> {
    let mut bytes = vec![0; size];
    bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
    bytes
}

/// Runs with the same properties, which are laid out on pages.
pub(crate) struct Pages {
    /// Bytes of an entry: 1 for characters, 13 for paragraphs.
    size: usize,
    runs: Vec<(usize, usize, usize, Vec<u8>)>,
}

impl Pages {
    pub(crate) fn new(size: usize) -> Self {
        Self { size, runs: Vec::new() }
    }

    /// Adds bytes of the main stream that belong to `owner`.
    pub(crate) fn add(&mut self, from: usize, to: usize, owner: usize, changes: &[u8]) {
        match self.runs.last_mut() {
            Some(run) if run.1 == from && run.2 == owner => run.1 = to,
            _ => self.runs.push((from, to, owner, changes.to_vec())),
        }
    }

    /// Writes the pages to the end of the main stream, and gives the table of them. A gap between runs is a run without
    /// changes.
    pub(crate) fn write(&self, main: &mut Vec<u8>) -> Vec<u8> {
        let mut all: Vec<(usize, usize, Vec<u8>)> = Vec::new();
        for (from, to, _, changes) in &self.runs {
            let end = all.last().map_or(*from, |run| run.1);
            if end < *from {
                all.push((end, *from, Vec::new()));
            }
            all.push((*from, *to, changes.clone()));
        }
        let (mut pages, mut rest) = (Vec::new(), all.as_slice());
        while !rest.is_empty() {
            let count = (1..=rest.len()).rev().find(|count| self.page(&rest[..*count]).is_some()).unwrap();
            main.resize(main.len().next_multiple_of(PAGE), 0);
            pages.push((rest[0].0, main.len() / PAGE));
            main.extend(self.page(&rest[..count]).unwrap());
            rest = &rest[count..];
        }
        let ends = pages.iter().map(|page| page.0).chain([all.last().map_or(0, |run| run.1)]);
        let numbers = pages.iter().map(|page| page.1);
        ends.chain(numbers).flat_map(|number| u32::try_from(number).unwrap().to_le_bytes()).collect()
    }

    /// A page of runs, if they fit on it: their ends, their entries, and from the end what the entries point to.
    fn page(&self, runs: &[(usize, usize, Vec<u8>)]) -> Option<Vec<u8>> {
        let mut page = vec![0; PAGE];
        let head = (runs.len() + 1) * 4 + runs.len() * self.size;
        if runs.len() > 100 || head > PAGE - 1 {
            return None;
        }
        let mut free = PAGE - 1;
        let ends = runs.iter().map(|run| run.0).chain([runs.last()?.1]);
        for (index, end) in ends.enumerate() {
            page[index * 4..index * 4 + 4].copy_from_slice(&u32::try_from(end).unwrap().to_le_bytes());
        }
        for (index, (.., changes)) in runs.iter().enumerate().filter(|(_, run)| !run.2.is_empty()) {
            let written = self.written(changes);
            free = free.checked_sub(written.len())? / 2 * 2;
            page.get_mut(free..free + written.len())?.copy_from_slice(&written);
            page[(runs.len() + 1) * 4 + index * self.size] = u8::try_from(free / 2).unwrap();
        }
        page[PAGE - 1] = u8::try_from(runs.len()).unwrap();
        (free >= head).then_some(page)
    }

    /// Changes behind their length, which for paragraphs is counted in pairs of bytes.
    fn written(&self, changes: &[u8]) -> Vec<u8> {
        let length = changes.len();
        match (self.size, length % 2) {
            (1, _) => [&[u8::try_from(length).unwrap()], changes].concat(),
            (_, 1) => [&[u8::try_from(length.div_ceil(2)).unwrap()], changes].concat(),
            _ => [&[0, u8::try_from(length / 2).unwrap()], changes].concat(),
        }
    }
}
