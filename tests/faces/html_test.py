"""The html pages of the program: well-formed, self-contained, accessible, bars as long as their figures.

  tests/faces/html_test.py PROGRAM ROOT"""
import pathlib
import re
import subprocess
import sys
import tempfile

import html_page

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
CARDS = root / "scorecards/2023-tongcheng"
HOSTILE = """类型: 项目
编号: '"><script>alert(1)</script>'
年度: 2023
方案: hubei-2023
项目名称: </title><img src=x onerror=alert(1)>
预算: {单位: 万元, 预算数: 10, 执行数: 9}
偏差原因: "<a href='javascript:alert(1)'>点</a> & \\u202E 完"
绩效指标:
  - {一级: 产出指标, 二级: 数量指标, 三级: "</style></table><b onclick=x>培训", 目标: ≥100人, 完成: 50人, 分值: 40}
  - {一级: 效益指标, 二级: 社会效益指标, 三级: "&lt;就业率&gt; https://example.org", 目标: ≥90%, 完成: 95%, 分值: 20}
  - {一级: 满意度指标, 二级: 满意度指标, 三级: 满意度, 目标: ≥95%, 完成: "76%", 分值: 20}
"""
failures = []


def score(*arguments):
    run = subprocess.run([program, "score", *map(str, arguments), "--format", "html", "--today", "2024-03-01"],
                         capture_output=True, check=False)
    if run.returncode not in (0, 1):
        failures.append(f"{arguments}: exit {run.returncode}: {run.stderr.decode()}")
    return run.stdout.decode("utf-8")


def whatif(*arguments):
    run = subprocess.run([program, "whatif", *map(str, arguments), "--format", "html"], capture_output=True, check=False)
    if run.returncode != 0:
        failures.append(f"{arguments}: exit {run.returncode}: {run.stderr.decode()}")
    return run.stdout.decode("utf-8")


def percent(text):
    return float(re.search(r"(-?[0-9.]+)%", text).group(1))


def bars_are_right(name, page):
    """A bar of the column 得分 is as long as 得分/分值 says, one with a percentage as long as that; at most the whole."""
    count = 0
    for table in page.tables:
        if not table["bars"]:
            continue
        heads = table["heads"][0]
        for row, column, width, label in table["bars"]:
            cells = table["rows"][row]
            if "%" in label:
                want = percent(label)
            elif heads[column] in ("得分", "失分"):
                want = 100 * float(cells[column].split("-")[-1 if heads[column] == "失分" else 0]) / float(
                    cells[heads.index("分值")])
            else:
                want = float(cells[column].split("-")[0])  # a total of 100
            want = max(0.0, min(100.0, want))
            count += 1
            if abs(width - want) > 0.011:
                failures.append(f"{name}: bar of {cells} is {width}, not {want}")
    return count


def check(name, text, least_bars):
    page = html_page.Page(text)
    failures.extend(f"{name}: {p}" for p in page.problems)
    count = bars_are_right(name, page)
    if count < least_bars:
        failures.append(f"{name}: only {count} bars")
    return page


department = score(CARDS)
# 27 forms with a bar for each total and execution line, and two for most of the rows
page = check("department", department, 400)
if len(page.tables) < 27 + 2:
    failures.append(f"department: {len(page.tables)} tables")
# the charts: 26 totals, their execution beside their score, and the one block that lost points: 100 - 98.37
if len(page.charts) != 3:
    failures.append(f"department: {len(page.charts)} charts")
for texts, want in ((page.charts[0]["texts"], ["各项目总分", "总分（分）", "优 ≥90", "98.37"]),
                    (page.charts[1]["texts"], ["执行率与得分率", "执行率、得分率（%）"]),
                    (page.charts[2]["texts"], ["各块失分", "失分（分）", "1.63"])):
    failures += [f"department: no {text!r} in a chart" for text in want if text not in texts]
if page.charts[0]["texts"].count("100.00") != 25 or "p26 就业专项资金县级配套，总分 98.37分" not in page.charts[0]["titles"]:
    failures.append("department: the totals are not those of the projects")
lost = [table["rows"] for table in page.tables if table["heads"][0] == ["块", "失分（分）"]]
if lost != [[["产出指标", "1.63"]]]:
    failures.append(f"department: the table of lost points by block is {lost}")
traced = score(CARDS, "--trace")
check("traced", traced, 400)
if department != score(CARDS):
    failures.append("not the same bytes twice")

# 8 of 10 executed: 20 × 80% = 16, so 98.37 becomes 94.37
page = check("whatif", whatif(CARDS, "--set", "p26:预算.执行数=8"), 0)
(totals,) = [table["rows"] for table in page.tables if table["heads"][0][:2] == ["编号", "名称"]]
if totals[26][:5] != ["p26", "就业专项资金县级配套", "98.37", "94.37", "-4.00"] or totals[25][3:5] != ["100.00", ""]:
    failures.append(f"whatif: the totals are {totals[25:]}")

with tempfile.TemporaryDirectory() as folder:
    card = pathlib.Path(folder) / "card.yaml"
    card.write_text(HOSTILE, encoding="utf-8")
    for option in ([], ["--trace"]):
        text = score(card, *option)
        # 50 of 100 and 76 of 95 with 80.00%, 90% execution
        check("hostile", text, 8)
        for bad in ("<script", "<img", "<b ", "\u202e", "</style></table>"):
            if bad in text:
                failures.append(f"hostile: {bad!r} stands in the page")
        for good in ("&lt;script&gt;alert(1)", "&amp;lt;就业率&amp;gt;", "&lt;/title&gt;&lt;img"):
            if good not in text:
                failures.append(f"hostile: {good!r} is lost")

    scenario = pathlib.Path(folder) / "scenario.yaml"
    scenario.write_text("名称: <b onclick=x>甲\n说明: </title><script>\n改动:\n  - '#1.完成': '<img src=x onerror=alert(1)>50人'\n",
                        encoding="utf-8")
    text = whatif(card, "--scenario", scenario)
    check("hostile scenario", text, 0)
    for bad in ("<script", "<img", "<b ", "</style></table>"):
        if bad in text:
            failures.append(f"hostile scenario: {bad!r} stands in the page")
    if "&lt;img src=x onerror=alert(1)&gt;50人" not in text:
        failures.append("hostile scenario: its value is lost")

# The checker itself must see what is wrong.
for broken in (department.replace("</tr>", "", 1), department.replace("<main>", "<main><script>x</script>", 1),
               department.replace("body{margin:0", "body{margin:1", 1), department.replace('href="#s2"', 'href="#nowhere"', 1),
               department.replace('<th scope="col"', "<th", 1)):
    if broken == department or not html_page.problems(broken):
        failures.append("the checker does not see a broken page")

print("\n".join(failures) if failures else "html: all pages are well")
sys.exit(1 if failures else 0)
