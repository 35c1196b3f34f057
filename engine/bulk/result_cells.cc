// Takes what was earned or is wrong, gives the cells that say so. Leaves which rows there are to the two scorers.
#include "engine/bulk/result_cells.h"

#include <fmt/format.h>

#include "engine/base/csv_cell.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::bulk {
namespace {

/// Where totals lie: below 60, 60–, 70–, 80–, 90–, in two of them.
std::size_t range_of(const scoring::Points& total) {
  const auto range = [](const base::Decimal& points) {
    std::size_t at = 0;
    for (const int from : {60, 70, 80, 90}) at += points >= base::Decimal(from) ? 1 : 0;
    return at;
  };
  return range(total.low) == range(total.high) ? range(total.low) : 5;
}

}  // namespace

void append_cell(std::string_view text, char separator, std::string& out) {
  out += separator;
  base::append_csv_cell(text, separator, out);
}

void append_result_cells(const Earned& earned, const model::Scheme* scheme, char separator,
                         std::string& out) {
  const auto number = [&](const std::string& figures) {  // nothing in it that had to be quoted
    out += separator;
    out += figures;
  };
  if (earned.score != nullptr) {
    const std::string low = report::points_text(earned.score->low, *scheme);
    const bool exact = earned.score->exact();
    number(exact ? low : std::string());
    number(low);
    number(exact ? low : report::points_text(earned.score->high, *scheme));
  } else {
    out.append(3, separator);
  }
  append_cell(earned.status, separator, out);
  number(report::plain(earned.attainment));
  number(report::plain(earned.deviation));
  append_cell(earned.rule, separator, out);
}

void add_total(const CardTotal& total, GroupSums& sums) {
  if (!total.scored) {
    ++sums.not_scored;
    return;
  }
  sums.open_rows += total.open_rows;
  sums.low += total.points.low;
  sums.high += total.points.high;
  ++sums.grades[total.grade];
  ++sums.ranges[range_of(total.points)];
}

std::string error_head() { return "文件,行号,栏,编号,提示,说明,怎么改\n"; }

void append_result_head(char separator, bool explain, std::string& out) {
  for (const std::string_view title : {"得分", "最低得分", "最高得分", "结论", "完成率", "偏离度", "规则"}) {
    out += separator;
    out += title;
  }
  if (explain) append_cell("说明", separator, out);
  out += '\n';
}

void append_error(const diag::Diagnostic& fault, std::string_view column, std::string& out) {
  base::append_csv_cell(fault.place.source->name, ',', out);
  out += fmt::format(",{}", fault.place.line);
  append_cell(column, ',', out);
  out += ',';
  out += fault.id;
  for (const std::string* text : {&fault.message, &fault.why, &fault.fix}) append_cell(*text, ',', out);
  out += '\n';
}

}  // namespace jiheng::bulk
