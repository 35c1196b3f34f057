#!/usr/bin/env python3
"""Nothing that a person writes on a form is lost: every cell of a template that may be filled in is, each with a text of its own; the
table is imported, scored and written as workbook and Word file, and what comes out has the same text in the same cell. Names of
people, in the line to sign, come out blank.
    free_cells.py PROGRAM ROOT SCRATCH"""

import pathlib
import shutil
import subprocess
import sys

import openpyxl
import yaml

PROGRAM, ROOT, SCRATCH = (pathlib.Path(p).resolve() for p in sys.argv[1:4])
RULES = ("--rules", ROOT / "rules")
SCHEMES = ("hubei-2023", "national-2020", "sichuan-2023")
# Notes of the forms that are written on, by how they begin; the line to sign holds names, which are not taken.
UNIT = "某县第三水利站"
NOTES = {"单位名称：": "单位名称：" + UNIT, "填报日期：": "填报日期：2024年3月15日", "（": "（2023年度）"}
SIGNED = ("填报人：", "审核人：", "单位（盖章）：")
TITLES = {"项目自评表": "2023年度乡镇供水维护项目自评表", "部门整体绩效自评表": "2023年度部门整体绩效自评表"}
failures = []


def check(what, got, expected):
    if got != expected:
        failures.append(what)
        print(f"{what}: {got!r}, expected {expected!r}")


def jiheng(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, cwd=SCRATCH)
    if done.returncode not in (0, 1):
        sys.exit(f"jiheng {arguments}: {done.returncode}\n{done.stderr}")
    return done


def heading_of(sheet, row, column):
    """The nearest text above that is a heading of the column."""
    for r in range(row - 1, 0, -1):
        value = sheet.cell(r, column).value
        if value and sheet.cell(r, column).protection.locked and sheet.cell(r, column).font.bold:
            return str(value)
    return ""


def label_of(sheet, row, column):
    for c in range(column - 1, 0, -1):
        if sheet.cell(row, c).value:
            return str(sheet.cell(row, c).value)
    return ""


def text_for(number, sheet, cell, first_row):
    """A value of the kind the cell asks for, like no other on the form."""
    heading = heading_of(sheet, cell.row, cell.column)
    label = label_of(sheet, cell.row, cell.column)
    in_rows = cell.row >= first_row and any(w in heading for w in ("指标", "完成值", "权重", "分值", "评定", "单位", "原因"))
    if in_rows and heading.startswith("评定"):
        return {first_row: "85%", first_row + 1: "不适用"}.get(cell.row)
    if in_rows and heading.startswith("指标性质"):
        return "≥"
    if in_rows and heading == "指标值":
        return str(1000 + number)
    if in_rows and heading.startswith("度量单位"):
        return "处"
    if in_rows and heading.startswith(("年初目标值", "年度指标值")):
        return f"≥{1000 + number}处"
    if in_rows and heading.startswith(("实际完成值", "完成值")):
        return f"{1000 + number}处"
    if in_rows and heading.startswith(("分值", "权重")):
        return 1
    if in_rows:
        return f"第{number}格的文字"
    if label in ("单位名称", "部门名称"):  # the Hubei form asks for it twice
        return UNIT
    if label in ("基本支出总额", "项目支出总额"):
        return 700 + number
    if "执行数" in heading:
        return 3000 + number
    if "预算数" in heading:
        return 5000 + number
    if heading in ("分值", "权重", "得分") or heading.startswith("得分"):
        return number
    if heading.startswith(("执行率", "预算执行率")):
        return f"{number}.5%"
    return f"第{number}格的文字"


def fill(scheme, kind, path):
    template = path.with_stem(path.stem + "-空")
    jiheng("template", "--scheme", scheme, *RULES, *(["--department"] if kind == "部门" else []), "-o", template)
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    first_row = next(c.row for row in sheet.iter_rows() for c in row if str(c.value).startswith("三级指标")) + 1
    filled = {}
    signed = 0
    for row in sheet.iter_rows():
        for cell in row:
            if cell.protection.locked or isinstance(cell, openpyxl.cell.cell.MergedCell):
                continue
            text = str(cell.value or "")
            if text.startswith(SIGNED):
                cell.value = text + {"填报人：": "张三", "审核人：": "李四"}.get(text, "")
                signed += 1
                continue
            value = next((new for old, new in (NOTES | TITLES).items() if old in text), None)
            if value is None:
                value = text_for(len(filled) + 10, sheet, cell, first_row)
            if value is not None:
                cell.value = value
                if not heading_of(sheet, cell.row, cell.column).startswith(("分值", "权重")) or cell.row < first_row:
                    filled[cell.coordinate] = str(value)  # the marks of a row that does not apply go to the others
    check(f"{path.stem}: cells to sign", signed, 3)
    if scheme == "hubei-2023" and kind == "项目":  # the title names the project
        name = next(v for at, v in filled.items() if label_of(sheet, sheet[at].row, sheet[at].column) == "项目名称")
        title = sheet["A1"]
        title.value = filled["A1"] = f"2023年度{name}项目自评表"
    book.save(path)
    return filled


def shown(cell):
    value = cell.value
    return "" if value is None else str(value)


def compare(what, path, filled):
    sheet = openpyxl.load_workbook(path).worksheets[0]
    for at, text in filled.items():
        check(f"{what} {at}", shown(sheet[at]), text)
    everything = " ".join(shown(c) for row in sheet.iter_rows() for c in row)
    check(f"{what}: names of people", [n for n in ("张三", "李四") if n in everything], [])


def main():
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    cells = 0
    for scheme in SCHEMES:
        for kind in ("项目", "部门"):
            name = f"{scheme}-{kind}"
            path = SCRATCH / f"{name}.xlsx"
            filled = fill(scheme, kind, path)
            cells += len(filled)
            card = yaml.load(jiheng("import", path, *RULES).stdout, Loader=yaml.BaseLoader)
            check(f"{name}: the scheme it was made for", card.get("方案"), scheme)
            jiheng("score", path, *RULES, "--format", "xlsx", "-o", SCRATCH / f"{name}-计分.xlsx")
            compare(f"{name} xlsx", SCRATCH / f"{name}-计分.xlsx", filled)
            jiheng("score", path, *RULES, "--format", "docx", "-o", SCRATCH / f"{name}.docx")
            again = jiheng("score", SCRATCH / f"{name}.docx", "--scheme", scheme, *RULES, "--format", "xlsx", "-o",
                           SCRATCH / f"{name}-经Word.xlsx")
            compare(f"{name} docx", SCRATCH / f"{name}-经Word.xlsx", filled)
    print(f"{cells} free cells of {2 * len(SCHEMES)} templates, {len(failures)} lost or changed")
    if failures or cells < 500:
        sys.exit(1)


main()
