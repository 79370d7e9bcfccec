# What is said where the text and the tables differ.
finding-quote = the text “{ $sentence }”
finding-claim-one = { $quotes }: { $readings }, not { $value }
finding-claim-none = { $quotes }: { $readings }, none of them { $value }
finding-claim-relations = { $quotes } does not agree: { $readings }
finding-claim-other = { $quotes }: { $why }
finding-reading = { $sum }
finding-reading-sum = { $sum } = { $total }
finding-reading-bound = must be { $relation } { $sum }
finding-reading-sum-bound = must be { $relation } { $sum } = { $total }
finding-reading-share = { $share } % of { $base } { $of } is { $part }, but { $name } is { $count }
word-place-passage = { $section }, paragraph { $paragraph }
word-place-passage-at = { $section }, paragraph { $paragraph } ({ $place })

driver-claims = Numbers in the text: { $count }
driver-claim = { $metric } { $value }{ $about }  { $place }  “{ $sentence }”
word-period-last-year = { " (last year)" }
word-period-other = { " (another time)" }
word-scope-agency = { " (the office itself)" }
word-scope-region = { " (the region)" }

fact-told-alike = the text tells one number in different ways{ $evidence }
evidence-told = { $name } { $value } (“{ $sentence }”)
