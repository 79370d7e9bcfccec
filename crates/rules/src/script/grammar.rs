//! What a script may contain: `for` over lists, `let`, calls and operators, and nothing else.
//!
//! Twice over: symbols that are refused are disabled in the engine, which gives the plainest errors; then the syntax
//! tree is checked against a whitelist, so that nothing gets through that nobody thought of.
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use gouji_model::Message;
use rhai::{ASTFlags, BinaryExpr, Engine, Expr, FnCallExpr, Position, Stmt};

use crate::error::Fault;
use crate::script::{arithmetic, demand, fact, span};

/// Words and signs that are refused, by what to write instead.
const REFUSED: [(&str, &[&str]); 5] = [
    ("rules-help-no-branch", &["if", "else", "switch", "&&", "||", "??", "?.", "?["]),
    ("rules-help-no-not", &["!", "!in"]),
    ("rules-help-no-loop", &["while", "loop", "do", "until", "break", "continue", "..", "..="]),
    ("rules-help-no-division", &["/", "%", "**"]),
    (
        PLAIN,
        &[
            "fn",
            "private",
            "return",
            "throw",
            "try",
            "catch",
            "import",
            "export",
            "as",
            "const",
            "this",
            "eval",
            "Fn",
            "call",
            "curry",
            "type_of",
            "print",
            "debug",
            "is_shared",
            "is_def_var",
            "is_def_fn",
            "#{",
            "+=",
            "-=",
            "*=",
            "/=",
            "%=",
            "**=",
            "<<=",
            ">>=",
            "&=",
            "|=",
            "^=",
            "<<",
            ">>",
            "&",
            "|",
            "^",
            "=>",
            "::",
        ],
    ),
];
/// The help where there is nothing better to say.
const PLAIN: &str = "rules-help-grammar";
/// A word that Rhai reserves and rule scripts use.
const FREED: &str = fact::IS;

/// Disables what is refused and frees the one reserved word in use.
pub(crate) fn restrict(engine: &mut Engine) {
    for symbol in REFUSED.iter().flat_map(|(_, symbols)| *symbols) {
        engine.disable_symbol(*symbol);
    }
    #[expect(deprecated, reason = "Rhai marks what it may still change as deprecated")]
    engine.on_parse_token(|token, _, _| match token {
        rhai::Token::Reserved(word) if *word == FREED => rhai::Token::Identifier(word),
        token => token,
    });
}

/// The fault for a refused word or sign.
pub(crate) fn refused(symbol: &str) -> Fault {
    let help = REFUSED.iter().find(|(_, symbols)| symbols.contains(&symbol)).map_or(PLAIN, |(help, _)| help);
    Fault::new(Message::new("rules-script-refused").text("symbol", symbol)).help(Message::new(help))
}

/// A function's name and the numbers of arguments it takes.
type Callable = (&'static str, RangeInclusive<usize>);

/// The functions.
pub(crate) static FUNCTIONS: LazyLock<Vec<Callable>> = LazyLock::new(|| {
    let mut functions: Vec<_> =
        demand::names().chain(["sum", "claim", "share", "negate"]).map(|name| (name, 1..=1)).collect();
    functions.push(("when", 1..=demand::MOST_WHEN));
    functions.extend(fact::roots().into_iter().filter(|(_, is_function)| *is_function).map(|(name, _)| (name, 1..=1)));
    functions
});

/// The methods; each takes one argument.
static METHODS: LazyLock<Vec<Callable>> =
    LazyLock::new(|| demand::names().chain(fact::methods()).map(|name| (name, 1..=1)).collect());

/// Checks a script's statements.
pub(crate) fn check(statements: &[Stmt], text: &str) -> Result<(), Vec<Fault>> {
    let mut check = Check { text, faults: Vec::new(), declared: Vec::new(), used: Vec::new() };
    check.statements(statements.iter());
    for (name, position) in std::mem::take(&mut check.declared) {
        if !check.used.contains(&name) {
            check.fault(Fault::new(Message::new("rules-script-unused").text("name", name)), position);
        }
    }
    if check.faults.is_empty() { Ok(()) } else { Err(check.faults) }
}

struct Check<'a> {
    text: &'a str,
    faults: Vec<Fault>,
    declared: Vec<(String, Position)>,
    used: Vec<String>,
}

