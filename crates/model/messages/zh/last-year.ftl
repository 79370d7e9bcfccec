# 与上年报告对照。
finding-and = { $first }；{ $rest }
finding-last-year = { $what }（上年报告：{ $file }）
driver-doubt-not-among = 给出的上年报告中没有本单位的
workbook-doubt-not-among = 给出的上年报告中没有本单位的
driver-last-year-not-among = 给出的上年报告中没有 { $unit } { $year } 年度的，与上年对照的没有判断
driver-last-year-not-among-unnamed = 报告没有写明单位或年度，不能确定哪一份是它的上年报告，与上年对照的没有判断
driver-arg-check-last-year = 上年的报告，或者存放上年报告的文件夹：涉及上年的勾稽一并判断
