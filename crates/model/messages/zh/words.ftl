# 界面上的单词和短语。
word-error = 错误
word-warning = 提醒
word-note = 说明
word-help = 办法
word-basis = 依据
word-place = 位置
word-suggestion = 建议
word-semicolon = ；
word-value = { $value }
word-quoted = “{ $text }”
word-unit-unknown = （单位不明）

word-place-line = 第{ $line }行
word-place-paragraph = 第{ $paragraph }段
word-place-table = 第{ $table }个表格第{ $row }行第{ $column }列
word-place-sheet = 工作表“{ $sheet }”{ $cell }
word-place-page = 第{ $page }页
word-place-part = { $part } { $place }
word-place-none = 全文
