//! What scripts cannot say, and how they are told so.
mod support;

use support::check;

const NO_BRANCH: &str = "A condition is written when(a).require(b); one of several is require_any([a, b]); \
                         all of several are several requirements";
const GRAMMAR: &str = "A rule script has `for`, `let`, calls, + - * and comparisons, and nothing else";
const NO_LOOP: &str = "The one loop is `for name in list`, over a list of the form such as requests.columns";
const NO_NOT: &str = "Unequal is written a != b, the opposite of a fact negate(fact)";
const NO_DIVISION: &str = "Multiply instead: the other side by the divisor, or by a decimal such as 0.5";
const CONDITION: &str =
    "A condition is a comparison (a == b), a cell's state (a.is_blank) or a fact (section(\"other\").present)";
const EFFECT: &str = "Write require(…), require_any([…]) or when(…).require(…)";

/// A word or sign that is refused where it stands.
#[track_caller]
fn refused(body: &str, column: usize, symbol: &str, help: &str) {
    check(body, &[&format!("1:{column} «{symbol}» a rule script cannot use `{symbol}` | {help}")]);
}

#[test]
fn branches() {
    refused("if loans.lent.total > 5 { require(form.own); }", 1, "if", NO_BRANCH);
    refused("switch loans.lent.total { 5 => require(form.own) }", 1, "switch", NO_BRANCH);
    refused("require(form.own && form.uniform);", 18, "&&", NO_BRANCH);
    refused("require(form.own || true);", 18, "||", NO_BRANCH);
    refused("require(loans.lent.total ?? 5);", 26, "??", NO_BRANCH);
    refused("require(loans?.lent.total == 5);", 14, "?.", NO_BRANCH);
    refused("require(!form.own);", 9, "!", NO_NOT);
}

#[test]
fn loops() {
    refused("while form.own { }", 1, "while", NO_LOOP);
    refused("loop { require(form.own); }", 1, "loop", NO_LOOP);
    refused("do { require(form.own); } until true", 1, "do", NO_LOOP);
    refused("for c in loans.columns { break; }", 26, "break", NO_LOOP);
    refused("for c in 0..3 { require(form.own); }", 11, "..", NO_LOOP);
    let no_list = |text: &str| format!("1:10 «{text}» this is not a list | {NO_LOOP}");
    check("for c in loans { require(loans.lent[c] == 0); }", &[&no_list("loans")]);
    check("for c in 5 { require(loans.lent[c] == 0); }", &[&no_list("5")]);
    check(
        "for (c, number) in loans.columns { require(loans.lent[c] == number); }",
        &["1:1 «for» `for` takes one variable"],
    );
}

#[test]
fn membership() {
    refused("require(loans.lent.total in [1, 2]);", 26, "in", GRAMMAR);
    refused("require(loans.lent.total !in [1, 2]);", 26, "!in", NO_NOT);
}

#[test]
fn functions_modules_and_code_at_run_time() {
    refused("fn twice(x) { x + x }", 1, "fn", GRAMMAR);
    refused("let twice = |x| x + x; require(form.own);", 13, "|", GRAMMAR);
    refused("eval(\"require(form.own)\");", 1, "eval", GRAMMAR);
    refused("import \"other\" as other;", 1, "import", GRAMMAR);
    refused("export loans;", 1, "export", GRAMMAR);
    refused("print(1);", 1, "print", GRAMMAR);
    refused("debug(1);", 1, "debug", GRAMMAR);
    refused("return;", 1, "return", GRAMMAR);
    refused("throw 5;", 1, "throw", GRAMMAR);
    refused("try { require(form.own); } catch { }", 1, "try", GRAMMAR);
    refused("require(type_of(form) == 5);", 9, "type_of", GRAMMAR);
    refused("require(Fn(\"sum\") == 5);", 9, "Fn", GRAMMAR);
    refused("require(loans::lent == 5);", 14, "::", GRAMMAR);
}

