# Pages: why something cannot be laid out.

pages-no-glyph = { $file }: no font here has “{ $character }” ({ $code }), which stands in { $place }, so it cannot be printed. Replace it in the file and export again
pages-too-long = { $file }: { $place } is too long: a row of the table does not fit on a page. Shorten it in the file and export again
pages-failed = it cannot be written as PDF: { $detail }
pages-place-notice = the notice of corrections
