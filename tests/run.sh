#!/usr/bin/env bash
# Builds everything and runs every test through ctest. Last line: "N passed, N failed"; exit 1 when anything failed or
# nothing ran. JIHENG_PRESET chooses the preset (default release); further arguments go to ctest.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
preset=${JIHENG_PRESET:-release}

fail() { # nothing ran: the count still stands on the last line
  echo "$1" >&2
  echo "0 passed, 1 failed"
  exit 1
}

bash .ci/install build || fail "缺少软件包，测试没有运行。"
[ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" || fail "cmake 配置失败。"
cmake --build "build/$preset" -j "$(nproc)" || fail "编译失败，测试没有运行。"

report=$root/build/$preset/tests.xml
rm -f "$report"
status=0
ctest --test-dir "build/$preset" -j "$(nproc)" --timeout 300 --output-on-failure --no-tests=error \
  --output-junit "$report" "$@" </dev/null || status=$?
[ -f "$report" ] || fail "ctest 没有写出结果。"

count() { grep -c "<testcase .*status=\"$1\"" "$report" || true; }
total=$(grep -c "<testcase " "$report" || true)
passed=$(count run)
skipped=$(grep -c "<skipped" "$report" || true)
failed=$((total - passed - skipped))
if [ "$failed" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$passed" -eq 0 ]; }; then failed=1; fi
[ "$skipped" -eq 0 ] || echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
