// Takes a scheme and the row of a dial. Gives numbers to look at. Decides nothing: a number that turns nothing does no harm.
#include "engine/whatif/curves/landmarks.h"

#include <algorithm>
#include <set>
#include <variant>

#include "engine/formula/lexer.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/standard_row.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;

constexpr int kPlacesOfLandmarks = 12;
constexpr std::int64_t kReach = 10;
constexpr std::int64_t kUnitsOfStandard = 40;  ///< 每…扣…: so many units are looked at
constexpr std::int64_t kDaysOfReach = 366;

/// The numbers a scheme compares with.
class Constants {
 public:
  explicit Constants(const model::Scheme& scheme) {
    if (scheme.over_threshold) take(*scheme.over_threshold);
    for (const auto& [interval, limit] : scheme.total_caps) take(interval);
    if (scheme.execution) take(scheme.execution->points);
    for (const model::Computed& computed : scheme.computed) take(computed.formula);
    for (const model::Clause& clause : scheme.clauses) {
      if (clause.when) take(*clause.when);
      std::visit([this](const auto& shape) { take(shape); }, clause.points);
    }
  }
  const std::set<Decimal>& values() const { return values_; }

 private:
  void take(const Decimal& value) {
    if (values_.size() < kMaxLandmarks) values_.insert(value);
  }
  void take(const model::Interval& interval) {
    if (interval.low) take(*interval.low);
    if (interval.high) take(*interval.high);
  }
  void take(const formula::Formula& f) {
    const std::vector<std::string_view> names(f.used_names().begin(), f.used_names().end());
    const auto tokens = formula::read_tokens(f.text(), names, {});
    if (!tokens) return;
    for (const formula::Token& token : *tokens) {
      if (token.kind == formula::Token::Kind::number) take(token.value);
    }
  }
  void take(const model::ByFormula& by) { take(by.points); }
  void take(const model::BySteps& by) {
    take(by.by);
    for (const auto& [interval, points] : by.steps) {
      take(interval);
      take(points);
    }
  }
  void take(const model::ByDeduction& by) {
    take(by.by);
    take(by.each);
  }
  void take(const model::ByConditions& /*by*/) {}
  void take(const model::ByTiers& /*by*/) {}
  void take(const model::ByCutPoints& /*by*/) {}
  void take(const model::ByStandard& /*by*/) {}

  std::set<Decimal> values_;
};

class Finder {
 public:
  Finder(const Trials& trials, std::size_t dial) : trials_(trials), dial_(trials.dials()[dial]) {
    add(dial_.present());
    if (dial_.is_day()) {
      of_day(dial);
    } else if (dial_.of_row()) {
      of_row(dial);
    } else {
      of_budget();
    }
  }
  const std::set<Decimal>& values() const { return values_; }
  const std::set<Decimal>& figures() const { return figures_; }

 private:
  void add(const std::optional<Decimal>& value) {
    if (value && values_.size() < kMaxLandmarks) values_.insert(value->trimmed());
  }

  /// A number beside the dial, in its unit: the number, its multiples and shares by every constant, and as far from it as
  /// the constant is in the dial's own unit (`per_ratio`: how much of the unit 1 is; 100 for %).
  void beside(const Decimal& figure, const std::set<Decimal>& constants, const Decimal& per_ratio) {
    figures_.insert(figure);
    add(figure);
    for (const Decimal& c : constants) {
      const Decimal more = 1 + c;
      const Decimal less = 1 - c;
      for (const Decimal& factor : {c, more, less}) {
        add(figure * factor);
        add(base::divide(figure, factor, kPlacesOfLandmarks));
      }
      const Decimal own = c * per_ratio;
      add(own);
      add(figure + own);
      add(figure - own);
    }
  }

  void of_row(std::size_t dial) {
    const Constants constants(*trials_.scored().scheme);
    add(Decimal(0));
    Decimal probe = dial_.present().value_or(0);
    if (probe.is_zero()) probe = 1;
    const auto row = trials_.row_with(dial, probe);
    if (!row) return;
    const target::Verdict& v = row->verdict;
    const bool actual = dial_.spot().what == Spot::What::actual;
    const auto& own = actual ? v.actual_value : v.target_value;
    if (!own || own->is_zero()) {
      beside(probe, constants.values(), 1);
      return;
    }
    const auto factor =
        base::divide(*own, probe, kPlacesOfLandmarks);  // the row's common unit in one of the dial's
    if (!factor || factor->is_zero()) return;
    const int shift = scoring::ratio_places(v.unit);
    const auto per_ratio = base::divide(shift == 2   ? Decimal(100)
                                        : shift == 3 ? Decimal(1000)
                                                     : Decimal(1),
                                        *factor, kPlacesOfLandmarks);
    std::vector<std::optional<Decimal>> others;
    if (actual) {
      others = {v.target_value, v.target_value2};
    } else {
      others = {v.actual_value, v.actual_value2};
    }
    for (const auto& other : others) {
      if (!other) continue;
      if (const auto in_unit = base::divide(*other, *factor, kPlacesOfLandmarks))
        beside(in_unit->trimmed(), constants.values(), per_ratio.value_or(1));
    }
    of_standard(*factor);
    for (const auto& [name, cut] : row_of(*trials_.scored().card, dial_.spot().row).cut_points)
      add(base::divide(cut.value, *factor, kPlacesOfLandmarks));
    figures_.insert(probe);
  }

