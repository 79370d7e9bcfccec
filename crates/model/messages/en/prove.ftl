# gouji rules sql, rules prove
driver-command-rules-sql = Prints the rules as standard SQL, to be run in a database
driver-command-rules-prove = Proves what the hard edits imply, and tests which slips the rules see
driver-usage-rules-sql = gouji rules sql [OPTIONS] [RULE]
driver-usage-rules-prove = gouji rules prove [OPTIONS]
driver-arg-rules-format = Form of the result: human (for people, the default), json
driver-arg-sql-rule = This rule only
driver-arg-columns = The wide table (csv): only columns that its first line names are used
driver-arg-sql-table = Name of the table, reports by default

sql-head = { $edition }: a column for each edit: held, broken, unjudged or inapplicable
sql-rule = { $rule } { $title }
sql-no-column = { $edit } is left out: the table has no column { $column }

prove-too-large = the numbers of the proof are too large for integers of 128 bits
prove-head = { $edition } ({ $id }): { $hard } hard edits, { $cells } cells
prove-consistent = consistent: whole numbers that satisfy all hard edits exist
prove-contradictory = contradictory: these cannot all hold, and could without any one of them: { $edits }
prove-fractions = consistent in fractions; no solution in whole numbers was found
prove-rank = { $equalities } equalities, { $rank } of them independent
prove-dependent = of these { $count } any one follows from the others: { $rules }
prove-rule-count = { $rule } ({ $count })
prove-redundant = bounds that follow from other hard edits: { $edits }
prove-fixed = cells that can have one value only, { $count }: { $cells }
prove-fixed-cell = { $cell } is always { $value }
prove-fixed-none = no cell can have one value only (such as “always 0”)
prove-tied = cells that determine each other: { $cells }
prove-unwatched = { $count ->
    [0] every cell is watched by a rule
   *[other] cells that no rule watches, { $count }: { $cells }
  }
prove-without-sum = { $count ->
    [0] every cell is in a hard edit
   *[other] cells in no hard edit, { $count }: { $cells }
  }
prove-single = { $count ->
    [0] hard edits see every slip in one cell
   *[other] slips in one cell that no hard equality sees: { $count } cells{ $example }
  }
prove-double = { $count ->
    [0] hard edits see every slip in two cells (of those that they see alone)
   *[other] slips in two cells that cancel, so that no hard equality sees them: { $count } sets of cells, { $pairs } pairs{ $example }
  }
prove-example = , for example { $changes }
prove-change = { $cell } { $from } → { $to }
prove-more = { $count } more
prove-score = { $id } mutation score: { $seen } of { $all } slips are seen by a rule (errors { $error }, warnings { $warning }, notes { $note }), { $unseen } are not
prove-no-score = no whole numbers satisfy all hard edits: no mutation score
prove-column-table = table
prove-column-way = change
prove-column-all = slips
prove-column-error = errors
prove-column-warning = warnings
prove-column-note = notes
prove-column-unseen = unseen
prove-table = { $name }
prove-way-plus-one = one more
prove-way-minus-one = one less
prove-way-times-ten = a zero too many
prove-way-digits-swapped = digits swapped
prove-way-neighbours-swapped = swapped with a neighbour
prove-way-blanked = left blank
prove-base-broken = broken before any change and not counted, { $count }: { $rules }
prove-left-out = in need of last year, members or prose and not counted, { $count }: { $rules }
prove-survivors = cells with a change that no rule sees, { $cells }:
prove-survivor = { $cell }: { $ways }
