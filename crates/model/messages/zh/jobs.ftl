# 许多文件同时处理
driver-arg-jobs = 同时读取和核对的文件数（不给出时为处理器个数）
jobs-cannot-start = 系统不能建立线程；请用 --jobs 1 再试
jobs-interrupted = 已中断：{ $all } 个文件中已核对 { $done } 个
jobs-meter = {"{"}bar:30{"}"} {"{"}pos{"}"}/{"{"}len{"}"} 个文件  {"{"}per_sec{"}"}  还需 {"{"}eta{"}"}
