# 文字识别：外部程序从图片上看到的文字。

read-ocr-schema = 文字识别程序的输出不是 { $schema }，而是“{ $found }”
read-ocr-size = 文字识别程序没有给出图片的宽度和高度
read-ocr-many = 文字识别程序在一张图片上给出 { $boxes } 段文字，过多
read-ocr-box = 文字识别程序给出的第 { $number } 段文字，位置不在图片上，或者把握（confidence）不在 0 到 1 之间
read-ocr-line = 文字识别程序给出的第 { $number } 条线，位置不是数

reading-ocr = 第 { $page } 页的文字由文字识别程序从图片上读出，请对照原件核对
reading-ocr-doubtful = 第 { $page } 页有 { $count } 处文字识别没有把握，或者跨在表格线上：{ $texts }。其中的数字按无法读取处理

driver-arg-ocr = 读不出文字的页和图片交给这个程序识别（如 "python3 rapidocr.py"）：图片从标准输入给它，它在标准输出给出文字和位置（JSON，gouji/ocr/1）
driver-ocr-no-command = --ocr 后面没有写程序
driver-ocr-answer = { $program } 的输出不是 gouji/ocr/1：{ $detail }
driver-ocr-picture = { $place }的图片识别失败：{ $reason }
driver-ocr-page = 第 { $place } 页
