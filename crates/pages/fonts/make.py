"""Makes the fonts beside it: subsets of free fonts, renamed, packed with zstd.

    pip install fonttools zstandard
    npm pack @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3
    apt-get download fonts-lxgw-wenkai unicode-data
    python make.py FOLDER

FOLDER holds the four packages unpacked, in any folders below it. Equal packages give equal files.
"""

import bz2
import io
import pathlib
import sys

import zstandard
from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

HERE = pathlib.Path(__file__).parent
# Latin, Greek, Cyrillic, punctuation, marks of currency, numbers in rings and brackets, boxes, forms of full width.
SYMBOLS = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x400, 0x45F), (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2100, 0x22FF),
    (0x2460, 0x24FF), (0x25A0, 0x25FF), (0x3000, 0x303F), (0x3200, 0x33FF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF),
]
TABLES = ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "STAT", "gasp", "prep", "DSIG", "VORG"]
QUOTES = {"‘": "end", "“": "end", "’": "start", "”": "start"}
FONTS = [
    ("song", "NotoSerifSC_700Bold.ttf", "Gouji Song", "Bold", "narrow"),
    ("hei", "NotoSansSC_500Medium.ttf", "Gouji Hei", "Medium", "narrow"),
    ("kai", "LXGWWenKai-Regular.ttf", "Gouji Kai", "Regular", "wide"),
]


def coded(codec, first, second):
    """The characters of two bytes that a codec of Python's knows."""
    for lead in first:
        for trail in second:
            try:
                yield ord(bytes([lead, trail]).decode(codec))
            except UnicodeDecodeError:
                pass


def characters(folder):
    """What every font holds: 通用规范汉字 (Unihan's kTGH), GB 2312 and symbols; one also holds the common part of Big5."""
    chosen = {character for first, last in SYMBOLS for character in range(first, last + 1)}
    chosen.update(coded("gb2312", range(0xA1, 0xFF), range(0xA1, 0xFF)))
    with bz2.open(found(folder, "Unihan_OtherMappings.txt.bz2"), "rt") as lines:
        rows = (line.split("\t") for line in lines)
        chosen.update(int(row[0][2:], 16) for row in rows if len(row) == 3 and row[1] == "kTGH")
    trails = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    return {"narrow": chosen, "wide": chosen | set(coded("big5", range(0xA4, 0xC7), trails))}


def found(folder, name):
    return next(folder.rglob(name))


def redraw(font, glyphs, glyph, shift):
    """Draws a glyph anew, with nothing taken from other glyphs."""
    recording = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(recording)
    pen = TTGlyphPen(None)
    recording.replay(TransformPen(pen, (1, 0, 0, 1, shift, 0)))
    font["glyf"][glyph] = pen.glyph()
    font["glyf"][glyph].recalcBounds(font["glyf"])


def widen(font, glyphs, glyph, place):
    """Gives a quotation mark the width that it has in Chinese; one that opens stands at the end of it."""
    advance, bearing = font["hmtx"][glyph]
    if advance < 1000:
        shift = (1000 - advance if place == "end" else 0)
        redraw(font, glyphs, glyph, shift)
        font["hmtx"][glyph] = (1000, bearing + shift)


def make(source, family, style, characters):
    """A font without hints, features and metrics for vertical text, under a name that no one reserved."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += TABLES
    options.recalc_timestamp = False
    font = subset.load_font(source, options, dontLoadGlyphNames=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    glyphs = font.getGlyphSet()
    for glyph in font.getGlyphOrder():
        if font["glyf"][glyph].isComposite():
            redraw(font, glyphs, glyph, 0)
    for character, place in QUOTES.items():
        widen(font, glyphs, font.getBestCmap()[ord(character)], place)
    names = font["name"]
    kept = {identity: names.getDebugName(identity) for identity in (0, 13, 14)}
    own = family.replace(" ", "") + "-" + style
    kept |= {1: family, 2: "Regular", 3: own, 4: family, 6: own}
    names.names = []
    for identity, text in sorted(kept.items()):
        if text:
            names.setName(text, identity, 3, 1, 0x409)
    font["OS/2"].achVendID = "    "
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def main():
    folder = pathlib.Path(sys.argv[1])
    chosen = characters(folder)
    for name, source, family, style, breadth in FONTS:
        data = make(str(found(folder, source)), family, style, chosen[breadth])
        packed = zstandard.ZstdCompressor(level=19, write_checksum=True).compress(data)
        (HERE / f"{name}.ttf.zst").write_bytes(packed)
        print(name, len(data), len(packed))


main()
