//! Messages: a key and arguments, rendered by a catalogue in Chinese or English.
use std::borrow::Cow;
use std::sync::OnceLock;

use borsh::{BorshDeserialize, BorshSerialize};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::Serialize;

use crate::{Lang, Number, Text};

/// A message as data: findings, notes and errors carry this, never text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct Message {
    /// Key in the catalogue.
    pub key: Cow<'static, str>,
    /// Arguments by name.
    #[serde(serialize_with = "as_map")]
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// An argument of a message; in JSON a string, a number, a list, or an object for labels, terms and messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, BorshSerialize, BorshDeserialize)]
#[serde(untagged)]
pub enum Arg {
    /// Text from a document, a file name: the same in every language.
    Text(String),
    /// A number as printed.
    Number(Number),
    /// A count that decides the plural.
    Count(i64),
    /// A name of the form in both languages.
    Label(Text),
    /// Several, joined as a list.
    List(Vec<Arg>),
    /// A sum with its terms in numbers.
    Sum(Vec<SumTerm>),
    /// A message inside a message.
    Message(Box<Message>),
}

fn as_map<S: serde::Serializer>(args: &[(Cow<'static, str>, Arg)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(args.iter().map(|(name, arg)| (name, arg)))
}

/// One term of a sum in a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, BorshSerialize, BorshDeserialize)]
pub struct SumTerm {
    /// Coefficient; 1 and −1 show as signs.
    pub coefficient: Number,
    /// Name of the term; `None` for a constant.
    pub name: Option<Text>,
    /// Its value, where known.
    pub value: Option<Number>,
}

impl Message {
    /// The arguments as a JSON object.
    pub fn args_json(&self) -> serde_json::Value {
        serde_json::to_value(self)
            .ok()
            .and_then(|mut value| value.get_mut("args").map(serde_json::Value::take))
            .unwrap_or_default()
    }

    /// A message without arguments.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((Cow::Borrowed(name), arg));
        self
    }

    /// With a text.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Arg::Text(text.into()))
    }

    /// With a label.
    #[must_use]
    pub fn label(self, name: &'static str, label: &Text) -> Self {
        self.with(name, Arg::Label(label.clone()))
    }

    /// With a count.
    #[must_use]
    pub fn count(self, name: &'static str, count: usize) -> Self {
        self.with(name, Arg::Count(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    /// With a number.
    #[must_use]
    pub fn number(self, name: &'static str, number: Number) -> Self {
        self.with(name, Arg::Number(number))
    }
}

impl std::fmt::Display for Message {
    /// The English text.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&render(self, Lang::En))
    }
}

/// Topics of the catalogue; each has a file in `messages/zh` and `messages/en`.
macro_rules! catalogue {
    ($($topic:literal),+ $(,)?) => {
        fn sources(lang: Lang) -> &'static [&'static str] {
            match lang {
                Lang::Zh => &[$(include_str!(concat!("../messages/zh/", $topic, ".ftl"))),+],
                Lang::En => &[$(include_str!(concat!("../messages/en/", $topic, ".ftl"))),+],
            }
        }
    };
}
catalogue![
    "words",
    "facts",
    "findings",
    "reading",
    "recognise",
    "ocr",
    "rules",
    "driver",
    "jobs",
    "sinks",
    "table",
    "export",
    "notice",
    "annotate",
    "workbook",
    "reading-doc",
    "rtf",
    "odt",
    "ofd",
    "sheets",
    "pages",
    "repair",
    "prose",
    "prove",
    "rules-tools",
    "members",
    "waivers",
    "compare",
    "last-year",
    "text-facts",
    "cache"
];

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static ZH: OnceLock<Bundle> = OnceLock::new();
    static EN: OnceLock<Bundle> = OnceLock::new();
    let (cell, tag) = match lang {
        Lang::Zh => (&ZH, "zh-CN"),
        Lang::En => (&EN, "en"),
    };
    cell.get_or_init(|| {
        let mut bundle = Bundle::new_concurrent(tag.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        for source in sources(lang) {
            // A resource with a faulty entry still holds the others; a test refuses faulty entries.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

/// Whether the catalogue has a key.
pub fn is_message(key: &str) -> bool {
    bundle(Lang::Zh).has_message(key)
}

/// Every key of the catalogue in one language, sorted.
pub fn catalogue_keys(lang: Lang) -> Vec<String> {
    let mut keys: Vec<String> = sources(lang)
        .iter()
        .flat_map(|source| source.lines())
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key.to_owned())
        .collect();
    keys.sort_unstable();
    keys
}

/// The text of a message; a key that the catalogue lacks is shown as it is, with its arguments.
pub fn render(message: &Message, lang: Lang) -> String {
    let bundle = bundle(lang);
    let Some(pattern) = bundle.get_message(&message.key).and_then(|found| found.value()) else {
        let args: Vec<String> =
            message.args.iter().map(|(name, arg)| format!("{name}={}", arg_text(arg, lang))).collect();
        return format!("{} {}", message.key, args.join(" ")).trim_end().to_owned();
    };
    let mut args = FluentArgs::new();
    for (name, arg) in &message.args {
        let value = match arg {
            Arg::Count(count) => FluentValue::from(*count),
            other => FluentValue::from(arg_text(other, lang)),
        };
        args.set(name.as_ref(), value);
    }
    let mut faults = Vec::new();
    bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned()
}

fn arg_text(arg: &Arg, lang: Lang) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => number.to_string(),
        Arg::Count(count) => count.to_string(),
        Arg::Label(text) => text.get(lang).to_owned(),
        Arg::List(items) => {
            let separator = match lang {
                Lang::Zh => "、",
                Lang::En => ", ",
            };
            items.iter().map(|item| arg_text(item, lang)).collect::<Vec<_>>().join(separator)
        }
        Arg::Sum(terms) => sum_text(terms, lang),
        Arg::Message(inner) => render(inner, lang),
    }
}

/// `（一）予以公开 5 + （三）不予公开 7 − 3`.
fn sum_text(terms: &[SumTerm], lang: Lang) -> String {
    let mut text = String::new();
    for (position, term) in terms.iter().enumerate() {
        let negative = term.coefficient.is_negative();
        text.push_str(match (position, negative) {
            (0, false) => "",
            (0, true) => "−",
            (_, false) => " + ",
            (_, true) => " − ",
        });
        let size = term.coefficient.to_string().trim_start_matches('-').to_owned();
        let value = term.value.map(|value| value.to_string());
        match (&term.name, value) {
            (None, _) => text.push_str(&size),
            (Some(name), value) => {
                if size != "1" {
                    text.push_str(&size);
                    text.push_str(" × ");
                }
                text.push_str(name.get(lang));
                if let Some(value) = value {
                    text.push(' ');
                    text.push_str(&value);
                }
            }
        }
    }
    text
}
