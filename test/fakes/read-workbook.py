"""Reads an .xlsx with openpyxl and prints what is in it as JSON: the second opinion on every workbook.

usage: read-workbook.py FILE            every sheet with its set-up and all its cells
       read-workbook.py FILE --counts   only names and numbers of rows, for large files
       read-workbook.py FILE --parts    the raw text of every part of the file, by its name
"""

import datetime
import json
import re
import sys
import zipfile

import openpyxl

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def plain(value):
    """A cell's value as JSON; Excel's escapes of characters are decoded, which openpyxl leaves to its caller."""
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return {"date": value.isoformat()}
    if isinstance(value, str):
        return ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), value)
    return value


def whole(sheet):
    rows = []
    links = {}
    for row in sheet.iter_rows():
        rows.append([plain(cell.value) for cell in row])
        for cell in row:
            if cell.hyperlink is not None:
                links[cell.coordinate] = cell.hyperlink.location or cell.hyperlink.target
    quoted = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.quotePrefix]
    return {
        "name": sheet.title,
        "rows": rows,
        "links": links,
        "quoted": quoted,
        "types": sorted({cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}),
        "formats": {cell.coordinate: cell.number_format for cell in sheet[sheet.max_row]},
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "merged": [str(part) for part in sheet.merged_cells.ranges],
        "printTitleRows": sheet.print_title_rows,
        "orientation": sheet.page_setup.orientation,
        "fitToWidth": sheet.page_setup.fitToWidth,
        "fitToHeight": sheet.page_setup.fitToHeight,
        "header": [sheet.oddHeader.left.text, sheet.oddHeader.center.text, sheet.oddHeader.right.text],
        "footer": [sheet.oddFooter.left.text, sheet.oddFooter.right.text],
        "widths": {key: size.width for key, size in sheet.column_dimensions.items()},
    }


def counted(sheet):
    return {"name": sheet.title, "rows": sum(1 for _ in sheet.iter_rows(values_only=True))}


def parts(file):
    with zipfile.ZipFile(file) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


def main():
    if "--parts" in sys.argv:
        json.dump(parts(sys.argv[1]), sys.stdout)
        return
    counts = "--counts" in sys.argv
    book = openpyxl.load_workbook(sys.argv[1], read_only=counts)
    told = {
        "sheets": [counted(sheet) if counts else whole(sheet) for sheet in book.worksheets],
        "creator": book.properties.creator,
        "title": book.properties.title,
    }
    json.dump(told, sys.stdout)


main()
