# RTF and single-file web pages (MHTML).
read-rtf-too-deep = the groups of the RTF file are nested deeper than { $limit } levels, which normal files are not, and it was not read; open it in Word or WPS and save a copy
read-rtf-too-many-cells = the tables of the RTF file have more than { $limit } cells; those of an annual report have fewer than a thousand, check that it is the right file
read-rtf-too-many-paragraphs = the RTF file has more than { $limit } paragraphs; an annual report has a few hundred, check that it is the right file
reading-rtf-undecoded = { $count ->
    [one] one place
   *[other] { $count } places
} could not be decoded and { $count ->
    [one] is
   *[other] are
} shown as “�”
reading-rtf-cut = the file is incomplete: its end is missing, and content may be missing there; fetch it again, or open it in Word or WPS and save a copy
reading-rtf-behind = { $count ->
    [one] one byte
   *[other] { $count } bytes
} behind the mark that ends the file were not read; it may be damaged, compare it with what Word or WPS shows

read-mht-broken = the single-file web page (MHTML) cannot be read: { $cause }; it may be damaged, open it in a browser or Word and save a copy
read-mht-no-page = there is no page and no text in the single-file web page (MHTML); open it in a browser or Word, and save a copy if it shows its text
read-mht-too-large = the single-file web page (MHTML) has { $size }, more than the limit of { $limit }; the page of an annual report is usually smaller than 1 MB, check that it is the right file
read-mht-too-many-lines = the single-file web page (MHTML) has more than { $limit } lines; the page of an annual report has fewer than ten thousand, check that it is the right file

# Reports in archives, and names that do not go with what a file is.
read-archive-inflated = the files in the archive have { $size } together, more than the limit of { $limit }; put them into several archives, or unpack them and check the folder
reading-mismatch = the name ends in .{ $ending }, but the file is { $format } and was read so
driver-empty-archive = there are no files in the archive
