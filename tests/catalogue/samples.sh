#!/usr/bin/env bash
# Every samples/findings/<id>/ keeps its word: the real program says about bad.* exactly what expect.txt says under this id,
# and says nothing under this id about good.*.
#   tests/catalogue/samples.sh PROGRAM ROOT [ID…]
# The middle of a name says what the file is: cell (parsed, a line a cell), card (scored), scheme (put into a folder of rules), units or words (put in
# the place of the table of this name).
# JIHENG_UPDATE=1 writes expect.txt anew: read the difference before it is kept.
set -euo pipefail
program=$1
root=$2
shift 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 NO_COLOR=1
unset JIHENG_RULES

said() { # FILE: all that the program prints about it
  local rules=$scratch/rules name
  name=$(basename "$1")
  rm -rf "$rules"
  case $name in
    *.card.yaml) (cd "$(dirname "$1")" && "$program" score "$name" --rules "$root/rules" --format json 2>&1) || true ;;
    *.cell.txt) "$program" parse - --rules "$root/rules" --format json <"$1" 2>&1 || true ;;
    *.scheme.yaml)
      cp -r "$root/rules" "$rules"
      cp "$1" "$rules/$name"
      (cd "$scratch" && "$program" list schemes --rules rules 2>&1) || true
      ;;
    *.units.yaml)
      cp -r "$root/rules" "$rules"
      cp "$1" "$rules/units.yaml"
      (cd "$scratch" && "$program" list units --rules rules 2>&1) || true
      ;;
    *.words.yaml)
      cp -r "$root/rules" "$rules"
      cp "$1" "$rules/words.yaml"
      (cd "$scratch" && "$program" parse 满意 --rules rules 2>&1) || true
      ;;
    *) echo "unknown kind of sample: $1" ;;
  esac
}

# What stands under one id: the messages of a JSON result, the blocks of a message on stderr.
only_id() {
  tee "$scratch/said" | awk -v id="[$1]" 'index($0, id) { on = 1 } on; /^ *详见/ || /^$/ { on = 0 }'
  sed -n '/^{/,$p' "$scratch/said" | python3 -c '
import json, sys
def walk(node):
    if isinstance(node, dict):
        if node.get("id") == sys.argv[1] and "message" in node:
            where = "".join(f"{w.get('"'file'"')}:{w.get('"'line'"')}:{w.get('"'column'"')}: " for w in node.get("where", []))
            print(where + node["message"])
        for value in node.values(): walk(value)
    elif isinstance(node, list):
        for value in node: walk(value)
text = sys.stdin.read()
if text.strip(): walk(json.JSONDecoder().raw_decode(text)[0])
' "$1"
}

count=0
failures=0
ids=("$@")
[ $# -gt 0 ] || ids=($(ls "$root/samples/findings" | grep -E '^[A-Z][0-9]{3}$'))
for id in "${ids[@]}"; do
  folder=$root/samples/findings/$id
  count=$((count + 1))
  said "$folder"/bad.* | only_id "$id" >"$scratch/bad"
  said "$folder"/good.* | only_id "$id" >"$scratch/good"
  if [ "${JIHENG_UPDATE:-}" = 1 ]; then cp "$scratch/bad" "$folder/expect.txt"; fi
  if [ ! -s "$scratch/bad" ] || ! diff -u "$folder/expect.txt" "$scratch/bad"; then
    failures=$((failures + 1))
    echo "$id: bad.* does not say what expect.txt says"
  fi
  if [ -s "$scratch/good" ]; then
    failures=$((failures + 1))
    echo "$id: good.* is found too:"
    cat "$scratch/good"
  fi
done
echo "$count samples, $failures wrong"
[ "$count" -gt 0 ] && [ "$failures" -eq 0 ]
