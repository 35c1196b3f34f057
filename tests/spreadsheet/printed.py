#!/usr/bin/env python3
"""Forms as they are printed: how many of their fields are read right from the PDF. The forms are those of the cards in scorecards/,
printed by LibreOffice from the workbook and from the Word file and by Chromium in several styles, and the published targets of
samples/documents/ (or the texts named), laid out as their own forms and printed the same ways. What is right is what the workbook,
the Word file or the text says.
    printed.py PROGRAM ROOT SCRATCH [TEXT…]
With STYLES=… (names of STYLES below) only these; with SHOW=1 every field that is wrong. Ends with 1 where a route is below 99%."""

import html
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as xml
import zipfile

import openpyxl
import yaml
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

PROGRAM, ROOT, SCRATCH = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
TEXTS = [pathlib.Path(p).resolve() for p in sys.argv[4:]] or [ROOT / f"samples/documents/2024-{kind}-targets.txt" for kind in ("wide", "described")]
RULES = ("--rules", str(ROOT / "rules"))
PLAIN = "table{border-collapse:collapse;width:100%}td{border:1px solid #000;font:10pt WenQuanYi Zen Hei;padding:2px 4px}"
STYLES = {
    "plain": PLAIN,
    "landscape": PLAIN + "td{font-size:8pt}@page{size:A4 landscape;margin:1cm}",
    "6pt": PLAIN + "td{font-size:6pt;padding:1px}",
    "large": PLAIN + "td{font-size:12pt;padding:6px 10px}@page{size:A3}",
    "dashed": PLAIN + "td{border:1px dashed #555;line-height:1.6;text-align:center}@page{margin:2.5cm}",
    "double": PLAIN + "td{border:3px double #000;word-break:break-all}@page{size:A4 landscape;margin:1cm}",
    "dotted": PLAIN + "td{border:0.25pt dotted #000;font-size:9pt;text-align:justify}@page{size:Letter}",
    "separate": "table{border-collapse:separate;border-spacing:0;width:100%}td{border:1px solid #000;font:10.5pt WenQuanYi Zen Hei;padding:3px}",
}


def run(*words, **more):
    return subprocess.run([str(w) for w in words], capture_output=True, text=True, cwd=SCRATCH, check=False, **more)


def office(target, folder, files, *more):
    """LibreOffice, with a profile of its own; one call for all."""
    run("soffice", f"-env:UserInstallation=file://{SCRATCH}/profile", "--headless", *more, "--convert-to", target, "--outdir", folder, *files)


def chromium(page, printed):
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={SCRATCH}/chromium",
        f"--print-to-pdf={printed}", f"file://{page}")


def leaves(value, path=""):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{i}]")
    elif value not in ("", None):
        yield path, str(value)


def fields(path):
    """Of each table: key -> text. All that becomes a card, and the descriptions, which no card has."""
    cards = yaml.load(run(PROGRAM, "import", path, *RULES).stdout, Loader=yaml.BaseLoader) or {}
    cards = cards.get("自评表", [cards] if cards else [])
    tables = json.loads(run(PROGRAM, "import", path, *RULES, "--format", "json").stdout or '{"tables": []}')["tables"]
    out = []
    for card, table in zip(cards, tables):
        card.pop("编号", None)
        if "年度总体目标" in card:  # one or several: they stand in one cell of the form
            card["年度总体目标"] = "".join(text for _, text in leaves(card["年度总体目标"]))
        out.append(dict(leaves(card)))
        out[-1].update((f"描述[{i}]", row["description"]) for i, row in enumerate(table["indicators"]) if row["description"])
    return out


def plain(text):
    """100.00% and 100%, 5.0 and 5 are one: a workbook holds the number, the paper what is shown of it. So are blanks."""
    text = "".join(text.split())
    number = text.removesuffix("%")
    if "." in number and number.replace(".", "").isdigit():
        return number.rstrip("0").rstrip(".") + text[len(number):]
    return text


def compare(route, right, got):
    """How many fields of how many are the same, and how many of the others differ in blanks alone."""
    total = same = 0
    by_title = {}
    for table in got:
        by_title.setdefault(plain(table.get(".项目名称", "")), []).append(table)
    for table in right:
        found = by_title.get(plain(table.get(".项目名称", "")), [])
        have = found.pop(0) if found else {}
        if not have:
            print(f"  {route}: no table {table.get('.项目名称')}")
        for key, text in table.items():
            total += 1
            if plain(have.get(key, "")) == plain(text):
                same += 1
            elif os.environ.get("SHOW"):
                print(f"  {route} {table.get('.项目名称', '')[:20]} {key}: {have.get(key)!r}, not {text!r}")
        for key in have.keys() - table.keys():
            if os.environ.get("SHOW"):
                print(f"  {route} {table.get('.项目名称', '')[:20]} {key}: {have[key]!r}, not there")
    for table in (t for rest in by_title.values() for t in rest):
        print(f"  {route}: one table more, {table.get('.项目名称')}")
    return same, total


