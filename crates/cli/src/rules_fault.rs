//! Errors on standard error; those of rules with the line at fault.
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use gouji_edits::Severity;
use gouji_model::{Lang, render};
use gouji_rules::{RulesError, RulesErrors};

use crate::fault::message_of;
use crate::style::Paint;
use crate::{Io, text};

/// Says why a run failed.
pub(crate) fn report(error: &anyhow::Error, lang: Lang, io: &mut Io<'_>) -> std::io::Result<()> {
    let colour = io.is_error_terminal && !io.env.no_color;
    if let Some(RulesErrors(errors)) = error.downcast_ref() {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        for error in errors {
            writeln!(io.stderr, "{}\n", draw(error, &renderer, lang))?;
        }
        return Ok(());
    }
    let word = Paint { colour }.severity(Severity::Error, &text("word-error", lang));
    writeln!(io.stderr, "{word} {}", render(&message_of(error), lang))
}

fn draw(error: &RulesError, renderer: &Renderer, lang: Lang) -> String {
    let mut problem = render(&error.problem, lang);
    if let Some(edition) = &error.edition {
        let message = gouji_model::Message::new("driver-rules-in-edition").text("problem", problem);
        problem = render(&message.text("edition", &**edition), lang);
    }
    let title = Level::ERROR.with_name(text("word-error", lang)).primary_title(problem);
    let mut group = match &error.span {
        Some(span) => title.element(
            Snippet::source(&*error.text)
                .path(error.file.as_str())
                .annotation(AnnotationKind::Primary.span(span.clone())),
        ),
        None => title.element(annotate_snippets::Origin::path(error.file.as_str())),
    };
    if let Some(help) = &error.help {
        group = with_help(group, render(help, lang), lang);
    }
    renderer.render(&[group])
}

fn with_help(group: Group<'_>, help: String, lang: Lang) -> Group<'_> {
    group.element(Level::HELP.with_name(text("word-help", lang)).message(help))
}
