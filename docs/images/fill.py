"""Fills in the template of the manual as a clerk would.

  docs/images/fill.py TEMPLATE.xlsx DRAFT.xlsx FINAL.xlsx"""
import sys

import openpyxl

template, draft, final = sys.argv[1:]
ACTUAL = ["72场", "4824个", "96.5%", "2024年12月20日", "0.54万元", "7.5%", "常态化"]
REASONS = {
    "I15": "新增有效读者证超过目标较多，是因为全县中小学统一办证延续到 2024 年，目标仍按往年定。",
    "I19": "到馆读者增长率没有达到目标，是因为 7、8 月馆舍维修，闭馆五周；2025 年把维修安排在淡季。"}


def fill(satisfaction, reasons, path):
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    sheet["F7"] = 38.6
    for row, text in enumerate([*ACTUAL, satisfaction], 14):
        sheet[f"F{row}"] = text
    for cell, text in reasons.items():
        sheet[cell] = text
    book.save(path)


fill("较好", {}, draft)
fill("92%", REASONS, final)
