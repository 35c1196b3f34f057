# The regular expression and the ratio alone, as a peer of `jiheng bulk` (docs/bulk.md): rows as rows.awk writes them, without
# quotes. What is no number of one unit has no points.
#   mawk -f tests/bench/ratio.awk rows.csv > ratio.csv
function split_cell(cell, into,   at) {
  into["sign"] = ""
  if (match(cell, /^(≥|≤|不高于)/)) { into["sign"] = substr(cell, 1, RLENGTH); cell = substr(cell, RLENGTH + 1) }
  if (!match(cell, /^[0-9.]+/)) return 0
  into["number"] = substr(cell, 1, RLENGTH) + 0
  into["unit"] = substr(cell, RLENGTH + 1)
  return 1
}
BEGIN { FS = OFS = "," }
NR == 1 { print $0, "得分"; next }
{
  points = ""
  if ($5 == "指标" && split_cell($9, t) && split_cell($10, a) && t["unit"] == a["unit"]) {
    of = t["sign"] == "≤" || t["sign"] == "不高于" ? a["number"] : t["number"]
    part = t["sign"] == "≤" || t["sign"] == "不高于" ? t["number"] : a["number"]
    if (of > 0) points = sprintf("%.2f", $11 * (part < of ? part / of : 1))
  }
  print $0, points
}
