## OpenDocument 文字文档的读取

read-odt-no-body = 这个 OpenDocument 文件里没有正文（{ $part }），可能已损坏。请用 Word、WPS 或 LibreOffice 打开，看到正文后另存一份
read-odt-encrypted = 这个 OpenDocument 文件已加密，没有密码读不出来。请取消密码后再试
read-odt-too-many-cells = 这个 OpenDocument 文件的表格超过 { $limit } 格。年度报告的表格不到一千格，请确认所选文件正确
read-odt-too-many-paragraphs = 这个 OpenDocument 文件超过 { $limit } 段。年度报告只有几百段，请确认所选文件正确

reading-odt-part = 文件中的 { $part } 部分已损坏，没有读取；自动编号、隐藏文字可能与打开文件时看到的不同
reading-odt-notes = 略去脚注、尾注和批注 { $count } 处
