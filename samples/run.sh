#!/usr/bin/env bash
# Builds the program, scores the 27 tables of the sample department, shows its table and the summary of its projects,
# imports a sample document, writes the department's whole set of forms, and puts the results under build/results/. May be started from any folder; a second run only does what changed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

bash .ci/install program
[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
[ -x build/release/engine/jiheng ] || echo "第一次运行，正在编译，要几分钟……" >&2
cmake --build build/release -j "$(nproc)" --target jiheng >build/build.log 2>&1 || { cat build/build.log >&2; exit 2; }

jiheng=build/release/engine/jiheng
cards=scorecards/2023-tongcheng
results=build/results
mkdir -p "$results"

# Exit code 1 is no failure here: one claim of the sample does not follow, and the program says so.
score() { "$jiheng" score "$cards" "$@" || [ $? -eq 1 ]; }
score
for format in json csv md html; do score --format "$format" >"$results/2023-tongcheng.$format"; done
score >"$results/2023-tongcheng.txt"

# The whole set a department submits: overview, reports, every form.
"$jiheng" report "$cards" -q -o "$results/2023-tongcheng-成套/" --force || [ $? -eq 1 ]

# A published document, as text: its tables become scorecards, and those are scored.
imported=$results/2023-selfeval
"$jiheng" import -q samples/documents/2023-selfeval.txt -o "$imported" --force
"$jiheng" score "$imported" --scheme hubei-2023 >"$imported.txt" || [ $? -eq 1 ]

# A workbook, a Word file, a PDF, a web page and an archive as clerks have them: imported, and scored as they are.
for document in 2023-selfeval.xlsx 2023-department-selfeval.docx 2023-department-selfeval.pdf 2023-national-selfeval.html \
  2023-submission.zip; do
  imported_document=$results/${document%.*}-${document##*.}
  "$jiheng" import -q "samples/documents/$document" -o "$imported_document" --force
  "$jiheng" score "samples/documents/$document" --scheme hubei-2023 >"$imported_document.txt" || [ $? -eq 1 ]
done

# A department's form with its scoring standards printed on it: each row by its own, what is wrong with them, one figure varied.
printed=$results/2023-printed-standards
"$jiheng" score samples/standards/2023-printed-standards.docx --scheme printed-standards >"$printed.txt" || [ $? -eq 1 ]
"$jiheng" score samples/standards/2023-printed-standards.docx --scheme printed-standards --format xlsx -o "$printed.xlsx" --force -q || [ $? -eq 1 ]
"$jiheng" check samples/standards/2023-printed-standards.docx --scheme printed-standards >"$printed-检查.txt" || [ $? -eq 1 ]
"$jiheng" whatif samples/standards/2023-printed-standards.docx --scheme printed-standards --sweep '在职人员控制率.完成=95..110:1' >"$printed-扫描.txt"

# Many tables in one file: row by row, packed, with findings and a summary beside the result; and a table a line as JSON.
bulk=$results/全县
"$jiheng" bulk samples/bulk/全县.csv -q --force -o "$bulk-得分.csv.gz" --check "$bulk-发现.csv" --summary "$bulk-汇总.csv" || [ $? -eq 1 ]
"$jiheng" bulk samples/bulk/全县.jsonl -q --force -o "$bulk-得分.jsonl" --resume

echo
echo "从公开文件导入的表和它们的得分: $root/$imported{/,.txt}"
echo "结果已写入: $root/$results/2023-tongcheng.{txt,md,csv,json,html}"
echo "整套文件: $root/$results/2023-tongcheng-成套/"
