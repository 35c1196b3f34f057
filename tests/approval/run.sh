#!/usr/bin/env bash
# Runs one approval case with the real program and compares what it says.
#   tests/approval/run.sh PROGRAM ROOT CASE
# A case is a folder with cmd (a bash script; jiheng is on the PATH, $ROOT is the source tree, the working folder is
# empty), stdout, stderr and exit (missing: empty, 0). Paths of the tree are shown as $ROOT, of the working folder as
# $WORK. JIHENG_UPDATE=1 writes what came out into the case, and shows the difference: read it before it is committed.
set -euo pipefail
program=$1
root=$2
case=$3
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/here" "$work/got"
ln -s "$program" "$work/bin/jiheng"

status=0
(
  cd "$work/here"
  unset JIHENG_RULES JIHENG_SCHEME COLUMNS
  export ROOT=$root PATH=$work/bin:$PATH LC_ALL=C.UTF-8 NO_COLOR=1
  exec timeout 120 bash "$case/cmd"
) >"$work/got/stdout" 2>"$work/got/stderr" </dev/null || status=$?
echo "$status" >"$work/got/exit"
sed -i -e "s|$work/here|\$WORK|g" -e "s|$root|\$ROOT|g" "$work/got/stdout" "$work/got/stderr"

echo 0 >"$work/exit"
: >"$work/stdout"
: >"$work/stderr"
differ=0
for part in stdout stderr exit; do
  expected=$case/$part
  [ -e "$expected" ] || expected=$work/$part
  diff -u --label "$part (expected)" --label "$part (now)" "$expected" "$work/got/$part" && continue
  differ=1
  if [ "${JIHENG_UPDATE:-}" = 1 ]; then
    if [ "$part" != exit ] && [ ! -s "$work/got/$part" ]; then rm -f "$case/$part"; else cp "$work/got/$part" "$case/$part"; fi
  fi
done
if [ "$differ" = 1 ] && [ "${JIHENG_UPDATE:-}" = 1 ]; then
  echo "updated: $case"
  exit 0
fi
exit $differ
