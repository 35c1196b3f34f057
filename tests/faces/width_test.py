#!/usr/bin/env python3
"""At COLUMNS=80 no line of a help text or a table for people is wider than 80 columns.
  width_test.py PROGRAM ROOT
Lines of examples are commands and never broken; they must fit as they stand."""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import unicodedata

program, root = sys.argv[1:3]
WIDTH = 80
CARDS = root + "/scorecards/2023-zijiang"
CARD = root + "/scorecards/2023-tongcheng/p01.yaml"
FOLDERS = sorted(str(f) for f in pathlib.Path(root, "scorecards").iterdir() if f.is_dir())
# One old office file is as good as all: each costs a call of LibreOffice.
DOCUMENTS = sorted(str(f) for f in pathlib.Path(root, "samples/documents").iterdir() if f.suffix not in (".doc", ".rtf", ".wps", ".et"))
SCHEME = ["--scheme", "national-2020"]
JOBS = [
    ["--help"], ["--version"],
    ["score", CARD], ["score", CARD, "--trace"], ["score", *FOLDERS], ["check", *FOLDERS],
    *[[command, folder] for folder in FOLDERS for command in ("score", "check", "report")],
    ["score", CARDS, "--trace"], ["report", CARDS, "--part", "决算摘要"],
    ["score", root + "/samples/documents", *SCHEME], ["check", root + "/samples/documents", *SCHEME],
    *[[command, document, *SCHEME] for document in DOCUMENTS for command in ("score", "check", "report")],
    *[["whatif", cards, *more]
      for cards in (CARD, CARDS + "/p01.yaml", CARDS + "/dept.yaml", root + "/scorecards/2023-tongcheng/p26.yaml")
      for more in (["--set", "#1.完成=1"], ["--sweep", "#1.完成=0..100:10"],
                   ["--sweep", "#1.完成=0..100:10", "--sweep", "#2.完成=0..100:25"],
                   ["--solve", "总分=90", "--vary", "#1.完成"], ["--sensitivity"],
                   ["--simulate", "200", "--uncertain", "全部=±5%"])],
    *[["whatif", folder, *more] for folder in (FOLDERS[0], CARDS)
      for more in (["--set", "p01:#1.完成=1"], ["--sensitivity"], ["--simulate", "50", "--uncertain", "全部=±5%"])],
    ["whatif", CARD, *[word for s in sorted(pathlib.Path(root, "samples/scenarios").glob("*.yaml"))
                       for word in ("--scenario", str(s))]],
    ["advise", "--history", root + "/samples/advise/2023.yaml", "--targets", root + "/samples/advise/2024.yaml"],
    ["advise", "--history", root + "/scorecards/2023-tongcheng", "--targets", root + "/scorecards/2024-tongcheng"],
    ["list", "schemes"], ["list", "findings"], ["list", "units"],
    *[["explain", name.stem] for name in sorted(pathlib.Path(root, "rules").glob("*-*.yaml"))],
    *[["explain", page.stem] for page in sorted(pathlib.Path(root, "docs/findings").glob("*.md"))[::4]],
    ["parse", "≥96%", "12月底前", "明显提高"],
    ["parse", "1670元/月，500元/月", "2021年1月1日至12月31日每月5日前按规定足额发放到每一名符合条件的对象手中", "9001084.123456789元/人/月"],
]


def run(words, columns=WIDTH):
    env = dict(os.environ, COLUMNS=str(columns), LC_ALL="C.UTF-8")
    return subprocess.run([program, *words], capture_output=True, text=True, env=env, check=False).stdout


def width(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


help_text = run(["--help"])
lines = help_text.split("\n命令\n", 1)[1].split("\n\n")[0].splitlines()
commands = [line.split()[0] for line in lines if line[2] != " "]
assert "score" in commands and "completion" in commands, commands
wide = []
jobs = JOBS + [[command, "--help"] for command in commands]
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    results = list(pool.map(run, jobs))
silent = [" ".join(job) for job, text in zip(jobs, results) if not text]
for job, text in zip(jobs, results):
    lines = text.splitlines()
    wide += [f"{' '.join(job)}: {width(line)}: {line}" for line in lines if width(line) > WIDTH]
assert any(width(line) > WIDTH for line in run(["score", CARDS], 120).splitlines()), "COLUMNS is not read"
print("\n".join(wide))
if len(silent) * 10 > len(jobs):  # a document of targets cannot be scored, a word cannot be swept
    print("nothing was shown by:\n" + "\n".join(silent))
    sys.exit(1)
sys.exit(1 if wide else 0)
