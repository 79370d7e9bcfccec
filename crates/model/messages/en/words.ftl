# Single words and short phrases.
word-error = error
word-warning = warning
word-note = note
word-help = help
word-basis = basis
word-place = place
word-suggestion = suggestion
word-semicolon = ;{ " " }
word-value = { $value }
word-quoted = “{ $text }”
word-unit-unknown = (unit unknown)

word-place-line = line { $line }
word-place-paragraph = paragraph { $paragraph }
word-place-table = table { $table }, row { $row }, column { $column }
word-place-sheet = sheet “{ $sheet }”, { $cell }
word-place-page = page { $page }
word-place-part = { $part }, { $place }
word-place-none = whole document