# A grid: rows of (text, rows, columns); a form: lines above it, the grid, how many rows repeat on each page, widths of columns.


def grids_of_docx(path):
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    body = xml.fromstring(zipfile.ZipFile(path).read("word/document.xml")).find(f"{w}body")
    forms, above = [], []
    for block in body:
        if block.tag == f"{w}p":
            line = "".join(t.text or "" for t in block.iter(f"{w}t"))
            above += [line] if line else []
        if block.tag != f"{w}tbl":
            continue
        grid, open_cells = [], {}
        for row in block.iter(f"{w}tr"):
            cells, column = [], 0
            for cell in row.iter(f"{w}tc"):
                span = cell.find(f"{w}tcPr/{w}gridSpan")
                columns = int(span.get(f"{w}val")) if span is not None else 1
                merge = cell.find(f"{w}tcPr/{w}vMerge")
                text = "\n".join("".join("\n" if t.tag == f"{w}br" else t.text or "" for t in p.iter() if t.tag in (f"{w}t", f"{w}br"))
                                 for p in cell.iter(f"{w}p"))
                if merge is not None and merge.get(f"{w}val") != "restart":
                    open_cells[column][1] += 1
                else:
                    cells.append([text, 1, columns])
                    open_cells[column] = cells[-1]
                column += columns
            grid.append(cells)
        forms.append((above, grid, 0, None))
        above = []
    return forms


def by_level(rows, key):
    """Runs of rows that share a level: (text, length) at the first of them."""
    out = [None] * len(rows)
    begin = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or any(rows[i][k] != rows[begin][k] for k in key):
            out[begin] = (rows[begin][key[-1]], i - begin)
            begin = i
    return out


def level_rows(table, columns):
    """Rows of indicators: merged levels, then a cell (key, columns) each."""
    rows = table["indicators"]
    first, second = by_level(rows, ["level1"]), by_level(rows, ["level1", "level2"])
    grid = []
    for i, row in enumerate(rows):
        cells = [[level[i][0], level[i][1], 1] for level in (first, second) if level[i]]
        grid.append(cells + [[row[key], 1, width] for key, width in columns])
    return grid


def goal_of(table):
    return "\n".join(goal["text"] for goal in table["goals"])


def whole_form(table):
    budget = [[["预算情况", 5, 1], ["部门预算总额(万元)", 1, 2], [table["budget"], 1, 2]]]
    budget += [[[name, 1, 2], ["", 1, 2]] for name in ("1、资金来源：(1)政府预算资金", "(2)财政专户管理资金", "(3)单位资金", "2、资金结构：(1)基本支出")]
    head = [[["部门(单位)名称", 1, 2], [table["unit"], 1, 3]], [["年度履职目标", 1, 1], [goal_of(table), 1, 4]],
            [["年度主要任务", 2, 1], ["任务名称", 1, 2], ["主要内容", 1, 2]], [["一、做好各项工作", 1, 2], ["完成年度任务。", 1, 2]], *budget,
            [[text, 1, 1] for text in ("一级指标", "二级指标", "三级指标", "指标值", "指标值说明")]]
    grid = head + level_rows(table, [("name", 1), ("target", 1), ("description", 1)])
    return [f"部门(单位)整体绩效目标表", f"({table['year']}年度)"], grid, 0, [14, 16, 28, 14, 50]


