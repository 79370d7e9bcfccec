# 供分析用的表
driver-command-table = 把报告和问题写成供分析用的表（每份报告一行）
driver-usage-table = gouji table [选项] 文件或文件夹… -o 报告.csv [--findings 问题.csv]
driver-arg-table = 报告表：.csv 或 .parquet
driver-arg-findings = 问题表（每个问题一行）：.csv 或 .parquet
table-format = 不知道把“{ $file }”写成哪种格式；文件名应以 .csv 或 .parquet 结尾
table-no-parquet = 这个程序没有编入 Parquet，不能写“{ $file }”；请写成 .csv，或用 cargo install gouji --features parquet 安装
table-written = { $file }：{ $reports } 份报告
