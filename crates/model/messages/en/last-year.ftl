# Comparisons with last year's report.
finding-and = { $first }; { $rest }
finding-last-year = { $what } (last year’s report: { $file })
driver-doubt-not-among = none of last year’s reports is this unit’s
workbook-doubt-not-among = none of last year’s reports is this unit’s
driver-last-year-not-among = none of last year’s reports is that of { $unit } for { $year }; what compares both years was not judged
driver-last-year-not-among-unnamed = the report names no unit or year, so that its report of last year cannot be told; what compares both years was not judged
driver-arg-check-last-year = Last year’s report, or a folder of them: checks that need last year are judged
