# Comments at every finding in a copy of a Word file.
annotate-format = no docx file, so it cannot bear comments; --format notice makes a notice of corrections
annotate-no-text = the file has no paragraph to put a comment to
annotate-none = { $file }: nothing has to be corrected, so there is no copy
annotate-skipped = { $file }: { $reason }
annotate-written = { $file }: { $comments ->
    [one] one comment
   *[other] { $comments } comments
}, written to { $copy }
annotate-displaced = { $file }: { $count ->
    [one] the place of one comment was not found; it stands
   *[other] the places of { $count } comments were not found; they stand
} at the title
annotate-sentence = [{ $severity }] { $sentence }.
annotate-same = [{ $severity }] The same as the comment at “{ $cell }”: { $rule }
annotate-rule = rule { $rule }
driver-arg-annotate = Copy Word files (to the folder of -o) with a comment at every cell and sentence with a finding
