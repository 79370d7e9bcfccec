# gouji rules sql、rules prove
driver-command-rules-sql = 输出可在数据库中运行的规则（标准 SQL）
driver-command-rules-prove = 证明硬勾稽的性质，检验规则看得见哪些差错
driver-usage-rules-sql = gouji rules sql [选项] [规则编号]
driver-usage-rules-prove = gouji rules prove [选项]
driver-arg-rules-format = 结果的形式：human（供人阅读，默认）、json
driver-arg-sql-rule = 只输出这一条规则
driver-arg-columns = 宽表（csv）：只用其首行中有的列
driver-arg-sql-table = 表名，默认 reports

sql-head = { $edition }：每条勾稽一列，取值 held（成立）、broken（不成立）、unjudged（无法判断）、inapplicable（不适用）
sql-rule = { $rule } { $title }
sql-no-column = { $edit } 未列入：表中没有 { $column } 这一列

prove-too-large = 证明中的数字超出128位整数
prove-head = { $edition }（编号 { $id }）：{ $hard } 条硬勾稽，{ $cells } 个数据
prove-consistent = 相容：有一组整数使全部硬勾稽成立
prove-contradictory = 矛盾：下列各条不能同时成立，去掉任一条即可：{ $edits }
prove-fractions = 相容，但只找到分数解，没有找到整数解
prove-rank = { $equalities } 条等式，其中 { $rank } 条互相独立
prove-dependent = 下列 { $count } 条中，任一条可由其余各条推出：{ $rules }
prove-rule-count = { $rule }（{ $count } 条）
prove-redundant = 可由其他硬勾稽推出的界限：{ $edits }
prove-fixed = 只能取一个值的数据 { $count } 个：{ $cells }
prove-fixed-cell = { $cell } 恒为 { $value }
prove-fixed-none = 没有只能取一个值的数据（如“恒为0”）
prove-tied = 互相决定的数据：{ $cells }
prove-unwatched = { $count ->
    [0] 每个数据都有规则约束
   *[other] 没有任何规则约束的数据 { $count } 个：{ $cells }
  }
prove-without-sum = { $count ->
    [0] 每个数据都在硬勾稽之中
   *[other] 不在任何硬勾稽中的数据 { $count } 个：{ $cells }
  }
prove-single = { $count ->
    [0] 只错一个数据时，硬勾稽都能看见
   *[other] 只错一个数据而硬等式看不见的：{ $count } 个数据{ $example }
  }
prove-double = { $count ->
    [0] 错两个数据时，硬勾稽都能看见（单独看得见的数据）
   *[other] 错两个数据而互相抵消、硬等式看不见的：{ $count } 组数据，共 { $pairs } 对{ $example }
  }
prove-example = ，例：{ $changes }
prove-change = { $cell } { $from } → { $to }
prove-more = 另有 { $count } 个
prove-score = { $id } 差错检验：{ $all } 处改动，{ $seen } 处有规则看见（错误 { $error }，提醒 { $warning }，说明 { $note }），{ $unseen } 处没有
prove-no-score = 没有使全部硬勾稽成立的整数解，不作差错检验
prove-column-table = 表
prove-column-way = 改动
prove-column-all = 处数
prove-column-error = 错误
prove-column-warning = 提醒
prove-column-note = 说明
prove-column-unseen = 未看见
prove-table = { $name }
prove-way-plus-one = 加1
prove-way-minus-one = 减1
prove-way-times-ten = 多一个0
prove-way-digits-swapped = 数字颠倒
prove-way-neighbours-swapped = 与邻格互换
prove-way-blanked = 漏填
prove-base-broken = 改动之前已不成立、不计入的 { $count } 条：{ $rules }
prove-left-out = 需要上年、所属单位或正文、不计入的 { $count } 条：{ $rules }
prove-survivors = 有改动没有规则看见的数据 { $cells } 个：
prove-survivor = { $cell }：{ $ways }
