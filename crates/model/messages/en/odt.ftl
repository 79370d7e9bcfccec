## Reading OpenDocument texts

read-odt-no-body = this OpenDocument file has no body ({ $part }) and may be damaged; open it in Word, WPS or LibreOffice, and save a copy if it shows its text
read-odt-encrypted = this OpenDocument file is encrypted and cannot be read without its password; remove the password
read-odt-too-many-cells = the tables of this OpenDocument file have more than { $limit } cells; those of an annual report have fewer than a thousand, check that it is the right file
read-odt-too-many-paragraphs = this OpenDocument file has more than { $limit } paragraphs; an annual report has a few hundred, check that it is the right file

reading-odt-part = the part { $part } of the file is damaged and was not read; automatic numbers and hidden text may differ from what is seen when the file is opened
reading-odt-notes =
    left out { $count ->
        [one] one footnote, endnote or comment
       *[other] { $count } footnotes, endnotes and comments
    }
