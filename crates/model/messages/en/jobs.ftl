# Many files at a time
driver-arg-jobs = Files read and judged at the same time (one for each processor if not given)
driver-arg-shard = Only part I of N of the files, as 2/8, for runs on several machines; outputs get the part in their names
jobs-cannot-start = The system gives no threads; try --jobs 1
jobs-interrupted = Interrupted: { $done } of { $all } files were checked
jobs-meter = {"{"}bar:30{"}"} {"{"}pos{"}"}/{"{"}len{"}"} files  {"{"}per_sec{"}"}  {"{"}eta{"}"} left
