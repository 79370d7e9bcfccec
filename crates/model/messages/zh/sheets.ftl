# 电子表格（xlsx、xls、et、ods、csv）的读取说明，一个文件里有几份报告时的说法

read-sheet-no-book = 这个表格文件里没有工作簿内容（{ $part }），文件可能没有传完。请重新取得文件，或者用 Excel、WPS 打开修复后另存一份
read-sheet-too-many-cells = 表格超过 { $limit } 格。请确认所选文件正确；如果是几千份报告的汇总表，请分成几个文件
read-xls-damaged = 文件已损坏，读不出其中的工作簿（{ $cause }）。请重新取得文件，或者用 Excel、WPS 打开修复后另存一份
read-csv-broken = CSV 读不下去：{ $cause }。请用 Excel、WPS 打开后重新保存

reading-sheet-hidden = 工作表“{ $sheet }”是隐藏的，没有读取
reading-sheet-hidden-cells = 工作表“{ $sheet }”中有隐藏的行 { $rows } 行、列 { $columns } 列，其中的内容照常读取
reading-sheet-formula = 此格是公式 { $formula }，文件里没有存它的计算结果，读不出数值；用 Excel、WPS 打开后保存一次即可
reading-sheet-error = 此格是错误值 { $error }，读不出数值
reading-sheet-rounded = 此格显示为 { $shown }，存的是 { $stored }；按显示的读取

recognise-no-row = 这是一行一份报告的汇总表，但没有一行能读成报告。请检查各行的单位、年度和数据

reading-report-row = 这份报告取自汇总表的这一行
reading-report-sheet = 文件中有几份报告，这一份取自工作表“{ $sheet }”
reading-sheet-beside = 工作表“{ $sheet }”不是报告，没有读取
reading-row-refused = 这一行没有读成报告：{ $reason }
reading-column-twice = 汇总表中有两列是 { $column }，数字不同，无法判断以哪一列为准，按未找到处理
reading-sheet-beside-form = 工作表“{ $sheet }”的表格右侧隔开的内容（{ $column } 列起，{ $count } 格）不属于报告，没有读取
reading-sheet-covered = 工作表“{ $sheet }”中有 { $count } 格内容被合并单元格盖住，没有显示，也没有读取
recognise-row-uneven = 这一行有 { $cells } 格，与表头的格数不同，无法确定各属哪一列
