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
repair-only = 只有一种改法，改 { $cells } 个数据就够：{ $choice }
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

driver-command-repair = 找出哪个数据错了、应为多少、有多大把握；加 --apply 另存改正后的 docx 或 xlsx
driver-usage-repair = gouji repair [选项] 文件或文件夹…
driver-arg-repair-format = 结果的形式：human（供人阅读，默认）、json
driver-arg-apply = 另存改正后的文件（docx、xlsx）和改动清单：只改唯一确定的数据，原文件不动，其余内容逐字节保持原样
driver-arg-choose = 有多种改法时采用第几种；可以多次给出
driver-arg-all = 改正多个文件
driver-arg-repair-last-year = 上年的报告，或者存放各年度报告的文件夹：同一单位相邻年度的报告一并求解，找出是哪一年的报告有误
driver-arg-repair-members = 成员单位的报告（文件夹或文件）：与区域报告一并求解，找出是哪一份有误
repair-report = { $report }（{ $file }）
repair-more-reports = 其余 { $count } 份
repair-together = 与 { $count } 份报告一并求解：{ $reports }
repair-apart = 与 { $count } 份报告一并求解超过计算量上限（这些报告错误太多），以下只就本报告求解；请先分别改正：{ $reports }
repair-clean-together = 各份报告勾稽全部成立、相互一致，没有需要改正的数据
repair-clean-own = 本报告勾稽全部成立，与其他报告一致，没有需要改正的数据
repair-beside = 另有报告自身有错误，与本报告无关，请另行改正：{ $reports }
repair-wrong-own = 有误的是本报告；{ $count ->
    [1] 与之勾稽的另一份报告不必改动
   *[other] 与之勾稽的其余 { $count } 份报告都不必改动
}
repair-wrong-other = 有误的是 { $report }；{ $count ->
    [1] 本报告不必改动
   *[other] 本报告等其余 { $count } 份都不必改动
}
repair-wrong-several = 有误的是 { $reports }；其余 { $count } 份都不必改动
repair-wrong-unknown = 仅凭勾稽不能断定是哪一份报告有误
repair-line-of = 【{ $report }】{ $line }
repair-elsewhere = 还有 { $count } 个数据在其他报告里，没有改动；请对那份文件另行运行 gouji repair
repair-log-year = 年度
repair-log-done = 是否已改
repair-log-yes = 已改
repair-log-no = 未改：不是本次改正的文件
repair-clean = 勾稽全部成立，没有需要改正的数据
repair-too-large = 数字太大，无法精确计算
repair-sure = 唯一的改法：改 { $cells } 个数据。已逐一验证，改得更少都不能使勾稽全部成立
repair-sure-fill = 唯一的填法：填写空缺的数据，不必改动已有数字
repair-several = { $count } 种改法，各改 { $cells } 个数据，可能性大的在前。已逐一验证，改得更少都不能使勾稽全部成立
repair-several-fill = 需要填写空缺的数据，不必改动已有数字，但数值不能唯一确定
repair-some = 至少改 { $cells } 个数据；已找到 { $count } 种改法，可能还有，因计算量达到上限没有逐一找完
repair-number = （{ $number }）
repair-line = { $cell }  { $old } → { $value }{ $slip }{ $place }
repair-place = {"  "}{ $place }
repair-written = 已改正 { $count } 个数据，写入 { $file }，改动清单 { $log }；原文件未动
repair-left = 还有 { $count } 处没有改正：改法不唯一，请核对后用 --choose 指定第几种，或手工修改
repair-several-files = 共有 { $count } 个文件；要全部改正请加 --all
repair-no-choices = 没有可选的改法：改法都是唯一的，或者没有要改的，请去掉 --choose
repair-no-choice = 没有第 { $number } 种改法（共 { $count } 种）
repair-open-choice = 第 { $number } 种改法没有确定的数值，请手工修改
repair-two-choices = 第 { $first } 种和第 { $second } 种是同一处的两种改法，只能选一种
repair-no-place = 不知道{ $cell }在文件中的位置，无法改写
repair-noted = { $cell }除数字外还有文字（{ $print }），请手工修改
repair-log-file = 文件
repair-log-unit = 单位
repair-log-place = 位置
repair-log-cell = 数据编号
repair-log-name = 数据
repair-log-old = 原为
repair-log-new = 改为
repair-log-reason = 理由
repair-log-because = 为使{ $rules }成立
