#!/usr/bin/env python3
"""The same form in every kind of file: what is read is what the card says, whatever the kind. The forms are made at test time from one
card: workbook and Word file by the program, the others from these by LibreOffice or here. Then all of them at once, in
archives, and such as are broken on purpose.
    kinds.py PROGRAM ROOT SCRATCH
With MEASURE=1 it prints a table: fields right, seconds of a processor, peak memory; and the same of the hostile files."""

import csv
import io
import json
import os
import pathlib
import quopri
import shutil
import signal
import subprocess
import sys
import tarfile
import time
import zipfile
import zlib

import yaml

PROGRAM, ROOT, SCRATCH = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
RULES = ("--rules", ROOT / "rules")
CARD = ROOT / "samples/good/national-2020.yaml"
# What a program and all it starts take: seconds of a processor, and the most memory that one of them held.
USED = """import resource, subprocess, sys
subprocess.run(sys.argv[1:], capture_output=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)"""
SLOW = 60  # seconds, of a build without optimisation on a busy machine
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
    for kind, path in made.items():
        tables, done = read(path)
        check(f"{kind}: tables ({done.stderr})", len(tables), 1)
        if len(tables) != 1:
            continue
        right, total, wrong = right_fields(tables[0])
        check(f"{kind}: fields", wrong, [])
        check(f"{kind}: ending", "I140" in done.stderr, False)
        if os.environ.get("MEASURE"):
            used = subprocess.run(["/usr/bin/env", "python3", "-c", USED, PROGRAM, "import", path, *map(str, RULES)], capture_output=True, text=True)
            seconds, peak = used.stdout.split()
            print(f"{kind:8} {right:>4}/{total:<4} {path.stat().st_size:>10,} B {float(seconds):6.2f} s {int(peak) // 1024:>5} MiB")


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


def several_archives(made):
    """The same table in two archives and beside them, once more as another version: counted once, said with both places."""
    folder = SCRATCH / "几个"
    folder.mkdir()
    for name, inside, kind in (("甲.zip", "自评表.xlsx", "xlsx"), ("乙.zip", "自评表（最终版）.pdf", "pdf")):
        with zipfile.ZipFile(folder / name, "w") as archive:
            archive.write(made[kind], inside)
    shutil.copy(made["docx"], folder / "自评表(最终版).docx")
    with zipfile.ZipFile(folder / "丙.zip", "w") as archive:  # an archive in an archive
        archive.write(folder / "甲.zip", "甲.zip")
    scored = jiheng("score", folder, *RULES, "--scheme", "national-2020", "--today", "2024-03-01", "--format", "json")
    check("several: counted once", len(json.loads(scored.stdout)["cards"]), 1)
    check("several: said", scored.stderr.count("的表交了两次，只算一次"), 3)
    check("several: both places", "甲.zip/" in scored.stderr and "乙.zip/" in scored.stderr, True)
    # A waiver beside an archive is for the tables in it; one in the archive itself, or in another folder, is not.
    waivers = "豁免:\n  - {编号: A104, 位置: {表: p01}, 原因: 核对过, 谁: 绩效科, 日期: 2024-03-01}\n"
    submitted = folder / "交来.zip"
    with zipfile.ZipFile(submitted, "w") as archive:
        archive.write(ROOT / "samples/findings/A104/bad.check.yaml", "甲单位/p01.yaml")
        archive.writestr("甲单位/豁免.yaml", waivers)
    for place, waived in ((SCRATCH, 0), (folder, 1)):
        (place / "豁免.yaml").write_text(waivers)
        checked = json.loads(jiheng("check", submitted, *RULES, "--format", "json").stdout)
        ids = [found["id"] for found in checked["findings"]]
        check(f"waivers in {place.name}", (ids.count("A104"), len(checked["waived"]), ids.count("A901")), (1 - waived, waived, 0))
        (place / "豁免.yaml").unlink()


def interrupted(made):
    """An interrupted run leaves no folder behind and no LibreOffice running."""
    scratch = SCRATCH / "tmp"
    scratch.mkdir()
    many = SCRATCH / "许多"
    many.mkdir()
    for i in range(30):
        shutil.copy(made["doc"], many / f"{i}.doc")
    for sign in (signal.SIGINT, signal.SIGTERM):
        program = subprocess.Popen([PROGRAM, "import", many, *RULES], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=SCRATCH,
                                   env={**os.environ, "TMPDIR": str(scratch)})
        for _ in range(200):
            if any(scratch.glob("jiheng-*/in/*")) or program.poll() is not None:
                break
            time.sleep(0.05)
        time.sleep(0.5)
        program.send_signal(sign)
        check(f"{sign.name}: ends", program.wait(30), 2)
        check(f"{sign.name}: scratch", sorted(scratch.glob("jiheng-*")), [])
        running = [p for p in pathlib.Path("/proc").glob("[0-9]*/cmdline") if str(scratch).encode() in readable(p)]
        check(f"{sign.name}: running", running, [])


