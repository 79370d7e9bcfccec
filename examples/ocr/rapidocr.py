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


def ruling_lines(image):
    """Straight dark strokes that are far longer than any stroke of a character."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 15, 10)
    height, width = ink.shape
    lines = []
    for horizontal, length in ((True, width // 30), (False, height // 60)):
        kernel = numpy.ones((1, length) if horizontal else (length, 1), numpy.uint8)
        strokes = cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel)
        # Strokes that a speck interrupts are one.
        strokes = cv2.dilate(strokes, numpy.ones((1, 9) if horizontal else (9, 1), numpy.uint8))
        for x, y, wide, high, _ in cv2.connectedComponentsWithStats(strokes)[2][1:]:
            middle = [y + high / 2] * 2 if horizontal else [x + wide / 2] * 2
            ends = [x, x + wide] if horizontal else [y, y + high]
            line = [ends[0], middle[0], ends[1], middle[1]] if horizontal else [middle[0], ends[0], middle[1], ends[1]]
            lines.append([float(edge) for edge in line])
    return lines


image = cv2.imdecode(numpy.frombuffer(sys.stdin.buffer.read(), numpy.uint8), cv2.IMREAD_COLOR)
if image is None:
    sys.exit("this is no image that OpenCV can read")
height, width = image.shape[:2]
seen = {"schema": "gouji/ocr/1", "width": width, "height": height}
print(json.dumps({**seen, "boxes": list(pieces(image)), "lines": ruling_lines(image)}, ensure_ascii=False))
