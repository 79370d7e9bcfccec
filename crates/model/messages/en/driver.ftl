# The command line, its errors, and the result of checking.

# ---- help ----
driver-help-template =
    { "{" }about{ "}" }

    Usage: { "{" }usage{ "}" }

    { "{" }all-args{ "}" }
driver-help-commands = Commands
driver-help-arguments = Arguments
driver-help-options = Options
driver-help-common = Common options

driver-command-gouji = gouji (勾稽): reads and checks annual reports on government information disclosure
driver-command-check = Reads reports and checks their sums; says which number is wrong and what it should be
driver-command-read = Shows what was read of files: the numbers of the tables, the sections, reading notes
driver-command-export = Exports reports as json, csv, markdown, html and other formats
driver-command-new = Makes blank reports
driver-command-rules = Looks at the rules
driver-command-rules-list = Lists all rules
driver-command-rules-show = Shows a rule: its text, basis, edits and script
driver-command-rules-explain = Explains a finding or rule: what it demands, on what basis, what to do
driver-command-completions = Prints a completion script for a shell
driver-command-man = Prints the manual page, in roff

driver-usage-gouji = gouji [OPTIONS] COMMAND
driver-usage-check = gouji check [OPTIONS] FILE|DIR...
driver-usage-read = gouji read [OPTIONS] FILE|DIR...
driver-usage-export = gouji export [OPTIONS] --to FORMAT FILE|DIR...
driver-usage-new = gouji new [OPTIONS] --to FORMAT --unit NAME --year YEAR
driver-usage-rules = gouji rules [OPTIONS] COMMAND
driver-usage-rules-list = gouji rules list [OPTIONS]
driver-usage-rules-show = gouji rules show [OPTIONS] RULE
driver-usage-rules-explain = gouji rules explain [OPTIONS] FINDING|RULE
driver-usage-completions = gouji completions SHELL
driver-usage-man = gouji man

driver-arg-edition = Read and check by this edition of the form (such as 2021), whatever the report year
driver-arg-rules = Folder that adds to or changes the rules; may be given several times
driver-arg-lang = Language of the output: zh or en; by the locale if not given, Chinese otherwise
driver-arg-quiet = Print findings and failures only
driver-arg-verbose = Also print every reading note, and every edit that was not judged with the reason
driver-arg-help = Show help
driver-arg-version = Show the version
driver-arg-files = Files of reports; of a folder, all files in it and below, except hidden ones
driver-arg-units = Unit list (xlsx or csv) with the columns name, other names, level, kind, parent, scope, file, last year's file, published, url, due
driver-arg-year = Report year; goes before the title's
driver-arg-unit = Name of the unit; goes before the title's; for one file only
driver-arg-level = Level of the unit: national, province, city, county, township, street
driver-arg-scope = What the report covers: agency, region
driver-arg-output = Write the result to this file instead of the screen; with --format notice or --annotate a folder
driver-arg-format = Form of the result: human (for people, the default), json, jsonl (a line a report), sarif, markdown, html, junit, github (annotations of a workflow), notice (what the unit must correct)
driver-arg-deny = Exit with 1 if there are findings of at least this severity: error (the default), warning, note
driver-arg-to = Formats: json, csv, markdown, html, xlsx, docx, pdf, pdfa, for notices of corrections also txt, separated by commas; any other NAME is made by gouji-export-NAME on the PATH
driver-arg-folder = Write into this folder, which is made if need be, instead of the current one; where one file is made, its name may be given, as in -o report.docx
driver-arg-date = Date to print; that of SOURCE_DATE_EPOCH if not given, and none without either
driver-arg-force = Replace existing files
driver-arg-long = The workbook of a batch also gets a long table, one row for each cell
driver-arg-last-year = Last year’s report, or a folder of them: the workbook compares both years, and checks that need last year are judged
driver-arg-new-last-year = Last year’s report, or a folder of them: in the workbook its figures stand beside
driver-arg-notes = Workbook of an earlier export: status, remark, checked by and date are carried over, and opened again where figures changed
driver-arg-batch = All reports in one file, under this name
driver-arg-notice = Not the reports, but a notice of corrections for every unit with findings
driver-arg-office = The office that signs the notices of corrections
driver-arg-new-unit = Name of the unit
driver-arg-new-year = Report year, which decides the edition (--edition goes before it)
driver-arg-rule = Id of the rule, such as requests/flow-balance
driver-arg-id = Id of a finding (rule@cell) or of a rule
driver-arg-shell = bash, zsh, fish, elvish or powershell

