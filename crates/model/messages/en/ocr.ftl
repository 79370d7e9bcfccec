# OCR: text that an external program sees on pictures.

read-ocr-schema = the OCR program wrote “{ $found }” instead of { $schema }
read-ocr-size = the OCR program did not say the width and height of the picture
read-ocr-many = the OCR program gave { $boxes } pieces of text for one picture, which is too many
read-ocr-box = text no. { $number } of the OCR program does not stand on the picture, or its confidence is not between 0 and 1
read-ocr-line = line no. { $number } of the OCR program has a place that is no number

reading-ocr = the text of page { $page } was read from a picture by an OCR program; compare it with the original
reading-ocr-doubtful = page { $page }: { $count ->
    [one] one piece of text is
   *[other] { $count } pieces of text are
 } uncertain, or lie across a line of a table: { $texts }. Figures among them count as unreadable

driver-arg-ocr = have this program read pages and pictures that have no text (such as "python3 rapidocr.py"): it gets an image on standard input and prints texts and places (JSON, gouji/ocr/1)
driver-ocr-no-command = no program is named after --ocr
driver-ocr-answer = what { $program } printed is not gouji/ocr/1: { $detail }
driver-ocr-picture = { $place }: the picture could not be read by OCR: { $reason }
driver-ocr-page = page { $place }
