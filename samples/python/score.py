#!/usr/bin/env python3
"""Scores a table of rows (a csv as docs/bulk.md has it) with the standard library and libjiheng.so alone.

  python3 samples/python/score.py build/release/engine/libjiheng.so rules samples/bulk/全县.csv
"""
import csv
import ctypes
import sys

GIVEN = ["方案", "年度", "一级指标", "二级指标", "三级指标", "目标", "完成", "分值"]
EARNED = ["最低得分", "最高得分", "结论", "完成率", "偏离度", "规则", "问题"]
Texts = ctypes.POINTER(ctypes.c_char_p)


class Columns(ctypes.Structure):
    _fields_ = [("rows", ctypes.c_size_t)] + [(name, Texts) for name in GIVEN]


class Points(ctypes.Structure):
    _fields_ = [("rows", ctypes.c_size_t)] + [(name, Texts) for name in EARNED]


library = ctypes.CDLL(sys.argv[1])
rules, said, points = ctypes.c_void_p(), ctypes.c_char_p(), ctypes.POINTER(Points)()
if library.jiheng_open(sys.argv[2].encode(), ctypes.byref(rules), ctypes.byref(said)) != 0:
    sys.exit(said.value.decode())
with open(sys.argv[3], encoding="utf-8-sig", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row.get("行") in (None, "", "指标")]
columns = Columns(len(rows), *((ctypes.c_char_p * len(rows))(*((row.get(name) or "").encode() for row in rows)) for name in GIVEN))
if library.jiheng_score_rows(rules, ctypes.byref(columns), ctypes.byref(points), ctypes.byref(said)) == 2:
    sys.exit(said.value.decode())
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(list(rows[0]) + EARNED)
for i, row in enumerate(rows):
    out.writerow(list(row.values()) + [getattr(points.contents, name)[i].decode() for name in EARNED])
