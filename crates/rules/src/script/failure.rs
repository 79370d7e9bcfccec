//! Rhai's errors, told in the terms of rule scripts.
use std::rc::Rc;

use gouji_model::Message;
use rhai::{EvalAltResult, LexError, ParseError, ParseErrorType, Position};

use crate::error::Fault;
use crate::script::{grammar, span};

/// Signs of a Chinese keyboard, with those of the language.
const WIDE: [(char, &str); 12] = [
    ('（', "("),
    ('）', ")"),
    ('；', ";"),
    ('，', ","),
    ('。', "."),
    ('“', "\""),
    ('”', "\""),
    ('【', "["),
    ('】', "]"),
    ('＝', "="),
    ('＋', "+"),
    ('－', "-"),
];

/// The fault for a script that cannot be parsed; `known` are the globals.
pub(crate) fn of_parsing(error: &ParseError, text: &str, known: &[&str]) -> Fault {
    let position = error.position();
    let fault = match error.err_type() {
        ParseErrorType::Reserved(symbol)
        | ParseErrorType::UnknownOperator(symbol)
        | ParseErrorType::BadInput(LexError::ImproperSymbol(symbol, _)) => {
            let fault = grammar::refused(symbol);
            return span::of(text, position, symbol).map_or(fault.clone(), |span| fault.at(span));
        }
        ParseErrorType::VariableUndefined(name) => return undefined(name, text, position, known),
        ParseErrorType::BadInput(LexError::UnexpectedInput(sign)) => unexpected(sign.chars().next().unwrap_or(' ')),
        ParseErrorType::BadInput(LexError::UnterminatedString) => Fault::new(Message::new("rules-script-open-text")),
        ParseErrorType::MissingToken(token, _) => expected(token, text, position),
        ParseErrorType::PropertyExpected => {
            let name = span::at(text, position).and_then(|span| text.get(span)).unwrap_or_default();
            let fault = Fault::new(Message::new("rules-script-property").text("name", name));
            fault.help(Message::new("rules-help-index").text("name", name))
        }
        ParseErrorType::VariableExpected => Fault::new(Message::new("rules-script-variable")),
        ParseErrorType::MalformedIndexExpr(_) => Fault::new(Message::new("rules-script-index")),
        ParseErrorType::ExprTooDeep => too_deep(),
        ParseErrorType::UnexpectedEOF => Fault::new(Message::new("rules-script-ends")),
        ParseErrorType::MismatchedType(..) if starts_for(text, position) => not_iterable(),
        other => Fault::new(Message::new("rules-script-syntax").text("detail", other.to_string())),
    };
    placed(fault, text, position)
}

/// The fault for a script that failed while it ran.
pub(crate) fn of_running(error: &EvalAltResult, text: &str) -> Fault {
    let position = error.position();
    let fault = match error {
        EvalAltResult::ErrorRuntime(value, _) => match value.clone().try_cast::<Rc<Fault>>() {
            Some(fault) => (*fault).clone(),
            None => other(error),
        },
        EvalAltResult::ErrorMismatchDataType(..) | EvalAltResult::ErrorArrayBounds(..) => {
            Fault::new(Message::new("rules-script-index"))
        }
        EvalAltResult::ErrorFor(_) => not_iterable(),
        EvalAltResult::ErrorTooManyOperations(_) => Fault::new(Message::new("rules-script-too-many-steps")),
        EvalAltResult::ErrorDataTooLarge(..) => Fault::new(Message::new("rules-script-too-large")),
        EvalAltResult::ErrorVariableExists(name, _) => {
            Fault::new(Message::new("rules-script-name-taken").text("name", name.as_str()))
        }
        EvalAltResult::ErrorDotExpr(..) | EvalAltResult::ErrorIndexingType(..) => {
            let name = span::at(text, position).and_then(|span| text.get(span)).unwrap_or_default();
            Fault::new(Message::new("rules-script-no-property").text("name", name))
        }
        EvalAltResult::ErrorFunctionNotFound(signature, _) => {
            let name = signature.split(' ').next().unwrap_or_default();
            Fault::new(Message::new("rules-script-not-applicable").text("name", name))
        }
        error => other(error),
    };
    placed(fault, text, position)
}

fn placed(fault: Fault, text: &str, position: Position) -> Fault {
    match span::at(text, position) {
        Some(span) => fault.at(span),
        None => fault,
    }
}

fn other(error: &EvalAltResult) -> Fault {
    Fault::new(Message::new("rules-script-failed").text("detail", error.to_string()))
}

fn undefined(name: &str, text: &str, position: Position, known: &[&str]) -> Fault {
    let span = span::at(text, position).unwrap_or_default();
    let next = text[span.end..].chars().next();
    if let Some(sign) = next.filter(|sign| WIDE.iter().any(|(wide, _)| wide == sign)) {
        return unexpected(sign).at(span.end..span.end + sign.len_utf8());
    }
    let functions = &grammar::FUNCTIONS;
    let fault = Fault::new(Message::new("rules-script-no-name").text("name", name)).at(span);
    fault.choices(name, known.iter().copied().chain(functions.iter().map(|(name, _)| *name)))
}

fn unexpected(sign: char) -> Fault {
    let fault = Fault::new(Message::new("rules-script-character").text("character", sign));
    match WIDE.iter().find(|(wide, _)| *wide == sign) {
        Some((_, narrow)) => fault.help(Message::new("rules-help-narrow").text("character", *narrow)),
        None => fault,
    }
}

/// A token that is missing: perhaps it is there, in the width of Chinese type.
fn expected(token: &str, text: &str, position: Position) -> Fault {
    let found = span::at(text, position).and_then(|span| text[span.start..].chars().next());
    match found.filter(|sign| WIDE.iter().any(|(wide, _)| wide == sign)) {
        Some(sign) => unexpected(sign),
        None => Fault::new(Message::new("rules-script-expected").text("token", token)),
    }
}

fn too_deep() -> Fault {
    Fault::new(Message::new("rules-script-too-deep")).help(Message::new("rules-help-sum"))
}

fn not_iterable() -> Fault {
    Fault::new(Message::new("rules-script-for")).help(Message::new("rules-help-no-loop"))
}

fn starts_for(text: &str, position: Position) -> bool {
    let line = position.line().and_then(|line| text.lines().nth(line - 1));
    line.is_some_and(|line| line.trim_start().starts_with("for "))
}
