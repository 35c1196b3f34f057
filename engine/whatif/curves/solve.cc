// Takes wanted points and dials. Walks the whole axis between its turns, piece by piece, and gives every stretch that fits.
#include "engine/whatif/curves/solve.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/scoring/figures.h"
#include "engine/whatif/curves/landmarks.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;

/// A proportion is printed with this many places of a percent, and looked for from -100% to +900%.
constexpr int kPercentPlaces = 2;
constexpr std::int64_t kLeastPercent = -100;
constexpr std::int64_t kMostPercent = 900;

std::int64_t power_of_ten(int n) {
  std::int64_t power = 1;
  for (int i = 0; i < n; ++i) power *= 10;
  return power;
}

std::int64_t down_to(std::int64_t step, std::int64_t unit) { return step - ((step % unit) + unit) % unit; }

class Solver {
 public:
  Solver(const Trials& trials, const Axis& axis, std::function<Values(const Decimal&)> setting,
         std::optional<Decimal> now, Solve& solve)
      : trials_(trials),
        axis_(axis),
        setting_(std::move(setting)),
        curve_(trials, axis, setting_),
        unit_(power_of_ten(axis.places - axis.printed_places)),
        now_(now),
        solve_(solve) {
    if (solve.wanted.row) {
      const auto& rows = trials.rows();
      row_ = static_cast<std::size_t>(std::find(rows.begin(), rows.end(), *solve.wanted.row) - rows.begin());
    }
  }

  void run(const std::vector<Decimal>& landmarks) {
    const Point present = trials_.present();
    const scoring::Points& points = points_of(present);
    solve_.now = points.low;
    solve_.open = !points.exact();
    solve_.low = axis_.value(axis_.first).trimmed();
    solve_.high = axis_.value(axis_.last).trimmed();
    solve_.precision = Decimal::of(1, axis_.places);
    curve_.find_turns(landmarks);
    const auto stretches = curve_.stretches([this](const Point& p) {
      const Decimal got = points_of(p).low;
      return got < solve_.wanted.points ? -1 : got > solve_.wanted.points ? 1 : 0;
    });
    for (const Stretch& stretch : stretches) put(stretch);
    find_ends();
    const auto away = [this](const Solution& s) {
      const Decimal from = now_.value_or(0);
      if (from < s.low.at) return s.low.at - from;
      return from > s.high.at ? from - s.high.at : Decimal(0);
    };
    std::stable_sort(solve_.solutions.begin(), solve_.solutions.end(),
                     [&](const Solution& a, const Solution& b) { return away(a) < away(b); });
    const bool printed = std::any_of(solve_.solutions.begin(), solve_.solutions.end(),
                                     [](const Solution& s) { return s.nearest.has_value(); });
    if (!printed) find_neighbours();
    solve_.complete = curve_.complete();
  }

  /// Points at a value, by scoring alone.
  Decimal points_at(const Decimal& value) const {
    const Values setting = setting_(value);
    return points_of(trials_.points_at({&setting, 1})[0]).low;
  }

  const scoring::Points& points_of(const Point& point) const {
    return solve_.wanted.row ? point.rows[row_].score : point.total;
  }

 private:
  void put(const Stretch& stretch) {
    Solution s;
    s.from_reach = stretch.first == axis_.first;
    s.to_reach = stretch.last == axis_.last;
    const auto fits = [this](const Point& p) {
      return p.readable && points_of(p).low == solve_.wanted.points;
    };
    s.low = s.from_reach ? End{axis_.value(stretch.first).trimmed()}
                         : curve_.place_behind(stretch.first - 1, fits);
    s.high = End{axis_.value(stretch.last).trimmed()};
    if (!s.to_reach) {
      s.high = curve_.place_behind(stretch.last, [&](const Point& p) { return !fits(p); });
      s.high.closed = !s.high.closed;
    }
    const std::int64_t greatest = down_to(stretch.last, unit_);
    const std::int64_t least = down_to(stretch.first + unit_ - 1, unit_);
    s.least = printed(least, greatest, unit_);
    s.greatest = printed(greatest, least, -unit_);
    s.nearest = s.least;
    if (now_ && s.least && *now_ > *s.least) s.nearest = *now_ < *s.greatest ? now_ : s.greatest;
    solve_.solutions.push_back(s);
  }

