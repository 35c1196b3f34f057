"""The same figures in each face: takes the cells out of text, md, csv, json and html of every table and compares them.

  tests/faces/same_figures.py PROGRAM ROOT"""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import html_page

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
folder = root / "scorecards/2023-tongcheng"
FIELDS = ["name", "target", "actual", "full_marks", "score", "claimed", "status", "rule"]
TITLES = ["三级指标", "目标", "完成", "分值", "得分", "自报", "结论", "规则"]
STATUS = {"met": "达标", "missed": "未达标", "undetermined": "待核"}
failures = []


def score(path, face):
    run = subprocess.run([program, "score", str(path), "--format", face, "--today", "2024-03-01"],
                         capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{path} {face}: exit {run.returncode}: {run.stderr.decode()}")
    return run.stdout.decode("utf-8")


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def from_json(card):
    """The lines of one card, in the order of its form: execution, indicators, total."""
    lines = []
    budget = card["budget"]
    lines.append({"full_marks": budget["full_marks"], "score": budget["score"],
                  "status": number(budget["rate"]) + "%", "target": budget["planned"], "actual": budget["executed"]})
    for row in card["indicators"]:
        line = {field: row[field] or "" for field in FIELDS}
        line["status"] = STATUS[row["status"]]
        line["attainment"] = number(row["attainment"]) if row["attainment"] else ""
        lines.append(line)
    lines.append({"score": card["total"], "status": card["grade"]})
    return lines


def number(text):
    """100.00 -> 100, 105.50 -> 105.5: percentages lose their last zeros in the tables."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def from_csv(rows):
    lines = []
    for row in rows:
        lines.append({"name": row["三级指标"], "target": row["目标"], "actual": row["完成"], "full_marks": row["分值"],
                      "score": row["得分"], "claimed": row["自报得分"], "rule": row["规则"],
                      "status": row["结论"] if row["行"] != "预算执行" else row["完成率%"] + "%",
                      "attainment": row["完成率%"] if row["行"] == "指标" else ""})
        for field in ("name", "target", "actual"):
            lines[-1][field] = lines[-1][field].removeprefix("'")
    return lines


def from_md(text):
    table = [line for line in text.splitlines() if line.startswith("|")]
    lines = []
    for line in table[2:]:
        cells = [re.sub(r"\\(.)", r"\1", cell.strip().removeprefix("**").removesuffix("**"))
                 for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == len(TITLES) + 2 and cells[5]:
            lines.append(dict(zip(FIELDS, cells[2:])))
    return lines


def from_html(table):
    lines = []
    for index, cells in enumerate(table["rows"]):
        line = dict(zip(FIELDS, cells[2:]))
        labels = [bar[3] for bar in table["bars"] if bar[0] == index and bar[1] == 4]
        line["attainment"] = re.search(r"([0-9.-]+)%$", labels[0]).group(1) if labels else ""
        lines.append(line)
    return lines


def from_text(text):
    """Long cells go on in the next line: of those the beginning is compared."""
    lines = text.splitlines()
    head = next(i for i, line in enumerate(lines) if line.startswith("一级"))
    starts = []
    at = 0
    for piece in re.finditer(r"\S+ *", lines[head]):
        starts.append((piece.group().strip(), at, at + width(piece.group())))
        at += width(piece.group())

    def columns(line):
        cells, used = [""] * len(starts), 0
        for c in line:
            for i, (_, begin, end) in enumerate(starts):
                last = starts[i + 1][1] if i + 1 < len(starts) else 10**6
                if begin <= used < last:
                    cells[i] += c
            used += width(c)
        return [cell.strip() for cell in cells]

    out = []
    for line in lines[head + 2:]:
        if line == "" or line.startswith("规则"):
            break
        # a number column is right-aligned: it may begin left of its title
        tail = re.search(r"(\S+) +(\S+)(?: +(\S+))? +(\S+?)(?: +(Q\S*))?$", line)
        cells = columns(line)
        if not tail or not re.fullmatch(r"[0-9.]+", tail.group(1)) or not re.fullmatch(r"[0-9.]+", tail.group(2)) \
                or line.startswith("    ") and not cells[2]:
            continue
        out.append({"name": cells[2], "target": cells[3], "actual": cells[4].split("  ")[0],
                    "full_marks": tail.group(1), "score": tail.group(2), "claimed": tail.group(3) or "",
                    "status": tail.group(4), "rule": tail.group(5) or ""})
    return out


def same(field, want, got, whole):
    squeeze = lambda text: re.sub(r"\s+", "", text)
    if whole or field not in ("name", "target", "actual"):
        return squeeze(want) == squeeze(got)
    return squeeze(got) != "" and squeeze(want).startswith(squeeze(got)) or squeeze(want) == ""


def compare(card, face, want, got, whole=True):
    if len(want) != len(got):
        failures.append(f"{card} {face}: {len(got)} lines, not {len(want)}")
        return 0
    count = 0
    for wanted, line in zip(want, got):
        for field, value in wanted.items():
            # an execution line shows its amounts with their unit
            if field not in line or (field in ("target", "actual") and "name" not in wanted):
                continue
            count += 1
            if not same(field, value, line[field], whole):
                failures.append(f"{card} {face}: {wanted.get('name', '')} {field}: {line[field]!r}, not {value!r}")
    return count


cards = json.loads(score(folder, "json"))["cards"]
rows = list(csv.DictReader(io.StringIO(score(folder, "csv"))))
page = html_page.Page(score(folder, "html"))
forms = [table for table in page.tables if table["heads"][0][:1] == ["一级"]]
if len(cards) != 27 or len(forms) != 27:
    failures.append(f"{len(cards)} cards, {len(forms)} forms")
compared = dict.fromkeys(["csv", "html", "md", "text"], 0)
for card, form in zip(cards, forms):
    name, want = card["id"], from_json(card)
    compared["csv"] += compare(name, "csv", want, from_csv([row for row in rows if row["编号"] == name]))
    compared["html"] += compare(name, "html", want, from_html(form))
    compared["md"] += compare(name, "md", want, from_md(score(folder / f"{name}.yaml", "md")))
    compared["text"] += compare(name, "text", want, from_text(score(folder / f"{name}.yaml", "text")), whole=False)

print("\n".join(failures[:40]) if failures else f"cells compared with json: {compared}")
if min(compared.values()) < 27 * 40:
    failures.append("hardly anything was compared")
    print(failures[-1])
sys.exit(1 if failures else 0)
