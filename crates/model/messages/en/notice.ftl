# The notice of corrections that an office sends back to a unit.
notice-title = Corrections to the annual report on government information disclosure
notice-address = To { $unit }:
notice-address-unknown = To the reporting unit:
notice-opening = Your report 《{ $title }》 (file { $file }) was checked. There are { $errors } { $errors ->
    [one] error
   *[other] errors
}, { $warnings } { $warnings ->
    [one] warning
   *[other] warnings
} and { $notes } { $notes ->
    [one] note
   *[other] notes
}.
notice-clean = Your report 《{ $title }》 (file { $file }) was checked. Nothing has to be corrected.
notice-heading = { $position }. { $heading }
notice-part-error = Errors, to be corrected
notice-part-warning = Warnings, to be verified and corrected where wrong
notice-part-note = Notes, for information
notice-part-unjudged = Not judged
notice-section = Text “{ $section }”
notice-whole = The report as a whole
notice-item = ({ $number }) { $sentence }.
notice-unjudged = { $edits ->
    [one] One edit was
   *[other] { $edits } edits were
} not judged, which does not mean that nothing is wrong:
notice-doubt-missing = Not found in the file: { $about } ({ $edits } not judged).
notice-doubt-unreadable = No number: { $about } ({ $edits } not judged).
notice-doubt-blank-total = Left blank: { $about } ({ $edits } not judged).
notice-doubt-fact = Something beside the file was not known ({ $edits } not judged).
notice-doubt-too-large = Numbers are too large ({ $edits } not judged).
notice-and-more = { $named } and others, { $count } in all
notice-closing-notes = The notes above are for your information; no correction is asked for.
notice-closing = Please verify each item, correct the report and submit it again. Where you disagree, please give your reasons.
notice-date = { $year }-{ $month }-{ $day }
notice-place-office = the name of the office
