# RTF 和单个文件网页（mht）。
read-rtf-too-deep = 这个 RTF 文件的括号嵌套超过 { $limit } 层，不像正常的文件，没有读取。请用 Word、WPS 打开后另存一份
read-rtf-too-many-cells = 这个 RTF 文件的表格超过 { $limit } 格。年度报告的表格不到一千格，请确认所选文件正确
read-rtf-too-many-paragraphs = 这个 RTF 文件超过 { $limit } 段。年度报告只有几百段，请确认所选文件正确
reading-rtf-undecoded = 有 { $count } 处文字不能解码，显示为“�”
reading-rtf-cut = 文件不完整，没有读到结尾，末尾可能缺少内容。请重新取得文件，或者用 Word、WPS 打开后另存一份
reading-rtf-behind = 文件在结束标记之后还有 { $count } 个字节，没有读取；文件可能已损坏，请与 Word、WPS 中看到的核对

read-mht-broken = 这个单个文件网页（mht）读不下去：{ $cause }。文件可能已损坏，请在浏览器或 Word 中打开后另存一份
read-mht-no-page = 这个单个文件网页（mht）里没有网页，也没有文字。请在浏览器或 Word 中打开，看到正文后另存一份
read-mht-too-large = 这个单个文件网页（mht）有 { $size }，超过上限 { $limit }。年度报告的网页通常不到 1 MB，请确认所选文件正确
read-mht-too-many-lines = 这个单个文件网页（mht）超过 { $limit } 行。年度报告的网页通常不到一万行，请确认所选文件正确

# 压缩文件里的报告，以及文件名与内容不符。
read-archive-inflated = 压缩文件里的文件共有 { $size }，超过上限 { $limit }。请分成几个压缩文件，或者解压后检查文件夹
reading-mismatch = 文件名以 .{ $ending } 结尾，实际是{ $format }，已按后者读取
driver-empty-archive = 压缩文件里没有文件
