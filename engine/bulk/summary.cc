// Takes totals, gives their sums by group.
#include "engine/bulk/summary.h"

#include <fmt/format.h>

#include "engine/base/csv_cell.h"
#include "engine/bulk/cells.h"

namespace jiheng::bulk {

void GroupSums::add(const GroupSums& more) {
  cards += more.cards;
  not_scored += more.not_scored;
  open_rows += more.open_rows;
  marks_off += more.marks_off;
  low += more.low;
  high += more.high;
  for (const auto& [grade, count] : more.grades) grades[grade] += count;
  for (std::size_t i = 0; i < ranges.size(); ++i) ranges[i] += more.ranges[i];
}

GroupSums& Summary::group(std::string_view unit, std::string_view scheme, std::string_view year) {
  return groups_[Key(unit, scheme, year)];
}

void Summary::add(const Summary& more) {
  for (const auto& [key, sums] : more.groups_) groups_[key].add(sums);
}

std::size_t Summary::marks_off() const {
  std::size_t cards = 0;
  for (const auto& [key, sums] : groups_) cards += sums.marks_off;
  return cards;
}

std::string Summary::to_csv() const {
  std::string out =
      "单位名称,方案,年度,表数,没有计分,待核行数,总分平均最低,总分平均最高,等级,60分以下,60至70,70至80,"
      "80至90,90以上,跨两段,分值合计不对\n";
  for (const auto& [key, sums] : groups_) {
    const std::size_t scored = sums.cards - sums.not_scored;
    for (const std::string& text : {std::get<0>(key), std::get<1>(key), std::get<2>(key)}) {
      base::append_csv_cell(text, ',', out);
      out += ',';
    }
    const auto average = [&](const base::Decimal& sum) {
      const auto value = base::divide(sum, static_cast<std::int64_t>(scored), 2);
      return value ? value->to_string() : std::string();
    };
    std::string grades;
    for (const auto& [grade, count] : sums.grades)
      grades += fmt::format("{}{} {}", grades.empty() ? "" : "、", grade, count);
    out += fmt::format("{},{},{},{},{},", sums.cards, sums.not_scored, sums.open_rows, average(sums.low),
                       average(sums.high));
    base::append_csv_cell(grades, ',', out);
    for (const std::size_t count : sums.ranges) out += fmt::format(",{}", count);
    out += fmt::format(",{}\n", sums.marks_off);
  }
  return out;
}

}  // namespace jiheng::bulk
