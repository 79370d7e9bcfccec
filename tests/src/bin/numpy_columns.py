# The hard edits over columns of numpy: prints G terms a second of CPU time.
import sys, time
import numpy

cells, reports = map(int, sys.stdin.readline().split())
edits = [[tuple(map(int, term.split(":"))) for term in line.split()] for line in sys.stdin]
columns = numpy.arange(cells * reports, dtype=numpy.int64).reshape(cells, reports) % 97
best = 1e9
for _ in range(5):
    start, broken = time.thread_time(), 0
    for edit in edits:
        total = numpy.zeros(reports, dtype=numpy.int64)
        for cell, coefficient in edit:
            if coefficient == 1:
                total += columns[cell]
            elif coefficient == -1:
                total -= columns[cell]
            else:
                total += coefficient * columns[cell]
        broken += numpy.count_nonzero(total)
    best = min(best, time.thread_time() - start)
print(sum(map(len, edits)) * reports / best / 1e9)
