#!/usr/bin/env python3
"""Counts what ctest ran, case by case, and names what failed. Last line: "N passed, N failed"; exit 1 when anything failed
or nothing ran.

    tests/count.py CTEST_REPORT RESULTS EXIT

CTEST_REPORT is what ctest --output-junit wrote, EXIT its exit code, RESULTS the folder where each test program leaves its
cases as <entry>.xml. An entry that is a test program (its name ends in _test, or _test.N for a shard) counts as its cases; one
that ended without a report, or badly without a failed case, counts as one failure. Every other entry is one case.
"""
import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path


def cases_of(report):
    """(name, state) of each case of a gtest report; state passed, failed or skipped. None: no whole report."""
    try:
        root = xml.parse(report).getroot()
    except (OSError, xml.ParseError):
        return None
    cases = []
    for case in root.iter("testcase"):
        name = f"{case.get('classname')}.{case.get('name')}"
        if case.find("failure") is not None:
            cases.append((name, "failed"))
        elif case.get("status") == "run" and case.find("skipped") is None:
            cases.append((name, "passed"))
        else:
            cases.append((name, "skipped"))
    return cases


def states_of(entry, results):
    """(name, state) of all that one ctest entry stands for."""
    name, ran = entry.get("name"), entry.get("status") == "run"
    if not re.search(r"_test(\.\d+)?$", name):
        state = "passed" if ran else "skipped" if entry.find("skipped") is not None else "failed"
        return [(name, state)]
    cases = cases_of(results / f"{name}.xml")
    if cases is None:
        return [(f"{name} (ended before its last case)", "failed")]
    if not any(state != "skipped" for _, state in cases):
        return [(f"{name} (ran no case)", "failed")]
    if not ran and all(state != "failed" for _, state in cases):
        cases.append(("(ended badly after its last case)", "failed"))
    return [(f"{name} {case}", state) for case, state in cases]


def main(report, results, status):
    states = []
    try:
        for entry in xml.parse(report).getroot().iter("testcase"):
            states += states_of(entry, Path(results))
    except (OSError, xml.ParseError) as error:
        states.append((f"no report of ctest: {error}", "failed"))
    failed = [name for name, state in states if state == "failed"]
    passed = sum(state == "passed" for _, state in states)
    if not failed and passed == 0:
        failed.append("no test ran")
    if not failed and status != "0":
        failed.append(f"ctest ended with {status}")
    for name in failed:
        print(f"FAILED: {name}")
    skipped = sum(state == "skipped" for _, state in states)
    if skipped:
        print(f"{skipped} skipped")
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
