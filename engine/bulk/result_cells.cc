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
    std::size_t at = 4;
    for (const int from : {90, 80, 70, 60}) {
      if (points >= base::Decimal(from)) break;
      --at;
    }
    return at;
  };
  const std::size_t low = range(total.low);
  return total.exact() || range(total.high) == low ? low : 5;
}

}  // namespace

void append_cell(std::string_view text, char separator, std::string& out) {
  out += separator;
  base::append_csv_cell(text, separator, out);
}

void append_result_cells(const Earned& earned, const model::Scheme* scheme, char separator,
                         std::string& out) {
  // Nothing in figures has to be quoted.
  const auto percent = [&](const std::optional<base::Decimal>& value) {
    out += separator;
    if (value) value->trimmed().append_to(out);
  };
  if (earned.score == nullptr) {
    out.append(3, separator);
  } else if (earned.score->exact()) {
    const std::size_t begin = out.size();
    out += separator;
    report::points_of(earned.score->low, *scheme).append_to(out);
    const std::size_t length = out.size() - begin;
    for (int again = 0; again < 2; ++again) out.append(out, begin, length);
  } else {
    out += separator;
    for (const base::Decimal* end : {&earned.score->low, &earned.score->high}) {
      out += separator;
      report::points_of(*end, *scheme).append_to(out);
    }
  }
  append_cell(earned.status, separator, out);
  percent(earned.attainment);
  percent(earned.deviation);
  append_cell(earned.rule, separator, out);
}

CardTotal total_of_whole(const scoring::CardResult& result) {
  return {result.scored,
          result.total,
          result.grade,
          report::why_of_total(result),
          static_cast<std::size_t>(result.undetermined),
          report::marks_off(result) != nullptr};
}

void add_total(const CardTotal& total, GroupSums& sums) {
  if (!total.scored) {
    ++sums.not_scored;
    return;
  }
  sums.open_rows += total.open_rows;
  sums.marks_off += total.marks_off ? 1 : 0;
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
