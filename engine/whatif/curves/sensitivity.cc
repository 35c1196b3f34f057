// Takes a scored card. Turns each of its figures a little, looks where the next kinks are. Leaves the chart to report.
#include "engine/whatif/curves/sensitivity.h"

#include <algorithm>

#include "engine/scoring/figures.h"
#include "engine/whatif/curves/landmarks.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;

/// The larger change of either end, in both directions; 0 where there is no such change.
Decimal size_of(const Effect& effect) {
  Decimal size(0);
  for (const auto& change : {effect.less, effect.more})
    if (change) size = std::max({size, change->low.magnitude(), change->high.magnitude()});
  return size;
}

/// By what 10% does, as the chart shows it; then by the largest of all, for days and for figures that 10% does not move.
bool tells_more(const Sensitive& a, const Sensitive& b) {
  const auto ten_percent = static_cast<std::size_t>(Nudge::ten_percent);
  const Decimal left = size_of(a.effects[ten_percent]);
  const Decimal right = size_of(b.effects[ten_percent]);
  return left != right ? left > right : a.most > b.most;
}

/// How far a change goes from the present value; nullopt where there is no such change.
std::optional<Decimal> distance_of(Nudge nudge, const Dial& dial) {
  if (nudge == Nudge::one_unit) return Decimal(1);
  if (dial.is_day() || dial.present()->is_zero()) return std::nullopt;
  const int shift = nudge == Nudge::one_percent ? 2 : 1;
  const Decimal whole = dial.present()->magnitude();
  return Decimal::of(whole.coefficient(), whole.places() + shift);
}

scoring::Points change_of(const scoring::Points& after, const scoring::Points& before) {
  return {after.low - before.low, after.high - before.high};
}

void put_effects(const Trials& trials, Sensitive& figure) {
  std::vector<Values> settings;
  std::vector<std::optional<scoring::Points>*> places;
  for (std::size_t c = 0; c < kNudges.size(); ++c) {
    const auto distance = distance_of(kNudges[c], figure.dial);
    if (!distance) continue;
    settings.push_back({figure.present - *distance});
    places.push_back(&figure.effects[c].less);
    settings.push_back({figure.present + *distance});
    places.push_back(&figure.effects[c].more);
  }
  const std::vector<Point> points = trials.points_at(settings);
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!points[i].readable) continue;
    *places[i] = change_of(points[i].total, trials.scored().total);
    figure.most = std::max({figure.most, (*places[i])->low.magnitude(), (*places[i])->high.magnitude()});
  }
}

void put_nearest_kinks(const Trials& trials, Sensitive& figure) {
  const Reach range = reach(trials, 0);
  const auto axis = axis_between(range.low, range.high, figure.dial.places(), figure.dial.is_day());
  if (!axis) return;
  Curve curve(trials, *axis, [](const Decimal& value) { return Values{value}; });
  curve.find_turns(landmarks(trials, 0));
  for (Kink& kink : kinks_of(curve, trials)) {
    const Decimal distance = kink.end.at - figure.present;
    if (distance.sign() <= 0) figure.below = NearKink{kink, distance.negated()};
    if (distance.sign() >= 0 && !figure.above) figure.above = NearKink{std::move(kink), distance};
  }
}

class Figures {
 public:
  Figures(const scoring::CardResult& scored, const scoring::Context& context)
      : scored_(scored), context_(context) {
    result_.total = scored.total;
  }

  Sensitivity all() {
    for (const scoring::IndicatorResult& row : scored_.indicators) {
      put({Spot::What::target, row.id}, row.score);
      put({Spot::What::actual, row.id}, row.score);
    }
    if (scored_.execution && scored_.card->budget.executed)
      put({Spot::What::executed}, scored_.execution->score);
    std::stable_sort(result_.figures.begin(), result_.figures.end(), tells_more);
    return std::move(result_);
  }

 private:
  void put(const Spot& spot, const scoring::Points& score) {
    diag::Result<Dial> dial = Dial::at(scored_, spot, context_);
    if (!dial) {
      result_.fixed.push_back(dial.problems[0].message);
      return;
    }
    if (!dial->present()) {
      result_.fixed.push_back("“" + dial->name() + "”不能变动：它是空的，没有现在的值");
      return;
    }
    const Trials trials(scored_, {*dial}, context_);
    Sensitive figure{*dial, *dial->present(), score, {}, {}, {}, 0};
    put_effects(trials, figure);
    put_nearest_kinks(trials, figure);
    result_.figures.push_back(std::move(figure));
  }

  const scoring::CardResult& scored_;
  scoring::Context context_;
  Sensitivity result_;
};

}  // namespace

Sensitivity sensitivity(const scoring::CardResult& scored, const scoring::Context& context) {
  return Figures(scored, context).all();
}

}  // namespace jiheng::whatif
