# Reading notes of spreadsheets (xlsx, xls, et, ods, csv), and what is said where one file holds several reports

read-sheet-no-book = this spreadsheet has no workbook in it ({ $part }); it may be incomplete. Get the file again, or open it in Excel or WPS, let it be repaired and save a copy
read-sheet-too-many-cells = the sheets have more than { $limit } cells. Make sure that this is the right file; split a table of several thousand reports into several files
read-xls-damaged = the file is damaged, its workbook cannot be read ({ $cause }). Get the file again, or open it in Excel or WPS, let it be repaired and save a copy
read-csv-broken = the CSV cannot be read further: { $cause }. Open it in Excel or WPS and save it again

reading-sheet-hidden = the sheet “{ $sheet }” is hidden and was not read
reading-sheet-hidden-cells = the sheet “{ $sheet }” has { $rows } hidden rows and { $columns } hidden columns with content; they were read like others
reading-sheet-formula = this cell is the formula { $formula }, whose result is not stored in the file: no number can be read; open the file in Excel or WPS and save it once
reading-sheet-error = this cell is the error { $error }: no number can be read
reading-sheet-rounded = this cell shows { $shown } and stores { $stored }; read as shown

recognise-no-row = this is a table with one row a report, but no row can be read as one. Check units, years and values of its rows

reading-report-row = this report is taken from this row of a table of reports
reading-report-sheet = the file holds several reports; this one is taken from the sheet “{ $sheet }”
reading-sheet-beside = the sheet “{ $sheet }” is no report and was not read
reading-row-refused = this row was not read as a report: { $reason }
reading-column-twice = two columns of the table are { $column } with different numbers; none can be preferred, the cell counts as not found
reading-sheet-beside-form = what stands apart to the right of the form on the sheet “{ $sheet }” (from column { $column }, { $count } cells) is no part of the report and was not read
reading-sheet-covered = the sheet “{ $sheet }” has { $count } cells with content under merged cells, where it is not shown; it was not read
recognise-row-uneven = this row has { $cells } cells, not as many as the headings: nobody knows in which columns they stand
