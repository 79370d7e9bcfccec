# How reading is worded: read-… says why a file cannot be read, reading-… are the reading notes.

read-empty = the file is empty; check that it is the right one, or save it again in Word or WPS
read-blank = the file holds only blanks and empty lines; check that it is the right one; if the text is a picture, save the original Word or WPS file as plain text
read-too-large = the file has { $size }, more than the limit of { $limit }; an annual report is usually smaller than 1 MB, check that it is the right file
read-unknown-binary = the file is no text and no known document format; it may be damaged or encrypted; open it in the program that made it and save it as plain text (*.txt, encoding UTF-8)
read-format-unread = this is a file in the format { $format }, which is not read yet; open it in Word, WPS or a browser and save it as plain text (*.txt, encoding UTF-8)
read-picture = this is a picture in the format { $format } and holds no text that can be read; save the original file of the report as plain text (*.txt, encoding UTF-8)
read-archive = this is an archive in the format { $format }; unpack it and check the reports in it
read-undecodable = the text is neither UTF-8 nor GB18030: { $count } places could not be decoded; open it in Word, WPS or Notepad and save it as plain text (*.txt, encoding UTF-8)
read-too-many-lines = the text has more than { $limit } lines; an annual report has a few hundred, check that it is the right file
read-line-too-long = line { $line } has more than { $limit } bytes; no paragraph of an annual report is that long, check that it is the right file
read-too-many-cells = up to line { $line } there are more than { $limit } tabs and “|”; the tables of an annual report have fewer than a thousand cells, check that it is the right file

read-json-too-large = the JSON has { $size }, more than the limit of { $limit }; a report is usually smaller than 100 KB, check that it is the right file
read-json-broken = the JSON cannot be read at line { $line }, byte { $column }: { $cause }; correct it, or make it again with gouji read --format json
read-json-foreign = the JSON has no field schema, so it is no report of gouji; expected "schema": "{ $expected }", as gouji read --format json writes it
read-json-other = the JSON has the schema “{ $found }” and is no report; expected “{ $expected }”, as gouji read --format json writes it
read-json-schema = the report has the schema “{ $found }”, and this program reads “{ $expected }”; make it again with gouji read --format json, or use the version that made it

reading-encoding = the text was decoded from { $encoding }
reading-undecoded = { $count ->
    [one] one place
   *[other] { $count } places
} could not be decoded and { $count ->
    [one] is
   *[other] are
} shown as “�”; this line has the first
reading-bookmark = left out { $trace }, a bookmark's mark from a converter, not the author's text
reading-page-numbers = left out { $count ->
    [one] one line
   *[other] { $count } lines
} with a page number only; this is the first

# Word (docx), and the zip and XML it is made of
read-encrypted = this is an encrypted Office file and cannot be read without its password; open it in Word or WPS, remove the password and save a copy
read-zip-damaged = the file is damaged, its zip structure cannot be read ({ $cause }); it may be incomplete: fetch it again, or let Word or WPS repair it and save a copy
read-zip-member = the file is damaged, { $part } in it cannot be unpacked; it may be incomplete: fetch it again, or let Word or WPS repair it and save a copy
read-zip-encrypted = { $part } in the file is encrypted and cannot be read without its password; remove the password
read-zip-entries = the file has more than { $limit } parts; an annual report has a few dozen, check that it is the right file
read-zip-inflated = unpacked, the file has at least { $size }, more than the limit of { $limit }; an annual report usually has less than 10 MB, check that it is the right file
read-zip-ratio = { $part } in the file would grow to { $size } when unpacked, far more than a normal file does, and was not read; check that it is the right file
read-xml-encoding = { $part } in the file is no UTF-8 text and may be damaged; let Word or WPS repair it and save a copy
read-xml-broken = { $part } in the file cannot be read at byte { $at }: { $cause }; it may be damaged: let Word or WPS repair it and save a copy
read-xml-doctype = { $part } in the file has a document type (DOCTYPE), which normal files do not have, and was not read for safety; open it in Word or WPS and save a copy
read-xml-depth = { $part } in the file is nested more than { $limit } deep, which normal files are not, and was not read; check that it is the right file
read-xml-events = { $part } in the file has more than { $limit } tags; an annual report usually has fewer than 100,000, check that it is the right file
read-docx-no-body = this Word file has no body ({ $part }) and may be damaged; open it in Word or WPS, and save a copy if it shows its text
read-docx-too-many-cells = the tables of this Word file have more than { $limit } cells; those of an annual report have fewer than a thousand, check that it is the right file
read-docx-too-many-paragraphs = this Word file has more than { $limit } paragraphs; an annual report has a few hundred, check that it is the right file

