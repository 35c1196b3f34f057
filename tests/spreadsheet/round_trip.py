#!/usr/bin/env python3
"""Forms that go out and come back: a template filled in by a person -> scores -> workbook and Word file -> read back gives the
same card and the same scores; so do the tables of a whole department, in every form.
    round_trip.py PROGRAM ROOT SCRATCH"""

import json
import pathlib
import shutil
import subprocess
import sys

import openpyxl
import yaml

PROGRAM, ROOT, SCRATCH = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
RULES = ("--rules", ROOT / "rules")
# Level 2, name, target, actual as typed, actual as read. What each scores is reckoned by hand from the rules: met, all; missed, in
# proportion; ≤ missed, target / actual; "提高" for "显著提高", anything below 80%.
ROWS = [
    ("数量指标", "维护供水工程数", "≥40处", "40处", "40处"),
    ("数量指标", "巡查次数", "≥120次", "85次", "85次"),
    ("质量指标", "水质合格率", "≥95%", 0.965, "96.5%"),
    ("时效指标", "完成时限", "12月底前", "12月底前", "12月底前"),
    ("成本指标", "维护成本", "≤180万元", "190万元", "190万元"),
    ("社会效益指标", "饮水安全保障能力", "显著提高", "显著提高", "显著提高"),
    ("社会效益指标", "供水应急能力", "显著提高", "提高", "提高"),
    ("服务对象满意度指标", "群众满意度", "≥90%", 0.92, "92%"),
]
SCHEMES = {
    # 8×85÷120 = 5.666…, 8×180÷190 = 7.578…; 20×191÷200 = 19.1; the sums of the lowest and highest.
    "hubei-2023": ([8, 8, 8, 8, 8, 15, 5, 20], ["8", "5.67", "8", "8", "7.58", "15", "0-4", "20"], "19.1", "91.35-95.35"),
    # 10×85÷120 = 7.083…, 10×180÷190 = 9.473…; 10×191÷200 = 9.55.
    "national-2020": ([10, 10, 10, 10, 10, 25, 5, 10], ["10", "7.08", "10", "10", "9.47", "25", "0-4", "10"], "9.55",
                      "91.1-95.1"),
    # The clauses of national-2020, 10 and 90; the target in three columns.
    "sichuan-2023": ([10, 10, 10, 10, 10, 25, 5, 10], ["10", "7.08", "10", "10", "9.47", "25", "0-4", "10"], "9.55",
                     "91.1-95.1"),
}
# What the forms call the cells that are filled in: planned, executed, target, actual, full marks.
WORDS = {
    "hubei-2023": ("预算数", "执行数", "年初目标值", "实际完成值", "分值"),
    "national-2020": ("全年预算数", "全年执行数", "年度指标值", "实际完成值", "分值"),
    "sichuan-2023": ("调整后预算数", "预算执行数", "指标值", "完成值", "权重"),
}
# 指标性质, 指标值, 度量单位 of ROWS, where a form asks for them.
PARTS = [("≥", "40", "处"), ("≥", "120", "次"), ("≥", "95", "%"), (None, "12月底前", None), ("≤", "180", "万元"),
         ("定性", "显著提高", "无"), ("定性", "显著提高", None), ("≥", "90", "%")]
HEAD = {"项目名称": "农村饮水安全工程维护", "主管部门": "某县水利局", "项目实施单位": "某县水利站"}
failures = []


def check(what, got, expected):
    if got != expected:
        failures.append(what)
        print(f"{what}: {got!r}, expected {expected!r}")


def jiheng(*arguments, ok=(0,)):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, cwd=SCRATCH)
    if done.returncode not in ok:
        sys.exit(f"jiheng {arguments}: {done.returncode}\n{done.stderr}")
    return done


def plain(number):
    return number.rstrip("0").rstrip(".") if "." in number else number


def span(low, high):
    return plain(low) if low == high else f"{plain(low)}-{plain(high)}"


def beside(sheet, label):
    """The cell to the right of a label, or below a heading, that a person fills in."""
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.replace("\n", "").startswith(label):
                return cell
    return sys.exit(f"{sheet.title}: no {label}")