#[test]
fn other_syntax() {
    refused("require(loans.lent.total / 2 == 5);", 26, "/", NO_DIVISION);
    refused("require(loans.lent.total % 2 == 0);", 26, "%", NO_DIVISION);
    refused("require(loans.lent.total ** 2 == 0);", 26, "**", NO_DIVISION);
    refused("const X = 5; require(loans.lent.total == X);", 1, "const", GRAMMAR);
    refused("let x = 5; x = 6; require(loans.lent.total == x);", 14, "=", GRAMMAR);
    refused("let x = 5; x += 6; require(loans.lent.total == x);", 14, "+=", GRAMMAR);
    refused("let x = #{a: 1}; require(loans.lent.total == x.a);", 9, "#{", GRAMMAR);
    refused("require(loans.lent.total == this);", 29, "this", GRAMMAR);
    refused("require(loans.lent.total === 5);", 26, "===", GRAMMAR);
    refused("require(with);", 9, "with", GRAMMAR);
    refused("let x = { 5 }; require(loans.lent.total == x);", 9, "{", GRAMMAR);
    refused("require(loans[`${5}`].total == 5);", 15, "`", GRAMMAR);
    check("let x; require(loans.lent.total == x);", &["1:1 «let» write `let name = value;`"]);
}

#[test]
fn a_comparison_that_is_no_constraint() {
    let operand = |column: usize, kind: &str| {
        format!("1:{column} «==» operators take cells, claims and numbers, and this is {kind}")
    };
    check("require(loans.lent.total == \"5\");", &[&operand(26, "a text")]);
    check("require(loans.lent.total == true);", &[&operand(26, "a truth value")]);
    check("require(loans.columns == loans.rows);", &[&operand(23, "a list")]);
    check("require(form.own == true);", &[&operand(18, "a fact")]);
    check(
        "require(5 == 5);",
        &["1:11 «==» there is no cell, claim or fact in this: it is always true or always false"],
    );
    check(
        "require(loans.lent.total == loans.lent.total);",
        &["1:26 «==» there is no cell, claim or fact in this: it is always true or always false"],
    );
    check(
        "require(loans.lent.total == loans.all.total == loans.lent.adults);",
        &["1:45 «==» operators take cells, claims and numbers, and this is a condition | \
         Comparisons are not chained: write a == b == c as two requirements"],
    );
    check(
        "require(loans.lent.total * loans.all.total == 5);",
        &["1:26 «*» two cells cannot be multiplied; only a share that the prose states can multiply a cell"],
    );
}

#[test]
fn a_requirement_that_is_no_condition() {
    let wanted = |kind: &str, help: &str| format!("1:1 «require» a condition is wanted, and this is {kind} | {help}");
    check("require(true);", &[&wanted("a truth value", CONDITION)]);
    check("require(5);", &[&wanted("a number", CONDITION)]);
    check("require(loans.columns);", &[&wanted("a list", CONDITION)]);
    check("require(loans.lent.total + 5);", &[&wanted("a sum", CONDITION)]);
    check(
        "require(loans.lent.total);",
        &[&wanted("a cell", "Compare the cell or ask for its state: require(a == b), require(a.is_number)")],
    );
    check(
        "require(section(\"loans\"));",
        &[
            "1:1 «require» `section(\"loans\")` is no fact yet: what is asked must follow | There are: present, mentions, named, told, renewed, original",
        ],
    );
    check(
        "require_any([form.own, false]);",
        &[&format!("1:1 «require_any» a condition is wanted, and this is a truth value | {CONDITION}")],
    );
    check("require_any([]);", &["1:1 «require_any» the list is empty"]);
    check("require_any(form.own);", &["1:1 «require_any» a list is wanted, and this is a fact"]);
    check(
        "when(5).require(form.own);",
        &[&format!("1:1 «when» a condition is wanted, and this is a number | {CONDITION}")],
    );
    check(
        "form.own.require(form.uniform);",
        &[
            "1:10 «require» `require` takes one condition, those under which it applies stand in when(…); the first here is a fact",
        ],
    );
    check(
        "require(negate(loans.lent.total == 5));",
        &["1:9 «negate» `negate` is for facts only | A comparison has the opposite sign (!=, <, >), \
         a state the opposite state (is_not_number …)"],
    );
}

