# 读取的说法：read-… 是读不了文件的原因，reading-… 是读取说明。

read-empty = 文件是空的，没有任何内容。请确认所选文件正确，或者在 Word、WPS 中重新保存一次
read-blank = 文件里只有空格和空行，没有文字。请确认所选文件正确；如果正文是图片，请改用原始的 Word、WPS 文件另存为纯文本
read-too-large = 文件有 { $size }，超过上限 { $limit }。年度报告通常不到 1 MB，请确认所选文件正确
read-unknown-binary = 这个文件不是文本，也不是已知的文档格式，文件可能已损坏或者加密。请用编制它的程序打开，另存为纯文本（*.txt，编码选 UTF-8）后再试
read-format-unread = 这是 { $format } 文件，这种格式目前还不能直接读取。请用 Word、WPS 或浏览器打开，另存为纯文本（*.txt，编码选 UTF-8）后再试
read-picture = 这是 { $format } 图片，其中没有可以读取的文字。请改用报告的原始文件，另存为纯文本（*.txt，编码选 UTF-8）后再试
read-archive = 这是 { $format } 文件。请先解压，再检查里面的报告
read-undecodable = 文件按 UTF-8、GB18030 都读不出来，有 { $count } 处不是这两种编码的文字。请在 Word、WPS 或记事本中打开，另存为纯文本（*.txt，编码选 UTF-8）后再试
read-too-many-lines = 文本超过 { $limit } 行。年度报告只有几百行，请确认所选文件正确
read-line-too-long = 第 { $line } 行超过 { $limit } 字节。年度报告的一段不会这么长，请确认所选文件正确
read-too-many-cells = 到第 { $line } 行为止，制表符和竖线“|”已超过 { $limit } 个。年度报告的表格不到一千格，请确认所选文件正确

read-json-too-large = JSON 有 { $size }，超过上限 { $limit }。一份报告通常不到 100 KB，请确认所选文件正确
read-json-broken = JSON 在第 { $line } 行第 { $column } 个字节处读不下去：{ $cause }。请改正此处，或者用 gouji read --format json 重新生成
read-json-foreign = 这个 JSON 没有 schema 字段，不是 gouji 的报告。应有 "schema": "{ $expected }"，可用 gouji read --format json 生成
read-json-other = 这个 JSON 的 schema 是“{ $found }”，不是报告。应为“{ $expected }”，可用 gouji read --format json 生成
read-json-schema = 这份报告的 schema 是“{ $found }”，本程序能读的是“{ $expected }”。请用本程序的 gouji read --format json 重新生成，或者换用生成它的版本

reading-encoding = 文本编码是 { $encoding }，已转换
reading-undecoded = 有 { $count } 处文字不能解码，显示为“�”，此行是第一处
reading-bookmark = 略去转换程序留下的书签记号 { $trace }，不是报告的内容
reading-page-numbers = 略去单独成行的页码 { $count } 处，此行是第一处

# Word（docx）及其所用的 zip、XML
read-encrypted = 这是加密的 Office 文件，没有密码读不出来。请用 Word、WPS 打开，取消打开密码后另存一份
read-zip-damaged = 文件已损坏，压缩结构读不出来（{ $cause }）。可能没有传完或没有下载完，请重新取得文件，或者用 Word、WPS 打开修复后另存一份
read-zip-member = 文件已损坏，其中的 { $part } 解不开。可能没有传完或没有下载完，请重新取得文件，或者用 Word、WPS 打开修复后另存一份
read-zip-encrypted = 文件中的 { $part } 已加密，没有密码读不出来。请取消密码后再试
read-zip-entries = 文件里的部件超过 { $limit } 个。年度报告通常只有几十个，请确认所选文件正确
read-zip-inflated = 文件解压后至少有 { $size }，超过上限 { $limit }。年度报告解压后通常不到 10 MB，请确认所选文件正确
read-zip-ratio = 文件中的 { $part } 解压后有 { $size }，膨胀得太多，不像正常的文件，没有读取。请确认所选文件正确
read-xml-encoding = 文件中的 { $part } 不是 UTF-8 文字，可能已损坏。请用 Word、WPS 打开修复后另存一份
read-xml-broken = 文件中的 { $part } 在第 { $at } 个字节处读不下去：{ $cause }。文件可能已损坏，请用 Word、WPS 打开修复后另存一份
read-xml-doctype = 文件中的 { $part } 带有文档类型声明（DOCTYPE），正常的文件里没有，为安全起见没有读取。请用 Word、WPS 打开后另存一份
read-xml-depth = 文件中的 { $part } 嵌套超过 { $limit } 层，不像正常的文件，没有读取。请确认所选文件正确
read-xml-events = 文件中的 { $part } 超过 { $limit } 个标记。年度报告通常不到 10 万个，请确认所选文件正确
read-docx-no-body = 这个 Word 文件里没有正文（{ $part }），可能已损坏。请用 Word、WPS 打开，看到正文后另存一份
read-docx-too-many-cells = 这个 Word 文件的表格超过 { $limit } 格。年度报告的表格不到一千格，请确认所选文件正确
read-docx-too-many-paragraphs = 这个 Word 文件超过 { $limit } 段。年度报告只有几百段，请确认所选文件正确

