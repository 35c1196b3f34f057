"""Jiheng in a pipe from and to ClickHouse, on the server of samples/clickhouse/run.sh, which runs this: each check is a function; the
last line counts them. Environment: ch_port, ch_work, ch_password, and `jiheng` on the PATH."""
import collections
import csv
import decimal
import io
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "parts"))
import checks  # noqa: E402
SAMPLE = ROOT / "samples" / "clickhouse"
WORK = pathlib.Path(os.environ["ch_work"])
CLIENT = ["clickhouse-client", "--host", "127.0.0.1", "--port", os.environ["ch_port"], "--password", os.environ["ch_password"],
          "--multiquery", "--query"]


def ask(query, given=b""):
    """The rows of the answer, cells as text."""
    done = subprocess.run([*CLIENT, query], input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return list(csv.reader(io.StringIO(done.stdout.decode())))


def bulk():
    done = subprocess.run(["jiheng", "bulk", "-q", WORK / "province.csv"], stdout=subprocess.PIPE, check=False)
    return list(csv.reader(io.StringIO(done.stdout.decode())))


def test_rows_earn_what_they_earn_in_bulk():
    ours = ask("SELECT * FROM scored FORMAT CSVWithNames")
    theirs = bulk()
    assert ours[0] == theirs[0]
    assert sorted(ours[1:]) == sorted(theirs[1:]) and len(ours) == 1 + 30 * 20 * 8  # six indicators, execution, total


def test_the_ranking_is_that_of_bulk():
    head, *rows = bulk()
    sums = collections.defaultdict(lambda: [decimal.Decimal(0)] * 3)
    for row in (dict(zip(head, row)) for row in rows):
        if row["三级指标"]:
            sums[row["单位名称"]] = [a + decimal.Decimal(row[b]) for a, b in zip(sums[row["单位名称"]], ("最低得分", "最高得分", "分值"))]
    ranked = ask((SAMPLE / "ranking.sql").read_text(encoding="utf-8") + " FORMAT CSV")
    assert len(ranked) == len(sums) == 30
    for unit, tables, low, high in ranked:
        assert tables == "20"
        for ours, theirs in ((low, sums[unit][0]), (high, sums[unit][1])):
            exact = 100 * theirs / sums[unit][2]
            assert abs(decimal.Decimal(ours) - exact) < decimal.Decimal("0.0001"), (unit, ours, exact)


def test_the_dictionary_reads_targets():
    def kind(target):
        quoted = target.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
        return ask(f"SELECT dictGetString('jiheng_kind', 'kind', tuple('{quoted}')) FORMAT CSV")[0][0]

    for target, said in (("≥96%", "quantity"), ("12月底前", "deadline"), ("明显提高", "qualitative"), ("“胡写”\"", "unreadable")):
        assert kind(target) == said, (target, kind(target))
    # Nothing rather than the kind of another text: what ClickHouse writes with a stroke does not come back as it was.
    assert kind("≥96%\n12月底前") == kind("'≥96%'") == kind("\\≥96%") == ""
    of_rows = {target: word for target, word in
               ask("SELECT DISTINCT `目标`, dictGetString('jiheng_kind', 'kind', tuple(`目标`)) FROM indicator FORMAT CSV")}
    lines = subprocess.run(["jiheng", "parse", "-", "--format", "jsonl"], input="\n".join(of_rows).encode(), stdout=subprocess.PIPE, check=True)
    assert of_rows == {read["text"]: read["kind"] for read in map(json.loads, lines.stdout.splitlines())} and len(of_rows) > 50


def test_a_bad_row_stays_out_and_the_others_are_scored():
    ask("CREATE TABLE bad AS indicator")
    rows = ["b1,甲,2023,national-2020,甲局,产出指标,数量指标,培训人数,≥100人,120人,90",
            "b2,乙,2023,national-2020,乙局,产出指标,数量指标,培训人数,≥100人,120人,九十"]
    ask("INSERT INTO bad FORMAT CSV", "\n".join(rows).encode())
    # As the sample does it, from the one table to the other.
    script = (SAMPLE / "score.sh").read_text(encoding="utf-8").replace("FROM indicator", "FROM bad").replace("INTO scored", "INTO kept")
    ask("CREATE TABLE kept AS scored")
    # 错误.csv stands where it was run
    done = subprocess.run(["bash", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=WORK, check=False)
    kept = dict(ask("SELECT `编号`, `得分` FROM kept WHERE `三级指标` = '培训人数' FORMAT CSV"))
    assert kept == {"b1": "90.00", "b2": ""}, (kept, done.stderr.decode())
    assert "九十" in done.stderr.decode(), done.stderr.decode()


def test_the_page_shows_what_is_run():
    page = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")
    command = "sql --query 'SELECT * FROM indicator ORDER BY `编号` FORMAT CSVWithNames' | jiheng bulk -q - |\n  sql --query 'INSERT INTO scored FORMAT CSVWithNames'"
    assert command in page and command in (SAMPLE / "score.sh").read_text(encoding="utf-8")
    dictionary = (SAMPLE / "jiheng_dictionary.xml").read_text(encoding="utf-8")
    command = "<command>jiheng parse - --format jsonl | jq -r '[.text, .kind] | @tsv'</command>"
    assert command in page and command in dictionary


checks.run(globals())