  /// The first value a form can print, from one step to another. A cell may read a number as something else (2012.3 as a
  /// month), but not many in a row.
  std::optional<Decimal> printed(std::int64_t from, std::int64_t to, std::int64_t by) const {
    constexpr int kTries = 20;
    for (int i = 0; i < kTries && (by > 0 ? from <= to : from >= to); ++i, from += by) {
      const Decimal value = axis_.value(from).trimmed();
      if (readable(value)) return value;
    }
    return std::nullopt;
  }

  bool readable(const Decimal& value) const {
    const Values values = setting_(value);
    for (std::size_t d = 0; d < values.size(); ++d) {
      if (!trials_.dials()[d].text_of(values[d], trials_.context())) return false;
    }
    return true;
  }

  void find_ends() {
    bool first = true;
    const auto rounder = [](const Reached& a, const Reached& b) {
      return a.value.places() < b.value.places();
    };
    for (const auto& [step, point] : curve_.looked()) {
      if (!point.readable) continue;
      const Reached here{axis_.value(step).trimmed(), points_of(point).low};
      Reached& most = solve_.most;
      Reached& least = solve_.least;
      if (first || here.points > most.points || (here.points == most.points && rounder(here, most)))
        most = here;
      if (first || here.points < least.points || (here.points == least.points && rounder(here, least)))
        least = here;
      first = false;
    }
  }

  /// Where the points pass the wanted ones without a printed value between: the printed values on both sides, of the
  /// passing nearest to the present.
  void find_neighbours() {
    const Decimal& wanted = solve_.wanted.points;
    const std::int64_t now = now_ ? axis_.step(*now_) : axis_.first;
    std::optional<std::pair<std::int64_t, std::int64_t>> best;
    const auto distance = [now](std::int64_t step) { return step > now ? step - now : now - step; };
    std::optional<std::int64_t> last;  // the last step whose points differ from the wanted ones
    bool last_below = false;
    for (const auto& [step, point] : curve_.looked()) {
      const Decimal got = points_of(point).low;
      if (!point.readable || got == wanted) continue;
      const bool below = got < wanted;
      if (last && below != last_below && (!best || distance(step) < distance(best->second)))
        best = {*last, step};
      last = step;
      last_below = below;
    }
    if (!best) return;
    for (const std::int64_t step : {down_to(best->first, unit_), down_to(best->second + unit_ - 1, unit_)}) {
      if (step < axis_.first || step > axis_.last) continue;
      const Decimal value = axis_.value(step).trimmed();
      if (!readable(value)) continue;
      const Decimal points = points_at(value);
      (points < wanted ? solve_.below : solve_.above) = Reached{value, points};
    }
  }

  const Trials& trials_;
  Axis axis_;
  std::function<Values(const Decimal&)> setting_;
  Curve curve_;
  std::int64_t unit_;  ///< steps from one printed value to the next
  std::optional<Decimal> now_;
  Solve& solve_;
  std::size_t row_ = 0;
};

/// 1 where more of the figure means more points, -1 where less does.
int better_way(const scoring::CardResult& scored, const Dial& dial) {
  if (!dial.of_row())
    return dial.spot().what == Spot::What::executed || dial.spot().what == Spot::What::full_marks ? 1 : -1;
  for (const scoring::IndicatorResult& row : scored.indicators) {
    if (row.id != dial.spot().row) continue;
    const bool lower = row.verdict.direction == target::Direction::lower;
    return lower == (dial.spot().what == Spot::What::actual) ? -1 : 1;
  }
  return 1;
}

/// present × (1 ± p/100), of a negative figure as far in the same direction.
Decimal scaled(const Decimal& present, int way, const Decimal& percent) {
  const Decimal share = Decimal::of(percent.coefficient(), percent.places() + 2);
  const Decimal change = present.magnitude() * share;
  return way > 0 ? present + change : present - change;
}

