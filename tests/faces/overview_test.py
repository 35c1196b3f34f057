"""总览.xlsx of a department set: its figures are those of `jiheng score --format json`, its sums live formulas whose kept
values are right, its texts never formulas.

  tests/faces/overview_test.py PROGRAM ROOT"""
import decimal
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
D = decimal.Decimal
failures = []
CARD = """类型: 项目
编号: '{id}'
年度: 2023
方案: hubei-2023
项目名称: '{title}'
预算: {{单位: {unit}, 预算数: {budget}, 执行数: {executed}}}
绩效指标:
  - {{一级: 产出指标, 二级: 数量指标, 三级: '+培训人数', 目标: ≥100人, 完成: {actual}, 分值: 40}}
  - {{一级: 效益指标, 二级: 社会效益指标, 三级: 就业率, 目标: ≥90%, 完成: 95%, 分值: 20}}
  - {{一级: 满意度指标, 二级: 满意度指标, 三级: 满意度, 目标: ≥95%, 完成: '76%', 分值: 20}}
"""


class Sheet:
    """Cells by address: (text, None) or (number, formula or None)."""

    def __init__(self, book, index):
        shared = ["".join(t.text or "" for t in si.iter(f"{{{NS['m']}}}t"))
                  for si in ET.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", NS)]
        tree = ET.fromstring(book.read(f"xl/worksheets/sheet{index}.xml"))
        self.cells, self.formulas = {}, {}
        for cell in tree.iter(f"{{{NS['m']}}}c"):
            value, formula = cell.find("m:v", NS), cell.find("m:f", NS)
            if formula is not None:
                self.formulas[cell.get("r")] = formula.text
            if value is not None:
                self.cells[cell.get("r")] = shared[int(value.text)] if cell.get("t") == "s" else D(value.text)
        setup = tree.find("m:pageSetup", NS)
        self.prints = (setup.get("paperSize"), setup.get("orientation"))
        self.frozen = tree.find(".//m:pane", NS)
        self.filter = tree.find("m:autoFilter", NS)

    def row(self, number):
        found = {re.sub(r"\d", "", at): value for at, value in self.cells.items() if re.sub(r"\D", "", at) == str(number)}
        return [found.get(chr(ord("A") + i)) for i in range(11)]

    def head(self):
        return next(int(at[1:]) for at, value in self.cells.items() if at[0] == "A" and value in ("编号", "名次"))

    def column(self, letter, first, last):
        return [self.cells.get(f"{letter}{row}") for row in range(first, last + 1)]


def expect(what, got, want):
    if got != want:
        failures.append(f"{what}: {got!r}, not {want!r}")


def run(*arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{arguments}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def overview(cards, folder):
    run("report", cards, "-o", f"{folder}/")
    return zipfile.ZipFile(pathlib.Path(folder) / "总览.xlsx"), json.loads(run("score", cards, "--format", "json"))


def worth(formula, sheet):
    """SUM(range) and ROUND(SUM(a)/SUM(b),n), ROUND(SUMPRODUCT(a,b)/SUM(b),n), as a spreadsheet computes them."""
    def values(text):
        letter, first, last = re.fullmatch(r"([A-Z])(\d+):[A-Z](\d+)", text).groups()
        return [v if isinstance(v, D) else D(0) for v in sheet.column(letter, int(first), int(last))]

    def ratio(above, below, places):
        return (above / below).quantize(D(1).scaleb(-int(places)), rounding=decimal.ROUND_HALF_UP)

    if match := re.fullmatch(r"SUM\(([^()]*)\)", formula):
        return sum(values(match.group(1)))
    if match := re.fullmatch(r"ROUND\(SUM\(([^()]*)\)/SUM\(([^()]*)\),(\d+)\)", formula):
        return ratio(sum(values(match.group(1))), sum(values(match.group(2))), match.group(3))
    match = re.fullmatch(r"ROUND\(SUMPRODUCT\(([^(),]*),([^(),]*)\)/SUM\(\2\),(\d+)\)", formula)
    products = [a * b for a, b in zip(values(match.group(1)), values(match.group(2)))]
    return ratio(sum(products), sum(values(match.group(2))), match.group(3))


def check(name, cards, folder, formulas, in_yuan=()):
    book, scores = overview(cards, folder)
    projects, lost, found = (Sheet(book, i) for i in (1, 2, 3))
    for sheet in (projects, lost, found):
        expect(f"{name} paper", sheet.prints, ("9", "landscape"))
        if sheet.frozen is None or sheet.frozen.get("ySplit") != str(sheet.head()):
            failures.append(f"{name}: the headings are not frozen")
    if projects.filter is None:
        failures.append(f"{name}: no filter")
    cards_of = [card for card in scores["cards"] if card["kind"] == "project"]
    first = projects.head() + 1
    for i, card in enumerate(cards_of):
        row = projects.row(first + i)
        expect(f"{name} id", row[:2], [card["id"], card["title"]])
        per = 10000 if card["id"] in in_yuan else 1  # the columns are 万元, whatever a table is in
        expect(f"{name} money", row[2:4], [D(card["budget"][what]) / per for what in ("planned", "executed")])
        expect(f"{name} rate", row[4], D(card["budget"]["rate"]) / 100)
        total = D(card["total"]) if card["total"] else f"{card['total_low']}-{card['total_high']}"
        expect(f"{name} total", row[5:7], [total, card["grade"]])
    last = first + len(cards_of)
    expect(f"{name} sums", projects.row(last)[0], "合计")
    expect(f"{name} formulas", sorted(projects.formulas), [f"{c}{last}" for c in formulas])
    for sheet in (projects, lost, found):
        for at, formula in sheet.formulas.items():
            if not isinstance(sheet.cells[at], D) or abs(worth(formula, sheet) - sheet.cells[at]) > D("1e-9"):
                failures.append(f"{name} {at}: {formula} is {worth(formula, sheet)}, kept {sheet.cells[at]}")
    # what every line lost, most first
    losses = []
    for card in scores["cards"]:
        lines = [("预算执行", card["budget"]["full_marks"], card["budget"]["score"], card["budget"]["score"])]
        lines += [(r["name"], r["full_marks"], r["score_low"], r["score_high"]) for r in card["indicators"]]
        for row, full, low, high in lines:
            if D(full) > D(low):
                losses.append((D(full) - D(high), D(full) - D(low), card["id"], row))
    losses.sort(key=lambda loss: (-loss[0], -loss[1]))
    got = [lost.row(r) for r in range(lost.head() + 1, lost.head() + 1 + len(losses))]
    for rank, (line, (least, most, card, row)) in enumerate(zip(got, losses), 1):
        expect(f"{name} lost", [line[0], line[1], line[3]], [D(rank), card, row])
        expect(f"{name} points", line[9], least if least == most else f"{least:.2f}-{most:.2f}（待核）")
    certain = sum(least for least, most, _, _ in losses if least == most)
    expect(f"{name} all lost", lost.row(lost.head() + 1 + len(losses))[9], certain)
    return projects, scores


with tempfile.TemporaryDirectory() as folder:
    _, scores = check("county", root / "scorecards/2023-tongcheng", f"{folder}/county", "CDEF")
    expect("county projects", len(scores["cards"]), 27)
    cards = pathlib.Path(folder) / "cards"
    cards.mkdir()
    (cards / "1.yaml").write_text(CARD.format(id="=1+1", title="=cmd()", unit="万元", budget="10", executed="9",
                                              actual="60人"), encoding="utf-8")
    (cards / "2.yaml").write_text(CARD.format(id="@a", title="-4.40", unit="万元", budget="30.5", executed="30.5",
                                              actual="120人"), encoding="utf-8")
    sheet, _ = check("two", cards, f"{folder}/two", "CDEF")
    # 10x(18+24+20+16) + 30.5x(20+40+20+16), by 40.5: 3708 / 40.5 = 91.5556
    expect("average", sheet.row(sheet.head() + 3)[5], D("91.56"))
    # a row that is 待核: a range has no live average; amounts in 元 are shown and added in 万元
    (cards / "3.yaml").write_text(CARD.format(id="k3", title="表", unit="元", budget="100000", executed="100000",
                                              actual="按规定"), encoding="utf-8")
    sheet, _ = check("mixed", cards, f"{folder}/mixed", "CDE", in_yuan=["k3"])
    last = sheet.row(sheet.head() + 4)
    expect("sum in 万元", last[2:4], [D("50.5"), D("49.5")])

print("\n".join(failures) if failures else "总览.xlsx: every figure is that of the scores")
sys.exit(1 if failures else 0)
