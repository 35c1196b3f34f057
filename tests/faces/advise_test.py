"""The workbook of `jiheng advise` is what its JSON says, row by row, and nothing of a document in it runs.
    python3 tests/faces/advise_test.py PROGRAM ROOT    (the Python that has openpyxl)
"""
import json
import pathlib
import subprocess
import sys
import tempfile
from decimal import Decimal

import openpyxl

PROGRAM, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
HEADS = ["判断", "表", "年度目标", "指标", "本年目标", "以前：目标→完成", "占完成值", "说明", "对应", "建议目标", "其他建议",
         "照上年再做一年", "采用的目标", "理由"]
HOSTILE = """类型: 项目
编号: "=cmd|' /C calc'!A0"
年度: {year}
方案: national-2020
项目名称: '@SUM(A1)'
单位名称: '+某局'
绩效指标:
  - {{一级: 产出指标, 二级: 数量指标, 三级: '=1+1', 目标: ≥300人次{first}, 分值: 50}}
  - {{一级: 效益指标, 二级: 社会效益指标, 三级: '-2+3', 目标: '=HYPERLINK("http://example.org")'{second}, 分值: 30}}
  - {{一级: 满意度指标, 二级: 满意度指标, 三级: '<b>满意度', 目标: ≥90%{third}, 分值: 10}}
"""
failures = []


def expect(what, found, wanted):
    if found != wanted:
        failures.append(f"{what}: {found!r}, not {wanted!r}")


def run(*arguments):
    done = subprocess.run([PROGRAM, "advise", *map(str, arguments)], capture_output=True, text=True, check=False)
    expect(f"exit of {arguments}", (done.returncode, done.stderr.split("已写入")[0]), (0, ""))
    return done.stdout


def check(name, history, targets, folder):
    sides = ["--history", history, "--targets", targets]
    items = json.loads(run(*sides, "--format", "json"))["items"]
    path = folder / f"{name}.xlsx"
    run(*sides, "--format", "xlsx", "-o", path)
    sheet = openpyxl.load_workbook(path)["目标建议"]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                failures.append(f"{name} {cell.coordinate}: a formula {cell.value}")
    head = next(c.row for c in sheet["A"] if c.value == "判断")
    expect(f"{name} heads", [c.value for c in sheet[head]], HEADS)
    rows = [dict(zip(HEADS, (c.value or "" for c in r))) for r in sheet.iter_rows(min_row=head + 1)]
    expect(f"{name} rows", len(rows), len(items))
    for number, (row, item) in enumerate(zip(rows, items)):
        at = f"{name} row {number + 1}"
        for column, key in [("判断", "judgement"), ("年度目标", "section"), ("指标", "indicator"), ("本年目标", "target"),
                            ("说明", "why"), ("采用的目标", "proposal")]:
            expect(f"{at} {column}", str(row[column]), item[key] or "")
        if item["title"] not in row["表"]:
            failures.append(f"{at}: {row['表']!r} is not {item['title']!r}")
        shown = row["占完成值"]  # a percentage: 0.1036 shown as 10.36%
        expect(f"{at} 占完成值", Decimal(str(shown)) * 100 if shown != "" else None,
               Decimal(item["ratio"]) if item["ratio"] else None)
        for year in item["history"]:
            if str(year["actual"]) not in row["以前：目标→完成"]:
                failures.append(f"{at}: {year['actual']} of {year['year']} is not in {row['以前：目标→完成']!r}")
        expect(f"{at} 理由", row["理由"], "")
    return items


with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch)
    county = check("county", ROOT / "scorecards/2023-tongcheng", ROOT / "scorecards/2024-tongcheng", folder)
    first = county[0]
    expect("county first", (first["target"], first["history"][0]["actual"], first["judgement"], first["proposal"]),
           ("≥500 份", "4824 份", "明显偏低", "≥4824 份"))
    (folder / "2023.yaml").write_text(HOSTILE.format(year=2023, first=", 完成: 820人次", second=", 完成: '=2+2'",
                                                     third=", 完成: 95%"), encoding="utf-8")
    (folder / "2024.yaml").write_text(HOSTILE.format(year=2024, first="", second="", third=""), encoding="utf-8")
    hostile = check("hostile", folder / "2023.yaml", folder / "2024.yaml", folder)
    expect("hostile names", {i["indicator"] for i in hostile}, {"=1+1", "-2+3", "<b>满意度"})
    expect("hostile judgement", [i["judgement"] for i in hostile if i["indicator"] == "=1+1"], ["明显偏低"])

for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)