reading-tracked-changes = 文件带有修订痕迹，按全部接受读取：插入或移入 { $inserted } 处，删除或移出 { $deleted } 处
reading-hidden-text = 略去不显示的文字 { $count } 处（隐藏文字、隐藏行，或者合并后看不到的格）
reading-struck-text = 略去加了删除线的文字 { $count } 处
reading-nested-table = 此格里套着另一个表格，已作为单独的表格读取
reading-docx-part = 文件中的 { $part } 部分已损坏，没有读取；自动编号、隐藏文字可能与 Word 中看到的不同

read-pdf-broken = 这个 PDF 已损坏，读不出其中的页面。请从编制报告的 Word、WPS 重新导出，或者用 Word、WPS 文件检查
read-pdf-password = 这个 PDF 要密码才能打开。请在 PDF 阅读器中输入密码，另存为不加密的 PDF 后再试
read-pdf-encryption = 这个 PDF 的加密方式不能识别。请在 PDF 阅读器中打开，打印或另存为不加密的 PDF 后再试
read-pdf-scan = 这个 PDF 的 { $pages } 页都是图片（扫描件），没有可以读取的文字。请改用报告的原始 Word、WPS 文件，或者先用文字识别软件转换
read-pdf-empty = 这个 PDF 的 { $pages } 页上没有文字。请确认所选文件正确；如果文字是画成图形的，请改用报告的原始 Word、WPS 文件
read-pdf-undecodable = 这个 PDF 没有说明文字的编码，{ $all } 个字符中有 { $count } 个不知道是什么字。请改用报告的原始 Word、WPS 文件，或者重新导出 PDF
read-pdf-pages = 这个 PDF 有 { $pages } 页，超过上限 { $limit } 页。年度报告通常不到 20 页，请确认所选文件正确
read-pdf-inflated = 这个 PDF 解压后超过上限 { $limit }。年度报告不会这么大，请确认所选文件正确
read-pdf-instructions = 这个 PDF 的页面有超过 { $limit } 条绘制指令。年度报告不会这么多，请确认所选文件正确
read-page-cells = 这个文件的表格超过 { $limit } 格。年度报告的表格不到一千格，请确认所选文件正确
read-pdf-characters = 这个 PDF 有超过 { $limit } 个字符。年度报告不会这么长，请确认所选文件正确

reading-page-picture = 第 { $page } 页有大幅图片，其中的文字和表格没有读取
reading-page-unknown = 第 { $page } 页有 { $count } 个字符，文件没有说明是什么字，显示为“�”
reading-page-drawing = 第 { $page } 页的线条太多，不作为表格线，表格按文字的位置读取
reading-page-recognised = 文字是扫描后识别出来的，可能有错字，请与页面上的图片核对
reading-page-number-rejoined = 第 { $page } 页：栏太窄，数字分在几行，合并为 { $number }
reading-page-furniture = 略去页码、页眉和页脚 { $count } 处，此处是第一处

read-html-too-large = 网页有 { $size }，超过上限 { $limit }。年度报告的网页通常不到 1 MB，请确认所选文件正确
read-html-too-deep = 网页的标签嵌套超过 { $limit } 层，浏览器也不会这样显示。请在浏览器中打开，确认所选文件正确
read-html-too-many-tags = 网页的标签和文字超过 { $limit } 处。年度报告的网页通常只有几千处，请确认所选文件正确
read-html-too-many-cells = 网页的表格超过 { $limit } 格，或者合并的列太多。年度报告的表格不到一千格，请确认所选文件正确

reading-html-encoding = 网页自称编码是 { $said }，实际是 { $used }，已按后者读取
reading-html-undecoded = 网页有 { $count } 处文字不能解码，显示为“�”
reading-html-site = 略去正文前后属于网站的内容（导航、页脚等）{ $count } 处
reading-html-deleted = 略去加了删除线或者删除标记的文字 { $count } 处
