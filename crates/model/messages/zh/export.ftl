# 导出文件里的标题、说明，以及导不出的原因。

# 标题按格式文本，不随语言变化。
export-title = { $unit }{ $year }年{ $title }
export-title-no-year = { $unit }{ $title }

export-about-edition = { $edition }
export-about-file = 文件 { $text }
export-about-sha256 = SHA-256 { $text }
export-about-url = 公布于 { $text }
export-about-date = 日期 { $text }
export-about-generator = 由 { $text } 导出

export-contents = 目录
export-findings = 核对结果
export-summary-clean = 没有发现问题；{ $held } 条勾稽成立，{ $unjudged } 条无法判断，{ $inapplicable } 条不适用
export-summary = 错误 { $errors } 处，提醒 { $warnings } 处，说明 { $notes } 处；{ $held } 条勾稽成立，{ $unjudged } 条无法判断，{ $inapplicable } 条不适用
export-basis = 依据：{ $text }
export-place = 位置：{ $text }
export-suggestion = 建议：{ $text }
export-cells = 数据：{ $text }
export-cells-count = { $count } 个数据
export-finding-number = 问题 { $number }
export-table-caption = { $table } { $section }
export-other-cells = 表外数据
export-other-cells-text = 报告中另有以下数据，本版格式的表格里没有位置：
export-other-cells-id = 数据项
export-other-cells-value = 数值

export-kind-report = 单份报告
export-kind-blank-form = 空白格式
export-kind-notice = 修改意见单
export-kind-batch = 多份报告
export-unsupported = { $format } 不能用于{ $kind }，请换用其他格式

export-control = { $file }：{ $place }里有控制字符 { $character }，不能写入文档。请在原文件中删去后再导出
export-place-name = 名称
export-place-url = 网址
export-place-unit = 单位名称
export-place-cell = 数据项 { $cell } 的原文
export-place-section = 「{ $section }」部分
export-place-finding = 问题 { $finding } 的说明
export-json-failed = 不能写成 JSON：{ $detail }
export-csv-failed = 不能写成 csv：{ $detail }

# csv 的列与表的说明。
export-csv-long-title = 数据，一行一个数据项
export-csv-wide-title = 报告，一行一份
export-csv-unit = 单位名称
export-csv-year = 报告年度
export-csv-edition = 格式版本
export-csv-table = 表的编号
export-csv-id = 数据项编号
export-csv-table-label = 表名
export-csv-row-label = 行名
export-csv-column-label = 列名
export-csv-state = 状态：number 数字，blank 空白，dash 横线，unreadable 不是数字，missing 未找到。只有 number 有数值；空白不是 0
export-csv-value = 数值；不是数字的为空
export-csv-raw = 与标准写法不同的原文；以 = + - @ 等开头的，前面加了撇号
export-csv-file = 文件
export-csv-sha256 = 文件的 SHA-256
export-csv-cell = { $cell }
export-csv-cell-unit = { $cell }（{ $unit }）
export-csv-cell-state = { $cell }的状态

export-docx-failed = 不能写成 docx：{ $detail }
export-smoothed = 表格按格式的栏目名称印出，原件的不同写法没有保留：{ $seen }
