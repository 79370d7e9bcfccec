# 正文与表格不一致时的说法。
finding-quote = 正文「{ $sentence }」
finding-claim-one = { $quotes }，{ $readings }，不是 { $value }
finding-claim-none = { $quotes }，{ $readings }，均不是 { $value }
finding-claim-relations = { $quotes }，{ $readings }，不相符
finding-claim-other = { $quotes }：{ $why }
finding-reading = { $sum }
finding-reading-sum = { $sum } = { $total }
finding-reading-bound = 应 { $relation } { $sum }
finding-reading-sum-bound = 应 { $relation } { $sum } = { $total }
finding-reading-share = { $base } { $of } 的 { $share }% 是 { $part }，而{ $name }是 { $count }
word-place-passage = { $section }第{ $paragraph }段
word-place-passage-at = { $section }第{ $paragraph }段（{ $place }）

driver-claims = 正文数据 { $count } 项
driver-claim = { $metric } { $value }{ $about }  { $place }  「{ $sentence }」
word-period-last-year = （上年）
word-period-other = （其他时间）
word-scope-agency = （本级）
word-scope-region = （全区域）

fact-told-alike = 正文中同一个数据说法不一{ $evidence }
evidence-told = { $name } { $value }（「{ $sentence }」）
