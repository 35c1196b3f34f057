#!/usr/bin/env bash
# The extension for PostgreSQL on the three instances of samples/postgres/run.sh: what its functions give, plans, hostile input, a
# lost node; and the pipes of docs/database.md. JIHENG_PRESET chooses the preset of the program (default release).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
shown=$(mktemp)
trap 'rm -f "$shown"' EXIT
bash samples/postgres/run.sh python3 tests/postgres/postgres_test.py >"$shown" || true
cat "$shown"
[[ $(tail -n 1 "$shown") =~ ^[0-9]+\ passed,\ [0-9]+\ failed$ ]] || echo "0 passed, 1 failed"
