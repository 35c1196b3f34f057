#!/usr/bin/env python3
"""Forms as they are printed: how many of their fields are read right from the PDF. The forms are those of the cards in scorecards/,
printed by LibreOffice from the workbook and from the Word file and by Chromium in several styles, and the published targets of
samples/documents/ (or the texts named), laid out as their own forms and printed the same ways. What is right is what the workbook,
the Word file or the text says.
    printed.py PROGRAM ROOT SCRATCH [all|some] [TEXT…]
`some` is what the tests have time for. With ROUTES=… (names of STYLES, BOOKS, DOCUMENTS below) only these; with SHOW=1 every
field that is wrong. Ends with 1 where a route is below 99.9% for cards, 99% for texts."""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import time

import yaml
from printed_forms import document_of, forms_of, grids_of_docx, page_of, with_layout, workbook_of

PROGRAM, ROOT, SCRATCH = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
AMOUNT = sys.argv[4] if len(sys.argv) > 4 else "all"
KINDS = ("wide", "described", "department", "unit")
TEXTS = [pathlib.Path(p).resolve() for p in sys.argv[5:]] or [ROOT / f"samples/documents/2024-{kind}-targets.txt" for kind in KINDS]
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
    "lying-large": PLAIN + "td{font-size:14pt}@page{size:A4 landscape}",
    "scaled": PLAIN + "body{zoom:0.7}@page{margin:0.5cm}",
    "whole-rows": PLAIN + "tr{break-inside:avoid}@page{size:A5;margin:1cm}td{font-size:7pt}",
    "browser": PLAIN + "td{vertical-align:top;font-size:11pt}",
    "separate": "table{border-collapse:separate;border-spacing:0;width:100%}td{border:1px solid #000;font:10.5pt WenQuanYi Zen Hei;padding:3px}",
}


def run(*words, **more):
    return subprocess.run([str(w) for w in words], capture_output=True, text=True, cwd=SCRATCH, check=False, **more)


def office(target, folder, files, *more):
    """LibreOffice, with a profile of its own; one call for all."""
    run("soffice", f"-env:UserInstallation=file://{SCRATCH}/profile", "--headless", *more, "--convert-to", target, "--outdir", folder, *files)


def chromium(page, printed, options):
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", *options, f"--user-data-dir={SCRATCH}/chromium",
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


def read(path):
    """Its cards and its tables."""
    cards = yaml.load(run(PROGRAM, "import", path, *RULES).stdout, Loader=yaml.BaseLoader) or {}
    tables = json.loads(run(PROGRAM, "import", path, *RULES, "--format", "json").stdout or '{"tables": []}')["tables"]
    return cards.get("自评表", [cards] if cards else []), tables


def fields(path):
    """Of each table: key -> text. All that becomes a card, and the descriptions, which no card has."""
    out = []
    for card, table in zip(*read(path)):
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
    """How many fields of how many are the same; one that is there and should not be is a wrong one too."""
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
        for key in sorted(have.keys() - table.keys()):
            total += 1
            if os.environ.get("SHOW"):
                print(f"  {route} {table.get('.项目名称', '')[:20]} {key}: {have[key]!r}, not there")
    for table in (t for rest in by_title.values() for t in rest):
        print(f"  {route}: one table more, {table.get('.项目名称')}")
    return same, total


# How a form is written to be printed by LibreOffice: (size, lying or None for as many columns need, A3) and whether rows stay whole.
BOOKS = {"calc": (10, None, False), "calc-6pt": (6, None, False), "calc-upright": (10, False, False), "calc-a3": (10, True, True)}
DOCUMENTS = {"writer": (9, None, False, False), "writer-whole-rows": (9, None, False, True), "writer-lying": (10, True, False, False),
             "writer-a3": (10, False, True, False), "writer-6pt": (6, None, False, False)}
# The workbooks and Word files of cards as they are, and on other paper: (lying, A3, whole rows).
CARDS = {"xlsx": None, "xlsx-lying": (True, False, True), "xlsx-a3": (False, True, True), "docx": None, "docx-cut-rows": (False, False, False),
         "docx-lying": (True, False, True), "docx-a3": (False, True, False)}
if AMOUNT != "all":
    STYLES = {"browser": STYLES["browser"]}
    BOOKS, DOCUMENTS = {"calc": BOOKS["calc"]}, {"writer": DOCUMENTS["writer"]}
    CARDS = {name: CARDS[name] for name in ("xlsx", "docx", "docx-cut-rows")}


