//! The formulas of edits, calculated by a small interpreter of the functions that they use, exactly and not in floats.
use std::collections::HashMap;

use gouji_edits::{
    Addresses, Context, FactTruth, Filed, RuleBook, Sheet, Spot, Verdict, VerdictWords, formulas, reading_result,
};
use gouji_model::{Cell, CellIndex, CellState, Slot};

use super::dice::Case;
use super::sqlite::verdict;

/// Decimals of numbers.
const UNIT: i128 = 1_000_000_000_000;
const WIDTH: u16 = 7;

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Number(i128),
    Text(String),
    Logic(bool),
}

struct Calculator {
    cells: HashMap<(u32, u16), Value>,
    sides: [Value; 2],
}

/// The verdicts on a case, by the formulas of every edit that is not longer than spreadsheets take.
pub(super) fn verdicts(book: &RuleBook, case: &Case) -> Vec<Option<Verdict>> {
    let form = &book.form;
    let printed: Vec<Slot> = case.report.extra.keys().filter_map(|id| form.slot(id)).collect();
    let number_of = |slot: Slot| match slot {
        Slot::Cell(CellIndex(index)) => Some(usize::from(index)),
        Slot::Group(_) => printed.iter().position(|own| *own == slot).map(|position| form.cells.len() + position),
    };
    let spot = |slot: Slot| {
        let number = u32::try_from(number_of(slot)?).unwrap();
        Some(Spot { row: number / u32::from(WIDTH), column: u16::try_from(number % u32::from(WIDTH)).unwrap() })
    };
    let filed = |report| Filed { form, report };
    let members: Vec<Filed<'_>> = case.members.iter().map(filed).collect();
    let context = Context { last_year: case.last_year.as_ref().map(filed), members: &members, ..Context::default() };
    let words = VerdictWords {
        held: "held".into(),
        broken: "broken".into(),
        unjudged: "unjudged".into(),
        inapplicable: "inapplicable".into(),
    };
    let fact = |key: &str| case.report.fact(key).map_or(FactTruth::Unknown, FactTruth::Known);
    let addresses = Addresses { sheet: "", spot: &spot, fact: &fact, words: &words };
    let sheet = Sheet { book, report: &case.report, context: &context, addresses: &addresses };
    let all = case.report.cells.iter().chain(printed.iter().map(|slot| &case.report.extra[form.slot_id(*slot)]));
    let cells = (0_u32..).zip(all).map(|(number, cell)| {
        let place = (number / u32::from(WIDTH), u16::try_from(number % u32::from(WIDTH)).unwrap());
        (place, reading(cell))
    });
    let mut calculator = Calculator { cells: cells.collect(), sides: [Value::Logic(false), Value::Logic(false)] };
    let claims = |metrics: Vec<&str>| -> Vec<usize> {
        let position = |metric: &&str| case.report.claims.iter().position(|claim| *claim.metric == **metric);
        let found: Option<Vec<usize>> = metrics.iter().map(position).collect();
        found.unwrap_or_default()
    };
    let edits = book.edits.iter().map(|edit| {
        let made = formulas(&sheet, edit, &claims(edit.metrics()), ("LEFT", "RIGHT"));
        if let Some((left, right)) = made.sides {
            calculator.sides = [calculator.calculate(&left.formula), calculator.calculate(&right.formula)];
        }
        let text = made.verdict?;
        match calculator.calculate(&text) {
            Value::Text(word) => Some(verdict(&word)),
            other => panic!("{text} is {other:?}"),
        }
    });
    edits.collect()
}

fn reading(cell: &Cell) -> Value {
    match cell.state {
        CellState::Number(number) => Value::Number(number.millionths() * 1_000_000),
        _ => Value::Text(reading_result(cell)),
    }
}

impl Calculator {
    fn calculate(&self, formula: &str) -> Value {
        let mut parser = Parser { calculator: self, rest: formula };
        let value = parser.comparison();
        assert!(parser.rest.is_empty(), "not understood: {}", parser.rest);
        value
    }
}

