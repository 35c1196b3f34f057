#!/usr/bin/env python3
"""The same form in every kind of file: what is read is what the card says, whatever the kind. The forms are made at test time from one
card: workbook and Word file by the program, the others from these by LibreOffice or here. Then all of them at once, in
archives, and such as are broken on purpose.
    kinds.py PROGRAM ROOT SCRATCH
With MEASURE=1 it prints a table: fields right, seconds, peak memory."""

import csv
import json
import os
import pathlib
import quopri
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile

import yaml

PROGRAM, ROOT, SCRATCH = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
RULES = ("--rules", ROOT / "rules")
CARD = ROOT / "samples/good/national-2020.yaml"
failures = []


def check(what, got, expected):
    if got != expected:
        failures.append(what)
        print(f"{what}: {got!r}, expected {expected!r}")


def jiheng(*arguments, **more):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, cwd=SCRATCH, **more)


def office(target, *files):
    """LibreOffice, with a profile of its own."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{SCRATCH}/profile", "--headless", "--convert-to", target, "--outdir", SCRATCH,
                    *files], capture_output=True, check=True, timeout=300)


def rows_of(path):
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))


def forms():
    """Kind -> file."""
    made = {}
    for ending in ("xlsx", "docx"):
        made[ending] = SCRATCH / f"表.{ending}"
        done = jiheng("score", CARD, *RULES, "--today", "2024-03-01", "-o", made[ending])
        if done.returncode > 1:
            sys.exit(f"{ending}: {done.stderr}")
    for ending, target in (("ods", "ods"), ("xls", "xls"), ("html", "html:HTML (StarCalc)"),
                           ("csv", "csv:Text - txt - csv (StarCalc):44,34,76,1")):  # UTF-8
        office(target, made["xlsx"])
        made[ending] = SCRATCH / f"表.{ending}"
    for ending, target in (("doc", "doc"), ("rtf", "rtf"), ("pdf", "pdf")):
        office(target, made["docx"])
        made[ending] = SCRATCH / f"表.{ending}"
    rows = [[cell.replace("\n", "") for cell in row] for row in rows_of(SCRATCH / "表.csv")]
    texts = {
        "tsv": "".join("\t".join(row) + "\n" for row in rows),
        "txt": "".join("\t".join(row).rstrip("\t") + "\n" for row in rows),
        "md": "".join(f"| {' | '.join(row)} |\n" + ("|" + " --- |" * len(row) + "\n" if i == 0 else "") for i, row in enumerate(rows)),
    }
    page = made["html"].read_text()
    texts["mht"] = ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"----x\"\r\n\r\n------x\r\nContent-Type: text/html; charset=utf-8\r\n"
                    "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quopri.encodestring(page.encode()).decode() + "\r\n------x--\r\n")
    for ending, text in texts.items():
        made[ending] = SCRATCH / f"表.{ending}"
        made[ending].write_text(text)
    for ending, same in (("et", "xls"), ("wps", "doc")):  # WPS writes the same containers
        made[ending] = SCRATCH / f"表.{ending}"
        shutil.copy(made[same], made[ending])
    made["zip"] = SCRATCH / "表.zip"
    with zipfile.ZipFile(made["zip"], "w") as archive:
        archive.write(made["xlsx"], "甲单位/表.xlsx")
    made["tar.gz"] = SCRATCH / "表.tar.gz"
    with tarfile.open(made["tar.gz"], "w:gz") as archive:
        archive.add(made["docx"], "甲单位/表.docx")
    return made


def expected():
    """The fields of the form, straight from the card."""
    card = yaml.load(CARD.read_text(), Loader=yaml.BaseLoader)
    head = {"title": card["项目名称"], "unit": card["单位名称"], "year": card["年度"], "budget": card["预算"]["调整预算数"],
            "executed": card["预算"]["执行数"]}
    rows = [{"level1": row["一级"], "level2": row["二级"], "name": row["三级"], "target": row["目标"], "actual": row["完成"]} for row in card["绩效指标"]]
    return head, rows


def plain(text):
    text = "".join(str(text).split())
    return text.rstrip("0").rstrip(".") if "." in text and text.replace(".", "").isdigit() else text


def read(path, *more):
    done = jiheng("import", path, *RULES, "--format", "json", *more)
    return json.loads(done.stdout)["tables"] if done.stdout else [], done


def right_fields(table):
    """How many of how many, and those that are wrong."""
    head, rows = expected()
    wrong = [(key, table.get(key), value) for key, value in head.items() if plain(table.get(key, "")) != plain(value)]
    got = table["indicators"]
    for i, row in enumerate(rows):
        for key, value in row.items():
            have = got[i].get(key, "") if i < len(got) else None
            if have is None or plain(have) != plain(value):
                wrong.append((i, key, have, value))
    if len(got) != len(rows):
        wrong.append(("rows", len(got), len(rows)))
    total = len(head) + sum(map(len, rows))
    return total - len(wrong), total, wrong


def every_kind(made):
    lines = []
    for kind, path in made.items():
        begin = time.monotonic()
        tables, done = read(path)
        seconds = time.monotonic() - begin
        check(f"{kind}: tables ({done.stderr})", len(tables), 1)
        if len(tables) != 1:
            continue
        right, total, wrong = right_fields(tables[0])
        check(f"{kind}: fields", wrong, [])
        check(f"{kind}: ending", "I140" in done.stderr, False)
        peak = subprocess.run(["/usr/bin/env", "python3", "-c", "import resource,subprocess,sys;subprocess.run(sys.argv[1:],capture_output=True);"
                               "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)", PROGRAM, "import", path, *map(str, RULES)],
                              capture_output=True, text=True).stdout.strip() if os.environ.get("MEASURE") else ""
        lines.append((kind, f"{right}/{total}", f"{path.stat().st_size:,}", f"{seconds:.2f} s", f"{int(peak) // 1024} MiB" if peak else ""))
    for line in lines if os.environ.get("MEASURE") else ():
        print("{:8} {:>8} {:>10} B {:>8} {:>8}".format(*line))


def all_at_once(made):
    """Everything mixed in one archive: the same card again and again, counted once, and nothing stops the others."""
    mixed = SCRATCH / "提交.zip"
    with zipfile.ZipFile(mixed, "w") as archive:
        for kind in ("xlsx", "docx", "pdf", "html", "xls", "doc", "csv"):
            archive.write(made[kind], f"甲单位/{kind}/表.{kind}")
        archive.writestr("乙单位/坏.xls", made["xls"].read_bytes()[:6000])
        archive.writestr("乙单位/乱.doc", made["doc"].read_bytes()[:8] + b"x" * 9000)
        archive.writestr("乙单位/~$表.xlsx", "x")
        archive.writestr("__MACOSX/._表.xlsx", "x")
    tables, done = read(mixed)
    check("mixed: tables", len(tables), 7)
    for table in tables:
        check(f"mixed: {table.get('file')}", right_fields(table)[2], [])
    check("mixed: damaged ones", done.stderr.count("错误[I108]"), 2)
    check("mixed: exit code", done.returncode, 2)
    check("mixed: the table at the end", "共 9 份文件，7 张表，2 份没有读" in done.stderr, True)
    scored = jiheng("score", mixed, *RULES, "--scheme", "national-2020", "--today", "2024-03-01", "--format", "json")
    check("mixed: counted once", len(json.loads(scored.stdout)["cards"]), 1)
    check("mixed: said to be the same", scored.stderr.count("的表交了两次，只算一次"), 6)
    checked = jiheng("check", mixed, *RULES, "--scheme", "national-2020", "--format", "json")
    ids = [f["id"] for f in json.loads(checked.stdout)["findings"]]
    check("mixed: check says so", (ids.count("A611"), ids.count("A612")), (6, 0))


def hostile(made):
    """Names that lie, and what is no file of its kind."""
    for name, content, found, tables in (
            ("是xlsx.xls", made["xlsx"].read_bytes(), "I140", 1), ("是网页.xls", made["html"].read_bytes(), "I140", 1),
            ("是csv.xls", made["csv"].read_bytes(), "I140", 1), ("是xls.xlsx", made["xls"].read_bytes(), "I140", 1),
            ("是doc.docx", made["doc"].read_bytes(), "I140", 1), ("是rtf.doc", made["rtf"].read_bytes(), "", 1),
            ("断.doc", made["doc"].read_bytes()[:9000], "I108", 0), ("断.xls", made["xls"].read_bytes()[:5000], "I108", 0),
            ("乱.xls", made["xls"].read_bytes()[:8] + b"garbage," * 2000, "I108", 0),
            ("空洞.doc", made["doc"].read_bytes()[:1536] + bytes(len(made["doc"].read_bytes()) - 1536), "I", 0),
            ("断.zip", (SCRATCH / "提交.zip").read_bytes()[:200], "I108", 0)):
        path = SCRATCH / name
        path.write_bytes(content)
        got, done = read(path)
        check(f"{name}: tables ({done.stderr})", len(got), tables)
        check(f"{name}: said", f"[{found}" in done.stderr if found else done.stderr.count("错误["), True if found else 0)
        for table in got:
            check(f"{name}: fields", right_fields(table)[2], [])


def without_libreoffice(made):
    folder = SCRATCH / "bin"
    folder.mkdir(exist_ok=True)
    done = jiheng("import", made["xls"], *RULES, env={"PATH": str(folder)})
    check("not installed", (done.returncode, "[I105]" in done.stderr, "libreoffice-calc" in done.stderr), (2, True, True))


if SCRATCH.exists():
    shutil.rmtree(SCRATCH)
SCRATCH.mkdir(parents=True)
made = forms()
every_kind(made)
all_at_once(made)
hostile(made)
without_libreoffice(made)
print(f"{len(made)} kinds, {len(failures)} wrong")
sys.exit(1 if failures else 0)
