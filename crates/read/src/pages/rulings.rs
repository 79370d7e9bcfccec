//! Ruling lines: segments snapped and joined, and put together where they meet.
use super::geometry::Rect;
use super::page::{Page, Segment};

/// Places closer than this are one: drawn twice, doubled borders, edges that drift by a sliver.
pub(super) const SNAP: f64 = 3.0;
/// Lines shorter than this are marks.
const SHORT: f64 = 6.0;
/// Lines of one direction on a page, from which on they are a drawing.
const MOST: usize = 600;

/// Lines that meet, so that they draw one table.
#[derive(Debug, Default)]
pub(super) struct Frame {
    pub(super) horizontal: Vec<Segment>,
    pub(super) vertical: Vec<Segment>,
}

impl Frame {
    /// The rectangle around all lines.
    pub(super) fn rect(&self) -> Rect {
        let across = self.horizontal.iter().flat_map(|line| [(line.from, line.at), (line.to, line.at)]);
        let down = self.vertical.iter().flat_map(|line| [(line.at, line.from), (line.at, line.to)]);
        Rect::around(across.chain(down))
    }
}

/// The frames on a page, from the top.
pub(super) fn frames(page: &Page) -> Vec<Frame> {
    let (horizontal, vertical) = (joined(&page.horizontal), joined(&page.vertical));
    if horizontal.len() > MOST || vertical.len() > MOST {
        return Vec::new();
    }
    let mut groups = Groups::new(horizontal.len() + vertical.len());
    for (number, line) in horizontal.iter().enumerate() {
        for (other, crossing) in vertical.iter().enumerate() {
            if meet(line, crossing) {
                groups.join(number, horizontal.len() + other);
            }
        }
    }
    let mut frames: Vec<(usize, Frame)> = Vec::new();
    let lines = horizontal.iter().map(|line| (line, true)).chain(vertical.iter().map(|line| (line, false)));
    for (number, (line, across)) in lines.enumerate() {
        let group = groups.of(number);
        let place = frames.iter().position(|(known, _)| *known == group).unwrap_or_else(|| {
            frames.push((group, Frame::default()));
            frames.len() - 1
        });
        let frame = &mut frames[place].1;
        if across { &mut frame.horizontal } else { &mut frame.vertical }.push(*line);
    }
    let mut frames: Vec<Frame> = frames.into_iter().map(|(_, frame)| frame).collect();
    // A table may be open at its sides, or above and below.
    let draws = |one: usize, other: usize| one > 1 && other > 0;
    frames.retain(|frame| {
        let (across, down) = (frame.horizontal.len(), frame.vertical.len());
        draws(across, down) || draws(down, across)
    });
    frames.sort_by(|left, right| left.rect().top.total_cmp(&right.rect().top));
    frames
}

fn meet(across: &Segment, down: &Segment) -> bool {
    let reaches = |line: &Segment, at: f64| (line.from - SNAP..=line.to + SNAP).contains(&at);
    reaches(across, down.at) && reaches(down, across.at)
}

/// Segments on one line as few long ones, snapped to their middle.
fn joined(segments: &[Segment]) -> Vec<Segment> {
    let finite = |line: &&Segment| line.at.is_finite() && line.from.is_finite() && line.to.is_finite();
    let mut sorted: Vec<Segment> = segments.iter().filter(finite).copied().collect();
    sorted.sort_by(|left, right| left.at.total_cmp(&right.at));
    let mut lines = Vec::new();
    let mut rest = &mut sorted[..];
    while let Some(first) = rest.first().copied() {
        let count = rest.iter().take_while(|line| line.at - first.at <= SNAP).count();
        let (group, after) = rest.split_at_mut(count);
        join_group(group, &mut lines);
        rest = after;
    }
    lines
}

/// Joins segments that are all on one line.
fn join_group(group: &mut [Segment], lines: &mut Vec<Segment>) {
    let weight: f64 = group.iter().map(|line| line.to - line.from + 0.1).sum();
    let at = group.iter().map(|line| line.at * (line.to - line.from + 0.1)).sum::<f64>() / weight;
    group.sort_by(|left, right| left.from.total_cmp(&right.from));
    let mut open: Option<Segment> = None;
    for next in group.iter() {
        match &mut open {
            Some(line) if next.from <= line.to + SNAP => line.to = line.to.max(next.to),
            _ => {
                lines.extend(open.replace(Segment { at, ..*next }));
            }
        }
    }
    lines.extend(open);
    lines.retain(|line| line.to - line.from >= SHORT);
}

/// Sets of numbers that are joined.
struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    fn new(size: usize) -> Self {
        Self { parents: (0..size).collect() }
    }

    fn of(&mut self, mut member: usize) -> usize {
        while self.parents[member] != member {
            self.parents[member] = self.parents[self.parents[member]];
            member = self.parents[member];
        }
        member
    }

    fn join(&mut self, left: usize, right: usize) {
        let (left, right) = (self.of(left), self.of(right));
        self.parents[left.max(right)] = left.min(right);
    }
}
