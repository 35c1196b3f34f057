// Takes one card, scores every value its rows may have once, gives the totals of any block of draws. Leaves counting to
// simulate.cc.
#include "engine/whatif/draws/card_draws.h"

#include <fmt/format.h>

#include <Eigen/Core>
#include <algorithm>
#include <array>

#include "engine/base/parallel.h"
#include "engine/explain/score.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/marks.h"
#include "engine/scoring/totals.h"
#include "engine/whatif/draws/draws.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;
using base::Int128;
/// One row a draw, one column an uncertain value: the step drawn.
using Scenarios = Eigen::Array<std::uint32_t, Eigen::Dynamic, Eigen::Dynamic>;

/// Points of one line, and of all lines together: at 30 places their sum stays below 10^37.
constexpr std::int64_t kMostPoints = 100'000;
constexpr std::int64_t kMostSum = 10'000'000;

Decimal magnitude_of(const scoring::Points& p) { return std::max(p.low.magnitude(), p.high.magnitude()); }

/// Totals already worked out: most draws of a card have one of a few sums.
class Known {
 public:
  struct Entry {
    bool filled = false;
    Int128 low = 0;
    Int128 high = 0;
    std::uint32_t executed = 0;
    std::int64_t total_low = 0;
    std::int64_t total_high = 0;
  };
  Entry& at(Int128 low, Int128 high, std::uint32_t executed) {
    const auto mixed = (static_cast<std::uint64_t>(low) ^ static_cast<std::uint64_t>(high) << 1U ^ executed) *
                       0x9E3779B97F4A7C15U;
    return entries_[mixed >> (64U - kBits)];
  }

 private:
  static constexpr unsigned kBits = 12;
  std::vector<Entry> entries_ = std::vector<Entry>(std::size_t{1} << kBits);
};

}  // namespace

std::uint64_t stream_of(std::size_t card, const Spot& spot) {
  std::uint64_t place = 0;
  if (spot.what == Spot::What::actual) place = (std::uint64_t{spot.row.section} << 16U) + spot.row.index + 1;
  return std::uint64_t{card} << 32U | place;
}

CardDraws::CardDraws(const UncertainCard& input, std::size_t ordinal, const SimulationOptions& options,
                     const scoring::Context& context)
    : input_(input), ordinal_(ordinal), options_(options), context_(context), card_(*input.card) {
  for (const UncertainValue& v : input.values) {
    if (text_at(card_, v.spot).empty()) put(card_, v.spot, v.values.text(0));
  }
  result_ = std::move(explain::score(*input.scheme, {&card_, 1}, context).front());
  if (!result_.scored) return;
  marks_complete_ = scoring::full_marks(*input.scheme, card_).complete;
  find_lines();
  if (problems_.empty()) score_lines();
}

void CardDraws::find_lines() {
  const auto value_of = [&](const Spot& spot) -> const UncertainValue* {
    const auto at = std::find_if(input_.values.begin(), input_.values.end(),
                                 [&](const UncertainValue& v) { return v.spot == spot; });
    return at == input_.values.end() ? nullptr : &*at;
  };
  executed_ = value_of({Spot::What::executed});
  execution_ =
      points_of_execution(*input_.scheme, card_, executed_ == nullptr ? nullptr : &executed_->values);
  if (executed_ != nullptr) {
    executed_column_ = columns_.size();
    columns_.push_back(executed_);
    VaryingLine line;
    line.value = executed_;
    line.by_budget = true;
    lines_.push_back(std::move(line));
  }
  for (const scoring::IndicatorResult& row : result_.indicators) {
    if (!depends_on_actual(result_, row)) continue;
    VaryingLine line;
    line.row = &row;
    line.value = value_of({Spot::What::actual, row.id});
    line.by_budget = executed_ != nullptr && depends_on_budget(*input_.scheme, row_of(card_, row.id));
    if (line.value == nullptr && !line.by_budget) continue;
    if (line.value != nullptr) {
      line.count = line.value->values.count();
      line.column = columns_.size();
      columns_.push_back(line.value);
    }
    if (line.by_budget && std::uint64_t{line.count} * execution_.size() > kMaxPairs) {
      const model::Indicator& indicator = row_of(card_, row.id);
      problems_.push_back({"W145",
                           fmt::format("“{}”有 {} 个值，预算.执行数 有 {} 个值，组合太多",
                                       indicator.name.text, line.count, execution_.size()),
                           fmt::format("这一行的得分要看执行数，每一对值都要算一次，最多 {} 对。", kMaxPairs),
                           "把其中一个的范围写窄，或少写一位小数。", indicator.place});
    }
    lines_.push_back(std::move(line));
  }
}

