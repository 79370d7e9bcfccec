# 版面：为什么排不成页。

pages-no-glyph = { $file }：{ $place }里的「{ $character }」（{ $code }）在所用字体里没有字形，印不出来。请在原文件中换成别的字后再导出
pages-too-long = { $file }：{ $place }太长，表格的一行排不进一页。请在原文件中缩短后再导出
pages-failed = 不能写成 PDF：{ $detail }
pages-place-notice = 修改意见单
