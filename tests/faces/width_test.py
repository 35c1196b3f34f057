#!/usr/bin/env python3
"""At COLUMNS=80 no line of a help text or a table for people is wider than 80 columns.
  width_test.py PROGRAM ROOT
Lines of examples are commands and never broken; they must fit as they stand."""
import os
import subprocess
import sys
import unicodedata

program, root = sys.argv[1:3]
WIDTH = 80
CARDS = root + "/scorecards/2023-zijiang"
CARD = root + "/scorecards/2023-tongcheng/p01.yaml"
JOBS = [
    ["--help"],
    ["score", CARD], ["score", CARD, "--trace"],
    ["check", CARDS], ["report", CARD],
    ["whatif", CARD, "--set", "#1.完成=1"],
    ["whatif", CARD, "--sweep", "#1.完成=0..100:10"],
    ["advise", "--history", root + "/samples/advise/2023.yaml", "--targets", root + "/samples/advise/2024.yaml"],
    ["list", "schemes"], ["list", "findings"], ["list", "units"], ["explain", "hubei-2023"],
    ["parse", "≥96%", "12月底前", "明显提高"],
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
for job in JOBS + [[command, "--help"] for command in commands]:
    lines = run(job).splitlines()
    assert lines, job
    wide += [f"{' '.join(job)}: {width(line)}: {line}" for line in lines if width(line) > WIDTH]
assert any(width(line) > WIDTH for line in run(["score", CARDS], 120).splitlines()), "COLUMNS is not read"
print("\n".join(wide))
sys.exit(1 if wide else 0)