def readable(path):
    try:
        return path.read_bytes()
    except OSError:
        return b""


def bombs():
    """Files made to hang or to fill the memory: each ends soon, with an id."""
    def pdf(objects):
        out, places = b"%PDF-1.7\n", []
        for i, body in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % i + body + b"\nendobj\n"
        table = b"".join(b"%010d 00000 n \n" % p for p in places)
        return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + \
            b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))

    def stream(content, entries=b""):
        return b"<< /Length %d %s >>\nstream\n" % (len(content), entries) + content + b"\nendstream"

    def page(content, entries=b""):
        return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 600 800] >>",
                    b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s >>" % entries, content])

    def nested(depth, inner):
        for _ in range(depth):
            buffer = io.BytesIO()
            with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("里.zip", inner)
            inner = buffer.getvalue()
        return inner

    def archive_of(names, content=b"x"):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                archive.writestr(name, content)
        return buffer.getvalue()

    zeros = zlib.compress(bytes(70 << 20), 9)
    tree = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    for name, content, ids in (
            ("页树是圈.pdf", pdf(tree + [b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"]), "I108"),
            ("互为父子.pdf", pdf(tree + [b"<< /Type /Pages /Count 2 /Kids [3 0 R] >>", b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]), "I108"),
            ("没有的页.pdf", pdf(tree + [b"<< /Type /Pages /Count 2000000000 /Kids [9 0 R] >>"]), "I108"),
            ("多得很的页.pdf", pdf(tree + [b"<< /Type /Pages /Count 6000 /Kids [" + b"3 0 R " * 6000 + b"] >>", b"<< /Type /Page /Parent 2 0 R >>"]),
             "I110"),
            ("自己是父.pdf", pdf(tree + [b"<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [3 0 R] >>", b"<< /Type /Page /Parent 3 0 R >>"]), "I103"),
            ("解开太大.pdf", page(stream(zeros, b"/Filter /FlateDecode")), "I110"),
            ("套着解.pdf", page(stream(zlib.compress(zeros, 9), b"/Filter [/FlateDecode /FlateDecode]")), "I110"),
            ("层层括号.pdf", page(stream(b"[" * 200000 + b"<<" * 200000 + b"(" * 200000)), "I103"),
            ("数不完的斜线.pdf", page(stream(b"0 0 m 1 1 l S " * 200000)), "I103"),
            ("数不完的线.pdf", page(stream(b"0 0 m 0 90 l S " * 200000)), "I163"),
            ("字套图套字.pdf", page(stream(b"/X Do " * 5000), b"/Resources << /XObject << /X 4 0 R >> >>"), "I1"),
            ("名称指外.zip", archive_of(["../../外.xlsx", "/绝对.xlsx", "C:\\盘.xlsx"]), "I111"),
            ("一个名称两份.zip", archive_of(["甲.csv", "甲.csv"]), "I1"),
            ("一万份.zip", archive_of([f"{i}.csv" for i in range(10001)]), "I110"),
            ("解开太大.zip", archive_of(["大.csv"], bytes(300 << 20)), "I1"),
            ("层层的包.zip", nested(5, b"x"), "I106"),
            ("深.html", b"<table><tr><td>" * 2000, "I112"),
            ("浅一点.html", b"<table><tr><td>" * 120 + b"x" + b"</td></tr></table>" * 120, "I103"),
            ("许多格.html", b"<table>" + b"<tr><td colspan=100000 rowspan=100000>x" * 3000 + b"</table>", "I"),
            ("许多标记.html", b"<!doctype html>" + b"<b>" * 100000, "I112"),
            ("空.zip", b"PK\x05\x06" + bytes(18), "C104")):
        path = SCRATCH / name
        path.write_bytes(content)
        begin = time.monotonic()
        done = jiheng("import", path, *RULES)
        seconds = time.monotonic() - begin
        check(f"{name}: said ({done.stderr[:400]})", f"[{ids}" in done.stderr, True)
        check(f"{name}: no crash", done.returncode in (0, 2), True)
        check(f"{name}: ends soon, not after {seconds:.0f} s", seconds < SLOW, True)
        if os.environ.get("MEASURE"):
            said = sorted({word.split("]")[0] for word in done.stderr.split("[")[1:] if len(word.split("]")[0]) == 4})
            print(f"{name:16} {len(content):>10,} B {seconds:6.2f} s  {' '.join(said)}")


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
several_archives(made)
hostile(made)
bombs()
interrupted(made)
without_libreoffice(made)
print(f"{len(made)} kinds, {len(failures)} wrong")
sys.exit(1 if failures else 0)
