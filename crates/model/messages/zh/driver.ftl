# 命令行、错误信息和核对结果的说法。

# ---- 帮助 ----
driver-help-template =
    { "{" }about{ "}" }

    用法：{ "{" }usage{ "}" }

    { "{" }all-args{ "}" }
driver-help-commands = 命令
driver-help-arguments = 参数
driver-help-options = 选项
driver-help-common = 通用选项

driver-command-gouji = 勾稽：读取、核对政府信息公开工作年度报告
driver-command-check = 读取报告并核对勾稽关系，指出错在哪里、应改为多少
driver-command-read = 显示从文件中读到了什么：各表数据、各部分文字、读取说明
driver-command-export = 导出报告：json、csv、markdown、html 等格式
driver-command-new = 生成空白报告
driver-command-rules = 查看规则
driver-command-rules-list = 列出全部规则
driver-command-rules-show = 显示一条规则：说明、依据、勾稽关系和脚本
driver-command-rules-explain = 解释一条问题或规则：要求什么、依据什么、怎么办
driver-command-completions = 输出命令行补全脚本
driver-command-man = 输出手册页（roff 格式）

driver-usage-gouji = gouji [选项] 命令
driver-usage-check = gouji check [选项] 文件或文件夹…
driver-usage-read = gouji read [选项] 文件或文件夹…
driver-usage-export = gouji export [选项] --to 格式 文件或文件夹…
driver-usage-new = gouji new [选项] --to 格式 --unit 名称 --year 年度
driver-usage-rules = gouji rules [选项] 命令
driver-usage-rules-list = gouji rules list [选项]
driver-usage-rules-show = gouji rules show [选项] 规则编号
driver-usage-rules-explain = gouji rules explain [选项] 问题编号或规则编号
driver-usage-completions = gouji completions SHELL
driver-usage-man = gouji man

driver-arg-edition = 按这一版格式读取和核对（如 2021），不看报告年度
driver-arg-rules = 增改规则的文件夹，可以给出多个
driver-arg-lang = 输出的语言：zh 或 en；不给出时按系统语言，默认中文
driver-arg-quiet = 只输出问题和失败
driver-arg-verbose = 另外输出全部读取说明，以及没有判断的勾稽关系和原因
driver-arg-help = 显示帮助
driver-arg-version = 显示版本
driver-arg-files = 报告文件；给出文件夹时读取其中（含各级子文件夹）的全部文件，隐藏文件除外
driver-arg-units = 单位名单（xlsx 或 csv），列名：名称、别名、层级、性质、上级、口径、文件、上年文件、公布日期、网址、截止日期
driver-arg-year = 报告年度，先于标题中的年度
driver-arg-unit = 单位名称，先于标题中的名称；只能用于一个文件
driver-arg-level = 单位层级：国家级、省级、市级、县级、乡级、街道
driver-arg-scope = 报告口径：本级、汇总
driver-arg-output = 结果写入这个文件，不输出到屏幕；与 --format notice 或 --annotate 一起用时是文件夹
driver-arg-format = 结果的形式：human（供人阅读，默认）、json、jsonl（每份报告一行）、sarif、markdown、html、junit、github（工作流注释）、notice（修改意见单）
driver-arg-deny = 有不低于这一级的问题时退出码为 1：error（默认）、warning、note
driver-arg-to = 导出的格式：json、csv、markdown、html、xlsx、docx、pdf、pdfa，修改意见单另有 txt，可用逗号并列；其他名称由 PATH 上的 gouji-export-名称 导出
driver-arg-folder = 写入这个文件夹，没有则新建；不给出时写入当前文件夹；只导出一个文件时也可以写文件名，如 -o 报告.docx
driver-arg-date = 印在文件上的日期；不给出时按 SOURCE_DATE_EPOCH，都没有则不印日期
driver-arg-force = 替换已有的文件
driver-arg-long = 合为一个工作簿时另加长表：一行一个数据
driver-arg-last-year = 上年的报告，或者存放上年报告的文件夹：工作簿中与本年对比，涉及上年的勾稽也作判断
driver-arg-new-last-year = 上年的报告，或者存放上年报告的文件夹：工作簿中列在本年数据旁边
driver-arg-notes = 以前导出的工作簿：其中的状态、说明、核对人、日期带到新工作簿，数据已变的重新待核
driver-arg-batch = 全部报告合为一个文件，用这个名称
driver-arg-notice = 不导出报告，而是给每个有问题的单位出具修改意见单
driver-arg-office = 修改意见单上落款的单位
driver-arg-new-unit = 单位名称
driver-arg-new-year = 报告年度，决定用哪一版格式（--edition 优先）
driver-arg-rule = 规则编号，如 requests/flow-balance
driver-arg-id = 问题编号（规则编号@数据项）或规则编号
driver-arg-shell = bash、zsh、fish、elvish 或 powershell

