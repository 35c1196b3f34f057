#!/usr/bin/env bash
# The extension for PostgreSQL on the three instances of samples/postgres/run.sh: what its functions give, plans, hostile input, a
# lost node; and the pipes of docs/database.md. JIHENG_PRESET chooses the preset of the program (default release).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec bash samples/postgres/run.sh python3 tests/postgres/postgres_test.py
