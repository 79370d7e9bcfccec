//! Text in the two languages.
use borsh::{BorshDeserialize, BorshSerialize};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language of messages and labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Lang {
    /// Chinese, the language of the form.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language tag (BCP 47), as documents declare it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// A text in both languages.
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema, BorshSerialize, BorshDeserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Chinese.
    pub zh: Box<str>,
    /// English.
    pub en: Box<str>,
}

impl Text {
    /// A text from both languages.
    pub fn new(zh: impl Into<Box<str>>, en: impl Into<Box<str>>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// Both languages with every `{name}` replaced by that language's text.
    #[must_use]
    pub fn fill(&self, name: &str, value: &Self) -> Self {
        let pattern = format!("{{{name}}}");
        Self::new(self.zh.replace(&pattern, &value.zh), self.en.replace(&pattern, &value.en))
    }
}

/// A label of the form: what is printed, how else it is met in print, how it is named in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// The label, verbatim from the form, and its translation.
    #[serde(flatten)]
    pub text: Text,
    /// Other Chinese wordings that count as the same label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Box<str>>,
    /// A shorter name for sentences, where the label is long or says too little alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
}

impl Label {
    /// The name for sentences.
    pub fn name(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.text)
    }

    /// All Chinese wordings, the form's own first.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.text.zh).chain(self.variants.iter().map(|variant| &**variant))
    }
}
