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
# One page over all notices of a run, for the office that sends them.
overview-title = Corrections to annual reports on government information disclosure: overview
overview-opening = { $reports ->
    [one] One report was
   *[other] { $reports } reports were
} checked: { $faulty } with remarks, { $clean } in which nothing has to be corrected. Files that could not be read: { $unreadable }.
overview-part-faulty = Reports with remarks, the worst first
overview-part-clean = Reports without remarks
overview-part-unreadable = Files that could not be read
overview-part-absent = Units that handed nothing in
overview-count = { $count } in all.
overview-faulty = { $unit }{ $year }: errors { $errors }, warnings { $warnings }, notes { $notes }
overview-clean = { $unit }{ $year }
overview-unit-unknown = unit not stated
overview-year = { " " }({ $year })
overview-file = File: { $file }
overview-worst = Gravest: { $severity } “{ $rule }”
overview-unjudged = Not judged, which does not mean that nothing is wrong: { $count }
overview-unjudged-told = Not judged, which does not mean that nothing is wrong: { $count }, of which { $told } for a reason in the file and told in the notice, the others for want of what is not in it (last year, members, level and kind)
overview-waived = “{ $rule }”: { $waiver }
overview-notice = Notice: { $files }
overview-unreadable = { $file }: { $reason }
overview-absent = { $unit }
overview-closing = What each unit is to correct stands in its notice.
overview-closing-unreadable = What each unit is to correct stands in its notice. Files that could not be read were not checked; please ask for them again in a form that can be read.
notice-renamed = { $file }: there is a notice of this name already; this one is { $name }
notice-written = Notices: { $notices }; reports without remarks: { $clean }; files that could not be read: { $failed }
notice-left-over = There are notices in the folder that this run did not write; what they ask for may have been corrected, so look before they are sent, or remove them: { $files }
driver-overview-stem = corrections-overview
notice-office-alone = --office goes with --format notice only
