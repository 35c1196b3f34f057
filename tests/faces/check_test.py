"""The faces of `jiheng check` for people: the page and the workbook say what its JSON says, in the same order within a table;
texts of documents are neither markup nor formulas; the same bytes twice.

  tests/faces/check_test.py PROGRAM ROOT    (the Python that has openpyxl)"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import html_page
import openpyxl

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
HOSTILE = """自评表:
  - 类型: 项目
    编号: "=cmd|' /C calc'!A0"
    年度: 2023
    方案: national-2020
    项目名称: '</td><script>alert(1)</script>'
    单位名称: '@SUM(A1)'
    预算: {单位: 万元, 预算数: 50, 执行数: 50, 自报执行率: 100%, 自报得分: 10}
    绩效指标:
      - {一级: 产出指标, 二级: 数量指标, 三级: '=1+1', 目标: ≥300人, 完成: 240人, 分值: 50, 自报得分: 50}
      - {一级: 效益指标, 二级: 社会效益指标, 三级: '-2+3', 目标: ≥60%, 完成: 54%, 分值: 30, 自报得分: 30}
      - {一级: 满意度指标, 二级: 服务对象满意度指标, 三级: '<b>满意度', 目标: ≥90%, 完成: 90%, 分值: 10, 自报得分: 10}
    自报总分: 88
    偏差原因: '=HYPERLINK("http://example.org")'
"""
WAIVER = """豁免:
  - {编号: A203, 位置: {表: '</td><script>alert(1)</script>', 指标: '-2+3'}, 原因: '=A1<br>', 谁: '+绩效科', 日期: 2024-03-01}
