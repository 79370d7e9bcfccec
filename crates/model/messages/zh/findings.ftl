# 问题的说法。参数里的名称来自格式文件。
state-blank = 空白
state-missing = 未找到

finding-side = { $sum }
finding-side-sum = { $sum } = { $total }
finding-both-sides = { $left }，{ $right }
finding-blanks-as-zero = （空白、横线按 0 计）
finding-context-column = { $table }「{ $name }」列：
finding-context-row = { $table } { $name }：
finding-context-table = { $table }：
finding-cause = { $cell } { $value }，应为 { $corrected }：{ $why }{ $also }{ $blanks }
finding-also = ；{ $rules }同样要求 { $value }
finding-unequal = { $context }{ $left }，{ $right }，相差 { $difference }{ $blanks }
finding-must-be = { $context }{ $left }，应为 { $right }{ $blanks }
finding-relation = { $context }{ $left }，应 { $relation } { $right }{ $blanks }
finding-state = { $name } 的填写方式不符合要求
finding-never = 这条规则的要求没有满足

finding-cells-blank = { $table }有 { $count } 个数据空白：{ $cells }
finding-cells-dash = { $table }有 { $count } 个数据以横线代替数字：{ $cells }
finding-cells-unreadable = { $table }有 { $count } 个数据不是数字：{ $cells }
finding-cells-missing = { $table }有 { $count } 个数据未找到：{ $cells }
finding-cells-negative = { $table }有 { $count } 个数据小于 0：{ $cells }
finding-cells-fraction = { $table }有 { $count } 个数据不是整数：{ $cells }
finding-cells-number = { $table }有 { $count } 个数据不应是这样的数字：{ $cells }
finding-rows-whole = { $first }至{ $last }（共 { $count } 行）
finding-row-whole = { $row }（整行）
finding-row-columns = { $row }「{ $columns }」
finding-cell-value = { $name } { $value }

suggest-value = 把{ $cell }改为 { $value }{ $slip }
suggest-slip = （{ $slip }）