reading-tracked-changes = the file has tracked changes and is read as if all were accepted: { $inserted } inserted or moved in, { $deleted } deleted or moved out
reading-hidden-text = left out { $count ->
    [one] one piece
   *[other] { $count } pieces
} of text that { $count ->
    [one] is
   *[other] are
} not shown (hidden text, hidden rows, or cells covered by a merged one)
reading-struck-text = left out { $count ->
    [one] one piece of text that is
   *[other] { $count } pieces of text that are
} struck out
reading-nested-table = this cell holds another table, which is read as a table of its own
reading-docx-part = the part { $part } of the file is damaged and was not read; automatic numbers and hidden text may differ from what Word shows

read-pdf-broken = the PDF is damaged and none of its pages can be read; export it again from Word or WPS, or check the Word or WPS file
read-pdf-password = the PDF asks for a password; open it in a PDF viewer with the password and save it without encryption
read-pdf-encryption = the PDF is encrypted in a way that is not known; open it in a PDF viewer and print or save it without encryption
read-pdf-scan = { $pages ->
    [one] the one page
   *[other] all { $pages } pages
} of the PDF { $pages ->
    [one] is a picture
   *[other] are pictures
} (a scan) and hold no text that can be read; use the original Word or WPS file of the report, or convert it with a program for text recognition
read-pdf-empty = there is no text on the { $pages ->
    [one] one page
   *[other] { $pages } pages
} of the PDF; check that it is the right file; if the text was drawn as shapes, use the original Word or WPS file of the report
read-pdf-undecodable = the PDF does not say what its characters are: { $count } of { $all } are unknown; use the original Word or WPS file of the report, or export the PDF again
read-pdf-pages = the PDF has { $pages } pages, more than the limit of { $limit }; an annual report has fewer than 20, check that it is the right file
read-pdf-inflated = the PDF inflates to more than the limit of { $limit }; no annual report is that large, check that it is the right file
read-pdf-instructions = the pages of the PDF have more than { $limit } drawing instructions; no annual report has that many, check that it is the right file
read-page-cells = the tables of the file have more than { $limit } cells; those of an annual report have fewer than a thousand, check that it is the right file
read-pdf-characters = the PDF has more than { $limit } characters; no annual report is that long, check that it is the right file

reading-page-picture = page { $page } has a large picture; text and tables in it were not read
reading-page-unknown = page { $page } has { $count ->
    [one] one character
   *[other] { $count } characters
} of which the file does not say what it is, shown as “�”
reading-page-drawing = page { $page } has too many lines; they were not taken as the lines of tables, which were read by the places of the text
reading-page-recognised = the text was recognised from a scan and may have errors; compare it with the pictures on the pages
reading-page-number-rejoined = page { $page }: a number that a narrow column broke over lines is read as { $number }
reading-page-furniture = left out { $count ->
    [one] one page number, running head or foot
   *[other] { $count } page numbers, running heads and feet
}; this is the first

read-html-too-large = the web page has { $size }, more than the limit of { $limit }; the page of an annual report is usually smaller than 1 MB, check that it is the right file
read-html-too-deep = the tags of the web page are nested deeper than { $limit } levels, which no browser shows; open it in a browser and check that it is the right file
read-html-too-many-tags = the web page has more than { $limit } tags and pieces of text; the page of an annual report has a few thousand, check that it is the right file
read-html-too-many-cells = the tables of the web page have more than { $limit } cells, or cells that cover too many columns; the tables of an annual report have fewer than a thousand cells, check that it is the right file

reading-html-encoding = the web page says that its encoding is { $said }, but it is { $used } and was read so
reading-html-undecoded = { $count ->
    [one] one place
   *[other] { $count } places
} of the web page could not be decoded and { $count ->
    [one] is
   *[other] are
} shown as “�”
reading-html-site = left out { $count ->
    [one] one part
   *[other] { $count } parts
} of the site around the document, such as navigation and footer
reading-html-deleted = left out { $count ->
    [one] one text that is
   *[other] { $count } texts that are
} struck out as deleted