# ---- wrong command lines ----
driver-usage-hint = See --help.
driver-did-you-mean = { $what }; did you mean “{ $name }”?
driver-usage-value = “{ $value }” is no value for { $arg }; it must be one of { $choices }
driver-usage-no-value = { $arg } needs a value
driver-usage-validation = “{ $value }” is no value for { $arg }
driver-usage-unknown = there is no option or argument “{ $arg }” here
driver-usage-command = there is no command “{ $name }”
driver-usage-conflict = { $arg } cannot be used together with { $other }
driver-usage-missing = { $args } is missing
driver-usage-unicode = an argument is not valid Unicode
driver-unit-of-several = --unit is for one file, there are { $count }; for several give a unit list with --units
driver-level-unknown = there is no level “{ $name }”; it must be one of { $choices }
driver-kind-unknown = there is no kind “{ $name }”; it must be one of { $choices }
driver-scope-unknown = there is no scope “{ $name }”; it must be one of { $choices }
driver-edition-unknown = there is no edition “{ $name }”, only { $choices }
driver-rule-unknown = there is no rule “{ $name }”; see gouji rules list

# ---- failures ----
driver-failure = { $file }: { $reason }
driver-because = { $what }: { $cause }
driver-detail = { $detail }
driver-internal = a fault of gouji itself; please report it with this file: { $detail } ({ $place })
driver-io-not-found = no such file or folder
driver-io-denied = permission denied
driver-io-is-folder = this is a folder, not a file
driver-io-exists = a file of this name is there
driver-io-no-folder = this is not a folder
driver-io-full = the disk is full
driver-io-read-only = this can only be read, not written
driver-io-too-large = the file is larger than is allowed
driver-io-unicode = it is not UTF-8 text
driver-cannot-read = { $file } cannot be read
driver-rules-encoding = files of rules are saved in UTF-8
driver-empty-path = the file name is empty; name a file or folder, or . for the current one
driver-cannot-write = { $file } cannot be written
driver-carried = Notes: { $carried } carried over, { $reopened } opened again because figures changed, { $gone } belong to no finding any more
driver-last-year-none = none of last year’s reports is that of { $unit } for { $year }
driver-export-failed = it cannot be exported as { $format }
driver-export-exists = { $file } exists and was not replaced; give --force to replace it, or another folder with -o
driver-export-onto-input = { $file } is being read and cannot be written; give another folder with -o
driver-export-folder = the folder { $folder } cannot be used
driver-notice-none = { $file }: nothing has to be corrected, so there is no notice
driver-notice-stem = { $unit }-{ $year }-corrections
driver-export-name = “{ $name }” cannot be the name of a file
driver-export-unknown = there is no format “{ $name }”, only { $choices }; nor is there { $program } on the PATH
driver-epoch = “{ $value }” is no value for SOURCE_DATE_EPOCH; it must be seconds since 1970
driver-year-without-edition = there is no edition for report year { $year }, only for { $years }
driver-foreign-start = { $program } cannot be started
driver-foreign-slow = { $program } did not end within { $seconds } { $seconds ->
    [one] second
   *[other] seconds
} and was stopped
driver-foreign-failed = { $program } failed ({ $status }): { $said }
driver-foreign-answer = the output of { $program } cannot be read
driver-foreign-empty = { $program } put out nothing
driver-foreign-large = { $program } put out too much
driver-cannot-search = the folder cannot be listed
driver-own-files = { $count ->
        [one] one file in the folder is a notice or an annotated copy
       *[other] { $count } files in the folder are notices or annotated copies
    } written by gouji, not reports, and not read: { $files }
driver-own-files-many = { $count } files in the folder are notices or annotated copies written by gouji, not reports, and not read: { $files } and others
driver-empty-folder = there is no file to read in the folder
driver-no-report = no report was found
driver-rules-empty = there is no file in the rules folder { $folder }
driver-rules-in-edition = { $problem } (edition { $edition })
driver-places-broken = the place names built in are broken
driver-json-schema = this is { $found }, not gouji/report/1
driver-json-state = state and value of cell { $cell } do not fit
driver-json-cell = { $edition } has no cell { $cell }

# ---- unit list ----
driver-units-cannot = the unit list { $file } cannot be used
driver-units-empty = the list is empty
driver-units-csv = the csv is broken
driver-units-no-text = it is neither xlsx, xls or ods nor text in UTF-8 or GB18030; save it as xlsx or csv
driver-units-too-far = there is something in row { $row }, column { $column }, which is beyond a list (100000 rows, 256 columns)
driver-units-at = row { $row }, column “{ $column }”: { $problem }
driver-units-nameless = the name of the unit is missing
driver-units-surplus = row { $row } has a cell beyond the headings, “{ $cell }”; its columns may be shifted
driver-units-date = “{ $text }” is no date; write 2024-01-31
driver-units-quote = the quotes of the csv are not paired: a " in a cell is written twice, and the cell put in quotes
driver-units-twice = the name “{ $name }” stands in row { $first } too
driver-units-heading-twice = two columns have this name, or names of one meaning
driver-units-no-name = row { $row } has no column “{ $column }”, only { $headings }
driver-units-meant = { $what }; should “{ $heading }” be “{ $near }”?
driver-units-no-due = neither the unit list nor the name tells level and kind of { $count ->
        [one] this unit
       *[other] these { $count } units
    }; without a due date in the list nobody can say whether they publish on time: { $units }
