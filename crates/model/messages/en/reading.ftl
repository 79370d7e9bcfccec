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
