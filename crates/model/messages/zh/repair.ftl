# 哪个数据错了、应为多少：定位与改正的说法。
repair-slip-digit-dropped = 疑似漏写一位数字
repair-slip-digit-doubled = 疑似重复写了一位数字
repair-slip-digit-added = 疑似多写了一位数字
repair-slip-digits-swapped = 疑似相邻两位数字写颠倒
repair-slip-digit-mistyped = 疑似写错一位数字
repair-slip-times-ten = 疑似多写一个 0，成为十倍
repair-slip-tenth = 疑似少写一个 0，成为十分之一
repair-slip-sign = 疑似正负号写反
repair-slip-other-row = 疑似写成了相邻一行{ $other }的数
repair-slip-other-column = 疑似写成了相邻一列{ $other }的数
repair-slip-exchanged = 疑似与{ $other }的数写颠倒
repair-slip-shifted = 疑似几行数据整体错开一行
repair-slip-left-out = 疑似合计时漏加{ $other }
repair-slip-counted-twice = 疑似合计时重复加了{ $other }
repair-slip-other-total = 疑似写成了{ $other }的合计
repair-slip-zero = 疑似未填，以 0 代替

repair-change = 把{ $cell }的 { $old } 改为 { $value }{ $slip }
repair-fill = { $cell }（现为{ $old }）填 { $value }
repair-values = { $low } 至 { $high } 之间的数
repair-and = { $first }，同时{ $second }
repair-choices = 有 { $count } 种改法，只改 { $cells } 个数据就够，任选其一都能使勾稽成立：{ $choices }
repair-choices-fill = 有空白需要填写，不必改动已有数字：{ $choices }
repair-choice = （{ $number }）{ $text }
repair-more = 其余 { $count } 种从略
repair-at-least = 至少有 { $cells } 个数据有误；可能的改法太多，未能逐一找完
repair-nothing = 不必改动

amend-not-one-cell = { $place }找不到唯一对应的单元格，未作修改
amend-more-than-text = { $place }除文字外还有其他内容（自动编号、符号等），未作修改
amend-formula = { $place }是公式，未作修改；请改正公式引用的数据
amend-format = 只能改写 docx 和 xlsx 文件；其他格式请按建议手工修改
amend-differs = 改写后再读取，除指定单元格外还有其他内容不同，未写出文件
amend-encoding = 部件 { $part } 不是 UTF-8 编码，未作修改
amend-place-other = 该位置