# ---- 命令行用错 ----
driver-usage-hint = 用 --help 查看用法。
driver-did-you-mean = { $what }；是不是“{ $name }”？
driver-usage-value = { $arg } 的值“{ $value }”不对，只能是 { $choices }
driver-usage-no-value = { $arg } 后面缺少值
driver-usage-validation = { $arg } 的值“{ $value }”不对
driver-usage-unknown = 没有“{ $arg }”这个选项或参数
driver-usage-command = 没有“{ $name }”这个命令
driver-usage-conflict = { $arg } 不能与 { $other } 同时使用
driver-usage-missing = 缺少 { $args }
driver-usage-unicode = 参数不是有效的 Unicode 文本
driver-unit-of-several = --unit 只能用于一个文件，这里有 { $count } 个；多个文件请用 --units 给出单位名单
driver-level-unknown = 没有“{ $name }”这个层级，只能是 { $choices }
driver-kind-unknown = 没有“{ $name }”这种性质，只能是 { $choices }
driver-scope-unknown = 没有“{ $name }”这种口径，只能是 { $choices }
driver-edition-unknown = 没有“{ $name }”这一版格式，现有 { $choices }
driver-rule-unknown = 没有“{ $name }”这条规则，用 gouji rules list 查看全部规则

# ---- 失败 ----
driver-failure = { $file }：{ $reason }
driver-because = { $what }：{ $cause }
driver-detail = { $detail }
driver-internal = gouji 自身出错，请把这个文件和这句话报告给开发者：{ $detail }（{ $place }）
driver-io-not-found = 找不到文件或文件夹
driver-io-denied = 没有权限
driver-io-is-folder = 这是文件夹，不是文件
driver-io-exists = 已有同名的文件
driver-io-no-folder = 这不是文件夹
driver-io-full = 磁盘已满
driver-io-read-only = 这里只能读取，不能写入
driver-io-too-large = 文件超过了允许的大小
driver-io-unicode = 不是 UTF-8 文本
driver-cannot-read = 不能读取 { $file }
driver-rules-encoding = 规则文件要用 UTF-8 编码保存
driver-empty-path = 文件名是空的。请写出文件或文件夹；当前文件夹写 .
driver-cannot-write = 不能写入 { $file }
driver-carried = 核对记录：带入 { $carried } 条；数据已变、重新待核 { $reopened } 条；不再对应任何问题 { $gone } 条
driver-last-year-none = 上年的报告中没有 { $unit } { $year } 年度的
driver-export-failed = 不能导出 { $format }
driver-export-exists = { $file } 已经存在，没有替换。要替换请加 --force，或者用 -o 另选文件夹
driver-export-onto-input = { $file } 是正在读取的文件，不能写入。请用 -o 另选文件夹
driver-export-folder = 不能使用文件夹 { $folder }
driver-notice-none = { $file }：没有需要修改的问题，不出具修改意见单
driver-notice-stem = { $unit }{ $year }修改意见单
driver-export-name = “{ $name }”不能用作文件名
driver-export-unknown = 没有“{ $name }”这种导出格式，只能是 { $choices }；PATH 上也没有 { $program }
driver-epoch = SOURCE_DATE_EPOCH 的值“{ $value }”不对，应为自 1970 年起的秒数
driver-year-without-edition = 没有适用于 { $year } 年度的格式，现有格式适用于 { $years } 年度
driver-foreign-start = 不能启动 { $program }
driver-foreign-slow = { $program } 过了 { $seconds } 秒还没有结束，已停止
driver-foreign-failed = { $program } 没有成功（{ $status }）：{ $said }
driver-foreign-answer = 读不到 { $program } 的输出
driver-foreign-empty = { $program } 没有输出任何内容
driver-foreign-large = { $program } 的输出过大
driver-cannot-search = 不能列出文件夹的内容
driver-own-files = 文件夹里有 { $count } 个 gouji 写的修改意见单或批注副本，不是报告，没有读取：{ $files }
driver-own-files-many = 文件夹里有 { $count } 个 gouji 写的修改意见单或批注副本，不是报告，没有读取：{ $files } 等
driver-empty-folder = 文件夹里没有要读取的文件
driver-no-report = 没有找到报告
driver-rules-empty = 规则文件夹 { $folder } 里没有文件
driver-rules-in-edition = { $problem }（{ $edition }年版）
driver-places-broken = 内置的地名数据有误
driver-json-schema = 这是 { $found }，不是 gouji/report/1
driver-json-state = 数据项 { $cell } 的 state 与 value 不相符
driver-json-cell = { $edition }没有数据项 { $cell }

