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
repair-only = the only repair, with { $cells ->
    [one] one changed cell
   *[other] { $cells } changed cells
}: { $choice }
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

driver-command-repair = Tells which cell is wrong, what it should be and how sure that is; with --apply writes a corrected docx or xlsx
driver-usage-repair = gouji repair [OPTIONS] FILE|DIR...
driver-arg-repair-format = Form of the result: human (for people, the default), json
driver-arg-apply = Write a corrected file (docx, xlsx) and a list of changes: only what is certain, the original is kept, all else stays byte for byte
driver-arg-choose = Which choice to take where there are several; may be given more than once
driver-arg-all = Correct more than one file
driver-arg-repair-last-year = Last year’s report, or a folder with reports of several years: those of the same unit are solved together, to tell which year is wrong
driver-arg-repair-members = Reports of the member units (folder or file): solved together with the region’s, to tell which report is wrong
repair-report = { $report } ({ $file })
repair-more-reports = { $count } more
repair-together = solved together with { $count ->
    [one] one report
   *[other] { $count } reports
}: { $reports }
repair-apart = too much is wrong in the { $count ->
    [one] other report
   *[other] { $count } other reports
} to solve all together within the bound on the work; this report was solved alone. Correct these first: { $reports }
repair-clean-together = All sums hold in and between the reports; nothing need be corrected
repair-clean-own = All sums hold in this report and between it and the others; nothing need be corrected
repair-beside = Other reports have faults of their own, which this report has no part in: { $reports }
repair-wrong-own = This report is the wrong one; { $count ->
    [one] the other one
   *[other] the { $count } others
} need not change
repair-wrong-other = The wrong one is { $report }; { $count ->
    [one] this report need not change
   *[other] this report and the others, { $count } in all, need not change
}
repair-wrong-several = The wrong ones are { $reports }; { $count ->
    [one] the other one
   *[other] the { $count } others
} need not change
repair-wrong-unknown = Which of the reports is wrong cannot be told from the numbers alone
repair-line-of = [{ $report }] { $line }
repair-elsewhere = { $count ->
    [one] One cell of another report must change, too, and was
   *[other] { $count } cells of other reports must change, too, and were
} left as they are: run gouji repair on that file
repair-log-year = year
repair-log-done = done
repair-log-yes = yes
repair-log-no = no: not a file of this run
repair-clean = All sums hold; nothing need be corrected
repair-too-large = The numbers are too large for exact arithmetic
repair-sure = The only repair: { $cells ->
    [one] one cell changes
   *[other] { $cells } cells change
}. It was verified that fewer cannot make all sums hold
repair-sure-fill = The only way: what is empty is filled in, no number changes
repair-several = { $count } repairs of { $cells ->
    [one] one cell
   *[other] { $cells } cells
}, the likeliest first. It was verified that fewer cannot make all sums hold
repair-several-fill = What is empty must be filled in and no number change, but the values are not certain
repair-some = At least { $cells ->
    [one] one cell changes
   *[other] { $cells } cells change
}; { $count } repairs were found, and there may be more: the bound on the work was met
repair-number = ({ $number })
repair-line = { $cell }  { $old } → { $value }{ $slip }{ $place }
repair-place = {"  "}{ $place }
repair-written = { $count ->
    [one] One cell was corrected
   *[other] { $count } cells were corrected
}: { $file }, list of changes { $log }; the original was not touched
repair-left = { $count ->
    [one] One place was left as it is
   *[other] { $count } places were left as they are
}: there is more than one repair. Take one with --choose, or correct it by hand
repair-several-files = there are { $count } files; add --all to correct them all
repair-no-choices = there is nothing to choose: each repair is the only one, or none is needed; leave --choose out
repair-no-choice = there is no choice { $number }; there are { $count }
repair-open-choice = choice { $number } leaves values open; correct it by hand
repair-two-choices = { $first } and { $second } are choices for the same place; take one of them
repair-no-place = where { $cell } stands in the file is not known; it cannot be changed
repair-noted = { $cell } has words beside the number ({ $print }); correct it by hand
repair-log-file = file
repair-log-unit = unit
repair-log-place = place
repair-log-cell = cell
repair-log-name = name
repair-log-old = old
repair-log-new = new
repair-log-reason = reason
repair-log-because = so that these hold: { $rules }