  /// The limits of the row's own 评分标准, and where the next unit of what it takes off begins.
  void of_standard(const Decimal& factor) {
    const model::RowId id = dial_.spot().row;
    const auto& rows = trials_.scored().indicators;
    const auto scored =
        std::find_if(rows.begin(), rows.end(), [&](const scoring::IndicatorResult& r) { return r.id == id; });
    if (scored == rows.end() || scored->standard == nullptr) return;
    const scoring::StandardRow* own = scored->standard.get();
    const auto own_unit = [&](const Decimal& value) { add(base::divide(value, factor, kPlacesOfLandmarks)); };
    for (const standard::Part& part : own->standard.parts) {
      for (const auto* rules : {&part.gives, &part.changes, &part.zeros, &part.instead}) {
        for (const standard::Rule& rule : *rules) of_rule(rule, own_unit);
      }
    }
  }

  template <class Add>
  static void of_rule(const standard::Rule& rule, const Add& own_unit) {
    for (const standard::Test& test : rule.when) {
      if (test.in.low) own_unit(test.in.low->value);
      if (test.in.high) own_unit(test.in.high->value);
    }
    if (const auto* p = std::get_if<standard::Proportion>(&rule.effect)) {
      own_unit(p->zero_at);
      own_unit(p->full_at);
      own_unit(p->full_at * p->most);
    }
    const auto* c = std::get_if<standard::Change>(&rule.effect);
    if (c == nullptr || c->by == standard::Change::By::once || c->marks.high.sign() <= 0) return;
    const Decimal each = c->of_limit ? c->limit * c->each * Decimal::of(1, 2) : c->each;
    for (std::int64_t n = 0; n <= kUnitsOfStandard; ++n) {
      own_unit(c->limit + each * Decimal(n));
      own_unit(c->limit - each * Decimal(n));
    }
  }

  void of_day(std::size_t dial) {
    const Constants constants(*trials_.scored().scheme);
    if (dial_.present()) figures_.insert(*dial_.present());
    const auto probe = dial_.present() ? dial_.present() : day_beside();
    if (!probe) return;
    figures_.insert(*probe);
    const auto row = trials_.row_with(dial, *probe);
    if (!row || !row->verdict.days_late) return;
    const Decimal late = *row->verdict.days_late;
    const bool actual = dial_.spot().what == Spot::What::actual;
    const Decimal due = actual ? *probe - late : *probe + late;
    figures_.insert(due);
    add(due);
    for (const Decimal& c : constants.values()) {
      if (c.trimmed().places() > 0) continue;
      add(due + c);
      add(due - c);
    }
  }

  /// The day on the other side of the row, for a blank cell.
  std::optional<Decimal> day_beside() const {
    return dial_.read(row_of(*trials_.scored().card, dial_.spot().row).target.text, trials_.context());
  }

  void of_budget() {
    const Constants constants(*trials_.scored().scheme);
    const model::Budget& b = trials_.scored().card->budget;
    add(Decimal(0));
    for (const auto* amount : {&b.initial, &b.adjusted, &b.approved, &b.planned, &b.executed}) {
      if (*amount) beside((*amount)->value, constants.values(), 1);
    }
  }

  const Trials& trials_;
  const Dial& dial_;
  std::set<Decimal> values_;
  std::set<Decimal> figures_;
};

}  // namespace

std::vector<Decimal> landmarks(const Trials& trials, std::size_t dial) {
  const Finder finder(trials, dial);
  return {finder.values().begin(), finder.values().end()};
}

Reach reach(const Trials& trials, std::size_t dial) {
  const Finder finder(trials, dial);
  const std::set<Decimal>& figures = finder.figures();
  if (trials.dials()[dial].is_day()) {
    const Decimal first = figures.empty() ? Decimal(0) : *figures.begin();
    const Decimal last = figures.empty() ? Decimal(0) : *figures.rbegin();
    return {first - kDaysOfReach, last + kDaysOfReach};
  }
  Decimal largest = 1;
  bool negative = false;
  for (const Decimal& figure : figures) {
    largest = std::max(largest, figure.magnitude());
    negative = negative || figure.sign() < 0;
  }
  const Decimal high = (largest * kReach).rounded(0);
  return {negative ? high.negated() : Decimal(0), high};
}

}  // namespace jiheng::whatif
