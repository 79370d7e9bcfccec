"""Reads the samples in DIR/READER/ with what users would take instead, where Python has it; prints JSON.

Each reads all text of all tables, as a program does that has to find the numbers in them. Times are milliseconds of
CPU, the median of several readings.
"""
import importlib, json, pathlib, statistics, sys, time


def docx(path):
    import docx
    return [[cell.text for cell in row.cells] for table in docx.Document(path).tables for row in table.rows]


def html(path):
    import pandas
    return [table.values.tolist() for table in pandas.read_html(path)]


def xlsx(path):
    import openpyxl
    book = openpyxl.load_workbook(path, data_only=True)
    return [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book]


def pdf(path):
    import pdfplumber
    with pdfplumber.open(path) as file:
        return [page.extract_tables() for page in file.pages]


PEERS = [
    ("python-docx", "docx", docx, ["docx"]),
    ("pandas.read_html", "html", html, ["pandas", "lxml"]),
    ("openpyxl", "xlsx", xlsx, ["openpyxl"]),
    ("pdfplumber", "pdf", pdf, ["pdfplumber"]),
]


def has(module):
    try:
        importlib.import_module(module)
        return True
    except ImportError:
        return False


def measure(read, path):
    read(path)
    times = []
    while len(times) < 5 or sum(times) < 1 and len(times) < 50:
        start = time.process_time()
        read(path)
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


results = []
for name, reader, read, modules in PEERS:
    missing = [module for module in modules if not has(module)]
    if missing:
        results.append({"name": name, "reader": reader, "missing": ", ".join(missing)})
        continue
    path = str(next(pathlib.Path(sys.argv[1], reader).iterdir()))
    results.append({"name": name, "reader": reader, "ms": measure(read, path)})
print(json.dumps(results))
