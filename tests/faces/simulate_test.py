"""The draws of `jiheng whatif --simulate` made again from their published definition (docs/whatif-simulate.md), with big
integers and the four rules of one small card written out by hand: every figure of the JSON must be the same.
    python3 tests/faces/simulate_test.py PROGRAM ROOT
"""
import json
import math
import pathlib
import subprocess
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()
SEED = 987654321987654321
DRAWS = 3001
CARD = """类型: 项目
编号: k1
年度: 2023
方案: national-2020
项目名称: 劳动仲裁办案
预算: {单位: 万元, 预算数: 20, 执行数: 18}
绩效指标:
  - {一级: 产出指标, 二级: 数量指标, 三级: 受理案件数, 目标: ≥160件, 完成: 150件, 分值: 30}
  - {一级: 产出指标, 二级: 质量指标, 三级: 结案率, 目标: ≥96%, 完成: 97%, 分值: 20}
  - {一级: 效益指标, 二级: 社会效益指标, 三级: 群众知晓率, 目标: 提高, 完成: 提高, 分值: 30}
  - {一级: 满意度指标, 二级: 服务对象满意度指标, 三级: 满意率, 目标: ≥90%, 完成: 92%, 分值: 10}
"""
STATED = ["受理案件数.完成=150±10", "结案率.完成=±5%", "满意率.完成=85,88,92.5", "预算.执行数=17.0..19.0"]


def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        p, q = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [q >> 32 ^ c[1] ^ k[0], q & 0xFFFFFFFF, p >> 32 ^ c[3] ^ k[1], p & 0xFFFFFFFF]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return c


def words(number):
    return number & 0xFFFFFFFF, number >> 32


def drawn(stream, draw, values):
    block = philox(words(draw // 2) + words(stream), words(SEED))
    low, high = block[2 * (draw % 2) :][:2]
    return values[(low | high << 32) * len(values) >> 64]


def points(full, actual, target):
    share = min(Decimal(actual) / Decimal(target), Decimal(1))
    return (full * share).quantize(Decimal("0.01"), ROUND_HALF_UP)


def total(draw):
    cases = drawn(1, draw, range(140, 161))
    closed = drawn(2, draw, range(93, 101))  # 97 ± 4.85, not above 100
    content = drawn(4, draw, [Decimal(85), Decimal(88), Decimal("92.5")])
    executed = drawn(0, draw, range(170, 191))  # tenths
    return points(30, cases, 160) + points(20, closed, 96) + 30 + points(10, content, 90) + points(10, executed, 200)


totals = sorted(total(d) for d in range(DRAWS))
mean = sum(totals) / DRAWS
spread = math.sqrt(sum(float(t - mean) ** 2 for t in totals) / DRAWS)
at = lambda percent: totals[max(0, -(-DRAWS * percent // 100) - 1)]
expected = {
    "mean": str(mean.quantize(Decimal("0.0001"), ROUND_HALF_UP)),
    "standard_deviation": f"{spread:.4f}",
    "quantiles": [{"percent": p, "total": f"{at(p):.2f}"} for p in (0, 5, 25, 50, 75, 95, 100)],
}
with tempfile.TemporaryDirectory() as folder:
    (pathlib.Path(folder) / "card.yaml").write_text(CARD, "utf-8")
    options = [part for text in STATED for part in ("--uncertain", text)]
    command = [PROGRAM, "whatif", "card.yaml", "--rules", ROOT / "rules", "--format", "json"]
    command += ["--simulate", str(DRAWS), "--seed", str(SEED), *options]
    found = json.loads(subprocess.run(command, cwd=folder, check=True, capture_output=True).stdout)
card = found["cards"][0]
wrong = [f"{key}: {card['low'][key]} is not {value}" for key, value in expected.items() if card["low"][key] != value]
for bin_ in card["low"]["bins"]:
    low, high = Decimal(bin_["from"]), Decimal(bin_["to"])
    count = sum(low <= t < high or (bin_ is card["low"]["bins"][-1] and t == high) for t in totals)
    if count != bin_["count"]:
        wrong.append(f"[{low}, {high}): {bin_['count']} is not {count}")
top = sum(t >= 90 for t in totals)
if card["grades"][0]["count_low"] != top:
    wrong.append(f"优: {card['grades'][0]} is not {top}")
print("\n".join(wrong) or f"{DRAWS} draws made again: the same")
sys.exit(1 if wrong or len(set(totals)) < 100 else 0)
