# 修改意见单：退给报送单位的一页，写明要改什么。
notice-title = 政府信息公开工作年度报告修改意见单
notice-address = { $unit }：
notice-address-unknown = 报送单位：
notice-opening = 你单位报送的《{ $title }》（文件：{ $file }）已经核对，发现错误 { $errors } 处、提醒 { $warnings } 处、说明 { $notes } 处，意见如下。
notice-clean = 你单位报送的《{ $title }》（文件：{ $file }）已经核对，没有发现需要修改的问题。
notice-heading = { $position ->
    [1] 一
    [2] 二
    [3] 三
   *[other] 四
}、{ $heading }
notice-part-error = 错误（应当改正）
notice-part-warning = 提醒（请核实，确有错误的应当改正）
notice-part-note = 说明（供参考）
notice-part-unjudged = 没有判断的事项
notice-section = 正文「{ $section }」
notice-whole = 报告整体
notice-item = { $number }．{ $sentence }。
notice-unjudged = 另有 { $edits } 条勾稽关系没有判断，不等于没有问题：
notice-doubt-missing = 报送的文件中没有找到 { $about }，有关的 { $edits } 条没有判断。
notice-doubt-unreadable = { $about } 不是数字，有关的 { $edits } 条没有判断。
notice-doubt-blank-total = { $about } 没有填写，有关的 { $edits } 条没有判断。
notice-doubt-fact = 核对时缺少文件以外的资料，{ $edits } 条没有判断。
notice-doubt-too-large = 数字过大，{ $edits } 条没有判断。
notice-and-more = { $named }等 { $count } 个数据
notice-closing-notes = 以上说明供参考，不要求修改。
notice-closing = 请对照以上意见逐条核实，修改后重新报送。对意见有不同看法的，请说明理由。
notice-date = { $year }年{ $month }月{ $day }日
notice-place-office = 出具单位的名称