# ---- 单位名单 ----
driver-units-cannot = 不能使用单位名单 { $file }
driver-units-empty = 名单是空的
driver-units-csv = csv 格式有误
driver-units-no-text = 既不是 xlsx、xls、ods，也不是 UTF-8 或 GB18030 文本；请另存为 xlsx 或 csv
driver-units-too-far = 第 { $row } 行第 { $column } 列有内容，超出了名单的范围（100000 行、256 列）
driver-units-at = 第 { $row } 行「{ $column }」列：{ $problem }
driver-units-nameless = 没有填写单位名称
driver-units-surplus = 第 { $row } 行比表头多出一格“{ $cell }”，各列可能错位
driver-units-date = “{ $text }”不是日期，写成 2024-01-31
driver-units-quote = csv 中的英文引号不成对：单元格里的一个 " 要写成两个，整格再用 " 括起来
driver-units-twice = 名称“{ $name }”与第 { $first } 行重复
driver-units-heading-twice = 有两列都叫这个名字，或与另一列同义
driver-units-no-name = 第 { $row } 行没有「{ $column }」列，只有：{ $headings }
driver-units-meant = { $what }；“{ $heading }”是不是“{ $near }”？
driver-units-no-due = 单位名单和名称都不能说明以下 { $count } 个单位的层级和性质，除非名单写明截止日期，公布是否按时不作判断：{ $units }
driver-units-no-due-many = 单位名单和名称都不能说明 { $count } 个单位的层级和性质，除非名单写明截止日期，公布是否按时不作判断：{ $units } 等
driver-twice = { $unit } { $year }年的报告有 { $count } 份，请核对以哪一份为准：{ $files }
driver-units-unused = 「{ $heading }」列没有用到

# ---- 核对结果 ----
driver-name = { $unit } { $year }年
driver-name-no-year = { $unit }（年度不明）
driver-header = { $name } · { $edition } · { $read }
driver-read-all = { $all } 个数据全部读出
driver-read-some = { $all } 个数据读出 { $read } 个，{ $rest }
driver-read-missing = 未找到 { $count } 个
driver-read-unreadable = 不是数字 { $count } 个
driver-read-kinds = 其中数字 { $numbers } 个，空白 { $blanks } 个，横线 { $dashes } 个
driver-notes = { $count } 条读取说明（用 -v 列出）
driver-notes-all = { $count } 条读取说明：
driver-errors = { $count } 处错误
driver-errors-edits = { $count } 处错误（涉及 { $edits } 条勾稽）
driver-warnings = { $count } 处提醒
driver-warnings-edits = { $count } 处提醒（涉及 { $edits } 条勾稽）
driver-notices = { $count } 处说明
driver-notices-edits = { $count } 处说明（涉及 { $edits } 条勾稽）
driver-and = { $first }，{ $rest }
driver-clean = 没有发现问题
driver-counts = { $items }；{ $held } 条成立，{ $unjudged } 条无法判断，{ $inapplicable } 条不适用
driver-unjudged = { $edits } 条无法判断：{ $reason }
driver-doubt-missing = 未找到 { $about }
driver-doubt-unreadable = 不是数字：{ $about }
driver-doubt-blank-total = 总计未填：{ $about }
driver-doubt-fact = 这种输入没有提供：{ $about }
driver-doubt-level = 单位层级不明，可用 --level 或单位名单给出
driver-doubt-kind = 单位性质不明，可用单位名单给出
driver-doubt-last-year = 没有给出上年报告
driver-doubt-members = 没有给出所属各单位的报告
driver-doubt-too-large = 数字过大

driver-table-file = 文件
driver-table-report = 报告
driver-table-errors = 错误
driver-table-warnings = 提醒
driver-table-notes = 说明
driver-table-unjudged = 无法判断
driver-table-failed = 不能读取
driver-sum = 共 { $reports } 份报告：{ $clean } 份没有发现问题，{ $findings } 份有问题；{ $failed } 个文件不能读取

driver-progress = 收集进度
driver-progress-not-received = 未收到
driver-progress-unreadable = 不能读取
driver-progress-with-errors = 有错误
driver-progress-clean = 无错误
driver-progress-doubled = 重复报送
driver-progress-unlisted = 不在名单

# ---- 读取结果 ----
driver-read-title = { $name } · { $edition }
driver-section = { $heading }  { $length } 字
driver-section-missing = { $heading }  未找到

# ---- 规则 ----
driver-rules-edition = { $edition }（编号 { $id }，报告年度 { $years }）· { $rules } 条规则，{ $edits } 条勾稽
driver-rule-edits = { $edits } 条
driver-rule-severity-in = { $severity }（{ $year }年为{ $other }）
driver-rule-head =
    { $rule }  { $title }
    { $edition } · { $severity }
    依据 { $basis }
    { $text }
    勾稽关系 { $edits } 条：
driver-rule-script = 脚本 { $file }
driver-rule-explained =
    { $rule }  { $title }（{ $severity }）
    要求 { $text }
    依据 { $basis }
    办法 { $advice }
driver-rule-about = 对象 { $subject }
driver-advice-error = 数字之间互相矛盾或不合格式，报告中必有一处有误：对照台账找出写错的数据，改正后重新核对。
driver-advice-warning = 很可能有误，也可能另有原因：核实后改正，或者在报告中说明原因。
driver-advice-note = 供参考，不必改正。
