#!/usr/bin/env bash
# Runs every command of the documentation and compares what it prints with what the page shows.
#   tests/docs/run.sh PROGRAM ROOT
# Read are blocks ```console in README.md and docs/: "$ jiheng …", then its output (stdout and stderr), up to the next "$ "
# or the end of the block. A line "…" stands for any number of lines. Commands run in a folder where the tree is visible
# and new files do no harm. Links between the pages must lead somewhere.
set -euo pipefail
program=$1
root=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/work"
ln -s "$program" "$scratch/bin/jiheng"
for entry in rules scorecards samples docs README.md LICENSE; do ln -s "$root/$entry" "$scratch/work/$entry"; done
export PATH=$scratch/bin:$PATH LC_ALL=C.UTF-8 NO_COLOR=1
cd "$scratch/work"

commands=0
failures=0

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
  bash -c "$3" >"$scratch/actual" 2>&1 </dev/null || true
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

echo "$links links followed, $commands commands of the documentation run, $failures wrong"
[ "$commands" -gt 0 ] && [ "$failures" -eq 0 ]
