#!/usr/bin/env bash
# Rows a second of jiheng_low and jiheng_status in one backend and in parallel, on the rows of rows.awk; ROWS says how many (default
# a million). CPU seconds are those of the backends and their workers, which do not move with what else the machine does.
#   bash samples/postgres/run.sh bash tests/bench/postgres_rows.sh
set -euo pipefail
rows=${ROWS:-1000000}
read -ra ports <<<"$PG_PORTS"
read -ra nodes <<<"$PG_NODES"
ask() { psql -X -q -At -v ON_ERROR_STOP=1 -p "${ports[1]}" "$@"; }
postmaster=$(head -n 1 "${nodes[1]}/postmaster.pid")
# Of all sessions that have ended, in hundredths of a second.
ended() { awk '{sub(/.*\) /, ""); print $14 + $15}' "/proc/$postmaster/stat"; }

ask -c "CREATE TABLE bench (id text, title text, year int, scheme text, line text, level1 text, level2 text, name text, target text,
  actual text, marks numeric, claimed numeric)"
mawk -v rows="$rows" -v new=30 -v seed=1 -f tests/bench/rows.awk | ask -c "\\copy bench FROM STDIN (FORMAT csv, HEADER)"
ask -c "DELETE FROM bench WHERE line <> '指标'" -c "VACUUM ANALYZE bench"
rows=$(ask -c "SELECT count(*) FROM bench")
row="scheme, year, level1, level2, name, target, actual, marks"
for of in "sum(marks)" "sum(jiheng_low($row))" "count(*) FILTER (WHERE jiheng_status($row) = 'met')"; do
  for workers in 0 1; do
    plan=$(ask -c "SET max_parallel_workers_per_gather = $workers" -c "EXPLAIN SELECT $of FROM bench")
    [ "$workers" = 0 ] || [[ $plan = *Gather* ]]
    sleep 1
    before=$(ended)
    start=$(date +%s%N)
    ask -c "SET max_parallel_workers_per_gather = $workers" -c "SELECT $of FROM bench" >/dev/null
    end=$(date +%s%N)
    sleep 1
    after=$(ended)
    awk -v name="$of" -v w="$workers" -v rows="$rows" -v wall=$((end - start)) -v cpu=$((after - before)) \
      'BEGIN { sub(/\(scheme.*marks\)/, "(…)", name); printf "%-50s %d + %d processes: %.2f s, CPU %.2f s, %.0f rows a CPU second\n", name, 1, w, wall / 1e9, cpu / 100, rows / (cpu / 100) }'
  done
done
