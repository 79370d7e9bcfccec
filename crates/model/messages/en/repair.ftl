# Which cell is wrong and what it should be: how localisation and repair are worded.
repair-slip-digit-dropped = a digit was probably left out
repair-slip-digit-doubled = a digit was probably typed twice
repair-slip-digit-added = probably one digit too many
repair-slip-digits-swapped = two digits have probably changed places
repair-slip-digit-mistyped = one digit was probably mistyped
repair-slip-times-ten = probably one 0 too many, ten times the value
repair-slip-tenth = probably one 0 too few, a tenth of the value
repair-slip-sign = the sign is probably the wrong one
repair-slip-other-row = probably the value of the row beside: { $other }
repair-slip-other-column = probably the value of the column beside: { $other }
repair-slip-exchanged = probably changed places with { $other }
repair-slip-shifted = several rows are probably shifted by one
repair-slip-left-out = { $other } was probably left out of the sum
repair-slip-counted-twice = { $other } was probably counted twice
repair-slip-other-total = probably the total of { $other }
repair-slip-zero = probably not filled in, with 0 instead

repair-change = change { $cell } from { $old } to { $value }{ $slip }
repair-fill = fill { $cell } (now { $old }) with { $value }
repair-values = a number from { $low } to { $high }
repair-and = { $first }, and { $second }
repair-choices = { $count ->
    [one] there is one repair
   *[other] there are { $count } repairs
} with { $cells ->
    [one] one changed cell
   *[other] { $cells } changed cells
}, each enough by itself: { $choices }
repair-choices-fill = blanks must be filled, no number need change: { $choices }
repair-choice = ({ $number }) { $text }
repair-more = { $count } more
repair-at-least = at least { $cells ->
    [one] one cell is wrong
   *[other] { $cells } cells are wrong
}; there are too many repairs to find them all
repair-nothing = nothing need change

amend-not-one-cell = { $place }: not found as exactly one cell; nothing was changed
amend-more-than-text = { $place } holds more than text (an automatic number, a symbol); nothing was changed
amend-formula = { $place } is a formula; nothing was changed. Correct the cells that it refers to
amend-format = only docx and xlsx files can be amended; follow the suggestions by hand in other formats
amend-differs = the amended file reads differently in more than the cells named; nothing was written
amend-encoding = part { $part } is not UTF-8; nothing was changed
amend-place-other = this place