"""
SEVERITY = {"error": "错误", "warning": "警告", "note": "提示"}
failures = []


def expect(what, got, want):
    if got != want:
        failures.append(f"{what}: {got!r}, not {want!r}")


def run(*arguments):
    done = subprocess.run([program, "check", *map(str, arguments)], capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{arguments}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def level(finding):
    return SEVERITY[finding["severity"]] + ("，待核" if finding["certainty"] == "review" else "")


def severity_of(text):
    return (["错误", "警告", "提示"].index(text.split("，")[0]), "待核" in text)


def check_page(name, text, findings):
    page = html_page.Page(text)
    failures.extend(f"{name} page: {p}" for p in page.problems)
    if "<script" in text:
        failures.append(f"{name} page: a script")
    kinds, tables = page.tables[0], page.tables[1]
    expect(f"{name} page kinds", {(r[0], r[2]) for r in kinds["rows"]},
           {(i, str(n)) for i, n in collections.Counter(f["id"] for f in findings).items()})
    expect(f"{name} page counts", sum(int(c) for r in tables["rows"] for c in r[1:4]), len(findings))
    groups = [t for t in page.tables[2:] if t["heads"][0][0] == "级别"]
    expect(f"{name} page groups", len(groups), len(tables["rows"]))
    shown = []
    for group in groups:
        at = group["heads"][0].index("发现")
        expect(f"{name} page order", [severity_of(r[0]) for r in group["rows"]],
               sorted(severity_of(r[0]) for r in group["rows"]))
        shown += [(r[0], r[1], r[at]) for r in group["rows"]]
    expect(f"{name} page findings", sorted(shown), sorted((level(f), f["id"], f["message"]) for f in findings))


def check_book(name, path, findings):
    book = openpyxl.load_workbook(path)
    sheet = book["审核表"]
    expect(f"{name} first sheet", book.sheetnames[:3], ["审核表", "按表汇总", "按种类汇总"])
    for each in book:
        expect(f"{name} {each.title} paper", (each.page_setup.orientation, each.page_setup.paperSize), ("landscape", 9))
        expect(f"{name} {each.title} width", (each.sheet_properties.pageSetUpPr.fitToPage, each.page_setup.fitToHeight), (True, 0))
        for row in each.iter_rows():
            for cell in row:
                if cell.data_type == "f" and not re.fullmatch(r"=SUM\([A-Z]+\d+:[A-Z]+\d+\)", cell.value):
                    failures.append(f"{name} {each.title} {cell.coordinate}: a formula {cell.value}")
    head = next(c.row for c in sheet["A"] if c.value == "序号")
    heads = [c.value for c in sheet[head]]
    rows = [dict(zip(heads, (c.value for c in r))) for r in sheet.iter_rows(min_row=head + 1)]
    expect(f"{name} numbers", [r["序号"] for r in rows], list(range(1, len(findings) + 1)))
    expect(f"{name} findings", sorted((r["级别"], r["编号"], r["发现"]) for r in rows),
           sorted((level(f), f["id"], f["message"]) for f in findings))
    expect(f"{name} rows", sorted(r["指标"] or "" for r in rows),
           sorted(f["where"][0]["indicator"] or "" for f in findings))
    expect(f"{name} left to the reviewer", {tuple(r[h] for h in ("处理意见", "说明", "处理人", "处理日期")) for r in rows}, {(None,) * 4})
    expect(f"{name} frozen", sheet.freeze_panes, f"C{head + 1}")
    expect(f"{name} repeated", sheet.print_title_rows, f"${head}:${head}")
    last = openpyxl.utils.get_column_letter(len(heads))
    expect(f"{name} filter", sheet.auto_filter.ref, f"A{head}:{last}{head + len(rows)}")
    (rule,) = sheet.data_validations.dataValidation
    column = openpyxl.utils.get_column_letter(heads.index("处理意见") + 1)
    cells = [column + str(head + 1 + i) for i in range(len(rows))]
    expect(f"{name} choices", (rule.type, rule.formula1, all(c in rule.sqref for c in cells), column + str(head) in rule.sqref),
           ("list", '"属实,不属实,需说明,已改正"', True, False))
    if sum(d.width for d in sheet.column_dimensions.values()) > 200:
        failures.append(f"{name}: wider than can be read on one page")
    kinds = book["按种类汇总"]
    counted = {r[0].value: r[2].value for r in kinds.iter_rows(min_row=3) if re.fullmatch("[A-Z]\\d{3}", str(r[0].value))}
    expect(f"{name} kinds", counted, dict(collections.Counter(f["id"] for f in findings)))
    return book


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "in").mkdir()
    (folder / "in/card.yaml").write_text(HOSTILE, encoding="utf-8")
    (folder / "豁免.yaml").write_text(WAIVER, encoding="utf-8")
    earlier = folder / "earlier.json"
    earlier.write_bytes(run(root / "samples/findings/A104/bad.check.yaml", folder / "in/card.yaml", "--format", "json"))
    cases = {"county": [root / "scorecards/2023-tongcheng"], "stock": [root / "samples/findings/A304/bad.check.yaml"],
             "hostile": [folder / "in", "--waivers", folder / "豁免.yaml"],
             "again": [folder / "in", "--baseline", earlier], "good": [root / "samples/good"]}
    for name, operands in cases.items():
        result = json.loads(run(*operands, "--format", "json"))
        found = result["findings"]
        page = run(*operands, "--format", "html")
        expect(f"{name} page twice", page == run(*operands, "--format", "html"), True)
        books = [folder / f"{name}{i}.xlsx" for i in (1, 2)]
        for book in books:
            run(*operands, "--format", "xlsx", "-o", book)
        expect(f"{name} book twice", books[0].read_bytes() == books[1].read_bytes(), True)
        if not found:
            failures.extend(f"{name} page: {p}" for p in html_page.problems(page.decode()))
            expect(f"{name} sheet", [c.value for c in openpyxl.load_workbook(books[0])["审核表"]["A"]][1], "查了 5 张表，没有发现。")
            continue
        check_page(name, page.decode(), found)
        book = check_book(name, books[0], found)
        if name == "hostile":
            expect("waived", [w["id"] for w in result["waived"]], ["A203"])
            (row,) = [r for r in book["已豁免"].iter_rows(values_only=True) if r[0] == "A203"]
            expect("waived row", row[3:], ("=A1<br>", "+绩效科", "2024-03-01"))
            if b"&lt;b&gt;" not in page and "<b>满意度" in str(found):
                failures.append("hostile page: <b> is lost")
        if name == "again":
            head = next(c.row for c in book["审核表"]["A"] if c.value == "序号")
            expect("states", {r[3] for r in book["审核表"].iter_rows(min_row=head + 1, values_only=True)}, {"仍在"})
            expect("gone", [r[0] for r in book["上次有、这次没有"].iter_rows(min_row=3, values_only=True)],
                   [g["id"] for g in result["gone"]])
            expect("gone states", {g["state"] for g in result["gone"]}, {"not_submitted"})

print("\n".join(failures) if failures else "check: page and workbook are well")
sys.exit(1 if failures else 0)
