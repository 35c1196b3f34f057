"""What stands in the cells of a workbook, a line a cell: sheet, address, kind (text, number, formula), content, and of a formula
the value kept beside it.
    dump.py FILE [SHEET…]"""

import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
kept = openpyxl.load_workbook(sys.argv[1], data_only=True)
print("sheets:", *(sheet.title for sheet in book), sep=" | ")
for sheet in book:
    if sys.argv[2:] and sheet.title not in sys.argv[2:]:
        continue
    print(f"{sheet.title}: merged {len(sheet.merged_cells.ranges)}, print {sheet.print_area}, repeat {sheet.print_title_rows}, "
          f"paper {sheet.page_setup.paperSize}, fit {sheet.page_setup.fitToWidth}x{sheet.page_setup.fitToHeight}")
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            kind = {"s": "text", "n": "number", "f": "formula"}.get(cell.data_type, cell.data_type)
            value = str(cell.value).replace("\n", "\\n")
            beside = f" -> {kept[sheet.title][cell.coordinate].value}" if kind == "formula" else ""
            print(f"{cell.coordinate} {kind} {value}{beside}")
