// Takes cards with uncertain values, gives the distribution of their totals. card_draws.cc makes the totals of a block of
// draws; here they are counted, and each value's part is worked out from its points.
#include "engine/whatif/draws/simulate.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "engine/base/parallel.h"
#include "engine/explain/score.h"
#include "engine/scoring/figures.h"
#include "engine/whatif/draws/card_draws.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;
using base::Int128;

constexpr std::uint64_t kBlock = 8192;  ///< draws of a block; even
constexpr int kAveragePlaces = 2;       ///< as scoring::roll_up

using CountsByTotal = std::unordered_map<std::int64_t, std::uint64_t>;

Distribution of_counts(const CountsByTotal& counts, int places) {
  std::vector<std::pair<std::int64_t, std::uint64_t>> sorted(counts.begin(), counts.end());
  std::sort(sorted.begin(), sorted.end());
  return distribution_of(sorted, places);
}

void add(CountsByTotal& to, std::span<const std::int64_t> totals) {
  for (const std::int64_t t : totals) ++to[t];
}

void add(CountsByTotal& to, const CountsByTotal& from) {
  for (const auto& [total, count] : from) to[total] += count;
}

/// Σ total x money of every draw, and Σ money.
class MoneyAverage {
 public:
  explicit MoneyAverage(std::uint64_t draws) : low_(draws), high_(draws) {}

  void begin_card(const Decimal& money, int total_places) {
    ++projects_;
    // All money at one number of places: what was summed before is brought to it.
    const int places = std::max(places_, money.places() + total_places);
    Int128 factor = 1;
    for (int p = places_; p < places; ++p) factor *= 10;
    if (factor != 1) {
      for (Int128& v : low_) v *= factor;
      for (Int128& v : high_) v *= factor;
    }
    places_ = places;
    weight_ = money.coefficient();
    for (int p = money.places() + total_places; p < places; ++p) weight_ *= 10;
    money_ += money;
  }
  /// Any thread, each draw once a card.
  void add(std::uint64_t first, std::span<const std::int64_t> low, std::span<const std::int64_t> high) {
    for (std::size_t d = 0; d < low.size(); ++d) {
      low_[first + d] += weight_ * low[d];
      high_[first + d] += weight_ * high[d];
    }
  }
  std::optional<AverageSimulation> result() const {
    if (projects_ < 2 || money_.sign() <= 0) return std::nullopt;
    return AverageSimulation{projects_, distribution(low_), distribution(high_)};
  }

 private:
  Distribution distribution(const std::vector<Int128>& sums) const {
    CountsByTotal counts;
    for (const Int128 sum : sums) {
      const Decimal average = *base::divide(Decimal::of(sum, places_), money_, kAveragePlaces);
      ++counts[static_cast<std::int64_t>(average.with_places(kAveragePlaces).coefficient())];
    }
    return of_counts(counts, kAveragePlaces);
  }

  std::vector<Int128> low_;
  std::vector<Int128> high_;
  std::size_t projects_ = 0;
  int places_ = 0;
  Int128 weight_ = 0;
  Decimal money_;
};

