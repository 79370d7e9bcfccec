# Recognition: why a document is no annual report, and reading notes.
recognise-no-edition = there is no edition of the form; check the folder given with --rules
recognise-unknown-edition = there is no edition “{ $edition }”; there are { $known }
recognise-year = this is a report for { $year }, for which none of the editions ({ $known }) is made. Reports for years before 2019 used local forms that are not checked; if the year is wrong, give it with --year
recognise-earlier-form = this is a statistical form used before 2019, not the three tables of today, and cannot be checked (seen: { $seen }). Please give a report in the current form
recognise-nothing = no title, sections or tables of an annual report on government information disclosure were found (it begins with: { $seen }). Check that this is the right file; if the tables are pictures, give a version with text
recognise-table-twice = { $table } is printed twice, and { $rows } of its rows have different numbers; which of them counts cannot be told. Delete the one that is void, or split the reports, and check again

reading-sign = { $cell }: “{ $raw }” is read as { $value }
reading-digits = { $cell }: full-width characters, separators or blanks in “{ $raw }” are dropped, read as { $value }
reading-broken-number = { $cell }: a number broken over two lines is read as { $value }
reading-note-in-cell = { $cell }: “{ $raw }” has a note beside the number, read as { $value }
reading-unit-in-cell = { $cell }: “{ $raw }” has a unit beside the number, read as { $value }
reading-up-down = { $cell }: “{ $raw }” is read as the difference { $value }
reading-columns = the columns of the printed header are not those of the form in order and number; values are matched by the header
reading-columns-contradict = the printed header fits no order of the columns; the numbers below it cannot be told apart and count as not found
reading-row-cut = the row “{ $row }” is cut off; its numbers ({ $values }) are taken from the left, the rest is not found
reading-row-by-sums = the number or the label of the values ({ $values }) in row “{ $row }” does not tell where they stand; the sums of the form decide for “{ $decided }”
reading-row-unclear = the values ({ $values }) of row “{ $row }” do not fit the number of columns and cannot be told apart; they count as not found
reading-row-elsewhere = the row “{ $row }” is not at the place that the form gives it; it is read by its label
reading-row-twice = the row “{ $row }” is printed twice with the same numbers; it is taken once
reading-row-twice-differing = the row “{ $row }” is printed twice with different numbers and the sums do not tell which counts; they count as not found
reading-label-alike = “{ $printed }” is read as “{ $label }”
reading-label-absent = a row of numbers without a label is taken by its place as “{ $row }”
reading-left-over = numbers inside the table belong to no cell: { $values }, after “{ $label }”
reading-extra-row = the table has an extra empty row
reading-heading-number = the number of the heading “{ $heading }” should be “{ $number }、”; a converter may have made it
reading-heading-unnumbered = the heading “{ $heading }” has no number; a converter may have dropped it
recognise-too-large = the file has { $count } paragraphs and cells, far more than an annual report; check that it is the right file, and split reports that are together
reading-row-twice-decided = the row “{ $row }” is printed twice with different numbers; the ones that satisfy the sums are taken
reading-row-without-values = the row “{ $row }” has a label and no numbers
reading-unknown-table = a table was not recognised; its { $count } numbers were not read
reading-out-of-bounds = { $cell }: “{ $raw }” is out of bounds (at most six decimals, at most 10^12) and counts as unreadable
reading-number-lines = { $cell }: the digits stand on several lines ({ $raw }), one number or several cannot be told; the cell counts as unreadable
reading-number-lines-decided = { $cell }: the digits stand on several lines ({ $raw }); by the sums of the form they are { $value }
reading-rows-missing = { $table }: { $count ->
    [one] one row was not found ({ $rows }); its cells count as not found
   *[other] { $count } rows were not found ({ $rows }); their cells count as not found
}
reading-cells-missing = not found in their row, { $count }: { $cells }
reading-columns-unread = the header is broken over lines and most of its columns were not read; the numbers are taken in the order of the form, please compare
reading-number-lines-same = { $cell }: the digits stand on several lines ({ $raw }); read either way they are { $value }
