#!/usr/bin/env python3
"""What tests/count.py makes of reports: of programs that passed, failed, crashed or ran nothing, and of no report at all."""
import subprocess
import sys
import tempfile
from pathlib import Path

COUNT = Path(__file__).with_name("count.py")
PASSED = '<testcase name="X" classname="S" status="run" result="completed"/>'
FAILED = '<testcase name="Y" classname="S" status="run"><failure message="1 is not 2"/></testcase>'
SKIPPED = '<testcase name="Z" classname="S" status="run"><skipped/></testcase>'
CASES = [  # entries as name -> (status of ctest, its report or None), exit code of ctest, what is printed
    ({"a_test": ("run", PASSED * 3), "docs": ("run", None)}, 0, "4 passed, 0 failed"),
    ({"a_test": ("run", PASSED + SKIPPED)}, 0, "1 skipped\n1 passed, 0 failed"),
    ({"a_test.2": ("fail", PASSED + FAILED)}, 8, "FAILED: a_test.2 S.Y\n1 passed, 1 failed"),
    ({"a_test": ("fail", None)}, 8, "FAILED: a_test (ended before its last case)\n0 passed, 1 failed"),
    ({"a_test": ("run", None)}, 0, "FAILED: a_test (ended before its last case)\n0 passed, 1 failed"),
    ({"a_test": ("fail", PASSED)}, 8, "FAILED: a_test (ended badly after its last case)\n1 passed, 1 failed"),
    ({"a_test": ("run", "")}, 0, "FAILED: a_test (ran no case)\n0 passed, 1 failed"),
    ({"docs": ("fail", None)}, 8, "FAILED: docs\n0 passed, 1 failed"),
    ({}, 0, "FAILED: no test ran\n0 passed, 1 failed"),
    ({"docs": ("run", None)}, 8, "FAILED: ctest ended with 8\n1 passed, 1 failed"),
]


def count(report, results, status):
    return subprocess.run([sys.executable, COUNT, report, results, str(status)], capture_output=True, text=True)


def main():
    wrong = 0
    for entries, status, expected in CASES:
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder, "tests.xml")
            lines = "".join(f'<testcase name="{name}" status="{ran}"/>' for name, (ran, _) in entries.items())
            report.write_text(f"<testsuite>{lines}</testsuite>")
            for name, (_, cases) in entries.items():
                if cases is not None:
                    Path(folder, f"{name}.xml").write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>")
            done = count(report, folder, status)
            right = done.stdout == expected + "\n" and done.returncode == (" 0 failed" not in expected)
            if not right:
                print(f"{entries}: expected\n{expected}\ngot {done.returncode}\n{done.stdout}{done.stderr}")
                wrong += 1
    if count("nowhere.xml", ".", 0).stdout.splitlines()[-1] != "0 passed, 1 failed":
        print("a missing report must be a failure")
        wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