/// What divides a project's money in a department's average; nullopt for other tables. Amounts past these bounds would not
/// be summed exactly, and are none of a project.
std::optional<Decimal> money_of(const scoring::CardResult& result, const scoring::Context& context) {
  const Decimal most(1'000'000'000);
  if (result.card->kind != model::CardKind::project || !result.execution || !result.execution->planned)
    return std::nullopt;
  auto money = scoring::in_ten_thousands(*result.execution->planned, result.card->budget.unit, context.units);
  if (money) money = money->trimmed();
  if (!money || money->sign() <= 0 || *money > most || money->places() > 10) return std::nullopt;
  return money;
}

/// Mean and variance of a line's points over its values; what 执行数 moves of it is apart.
struct Moments {
  double mean = 0;
  double own = 0;                 ///< mean over 执行数 of the variance over its own values
  std::vector<double> by_budget;  ///< mean for each value of 执行数; one where it does not look at it
  double full = 0;                ///< share of the values with full marks
};

class Drivers {
 public:
  explicit Drivers(const CardDraws& card) : card_(card) {}

  std::vector<Driver> take() const {
    std::vector<double> executed(card_.budget_values(), 0);
    std::vector<Moments> moments;
    moments.reserve(card_.lines().size());
    double all = 0;
    for (const VaryingLine& line : card_.lines()) {
      moments.push_back(moments_of(line));
      all += moments.back().own;
      if (!line.by_budget) continue;
      for (std::size_t e = 0; e < executed.size(); ++e) executed[e] += moments.back().by_budget[e];
    }
    const double of_executed = variance(executed);
    all += of_executed;
    std::vector<std::pair<double, Driver>> drivers;
    for (std::size_t l = 0; l < moments.size(); ++l) {
      const VaryingLine& line = card_.lines()[l];
      if (line.value == nullptr) continue;  // only 执行数 moves it, which has its own line
      const double share = line.row == nullptr ? of_executed : moments[l].own;
      drivers.emplace_back(share, driver_of(line, moments[l], all > 0 ? 100 * share / all : 0));
    }
    std::stable_sort(drivers.begin(), drivers.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Driver> out;
    out.reserve(drivers.size());
    for (auto& [share, driver] : drivers) out.push_back(std::move(driver));
    return out;
  }

 private:
  static double variance(const std::vector<double>& values) {
    double mean = 0;
    double squares = 0;
    for (const double v : values) mean += v;
    mean /= static_cast<double>(values.size());
    for (const double v : values) squares += (v - mean) * (v - mean);
    return squares / static_cast<double>(values.size());
  }

  /// The middle of a range stands for it.
  double points(const VaryingLine& line, std::size_t at) const {
    const Int128 high = line.high.empty() ? line.low[at] : line.high[at];
    return Decimal::of(line.low[at] + high, card_.places()).to_double() / 2;
  }

  /// The execution line has no values of its own: all of it is moved by 执行数.
  static std::size_t own_values(const VaryingLine& line) { return line.row == nullptr ? 1 : line.count; }

  Moments moments_of(const VaryingLine& line) const {
    Moments out;
    const std::size_t own = own_values(line);
    const std::size_t budgets = line.low.size() / own;
    std::size_t full = 0;
    for (std::size_t b = 0; b < budgets; ++b) {
      std::vector<double> values(own);
      double mean = 0;
      for (std::size_t v = 0; v < own; ++v) {
        values[v] = points(line, b * own + v);
        mean += values[v];
        full += is_full(line, b * own + v) ? 1 : 0;
      }
      mean /= static_cast<double>(own);
      out.by_budget.push_back(mean);
      out.mean += mean / static_cast<double>(budgets);
      out.own += variance(values) / static_cast<double>(budgets);
    }
    out.full = static_cast<double>(full) / static_cast<double>(line.low.size());
    return out;
  }

  std::optional<Decimal> full_marks(const VaryingLine& line) const {
    if (line.row != nullptr) return line.row->full_marks;
    return card_.result().execution ? std::optional(card_.result().execution->full_marks) : std::nullopt;
  }

  bool is_full(const VaryingLine& line, std::size_t at) const {
    const auto full = full_marks(line);
    return full && Decimal::of(line.low[at], card_.places()) == *full;
  }

  Driver driver_of(const VaryingLine& line, const Moments& moments, double share) const {
    const std::vector<Int128>& high = line.high.empty() ? line.low : line.high;
    const auto at_places = [&](Int128 v) { return Decimal::of(v, card_.places()).trimmed(); };
    Driver out;
    out.spot = line.value->spot;
    out.how = line.value->values.how();
    out.full_marks = full_marks(line);
    out.least = at_places(*std::min_element(line.low.begin(), line.low.end()));
    out.most = at_places(*std::max_element(high.begin(), high.end()));
    out.mean = rounded_figure(moments.mean, 4);
    out.full_chance = rounded_figure(100 * moments.full, 2);
    out.share = rounded_figure(share, 2);
    return out;
  }

  const CardDraws& card_;
};

std::vector<GradeChance> grades_of(const model::Scheme& scheme, const Distribution& low,
                                   const Distribution& high) {
  std::vector<GradeChance> out;
  std::uint64_t low_above = 0;
  std::uint64_t high_above = 0;
  for (std::size_t g = 0; g < scheme.grades.size(); ++g) {
    const bool last = g + 1 == scheme.grades.size();  // what is below all grades has the last
    const std::uint64_t low_from = last ? low.draws : at_least(low, scheme.grades[g].from);
    const std::uint64_t high_from = last ? high.draws : at_least(high, scheme.grades[g].from);
    out.push_back({scheme.grades[g].name, low_from - low_above, high_from - high_above});
    low_above = low_from;
    high_above = high_from;
  }
  return out;
}

void draw(const CardDraws& card, const SimulationOptions& options, MoneyAverage* average,
          CardSimulation& out) {
  CountsByTotal low;
  CountsByTotal high;
  std::mutex counting;
  const std::uint64_t blocks = (options.draws + kBlock - 1) / kBlock;
  base::in_parallel(blocks, options.threads, [&](std::uint64_t block) {
    const std::uint64_t first = block * kBlock;
    const std::uint64_t size = std::min(kBlock, options.draws - first);
    std::vector<std::int64_t> low_totals(size);
    std::vector<std::int64_t> high_totals(size);
    card.totals(first, low_totals, high_totals);
    if (average != nullptr) average->add(first, low_totals, high_totals);
    CountsByTotal of_low;
    CountsByTotal of_high;
    add(of_low, low_totals);
    add(of_high, high_totals);
    const bool same = low_totals == high_totals;
    const std::lock_guard lock(counting);
    add(low, of_low);
    add(high, of_high);
    out.exact = out.exact && same;
  });
  const int places = out.scheme->rounding.places;
  out.low = of_counts(low, places);
  out.high = of_counts(high, places);
  out.grades = grades_of(*out.scheme, out.low, out.high);
}

}  // namespace

diag::Result<Simulation> simulate(std::span<const UncertainCard> cards, const SimulationOptions& options,
                                  const scoring::Context& context) {
  if (options.draws < 1 || options.draws > kMaxDraws) {
    return diag::Diagnostic{"W144",
                            fmt::format("抽样次数 {} 不在 1 至 {} 之间", options.draws, kMaxDraws),
                            "次数太少没有分布，太多只是费时间：误差随次数的平方根变小。",
                            "写 10000 或 100000。",
                            {}};
  }
  Simulation out;
  out.options = options;
  const auto is_project = [](const UncertainCard& c) { return c.card->kind == model::CardKind::project; };
  std::optional<MoneyAverage> average;
  if (std::count_if(cards.begin(), cards.end(), is_project) > 1) average.emplace(options.draws);
  std::vector<diag::Diagnostic> problems;
  for (std::size_t c = 0; c < cards.size(); ++c) {
    CardSimulation& card = out.cards.emplace_back();
    card.scheme = cards[c].scheme;
    card.card = cards[c].card;
    const CardDraws draws(cards[c], c, options, context);
    problems.insert(problems.end(), draws.problems().begin(), draws.problems().end());
    card.scored = draws.scored();
    if (!problems.empty() || !card.scored) continue;
    const scoring::CardResult as_it_is =
        std::move(explain::score(*card.scheme, {card.card, 1}, context).front());
    if (as_it_is.scored) {
      card.total = as_it_is.total;
      card.grade = as_it_is.grade;
    }
    const auto money = average ? money_of(draws.result(), context) : std::nullopt;
    if (money) average->begin_card(*money, card.scheme->rounding.places);
    draw(draws, options, money ? &*average : nullptr, card);
    card.drivers = Drivers(draws).take();
  }
  if (!problems.empty()) return problems;
  if (average) out.average = average->result();
  return out;
}

}  // namespace jiheng::whatif
