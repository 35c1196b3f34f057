#!/usr/bin/env bash
# The pipes to and from ClickHouse on the server of samples/clickhouse/run.sh. JIHENG_PRESET chooses the preset of the program (default
# release).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec bash samples/clickhouse/run.sh python3 tests/clickhouse/clickhouse_test.py
