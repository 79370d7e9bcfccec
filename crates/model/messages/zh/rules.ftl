# 规则脚本与格式文件中的错误
rules-error = { $place }：{ $problem }
rules-error-help = { $place }：{ $problem }。{ $help }
rules-error-edition = { $place }：{ $problem }（格式版本 { $edition }）
rules-error-edition-help = { $place }：{ $problem }（格式版本 { $edition }）。{ $help }

rules-help-did-you-mean = 是不是“{ $name }”？
rules-help-choices = 可用的有：{ $names }
rules-help-files = 格式文件夹里只有 edition.toml、form.toml、lexicon.toml、<主题>/<规则>.rhai 和 <主题>/<规则>.cases.toml
rules-help-edition = 请新建 edition.toml，至少写明 id；沿用已有格式的，写 base
rules-help-overlay = 要改动已有格式，请写 base = "…" 并且不写 years；要整个替换，请用同一个 id 而不写 base
rules-help-header = 文件开头应有 //! title:、//! title.en:、//! severity:、//! basis:、中文说明和 //! en:
rules-help-chain = 比较不能连写：a == b == c 请写成两条 require
rules-help-compare = 数据项要先比较或者问状态：require(a == b)、require(a.is_number)
rules-help-condition = 条件是比较（a == b）、数据项状态（a.is_blank）或事实（section("other").present）
rules-help-opposite = 比较请直接用相反的符号（!=、<、>），状态请用相反的状态（is_not_number 等）
rules-help-no-branch = 前提写作 when(a).require(b)，几者有其一即可写作 require_any([a, b])，几者都要就写几条 require
rules-help-no-not = 不等于写作 a != b，事实不成立写作 negate(事实)
rules-help-no-loop = 循环只有 for 名称 in 列表，列表取自报表，如 requests.columns
rules-help-no-division = 除法请改成乘法：把除数乘到另一边，或者乘以 0.5 这样的小数
rules-help-grammar = 规则脚本里只有 for、let、函数调用、加减乘和比较
rules-help-effect = 请写 require(…)、require_any([…]) 或 when(…).require(…)
rules-help-sum = 很长的加式请写成 sum([a, b, …])，或者在 form.toml 里设一个合计组
rules-help-index = 请写成下标：["{ $name }"]
rules-help-narrow = 脚本里请用半角的“{ $character }”

rules-toml = TOML 有误：{ $detail }
rules-toml-unknown = 不认识“{ $name }”
rules-toml-missing = 缺少“{ $name }”

rules-file-unknown = 不知道“{ $path }”是什么文件
rules-file-rule-path = 规则文件的路径应为“主题/规则”，用小写字母、数字和连字符，而这里是“{ $path }”

rules-edition-absent = 文件夹里没有 edition.toml
rules-edition-no-base = 没有格式版本“{ $base }”可以沿用
rules-edition-cycle = 格式版本“{ $base }”反过来沿用本格式
rules-edition-no-rule = 没有规则“{ $rule }”
rules-edition-year = “{ $year }”不是本格式（{ $years }）的年份
rules-edition-years = 年份颠倒：{ $years }
rules-edition-twice = 格式版本“{ $edition }”已由 { $other } 定义
rules-edition-overlap = 格式版本“{ $edition }”的年份（{ $years }）与 { $other } 的年份（{ $other_years }）重叠

rules-form-empty = 报表没有任何数据项
rules-form-table-id = 有一张表没有 id
rules-form-table-name = 表的 id“{ $table }”在规则脚本里另有含义，请换一个
rules-form-id = “{ $id }”不能作编号：脚本要用到编号，只能用小写字母、数字、下划线，词之间用点
rules-form-label-empty = “{ $id }”的中文名称是空的
rules-form-label-twice = 并列的两处名称都是“{ $label }”，读取时分不清
rules-form-placeholder = 单元格的名称里没有“{ $name }”
rules-form-twice = 两个数据项或合计组同用一个 id“{ $id }”
rules-form-member = 表“{ $table }”的组或列表“{ $group }”里的“{ $member }”不是该表的行或列
rules-form-cycle = 表“{ $table }”的合计组“{ $group }”包含它自己
rules-form-section = 表“{ $table }”所在的“{ $section }”部分不存在
rules-form-width = 表“{ $table }”第{ $block }块宽 { $found } 列，而全表宽 { $expected } 列
rules-form-too-large = 数据项或合计组过多

rules-header-late = 说明应放在文件开头，脚本之前
rules-header-key = 说明里不认识“{ $key }”
rules-header-twice = 说明里“{ $key }”出现了两次
rules-header-severity = “{ $value }”不是严重程度
rules-header-missing = 说明里缺少“{ $key }”
rules-header-no-text = 说明里没有中文正文：规则要求什么、为什么

