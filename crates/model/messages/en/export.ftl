# Headings and explanations in exported files, and why something cannot be exported.

# The title is that of the form, the same in every language.
export-title = { $unit }{ $year }年{ $title }
export-title-no-year = { $unit }{ $title }

export-about-edition = { $edition }
export-about-file = file { $text }
export-about-sha256 = SHA-256 { $text }
export-about-url = published at { $text }
export-about-date = date { $text }
export-about-generator = exported by { $text }

export-contents = Contents
export-findings = Findings
export-summary-clean = No findings; { $held } edits held, { $unjudged } not judged, { $inapplicable } not applicable
export-summary = { $errors } { $errors ->
    [one] error
   *[other] errors
}, { $warnings } { $warnings ->
    [one] warning
   *[other] warnings
}, { $notes } { $notes ->
    [one] note
   *[other] notes
}; { $held } edits held, { $unjudged } not judged, { $inapplicable } not applicable
export-basis = Basis: { $text }
export-place = Place: { $text }
export-suggestion = Suggestion: { $text }
export-cells = Cells: { $text }
export-cells-count = { $count } { $count ->
    [one] cell
   *[other] cells
}
export-finding-number = Finding { $number }
export-table-caption = { $table }. { $section }
export-other-cells = Other numbers
export-other-cells-text = The report also has these numbers, for which the tables of this edition have no place:
export-other-cells-id = Cell
export-other-cells-value = Value

export-kind-report = a single report
export-kind-blank-form = a blank form
export-kind-notice = a notice of corrections
export-kind-batch = several reports together
export-unsupported = { $format } is not available for { $kind }; use another format

export-control = { $file }: there is a control character, { $character }, in { $place }, which no document can hold. Remove it from the file and export again
export-place-name = the name
export-place-url = the address
export-place-unit = the name of the unit
export-place-cell = the print of cell { $cell }
export-place-section = section { $section }
export-place-finding = the text of finding { $finding }
export-json-failed = it cannot be written as JSON: { $detail }
export-csv-failed = it cannot be written as csv: { $detail }

# Columns of csv, and what the tables are.
export-csv-long-title = Cells, one a row
export-csv-wide-title = Reports, one a row
export-csv-unit = Name of the unit
export-csv-year = Report year
export-csv-edition = Edition of the form
export-csv-table = Id of the table
export-csv-id = Id of the cell
export-csv-table-label = Name of the table (Chinese)
export-csv-row-label = Name of the row (Chinese)
export-csv-column-label = Name of the column (Chinese)
export-csv-state = State: number, blank, dash, unreadable (no number), missing (not found). Only number has a value; blank is not 0
export-csv-value = The number; empty where there is none
export-csv-raw = What is printed, where it is not the canonical print; an apostrophe stands before text that begins with =, +, - or @
export-csv-file = File
export-csv-sha256 = SHA-256 of the file
export-csv-cell = { $cell }
export-csv-cell-unit = { $cell } ({ $unit })
export-csv-cell-state = State of { $cell }

export-docx-failed = it cannot be written as docx: { $detail }
export-smoothed = the tables are printed with the labels of the form; what the document has instead is not kept: { $seen }
