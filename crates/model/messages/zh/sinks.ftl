# 核对结果的各种形式和汇总
tally-by-rule = 问题最多的规则
tally-by-year = 各年度
tally-severity = 级别
tally-rule = 规则
tally-rule-title = 名称
tally-reports = 报告
tally-items = 问题
tally-year = 年度
tally-year-unknown = 不明
tally-clean = 没有问题
junit-unjudged = 没有判断：缺少所需的数据
junit-read = 读取
digest-title = 政府信息公开工作年度报告核对结果
tally-by-report = 需要处理的报告
tally-standing = 状态
tally-units = 个数
tally-names = 名称
