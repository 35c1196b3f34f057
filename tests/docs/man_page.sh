#!/usr/bin/env bash
# The manual page names every command and option the program has, and every word of --format, and no other.
#   tests/docs/man_page.sh PROGRAM ROOT
set -euo pipefail
program=$1
page=$2/docs/man/jiheng.1
export LC_ALL=C.UTF-8

# One line "command --option" for every command, and "- --option" for those of all commands.
from_program() {
  for command in $("$program" --help | sed -n '/^命令$/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    "$program" "$command" --help |
      sed -n -e '/^选项$/,/^$/p' | grep -o -e '^  \(-., \|    \)--[a-z0-9-]*' | grep -o -e '--.*' |
      sed "s/^/$command /" || true
    "$program" "$command" --help | awk -v command="$command" '
      / --[a-z]/ { here = / --format / }
      here { sub(/^ +/, ""); text = text $0 }
      END { if (match(text, /（[a-z|]+）/)) {
              n = split(substr(text, RSTART, RLENGTH), words, /[^a-z]+/)
              for (i = 1; i <= n; ++i) if (words[i] != "") print command " --format " words[i] } }'
    "$program" "$command" --help | sed -n '/^各命令都有的选项$/,/^$/p' | grep -o -e '--[a-z]*  *' -e '--[a-z]* ' |
      sed 's/ *$//; s/^/- /'
    echo "$command"
  done
  echo "- --version"
}
from_page() {
  sed 's/\\-/-/g; s/\\f[IR]//g' "$page" | awk '
    /^\.SS "jiheng / { command = $3; print command; next }
    /^\.SH 各命令都有的选项/ { command = "-"; next }
    /^\.SH/ { command = ""; next }
    format && command != "" {
      n = split($0, words, /[^A-Za-z]+/)
      for (i = 1; i <= n; ++i) if (words[i] ~ /^[a-z][a-z]+$/) print command " --format " words[i] }
    { format = /^\.BI --format / }
    /^\.B[IR]? / && command != "" { for (i = 2; i <= NF; ++i) if ($i ~ /^--[a-z]/) print command " " $i }'
}
diff -u --label "the program" --label "the manual page" <(from_program | sort -u) <(from_page | sort -u)
if command -v man >/dev/null; then man -l --warnings=mac "$page" 2>&1 >/dev/null | { ! grep -v -e "break line" -e "adjust line"; }; fi
