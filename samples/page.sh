#!/usr/bin/env bash
# Builds the page, build/page/绩衡.html: the whole engine in one file that opens with a double click. What is missing is
# installed first: emscripten, Node.js and npm from Debian, the packages of engine/web/page/package.json from npm. The
# libraries are built from Debian's sources once (engine/web/libraries.sh). A second run makes only what changed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
work=$root/build/page
mkdir -p "$work"
jobs=${JIHENG_JOBS:-$(nproc)}
export NODE_PATH=/usr/share/nodejs LC_ALL=C.UTF-8

bash .ci/install program
bash .ci/install page
libraries=$(JIHENG_JOBS=$jobs bash engine/web/libraries.sh "$work" 2>"$work/libraries.log") ||
  { tail -n 40 "$work/libraries.log" >&2 && exit 2; }
# One name for whichever they are, so that the commands stay the same.
[ "$(readlink "$work/libraries" || true)" = "$libraries" ] || ln -sfn "$libraries" "$work/libraries"

emcmake cmake -G Ninja -S . -B "$work/engine" -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS="-fexceptions" \
  -DCMAKE_CXX_FLAGS_RELEASE="-Os -DNDEBUG" -DJIHENG_UNITY=ON -DJIHENG_WERROR=OFF -DJIHENG_TESTS=OFF \
  -DJIHENG_PAGE_LIBRARIES="$work/libraries" >"$work/cmake.log" 2>&1 || { tail -n 40 "$work/cmake.log" >&2 && exit 2; }
cmake --build "$work/engine" -j "$jobs" --target jiheng_page

# The packages of npm stand in build/, beside a copy of the list that names them.
node=$work/node
mkdir -p "$node"
if ! cmp -s engine/web/page/package-lock.json "$node/package-lock.json" || [ ! -d "$node/node_modules" ]; then
  cp engine/web/page/package.json engine/web/page/package-lock.json "$node/"
  (cd "$node" && npm ci --ignore-scripts --no-audit --no-fund --legacy-peer-deps)
fi
node engine/web/page/build.mjs "$work"