rules-script-refused = 规则脚本里不能用“{ $symbol }”
rules-script-syntax = 语法有误：{ $detail }
rules-script-failed = 脚本出错：{ $detail }
rules-script-ends = 脚本没有写完
rules-script-expected = 此处应为“{ $token }”
rules-script-character = 此处不能用“{ $character }”
rules-script-open-text = 引号没有配对
rules-script-too-deep = 算式嵌套过深
rules-script-too-long = 脚本超过 { $bytes } 字节
rules-script-too-many-steps = 脚本步骤过多
rules-script-too-many = 一条规则最多 { $most } 条要求
rules-script-too-large = 文字或列表过长
rules-script-let = let 要写成 let 名称 = 值;
rules-script-for = 这里不是列表
rules-script-for-counter = for 只能有一个变量
rules-script-unused = “{ $name }”没有用到
rules-script-no-effect = 这一行什么也没有要求
rules-script-nothing = 脚本什么也没有要求
rules-script-same-subject = 两条要求（第{ $first }行和第{ $second }行）说的都是“{ $subject }”：一条规则对一个数据项只能有一条要求
rules-script-variable = 此处应为一个名称
rules-script-index = 列表只能用已有的序号取值，从 0 起
rules-script-no-name = 没有“{ $name }”
rules-script-name-taken = “{ $name }”已有含义，请换一个名称
rules-script-no-function = 没有函数“{ $name }”
rules-script-arguments = { $most ->
    [1] “{ $name }”要一个参数
   *[other] “{ $name }”要 { $least } 至 { $most } 个参数
}
rules-script-not-applicable = “{ $name }”不能用在这里
rules-script-no-property = 此处的值没有“{ $name }”
rules-script-property = “{ $name }”是语言的关键字，在这里不能作名称
rules-script-operand = 加减乘和比较只用于数据项、文字数据和数字，而这里是{ $kind }
rules-script-no-condition = 此处应为条件，而这里是{ $kind }
rules-script-no-list = 此处应为列表，而这里是{ $kind }
rules-script-no-text = 此处应为带引号的文字，而这里是{ $kind }
rules-script-no-when = require 只要一个条件，前提写在 when(…) 里，而这里的第一个是{ $kind }
rules-script-empty-list = 列表是空的
rules-script-negate = negate 只用于事实
rules-script-number-precise = 小数不能超过六位
rules-script-number-large = 数字不能超过 10¹²
rules-script-unknown-cell = “{ $path }”下没有“{ $name }”
rules-script-incomplete = “{ $path }”还不是数据项，后面要接上行或列
rules-script-foreign-state = “{ $path }”不是本报告的数据项，只有本报告的数据项可以问状态
rules-script-unknown-fact = “{ $path }”下没有“{ $name }”
rules-script-part-of-fact = “{ $path }”还不是事实，后面要接上问什么
rules-script-no-argument = “{ $path }”不带参数
rules-script-no-section = 报表没有“{ $name }”部分
rules-script-no-table = 报表没有“{ $name }”表
rules-script-no-phrases = lexicon.toml 里没有词组“{ $name }”
rules-script-no-level = 没有行政层级“{ $name }”
rules-script-no-unit-kind = 没有单位类别“{ $name }”
rules-script-no-metric = 不读取文字数据“{ $name }”

rules-kind-truth = 真假值
rules-kind-number = 数字
rules-kind-text = 文字
rules-kind-list = 列表
rules-kind-path = 数据项
rules-kind-expression = 算式
rules-kind-condition = 条件
rules-kind-fact = 事实
rules-kind-when = 前提
rules-kind-nothing = 空值

rules-edit-overflow = 系数或常数超过 10¹² 或小数超过六位
rules-edit-too-many-terms = 一条要求的项太多
rules-edit-constant = 这里没有数据项、文字数据或事实：恒真或者恒假
rules-edit-not-linear = 两个数据项不能相乘，只有文字里的比例可以乘以数据项

rules-case-no-cell = 报表没有数据项“{ $name }”
rules-case-no-fact = 没有事实“{ $name }”
rules-case-no-subject = 本规则没有一条要求说的是“{ $name }”
rules-case-value = 这不是数据项的值
rules-help-case-value = 写整数、"12.5" 这样的小数、"blank"、"dash"、"missing" 或 "unreadable:文字"
rules-case-fact-value = 事实写 true、false 或 "unknown"
rules-case-both = inapplicable 与 broken、unjudged 不能同时写
rules-case-broken = 例“{ $title }”：{ $subjects } 不成立，而本不应如此
rules-case-not-broken = 例“{ $title }”：{ $subjects } 应当不成立，而并非如此
rules-case-unjudged = 例“{ $title }”：{ $subjects } 无法判断，而本不应如此
rules-case-judged = 例“{ $title }”：{ $subjects } 应当无法判断，而并非如此
rules-case-applies = 例“{ $title }”：{ $subjects } 适用，而整条规则应当不适用
rules-case-nothing-held = 例“{ $title }”：没有一条要求成立，全都不适用
rules-case-none-holds = 本规则没有成立的例子
rules-case-none-breaks = 本规则没有不成立的例子