#[test]
fn misspelt_names() {
    check("require(loan.lent.total == 5);", &["1:9 «loan» there is no `loan` | Did you mean `loans`?"]);
    check("require(loans.lnet.total == 5);", &["1:15 «lnet» `loans` has no `lnet` | Did you mean `lent`?"]);
    check("require(loans[\"lnet\"].total == 5);", &["1:15 «\"lnet\"» `loans` has no `lnet` | Did you mean `lent`?"]);
    check(
        "require(loans.back.latte.total == 5);",
        &["1:20 «latte» `loans.back` has no `latte` | Did you mean `late`?"],
    );
    check(
        "for c in loans.colums { require(loans.lent[c] == 0); }",
        &["1:16 «colums» `loans` has no `colums` | Did you mean `columns`?"],
    );
    check(
        "for c in loans.columns { require(loans.lnt[c] == 0); }",
        &["1:40 «lnt» `loans` has no `lnt` | Did you mean `lent`?"],
    );
    check(
        "require(loans.lent.total.is_blnk);",
        &["1:26 «is_blnk» `loans.lent.total` has no `is_blnk` | Did you mean `is_blank`?"],
    );
    check(
        "require(last_year.loan.lent.total == 5);",
        &["1:19 «loan» `last_year` has no `loan` | Did you mean `loans`?"],
    );
    check(
        "requires(form.own);",
        &[
            &format!("1:1 «requires» this line requires nothing | {EFFECT}"),
            "1:1 «requires» there is no function `requires` | Did you mean `require`?",
        ],
    );
    check(
        "when(form.own).requires(title.present);",
        &[
            &format!("1:1 «when» this line requires nothing | {EFFECT}"),
            "1:16 «requires» there is no function `requires` | Did you mean `require`?",
        ],
    );
    check("require(loans.lent.total == smu([1]));", &["1:29 «smu» there is no function `smu` | Did you mean `sum`?"]);
    check("require(require);", &["1:9 «require» there is no `require` | Did you mean `require`?"]);
}

#[test]
fn misspelt_facts() {
    check("require(form.won);", &["1:14 «won» `form` has no `won` | Did you mean `own`?"]);
    check(
        "require(section(\"loan\").present);",
        &["1:9 «section» the form has no section `loan` | Did you mean `loans`?"],
    );
    check(
        "require(section(\"staff\").present);",
        &["1:9 «section» the form has no section `staff` | Did you mean `summary.staff`?"],
    );
    check("require(table(\"visit\").text);", &["1:9 «table» the form has no table `visit` | Did you mean `visits`?"]);
    check(
        "require(section(\"loans\").mentions(\"fines\"));",
        &["1:26 «mentions» lexicon.toml has no phrases `fines` | Did you mean `fine`?"],
    );
    check(
        "require(unit.level.is(\"town\"));",
        &["1:20 «is» there is no level `town` | There are: national, province, city, county, township, street"],
    );
    check(
        "require(unit.kind.is(\"department \"));",
        &["1:19 «is» there is no kind of unit `department ` | Did you mean `department`?"],
    );
    check("require(claim(\"Lent\") == 5);", &["1:9 «claim» the prose is not read for `Lent` | Did you mean `lent`?"]);
    check("require(form.is(\"own\"));", &["1:14 «is» `form` takes no argument"]);
}

#[test]
fn incomplete_paths() {
    check(
        "require(loans.lent == 5);",
        &[
            "1:20 «==» `loans.lent` is no cell yet: a row or column must follow | There are: adults, children, readers, total",
        ],
    );
    check(
        "require(last_year == 5);",
        &["1:19 «==» `last_year` is no cell yet: a row or column must follow | There are: loans, visits"],
    );
    check(
        "require(loans.lent.is_zero);",
        &[
            "1:20 «is_zero» `loans.lent` is no cell yet: a row or column must follow | There are: adults, children, readers, total",
        ],
    );
    check(
        "require(last_year.loans.lent.total.is_zero);",
        &[
            "1:36 «is_zero» `last_year.loans.lent.total` is no cell of this report, and only those can be asked for their state",
        ],
    );
    check("require(loans[5] == 5);", &["1:15 «5» a text in quotation marks is wanted, and this is a number"]);
    check(
        "require(visits.morning.in == 5);",
        &["1:24 «in» `in` is a word of the language and no name here | Write it as an index: [\"in\"]"],
    );
    let index = |text: &str| format!("1:23 «{text}» a list is indexed with a number of one of its items, from 0");
    check("require(loans[loans.columns[3]].lent == 5);", &[&index("3").replace("1:23", "1:29")]);
    check("require(loans.columns[\"lent\"] == 5);", &[&index("\"lent\"")]);
    check("require(loans.columns[form] == 5);", &[&index("form")]);
    check("require(loans.columns.first == 5);", &["1:23 «first» this value has no `first`"]);
}

#[test]
fn lines_without_effect() {
    let nothing = |column: usize, text: &str| format!("1:{column} «{text}» this line requires nothing | {EFFECT}");
    check("loans.lent.total + 1 == 5; require(form.own);", &[&nothing(1, "loans")]);
    check("when(form.own); require(title.present);", &[&nothing(1, "when")]);
    check("form.own", &[&nothing(1, "form")]);
    check("let applies = when(form.own); require(title.present);", &["1:5 «applies» `applies` is never used"]);
    check("for c in loans.columns { require(form.own); }", &["1:5 «c» `c` is never used"]);
    check("", &["the script requires nothing"]);
    check("for c in loans.columns { }\nlet c = 5;", &["1:5 «c» `c` is never used", "2:5 «c» `c` is never used"]);
}

