# Word 97–2003（doc）和 WPS 文字（wps）
read-doc-damaged = 文件已损坏，其中的 { $cause } 读不出来。可能没有传完或没有下载完，请重新取得文件，或者用 Word、WPS 打开修复后另存一份
read-doc-old = 这是 Word 95 或更早的文件，不能直接读取。请用 Word、WPS 打开，另存为 docx 后再试
read-doc-too-many-characters = 这个 Word 文件超过 { $limit } 字。年度报告只有几千字，请确认所选文件正确
read-doc-too-many-changes = 这个 Word 文件的格式信息太多，不像正常的文件，没有读取。请确认所选文件正确

reading-doc-displaced = 有 { $count } 个表格没有写明每一行的格在哪里，按格的先后读取
