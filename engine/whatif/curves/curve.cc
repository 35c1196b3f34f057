// Takes trials along an axis. Looks, halves and looks again until every turn lies between two neighbouring steps.
// Leaves what a turn is called to kinks.cc.
#include "engine/whatif/curves/curve.h"

#include <algorithm>
#include <cmath>

namespace jiheng::whatif {
namespace {

using base::Decimal;

constexpr std::int64_t kEven = 200;                      ///< even distances looked at first
constexpr std::int64_t kFarthest = 1000000000000000000;  ///< steps an axis may count to
constexpr double kSteeper = 4;  ///< a gap this much steeper than both beside it may hold a jump

/// A place that cannot be probed is taken for exact where it is round: this many places fewer than the grid has.
constexpr int kRound = 3;
/// How much finer than the grid a place is probed, and how fine before doubles blur: digits in front of what is left out.
constexpr int kProbe = 3;
constexpr int kSharpDigits = 10;

int places_of(const Decimal& value) { return value.trimmed().places(); }

int digits_before_point(const Decimal& value) {
  int digits = 0;
  for (base::Int128 whole = value.magnitude().rounded(0).coefficient(); whole > 0; whole /= 10) ++digits;
  return digits;
}

std::optional<std::int64_t> steps_of(const Decimal& value, int places, bool up) {
  Decimal whole = value.rounded(places);
  const auto one = Decimal::of(1, places);
  if (up && whole > value) whole -= one;
  if (!up && whole < value) whole += one;
  const Decimal exact = whole.with_places(places);
  if (exact.places() != places || exact.magnitude().coefficient() > kFarthest) return std::nullopt;
  return static_cast<std::int64_t>(exact.coefficient());
}

}  // namespace

std::int64_t Axis::step(const Decimal& v) const {
  if (v <= value(first)) return first;
  if (v >= value(last)) return last;
  return static_cast<std::int64_t>(v.rounded(places).with_places(places).coefficient());
}

std::optional<Axis> axis_between(const Decimal& low, const Decimal& high, int printed_places,
                                 bool whole_days) {
  if (low > high) return std::nullopt;
  for (int finer = whole_days ? 0 : kFiner; finer >= 0; --finer) {
    const int places = printed_places + finer;
    const auto first = steps_of(low, places, false);
    const auto last = steps_of(high, places, true);
    if (first && last && *first <= *last) return Axis{*first, *last, places, printed_places};
  }
  return std::nullopt;
}

Curve::Curve(const Trials& trials, const Axis& axis, std::function<Values(const Decimal&)> setting)
    : trials_(&trials), axis_(axis), setting_(std::move(setting)) {
  unit_ = Decimal::of(1, trials.scored().scheme->rounding.places).to_double();
}

void Curve::look_at(std::vector<std::int64_t> steps) {
  std::sort(steps.begin(), steps.end());
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  std::erase_if(steps, [this](std::int64_t step) {
    return step < axis_.first || step > axis_.last || looked_.contains(step);
  });
  if (looked_.size() + steps.size() > kMaxLooked) {
    steps.resize(kMaxLooked - std::min(kMaxLooked, looked_.size()));
    complete_ = false;
  }
  std::vector<Values> settings;
  settings.reserve(steps.size());
  for (const std::int64_t step : steps) settings.push_back(setting_(axis_.value(step)));
  std::vector<Point> points = trials_->points_at(settings);
  for (std::size_t i = 0; i < steps.size(); ++i) looked_.emplace(steps[i], std::move(points[i]));
}

void Curve::find_turns(std::span<const Decimal> values) {
  std::vector<std::int64_t> steps = {axis_.first, axis_.last};
  const std::int64_t width = axis_.last - axis_.first;
  for (std::int64_t i = 1; i < kEven; ++i) steps.push_back(axis_.first + width / kEven * i);
  for (const Decimal& value : values) {
    const std::int64_t step = axis_.step(value);
    for (const std::int64_t near : {step - 1, step, step + 1}) steps.push_back(near);
  }
  look_at(std::move(steps));
  narrow([this](At a, At b) { return turns_between(a, b); });
}

/// Halves every gap `between` holds for, until none is wider than one step.
void Curve::narrow(const std::function<bool(At, At)>& between) {
  while (complete_) {
    std::vector<std::int64_t> middles;
    for (auto a = looked_.cbegin(), b = std::next(a); b != looked_.cend(); a = b++) {
      if (b->first - a->first > 1 && between(a, b)) middles.push_back(a->first + (b->first - a->first) / 2);
    }
    if (middles.empty()) return;
    look_at(std::move(middles));
  }
}

bool Curve::turns_between(At a, At b) const {
  return !same_piece(a->second, b->second) || jumps_between(a, b);
}

/// The largest change of the total and of the first row between two values, in points.
double Curve::change(At a, At b) const {
  const auto distance = [](const Decimal& x, const Decimal& y) {
    return std::abs(x.to_double() - y.to_double());
  };
  const Point& p = a->second;
  const Point& q = b->second;
  double most = std::max(distance(p.total.low, q.total.low), distance(p.total.high, q.total.high));
  if (!p.rows.empty() && !q.rows.empty()) {
    most = std::max({most, distance(p.rows[0].score.low, q.rows[0].score.low),
                     distance(p.rows[0].score.high, q.rows[0].score.high)});
  }
  return most;
}

/// Steeper by far than the gaps beside it on the same piece, by more than rounding explains.
bool Curve::jumps_between(At a, At b) const {
  const auto width = static_cast<double>(b->first - a->first);
  const double here = change(a, b);
  if (here <= 2 * unit_) return false;
  double beside = -1;
  if (a != looked_.cbegin()) {
    const At left = std::prev(a);
    if (same_piece(left->second, a->second))
      beside = std::max(beside, change(left, a) / static_cast<double>(a->first - left->first));
  }
  if (const At right = std::next(b); right != looked_.cend() && same_piece(b->second, right->second))
    beside = std::max(beside, change(b, right) / static_cast<double>(right->first - b->first));
  if (beside < 0) return b->first - a->first > 1;  // nothing to compare with: halve, and there is
  return here / width > kSteeper * beside + 2 * unit_ / width;
}

std::vector<Turn> Curve::turns() const {
  std::vector<Turn> turns;
  if (looked_.empty()) return turns;
  for (auto a = looked_.cbegin(), b = std::next(a); b != looked_.cend(); a = b++) {
    if (b->first - a->first == 1 && turns_between(a, b)) turns.push_back({a->first, b->first});
  }
  return turns;
}

std::vector<Stretch> Curve::stretches(const Side& side) {
  narrow([&](At a, At b) { return side(a->second) != side(b->second); });
  std::vector<Stretch> found;
  bool inside = false;
  for (const auto& [step, point] : looked_) {
    const bool fits = point.readable && side(point) == 0;
    if (fits && inside) {
      found.back().last = step;
    } else if (fits) {
      found.push_back({step, step});
    }
    inside = fits;
  }
  return found;
}

End Curve::place_behind(std::int64_t step, const std::function<bool(const Point&)>& behind) const {
  const Decimal left = axis_.value(step).trimmed();
  const Decimal right = axis_.value(step + 1).trimmed();
  const bool at_left = places_of(left) < places_of(right);
  End end{at_left ? left : right, !at_left, true};
  end.exact = axis_.places == axis_.printed_places || lies_at(end, behind);
  return end;
}

/// One look just beside the place, on the side the place itself is not of.
bool Curve::lies_at(const End& end, const std::function<bool(const Point&)>& behind) const {
  const int places = std::min(axis_.places + kProbe, kSharpDigits - digits_before_point(end.at));
  if (places <= axis_.places) return places_of(end.at) <= axis_.places - kRound;
  const Decimal a_bit = Decimal::of(1, places);
  const std::vector<Values> probe = {setting_(end.closed ? end.at - a_bit : end.at + a_bit)};
  return behind(trials_->points_at(probe)[0]) != end.closed;
}

}  // namespace jiheng::whatif