def wide_form(tables):
    groups = ("成本指标", "产出指标", "效益指标", "满意度指标")
    grid = [[["单位编码（项目编码）", 3, 1], ["项目单位（项目名称）", 3, 1], ["项目金额（万元）", 1, 4], ["绩效目标", 1, 8]],
            [[text, 2, 1] for text in ("资金总额", "政府预算资金", "财政专户管理资金", "单位资金")] + [[group, 1, 2] for group in groups],
            [[text, 1, 1] for _ in groups for text in ("三级指标", "指标值")]]
    unit = None
    for n, table in enumerate(tables):
        if table["unit"] != unit:
            unit = table["unit"]
            grid.append([[f"029{n:03}", 1, 1], [unit, 1, 1], ["7,077.70", 1, 1], ["7,077.70", 1, 1]] + [["", 1, 1]] * 10)
        lists = [[row for row in table["indicators"] if row["level1"] == group] for group in groups]
        height = max(map(len, lists))
        code = next((pair["text"] for pair in table["head"] if pair["label"] == "项目代码"), "")
        for i in range(height):
            cells = [[code, height, 1], [table["title"], height, 1], [table["budget"], height, 1], [table["budget"], height, 1], ["", height, 1],
                     ["", height, 1]] if i == 0 else []
            for rows in lists:
                cells += [[rows[i][key] if i < len(rows) else "", 1, 1] for key in ("name", "target")]
            grid.append(cells)
    return [f"{tables[0]['year']}年度部门预算项目绩效目标表", "部门名称： 本级"], grid, 3, [16, 22, 9, 9, 8, 8] + [18, 10] * 4


def described_form(table):
    code = next((pair["text"] for pair in table["head"] if pair["label"] == "项目代码"), "")
    grid = [[["项目编码", 1, 1], [code, 1, 2], ["项目名称", 1, 1], [table["title"], 1, 3]],
            [["预算规模及资金用途", 2, 1], ["预算数", 1, 1], [table["budget"], 1, 1], ["其中：财政资金", 1, 1], [table["budget"], 1, 1], ["其他资金", 1, 1],
             ["", 1, 1]], [[goal_of(table), 1, 6]],
            [["资金支出计划（%）", 2, 1], ["3月底", 1, 2], ["6月底", 1, 1], ["10月底", 1, 2], ["12月底", 1, 1]],
            [["", 1, 2], ["", 1, 1], ["", 1, 2], ["100", 1, 1]], [["绩效目标", 1, 1], [goal_of(table), 1, 6]],
            [["一级指标", 1, 1], ["二级指标", 1, 1], ["三级指标", 1, 1], ["绩效指标描述", 1, 2], ["指标值", 1, 1], ["指标值确定依据", 1, 1]]]
    grid += level_rows(table, [("name", 1), ("description", 2), ("target", 1), ("basis", 1)])
    return [f"{table['title']}绩效目标表", f"单位名称：{table['unit']}", f"预算年度：{table['year']}", "单位：万元"], grid, 0, [13, 13, 18, 14, 14, 13, 18]


def forms_of(tables):
    whole = [t for t in tables if t["scope"] == "department"]
    described = [t for t in tables if t not in whole and any(row["description"] for row in t["indicators"])]
    wide = [t for t in tables if t not in whole and t not in described]
    return [whole_form(t) for t in whole] + ([wide_form(wide)] if wide else []) + [described_form(t) for t in described]


def page_of(forms, style):
    out = [f"<!doctype html><html><head><meta charset=utf-8><title>表</title><style>{style}</style></head><body>"]
    for n, (above, grid, repeated, _) in enumerate(forms):
        for i, line in enumerate(above):
            new_page = " style='page-break-before:always'" if i == 0 and n > 0 else ""
            out.append(f"<p align=center{new_page}>{html.escape(line)}</p>")
        for begin, end, tag in ((0, repeated, "thead"), (repeated, len(grid), "tbody")):
            rows = ["<tr>" + "".join(f"<td rowspan={r} colspan={c}>{html.escape(text).replace(chr(10), '<br>')}</td>" for text, r, c in row) + "</tr>"
                    for row in grid[begin:end]]
            out.append(("" if tag == "tbody" else "<table border=1 cellspacing=0>") + f"<{tag}>" + "".join(rows) + f"</{tag}>" + ("</table>" if tag == "tbody" else ""))
    return "\n".join(out) + "</body></html>"


