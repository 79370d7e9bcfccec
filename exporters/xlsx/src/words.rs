//! Texts of the workbook in the language of the publication.
use gouji_edits::{Outcome, Severity, VerdictWords};
use gouji_export::severity_message;
use gouji_model::{Lang, Message, Text, render};

/// The catalogue in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    pub(crate) lang: Lang,
}

impl Words {
    /// A text without arguments.
    pub(crate) fn say(self, key: &'static str) -> String {
        render(&Message::new(key), self.lang)
    }

    pub(crate) fn render(self, message: &Message) -> String {
        render(message, self.lang)
    }

    pub(crate) fn text(self, text: &Text) -> &str {
        text.get(self.lang)
    }

    pub(crate) fn severity(self, severity: Severity) -> String {
        self.render(&severity_message(severity))
    }

    pub(crate) fn verdicts(self) -> VerdictWords {
        VerdictWords {
            held: self.say("workbook-held"),
            broken: self.say("workbook-broken"),
            unjudged: self.say("workbook-unjudged"),
            inapplicable: self.say("workbook-inapplicable"),
        }
    }
}

/// The word of an outcome.
pub(crate) fn outcome_word<'a>(outcome: &Outcome, words: &'a VerdictWords) -> &'a str {
    match outcome {
        Outcome::Held => &words.held,
        Outcome::Broken => &words.broken,
        Outcome::Unjudged(_) => &words.unjudged,
        Outcome::Inapplicable => &words.inapplicable,
    }
}
