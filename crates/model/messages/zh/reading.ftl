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
