# 识别：读不成年度报告的原因，以及读取说明。
recognise-no-edition = 没有可用的格式版本。请检查 --rules 指定的规则目录
recognise-unknown-edition = 没有名为“{ $edition }”的格式版本；现有：{ $known }
recognise-year = 这是 { $year } 年度的报告，现有格式版本（{ $known }）都不适用于该年度。2019 年度以前的报告使用各地自定的旧格式，本工具不作核对；年度有误时请用 --year 指定
recognise-earlier-form = 这是 2019 年度以前使用的统计报表，不是现行的三张表格，无法核对（看到：{ $seen }）。请提供按现行格式编制的年度报告
recognise-nothing = 没有找到年度报告的标题、各部分标题或三张表格，不像是《政府信息公开工作年度报告》（开头是：{ $seen }）。请检查是否选错了文件；表格若是图片，请提供文字版
recognise-table-twice = { $table }出现了两次，且有 { $rows } 行数字不同，无法判断以哪一张为准。请删去作废的一张，或把两份报告分开后再核对

reading-sign = { $cell }：“{ $raw }”按 { $value } 读取
reading-digits = { $cell }：“{ $raw }”中的全角字符、分隔号或空格已略去，按 { $value } 读取
reading-broken-number = { $cell }：数字分在两行，合并为 { $value }
reading-note-in-cell = { $cell }：“{ $raw }”带有附注，按 { $value } 读取
reading-unit-in-cell = { $cell }：“{ $raw }”带有单位，按 { $value } 读取
reading-up-down = { $cell }：“{ $raw }”按增减相抵后的 { $value } 读取
reading-columns = 表头的栏目顺序或数目与格式不同，各列数字按表头对应
reading-row-cut = 「{ $row }」一行不完整，已有数字（{ $values }）从左起依次对应，其余按未找到处理
reading-row-by-sums = 「{ $row }」一行的数字（{ $values }）个数或行名不明，按各项勾稽关系判定属于「{ $decided }」并逐列对应
reading-row-unclear = 「{ $row }」一行的数字（{ $values }）个数与栏目不符，无法确定各属哪一列，按未找到处理
reading-row-elsewhere = 「{ $row }」一行不在格式规定的位置，按行名读取
reading-row-twice = 「{ $row }」一行出现了两次，数字相同，只取一次
reading-row-twice-differing = 「{ $row }」一行出现了两次，数字不同，取第一次的数字，请核对原文
reading-label-alike = 「{ $printed }」按「{ $label }」读取
reading-label-absent = 有一行数字没有行名，按位置对应「{ $row }」
reading-left-over = 表格中有数字不属于任何栏目：「{ $label }」之后的 { $values }
reading-extra-row = 表格末尾多出一行空白
reading-heading-number = 标题「{ $heading }」的编号应为“{ $number }、”，可能由文档转换造成
reading-heading-unnumbered = 标题「{ $heading }」没有编号，可能由文档转换造成
