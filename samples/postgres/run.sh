#!/usr/bin/env bash
# Scores a made-up province in PostgreSQL: three instances on loopback in a temporary folder, the rows spread over them by unit
# (postgres_fdw), the functions of the extension run where the rows are. Shows the plan and a ranking of the units, then
# stops the instances. A command behind it is run while they stand: its environment has their ports and folders. JIHENG_PRESET chooses
# the preset of the program (default release), JIHENG_UNITS and JIHENG_TABLES the size.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$root/build/${JIHENG_PRESET:-release}
cd "$root"

bash .ci/install program
bash .ci/install postgres
cmake --preset "${JIHENG_PRESET:-release}" -DJIHENG_POSTGRES=ON >/dev/null
cmake --build "$build" -j "$(nproc)" --target jiheng jiheng_sql >"$build/postgres.log" 2>&1 ||
  { tail -n 40 "$build/postgres.log" >&2 && exit 2; }
version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" "$build/sql/jiheng.control")

source samples/postgres/cluster.sh
echo "启动三个 PostgreSQL 实例……"
start_nodes 3 "shared_preload_libraries = 'jiheng-$version'" # read once for all backends of the first

columns="id text NOT NULL, title text, year integer, scheme text, unit text NOT NULL, level1 text, level2 text, name text,
         target text, actual text, marks numeric"
for node in 0 1 2; do
  sql $node -c "CREATE EXTENSION jiheng"
done
for node in 1 2; do
  sql $node -c "CREATE TABLE indicator ($columns)"
done
# The first instance holds a part of the rows itself and asks the others for theirs.
sql 0 <<SQL
CREATE EXTENSION postgres_fdw;
CREATE TABLE indicator ($columns) PARTITION BY HASH (unit);
CREATE TABLE indicator_0 PARTITION OF indicator FOR VALUES WITH (MODULUS 3, REMAINDER 0);
SQL
for node in 1 2; do
  sql 0 <<SQL
CREATE SERVER node$node FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '${pg_ports[$node]}',
  dbname 'postgres', extensions 'jiheng', async_capable 'true', use_remote_estimate 'true', batch_size '1000');
CREATE USER MAPPING FOR CURRENT_USER SERVER node$node OPTIONS (user '$PGUSER', password '$PGPASSWORD');
CREATE FOREIGN TABLE indicator_$node PARTITION OF indicator FOR VALUES WITH (MODULUS 3, REMAINDER $node)
  SERVER node$node OPTIONS (table_name 'indicator');
SQL
done

python3 samples/province.py "${JIHENG_UNITS:-30}" "${JIHENG_TABLES:-20}" >"$pg_work/province.csv"
sql 0 -c "\\copy indicator (id, title, year, scheme, unit, level1, level2, name, target, actual, marks) FROM '$pg_work/province.csv' (FORMAT csv, HEADER)"
for node in 0 1 2; do sql $node -c "ANALYZE"; done

cat >"$pg_work/ranking.sql" <<'SQL'
SELECT unit AS 单位, count(DISTINCT id) AS 表数,
       round(100 * sum(jiheng_low(scheme, year, level1, level2, name, target, actual, marks)) / sum(marks), 2) AS 最低得分率,
       round(100 * sum(jiheng_high(scheme, year, level1, level2, name, target, actual, marks)) / sum(marks), 2) AS 最高得分率
FROM indicator GROUP BY unit ORDER BY 最低得分率 DESC, unit
SQL
echo "怎样算（每个实例算自己的行，只送回各单位的和）："
sql 0 -At -c "SET enable_partitionwise_aggregate = on" -c "EXPLAIN (VERBOSE, COSTS OFF) $(cat "$pg_work/ranking.sql")" |
  sed -n '/Foreign Scan\|Remote SQL\|Seq Scan/p'
echo "各单位得分率的前十名："
sql 0 -c "SET enable_partitionwise_aggregate = on" -c "$(cat "$pg_work/ranking.sql") LIMIT 10"

if [ $# -gt 0 ]; then
  export -f pg_run
  export pg_work pg_tree_bin PG_PORTS="${pg_ports[*]}" PG_NODES="${pg_nodes[*]}" JIHENG=$build/engine/jiheng
  "$@"
fi