struct Parser<'a> {
    calculator: &'a Calculator,
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn takes(&mut self, sign: &str) -> bool {
        let taken = self.rest.strip_prefix(sign);
        self.rest = taken.unwrap_or(self.rest);
        taken.is_some()
    }

    fn until(&mut self, ends: impl Fn(char) -> bool) -> &'a str {
        let (taken, rest) = self.rest.split_at(self.rest.find(ends).unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn comparison(&mut self) -> Value {
        let left = self.sum();
        let Some(sign) = ["<=", ">=", "<>", "=", "<", ">"].into_iter().find(|sign| self.takes(sign)) else {
            return left;
        };
        let right = self.sum();
        let order = match (&left, &right) {
            (Value::Number(left), Value::Number(right)) => left.cmp(right),
            (Value::Text(left), Value::Text(right)) => left.cmp(right),
            // Spreadsheets order texts after all numbers.
            (Value::Number(_), _) => std::cmp::Ordering::Less,
            _ => std::cmp::Ordering::Greater,
        };
        Value::Logic(match sign {
            "<=" => order.is_le(),
            ">=" => order.is_ge(),
            "<>" => order.is_ne(),
            "=" => order.is_eq(),
            "<" => order.is_lt(),
            _ => order.is_gt(),
        })
    }

    fn sum(&mut self) -> Value {
        let mut value = self.product();
        loop {
            let sign = if self.takes("+") {
                1
            } else if self.takes("-") {
                -1
            } else {
                return value;
            };
            value = Value::Number(number(&value) + sign * number(&self.product()));
        }
    }

    fn product(&mut self) -> Value {
        let mut value = self.operand();
        while self.takes("*") {
            let (left, right) = (number(&value), number(&self.operand()));
            value = Value::Number(left * (right / 1_000) / (UNIT / 1_000));
        }
        value
    }

    fn operand(&mut self) -> Value {
        match self.rest.chars().next().unwrap() {
            '"' => {
                self.takes("\"");
                let text = self.until(|sign| sign == '"').to_owned();
                assert!(self.takes("\""));
                Value::Text(text)
            }
            '(' => {
                self.takes("(");
                let value = self.comparison();
                assert!(self.takes(")"));
                value
            }
            '-' => {
                self.takes("-");
                Value::Number(-number(&self.operand()))
            }
            '$' => self.range().remove(0),
            '0'..='9' => {
                let digits = self.until(|sign| !sign.is_ascii_digit() && sign != '.');
                let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
                let decimals: i128 = format!("{decimals:0<12}").parse().unwrap();
                Value::Number(whole.parse::<i128>().unwrap() * UNIT + decimals)
            }
            _ => self.call(),
        }
    }

    /// The values of a range, an absent cell being empty.
    fn range(&mut self) -> Vec<Value> {
        let first = self.address();
        let last = if self.takes(":") { self.address() } else { first };
        let places = (first.0..=last.0).flat_map(|row| (first.1..=last.1).map(move |column| (row, column)));
        places.map(|place| self.calculator.cells.get(&place).cloned().unwrap_or(Value::Text(String::new()))).collect()
    }

    fn address(&mut self) -> (u32, u16) {
        assert!(self.takes("$"));
        let letters = self.until(|sign| sign == '$');
        assert!(self.takes("$"));
        let row: u32 = self.until(|sign| !sign.is_ascii_digit()).parse().unwrap();
        let [letter] = letters.as_bytes() else { panic!("{letters}") };
        (row - 1, u16::from(letter - b'A'))
    }

    fn call(&mut self) -> Value {
        let name = self.until(|sign| !sign.is_ascii_uppercase());
        match name {
            "LEFT" => return self.calculator.sides[0].clone(),
            "RIGHT" => return self.calculator.sides[1].clone(),
            "TRUE" => return Value::Logic(true),
            "FALSE" => return Value::Logic(false),
            _ => {}
        }
        assert!(self.takes("("), "{name} {}", self.rest);
        let mut arguments: Vec<Vec<Value>> = Vec::new();
        while !self.takes(")") {
            arguments.push(if self.rest.starts_with('$') {
                self.range_or_comparison()
            } else {
                vec![self.comparison()]
            });
            self.takes(",");
        }
        apply(name, &arguments)
    }

    fn range_or_comparison(&mut self) -> Vec<Value> {
        let before = self.rest;
        let values = self.range();
        if self.rest.starts_with([',', ')']) {
            return values;
        }
        self.rest = before;
        vec![self.comparison()]
    }
}

fn number(value: &Value) -> i128 {
    match value {
        Value::Number(number) => *number,
        other => panic!("{other:?} is no number"),
    }
}

fn logic(value: &Value) -> bool {
    match value {
        Value::Logic(logic) => *logic,
        other => panic!("{other:?} is no truth value"),
    }
}

fn apply(name: &str, arguments: &[Vec<Value>]) -> Value {
    let one = |position: usize| &arguments[position][0];
    let mut all = arguments.iter().flatten();
    let numbers = || arguments.iter().flatten().filter(|value| matches!(value, Value::Number(_)));
    let whole = |count: usize| Value::Number(i128::try_from(count).unwrap() * UNIT);
    match name {
        "IF" => if logic(one(0)) { one(1) } else { one(2) }.clone(),
        "AND" => Value::Logic(all.all(logic)),
        "OR" => Value::Logic(all.any(logic)),
        "NOT" => Value::Logic(!logic(one(0))),
        "SUM" => Value::Number(numbers().map(number).sum()),
        "COUNT" => whole(numbers().count()),
        "COUNTIF" => {
            let Value::Text(pattern) = one(1) else { panic!("a pattern is a text") };
            let start = pattern.strip_suffix('*').unwrap();
            let fits = |value: &&Value| matches!(value, Value::Text(text) if text.starts_with(start));
            whole(arguments[0].iter().filter(fits).count())
        }
        "ISNUMBER" => Value::Logic(matches!(one(0), Value::Number(_))),
        "N" => Value::Number(if let Value::Number(number) = one(0) { *number } else { 0 }),
        "INT" => Value::Number(number(one(0)).div_euclid(UNIT) * UNIT),
        // To six decimals, half away from zero.
        "ROUND" => {
            let (value, step) = (number(one(0)), UNIT / 1_000_000);
            Value::Number((value + value.signum() * step / 2) / step * step)
        }
        other => panic!("{other} is not calculated"),
    }
}
