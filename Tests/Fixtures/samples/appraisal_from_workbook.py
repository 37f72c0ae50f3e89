#!/usr/bin/env python3
"""Writes NAME.appraisal.json beside NAME.xml: the inputs of a layout-1 calculator workbook.

The calculator's tests need a workbook's inputs without Concordat's own reader, so that a mistake
there cannot hide one in the engine. This reads the cells with Python's XML parser and copies
their text: every number stays a string, a blank cell is null. Formulas are ignored.

Usage: appraisal_from_workbook.py FILE.xml ...
"""
import json
import sys
import xml.etree.ElementTree as ElementTree

SHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"


def rows(sheet):
    for row in sheet.iter(SHEET + "Row"):
        cells, column = {}, 0
        for cell in row:
            column = int(cell.get(SHEET + "Index") or column + 1)
            data = cell.find(SHEET + "Data")
            cells[column] = data.text if data is not None and data.text else None
        yield [cells.get(number) for number in range(1, max(cells, default=0) + 1)]


def table(sheet):
    header, *body = rows(sheet)
    return [dict(zip(header, row + [None] * len(header))) for row in body]


def appraisal(path):
    root = ElementTree.parse(path).getroot()
    sheets = {sheet.get(SHEET + "Name"): sheet for sheet in root.iter(SHEET + "Worksheet")}
    return {
        "assumptions": {row[0]: row[1] for row in list(rows(sheets["Assumptions"]))[1:]},
        "channelCosts": table(sheets["ChannelCosts"]),
        "benefits": table(sheets["Benefits"]),
        "intangibles": table(sheets["Intangibles"]),
        "costs": table(sheets["Costs"]),
    }


for path in sys.argv[1:]:
    with open(path.removesuffix(".xml") + ".appraisal.json", "w", encoding="utf-8") as out:
        json.dump(appraisal(path), out, indent=1, ensure_ascii=False)
        out.write("\n")
