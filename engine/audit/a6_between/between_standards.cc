// A614. Takes rows that print the same 评分标准 and claim points for it, gives those that cannot have been scored by one reading
// of it: one table takes only whole units, the other a started one.
#include <fmt/format.h>

#include <array>
#include <bitset>
#include <map>
#include <utility>

#include "engine/audit/a6_between/between.h"
#include "engine/audit/printed_standards.h"
#include "engine/base/squeezed.h"
#include "engine/base/text.h"
#include "engine/model/reason.h"
#include "engine/scoring/claims.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/standard_row.h"
#include "engine/standard/scheme_readings.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using standard::SchemeReadings;

/// Every way to settle what is open in a text: units, ends, gaps.
constexpr std::size_t kWays = 12;

SchemeReadings way(std::size_t n) {
  constexpr std::array kParts = {standard::Partial::whole, standard::Partial::started,
                                 standard::Partial::proportional};
  SchemeReadings out;
  out.part_of_unit = kParts[n % 3];
  out.ends = (n / 3) % 2 == 0 ? SchemeReadings::Ends::upper_step : SchemeReadings::Ends::lower_step;
  out.gap = n / 6 == 0 ? standard::Gap::lower : standard::Gap::upper;
  return out;
}

/// The ways under which the claimed points are right.
std::bitset<kWays> ways_of(const Row& row, const standard::Standard& text, const Decimal& full) {
  std::bitset<kWays> out;
  const standard::Answers& answers = row.result->standard->answers;
  for (std::size_t n = 0; n < kWays; ++n) {
    const auto points = standard::points_at(standard::read_by(text, way(n)), full, answers);
    if (!points) continue;
    const Decimal& claimed = row.indicator->claimed->value;
    // as printed: rounded or cut to the places of the claim
    const Decimal low = points->low - Decimal::of(1, 2);
    const Decimal high = points->high + Decimal::of(1, 2);
    out[n] = low < claimed && claimed < high;
  }
  return out;
}

struct SeenStandard {
  const Table* table;
  const Row* row;
  std::bitset<kWays> ways;
};

}  // namespace

void check_standards_between(const Batch& batch, Findings& findings) {
  std::map<std::pair<std::string, Decimal>, std::vector<SeenStandard>> seen;
  PrintedStandards standards(batch);
  for (const Table& table : batch.tables) {
    for (const Row& row : table.rows) {
      const auto& full = row.indicator->full_marks;
      if (!row.asked || row.result->standard == nullptr || !row.indicator->claimed || !full) continue;
      if (row.indicator->judged || row.result->score.exact()) continue;  // exact: A212 says what is wrong
      const standard::Standard& text = standards.of(row);
      if (!text.computable) continue;
      const std::bitset<kWays> ways = ways_of(row, text, full->value);
      if (ways.none()) continue;  // no reading gives it: A212
      auto& same = seen[{base::without_white_space(row.indicator->standard.text), full->value}];
      for (const SeenStandard& other : same) {
        if ((other.ways & ways).any()) continue;
        const auto words = [](const SeenStandard& s) {
          return fmt::format("“{}”完成 {} 得 {} 分", s.row->indicator->name.text,
                             base::trimmed(s.row->indicator->actual.text),
                             scoring::figure(s.row->indicator->claimed->value));
        };
        const SeenStandard own{&table, &row, ways};
        findings.push_back({"A614",
                            fmt::format("同一条评分标准，两处读法不同：{}，{}", words(other), words(own)),
                            {{"评分标准", std::string(base::clipped(row.indicator->standard.text, 200))}},
                            {table.at(row, row.indicator->claimed->place),
                             other.table->at(*other.row, other.row->indicator->claimed->place)},
                            row.result->why,
                            "定下一种读法（不足一档怎么扣、恰好在两档之间归哪一档），两处照它改；写进方案的 "
                            "评分标准读法。"});
        break;
      }
      same.push_back({&table, &row, ways});
    }
  }
}

}  // namespace jiheng::audit