def fill(scheme, marks):
    template, filled = SCRATCH / f"{scheme}.xlsx", SCRATCH / f"{scheme}-filled.xlsx"
    jiheng("template", "--scheme", scheme, *RULES, "-o", template)
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    for label, value in HEAD.items():
        cell = beside(sheet, label if scheme == "hubei-2023" else label.removeprefix("项目") if "实施" in label else label)
        right = cell.column + 1
        for area in sheet.merged_cells.ranges:
            if cell.coordinate in area:
                right = area.max_col + 1
        sheet.cell(cell.row, right).value = value
    planned_words, executed_words, *row_words = WORDS[scheme]
    for words, value in ((planned_words, 200), (executed_words, 191)):
        cell = beside(sheet, words)
        sheet.cell(cell.row + 1, cell.column).value = value
    head = beside(sheet, "三级指标")
    columns = {str(cell.value): cell.column for cell in sheet[head.row]}
    target, actual, full = (next(c for name, c in columns.items() if name.startswith(words)) for words in row_words)
    taken = set()
    for (level2, name, wanted, got, shown), points, parts in zip(ROWS, marks, PARTS):
        row, above = head.row, ""
        while above != level2 or row in taken:
            row += 1
            above = sheet.cell(row, 3).value or above
        taken.add(row)
        values = [(4, name), (target, wanted), (actual, got), (full, points)]
        if "指标性质" in columns:
            values[1:2] = zip((columns["指标性质"], target, columns["度量单位"]), parts)
        for column, value in values:
            sheet.cell(row, column).value = value
        if isinstance(got, float):
            sheet.cell(row, actual).number_format = "0.0%" if "." in shown else "0%"
    book.save(filled)
    return filled


def fields(path):
    """The card as it is written to a file, without what a filled form says more than a blank one."""
    card = yaml.load(jiheng("import", path, *RULES).stdout, Loader=yaml.BaseLoader)
    for key in ("自报总分", "偏差原因", "改进措施", "方案"):  # a Word file does not say its scheme
        card.pop(key, None)
    card["预算"] = {k: v for k, v in card["预算"].items() if not k.startswith("自报")}
    for row in card["绩效指标"]:
        for key in ("自报得分", "偏差原因"):
            row.pop(key, None)
    return card


def template_round_trip(scheme, marks, scores, execution, total):
    filled = fill(scheme, marks)
    scored = jiheng("score", filled, "--scheme", scheme, *RULES, "--format", "json")
    check(f"{scheme}: messages about cells nobody computed", scored.stderr.count("I114]"), 1)
    check(f"{scheme}: helper sheets in the messages", "计算!" in scored.stderr, False)
    card = json.loads(scored.stdout)["cards"][0]
    check(f"{scheme}: findings of the card", [f["id"] for f in card["findings"]], [])
    check(f"{scheme}: rows", [(r["level2"], r["name"], r["target"], r["actual"]) for r in card["indicators"]],
          [(level2, name, wanted, shown) for level2, name, wanted, _, shown in ROWS])
    check(f"{scheme}: scores", [span(r["score_low"], r["score_high"]) for r in card["indicators"]], scores)
    check(f"{scheme}: execution", plain(card["budget"]["score"]), execution)
    check(f"{scheme}: total", span(card["total_low"], card["total_high"]), total)
    before = fields(filled)
    check(f"{scheme}: head", {k: before.get(k) for k in HEAD}, HEAD)
    for face in ("xlsx", "docx"):
        path = SCRATCH / f"{scheme}-scored.{face}"
        jiheng("score", filled, "--scheme", scheme, *RULES, "--format", face, "-o", path)
        again = jiheng("score", path, "--scheme", scheme, *RULES, "--format", "json")
        check(f"{scheme} {face}: messages", again.stderr, "")
        check(f"{scheme} {face}: card", fields(path), before)
        compare(f"{scheme} {face}", {"cards": [card]}, json.loads(again.stdout))


def compare(what, before, after):
    """Everything but what only a scored form states (自报) and where it stands."""
    own = {"id", "findings", "department"}
    check(f"{what}: cards", len(after["cards"]), len(before["cards"]))
    for a, b in zip(before["cards"], after["cards"]):
        for key in a.keys() - own - {"indicators", "sections"}:
            check(f"{what} {a['title']}: {key}", b[key], a[key])
        check(f"{what} {a['title']}: rows", len(b["indicators"]), len(a["indicators"]))
        for x, y in zip(a["indicators"], b["indicators"]):
            for key in x.keys() - own - {"claimed", "why"}:
                same = str(y[key]).replace(" ", ""), str(x[key]).replace(" ", "")
                check(f"{what} {a['title']} {x['name']}: {key}", *same)


