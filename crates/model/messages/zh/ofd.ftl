## OFD 版式文件的读取

read-ofd-missing = 这个 OFD 文件不完整，缺少 { $part }。可能没有传完或没有下载完，请重新取得文件，或者改用报告的原始 Word、WPS 文件
read-ofd-encrypted = 这个 OFD 文件已加密，没有密码或证书读不出来。请在 OFD 阅读器中打开，另存为不加密的文件后再试
read-ofd-pages = 这个 OFD 文件的页数超过上限 { $limit } 页。年度报告通常不到 20 页，请确认所选文件正确
read-ofd-objects = 这个 OFD 文件的页面有超过 { $limit } 个图元。年度报告不会这么多，请确认所选文件正确
read-ofd-characters = 这个 OFD 文件有超过 { $limit } 个字符。年度报告不会这么长，请确认所选文件正确
read-ofd-scan = 这个 OFD 文件的 { $pages } 页都是图片（扫描件），没有可以读取的文字。请改用报告的原始 Word、WPS 文件，或者先用文字识别软件转换
read-ofd-empty = 这个 OFD 文件的 { $pages } 页上没有文字。请确认所选文件正确；如果文字是画成图形的，请改用报告的原始 Word、WPS 文件
read-ofd-undecodable = 这个 OFD 文件没有说明文字的编码，{ $all } 个字符中有 { $count } 个不知道是什么字。请改用报告的原始 Word、WPS 文件，或者重新转换

reading-ofd-page = 第 { $page } 页（{ $part }）已损坏，没有读取
reading-ofd-part = 文件中的 { $part } 已损坏，没有读取
reading-ofd-unseen = 略去不显示的图元中的 { $count } 个字符
reading-ofd-annotations = 略去页面上的批注、水印、印章等注释 { $count } 处
reading-ofd-attachments = 文件带有附件，没有读取：{ $names }
