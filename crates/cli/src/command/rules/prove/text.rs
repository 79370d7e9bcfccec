//! What is proven, for people.
use std::collections::BTreeMap;

use gouji_edits::{Change, Consistency, Mutation, Proof, RuleBook, Score, Tally};
use gouji_model::{Arg, CellIndex, Message, Text};

use super::{Proven, json::fraction};
use crate::Io;
use crate::session::{Session, Verbosity};
use crate::table::{self, Align};

/// Lists longer than this are cut, but for `--verbose` and JSON.
const SHOWN: usize = 12;

/// Writes what is said of each edition.
pub(super) fn write(session: &Session<'_>, all: &[Proven<'_>], io: &mut Io<'_>) -> anyhow::Result<()> {
    for (position, proven) in all.iter().enumerate() {
        let quiet = session.verbosity == Verbosity::Quiet;
        if position > 0 && !quiet {
            writeln!(io.stdout)?;
        }
        let writer = Writer { session, book: proven.book, all: session.verbosity == Verbosity::Verbose };
        let mut lines = if quiet { Vec::new() } else { writer.proof(&proven.proof) };
        lines.extend(match &proven.score {
            Some(score) => writer.score(score, quiet),
            None => vec![writer.say(&Message::new("prove-no-score"))],
        });
        for line in lines {
            writeln!(io.stdout, "{line}")?;
        }
    }
    Ok(())
}

struct Writer<'s, 'a> {
    session: &'a Session<'s>,
    book: &'a RuleBook,
    /// Lists are not cut.
    all: bool,
}

impl Writer<'_, '_> {
    fn say(&self, message: &Message) -> String {
        self.session.say(message)
    }

    fn proof(&self, proof: &Proof) -> Vec<String> {
        let head = Message::new("prove-head")
            .label("edition", &self.book.edition.title)
            .text("id", &*self.book.edition.id)
            .count("hard", proof.hard.len())
            .count("cells", self.book.form.cells.len());
        let mut lines = vec![self.say(&head)];
        let mut add = |message: Message| lines.push(format!("  {}", self.say(&message)));
        add(match &proof.consistency {
            Consistency::Consistent => Message::new("prove-consistent"),
            Consistency::Contradictory(edits) => Message::new("prove-contradictory").with("edits", self.edits(edits)),
            Consistency::Fractions => Message::new("prove-fractions"),
        });
        add(Message::new("prove-rank").count("equalities", proof.rank.0).count("rank", proof.rank.1));
        for set in &proof.dependent {
            add(Message::new("prove-dependent").count("count", set.len()).with("rules", self.rules(set)));
        }
        if !proof.redundant_bounds.is_empty() {
            add(Message::new("prove-redundant").with("edits", self.edits(&proof.redundant_bounds)));
        }
        add(match proof.fixed.as_slice() {
            [] => Message::new("prove-fixed-none"),
            fixed => {
                let values = fixed.iter().map(|(cell, value, over)| {
                    let message = Message::new("prove-fixed-cell").label("cell", self.name(*cell));
                    Arg::Message(Box::new(message.text("value", fraction(*value, *over))))
                });
                Message::new("prove-fixed").count("count", fixed.len()).with("cells", self.cut(values.collect()))
            }
        });
        for set in &proof.tied {
            add(Message::new("prove-tied").with("cells", self.cells(set)));
        }
        add(self.cell_list("prove-unwatched", &proof.unwatched));
        add(self.cell_list("prove-without-sum", &proof.without_sum));
        self.slips(proof, &mut add);
        lines
    }

    fn slips(&self, proof: &Proof, add: &mut impl FnMut(Message)) {
        let slips = &proof.slips;
        let single: Vec<&[Change]> = slips.single_example.iter().map(std::slice::from_ref).collect();
        add(self.example(Message::new("prove-single").count("count", slips.single.len()), &single));
        let double: Vec<&[Change]> = slips.double_examples.iter().flatten().map(<[Change; 2]>::as_slice).collect();
        let message = Message::new("prove-double").count("count", slips.double.len()).count("pairs", slips.pairs());
        add(self.example(message, &double[..double.len().min(1)]));
    }

    fn example(&self, message: Message, changes: &[&[Change]]) -> Message {
        let list = changes.iter().copied().flatten().map(|change| {
            let message = Message::new("prove-change").label("cell", self.name(change.cell));
            Arg::Message(Box::new(message.text("from", change.from.to_string()).text("to", change.to.to_string())))
        });
        let list: Vec<Arg> = list.collect();
        let example = if list.is_empty() {
            Arg::Text(String::new())
        } else {
            Arg::Message(Box::new(Message::new("prove-example").with("changes", Arg::List(list))))
        };
        message.with("example", example)
    }

