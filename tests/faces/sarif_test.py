"""SARIF of `jiheng check`: held to sarif_subset.schema.json, to the sentences of the standard a schema cannot say, to the JSON
of the same check; fingerprints are unique in a run and stay when lines and files move.

  tests/faces/sarif_test.py PROGRAM ROOT"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

program, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
SCHEMA = json.loads((root / "tests/faces/sarif_subset.schema.json").read_text(encoding="utf-8"))
validator = jsonschema.Draft7Validator(SCHEMA)
failures = []


def run(*arguments, folder=root):
    done = subprocess.run([program, "check", *map(str, arguments)], cwd=folder, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{arguments}: exit {done.returncode}: {done.stderr.decode()}")
    return json.loads(done.stdout)


def problems(log):
    found = [e.message[:200] for e in validator.iter_errors(log)]
    if found:
        return found
    (one,) = log["runs"]
    rules = {r["id"] for r in one["tool"]["driver"]["rules"]}
    used = {r["ruleId"] for r in one["results"]}
    if rules != used:
        found.append(f"rules {sorted(rules)} are not the ids of the results {sorted(used)}")
    prints = [json.dumps(r["partialFingerprints"], sort_keys=True) for r in one["results"]]
    if len(set(prints)) != len(prints):
        found.append("a fingerprint stands twice")
    return found


def prints(log):
    return sorted(r["partialFingerprints"]["tableIndicatorId/v1"] for r in log["runs"][0]["results"])


def check(name, *arguments, folder=root):
    log = run(*arguments, "--format", "sarif", folder=folder)
    failures.extend(f"{name}: {p}" for p in problems(log))
    plain = run(*arguments, "--format", "json", folder=folder)
    want = [f["id"] for key in ("findings", "waived", "gone") for f in plain.get(key, [])]
    got = [r["ruleId"] for r in log["runs"][0]["results"]]
    if got != want:
        failures.append(f"{name}: results {got}, in the JSON {want}")
    return log


county = check("county", "scorecards/2023-tongcheng")
check("good", "samples/good")
check("samples", *sorted(bad.relative_to(root) for bad in (root / "samples/findings").glob("A*/bad.check.*")))

with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    cards = (root / "samples/findings/A304/bad.check.yaml").read_text(encoding="utf-8")
    (folder / "初").mkdir()
    (folder / "改").mkdir()
    (folder / "初/自评 表.yaml").write_text(cards, encoding="utf-8")
    (folder / "改/second.yaml").write_text("# 一行\n\n" + cards, encoding="utf-8")
    first = check("first", "初", folder=folder)
    second = check("second", "改", folder=folder)
    if prints(first) != prints(second):
        failures.append(f"other lines, other fingerprints: {set(prints(first)) ^ set(prints(second))}")
    lines = [[r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in log["runs"][0]["results"]]
             for log in (first, second)]
    if lines[1] != [line + 2 for line in lines[0]]:
        failures.append(f"the lines did not move: {lines}")
    (folder / "改/second.yaml").write_text(cards.replace("项目名称: 技能培训补贴", "项目名称: 就业补贴", 1), encoding="utf-8")
    renamed = prints(check("renamed", "改", folder=folder))
    if renamed == prints(first):
        failures.append("another table, the same fingerprints")

    (folder / "初/自评 表.yaml").write_text(cards.replace("自报总分: 90", "自报总分: 91", 1), encoding="utf-8")
    (folder / "上次.json").write_text(json.dumps(run("初", "--format", "json", folder=folder)), encoding="utf-8")
    again = check("baseline", "改", "--baseline", "上次.json", folder=folder)
    states = {r.get("baselineState") for r in again["runs"][0]["results"]}
    if states != {"unchanged", "absent"}:
        failures.append(f"states {states}")
    table = root / "samples/findings/A104/bad.check.yaml"
    waived = check("waived", table, "--waivers", root / "samples/findings/A901/good.waivers.yaml")
    if [r["suppressions"][0]["kind"] for r in waived["runs"][0]["results"]] != ["external"]:
        failures.append("what is waived is not suppressed")

# The schema must refuse what the standard refuses.
(result, *_) = county["runs"][0]["results"]


def broken(change):
    log = copy.deepcopy(county)
    change(log, log["runs"][0]["results"][0])
    return log


BROKEN = [
    lambda log, r: log.pop("version"),
    lambda log, r: log.update(version="2.0.0"),
    lambda log, r: log.update(note="x"),
    lambda log, r: log["runs"][0].pop("tool"),
    lambda log, r: log["runs"][0]["tool"]["driver"].pop("name"),
    lambda log, r: log["runs"][0]["tool"]["driver"]["rules"].append(log["runs"][0]["tool"]["driver"]["rules"][0]),
    lambda log, r: log["runs"][0].update(columnKind="bytes"),
    lambda log, r: r.pop("message"),
    lambda log, r: r.update(message="x"),
    lambda log, r: r.update(level="fatal"),
    lambda log, r: r.update(baselineState="fixed"),
    lambda log, r: r.update(severity="x"),
    lambda log, r: r["relatedLocations"].append(r["relatedLocations"][0]),
    lambda log, r: r["locations"][0]["physicalLocation"]["region"].update(startLine=0),
    lambda log, r: r["locations"][0]["physicalLocation"]["region"].update(startLine="1"),
    lambda log, r: r["locations"][0]["physicalLocation"]["artifactLocation"].update(uri="初/a.yaml"),
    lambda log, r: r.update(partialFingerprints={"a": 1}),
    lambda log, r: r.update(partialFingerprints=log["runs"][0]["results"][1]["partialFingerprints"]),
    lambda log, r: r.update(ruleId="A999"),
]
for number, change in enumerate(BROKEN):
    if not problems(broken(change)):
        failures.append(f"broken log {number} passes")

print("\n".join(failures) if failures else "sarif: all logs are well")
sys.exit(1 if failures else 0)
