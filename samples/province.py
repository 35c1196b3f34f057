#!/usr/bin/env python3
"""A made-up province as rows of docs/bulk.md, the same for the same numbers: province.py UNITS TABLES_A_UNIT [SEED]"""
import csv
import random
import sys

ROWS = [  # level1, level2, name, unit, marks
    ("产出指标", "数量指标", "培训人数", "人", 20),
    ("产出指标", "质量指标", "合格率", "%", 15),
    ("产出指标", "时效指标", "完成时间", "月底前", 15),
    ("产出指标", "成本指标", "人均成本", "元/人", 10),
    ("效益指标", "社会效益指标", "就业人数", "人", 20),
    ("满意度指标", "服务对象满意度指标", "学员满意度", "%", 10),
]


def cells(unit, chance):
    if unit == "月底前":
        return f"{chance.randint(6, 12)}月底前", f"{chance.randint(6, 12)}月"
    if unit == "%":
        target = chance.randint(80, 98)
        return f"≥{target}%", f"{chance.randint(70, 100)}%"
    target = chance.randint(2, 60) * (100 if unit == "元/人" else 10)
    actual = target * chance.randint(60, 130) // 100
    sign = "≤" if unit == "元/人" else "≥"
    return f"{sign}{target}{unit}", chance.choice([f"{actual}{unit}", f"{actual}{unit}", f"约{actual}{unit}"])


def main():
    units, tables = int(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("编号 名称 年度 方案 单位名称 一级指标 二级指标 三级指标 目标 完成 分值".split())
    for u in range(units):
        for t in range(tables):
            for level1, level2, name, unit, marks in ROWS:
                target, actual = cells(unit, chance)
                out.writerow([f"u{u}-{t}", f"第{t}号项目", 2023, "national-2020", f"第{u}局", level1, level2, name, target,
                              actual, marks])


main()
