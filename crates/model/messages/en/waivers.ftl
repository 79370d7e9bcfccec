# ---- waivers ----
waiver-valid = Waived: { $reason } ({ $author }{ $article }{ $expires })
waiver-reopened = A waiver no longer holds, the values have changed: { $reason } ({ $author }{ $article }{ $expires })
waiver-expired = A waiver has expired: { $reason } ({ $author }{ $article }{ $expires })
waiver-article = , { $text }
waiver-until = , until { $text }
waiver-word = waived { $severity }
waiver-count = { $count } waived
waiver-counted = { $summary }; { $count } waived
waiver-part = Waived findings
waiver-explained = For the following { $count ->
    [one] finding a reason was
   *[other] { $count } findings reasons were
} given; nothing has to be changed now:
waiver-item = { $number }. [{ $severity }] { $sentence }
waiver-sum = Waivers: { $used } in use; { $reopened } opened again, the values have changed; { $expired } expired; { $unused } without a finding; { $notmet } not of these reports
waiver-is-expired = expired ({ $expires }): { $unit } { $year } { $finding }
waiver-is-unused = unused: { $unit } { $year } { $finding }
waiver-twice = waived twice: { $unit } { $year } { $finding }
waiver-cannot = cannot use the waivers { $file }
waiver-at = line { $line }: { $problem }
waiver-empty = { $field } is empty; this is no waiver
waiver-unknown = there is no “{ $name }”, only { $choices }
waiver-string = this must be a text in double quotes
waiver-list = this must be a list in brackets, its items in double quotes
waiver-year = this must be a year without quotes
waiver-lacking = { $file }: { $count ->
    [one] one false alarm has
   *[other] { $count } false alarms have
} not both a remark and a checker, and waive nothing
waiver-skeleton =
    Waivers, written by gouji check --format waivers. Fill in reason and author, then give the file with --waivers;
    expires (the last day) and article may be left out. Delete what is not waived. When a value changes, the waiver ends.
driver-arg-waivers = waivers (TOML), or an exported workbook with “false alarm”, remark and checker filled in; may be given more than once
driver-arg-waiver-date = the day on which waivers must hold; SOURCE_DATE_EPOCH or today if left out
