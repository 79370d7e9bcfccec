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
# 修改意见汇总：一批报告一页，供出具单位留存。
overview-title = 政府信息公开工作年度报告修改意见汇总
overview-opening = 共核对报告 { $reports } 份：{ $faulty } 份有意见，{ $clean } 份没有发现需要修改的问题；另有 { $unreadable } 个文件无法读取。
overview-part-faulty = 有意见的报告（最重的在前）
overview-part-clean = 没有发现问题的报告
overview-part-unreadable = 无法读取的文件
overview-part-absent = 没有报送的单位
overview-count = 共 { $count } 个。
overview-faulty = { $unit }{ $year }：错误 { $errors } 处、提醒 { $warnings } 处、说明 { $notes } 处
overview-clean = { $unit }{ $year }
overview-unit-unknown = 未写明单位
overview-year = （{ $year }年）
overview-file = 文件：{ $file }
overview-worst = 最重的问题：{ $severity }「{ $rule }」
overview-unjudged = 另有 { $count } 条勾稽关系没有判断，不等于没有问题
overview-unjudged-told = 另有 { $count } 条勾稽关系没有判断，不等于没有问题：其中 { $told } 条与报送的文件有关，写入意见单；其余缺少文件以外的资料（上年报告、所属单位、层级和性质）
overview-waived = 「{ $rule }」{ $waiver }
overview-notice = 意见单：{ $files }
overview-unreadable = { $file }：{ $reason }
overview-absent = { $unit }
overview-closing = 各单位的意见见各自的修改意见单。
overview-closing-unreadable = 各单位的意见见各自的修改意见单。无法读取的文件没有核对，请收回可以读取的文件后再核对。
notice-renamed = { $file }：同名的意见单已有，这一份写作 { $name }
notice-written = 共出具修改意见单 { $notices } 份，没有需要修改的 { $clean } 份，无法读取 { $failed } 个文件
notice-left-over = 文件夹中还有不是本次出具的意见单，所提问题可能已经改正，请核对后再用或删去：{ $files }
driver-overview-stem = 修改意见汇总
notice-office-alone = --office 只能与 --format notice 一起使用
