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