/// As a form prints it, no nearer to the present value than `value` is.
Decimal printed_away(const Decimal& value, const Decimal& present, int places) {
  Decimal out = value.rounded(places);
  const Decimal one = Decimal::of(1, places);
  if (value > present && out < value) out += one;
  if (value < present && out > value) out -= one;
  return out;
}

}  // namespace

diag::Result<Decimal> wanted_points(std::string_view text, const scoring::CardResult& scored,
                                    std::optional<std::size_t> row, const base::Place& place) {
  std::string_view number = text;
  if (number.ends_with("分")) number.remove_suffix(std::string_view("分").size());
  const auto points = Decimal::parse(number);
  const Decimal most =
      row ? scored.indicators[*row].full_marks.value_or(scored.scheme->total) : scored.scheme->total;
  if (points && points->sign() >= 0 && *points <= most) return *points;
  return diag::Diagnostic{"W123", fmt::format("想要的分数不能是“{}”", text),
                          fmt::format("{}最多 {} 分。", row ? "这一项" : "总分", scoring::figure(most)),
                          fmt::format("写 0 到 {} 之间的数。", scoring::figure(most)), place};
}

Solve solve(const scoring::CardResult& scored, const Dial& dial, const Wanted& wanted,
            const scoring::Context& context) {
  Solve result;
  result.dials = {dial};
  result.wanted = wanted;
  const Trials trials(scored, {dial}, context);
  const Reach range = reach(trials, 0);
  const auto axis = axis_between(range.low, range.high, dial.places(), dial.is_day());
  if (!axis) {
    result.complete = false;
    return result;
  }
  Solver(
      trials, *axis, [](const Decimal& v) { return Values{v}; }, dial.present(), result)
      .run(landmarks(trials, 0));
  return result;
}

diag::Result<Solve> solve_together(const scoring::CardResult& scored, const std::vector<Dial>& dials,
                                   const Wanted& wanted, const scoring::Context& context,
                                   const base::Place& place) {
  std::vector<int> ways;
  for (const Dial& dial : dials) {
    if (!dial.present() || dial.present()->is_zero() || dial.is_day()) {
      const std::string why = dial.is_day() ? "它是日期" : dial.present() ? "它现在是 0" : "它是空的";
      return diag::Diagnostic{"W124", fmt::format("“{}”不能按比例变动：{}", dial.name(), why),
                              "几个数一起变时，都从现在的值按同一个比例变。",
                              "单独用它反推，或先填上一个数。", place};
    }
    ways.push_back(better_way(scored, dial));
  }
  Solve result;
  result.dials = dials;
  result.wanted = wanted;
  const Trials trials(scored, dials, context);
  const auto axis = axis_between(kLeastPercent, kMostPercent, kPercentPlaces, false);
  const auto setting = [&](const Decimal& percent) {
    Values values;
    for (std::size_t d = 0; d < dials.size(); ++d)
      values.push_back(scaled(*dials[d].present(), ways[d], percent));
    return values;
  };
  std::vector<Decimal> looks = {Decimal(0)};
  for (std::size_t d = 0; d < dials.size(); ++d) {
    for (const Decimal& value : landmarks(trials, d)) {
      const Decimal change = (value - *dials[d].present()) * std::int64_t{100} * ways[d];
      if (const auto percent = base::divide(change, dials[d].present()->magnitude(), axis->places))
        looks.push_back(*percent);
    }
  }
  Solver solver(trials, *axis, setting, Decimal(0), result);
  solver.run(looks);
  if (result.solutions.empty() || !result.solutions[0].nearest) return result;
  result.setting = setting(*result.solutions[0].nearest);
  for (std::size_t d = 0; d < dials.size(); ++d)
    result.printed.push_back(printed_away(result.setting[d], *dials[d].present(), dials[d].places()));
  result.printed_points = solver.points_of(trials.points_at({&result.printed, 1})[0]).low;
  return result;
}

}  // namespace jiheng::whatif
