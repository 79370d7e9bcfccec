//! Texts to begin with: a new rule, a new edition. They load and their cases pass as they are.
use gouji_edits::RuleBook;
use gouji_model::{CellSpec, Due, Role};

use crate::folder::Folder;

/// What stands in the skeletons where something is to be written.
pub const UNWRITTEN: [&str; 2] = ["待写", "to be written"];

const RULE: &str = include_str!("rule.rhai");
const CASES: &str = include_str!("rule.cases.toml");
const EDITION: &str = include_str!("edition.toml");
const FORM: &str = include_str!("form.toml");

/// The script and the cases of a new rule, by path: a note that some cell of the form is not absurdly large, to be
/// written over. Nothing where the form has no cell.
pub fn new_rule(book: &RuleBook, id: &str) -> Vec<(String, String)> {
    let (topic, name) = id.split_once('/').unwrap_or((id, id));
    let Some(cell) = example_cell(book, topic) else { return Vec::new() };
    let fill = |text: &str| text.replace("{title}", id).replace("{name}", name).replace("{cell}", &cell.id);
    vec![(format!("{id}.rhai"), fill(RULE)), (format!("{id}.cases.toml"), fill(CASES))]
}

/// A cell of the table that the topic is named for, a total if it has one; else of the first table.
fn example_cell<'a>(book: &'a RuleBook, topic: &str) -> Option<&'a CellSpec> {
    let form = &book.form;
    let table = form.tables.iter().position(|table| &*table.id == topic).unwrap_or_default();
    let cells = || form.cells.iter().filter(|cell| cell.table == table);
    cells().find(|cell| cell.role == Role::Total).or_else(|| cells().next())
}

/// The files of a new edition on top of another: with `from` one for report years from then on, without it one that
/// takes the place of its base. The form of the base stands in it as a comment, ready to be changed.
pub fn new_edition(id: &str, base: &RuleBook, from: Option<i32>, bases: &[&Folder]) -> Folder {
    let edition = &base.edition;
    let years = from.map_or(String::new(), |from| {
        let about = "# 报告年度；不写 to，就一直适用到下一个格式。Report years; without `to` until the next edition.";
        format!("{about}\nyears = {{ from = {from} }}\n")
    });
    let of_base = |what: &str| format!("{what} ({})", edition.title.en);
    let (title_zh, title_en) = match from {
        Some(_) => (format!("{id}年版格式"), format!("{id} format")),
        None => (format!("{}（{id}）", edition.title.zh), of_base(id)),
    };
    let years_of = from.unwrap_or(edition.years.from).to_string();
    let due = due_dates(&edition.due);
    let fill = |text: &str| {
        let text =
            text.replace("{due}", &due).replace("{id}", id).replace("{base}", &edition.id).replace("{years}", &years);
        text.replace("{title_zh}", &title_zh).replace("{title_en}", &title_en).replace("{from}", &years_of)
    };
    let form = bases.iter().find_map(|folder| folder.files.get("form.toml"));
    let files = [("edition.toml", fill(EDITION)), ("form.toml", format!("{}{}", fill(FORM), commented(form)))];
    Folder { name: id.to_owned(), files: files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect() }
}

/// The due dates of the base, as comments.
fn due_dates(due: &[Due]) -> String {
    due.iter().map(|due| commented(Some(&due_date(due)))).collect::<Vec<_>>().join("#\n")
}

fn due_date(due: &Due) -> String {
    let kind = due.kind.map(|kind| format!("kind = \"{}\"\n", kind.id())).unwrap_or_default();
    let levels: Vec<String> = due.levels.iter().map(|level| format!("\"{}\"", level.id())).collect();
    let levels = if levels.is_empty() { String::new() } else { format!("levels = [{}]\n", levels.join(", ")) };
    let Due { month, day, basis, .. } = due;
    format!(
        "[[due]]\n{kind}{levels}month = {month}\nday = {day}\nbasis = {{ zh = {}, en = {} }}\n",
        quoted(&basis.zh),
        quoted(&basis.en)
    )
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A text with every line as a comment.
fn commented(text: Option<&String>) -> String {
    let lines = text.map(|text| text.lines()).into_iter().flatten();
    lines.map(|line| format!("# {line}").trim_end().to_owned() + "\n").collect()
}
