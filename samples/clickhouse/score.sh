#!/usr/bin/env bash
# What samples/clickhouse/run.sh runs: the rows of a card lie together (ORDER BY), leave as CSV, are scored as they come, and go into
# the table of results.
set -euo pipefail
sql --query 'SELECT * FROM indicator ORDER BY `编号` FORMAT CSVWithNames' | jiheng bulk -q - |
  sql --query 'INSERT INTO scored FORMAT CSVWithNames'
