# Forms of the result of a check, and its summary
tally-by-rule = Rules most often broken
tally-by-year = By year
tally-severity = Severity
tally-rule = Rule
tally-rule-title = Title
tally-reports = Reports
tally-items = Findings
tally-year = Year
tally-year-unknown = unknown
tally-clean = Clean
junit-unjudged = not judged: what it needs is not there
junit-read = read
digest-title = Check of annual reports on government information disclosure
tally-by-report = Reports to be corrected
tally-standing = Standing
tally-units = Number
tally-names = Names