def wanted(routes):
    only = os.environ.get("ROUTES", "").split()
    return [route for route in routes if not only or route in only]


def pages_of(name, forms):
    """The forms by Chromium: route -> PDF files."""
    out = {}
    for style in wanted(STYLES) if shutil.which("chromium") else ():
        page, pdf = SCRATCH / f"{name}.{style}.html", SCRATCH / f"{name}.{style}.pdf"
        page.write_text(page_of(forms, STYLES[style]))
        chromium(page, pdf, [] if style == "browser" else ["--no-pdf-header-footer"])
        out[f"{name}, Chromium, {style}"] = [pdf]
    return out


def made_of(name, forms):
    """The forms written for LibreOffice: route -> files."""
    out = {}
    for route in wanted(BOOKS):
        out[f"{name}, LibreOffice, {route}"] = [SCRATCH / f"{name}.{route}.xlsx"]
        workbook_of(forms, SCRATCH / f"{name}.{route}.xlsx", *BOOKS[route])
    for route in wanted(DOCUMENTS):
        size, lying, *more = DOCUMENTS[route]
        out[f"{name}, LibreOffice, {route}"] = [SCRATCH / f"{name}.{route}.docx"]
        lying = any(len(form[3] or []) > 8 for form in forms) if lying is None else lying
        document_of(forms, SCRATCH / f"{name}.{route}.docx", size, lying, *more)
    return out


def cards_made():
    """The workbooks and Word files of the cards: route -> files."""
    cards = sorted((ROOT / "scorecards/2023-tongcheng").glob("*.yaml"))
    cards = [card for card in cards if AMOUNT == "all" or card.stem in ("dept", "p26")]
    out = {}
    for ending in ("docx", "xlsx"):
        files = [SCRATCH / f"{card.stem}.{ending}" for card in cards]
        for card, path in zip(cards, files):
            run(PROGRAM, "score", card, *RULES, "--today", "2024-03-01", "-o", path)
        for route in (r for r in CARDS if r.startswith(ending)):
            folder = SCRATCH / route
            folder.mkdir()
            out[route] = [folder / f"{route}-{path.name}" for path in files]
            for path, made in zip(files, out[route]):
                shutil.copy(path, made) if CARDS[route] is None else with_layout(path, made, *CARDS[route])
    return [SCRATCH / f"{card.stem}.docx" for card in cards], out


def routes():
    """(route, what is right, PDF files, the least part that must be right)."""
    written, planned = [], []
    if os.environ.get("ONLY") != "texts":
        documents, made = cards_made()
        # The workbook also holds what it does not print, so the Word file says what is right; its form has no column for full marks
        # where the unit's own form has none.
        right = [table for path in documents for table in fields(path)]
        unmarked = [{k: v for k, v in t.items() if not (".绩效指标[" in k and k.endswith(".分值"))} for t in right]
        for route in wanted(CARDS):
            written += made[route]
            planned.append((f"cards, LibreOffice, {route}", right if route.startswith("docx") else unmarked, made[route], 0.999))
        forms = [form for path in documents for form in grids_of_docx(path)]
        planned += [(route, right, files, 0.999) for route, files in pages_of("cards", forms).items()]
    for text in TEXTS:
        tables = [{**table, "card": card} for card, table in zip(*read(text))]
        forms, right = forms_of(tables), fields(text)
        made = made_of(text.stem, forms)
        written += [path for files in made.values() for path in files]
        planned += [(route, right, files, 0.99) for route, files in (pages_of(text.stem, forms) | made).items()]
    if written:
        office("pdf", SCRATCH, written)
    for route, right, files, least in planned:
        yield route, right, [SCRATCH / f"{path.stem}.pdf" for path in files], least


shutil.rmtree(SCRATCH, ignore_errors=True)
SCRATCH.mkdir(parents=True)
low = 0
for route, right, files, least in routes():
    begin, pages = time.monotonic(), 0
    got = [table for path in files for table in fields(path)]
    seconds = (time.monotonic() - begin) / 2 / len(files)
    same, total = compare(route, right, got)
    low += total == 0 or same < least * total
    size = sum(path.stat().st_size for path in files if path.exists())
    print(f"{route:44} {same:>6}/{total:<6} {100 * same / max(total, 1):6.2f}% {size:>10,} B {seconds:7.3f} s a file", flush=True)
print(f"largest: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MiB (of all programs run)")
sys.exit(1 if low else 0)
