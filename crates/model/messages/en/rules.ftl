# Errors in rule scripts and in the files of an edition
rules-error = { $place }: { $problem }
rules-error-help = { $place }: { $problem }. { $help }
rules-error-edition = { $place }: { $problem } (edition { $edition })
rules-error-edition-help = { $place }: { $problem } (edition { $edition }). { $help }

rules-help-did-you-mean = Did you mean `{ $name }`?
rules-help-choices = There are: { $names }
rules-help-files = The folder of an edition holds edition.toml, form.toml, lexicon.toml, <topic>/<rule>.rhai and <topic>/<rule>.cases.toml
rules-help-edition = Write an edition.toml with at least an id, and a base if it changes an edition that exists
rules-help-overlay = To change an edition write base = "…" and no years; to replace it whole use its id and no base
rules-help-header = A script starts with //! title:, //! title.en:, //! severity:, //! basis:, a Chinese text and //! en:
rules-help-chain = Comparisons are not chained: write a == b == c as two requirements
rules-help-compare = Compare the cell or ask for its state: require(a == b), require(a.is_number)
rules-help-condition = A condition is a comparison (a == b), a cell's state (a.is_blank) or a fact (section("other").present)
rules-help-opposite = A comparison has the opposite sign (!=, <, >), a state the opposite state (is_not_number …)
rules-help-no-branch = A condition is written when(a).require(b); one of several is require_any([a, b]); all of several are several requirements
rules-help-no-not = Unequal is written a != b, the opposite of a fact negate(fact)
rules-help-no-loop = The one loop is `for name in list`, over a list of the form such as requests.columns
rules-help-no-division = Multiply instead: the other side by the divisor, or by a decimal such as 0.5
rules-help-grammar = A rule script has `for`, `let`, calls, + - * and comparisons, and nothing else
rules-help-effect = Write require(…), require_any([…]) or when(…).require(…)
rules-help-sum = Write a long sum as sum([a, b, …]), or make it a group in form.toml
rules-help-index = Write it as an index: ["{ $name }"]
rules-help-narrow = Write the half-width `{ $character }`

rules-toml = invalid TOML: { $detail }
rules-toml-unknown = unknown name `{ $name }`
rules-toml-missing = `{ $name }` is missing

rules-file-unknown = `{ $path }` is no file of an edition
rules-file-rule-path = the path of a rule is `topic/rule`, in lower-case letters, digits and hyphens, not `{ $path }`

rules-edition-absent = there is no edition.toml in the folder
rules-edition-no-base = there is no edition `{ $base }` to build on
rules-edition-cycle = edition `{ $base }` itself builds on this one
rules-edition-no-rule = there is no rule `{ $rule }`
rules-edition-year = `{ $year }` is no year of this edition ({ $years })
rules-edition-years = the years run backwards: { $years }
rules-edition-twice = edition `{ $edition }` is also defined by { $other }
rules-edition-overlap = the years of edition `{ $edition }` ({ $years }) overlap those of { $other } ({ $other_years })

rules-form-empty = the form has no cells
rules-form-table-id = a table has no id
rules-form-table-name = the table id `{ $table }` means something else in rule scripts, choose another
rules-form-id = `{ $id }` cannot be an id: scripts name ids, in lower-case letters, digits and `_`, with dots between words
rules-form-label-empty = `{ $id }` has an empty Chinese label
rules-form-label-twice = the label “{ $label }” stands twice side by side: reading could not tell the two apart
rules-form-placeholder = a cell’s name has no `{ $name }`
rules-form-twice = two cells or groups have the id `{ $id }`
rules-form-member = group or list `{ $group }` of table `{ $table }` names `{ $member }`, which is no row or column there
rules-form-cycle = group `{ $group }` of table `{ $table }` contains itself
rules-form-section = table `{ $table }` stands in section `{ $section }`, which the form does not have
rules-form-width = block { $block } of table `{ $table }` is { $found } columns wide, the table is { $expected }
rules-form-too-large = the form has too many cells or groups

rules-header-late = the header belongs at the top of the file, before the script
rules-header-key = unknown key `{ $key }` in the header
rules-header-twice = the header has `{ $key }` twice
rules-header-severity = `{ $value }` is no severity
rules-header-missing = the header has no `{ $key }`
rules-header-no-text = the header has no Chinese text that says what the rule demands and why

