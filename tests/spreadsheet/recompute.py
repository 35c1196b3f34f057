#!/usr/bin/env python3
"""The formulas of the workbooks, recomputed by LibreOffice: an unchanged workbook gives the values kept in it, a changed one
what `jiheng score` gives for the changed card, or 待核.
    recompute.py PROGRAM ROOT SCRATCH
One conversion of all workbooks; its profile lies in SCRATCH."""

import json
import pathlib
import shutil
import subprocess
import sys

import openpyxl

PROGRAM, ROOT, SCRATCH = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
HERE = ROOT / "tests/spreadsheet"
OPEN = "待核"
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value>
</prop></item></oor:items>
"""
failures = []


def fail(text):
    failures.append(text)
    if len(failures) <= 40:
        print(text)


def jiheng(*arguments, ok=(0, 1)):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, cwd=SCRATCH)
    if done.returncode not in ok:
        sys.exit(f"jiheng {arguments}: {done.returncode}\n{done.stderr}")
    return done.stdout


# One card a case: rows of target, level 2, values to be tried in turn, full marks.
ROWS = [
    ("≥95%", "质量指标", ["94.60%", "95%", "96%", "0%", "≥96%", "≥90%", "100％", "九十", "", "95", "-3%", "94.995%", "2.675%"], 10),
    ("400 人", "数量指标", ["621 人", "300人", "400人", "0人", "520人", "519.9 人", "300个", "1e2人", "12月", "3/4人", "1.2.3人", "-5人"], 10),
    ("≤8万元", "成本指标", ["17.5 万元", "8万元", "0万元", "12.5万元", "80000元", "≤9万元", "≤7万元", ">5万元", "0.01万元"], 3),
    ("10万元", "成本指标", ["12.5万元", "9万元", "10.00万元", "13 万元", "二万元"], 5),
    ("-4.40", "生态效益指标", ["-4.02", "-4.40", "-5", "1", "0", "-0.01"], 5),
    ("≥-5万元", "经济效益指标", ["-6万元", "-5万元", "3万元", "-10 万元"], 6),
    ("≤0起", "质量指标", ["1起", "0起", "3起", "无"], 5),
    (">100人", "数量指标", ["100人", "101人", "50人"], 7.5),
    ("<5‰", "质量指标", ["4‰", "5‰", "8‰", "4%"], 7.5),
    ("≥4754人", "数量指标", ["4604人", "4753.9999999人", "4754人", "6180.2人", "6180.1人"], 10),
    ("≤60 日", "时效指标", ["70日", "60日", "61 日", "30天"], 10),
    ("12月底前", "时效指标", ["11月底前", "12月底前", "2023年12月31日", "13月底前"], 5),
    ("2023年", "时效指标", ["2022年", "2023年", "2024"], 5),
    ("6月", "时效指标", ["5月", "6月"], 5),
    ("显著提高", "社会效益指标", ["提高", "显著提高", "达成预期指标", "96%"], 5),
    ("300-400人", "数量指标", ["350人", "300-400人", "200人"], 5),
    ("增长5%", "经济效益指标", ["增长4%", "5%", "4%", "-5%"], 5),
    ("=100人", "数量指标", ["100人", "99人"], 5),
]
SHAPE_ROWS = [
    ("阶梯", "≥100%", ["100%", "99.99%", "80%", "79.9%", "50.01%", "50%", "0%", "120%"], 5),
    ("起扣", "100人", ["100人", "99人", "95人", "94.9人", "20人", "130人"], 5),
    ("满扣", "≥90%", ["89.5%", "89%", "88.01%", "91%", "70%"], 5),
    ("比例扣", "≥200万元", ["190万元", "200万元", "233.3万元", "1万元"], 8),
    ("运算", "≥30人", ["30人", "20人", "15人", "14人", "7人", "38.9人", "39人", "60.5人", "0人"], 7),
    ("比较", "50次", ["50次", "46次", "45次", "44次", "5次", "9.9次", "10次"], 6),
    ("除零", "≤10次", ["0次", "20次", "5次", "10次"], 4),
    ("其余", "≤4次", ["8次", "4次", "3次"], 4),
    ("其余2", "≥4次", ["8次", "5.2次", "5.1999次", "3次"], 4),
]
# The same with the 评分标准 of each row.
STANDARD_ROWS = [
    ("超扣", "≤100%", ["103%", "100%", "95%", "100.5%", "112%", "九十", "103"], 5,
     "以100%为标准。控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。"),
    ("分档", "≥90%", ["95%", "90%", "89.99%", "80%", "75%", "70%", "69.9%", "80"], 5,
     "安排率≥90%，计5分；80%（含）-90%，计4分；70%（含）-80%，计3分；低于70%不得分。"),
    ("按比例", "≥60次", ["60次", "45次", "0次", "70次", "50次", "60"], 15, "全年开展巡查60次以上得15分；否则按完成比例得分。"),
    ("否则", "≥98%", ["98%", "97%", "100%", "97.999%"], 10, "达到98%得10分，否则得4分"),
    ("少扣", "≥500户", ["500户", "480户", "485户", "0户", "510户"], 4, "发放补贴不少于500户，得4分；每少10户扣0.2分，扣完为止"),
    ("金额", "≥5000万元", ["5500万元", "4500万元", "5000万元", "3500万元", "2000万元", "6000"], 10,
     "完成投资5000万元以上得10分，4000—5000万元得8分，3000—4000万元得6分，3000万元以下不得分"),
    ("计数", "0起", ["0起", "1起", "3起"], 8, "未发生安全事故得8分；每发生一起扣5分，扣完为止"),
    ("偏差", "≤5%", ["5%", "-5%", "7%", "7.5%", "-9%"], 5, "预决算偏差率绝对值在5%以内得5分，每超过1个百分点扣1分"),
    ("公式", "≥100%", ["100%", "50%", "120%", "33.3%"], 8, "得分=资金到位率×该项指标分值。"),
    ("空档", "100%", ["100%", "90%", "95%", "80%", "70%"], 10, "任务完成100%得10分，完成90%得8分，完成80%得6分，完成80%以下不得分"),
    ("否决", "≥100%", ["100%", "98%", "97.5%", "90%"], 5, "达标率100%得5分，每低1%扣1分；弄虚作假的，该项不得分"),
    ("进位", "≥98%", ["98%", "97.5%", "96.9%", "90%"], 8, "验收合格率不低于98%得8分，每下降1%扣2分（不足1%按1%计算），扣完为止"),
    ("内插", "≥90%", ["95%", "75%", "60%", "50%", "66.6%"], 3, "满意度≥90%得满分，60%-90%之间按线性插值计算，低于60%得0分"),
]
STANDARDS = {row[0]: row[4] for row in STANDARD_ROWS}
FILLED = [("≥100人", "80人", 5), ("95%", "96%", 4), ("≤10万元", "12.5万元", 3), ("-4.40", "-4.02", 5), ("≥20次", "30次", 2),
          ("100", "85", 4)]
BUDGETS = [(100, 97.75), (9000, 4000), (45, 10), (3, 2), (100, 120), (100, 79.995), (100, 89.99), (0, 5), (50, 45)]


def card(scheme, rows, number, turn, budget):
    lines = ["类型: 项目", f"编号: k{number:02}", "年度: 2023", f"方案: {scheme}", "项目名称: 甲乙", f"预算: {{预算数: {budget[0]}, 执行数: {budget[1]}}}",
             "绩效指标:"]
    for name, level2, target, actuals, full in rows:
        actual = actuals[turn % len(actuals)]
        own = f', 评分标准: "{STANDARDS[name]}"' if name in STANDARDS else ""
        lines.append(f'  - {{一级: 产出指标, 二级: {level2}, 三级: {name}, 目标: "{target}", 完成: "{actual}", 分值: {full}{own}}}')
    return "\n".join(lines) + "\n"


def plan(scheme, rows, rules):
    """A workbook of the same card many times, the workbook with each sheet changed in its own way, and what score gives for
    the changed cards."""
    turns = max(len(r[3]) for r in rows)
    folder = SCRATCH / scheme
    (folder / "changed").mkdir(parents=True)
    for turn in range(1, turns):
        (folder / f"{turn:02}.yaml").write_text(card(scheme, rows, turn, 0, BUDGETS[0]), encoding="utf-8")
        (folder / "changed" / f"{turn:02}.yaml").write_text(
            card(scheme, rows, turn, turn, BUDGETS[turn % len(BUDGETS)]), encoding="utf-8")
    unchanged = sorted(folder.glob("*.yaml"))
    book = SCRATCH / f"{scheme}.xlsx"
    jiheng("score", *unchanged, "--rules", rules, "--format", "xlsx", "-o", book)
    scores = json.loads(jiheng("score", folder / "changed", "--rules", rules, "--format", "json"))["cards"]
    workbook = openpyxl.load_workbook(book)
    for turn in range(1, turns):
        edit(workbook.worksheets[turn], rows, turn)  # the first is the overview
    changed = SCRATCH / f"{scheme}-changed.xlsx"
    workbook.save(changed)
    return book, changed, scores


def filled(scheme, rules, budget):
    """A template as a clerk fills it in, and what score gives for the same card."""
    book = SCRATCH / f"{scheme}-template.xlsx"
    jiheng("template", "--scheme", scheme, "--rules", rules, "-o", book)
    workbook = openpyxl.load_workbook(book)
    sheet = workbook.worksheets[0]
    head = heading(sheet, "三级指标")
    columns = {str(c.value): c.column for c in sheet[head.row]}
    target, actual, marks = ([c for name, c in columns.items() if name.startswith(words)][0]
                             for words in (("年度指标值", "年初目标值"), "实际完成值", "分值"))
    lines, level1, level2 = [], "", ""
    for i, r in enumerate(range(head.row + 1, [c.row for c in sheet["A"] if c.value == "总分"][0])):
        level1, level2 = sheet.cell(r, 2).value or level1, sheet.cell(r, 3).value or level2
        wanted, got, full = FILLED[i % len(FILLED)]
        if i % 7 == 6:
            continue  # a row left blank
        for column, value in ((4, f"指标{i}"), (target, wanted), (actual, got), (marks, full)):
            cell = sheet.cell(r, column)
            if cell.protection.locked:
                fail(f"{book.name}: {cell.coordinate} is locked")
            cell.value = value
        lines.append(f'  - {{一级: {level1}, 二级: {level2}, 三级: 指标{i}, 目标: "{wanted}", 完成: "{got}", 分值: {full}}}')
    executed = heading(sheet, "全年执行数", "执行数")
    sheet.cell(executed.row + 1, executed.column - 1).value, sheet.cell(executed.row + 1, executed.column).value = budget
    path = SCRATCH / f"{scheme}-filled.xlsx"
    workbook.save(path)
    yaml = SCRATCH / f"{scheme}-filled.yaml"
    yaml.write_text(f"类型: 项目\n年度: 2023\n方案: {scheme}\n项目名称: 甲\n预算: {{预算数: {budget[0]}, 执行数: {budget[1]}}}\n绩效指标:\n"
                    + "\n".join(lines) + "\n", encoding="utf-8")
    scores = json.loads(jiheng("score", yaml, "--rules", rules, "--format", "json"))["cards"][0]
    return book, path, scores


def heading(sheet, *words):
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.replace("\n", "").startswith(words):
                return cell
    sys.exit(f"{sheet.title}: no heading {words}")


def edit(sheet, rows, turn):
    """As a person would change it."""
    column = heading(sheet, "实际完成值").column
    names = {sheet.cell(r, 4).value: r for r in range(1, sheet.max_row + 1)}
    for name, _, _, actuals, _ in rows:
        sheet.cell(names[name], column).value = actuals[turn % len(actuals)] or None
    executed = heading(sheet, "全年执行数", "执行数")
    planned_now, executed_now = BUDGETS[turn % len(BUDGETS)]
    sheet.cell(executed.row + 1, executed.column - 1).value = planned_now
    sheet.cell(executed.row + 1, executed.column).value = executed_now


def same(a, b):
    a, b = ("" if v is None else v for v in (a, b))
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) < 1e-9
    return a == b


def compare_unchanged(book, recomputed):
    """Every formula gives what stands beside it."""
    formulas = openpyxl.load_workbook(book)
    kept = openpyxl.load_workbook(book, data_only=True)
    now = openpyxl.load_workbook(recomputed, data_only=True)
    count = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if not (isinstance(cell.value, str) and cell.data_type == "f"):
                    continue
                count += 1
                before, after = (w[sheet.title][cell.coordinate].value for w in (kept, now))
                if not same(before, after):
                    fail(f"{book.name} {sheet.title}!{cell.coordinate}: kept {before!r}, recomputed {after!r}: {cell.value[:200]}")
    return count


def compare_changed(sheet, where, scores):
    """A number is the number of score; where score has a range the sheet has none. Gives how many numbers there were."""
    column = [c for c in sheet[heading(sheet, "三级指标").row] if c.value == "得分"][0].column
    by_name = {i["name"]: i for i in scores["indicators"]}
    numbers = 0
    for r in range(1, sheet.max_row + 1):
        row = by_name.get(sheet.cell(r, 4).value)
        if row is None:
            continue
        value = sheet.cell(r, column).value
        if isinstance(value, (int, float)):
            numbers += 1
            if row["score"] is None or abs(float(row["score"]) - value) > 1e-9:
                fail(f"{where} {row['name']} {row['target']} {row['actual']}: sheet {value}, score {row['score']}")
        elif OPEN not in str(value):
            fail(f"{where} {row['name']}: {value!r}")
    total = [sheet.cell(r, column).value for r in range(1, sheet.max_row + 1) if sheet.cell(r, 1).value == "总分"][0]
    if isinstance(total, (int, float)):
        if scores["total"] is None or abs(float(scores["total"]) - total) > 1e-9:
            fail(f"{where} total: sheet {total}, score {scores['total']}")
    elif OPEN not in str(total):
        fail(f"{where} total: {total!r}")
    budget = [c for c in sheet[heading(sheet, "全年执行数", "执行数").row]
              if str(c.value).startswith("得分")][0]
    execution = sheet.cell(budget.row + 1, budget.column).value
    expected = scores["budget"]["score"]
    if isinstance(execution, (int, float)) != (expected is not None) or (expected and abs(float(expected) - execution) > 1e-9):
        fail(f"{where} execution: sheet {execution!r}, score {expected}")
    return numbers, isinstance(total, (int, float))


def main():
    shutil.rmtree(SCRATCH, ignore_errors=True)
    (SCRATCH / "profile/user").mkdir(parents=True)
    (SCRATCH / "profile/user/registrymodifications.xcu").write_text(ALWAYS_RECALCULATE)
    rules = SCRATCH / "rules"
    shutil.copytree(ROOT / "rules", rules)
    for scheme in ("shapes.yaml", "standards.yaml"):
        shutil.copy(HERE / scheme, rules)

    county = SCRATCH / "hubei.xlsx"
    jiheng("score", ROOT / "scorecards/2023-tongcheng", "--rules", rules, "--format", "xlsx", "-o", county)
    parted = SCRATCH / "sichuan.xlsx"  # the target in three columns
    jiheng("score", ROOT / "samples/good/sichuan-2023.yaml", "--rules", rules, "--format", "xlsx", "-o", parted)
    plans = []
    national = [(f"指标{i}", level2, target, actuals, full) for i, (target, level2, actuals, full) in enumerate(ROWS)]
    readable = [row for row in national if row[2] not in ("12月底前", "2023年", "6月", "显著提高", "300-400人", "增长5%", "=100人")]
    shapes = [(name, "数量指标", target, actuals, full) for name, target, actuals, full in SHAPE_ROWS]
    numbers_only = [(n, l, t, [a for a in actuals if a and a[-1] == t[-1] and "≥" not in a and a[0] not in "≤>九二"], f)
                    for n, l, t, actuals, f in readable if t[-1] not in "日0"]
    standards = [(name, "数量指标", target, actuals, full) for name, target, actuals, full, _ in STANDARD_ROWS]
    for scheme, rows in (("national-2020", national), ("budget-system-cap", numbers_only), ("shapes", shapes), ("standards", standards)):
        plans.append(plan(scheme, rows, rules))

    templates = [filled(scheme, rules, (100, 97.75)) for scheme in ("national-2020", "hubei-2023")]
    unchanged = [county, parted] + [book for book, _, _ in plans + templates]
    out = SCRATCH / "out"
    subprocess.run(["soffice", f"-env:UserInstallation={(SCRATCH / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx",
                    "--outdir", out, *unchanged, *(changed for _, changed, _ in plans + templates)],
                   check=True, capture_output=True, timeout=280)

    formulas = sum(compare_unchanged(book, out / book.name) for book in unchanged)
    numbers = totals = cards = by_standard = 0
    for _, changed, scores in plans:
        workbook = openpyxl.load_workbook(out / changed.name, data_only=True)
        for turn, of_card in enumerate(scores, start=1):
            n, total = compare_changed(workbook.worksheets[turn], f"{changed.name} {turn}", of_card)
            numbers, totals, cards = numbers + n, totals + total, cards + 1
            by_standard += n if changed.name.startswith("standards") else 0
    for _, changed, scores in templates:
        sheet = openpyxl.load_workbook(out / changed.name, data_only=True).worksheets[0]
        n, total = compare_changed(sheet, changed.name, scores)
        if n != len(scores["indicators"]) or not total:
            fail(f"{changed.name}: {n} of {len(scores['indicators'])} rows by number, total {total}")
    print(f"{formulas} formulas recomputed; {cards} changed forms, {numbers} scores and {totals} totals by number, "
          f"{by_standard} by their own standards, {len(failures)} wrong")
    if failures or formulas < 5000 or numbers < 250 or totals < 10 or by_standard < 60:
        sys.exit(1)


main()