driver-units-no-due-many = neither the unit list nor the name tells level and kind of { $count } units; without a due date in the list nobody can say whether they publish on time: { $units } and others
driver-twice = there are { $count } reports of { $unit } for { $year }; which one counts? { $files }
driver-units-unused = the column “{ $heading }” is not used

# ---- result of checking ----
driver-name = { $unit } { $year }
driver-name-no-year = { $unit } (year unknown)
driver-header = { $name } · { $edition } · { $read }
driver-read-all = all { $all } cells read
driver-read-some = { $read } of { $all } cells read, { $rest }
driver-read-missing = { $count } not found
driver-read-unreadable = { $count } { $count ->
    [one] holds no number
   *[other] hold no number
}
driver-read-kinds = of these { $numbers } { $numbers ->
    [one] number
   *[other] numbers
}, { $blanks } blank, { $dashes } { $dashes ->
    [one] dash
   *[other] dashes
}
driver-notes = { $count ->
    [one] 1 reading note
   *[other] { $count } reading notes
} (-v lists them)
driver-notes-all = { $count ->
    [one] 1 reading note
   *[other] { $count } reading notes
}:
driver-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
driver-errors-edits = { $count ->
    [one] 1 error
   *[other] { $count } errors
} (in { $edits } edits)
driver-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
driver-warnings-edits = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
} (in { $edits } edits)
driver-notices = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
driver-notices-edits = { $count ->
    [one] 1 note
   *[other] { $count } notes
} (in { $edits } edits)
driver-and = { $first }, { $rest }
driver-clean = no findings
driver-counts = { $items }; { $held } held, { $unjudged } not judged, { $inapplicable } not applicable
driver-unjudged = { $edits } not judged: { $reason }
driver-doubt-missing = not found: { $about }
driver-doubt-unreadable = no number: { $about }
driver-doubt-blank-total = total not filled in: { $about }
driver-doubt-fact = this input does not tell: { $about }
driver-doubt-level = the level of the unit is not known; give it with --level or a unit list
driver-doubt-kind = the kind of the unit is not known; give it with a unit list
driver-doubt-last-year = last year’s report was not given
driver-doubt-members = the reports of the member units were not given
driver-doubt-too-large = the numbers are too large

driver-table-file = file
driver-table-report = report
driver-table-errors = errors
driver-table-warnings = warnings
driver-table-notes = notes
driver-table-unjudged = not judged
driver-table-failed = cannot be read
driver-sum = { $reports ->
    [one] 1 report
   *[other] { $reports } reports
}: { $clean } without findings, { $findings } with findings; { $failed ->
    [one] 1 file
   *[other] { $failed } files
} could not be read

driver-progress = Progress
driver-progress-not-received = not received
driver-progress-unreadable = unreadable
driver-progress-with-errors = with errors
driver-progress-clean = without errors
driver-progress-doubled = received twice
driver-progress-unlisted = not in the list

# ---- result of reading ----
driver-read-title = { $name } · { $edition }
driver-section = { $heading }  { $length } { $length ->
    [one] character
   *[other] characters
}
driver-section-missing = { $heading }  not found

# ---- rules ----
driver-rules-edition = { $edition } ({ $id }, { $years }) · { $rules } rules, { $edits } edits
driver-rule-edits = { $edits } { $edits ->
    [one] edit
   *[other] edits
}
driver-rule-severity-in = { $severity } ({ $other } in { $year })
driver-rule-head =
    { $rule }  { $title }
    { $edition } · { $severity }
    basis { $basis }
    { $text }
    { $edits ->
        [one] 1 edit
       *[other] { $edits } edits
    }:
driver-rule-script = script { $file }
driver-rule-explained =
    { $rule }  { $title } ({ $severity })
    demands: { $text }
    basis: { $basis }
    what to do: { $advice }
driver-rule-about = about: { $subject }
driver-advice-error = The numbers contradict each other or the form, so at least one of them is wrong: find it by the records, correct it, and check again.
driver-advice-warning = Probably wrong, but there may be a reason: look into it, then correct it or explain it in the report.
driver-advice-note = For information; nothing needs to be corrected.