rules-script-refused = a rule script cannot use `{ $symbol }`
rules-script-syntax = syntax error: { $detail }
rules-script-failed = the script failed: { $detail }
rules-script-ends = the script ends in the middle
rules-script-expected = expected `{ $token }`
rules-script-character = unexpected `{ $character }`
rules-script-open-text = the text has no closing quotation mark
rules-script-too-deep = the expression is nested too deeply
rules-script-too-long = the script is longer than { $bytes } bytes
rules-script-too-many-steps = the script takes too many steps
rules-script-too-many = a rule has at most { $most } requirements
rules-script-too-large = a text or list is too long
rules-script-let = write `let name = value;`
rules-script-for = this is not a list
rules-script-for-counter = `for` takes one variable
rules-script-unused = `{ $name }` is never used
rules-script-no-effect = this line requires nothing
rules-script-nothing = the script requires nothing
rules-script-same-subject = two requirements (lines { $first } and { $second }) are about `{ $subject }`: a rule has one for each cell
rules-script-variable = a name is wanted here
rules-script-index = a list is indexed with a number of one of its items, from 0
rules-script-no-name = there is no `{ $name }`
rules-script-name-taken = `{ $name }` is taken, choose another name
rules-script-no-function = there is no function `{ $name }`
rules-script-arguments = { $most ->
    [1] `{ $name }` takes one argument
   *[other] `{ $name }` takes { $least } to { $most } arguments
}
rules-script-not-applicable = `{ $name }` cannot be used here
rules-script-no-property = this value has no `{ $name }`
rules-script-property = `{ $name }` is a word of the language and no name here
rules-script-operand = operators take cells, claims and numbers, and this is { $kind }
rules-script-no-condition = a condition is wanted, and this is { $kind }
rules-script-no-list = a list is wanted, and this is { $kind }
rules-script-no-text = a text in quotation marks is wanted, and this is { $kind }
rules-script-no-when = `require` takes one condition, those under which it applies stand in when(…); the first here is { $kind }
rules-script-empty-list = the list is empty
rules-script-negate = `negate` is for facts only
rules-script-number-precise = a number has at most six decimals
rules-script-number-large = a number is at most 10^12
rules-script-unknown-cell = `{ $path }` has no `{ $name }`
rules-script-incomplete = `{ $path }` is no cell yet: a row or column must follow
rules-script-foreign-state = `{ $path }` is no cell of this report, and only those can be asked for their state
rules-script-unknown-fact = `{ $path }` has no `{ $name }`
rules-script-part-of-fact = `{ $path }` is no fact yet: what is asked must follow
rules-script-no-argument = `{ $path }` takes no argument
rules-script-no-section = the form has no section `{ $name }`
rules-script-no-table = the form has no table `{ $name }`
rules-script-no-phrases = lexicon.toml has no phrases `{ $name }`
rules-script-no-level = there is no level `{ $name }`
rules-script-no-unit-kind = there is no kind of unit `{ $name }`
rules-script-no-metric = the prose is not read for `{ $name }`

rules-kind-truth = a truth value
rules-kind-number = a number
rules-kind-text = a text
rules-kind-list = a list
rules-kind-path = a cell
rules-kind-expression = a sum
rules-kind-condition = a condition
rules-kind-fact = a fact
rules-kind-when = a `when`
rules-kind-nothing = nothing

rules-edit-overflow = a coefficient or constant is larger than 10^12 or has more than six decimals
rules-edit-too-many-terms = too many terms in one requirement
rules-edit-constant = there is no cell, claim or fact in this: it is always true or always false
rules-edit-not-linear = two cells cannot be multiplied; only a share that the prose states can multiply a cell

rules-case-no-cell = the form has no cell `{ $name }`
rules-case-no-fact = there is no fact `{ $name }`
rules-case-no-subject = no requirement of this rule is about `{ $name }`
rules-case-value = this is no value of a cell
rules-help-case-value = Write a whole number, a decimal as "12.5", "blank", "dash", "missing" or "unreadable:text"
rules-case-fact-value = a fact is true, false or "unknown"
rules-case-both = inapplicable excludes broken and unjudged
rules-case-broken = case “{ $title }”: { $subjects } broken, but should not be
rules-case-not-broken = case “{ $title }”: { $subjects } should be broken, but not so
rules-case-unjudged = case “{ $title }”: { $subjects } not judged, but should be
rules-case-judged = case “{ $title }”: { $subjects } should not be judged, but not so
rules-case-applies = case “{ $title }”: { $subjects } applied, but nothing of the rule should
rules-case-nothing-held = case “{ $title }”: nothing held, nothing applied
rules-case-none-holds = the rule has no case that holds
rules-case-none-breaks = the rule has no case that breaks
