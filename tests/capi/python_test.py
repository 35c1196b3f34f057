"""The sample in Python against `jiheng bulk` on the same rows, and what libjiheng.so shows to the outside.

  python_test.py LIBRARY JIHENG ROOT
"""
import csv
import io
import pathlib
import re
import subprocess
import sys

library, jiheng, root = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
table = root / "samples" / "bulk" / "全县.csv"


def rows_of(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    assert done.returncode in (0, 1), command
    return list(csv.DictReader(io.StringIO(done.stdout.decode())))


scored = rows_of(sys.executable, root / "samples" / "python" / "score.py", library, root / "rules", table)
bulk = [row for row in rows_of(jiheng, "bulk", table) if row["行"] == "指标"]
assert len(scored) == len(bulk) > 0
WORDS = {"met": "达标", "missed": "未达标", "undetermined": "待核"}
for ours, theirs in zip(scored, bulk):
    for column in ("编号", "三级指标", "最低得分", "最高得分", "规则"):
        assert ours[column] == theirs[column], (column, ours, theirs)
    assert WORDS[ours["结论"]] == theirs["结论"], (ours, theirs)
    for column in ("完成率", "偏离度"):
        assert (float(ours[column]) if ours[column] else None) == (float(theirs[column]) if theirs[column] else None)
    assert ours["问题"] == ""

header = (root / "engine" / "capi" / "jiheng.h").read_text(encoding="utf-8")
named = set(re.findall(r"\b(jiheng_\w+)\(", header[header.index('extern "C"'):]))
shown = subprocess.run(["nm", "-D", "--defined-only", library], stdout=subprocess.PIPE, check=True).stdout.decode()
symbols = {name for _, kind, name in map(str.split, shown.splitlines()) if kind.isupper()} - {"JIHENG_0"}  # small letters: local
assert symbols == {name + "@@JIHENG_0" for name in named}, (symbols, named)
dynamic = subprocess.run(["readelf", "-d", library], stdout=subprocess.PIPE, check=True).stdout.decode()
assert "[libjiheng.so.0]" in dynamic, dynamic
assert "TEXTREL" not in dynamic, dynamic
print(f"{len(scored)} rows, {len(named)} names")
