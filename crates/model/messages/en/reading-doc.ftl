# Word 97–2003 (doc) and WPS (wps)
read-doc-damaged = the file is damaged, { $cause } in it cannot be read; it may be incomplete: fetch it again, or let Word or WPS repair it and save a copy
read-doc-old = this is a file of Word 95 or older, which cannot be read; open it in Word or WPS and save it as docx
read-doc-too-many-characters = this Word file has more than { $limit } characters; an annual report has some thousands, check that it is the right file
read-doc-too-many-changes = this Word file has far more formatting than a normal file and was not read; check that it is the right file

reading-doc-displaced = { $count ->
    [one] one table does
   *[other] { $count } tables do
} not say where the cells of each row are, and { $count ->
    [one] was
   *[other] were
} read in the order of the cells
