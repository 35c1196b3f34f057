#!/usr/bin/env bash
# Builds and runs the tests. No word: the engine. A word names another part: a script of tests/parts/; `all`: the engine and
# every part. Last line: "N passed, N failed", test cases counted one by one; exit 1 when anything failed or nothing ran.
# JIHENG_PRESET chooses the preset of the engine (default release).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
preset=${JIHENG_PRESET:-release}

fail() { # nothing ran: the count still stands on the last line
  echo "$1"
  echo "0 passed, 1 failed"
  exit 1
}

engine() {
  bash .ci/install build || fail "缺少软件包，测试没有运行。"
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" || fail "cmake 配置失败。"
  cmake --build "build/$preset" -j "$(nproc)" || fail "编译失败，测试没有运行。"

  local report=$root/build/$preset/tests.xml results=$root/build/$preset/tests/results status=0
  rm -rf "$report" "$results"
  ctest --test-dir "build/$preset" -j "$(nproc)" --timeout 1200 --output-on-failure --no-tests=error \
    --output-junit "$report" </dev/null || status=$?
  python3 tests/count.py "$report" "$results" "$status"
}

there=(engine)
for script in tests/parts/*.sh; do
  [ ! -f "$script" ] || there+=("$(basename -s .sh "$script")")
done
parts=("$@")
[ $# -gt 0 ] || parts=(engine)
[ "${1:-}" != all ] || [ $# -gt 1 ] || parts=("${there[@]}")
for part in "${parts[@]}"; do
  [[ " ${there[*]} " == *" $part "* ]] || fail "没有“$part”这一部分的测试。可以写：${there[*]} all。"
done

passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for part in "${parts[@]}"; do
  if [ "$part" = engine ]; then
    (engine) 2>&1 | tee "$log" || true
  else
    bash "tests/parts/$part.sh" </dev/null 2>&1 | tee "$log" || true
  fi
  if [[ $(tail -n 1 "$log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ && ${BASH_REMATCH[0]} != "0 passed, 0 failed" ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
  else
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
