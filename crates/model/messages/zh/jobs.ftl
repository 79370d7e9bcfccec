# 许多文件同时处理
driver-arg-jobs = 同时读取和核对的文件数（不给出时为处理器个数）
driver-arg-shard = 只处理第 I 份（共 N 份，如 2/8），由几台机器分别运行；输出文件名加上份号
jobs-cannot-start = 系统不能建立线程；请用 --jobs 1 再试
jobs-interrupted = 已中断：{ $all } 个文件中已核对 { $done } 个
jobs-meter = {"{"}bar:30{"}"} {"{"}pos{"}"}/{"{"}len{"}"} 个文件  {"{"}per_sec{"}"}  还需 {"{"}eta{"}"}
