#!/usr/bin/env bash
# Rows a CPU second of `jiheng bulk` beside DuckDB and mawk that do the regular expression and the ratio alone: three rounds, one
# after the other, on the same rows. A line each: who, CPU seconds, seconds, largest memory in KB.
#   bash tests/bench/peers.sh PROGRAM [ROWS]      DUCKDB: a command that runs the SQL of its standard input
set -euo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mawk -v rows="${2:-1000000}" -v new=30 -v seed=1 -f "$here/rows.awk" >rows.csv
measured() {
  /usr/bin/time -a -o "$work/times" -f "$1 %U + %S  %e  %M" "${@:2}"
}
for _ in 1 2 3; do
  measured mawk mawk -f "$here/ratio.awk" rows.csv >mawk.csv
  [ -z "${DUCKDB:-}" ] || measured duckdb sh -c "$DUCKDB" <"$here/ratio.sql"
  measured bulk "$program" bulk -q rows.csv -o bulk.csv --force
done
sort -s -k1,1 times