impl Check<'_> {
    fn fault(&mut self, fault: Fault, position: Position) {
        let span = span::at(self.text, position);
        self.faults.push(match span {
            Some(span) => fault.at(span),
            None => fault,
        });
    }

    /// Refuses what stands at a position.
    fn refuse(&mut self, position: Position) {
        let symbol = span::at(self.text, position).and_then(|span| self.text.get(span)).unwrap_or_default();
        self.fault(refused(symbol), position);
    }

    fn statements<'b>(&mut self, statements: impl Iterator<Item = &'b Stmt>) {
        for statement in statements {
            self.statement(statement);
        }
    }

    fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Noop(_) => {}
            Stmt::Var(variable, flags, _) if flags.is_empty() && !matches!(variable.1, Expr::Unit(_)) => {
                self.declared.push((variable.0.name.to_string(), variable.0.pos));
                self.expression(&variable.1);
            }
            Stmt::For(parts, _) if parts.1.is_none() => {
                self.declared.push((parts.0.name.to_string(), parts.0.pos));
                self.expression(&parts.2.expr);
                self.statements(parts.2.body.iter());
            }
            Stmt::FnCall(call, position) => {
                self.effect(demands(&call.name), *position);
                self.call(call, &FUNCTIONS, *position);
            }
            Stmt::Expr(expression) => {
                self.effect(ends_in_demand(expression), start(expression));
                self.expression(expression);
            }
            Stmt::Var(.., position) => self.fault(Fault::new(Message::new("rules-script-let")), *position),
            Stmt::For(_, position) => self.fault(Fault::new(Message::new("rules-script-for-counter")), *position),
            other => self.refuse(other.position()),
        }
    }

    /// A statement that demands nothing has no effect: a forgotten `require` would pass in silence.
    fn effect(&mut self, has_effect: bool, position: Position) {
        if !has_effect {
            let fault = Fault::new(Message::new("rules-script-no-effect"));
            self.fault(fault.help(Message::new("rules-help-effect")), position);
        }
    }

    fn expression(&mut self, expression: &Expr) {
        match expression {
            Expr::DynamicConstant(..)
            | Expr::BoolConstant(..)
            | Expr::IntegerConstant(..)
            | Expr::StringConstant(..)
            | Expr::Property(..) => {}
            Expr::Variable(variable, ..) if variable.2.is_empty() => self.used.push(variable.1.to_string()),
            Expr::Array(items, _) => items.iter().for_each(|item| self.expression(item)),
            Expr::Dot(pair, flags, position) | Expr::Index(pair, flags, position) => self.pair(pair, *flags, *position),
            Expr::MethodCall(call, position) => self.call(call, &METHODS, *position),
            Expr::FnCall(call, position) if call.is_operator_call() => self.operator(call, *position),
            Expr::FnCall(call, position) => self.call(call, &FUNCTIONS, *position),
            other => self.refuse(other.position()),
        }
    }

    fn pair(&mut self, pair: &BinaryExpr, flags: ASTFlags, position: Position) {
        if flags.intersects(ASTFlags::NEGATED) {
            self.refuse(position);
        }
        self.expression(&pair.lhs);
        self.expression(&pair.rhs);
    }

    fn operator(&mut self, call: &FnCallExpr, position: Position) {
        if arithmetic::operators().any(|sign| sign == call.name.as_str()) {
            call.args.iter().for_each(|argument| self.expression(argument));
        } else {
            self.refuse(position);
        }
    }

    fn call(&mut self, call: &FnCallExpr, known: &[Callable], position: Position) {
        call.args.iter().for_each(|argument| self.expression(argument));
        let name = call.name.as_str();
        match known.iter().find(|(own, _)| *own == name) {
            Some((_, count)) if count.contains(&call.args.len()) => {}
            Some((_, count)) => {
                let problem = Message::new("rules-script-arguments").text("name", name);
                self.fault(Fault::new(problem.count("least", *count.start()).count("most", *count.end())), position);
            }
            None if span::at(self.text, position).is_some_and(|span| &self.text[span] != name) => self.refuse(position),
            None => {
                let fault = Fault::new(Message::new("rules-script-no-function").text("name", name));
                self.fault(fault.choices(name, known.iter().map(|(name, _)| *name)), position);
            }
        }
    }
}

fn demands(name: &str) -> bool {
    demand::names().any(|own| own == name)
}

/// Where an expression starts; Rhai says of an operation where the operator is.
fn start(expression: &Expr) -> Position {
    match expression {
        Expr::FnCall(call, position) if call.is_operator_call() && call.args.len() == 2 => {
            call.args.first().map_or(*position, start)
        }
        other => other.start_position(),
    }
}

/// Whether an expression is a call of `require`, or a chain that ends in one.
fn ends_in_demand(expression: &Expr) -> bool {
    match expression {
        Expr::FnCall(call, _) | Expr::MethodCall(call, _) => demands(&call.name),
        Expr::Dot(pair, ..) => ends_in_demand(&pair.rhs),
        _ => false,
    }
}
