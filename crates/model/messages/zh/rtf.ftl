# RTF 和单个文件网页（mht）。
read-rtf-too-deep = 这个 RTF 文件的括号嵌套超过 { $limit } 层，不像正常的文件，没有读取。请用 Word、WPS 打开后另存一份
read-rtf-too-many-cells = 这个 RTF 文件的表格超过 { $limit } 格。年度报告的表格不到一千格，请确认所选文件正确
read-rtf-too-many-paragraphs = 这个 RTF 文件超过 { $limit } 段。年度报告只有几百段，请确认所选文件正确
reading-rtf-undecoded = 有 { $count } 处文字不能解码，显示为“�”
reading-rtf-cut = 文件不完整，没有读到结尾，末尾可能缺少内容。请重新取得文件，或者用 Word、WPS 打开后另存一份
reading-rtf-behind = 文件在结束标记之后还有 { $count } 个字节，没有读取；文件可能已损坏，请与 Word、WPS 中看到的核对

read-mht-broken = 这个单个文件网页（mht）读不下去：{ $cause }。文件可能已损坏，请在浏览器或 Word 中打开后另存一份
read-mht-no-page = 这个单个文件网页（mht）里没有网页，也没有文字。请在浏览器或 Word 中打开，看到正文后另存一份
