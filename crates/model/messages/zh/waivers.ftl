# ---- 豁免 ----
waiver-valid = 已豁免：{ $reason }（{ $author }{ $article }{ $expires }）
waiver-reopened = 豁免已失效，数据与豁免时不同：{ $reason }（{ $author }{ $article }{ $expires }）
waiver-expired = 豁免已过期：{ $reason }（{ $author }{ $article }{ $expires }）
waiver-article = ，依据{ $text }
waiver-until = ，有效期至 { $text }
waiver-word = 已豁免的{ $severity }
waiver-count = { $count } 处已豁免
waiver-counted = { $summary }；另有 { $count } 处已豁免
waiver-part = 已豁免的问题
waiver-explained = 以下 { $count } 处已经说明理由，本次不要求修改：
waiver-item = { $number }. { $severity }　{ $sentence }
waiver-sum = 豁免：生效 { $used } 条；数据已变、重新打开 { $reopened } 条；已过期 { $expired } 条；没有用到（问题已不存在，或者另有豁免） { $unused } 条；不属于本次报告 { $notmet } 条
waiver-is-expired = 已过期（{ $expires }）：{ $unit } { $year } { $finding }
waiver-is-unused = 没有用到：{ $unit } { $year } { $finding }
waiver-twice = 豁免重复：{ $unit } { $year } { $finding }
waiver-cannot = 不能使用豁免文件 { $file }
waiver-at = 第 { $line } 行：{ $problem }
waiver-empty = { $field } 是空的，不能作为豁免
waiver-unknown = 没有“{ $name }”这一项，只能是 { $choices }
waiver-string = 这里要写文字，并用双引号括起来
waiver-list = 这里要写一列，用方括号括起来，各项用双引号
waiver-year = 这里要写年度，不加引号
waiver-lacking = { $file }：{ $count } 条“误报”没有同时填写说明和核对人，不作豁免
waiver-skeleton =
    豁免文件，由 gouji check --format waivers 写出。逐条填写 reason（理由）、author（填写人），再用 --waivers 给出；
    expires（有效期至）、article（依据条款）可以不填。不豁免的整条删去。values 中的数据一变，豁免就失效。
driver-arg-waivers = 豁免文件（TOML），或填写了“误报”、说明和核对人的导出工作簿；可以给几个
driver-arg-waiver-date = 按哪一天判断豁免是否过期，默认为 SOURCE_DATE_EPOCH 或今天