# A number of the scheme's 计算 as typed on the sheet 计算数据, and how the cell shows it; 绩效监控完成率 stands in two groups. The rates by
# the printed formulas: 950÷1000 = 95%; (1080-1000)÷1000 = 8%, 5×5÷8 = 3.125; 20÷25 = 80%, 5×80÷100 = 4; 9÷10, 4.5.
COMPUTED = [("预算和财务管理", "预算执行率", "≥95%", [("预算完成数", 950, "General"), ("预算数", 1000, "#,##0.00")], "5"),
            ("预算和财务管理", "预算调整率", "≤5%", [("预算调整数", 1080, "#,##0"), ("年初预算数", None, "")], "3.13"),
            ("绩效管理", "绩效监控完成率", "100%", [("已完成绩效监控项目数量", 20, "0"), ("部门项目总数", "25", "@")], "4"),
            ("重点管理", "绩效监控完成率", "100%", [("已完成绩效监控项目数量", 9, "0"), ("部门项目总数", 10, "0")], "4.5")]


def data_round_trip():
    """年初预算数 of the card stands on the form below its name and is read back; 预算数 stands below 全年预算数, and is asked for."""
    scheme, targets, filled = "jiyuan-department-2024", SCRATCH / "计算.yaml", SCRATCH / "计算.xlsx"
    card = {"类型": "部门", "年度": 2024, "方案": scheme, "单位名称": "某局", "预算": {"年初预算数": 1000, "预算数": 1000},
            "绩效指标": [{"一级": "投入管理指标", "二级": group, "三级": name, "目标": target, "分值": 5}
                     for group, name, target, _, _ in COMPUTED]}
    targets.write_text(yaml.safe_dump(card, allow_unicode=True, sort_keys=False))
    jiheng("template", "--scheme", scheme, "--from", targets, *RULES, "-o", filled)
    book = openpyxl.load_workbook(filled)
    lines = list(book["计算数据"].iter_rows(min_row=3))
    cells = [(name, *cell) for _, name, _, data, _ in COMPUTED for cell in data if cell[1] is not None]
    check("计算数据: the cells", [(line[1].value, line[2].value) for line in lines], [cell[:2] for cell in cells])
    for line, (_, _, value, shown) in zip(lines, cells):
        line[4].value, line[4].number_format = value, shown
    book.save(filled)
    for row, (_, _, _, data, _) in zip(card["绩效指标"], COMPUTED):
        row["计算数据"] = {name: value for name, value, _ in data if value is not None}
    back = yaml.load(jiheng("import", filled, *RULES).stdout, Loader=yaml.BaseLoader)
    check("计算数据: the rows", back["绩效指标"], yaml.load(yaml.safe_dump(card["绩效指标"]), Loader=yaml.BaseLoader))
    scored = json.loads(jiheng("score", filled, *RULES, "--format", "json", ok=(0, 1)).stdout)["cards"][0]
    check("计算数据: scores", [span(r["score_low"], r["score_high"]) for r in scored["indicators"]], [c[4] for c in COMPUTED])


def department_round_trip():
    tables = ROOT / "scorecards/2023-tongcheng"
    rows = 0
    for scheme in SCHEMES:
        before = json.loads(jiheng("score", tables, "--scheme", scheme, *RULES, "--format", "json", ok=(0, 1)).stdout)
        rows += sum(len(card["indicators"]) for card in before["cards"])
        for face in ("xlsx", "docx"):
            path = SCRATCH / f"department-{scheme}.{face}"
            jiheng("score", tables, "--scheme", scheme, *RULES, "--format", face, "-o", path, ok=(0, 1))
            again = jiheng("score", path, "--scheme", scheme, *RULES, "--format", "json", ok=(0, 1))
            check(f"{scheme} {face} of a department: messages", again.stderr, "")
            compare(f"{scheme} {face}", before, json.loads(again.stdout))
    return rows


def main():
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    for scheme, expected in SCHEMES.items():
        template_round_trip(scheme, *expected)
    data_round_trip()
    rows = department_round_trip()
    print(f"{len(SCHEMES)} templates and {rows} rows of a department out and back, {len(failures)} wrong")
    if failures or rows < 500:
        sys.exit(1)


main()
