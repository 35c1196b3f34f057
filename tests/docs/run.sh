#!/usr/bin/env bash
# Runs every command of the documentation and compares what it prints with what the page shows.
#   tests/docs/run.sh PROGRAM ROOT
# Read are blocks ```console in README.md and docs/: "$ jiheng …", then its output (stdout and stderr), up to the next "$ "
# or the end of the block. A line "…" stands for any number of lines. Commands run in a folder where the tree is visible
# and new files do no harm. docs/contributing.md runs all of its commands in a copy of the tree beside the build folder under
# test, where cmake and ninja say what they would do, and programs that are not built are passed over. Links between the
# pages must lead somewhere.
set -euo pipefail
program=$1
root=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/work"
ln -s "$program" "$scratch/bin/jiheng"
for entry in rules scorecards samples docs README.md LICENSE; do ln -s "$root/$entry" "$scratch/work/$entry"; done
export PATH=$scratch/bin:$PATH LC_ALL=C.UTF-8 NO_COLOR=1

# The copy of the tree: links, but for what a page changes.
tree=$scratch/tree
mkdir -p "$scratch/dry" "$tree/build" "$tree/tests"
for entry in "$root"/* "$root"/tests/*; do
  case ${entry#"$root/"} in
    build | tests | tests/approval) ;;
    *) ln -s "$entry" "$tree/${entry#"$root/"}" ;;
  esac
done
cp -r "$root/tests/approval" "$tree/tests"
ln -s "$(dirname "$(dirname "$program")")" "$tree/build/release"
for dry in "cmake -N -B $scratch/unused" "ninja -n"; do
  printf '#!/bin/sh\n%s "$@" || { echo "$*" >>%s; exit 1; }\n' "$(dirname "$(command -v "${dry%% *}")")/$dry" \
    "$scratch/refused" >"$scratch/dry/${dry%% *}"
done
chmod +x "$scratch/dry/cmake" "$scratch/dry/ninja"

cd "$scratch/work"
commands=0
failures=0
passed_over=0

# matches EXPECTED ACTUAL: line by line; "…" skips to the next line that is equal.
matches() {
  awk -v expected="$1" '
    BEGIN { while ((getline line < expected) > 0) want[++n] = line; i = 1 }
    {
      while (i <= n && want[i] == "…") { open = 1; ++i }
      if (i <= n && $0 == want[i]) { open = 0; ++i }
      else if (!open) { print "line " NR ": got  " $0; print "         page " want[i]; bad = 1; exit }
    }
    END {
      if (bad) exit 1
      while (i <= n && want[i] == "…") { open = 1; ++i }
      if (i <= n) { print "missing: " want[i]; exit 1 }
    }' "$2"
}

run_one() { # PAGE LINE COMMAND, expected output in $scratch/expected
  commands=$((commands + 1))
  if [ "$1" = docs/contributing.md ]; then
    case $3 in
      build/*) if [ ! -e "$tree/${3%% *}" ]; then passed_over=$((passed_over + 1)); return; fi ;;
    esac
    (cd "$tree" && PATH=$scratch/dry:$PATH bash -c "$3") >"$scratch/actual" 2>&1 </dev/null || true
  else
    bash -c "$3" >"$scratch/actual" 2>&1 </dev/null || true
  fi
  if ! matches "$scratch/expected" "$scratch/actual" >"$scratch/difference"; then
    failures=$((failures + 1))
    echo "$1:$2: $3"
    sed 's/^/    /' "$scratch/difference"
  fi
}

while IFS= read -r page; do
  in_block=0 command='' number=0
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    if [ $in_block = 0 ]; then
      if [ "$line" = '```console' ]; then in_block=1; command=''; fi
      continue
    fi
    case $line in
      '```' | '$ '*)
        if [ -n "$command" ]; then run_one "$page" "$at" "$command"; fi
        command=''
        case $line in
          '```') in_block=0 ;;
          '$ jiheng'*) command=${line#'$ '} at=$number; : >"$scratch/expected" ;;
          '$ '*) if [ "$page" = docs/contributing.md ]; then command=${line#'$ '} at=$number; : >"$scratch/expected"; fi ;;
        esac
        ;;
      *) if [ -n "$command" ]; then printf '%s\n' "$line" >>"$scratch/expected"; fi ;;
    esac
  done <"$page"
done < <(find -L README.md docs -name '*.md' | sort)

links=0
while IFS=: read -r page target; do
  links=$((links + 1))
  if [ ! -e "$(dirname "$page")/${target%%#*}" ]; then
    failures=$((failures + 1))
    echo "$page: no such file: $target"
  fi
done < <(grep -roHP --include='*.md' '\]\((?!https?:|#)\K[^)]+' -R README.md docs/ | sort)

# The newest section of the changes is this version.
newest=$(sed -n 's/^## //p' docs/changes.md | head -1)
version=$(jiheng --version)
case "绩衡 $newest" in
  "$version"*) ;;
  *) failures=$((failures + 1)); echo "docs/changes.md: the newest section is “$newest”, the program says “$version”" ;;
esac

if [ -e "$scratch/refused" ]; then
  failures=$((failures + 1))
  sed 's/^/refused: /' "$scratch/refused"
fi
[ "$passed_over" = 0 ] || echo "$passed_over commands passed over: their programs are not built"
echo "$links links followed, $commands commands of the documentation run, $failures wrong"
[ "$commands" -gt 0 ] && [ "$failures" -eq 0 ]
