# 批注：在 Word 文件副本中标出每处问题。
annotate-format = 不是 docx 文件，不能加批注；可以用 --format notice 出具修改意见单
annotate-no-text = 文件中没有可以加批注的段落
annotate-none = { $file }：没有需要修改的问题，不另存副本
annotate-skipped = { $file }：{ $reason }
annotate-written = { $file }：{ $comments } 条批注，写入 { $copy }
annotate-displaced = { $file }：{ $count } 条批注找不到所指的位置，放在标题上
annotate-sentence = 【{ $severity }】{ $sentence }。
annotate-same = 【{ $severity }】与“{ $cell }”的批注为同一问题：{ $rule }
annotate-rule = 规则 { $rule }
driver-arg-annotate = 另存 Word 文件的副本（-o 给出文件夹），在每处有问题的数据和句子上加批注
