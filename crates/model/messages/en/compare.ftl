# ---- compare ----
compare-one = { $name }
compare-two = { $before } → { $after }
compare-none = no difference
compare-forms = the forms differ ({ $before } → { $after }); the { $compared } cells that both have are compared
compare-cells = Cells ({ $count } differ)
compare-cell = { $name }: { $before } → { $after }
compare-section = “{ $heading }”
compare-section-new = “{ $heading }” (new)
compare-section-gone = “{ $heading }” (gone)
compare-section-heading = “{ $before }” → “{ $after }”
compare-notes-after = New reading notes ({ $count })
compare-notes-before = Reading notes that are gone ({ $count })
compare-appeared = Findings that appeared ({ $count })
compare-changed = Findings that remain, on other values ({ $count })
compare-stayed = Findings that remain ({ $count })
compare-settled = Findings that are settled ({ $count })
compare-finding = { $severity } { $rule }  { $sentence }
compare-finding-waived = { $severity } (waived) { $rule }  { $sentence }
compare-overview = Overview
compare-no-pairs = no report has a counterpart
compare-no-differences = { $pairs } { $pairs ->
    [one] report
   *[other] reports
} compared; nothing differs
compare-differences = { $pairs } { $pairs ->
    [one] report
   *[other] reports
} compared; { $differing } of them { $differing ->
    [one] differs
   *[other] differ
}
compare-table-report = report
compare-table-cells = cells differing
compare-table-sections = sections changed
compare-table-settled = findings settled
compare-table-stayed = findings remaining
compare-table-changed = findings on other values
compare-table-appeared = findings new
compare-only-before = Only among the first ({ $count })
compare-only-after = Only among the second ({ $count })
compare-nothing = there are no reports of one unit on both sides to be compared
driver-command-compare = shows what differs between two versions of a report, two years, or two folders
driver-usage-compare = gouji compare A B [--units LIST] [--format human|json|markdown] [--deny LEVEL] [-o FILE]
driver-arg-compare-before = the first report, or a folder of reports
driver-arg-compare-after = the second report, or a folder; matched by unit and year
driver-arg-compare-units = unit list (xlsx, xls, ods, csv)
driver-arg-compare-format = human (default), json (gouji/compare/1), markdown