    fn name(&self, cell: CellIndex) -> &Text {
        &self.book.form.cell(cell).name
    }

    fn cell_list(&self, key: &'static str, cells: &[CellIndex]) -> Message {
        Message::new(key).count("count", cells.len()).with("cells", self.cells(cells))
    }

    fn cells(&self, cells: &[CellIndex]) -> Arg {
        self.cut(cells.iter().map(|cell| Arg::Label(self.name(*cell).clone())).collect())
    }

    fn edits(&self, edits: &[usize]) -> Arg {
        self.cut(edits.iter().map(|edit| Arg::Text(self.book.finding_id(&self.book.edits[*edit]))).collect())
    }

    /// The rules of some edits, with how many of each.
    fn rules(&self, edits: &[usize]) -> Arg {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for edit in edits {
            *counts.entry(self.book.edits[*edit].rule).or_default() += 1;
        }
        let rules = counts.into_iter().map(|(rule, count)| {
            let message = Message::new("prove-rule-count").text("rule", &*self.book.rules[rule].id);
            Arg::Message(Box::new(message.count("count", count)))
        });
        Arg::List(rules.collect())
    }

    fn cut(&self, mut items: Vec<Arg>) -> Arg {
        if !self.all && items.len() > SHOWN {
            let more = Message::new("prove-more").count("count", items.len() - SHOWN);
            items.truncate(SHOWN);
            items.push(Arg::Message(Box::new(more)));
        }
        Arg::List(items)
    }

    fn score(&self, score: &Score, quiet: bool) -> Vec<String> {
        let total = score.total();
        let head = Message::new("prove-score")
            .text("id", &*self.book.edition.id)
            .count("all", total.all)
            .count("seen", total.seen())
            .count("error", total.error)
            .count("warning", total.warning)
            .count("note", total.note)
            .count("unseen", total.all - total.seen());
        let mut lines = vec![self.say(&head)];
        if quiet {
            return lines;
        }
        let aligns = [Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right];
        lines.extend(table::lines(&self.rows(score), &aligns).into_iter().map(|line| format!("  {line}")));
        for (key, edits) in [("prove-base-broken", &score.broken), ("prove-left-out", &score.left_out)] {
            if !edits.is_empty() {
                let message = Message::new(key).count("count", edits.len()).with("rules", self.rules(edits));
                lines.push(format!("  {}", self.say(&message)));
            }
        }
        lines.extend(self.survivors(score));
        lines
    }

    fn rows(&self, score: &Score) -> Vec<Vec<String>> {
        let keys = ["table", "way", "all", "error", "warning", "note", "unseen"];
        let heads = keys.iter().map(|key| self.say(&Message::new(format!("prove-column-{key}"))));
        let mut rows = vec![heads.collect()];
        for ((table, mutation), tally) in &score.tallies {
            let name = Message::new("prove-table").label("name", &self.book.form.tables[*table].name);
            let mut row = vec![self.say(&name), self.way(*mutation)];
            let Tally { all, error, warning, note } = *tally;
            row.extend([all, error, warning, note, all - tally.seen()].map(|count| count.to_string()));
            rows.push(row);
        }
        rows
    }

    fn way(&self, mutation: Mutation) -> String {
        self.say(&Message::new(format!("prove-way-{}", mutation.id().replace('_', "-"))))
    }

    /// The slips that no rule sees: for each cell the ways.
    fn survivors(&self, score: &Score) -> Vec<String> {
        let mut cells: BTreeMap<CellIndex, Vec<String>> = BTreeMap::new();
        for mutant in &score.survivors {
            if let Some((cell, _)) = mutant.cells.first() {
                let ways = cells.entry(*cell).or_default();
                let way = self.way(mutant.mutation);
                if !ways.contains(&way) {
                    ways.push(way);
                }
            }
        }
        if cells.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![format!("  {}", self.say(&Message::new("prove-survivors").count("cells", cells.len())))];
        lines.extend(cells.into_iter().map(|(cell, ways)| {
            let ways = Arg::List(ways.into_iter().map(Arg::Text).collect());
            let message = Message::new("prove-survivor").label("cell", self.name(cell)).with("ways", ways);
            format!("    {}", self.say(&message))
        }));
        lines
    }
}
