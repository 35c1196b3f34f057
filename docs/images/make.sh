#!/usr/bin/env bash
# Makes the pictures of docs/manual.md anew from what the program writes, and the two filled-in workbooks of samples/manual.
#   docs/images/make.sh PROGRAM [books]
# With "books" the workbooks are filled in again as well (docs/images/fill.py), saved by LibreOffice as an office program
# does. Needs chromium, LibreOffice, poppler-utils, and a Python with Pillow (and openpyxl); not part of the build or the tests.
set -euo pipefail
program=$(realpath "$1")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
images=$root/docs/images
manual=samples/manual  # as it stands in the messages
python=/usr/bin/python3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
ln -s "$root/samples" samples

# Exit code 1 is a finding, not a failure.
run() { "$program" "$@" -q || [ $? -eq 1 ]; }

# page FILE.html PICTURE WIDTH HEIGHT: the top of a page.
page() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$scratch/browser" \
    --window-size="$3,$4" --screenshot="$scratch/shot.png" "file://$(realpath "$1")" >/dev/null 2>&1
  "$python" "$images/crop.py" "$scratch/shot.png" "$images/$2.png"
}

# sheet FILE.xlsx PICTURE: the top of the first page as it prints.
sheet() {
  soffice -env:UserInstallation=file://"$scratch/office" --headless --convert-to pdf --outdir "$scratch" "$1" >/dev/null 2>&1
  pdftoppm -r 90 -f 1 -l 1 -png -singlefile "$scratch/$(basename "${1%.*}").pdf" "$scratch/shot"
  "$python" "$images/crop.py" "$scratch/shot.png" "$images/$2.png" 460
}

if [ "${2:-}" = books ]; then
  run template --scheme national-2020 --from "$manual/草稿/tg01-目标.yaml" -o template.xlsx
  "$python" "$images/fill.py" template.xlsx tg01-初稿.xlsx tg01.xlsx
  soffice -env:UserInstallation=file://"$scratch/office" --headless --convert-to xlsx --outdir saved tg01-初稿.xlsx tg01.xlsx >/dev/null 2>&1
  cp saved/tg01-初稿.xlsx "$manual/草稿/"
  cp saved/tg01.xlsx "$manual/2024/"
fi

run template --scheme national-2020 --from "$manual/草稿/tg01-目标.yaml" -o empty.xlsx
sheet empty.xlsx template
sheet "$manual/草稿/tg01-初稿.xlsx" draft
run score "$manual/草稿/tg01-初稿.xlsx" --scheme national-2020 --today 2025-01-10 --format html -o draft.html
page draft.html score 1000 1150
run report "$manual/2024" --scheme national-2020 -o set/
page set/总览.html overview 1000 1500
run check "$manual/2024" --scheme national-2020 --format html -o check.html
page check.html check 1000 1000

run whatif "$manual/2024/tg01.xlsx" --scheme national-2020 --simulate 10000 --uncertain '到馆读者增长率.完成=7.5%±3%' \
  --uncertain '读者满意度.完成=86%..95%' --format html -o simulate.html
page simulate.html simulate 1000 1100
run whatif "$manual/2024/tg01.xlsx" --scheme national-2020 --sweep '到馆读者增长率.目标=5..15:1' --format html -o sweep.html
page sweep.html sweep 1000 720
run whatif "$manual/2024/tg01.xlsx" --scheme national-2020 --sensitivity --format html -o sensitivity.html
page sensitivity.html sensitivity 1000 700
run advise --history "$manual/2023" "$manual/2024" --targets "$manual/2025" --scheme national-2020 --format html -o advise.html
page advise.html advise 1000 900
