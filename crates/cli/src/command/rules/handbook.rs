//! `gouji rules handbook`: the rules as a text for people, made from the rules themselves.
mod blocks;
mod examples;
mod html;
mod markdown;

use gouji_edits::{Rule, RuleBook, statements};
use gouji_model::{Arg, Message, Text, is_message};
use gouji_rules::{Case, Loaded};

use self::blocks::Block;
use super::arguments::{HandbookArguments, HandbookFormat};
use super::{edits, severity};
use crate::Io;
use crate::command::write_to;
use crate::exit::Exit;
use crate::session::Session;

/// Statements of one rule that are written out; the rest are counted.
const MOST_STATEMENTS: usize = 8;

/// Writes the handbook of the editions asked for.
pub(super) fn run(session: &Session<'_>, arguments: &HandbookArguments, io: &mut Io<'_>) -> anyhow::Result<Exit> {
    let mut blocks = Vec::new();
    for book in session.chosen_books() {
        let Some(loaded) = session.library.loaded(&book.edition.id) else { continue };
        Writer { session, book, blocks: &mut blocks }.edition(&loaded)?;
    }
    let title = session.say(&Message::new("handbook-title"));
    let text = match arguments.format {
        HandbookFormat::Markdown => markdown::write(&blocks),
        HandbookFormat::Html => html::write(&blocks, &title, session.lang),
    };
    write_to(arguments.output.output.as_deref(), io, |out, _| Ok(out.write_all(text.as_bytes())?))?;
    Ok(Exit::Clean)
}

struct Writer<'a, 'b> {
    session: &'a Session<'b>,
    book: &'b RuleBook,
    blocks: &'a mut Vec<Block>,
}

impl Writer<'_, '_> {
    fn say(&self, message: &Message) -> String {
        self.session.say(message)
    }

    fn text(&self, text: &Text) -> String {
        text.get(self.session.lang).to_owned()
    }

    fn edition(&mut self, loaded: &Loaded) -> anyhow::Result<()> {
        let cases = loaded.cases()?;
        let edition = &self.book.edition;
        let title = Message::new("handbook-edition").label("edition", &edition.title);
        self.heading(1, self.say(&title), &format!("edition-{}", edition.id));
        let about = Message::new("handbook-about")
            .text("id", &*edition.id)
            .label("basis", &edition.basis)
            .text("years", edition.years.to_string())
            .count("rules", self.book.rules.len())
            .count("edits", self.book.edits.len())
            .count("cases", cases.len());
        self.blocks.push(Block::Paragraph(self.say(&about)));
        self.blocks.push(Block::Paragraph(self.say(&Message::new("handbook-how-to-read"))));
        self.contents();
        let mut topic = "";
        for (number, rule) in self.book.rules.iter().enumerate() {
            let own = rule.id.split('/').next().unwrap_or_default();
            if own != topic {
                topic = own;
                self.heading(2, self.topic(own), &format!("{}-{own}", edition.id));
            }
            self.rule(number, rule, &cases);
        }
        Ok(())
    }

    fn heading(&mut self, level: usize, text: String, id: &str) {
        self.blocks.push(Block::Heading { level, text, id: id.replace('/', "-") });
    }

    /// The name of a folder of rules: that of the section that it is named for, or its own in the catalogue.
    fn topic(&self, topic: &str) -> String {
        if let Some(section) = self.book.form.section(topic) {
            return format!("{} · {topic}", self.text(&section.name()));
        }
        let own = format!("handbook-topic-{topic}");
        let key = if is_message(&own) { own } else { "handbook-topic".to_owned() };
        self.say(&Message::new(key).text("topic", topic))
    }

    fn contents(&mut self) {
        let heads = ["handbook-rule", "handbook-name", "handbook-severity", "handbook-edits"];
        let heads = heads.map(|key| self.say(&Message::new(key))).to_vec();
        let row = |rule: &Rule| {
            let id = format!("#{}-{}", self.book.edition.id, rule.id.replace('/', "-"));
            let cells =
                [self.text(&rule.title), self.say(&severity(self.book, rule)), edits(self.book, rule).to_string()];
            std::iter::once(blocks::Cell::link(rule.id.to_string(), id))
                .chain(cells.map(blocks::Cell::text))
                .collect::<Vec<_>>()
        };
        let rows = self.book.rules.iter().map(row).collect();
        self.blocks.push(Block::Table { heads, rows });
    }

    fn rule(&mut self, number: usize, rule: &Rule, cases: &[Case]) {
        self.heading(
            3,
            format!("{} · {}", self.text(&rule.title), rule.id),
            &format!("{}-{}", self.book.edition.id, rule.id),
        );
        let about = Message::new("handbook-rule-about")
            .with("severity", Arg::Message(Box::new(severity(self.book, rule))))
            .label("basis", &rule.basis);
        self.blocks.push(Block::Paragraph(self.say(&about)));
        for paragraph in self.text(&rule.text).lines() {
            self.blocks.push(Block::Paragraph(paragraph.to_owned()));
        }
        self.statements(number);
        let own = cases.iter().filter(|case| case.rule == number);
        let row = |case: &Case| {
            let given = examples::given(self.session, self.book, case);
            let verdict = examples::expected(self.session, self.book, case);
            vec![blocks::Cell::chinese(case.title.clone()), blocks::Cell::text(given), blocks::Cell::text(verdict)]
        };
        let rows: Vec<Vec<blocks::Cell>> = own.map(row).collect();
        if !rows.is_empty() {
            let heads = ["handbook-example", "handbook-given", "handbook-verdict"];
            let heads = heads.map(|key| self.say(&Message::new(key))).to_vec();
            self.blocks.push(Block::Table { heads, rows });
        }
    }

    fn statements(&mut self, rule: usize) {
        let all = statements(self.book, rule);
        let mut items: Vec<String> =
            all.iter().take(MOST_STATEMENTS).map(|statement| self.say(&statement.message())).collect();
        let rest: usize = all.iter().skip(MOST_STATEMENTS).map(|statement| statement.edits).sum();
        if rest > 0 {
            items.push(self.say(&Message::new("handbook-more").count("count", rest)));
        }
        self.blocks.push(Block::List(items));
    }
}
