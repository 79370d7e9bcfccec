# 读过的报告的缓存
driver-command-cache = 管理缓存文件夹（--cache）
driver-command-cache-clear = 清空缓存文件夹
driver-usage-cache = gouji cache 命令 --cache 文件夹
driver-usage-cache-clear = gouji cache clear --cache 文件夹
driver-arg-cache = 缓存文件夹：内容和规则都没有变的文件不再读取
cache-which = 没有说是哪个缓存文件夹；请加上 --cache 文件夹
cache-cannot = 缓存文件夹 { $folder } 不能使用
cache-foreign = { $folder } 不是缓存文件夹：里面有别的文件，或者没有 CACHEDIR.TAG；请指定一个新的文件夹
cache-not-kept = 读到的报告没有全部存入缓存文件夹 { $folder }（{ $reason }）；结果不受影响
cache-cleared = 已清空缓存文件夹 { $folder }：{ $entries } 项，{ $megabytes } MB
