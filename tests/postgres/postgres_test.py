"""The extension on running instances (samples/postgres/run.sh starts them and runs this): each check is a function; the last
line counts them. Environment: PG_PORTS, PG_NODES (data folders), pg_work, pg_tree_bin, pg_run, JIHENG (the program), PGUSER, PGPASSWORD."""
import csv
import decimal
import io
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "parts"))
import checks  # noqa: E402
PORTS = os.environ["PG_PORTS"].split()
NODES = [pathlib.Path(data) for data in os.environ["PG_NODES"].split()]
WORK = pathlib.Path(os.environ["pg_work"])
JIHENG = os.environ["JIHENG"]
WORDS = {"met": "达标", "missed": "未达标", "undetermined": "待核"}
ROW = "scheme, year, level1, level2, name, target, actual, marks"
RANKING = (WORK / "ranking.sql").read_text(encoding="utf-8")


def psql(text, node=0, stop=True, database="postgres"):
    """The answer of psql to a script: what it printed, what it complained of, its exit code."""
    done = subprocess.run(
        ["psql", "-X", "-q", "-At", "-F", "\t", "-v", f"ON_ERROR_STOP={int(stop)}", "-p", PORTS[node], "-d", database, "-f", "-"],
        input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return done.stdout.decode(), done.stderr.decode(), done.returncode


def ask(text, node=0):
    out, complaint, code = psql(text, node)
    assert code == 0, complaint
    return out.rstrip("\n")


def refused(text, words, node=0):
    _, complaint, code = psql(text, node)
    assert code == 3 and words in complaint, (code, complaint)


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def bulk_rows():
    done = subprocess.run([JIHENG, "bulk", WORK / "province.csv"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    rows = [row for row in csv.DictReader(io.StringIO(done.stdout.decode())) if row["三级指标"]]
    assert rows
    return rows


CARD = {
    "类型": "项目", "编号": "p1", "年度": 2023, "方案": "national-2020", "项目名称": "技能培训",
    "预算": {"单位": "万元", "预算数": 100, "执行数": 80},
    "绩效指标": [
        {"一级": "产出指标", "二级": "数量指标", "三级": "培训人数", "目标": "≥100人", "完成": "120人", "分值": 50},
        {"一级": "满意度指标", "三级": "学员满意度", "目标": "≥90%", "完成": "81%", "分值": 40},
    ],
}


def test_functions_give_what_the_form_says():
    # 81/90 of 40 points is 36; 120 of 100 is met; 约240 against ≥400 is open.
    row = "'national-2020', 2023, '满意度指标', '', '学员满意度', '≥90%', '81%', 40"
    assert ask(f"SELECT jiheng_low({row}), jiheng_high({row}), jiheng_status({row})") == "36.00\t36.00\tmissed"
    open_row = "'national-2020', 2023, '产出指标', '数量指标', '培训人数', '≥100人', '', 20"
    assert ask(f"SELECT jiheng_low({open_row}), jiheng_high({open_row}), jiheng_status({open_row})") == "0.00\t20.00\tundetermined"
    assert ask("SELECT jiheng_kind('12月底前'), jiheng_kind('明显提高'), jiheng_kind('\",\"kind\":\"x')").split("\t")[:2] == \
        ["deadline", "qualitative"]
    assert ask("SELECT jiheng_parse('≥96%')->>'op', jiheng_parse('≥1.2万元')->>'scale'") == ">=\t10000"
    assert ask("SELECT jiheng_scheme_version()") == (ROOT / "rules" / "version").read_text().strip()
    assert ask("SELECT jiheng_low('national-2020', NULL, '', '', '', '', '', 1) IS NULL") == "t"


def test_a_card_gives_what_the_program_gives():
    text = ask(f"SELECT {quoted(json.dumps(CARD, ensure_ascii=False))}::jsonb")
    for word, call in (("score", "jiheng_score({}, '')"), ("check", "jiheng_findings({})")):
        done = subprocess.run([JIHENG, word, "-", "--format", "json"], input=text.encode(), stdout=subprocess.PIPE, check=False)
        assert done.returncode == 0
        theirs = done.stdout.decode()
        assert ask(f"SELECT {call.format(quoted(text) + '::jsonb')} = {quoted(theirs)}::jsonb") == "t", theirs
    assert ask(f"SELECT jiheng_score({quoted(text)}, '')->'cards'->0->>'total'") == "94.00"  # 8 + 50 + 36
    assert ask(f"SELECT id, severity, figures->>'完成' IS NULL, places->0->>'indicator' FROM jiheng_check({quoted(text)}) "
               "WHERE id = 'A302'") == "A302\twarning\tt\t学员满意度"
    assert ask(f"SELECT count(*) FROM jiheng_check({quoted(text)})") == \
        ask(f"SELECT jsonb_array_length(jiheng_findings({quoted(text)})->'findings')")


def test_functions_are_declared_as_they_are():
    declared = ask("SELECT proname, provolatile, proisstrict, proparallel, procost FROM pg_proc WHERE proname LIKE 'jiheng%'")
    assert len(declared.splitlines()) == 9, declared
    assert all(line.split("\t")[1:] == ["i", "t", "s", "500"] for line in declared.splitlines()), declared


def test_rows_earn_what_they_earn_in_bulk():
    ours = {}
    for line in ask(f"SELECT id, name, jiheng_low({ROW}), jiheng_high({ROW}), jiheng_status({ROW}) FROM indicator").splitlines():
        card, name, low, high, status = line.split("\t")
        ours[card, name] = low, high, WORDS[status]
    theirs = {(row["编号"], row["三级指标"]): (row["最低得分"], row["最高得分"], row["结论"]) for row in bulk_rows()}
    assert ours == theirs
    assert {status for _, _, status in theirs.values()} == set(WORDS.values())


def test_the_ranking_is_that_of_bulk():
    sums = {}
    for row in bulk_rows():
        unit = sums.setdefault(row["单位名称"], [decimal.Decimal(0)] * 3)
        sums[row["单位名称"]] = [a + decimal.Decimal(row[b]) for a, b in zip(unit, ("最低得分", "最高得分", "分值"))]
    for setting in ("on", "off"):
        ranked = ask(f"SET enable_partitionwise_aggregate = {setting}; {RANKING}").splitlines()
        assert len(ranked) == len(sums)
        for line in ranked:
            unit, _, low, high = line.split("\t")
            marks = sums[unit][2]
            for ours, theirs in ((low, sums[unit][0]), (high, sums[unit][1])):
                exact = (100 * theirs / marks).quantize(decimal.Decimal("0.01"), decimal.ROUND_HALF_UP)
                assert decimal.Decimal(ours) == exact, (unit, ours, exact)


def test_every_node_computes_its_own_rows():
    plan = ask(f"SET enable_partitionwise_aggregate = on; EXPLAIN (VERBOSE, COSTS OFF) {RANKING}")
    remote = [line for line in plan.splitlines() if "Remote SQL" in line]
    assert len(remote) == 2 and all("sum(public.jiheng_low(" in line and "GROUP BY" in line for line in remote), plan
    assert plan.count("Async Foreign Scan") == 2, plan
    few = ask(f"EXPLAIN (VERBOSE, COSTS OFF) SELECT id FROM indicator WHERE jiheng_status({ROW}) = 'missed'")
    remote = [line for line in few.splitlines() if "Remote SQL" in line]
    assert len(remote) == 2 and all("jiheng_status(" in line for line in remote), few


def test_one_instance_uses_all_its_cores():
    query = f"SELECT sum(jiheng_low({ROW})), sum(jiheng_high({ROW})) FROM indicator"
    parallel = "SET min_parallel_table_scan_size = 0; SET parallel_setup_cost = 100; SET parallel_leader_participation = off; "
    plan = ask(f"{parallel} EXPLAIN (VERBOSE, COSTS OFF) {query}", node=1)
    assert "Gather" in plan and "Partial Aggregate" in plan and plan.index("Gather") < plan.index("PARTIAL sum(jiheng_low"), plan
    assert ask(f"{parallel} {query}", node=1) == ask(f"SET max_parallel_workers_per_gather = 0; {query}", node=1)


def test_a_generated_column_and_an_index_hold_the_points():
    assert ask(f"""BEGIN; CREATE TABLE kept (LIKE indicator, low numeric GENERATED ALWAYS AS (jiheng_low({ROW})) STORED);
        INSERT INTO kept SELECT * FROM indicator; CREATE INDEX ON kept (jiheng_status({ROW}));
        SELECT sum(low) = (SELECT sum(jiheng_low({ROW})) FROM indicator) FROM kept; ROLLBACK""", node=1) == "t"


def test_a_view_on_a_node_computes_what_is_only_selected():
    ask(f"CREATE VIEW scored AS SELECT id, name, jiheng_low({ROW}) AS low FROM indicator", node=1)
    ask("CREATE FOREIGN TABLE scored_1 (id text, name text, low numeric) SERVER node1 OPTIONS (table_name 'scored')")
    plan = ask("EXPLAIN (VERBOSE, COSTS OFF) SELECT id, low FROM scored_1")
    assert "Remote SQL: SELECT id, low FROM public.scored" in plan, plan
    assert ask("SELECT sum(low) FROM scored_1") == ask(f"SELECT sum(jiheng_low({ROW})) FROM indicator", node=1)


def test_another_encoding_of_the_server():
    ask("CREATE DATABASE euc ENCODING 'EUC_CN' TEMPLATE template0")
    row = "'national-2020', 2023, '满意度指标', '', '学员满意度', '≥90%', '81%', 40"
    out, complaint, code = psql(f"""SET client_encoding = 'UTF8'; CREATE EXTENSION jiheng;
        SELECT jiheng_low({row}), jiheng_status({row}), jiheng_kind('明显提高'), jiheng_parse('≥３万元')->>'unit',
               jiheng_score({quoted(json.dumps(CARD, ensure_ascii=False))}, '')->'cards'->0->>'title'""", database="euc")
    assert code == 0 and out.strip() == "36.00\tmissed\tqualitative\t元\t技能培训", (out, complaint)
    _, complaint, _ = psql("SET client_encoding = 'UTF8'; SELECT jiheng_low('没有', 2023, '', '', '', '', '', 1)", database="euc")
    assert "没有方案“没有”" in complaint, complaint


def test_what_cannot_be_scored_is_refused_with_its_reason():
    row = "SELECT jiheng_low({}, {}, '产出指标', '数量指标', '培训人数', '≥100人', '120人', {})"
    refused(row.format("'没有'", 2023, 20), "没有方案“没有”")
    refused(row.format("'national-2020'", 23, 20), "年度“23”不是年份")
    refused(row.format("'national-2020'", 2023, "'NaN'"), "不是数")
    refused("SELECT jiheng_score('[]', '')", "没有自评表")
    refused("SELECT jiheng_score('{\"类型\": \"项目\"}', '')", "L110")
    refused(f"SELECT jiheng_score({quoted(json.dumps(CARD))}, '没有')", "C106")
    refused("SELECT * FROM jiheng_check('{\"a\": 1}')", "L108")


def malformed(count):
    """Calls of every function with what is no row and no card, the same every time."""
    chance = random.Random(14)
    pieces = ["≥", "≤", "96%", "万元", "12月", "底前", "～", "-", "1e9", "９", "每", "明显提高", "、", "；", "（", "\t", "\n", "\\", "'",
              '"', "𠮷", "\u202e", "\u0001", "0" * 40, "x" * 300, " ", "", "%s", "{", "}", "[", "null", "年", "。", "力争"]
    keys = ["类型", "编号", "年度", "方案", "项目名称", "预算", "绩效指标", "一级", "三级", "目标", "完成", "分值", "自评表", "年度目标", "x", ""]

    def text():
        return "".join(chance.choice(pieces) for _ in range(chance.randint(0, 8)))

    def value(depth):
        kind = chance.randint(0, 7 if depth < 5 else 4)
        if kind == 0:
            return chance.choice([None, True, False])
        if kind == 1:
            return chance.choice([0, -1, 10**40, 1e300, 2023, 0.1])
        if kind in (2, 3, 4):
            return chance.choice(["项目", "部门", "national-2020", text()])
        if kind == 5:
            return [value(depth + 1) for _ in range(chance.randint(0, 3))]
        return {chance.choice(keys): value(depth + 1) for _ in range(chance.randint(0, 6))}

    def card():
        if chance.random() < 0.5:
            whole = json.loads(json.dumps(CARD))
            target = chance.choice([whole, whole["预算"], *whole["绩效指标"]])
            target[chance.choice(list(target))] = value(2)
            return whole
        return value(0)

    def lit(text_):
        return quoted(text_.replace("\0", ""))

    for i in range(count):
        which = i % 5
        if which == 0:
            yield f"SELECT jiheng_kind({lit(text())}), jiheng_parse({lit(text())}) IS NULL;"
        elif which == 1:
            marks = chance.choice(["20", "-1", "0", "'NaN'", "'Infinity'", "1e30", "0.000000000000000000000001"])
            cells = ", ".join(lit(text()) for _ in range(5))
            scheme = chance.choice(["national-2020", "hubei-2023", "printed-standards", text()])
            yield f"SELECT jiheng_{chance.choice(['low', 'high', 'status'])}({lit(scheme)}, {chance.choice([2023, 0, -1, 2**31 - 1])}, {cells}, {marks});"
        elif which == 2:
            depth = chance.choice([10, 70, 1000, 3000])
            deep = "[" * depth + "]" * depth if i % 100 == 2 else json.dumps(value(0), ensure_ascii=False)
            yield f"SELECT jiheng_score({lit(deep)}, {lit(chance.choice(['', 'national-2020', text()]))}) IS NULL;"
        else:
            call = "jiheng_score({}, '') IS NULL" if which == 3 else "count(*) FROM jiheng_check({})"
            yield f"SELECT {call.format(lit(json.dumps(card(), ensure_ascii=bool(i % 2))))};"


def test_ten_thousand_malformed_inputs_and_the_same_backend():
    count = 10_000
    script = ["SELECT pg_backend_pid();", *malformed(count), "SELECT pg_backend_pid();"]
    out, complaint, code = psql("\n".join(script), node=1, stop=False)
    lines = out.splitlines()
    assert code == 0 and lines[0] == lines[-1], complaint[-500:]
    errors = complaint.count("ERROR:")
    assert errors > count // 4 and len(lines) > count // 4, (errors, len(lines))
    for words in ("connection", "terminated", "crash", "XX000", "程序内部出错"):
        assert words not in complaint, words


def test_pipes():
    targets = "≥96%\n12月底前\n明显提高\n" * 500
    one = subprocess.run([JIHENG, "parse", "-", "--format", "jsonl"], input=targets.encode(), stdout=subprocess.PIPE, check=True)
    page = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")
    env = dict(os.environ, PATH=f"{pathlib.Path(JIHENG).parent}:{os.environ['PATH']}", HOME=str(WORK))
    folder = WORK / "pipes"
    folder.mkdir()
    (folder / "目标.txt").write_text(targets, encoding="utf-8")
    lines = (WORK / "province.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "各县").mkdir()
    cut = 1 + (len(lines) - 1) // 2 // 6 * 6
    for name, rows in (("甲", lines[1:cut]), ("乙", lines[cut:])):
        (folder / "各县" / f"{name}.csv").write_text(lines[0] + "".join(rows), encoding="utf-8")

    def run(command, given=b""):
        assert command in page, f"not on the page: {command}"
        done = subprocess.run(["bash", "-c", command], cwd=folder, env=env, input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    run("parallel --pipe -k --block 10M jiheng parse - --format jsonl < 目标.txt > 读数.jsonl")
    assert (folder / "读数.jsonl").read_bytes() == one.stdout
    run("mkdir -p 得分 && parallel jiheng bulk -q {} -o 得分/{/} ::: 各县/*.csv")
    whole = subprocess.run([JIHENG, "bulk", WORK / "province.csv"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    parts = [(folder / "得分" / f"{name}.csv").read_bytes() for name in ("甲", "乙")]
    assert parts[0] + parts[1].split(b"\n", 1)[1] == whole.stdout
    (folder / "栏目.csv").write_text(lines[0], encoding="utf-8")
    piped = run("sh -c 'cat 栏目.csv - | jiheng bulk -q - | tail -n +2'", "".join(lines[1:]).encode())
    assert piped == whole.stdout.split(b"\n", 1)[1]
    assert run("jiheng parse - --format jsonl", targets.encode()) == one.stdout


def test_a_lost_node_is_an_error_and_no_wrong_sum():
    whole = ask(RANKING)
    session = subprocess.Popen(["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-p", PORTS[0], "-f", "-"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    session.stdin.write(f"SELECT count(*) FROM indicator;\n\\echo ready\n".encode())
    session.stdin.flush()
    while session.stdout.readline().strip() != b"ready":
        pass
    os.kill(int((NODES[2] / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    time.sleep(1)
    out, complaint = session.communicate(f"SELECT 'sum', sum(jiheng_low({ROW})) FROM indicator;\n".encode())
    assert session.returncode == 3 and b"sum" not in out and b"ERROR" in complaint, (out, complaint)
    refused(RANKING, "could not connect to server")
    refused(f"SELECT sum(jiheng_high({ROW})) FROM indicator", "could not connect to server")
    assert ask("SELECT count(*) > 0 FROM indicator_0") == "t"
    start = 'pg_run "$pg_tree_bin/pg_ctl" -s -w -t 60 -D "$0" -l "$0.log" start >/dev/null 2>&1'
    # The sessions of a killed server notice it one by one; until the last has gone its memory is in use and it does not start.
    end = time.monotonic() + 120
    while subprocess.run(["bash", "-c", start, str(NODES[2])], check=False).returncode != 0:
        assert time.monotonic() < end, pathlib.Path(f"{NODES[2]}.log").read_text(encoding="utf-8")[-2000:]
        time.sleep(1)
    assert ask(RANKING) == whole


checks.run(globals())
