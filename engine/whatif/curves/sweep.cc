// Takes a range as typed and a dial. Gives the points at every value and the kinks between the first and the last.
#include "engine/whatif/curves/sweep.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "engine/quantity/bounds.h"
#include "engine/whatif/curves/landmarks.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;

diag::Diagnostic no_range(std::string_view text, const std::string& why, const base::Place& place) {
  return {"W120", fmt::format("看不懂扫描的范围“{}”", text), why,
          "写成 起..止:步长，如 100..300:10，或列出各个值，如 100,150,180。", place};
}

diag::Diagnostic too_many(std::size_t most, const base::Place& place) {
  return {"W122", fmt::format("扫描的值超过 {} 个", most), "", "加大步长，或缩小范围。", place};
}

std::string_view without_ends(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Of a range: a number, with the dial's unit or without; days of a day.
std::optional<Decimal> step_of_range(std::string_view text, const Dial& dial,
                                     const scoring::Context& context) {
  if (!dial.is_day()) return dial.read(text, context);
  if (text.ends_with("天")) text.remove_suffix(std::string_view("天").size());
  const auto days = Decimal::parse(text);
  return days && days->trimmed().places() == 0 && quantity::in_bounds(*days) ? days : std::nullopt;
}

diag::Result<std::vector<Decimal>> of_range(std::string_view text, std::size_t dots, const Dial& dial,
                                            const scoring::Context& context, const base::Place& place) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon < dots) return no_range(text, "没有写步长。", place);
  const auto first = dial.read(without_ends(text.substr(0, dots)), context);
  const auto last = dial.read(without_ends(text.substr(dots + 2, colon - dots - 2)), context);
  const auto step = step_of_range(without_ends(text.substr(colon + 1)), dial, context);
  if (!first || !last || !step)
    return no_range(text, fmt::format("起、止、步长要是“{}”那样的数。", dial.name()), place);
  if (step->sign() <= 0) return no_range(text, "步长要大于 0。", place);
  if (*first > *last) return no_range(text, "起比止大。", place);
  std::vector<Decimal> values;
  for (Decimal value = *first; value <= *last;) {
    if (values.size() == kMaxSweepValues) return too_many(kMaxSweepValues, place);
    values.push_back(value.trimmed());
    value += *step;
  }
  return values;
}

SweepPoint point_of(const Decimal& value, const Point& at, const Dial& dial) {
  SweepPoint point{value, at.total, {}, {}, false, at.readable};
  if (dial.of_row()) {
    point.score = at.rows[0].score;
    if (at.rows[0].clause != nullptr) point.rule = at.rows[0].clause->id;
  } else {
    point.score = at.execution.value_or(scoring::Points{});
  }
  return point;
}

}  // namespace

diag::Result<std::vector<Decimal>> sweep_values(std::string_view text, const Dial& dial,
                                                const scoring::Context& context, const base::Place& place) {
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos)
    return of_range(text, dots, dial, context, place);
  std::vector<Decimal> values;
  std::string_view rest = text;
  while (true) {
    const std::size_t comma = rest.find(',');
    const std::string_view one = without_ends(rest.substr(0, comma));
    const auto value = dial.read(one, context);
    if (!value) return no_range(text, fmt::format("“{}”不是“{}”那样的数。", one, dial.name()), place);
    if (values.size() == kMaxSweepValues) return too_many(kMaxSweepValues, place);
    values.push_back(value->trimmed());
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

Sweep sweep(const scoring::CardResult& scored, const Dial& dial, const std::vector<Decimal>& values,
            const scoring::Context& context) {
  const Trials trials(scored, {dial}, context);
  Sweep result;
  result.dial = dial;
  std::vector<Decimal> all = values;
  const auto& now = dial.present();
  if (now && *now >= all.front() && *now <= all.back()) {
    const auto place = std::lower_bound(all.begin(), all.end(), *now);
    if (*place != *now) all.insert(place, *now);
  }
  std::vector<Values> settings;
  settings.reserve(all.size());
  for (const Decimal& value : all) settings.push_back({value});
  const std::vector<Point> points = trials.points_at(settings);
  for (std::size_t i = 0; i < all.size(); ++i) {
    result.points.push_back(point_of(all[i], points[i], dial));
    result.points.back().present = now && all[i] == *now;
  }
  int places = dial.places();
  for (const Decimal& value : values) places = std::max(places, value.places());
  const auto axis = axis_between(all.front(), all.back(), places, dial.is_day());
  if (!axis) {
    result.complete = false;
    return result;
  }
  Curve curve(trials, *axis, [](const Decimal& value) { return Values{value}; });
  std::vector<Decimal> looks = landmarks(trials, 0);
  looks.insert(looks.end(), all.begin(), all.end());
  curve.find_turns(looks);
  result.kinks = kinks_of(curve, trials);
  result.precision = Decimal::of(1, axis->places);
  result.complete = curve.complete();
  return result;
}

diag::Result<SweepGrid> sweep_grid(const scoring::CardResult& scored, const Dial& x, const Dial& y,
                                   const std::vector<Decimal>& xs, const std::vector<Decimal>& ys,
                                   const scoring::Context& context, const base::Place& place) {
  if (xs.size() * ys.size() > kMaxGridValues) return too_many(kMaxGridValues, place);
  const Trials trials(scored, {x, y}, context);
  std::vector<Values> settings;
  for (const Decimal& row : ys) {
    for (const Decimal& column : xs) settings.push_back({column, row});
  }
  const std::vector<Point> points = trials.points_at(settings);
  SweepGrid grid{x, y, xs, ys, {}};
  for (std::size_t r = 0; r < ys.size(); ++r) {
    auto& row = grid.rows.emplace_back();
    for (std::size_t c = 0; c < xs.size(); ++c) {
      row.push_back(point_of(xs[c], points[r * xs.size() + c], x));
      row.back().present = x.present() == xs[c] && y.present() == ys[r];
    }
  }
  return grid;
}

}  // namespace jiheng::whatif
