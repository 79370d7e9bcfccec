#!/usr/bin/env python3
"""Reads a picture for gouji: `gouji check scan.pdf --ocr "python3 rapidocr.py"`.

gouji gives the image on standard input and takes what this program prints as JSON: gouji/ocr/1, described by
schema/ocr-1.json. This program shows how, with RapidOCR (pip install rapidocr-onnxruntime; its models come with it) and
OpenCV, which RapidOCR brings along, for the ruling lines of tables.
"""
import contextlib, json, sys

import cv2
import numpy
from rapidocr_onnxruntime import RapidOCR


def pieces(image):
    """Pieces of text with their rectangles and how sure the program is of them."""
    with contextlib.redirect_stdout(sys.stderr):
        found, _ = RapidOCR()(image)
    for corners, text, confidence in found or []:
        across, down = [x for x, _ in corners], [y for _, y in corners]
        rectangle = [min(across), min(down), max(across), max(down)]
        yield {"rectangle": [float(edge) for edge in rectangle], "text": text, "confidence": float(confidence)}


def strokes(ink, horizontal, length):
    """Straight strokes of at least this length, as rectangles."""
    kernel = numpy.ones((1, length) if horizontal else (length, 1), numpy.uint8)
    found = cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel)
    # Strokes that a speck interrupts are one.
    found = cv2.dilate(found, numpy.ones((1, 9) if horizontal else (9, 1), numpy.uint8))
    return [[float(edge) for edge in part[:4]] for part in cv2.connectedComponentsWithStats(found)[2][1:]]


def ruling_lines(image):
    """Horizontal lines that are far longer than a character, and vertical ones that go from one of these to another."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 15, 10)
    height, width = ink.shape
    lines = [[x, y + high / 2, x + wide, y + high / 2] for x, y, wide, high in strokes(ink, True, width // 20)]
    near = height / 250
    levels = list(lines)
    for x, y, wide, high in strokes(ink, False, height // 70):
        middle = x + wide / 2
        ends = [y, y + high]
        met = [line[1] for line in levels if line[0] - near <= middle <= line[2] + near]
        if all(any(abs(level - end) <= near for level in met) for end in ends) and high > 2 * near:
            lines.append([middle, ends[0], middle, ends[1]])
    return lines


image = cv2.imdecode(numpy.frombuffer(sys.stdin.buffer.read(), numpy.uint8), cv2.IMREAD_COLOR)
if image is None:
    sys.exit("this is no image that OpenCV can read")
height, width = image.shape[:2]
seen = {"schema": "gouji/ocr/1", "width": width, "height": height}
print(json.dumps({**seen, "boxes": list(pieces(image)), "lines": ruling_lines(image)}, ensure_ascii=False))