void CardDraws::score_lines() {
  std::vector<std::vector<scoring::Points>> points(lines_.size());
  base::in_parallel(lines_.size(), options_.threads, [&](std::size_t l) {
    const VaryingLine& line = lines_[l];
    if (line.row == nullptr) {
      for (const ExecutionPoints& e : execution_) points[l].push_back(e.points);
      return;
    }
    const std::size_t budgets = line.by_budget ? execution_.size() : 1;
    for (std::size_t b = 0; b < budgets; ++b) {
      const auto more = points_of_row(result_, *line.row, execution_[b].budget,
                                      line.value == nullptr ? nullptr : &line.value->values, context_);
      points[l].insert(points[l].end(), more.begin(), more.end());
    }
  });
  std::vector<scoring::Points> fixed;
  for (const scoring::IndicatorResult& row : result_.indicators) {
    const bool varies =
        std::any_of(lines_.begin(), lines_.end(), [&](const VaryingLine& line) { return line.row == &row; });
    if (!varies) fixed.push_back(row.score);
  }
  if (executed_ == nullptr && result_.execution) fixed.push_back(result_.execution->score);
  points.push_back(std::move(fixed));
  to_whole_numbers(points);
}

void CardDraws::to_whole_numbers(const std::vector<std::vector<scoring::Points>>& points) {
  Decimal sum = 0;  // of what each line may have at most
  bool fits = true;
  const auto look_at = [&](const scoring::Points& p) {
    places_ = std::max({places_, p.low.places(), p.high.places()});
    exact_ = exact_ && p.exact();
    fits = fits && magnitude_of(p) <= Decimal(kMostPoints);
  };
  const auto add = [&](const Decimal& most) {
    if (fits) sum += most;
  };
  for (std::size_t l = 0; l < lines_.size(); ++l) {
    Decimal most = 0;
    for (const scoring::Points& p : points[l]) {
      look_at(p);
      most = std::max(most, magnitude_of(p));
    }
    add(most);
  }
  for (const scoring::Points& p : points.back()) {
    look_at(p);
    add(magnitude_of(p));
  }
  if (!fits || sum > Decimal(kMostSum)) {
    problems_.push_back({"W146", fmt::format("“{}”的分数太大，不能精确相加", card_.title.text),
                         fmt::format("一项得分不超过 {}，合计不超过 {}。", kMostPoints, kMostSum),
                         "核对分值和方案里的公式。", card_.place});
    return;
  }
  const auto whole = [&](const Decimal& d) { return d.with_places(places_).coefficient(); };
  for (std::size_t l = 0; l < lines_.size(); ++l) {
    const bool open =
        std::any_of(points[l].begin(), points[l].end(), [](const auto& p) { return !p.exact(); });
    for (const scoring::Points& p : points[l]) {
      lines_[l].low.push_back(whole(p.low));
      if (open) lines_[l].high.push_back(whole(p.high));
    }
  }
  for (const scoring::Points& p : points.back()) {
    fixed_low_ += whole(p.low);
    fixed_high_ += whole(p.high);
  }
}

void CardDraws::totals(std::uint64_t first, std::span<std::int64_t> low, std::span<std::int64_t> high) const {
  const std::size_t draws = low.size();
  Scenarios steps(static_cast<Eigen::Index>(draws), static_cast<Eigen::Index>(columns_.size()));
  const auto column = [&](std::size_t c) {
    return std::span<std::uint32_t>(steps.col(static_cast<Eigen::Index>(c)).data(), draws);
  };
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    draw_steps(options_.seed, stream_of(ordinal_, columns_[c]->spot), first, columns_[c]->values.count(),
               column(c));
  }
  const std::vector<std::uint32_t> none(draws, 0);
  std::span<const std::uint32_t> executed = none;
  if (executed_ != nullptr) executed = column(executed_column_);
  std::vector<Int128> sum_low(draws, fixed_low_);
  std::vector<Int128> sum_high(exact_ ? 0 : draws, fixed_high_);
  std::vector<std::uint32_t> at(draws);
  for (const VaryingLine& line : lines_) {
    const bool own = line.value != nullptr && line.row != nullptr;
    std::span<const std::uint32_t> step = none;
    if (own) step = column(line.column);
    for (std::size_t d = 0; d < draws; ++d)
      at[d] = line.by_budget ? executed[d] * line.count + step[d] : step[d];
    for (std::size_t d = 0; d < draws; ++d) sum_low[d] += line.low[at[d]];
    const std::vector<Int128>& high_of = line.high.empty() ? line.low : line.high;
    if (exact_) continue;
    for (std::size_t d = 0; d < draws; ++d) sum_high[d] += high_of[at[d]];
  }
  Known known;
  for (std::size_t d = 0; d < draws; ++d) {
    const Int128 from = sum_low[d];
    const Int128 to = exact_ ? from : sum_high[d];
    Known::Entry& entry = known.at(from, to, executed[d]);
    if (!entry.filled || entry.low != from || entry.high != to || entry.executed != executed[d]) {
      const scoring::Points total =
          scoring::total_of(*input_.scheme, {Decimal::of(from, places_), Decimal::of(to, places_)},
                            marks_complete_, execution_[executed[d]].ratio);
      const int at_places = input_.scheme->rounding.places;
      entry = {true,
               from,
               to,
               executed[d],
               static_cast<std::int64_t>(total.low.with_places(at_places).coefficient()),
               static_cast<std::int64_t>(total.high.with_places(at_places).coefficient())};
    }
    low[d] = entry.total_low;
    high[d] = entry.total_high;
  }
}

}  // namespace jiheng::whatif