#[test]
fn two_edits_with_one_subject() {
    check(
        "require(loans.lent.total == 5);\n\nrequire(loans.lent.total > loans.all.total);",
        &["3:1 «require» two requirements (lines 7 and 9) are about `loans.lent.total`: a rule has one for each cell"],
    );
}

#[test]
fn numbers_of_arguments() {
    check("require(form.own, title.present);", &["1:1 «require» `require` takes one argument"]);
    check(
        "when(form.own, form.own, form.own, form.own).require(title.present);",
        &["1:1 «when» `when` takes 1 to 3 arguments"],
    );
    check("require(unit.level.is());", &["1:20 «is» `is` takes one argument"]);
    check("require(sum(loans.lent.total, 5) == 5);", &["1:9 «sum» `sum` takes one argument"]);
    check("require(sum(loans.lent.total) == 5);", &["1:9 «sum» a list is wanted, and this is a cell"]);
    check("require(sum([]) == loans.lent.total);", &["1:9 «sum» the list is empty"]);
}

#[test]
fn signs_of_a_chinese_keyboard() {
    let wide = |column: usize, sign: char, narrow: char| {
        format!("1:{column} «{sign}» unexpected `{sign}` | Write the half-width `{narrow}`")
    };
    check("require（form.own);", &[&wide(8, '（', '(')]);
    check("require(form.own）;", &[&wide(17, '）', ')')]);
    check("require(form.own)；", &[&wide(18, '；', ';')]);
    check("require(section(“loans”).present);", &[&wide(17, '“', '"')]);
}

#[test]
fn unfinished_scripts() {
    check("require(form.own", &["1:17 «» expected `)`"]);
    check("require(form.own) require(form.uniform)", &["1:19 «require» expected `;`"]);
    check("require(section(\"loans).present);", &["1:17 «\"loans).present);» the text has no closing quotation mark"]);
    check("for c in loans.columns { require(loans.lent[c] == 0);", &["1:54 «» expected `}`"]);
}

#[test]
fn limits() {
    let cells = ["loans.lent.total"; 300].join(" + ");
    check(
        &format!("require({cells} == 5);"),
        &[
            "1:1160 «total» the expression is nested too deeply | Write a long sum as sum([a, b, …]), or make it a group in form.toml",
        ],
    );
    check(
        "require(loans.lent.total * 1000000 * 1000000 * 1000000 == 5);",
        &["1:46 «*» a coefficient or constant is larger than 10^12 or has more than six decimals"],
    );
    check("require(loans.lent.total == 1234567890123);", &["1:26 «==» a number is at most 10^12"]);
    check("require(loans.lent.total == 99999999999999999999999);", &["1:26 «==» a number is at most 10^12"]);
    check("require(loans.lent.total == 0.1234567);", &["1:26 «==» a number has at most six decimals"]);
    let loops = (0..6).map(|level| format!("for c{level} in loans.cells {{ ")).collect::<Vec<_>>().concat();
    let body =
        format!("let s = sum([{}]);", (0..6).map(|level| format!("loans[c{level}]")).collect::<Vec<_>>().join(", "));
    check(
        &format!("{loops}\n{body} require(s == 0); {}", "}".repeat(6)),
        &["2:82 «require» a rule has at most 4096 requirements"],
    );
    let used = "\nfor s in [loans.lent.total] { require(s == 0); }";
    check(&format!("{loops}\n{body} {}{used}", "}".repeat(6)), &["2:42 «c2» the script takes too many steps"]);
    let long = format!("require(form.own); // {}", "长".repeat(20_000));
    check(&long, &["the script is longer than 32768 bytes"]);
}

#[test]
fn names_that_are_taken() {
    check("let loans = 5; require(loans == loans);", &["1:1 «let» `loans` is taken, choose another name"]);
}

#[test]
fn faults_of_the_grammar_come_together() {
    check(
        "foo(1);\nlet x = 5;\nform.own;",
        &[
            &format!("1:1 «foo» this line requires nothing | {EFFECT}"),
            "1:1 «foo» there is no function `foo` | There are: require, require_any, sum, claim, share, negate, when, section, table, told",
            &format!("3:1 «form» this line requires nothing | {EFFECT}"),
            "2:5 «x» `x` is never used",
        ],
    );
}
