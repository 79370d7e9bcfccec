"""Makes the Word 97 files of this folder from a report of the suite; needs gouji and LibreOffice on the PATH.

    gouji export ../reports/consistent-2021.txt --to html -o /tmp && python3 make.py /tmp/consistent-2021.html

The text and the tables are taken from the web page that gouji exports, written as docx, and converted by
`soffice --convert-to doc`. Each file shows the same report:

plain.doc     numbers of headings and rows typed
numbered.doc  numbers of headings, paragraphs and rows made by automatic numbering
changed.doc   tracked changes, a deleted row, hidden text; shown as accepted it is the same
nested.doc    tables inside a frame of one cell, and beside a text in an outer table
"""
import html.parser, re, subprocess, sys, zipfile
from xml.sax.saxutils import escape

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Page(html.parser.HTMLParser):
    """Title, headings, paragraphs and tables of the page; a table is rows of (colspan, rowspan, text)."""

    def __init__(self):
        super().__init__()
        self.items, self.text, self.inside, self.findings = [], None, False, False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.inside |= attributes.get("class") == "body"
        if tag == "h1" or self.inside and tag in ("h2", "p", "th", "td"):
            self.text = ""
        if self.inside and tag == "table":
            self.items.append(("table", []))
        if self.inside and tag == "tr":
            self.items[-1][1].append([])
        if self.inside and tag in ("th", "td"):
            self.items[-1][1][-1].append([int(attributes.get("colspan", 1)), int(attributes.get("rowspan", 1)), ""])

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if self.text is None or tag not in ("h1", "h2", "p", "th", "td"):
            return
        if tag in ("th", "td"):
            self.items[-1][1][-1][-1][2] = self.text
        else:
            self.items.append((tag, self.text))
        self.text = None


# What stands at the beginning of a text, the list it belongs to and its level there.
NUMBERS = {
    "h2": [(r"[一二三四五六]、", 1, 0)],
    "p": [(r"（[一二三四五]）", 2, 0)],
    "cell": [(r"[一二三四]、", 3, 0), (r"（[一二三四五六七]）", 4, 0), (r"\d\.", 4, 1)],
}


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text, numbers=(), runs=None):
    for pattern, number, level in numbers:
        found = re.match(pattern, text)
        if found:
            properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            return f"<w:p><w:pPr>{properties}</w:pPr>{run(text[found.end():])}</w:p>"
    return f"<w:p>{runs or run(text)}</w:p>"


def changed(text):
    """A number as it was typed again, a label with a hint that is hidden."""
    if re.fullmatch(r"[\d.]+", text):
        old = f'<w:del w:id="1" w:author="a"><w:r><w:delText>9{text}</w:delText></w:r></w:del>'
        return old + f'<w:ins w:id="2" w:author="a">{run(text)}</w:ins>'
    return run(text) + run("（填写说明8）", "<w:vanish/>")


def table(rows, kind):
    covered, written = {}, []
    width = sum(cell[0] for cell in rows[0])
    for number, row in enumerate(rows):
        cells, column = "", 0
        row = list(row)
        while column < width:
            above = covered.get((number, column))
            if above:
                cells += tc(above, '<w:vMerge/>', "<w:p/>")
                column += above
                continue
            colspan, rowspan, text = row.pop(0)
            for below in range(1, rowspan):
                covered[number + below, column] = colspan
            merge = '<w:vMerge w:val="restart"/>' if rowspan > 1 else ""
            numbers = NUMBERS["cell"] if kind == "numbered" else ()
            runs = changed(text) if kind == "changed" and len(row) % 3 == 0 else None
            cells += tc(colspan, merge, paragraph(text, numbers, runs))
            column += colspan
        written.append(f"<w:tr>{cells}</w:tr>")
    if kind == "changed":
        gone = '<w:trPr><w:del w:id="3" w:author="a"/></w:trPr>'
        old = '<w:p><w:pPr><w:rPr><w:del w:id="4" w:author="a"/></w:rPr></w:pPr><w:del w:id="5" w:author="a"><w:r><w:delText>7</w:delText></w:r></w:del></w:p>'
        cells = "".join(tc(colspan, "", old) for colspan, *_ in rows[-1])
        written.append(f"<w:tr>{gone}{cells}</w:tr>")
    grid = f'<w:gridCol w:w="{9000 // width}"/>' * width
    return f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(written)}</w:tbl>'


def tc(colspan, merge, content):
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{colspan}"/>{merge}</w:tcPr>{content}</w:tc>'


def body(items, kind):
    written, tables = "", 0
    for what, content in items:
        if what != "table":
            runs = changed(content) if kind == "changed" and what == "p" else None
            written += paragraph(content, NUMBERS.get(what, ()) if kind == "numbered" else (), runs)
            continue
        tables += 1
        inner = table(content, kind)
        if kind == "nested":
            left = tc(1, "", paragraph("附表")) if tables == 2 else ""
            columns = '<w:gridCol w:w="600"/>' * (tables == 2) + '<w:gridCol w:w="9200"/>'
            inner = f'<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid><w:tr>{left}{tc(1, "", inner + "<w:p/>")}</w:tr></w:tbl>'
        written += inner + "<w:p/>"
    return written


def level(number, form, text):
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbering():
    lists = [[("chineseCounting", "%1、")], [("chineseCounting", "（%1）")], [("chineseCountingThousand", "%1、")]]
    lists.append([("chineseCounting", "（%1）"), ("decimal", "%2.")])
    written = ""
    for number, levels in enumerate(lists, 1):
        levels = "".join(level(place, *given) for place, given in enumerate(levels))
        written += f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
    written += "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, 5))
    return f"<w:numbering {SPACE}>{written}</w:numbering>"


def main():
    page = Page()
    page.feed(open(sys.argv[1], encoding="utf-8").read())
    for kind in ("plain", "numbered", "changed", "nested"):
        types = f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="{WORD}.numbering+xml"/>'
        parts = {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
            "word/numbering.xml": numbering(),
            "word/document.xml": f"<w:document {SPACE}><w:body>{body(page.items, kind)}</w:body></w:document>",
        }
        with zipfile.ZipFile(f"/tmp/{kind}.docx", "w", zipfile.ZIP_DEFLATED) as docx:
            for name, content in parts.items():
                docx.writestr(name, content)
        subprocess.run(["soffice", "--headless", "--convert-to", "doc", "--outdir", ".", f"/tmp/{kind}.docx"], check=True)


main()
