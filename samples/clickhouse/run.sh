#!/usr/bin/env bash
# Scores a made-up province that stands in ClickHouse: a server on loopback in a temporary folder, its rows through `jiheng bulk`
# and back into a table, the kinds of the targets through a dictionary that asks `jiheng parse`. Shows a ranking of the units, then
# stops the server. A command behind it is run while it stands: its environment has the port, the folder and the password. JIHENG_PRESET
# chooses the preset of the program (default release), JIHENG_UNITS and JIHENG_TABLES the size.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$root/build/${JIHENG_PRESET:-release}
cd "$root"

bash .ci/install program
bash .ci/install clickhouse
[ -f "$build/build.ninja" ] || cmake --preset "${JIHENG_PRESET:-release}" >/dev/null
cmake --build "$build" -j "$(nproc)" --target jiheng >"$build/clickhouse.log" 2>&1 || { tail -n 40 "$build/clickhouse.log" >&2 && exit 2; }
export PATH=$build/engine:$PATH LC_ALL=C.UTF-8

ch_work=$(mktemp -d "${TMPDIR:-/tmp}/jiheng-ch-XXXXXX")
ch_server=
stop() {
  [ -z "$ch_server" ] || { kill "$ch_server" && wait "$ch_server"; } 2>/dev/null || true
  rm -rf "$ch_work"
}
trap stop EXIT
mkdir "$ch_work/data" "$ch_work/tmp"
ch_password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
read -r ch_port ch_http < <(python3 -c '
import socket
ports = [socket.socket() for _ in range(2)]
for s in ports:
    s.bind(("127.0.0.1", 0))
print(*(s.getsockname()[1] for s in ports))')
export ch_work ch_port ch_password

cat >"$ch_work/config.xml" <<XML
<yandex>
  <logger><level>warning</level><log>$ch_work/server.log</log><errorlog>$ch_work/errors.log</errorlog></logger>
  <listen_host>127.0.0.1</listen_host><tcp_port>$ch_port</tcp_port><http_port>$ch_http</http_port>
  <path>$ch_work/data/</path><tmp_path>$ch_work/tmp/</tmp_path><mark_cache_size>67108864</mark_cache_size>
  <users_config>$ch_work/users.xml</users_config><default_profile>default</default_profile>
  <default_database>default</default_database><dictionaries_config>$root/samples/clickhouse/*_dictionary.xml</dictionaries_config>
</yandex>
XML
(
  umask 077
  cat >"$ch_work/users.xml" <<XML
<yandex>
  <profiles><default/></profiles><quotas><default/></quotas>
  <users><default><password>$ch_password</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
</yandex>
XML
)
echo "启动一个 ClickHouse……"
clickhouse-server --config-file="$ch_work/config.xml" >"$ch_work/out.log" 2>&1 &
ch_server=$!

# sql OPTION…: clickhouse-client on that server, its input or --query.
sql() { clickhouse-client --host 127.0.0.1 --port "$ch_port" --password "$ch_password" --multiquery "$@"; }
export -f sql
for _ in $(seq 600); do
  kill -0 "$ch_server" 2>/dev/null || { cat "$ch_work"/*.log >&2 && exit 2; }
  ! sql --query 'SELECT 1' >/dev/null 2>&1 || break
  sleep 0.1
done

python3 samples/province.py "${JIHENG_UNITS:-30}" "${JIHENG_TABLES:-20}" >"$ch_work/province.csv"
sql --query "$(cat samples/clickhouse/tables.sql)"
sql --query 'INSERT INTO indicator FORMAT CSVWithNames' <"$ch_work/province.csv"
echo "计分：取出来，算，写回去……"
bash samples/clickhouse/score.sh
echo "目标值的种类："
sql --query "$(cat samples/clickhouse/kinds.sql) FORMAT PrettyCompactNoEscapes"
echo "各单位得分率的前十名："
sql --query "$(cat samples/clickhouse/ranking.sql) LIMIT 10 FORMAT PrettyCompactNoEscapes"

[ $# -eq 0 ] || "$@"
