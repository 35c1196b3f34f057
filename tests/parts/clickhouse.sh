#!/usr/bin/env bash
# The pipes to and from ClickHouse on the server of samples/clickhouse/run.sh. JIHENG_PRESET chooses the preset of the program (default
# release).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
shown=$(mktemp)
trap 'rm -f "$shown"' EXIT
bash samples/clickhouse/run.sh python3 tests/clickhouse/clickhouse_test.py >"$shown" || true
cat "$shown"
[[ $(tail -n 1 "$shown") =~ ^[0-9]+\ passed,\ [0-9]+\ failed$ ]] || echo "0 passed, 1 failed"
