## Reading OFD files

read-ofd-missing = this OFD file is not complete, { $part } is missing; fetch it again, or use the original Word or WPS file of the report
read-ofd-encrypted = this OFD file is encrypted and cannot be read without its password or certificate; open it in an OFD viewer and save it without encryption
read-ofd-pages = this OFD file has more pages than the limit of { $limit }; an annual report has fewer than 20, check that it is the right file
read-ofd-objects = the pages of this OFD file have more than { $limit } objects; no annual report has that many, check that it is the right file
read-ofd-characters = this OFD file has more than { $limit } characters; no annual report is that long, check that it is the right file
read-ofd-scan =
    { $pages ->
        [one] the one page of this OFD file is a picture (a scan)
       *[other] all { $pages } pages of this OFD file are pictures (scans)
    } without text; use the original Word or WPS file of the report, or convert it with text recognition first
read-ofd-empty =
    there is no text on the { $pages ->
        [one] page
       *[other] { $pages } pages
    } of this OFD file; check that it is the right file, and use the original Word or WPS file of the report if its text is drawn as shapes
read-ofd-undecodable = this OFD file does not say what its characters are: { $count } of { $all } are unknown; use the original Word or WPS file of the report, or convert it again

reading-ofd-page = page { $page } ({ $part }) is damaged and was not read
reading-ofd-part = { $part } in the file is damaged and was not read
reading-ofd-unseen =
    left out { $count ->
        [one] one character
       *[other] { $count } characters
    } in objects that are not shown
reading-ofd-annotations =
    left out { $count ->
        [one] one annotation (a remark, a watermark or a seal)
       *[other] { $count } annotations (remarks, watermarks, seals)
    } on the pages
reading-ofd-attachments = the file has attachments, which were not read: { $names }