def workbook_of(forms, path, size):
    book = openpyxl.Workbook()
    book.remove(book.active)
    side = Side(style="thin")
    for n, (above, grid, repeated, widths) in enumerate(forms):
        sheet = book.create_sheet(f"表{n + 1}")
        columns = sum(c for _, _, c in grid[0])
        for i, line in enumerate(above):
            sheet.cell(i + 1, 1, line).alignment = Alignment(horizontal="center")
            sheet.merge_cells(start_row=i + 1, start_column=1, end_row=i + 1, end_column=columns)
        taken, top = set(), len(above) + 1
        for r, row in enumerate(grid, top):
            column, lines = 1, 1
            for text, rows, width in row:
                while (r, column) in taken:
                    column += 1
                taken |= {(r + i, column + k) for i in range(rows) for k in range(width)}
                cell = sheet.cell(r, column, text)
                cell.alignment = Alignment(wrap_text=True, vertical="center")
                cell.font = Font(name="WenQuanYi Zen Hei", size=size)
                if rows * width > 1:
                    sheet.merge_cells(start_row=r, start_column=column, end_row=r + rows - 1, end_column=column + width - 1)
                room = sum((widths or [15] * columns)[column - 1:column - 1 + width]) * 10 / size
                lines = max(lines, (sum(1.1 if ord(c) < 128 else 2.2 for c in text) / room + text.count("\n") + 1.5) / rows)
            sheet.row_dimensions[r].height = size * 1.4 * int(lines + 0.99)
        for r, c in taken:
            sheet.cell(r, c).border = Border(left=side, right=side, top=side, bottom=side)
        for i, width in enumerate(widths or [15] * columns):
            sheet.column_dimensions[get_column_letter(i + 1)].width = width
        sheet.page_setup.orientation = "landscape" if columns > 8 else "portrait"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
        if repeated:
            sheet.print_title_rows = f"{top}:{top + repeated - 1}"
    book.save(path)


def printed_forms(name, forms, right, made_here=("calc", "calc-6pt", "writer")):
    """The forms by all routes: (route, what is right, PDF files)."""
    wanted = os.environ.get("STYLES", "").split() or [*STYLES, *made_here]
    for style in (s for s in STYLES if s in wanted):
        page, pdf = SCRATCH / f"{name}.{style}.html", SCRATCH / f"{name}.{style}.pdf"
        page.write_text(page_of(forms, STYLES[style]))
        chromium(page, pdf)
        yield f"{name}, Chromium, {style}", right, [pdf]
    for route, size in (("calc", 10), ("calc-6pt", 6)):
        if route in wanted:
            book = SCRATCH / f"{name}.{route}.xlsx"
            workbook_of(forms, book, size)
            office("pdf", SCRATCH, [book])
            yield f"{name}, LibreOffice, {route}", right, [book.with_suffix(".pdf")]
    if "writer" in wanted:
        page = SCRATCH / f"{name}.writer.html"
        page.write_text(page_of(forms, PLAIN))
        office("docx:MS Word 2007 XML", SCRATCH, [page], "--infilter=HTML (StarWriter)")
        document = SCRATCH / f"{name}.writer.docx"
        office("pdf", SCRATCH, [document])
        yield f"{name}, LibreOffice, writer", right, [document.with_suffix(".pdf")]


def routes():
    cards = sorted((ROOT / "scorecards/2023-tongcheng").glob("*.yaml"))
    made = {"xlsx": [], "docx": []}
    for ending in () if os.environ.get("ONLY") == "texts" else made:
        folder = SCRATCH / ending
        folder.mkdir()
        for card in cards:
            run(PROGRAM, "score", card, *RULES, "--today", "2024-03-01", "-o", folder / f"{card.stem}.{ending}")
        made[ending] = sorted(folder.glob(f"*.{ending}"))
        office("pdf", folder, made[ending])
    # The workbook also holds what it does not print, so the Word file says what is right.
    right = [table for path in made["docx"] for table in fields(path)]
    for ending, files in made.items():
        if files:  # the form of a workbook has no column for full marks where the unit's own form has none
            printed = right if ending == "docx" else [{k: v for k, v in t.items() if not k.endswith(".分值")} for t in right]
            yield f"cards, LibreOffice, {ending}", printed, [path.with_suffix(".pdf") for path in files]
    forms = [form for path in made["docx"] for form in grids_of_docx(path)]
    if forms:
        yield from printed_forms("cards", forms, right, ())
    for text in TEXTS:
        tables = json.loads(run(PROGRAM, "import", text, *RULES, "--format", "json").stdout)["tables"]
        yield from printed_forms(text.stem, forms_of(tables), fields(text))


shutil.rmtree(SCRATCH, ignore_errors=True)
SCRATCH.mkdir(parents=True)
low = 0
for route, right, files in routes():
    begin, pages = time.monotonic(), 0
    got = [table for path in files for table in fields(path)]
    seconds = (time.monotonic() - begin) / 2 / len(files)
    same, total = compare(route, right, got)
    low += same < 0.99 * total
    size = sum(path.stat().st_size for path in files if path.exists())
    print(f"{route:44} {same:>6}/{total:<6} {100 * same / max(total, 1):6.2f}% {size:>10,} B {seconds:7.3f} s a file", flush=True)
print(f"largest: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MiB (of all programs run)")
sys.exit(1 if low else 0)
