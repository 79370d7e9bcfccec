# Tables for analysis
driver-command-table = Write reports and findings as tables for analysis (a row a report)
driver-usage-table = gouji table [OPTIONS] FILE|DIR... -o reports.csv [--findings findings.csv]
driver-arg-table = The table of reports: .csv or .parquet
driver-arg-findings = The table of findings, a row a finding: .csv or .parquet
table-format = “{ $file }” does not say which format to write: its name should end in .csv or .parquet
table-no-parquet = This program was built without Parquet and cannot write “{ $file }”; write .csv, or install it with cargo install gouji --features parquet
table-written = { $file }: { $reports } reports
