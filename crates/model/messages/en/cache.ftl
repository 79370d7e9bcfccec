# The cache of reports that were read before
driver-command-cache = Looks after the folder of --cache
driver-command-cache-clear = Empties the folder of --cache
driver-usage-cache = gouji cache COMMAND --cache DIR
driver-usage-cache-clear = gouji cache clear --cache DIR
driver-arg-cache = Folder of what was read before: a file is not read again while its content and the rules are the same
cache-which = Which folder is the cache? Add --cache DIR
cache-cannot = The folder { $folder } cannot be used as a cache
cache-foreign = { $folder } is no cache: it holds other files, or no CACHEDIR.TAG; name a new folder
cache-not-kept = Not all reports could be kept in the cache { $folder } ({ $reason }); the results are right
cache-cleared = { $entries ->
    [one] One entry
   *[other] { $entries } entries
} ({ $megabytes } MB) removed from the cache { $folder }
