# ---- member units ----
fact-roster-given = no reports of member units were given
fact-roster-complete = the reports of the member units are not complete{ $evidence }
fact-roster-single = a member unit has more than one report{ $evidence }
fact-roster-whole = the report covers the office itself; it is not compared with the sums of its member units
fact-roster-one-scope = member units of one kind cover different things{ $evidence }
fact-roster-uniform = { $name } of the member units is not of one form and cannot be added up as a whole{ $evidence }
evidence-missing = missing { $units }
evidence-unreadable = unreadable { $units }
evidence-doubled = { $unit } ({ $files })
evidence-scope-region = region: { $units }
evidence-scope-agency = the office itself: { $units }
evidence-printed-form = { $unit } has the { $edition }
finding-members-unequal = { $table }: { $count ->
    [one] one cell differs
   *[other] { $count } cells differ
} from the sum of the member units: { $cells }
finding-members-above = { $table }: { $count ->
    [one] one cell exceeds
   *[other] { $count } cells exceed
} the sum of the member units: { $cells }
finding-members-below = { $table }: { $count ->
    [one] one cell is below
   *[other] { $count } cells are below
} the sum of the member units: { $cells }
finding-members-cell = { $cell } { $own } (units { $members })
finding-members-more = { $cells } and more, { $count } in all

# ---- roll-up ----
rollup-as-zero = blanks or dashes of { $members } count as 0: { $cells }
rollup-differing = No sum: the reports that { $members } handed in differ in { $cells }
rollup-missing = no sum: not found in { $members }: { $cells }
rollup-unreadable = no sum: not a number in { $members }: { $cells }
rollup-blank-total = no sum: left blank by { $members } (a total is not taken as 0): { $cells }
rollup-not-in-form = no sum: the form that { $members } used does not have { $cells }
rollup-too-large = no sum: too large: { $cells }
rollup-cells-more = { $cells } and more, { $count } in all
rollup-added = { $name }: the sum of { $count ->
    [one] one report
   *[other] { $count } reports
}
rollup-members = added: { $units }
rollup-missing-units = missing, not added: { $units }. Their numbers are not in the sums
rollup-failed-units = unreadable, not added: { $units }
rollup-doubled-units = reported twice: { $units }. Cells in which they differ have no sum
rollup-other-years = of other years, not added: { $units }
rollup-unlisted-units = no member unit of { $name }, not added: { $units }
rollup-own = the report of { $name } itself, not added: { $units }
rollup-scopes = member units of one kind cover different things: { $units }
rollup-unit-file = { $unit } ({ $file })
rollup-unit-year = { $unit } { $year } ({ $file })
rollup-unit-no-year = { $unit } (year not known, { $file })
rollup-years = the reports are of different years: { $years }. Say which with --year
rollup-no-year = no report tells its year. Say it with --year
rollup-nothing = there is no report of { $year } to be added
rollup-no-members = no unit of the unit list has “{ $name }” as its parent
driver-members-of-several = Without the column “parent” in a unit list --members is for one file; here are { $count }

driver-command-rollup = adds the reports of member units up to the region's report
driver-usage-rollup = gouji rollup FILE|DIR… --unit NAME [--units LIST] [--year YEAR] [--to FORMATS -o DIR | --format human|json]
driver-arg-rollup-unit = name of the region; its members are the units of the unit list that have it as parent, or all reports given where the list has no parents
driver-arg-rollup-to = formats of the region's report, separated by commas: xlsx, pdf, pdfa, markdown, html, docx, json, csv
driver-arg-rollup-output = where it goes: a folder with --to, else a file
driver-arg-rollup-year = report year; may be left out where all reports are of one
driver-arg-rollup-format = human (default, tables), json (gouji/report/1)
driver-arg-rollup-units = unit list (xlsx, xls, ods, csv)
driver-arg-rollup-files = reports of the member units: files, or folders that are searched
driver-arg-members = reports of the member units (folder or file), to be compared with the region's
