#!/usr/bin/env bash
# The page as people use it: built by samples/page.sh, opened from file:// in Chromium, each job done with mouse and keyboard;
# what it answers held to what the program answers. JIHENG_PRESET chooses the preset of the program (default release).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
preset=${JIHENG_PRESET:-release}
fail() {
  echo "$1"
  echo "0 passed, 1 failed"
  exit 1
}
bash samples/page.sh || fail "网页没有编译出来。"
if [ ! -x "build/$preset/engine/jiheng" ]; then
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" || fail "cmake 配置失败。"
  cmake --build "build/$preset" -j "$(nproc)" --target jiheng || fail "程序没有编译出来。"
fi
node tests/page/page_test.mjs build/page "build/$preset/engine/jiheng"
