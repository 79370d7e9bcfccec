# How findings are worded. The names among the arguments come from the form.
state-blank = blank
state-missing = not found

finding-side = { $sum }
finding-side-sum = { $sum } = { $total }
finding-both-sides = { $left }; { $right }
finding-blanks-as-zero = { " " }(blanks and dashes counted as 0)
finding-context-column = { $table }, column “{ $name }”:{ " " }
finding-context-row = { $table }, { $name }:{ " " }
finding-context-table = { $table }:{ " " }
finding-cause = { $cell }: { $value }, should be { $corrected }: { $why }{ $also }{ $blanks }
finding-also = ; { $rules } also require { $value }
finding-unequal = { $context }{ $left }; { $right }; they differ by { $difference }{ $blanks }
finding-must-be = { $context }{ $left }, should be { $right }{ $blanks }
finding-relation = { $context }{ $left }, should be { $relation } { $right }{ $blanks }
finding-state = { $name } is not filled in as required
finding-never = what the rule requires is not so

finding-cells-blank = { $table } has { $count ->
    [one] one blank cell
   *[other] { $count } blank cells
}: { $cells }
finding-cells-dash = { $table } has { $count ->
    [one] one cell with a dash for a number
   *[other] { $count } cells with dashes for numbers
}: { $cells }
finding-cells-unreadable = { $table } has { $count ->
    [one] one cell that holds no number
   *[other] { $count } cells that hold no number
}: { $cells }
finding-cells-missing = { $table }: { $count ->
    [one] one cell was not found
   *[other] { $count } cells were not found
}: { $cells }
finding-cells-negative = { $table } has { $count ->
    [one] one cell below 0
   *[other] { $count } cells below 0
}: { $cells }
finding-cells-fraction = { $table } has { $count ->
    [one] one cell that is no whole number
   *[other] { $count } cells that are no whole numbers
}: { $cells }
finding-cells-number = { $table } has { $count ->
    [one] one cell with a number that should not be there
   *[other] { $count } cells with numbers that should not be there
}: { $cells }
finding-rows-whole = { $first } to { $last } ({ $count } rows)
finding-row-whole = { $row } (whole row)
finding-row-columns = { $row } [{ $columns }]
finding-cell-value = { $name } { $value }

suggest-value = change { $cell } to { $value }{ $slip }
suggest-slip = { " " }({ $slip })
