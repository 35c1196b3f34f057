#!/usr/bin/env python3
"""docs/scorecard.schema.json against every shipped card, against the examples of docs/scorecard.md, and against
broken cards that it must refuse. Usage: scorecard_schema_test.py ROOT"""

import copy
import json
import pathlib
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """As an editor reads it: dates stay text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":value"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

CARD = {
    "类型": "项目",
    "年度": 2023,
    "项目名称": "甲",
    "填报日期": "2024年2月26日",
    "预算": {"单位": "万元", "预算数": 5, "执行数": 5},
    "绩效指标": [{"一级": "产出指标", "三级": "乙", "目标": "≥96%", "分值": 2.5, "评定": "85%", "不适用": "否",
                  "计算数据": {"年初数": -1}, "子项": {"制度健全": "是"}}],
}

# Where in CARD, and what is put there; None takes the key away.
BROKEN = [
    (["类型"], "单位"), (["类型"], None), (["项目名称"], None), (["项目名称"], ""), (["年度"], 23), (["年度"], "二〇二三"),
    (["填报日期"], "二月"), (["没有的键"], 1), (["年度目标"], []), (["预算", "执行数"], -1), (["预算", "执行数"], "21,468.3"),
    (["预算", "单位"], "万"), (["预算", "执形数"], 5), (["绩效指标"], "没有"), (["绩效指标", 0, "一级"], None),
    (["绩效指标", 0, "三级"], ""), (["绩效指标", 0, "分值"], "2分"), (["绩效指标", 0, "分值"], -2),
    (["绩效指标", 0, "评定"], "120%"), (["绩效指标", 0, "评定"], 0.85), (["绩效指标", 0, "不适用"], "对"),
    (["绩效指标", 0, "目标"], ["≥96%"]), (["绩效指标", 0, "目标"], "字" * 2001),
    (["绩效指标", 0, "计算数据"], {"年初数": "很多"}), (["绩效指标", 0, "计算数据"], {"年初数": ""}),
    (["绩效指标", 0, "子项"], {"制度健全": ""}), (["绩效指标", 0, "子项"], {"制度健全": "有"}),
]


def main(root):
    schema = json.loads((root / "docs/scorecard.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    failures = []

    def valid(card, what):
        for error in validator.iter_errors(card):
            best = jsonschema.exceptions.best_match([error])
            failures.append(f"{what}: {'/'.join(map(str, best.absolute_path))}: {best.message}")

    files = sorted((root / "scorecards").rglob("*.yaml"))
    if len(files) < 27:
        failures.append(f"only {len(files)} cards under scorecards/")
    for path in files:
        valid(yaml.load(path.read_text(encoding="utf-8"), Loader), path.relative_to(root))

    page = (root / "docs/scorecard.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", page, re.S)
    for number, text in enumerate(examples, 1):
        card = yaml.load(text, Loader)
        if "类型" not in card and "自评表" not in card:
            card = {"类型": "项目", "项目名称": "例", **card}
        valid(card, f"docs/scorecard.md example {number}")

    properties = set()
    for definition in schema["definitions"].values():
        properties |= set(definition.get("properties", {}))
    rows = "\n".join(line for line in page.splitlines() if line.startswith("| "))
    for key in sorted(properties - {"预算", "绩效指标"}):
        if f"\n| {key} | " not in "\n" + rows:
            failures.append(f"docs/scorecard.md has no row for {key}")
    text = "\n".join(examples)
    for key in sorted(properties):
        if not re.search(rf"(^|[ {{-]){key}:", text + "\n" + rows.replace("`", " "), re.M):
            failures.append(f"docs/scorecard.md has no example of {key}")

    valid(CARD, "the card to be broken")
    for path, value in BROKEN:
        card = copy.deepcopy(CARD)
        place = card
        for step in path[:-1]:
            place = place[step]
        if value is None:
            del place[path[-1]]
        else:
            place[path[-1]] = value
        if validator.is_valid(card):
            failures.append(f"not refused: {'/'.join(map(str, path))} = {str(value)[:40]}")

    print("\n".join(failures) or f"{len(files)} cards, {len(examples)} examples, {len(BROKEN)} broken cards")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
