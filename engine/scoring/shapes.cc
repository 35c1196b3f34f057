// Takes the rows a clause holds for, gives their points: 得分, 阶梯, 扣分, 子项, 档次, 档点. Formulas run
// over all the rows at once; points are exact decimals from the moment a formula has given its number. What is said
// of them is explain/clause_words.cc's.
#include "engine/scoring/shapes.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "engine/base/squeezed.h"
#include "engine/scoring/claims.h"
#include "engine/scoring/standard_row.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;
using How = Outcome::How;

class Shaper {
 public:
  Shaper(const ClausePlan& plan, const model::Rounding& rounding, const Columns& columns,
         std::span<const ClauseRow> rows, std::span<const std::size_t> picked, std::vector<Outcome>& outcomes)
      : plan_(plan),
        rounding_(rounding),
        columns_(columns),
        rows_(rows),
        picked_(picked),
        outcomes_(outcomes) {}

  void operator()(const model::ByFormula&) { give_formula(plan_.formulas[0], picked_); }

  void operator()(const model::BySteps& by) {
    const std::vector<double> values = plan_.formulas[0].values(columns_, picked_);
    std::vector<std::vector<std::size_t>> at_step(by.steps.size());
    for (std::size_t i = 0; i < picked_.size(); ++i) {
      const std::size_t row = picked_[i];
      const auto value = Decimal::from_double(values[i]);
      if (!value) {
        unknown(row, How::no_number);
        continue;
      }
      const auto step = std::find_if(by.steps.begin(), by.steps.end(),
                                     [&](const auto& s) { return s.first.contains(*value); });
      if (step == by.steps.end()) {
        unknown(row, How::no_step);
      } else {
        at_step[static_cast<std::size_t>(step - by.steps.begin())].push_back(row);
      }
    }
    for (std::size_t s = 0; s < by.steps.size(); ++s) {
      give_formula(plan_.formulas[s + 1], at_step[s]);
      for (const std::size_t row : at_step[s]) outcomes_[row].piece.step = static_cast<int>(s);
    }
  }

  void operator()(const model::ByDeduction& by) {
    const std::vector<double> values = plan_.formulas[0].values(columns_, picked_);
    for (std::size_t i = 0; i < picked_.size(); ++i) {
      const std::size_t row = picked_[i];
      const auto value = Decimal::from_double(values[i]);
      const auto units = value ? units_of(*value, by) : std::nullopt;
      if (!units) {
        unknown(row, How::no_number);
        continue;
      }
      const Decimal left = rows_[row].full - *units * by.points;
      settle(row, std::max(left, by.floor));
      outcomes_[row].measured = value;
      outcomes_[row].units = units;
      const bool counts = by.part != model::ByDeduction::Part::proportional && left > by.floor;
      if (counts) outcomes_[row].piece.units = units;
    }
  }

  void operator()(const model::ByConditions& by) {
    std::vector<std::vector<double>> points;
    for (const Bound& item : plan_.formulas) points.push_back(item.values(columns_, picked_));
    for (std::size_t i = 0; i < picked_.size(); ++i) give_conditions(by, points, i);
  }

  void operator()(const model::ByTiers& by) {
    for (const std::size_t row : picked_) give_tier(by, row);
  }

  void operator()(const model::ByCutPoints& by) {
    for (const std::size_t row : picked_) give_cut_point(by, row);
  }

  void operator()(const model::ByStandard&) {
    for (const std::size_t row : picked_) give_by_standard(row);
  }

 private:
  Outcome& decide(std::size_t row, How how) {
    outcomes_[row].decided = true;
    outcomes_[row].clause = &plan_;
    outcomes_[row].how = how;
    return outcomes_[row];
  }

  /// Points held between 0 and the full marks, rounded.
  void settle(std::size_t row, const Decimal& raw) {
    Outcome& outcome = decide(row, How::points);
    const Decimal& full = rows_[row].full;
    outcome.raw = raw;
    Decimal held = raw;
    if (raw.sign() < 0) {
      held = 0;
    } else if (raw > full) {
      held = full;
    }
    outcome.exact = {held, held};
    outcome.low = outcome.high = kept_points(held, full, rounding_);
    outcome.piece.end = end_of(raw, full);
  }

  Outcome& settle_range(std::size_t row, How how, const Decimal& low, const Decimal& high) {
    Outcome& outcome = decide(row, how);
    const Decimal& full = rows_[row].full;
    outcome.exact = {std::clamp(low, Decimal(0), full), std::clamp(high, Decimal(0), full)};
    outcome.low = kept_points(outcome.exact.low, full, rounding_);
    outcome.high = kept_points(outcome.exact.high, full, rounding_);
    return outcome;
  }

  /// Points nobody can tell: between none and all.
  Outcome& unknown(std::size_t row, How how) { return settle_range(row, how, 0, rows_[row].full); }

  void give_formula(const Bound& bound, std::span<const std::size_t> rows) {
    const std::vector<double> values = bound.values(columns_, rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t row = rows[i];
      const auto raw = Decimal::from_double(values[i]);
      if (!raw) {
        unknown(row, How::no_number);
      } else if (*raw > rows_[row].full && columns_.at(static_cast<std::size_t>(Name::missed), row) > 0) {
        unknown(row, How::passes_full).raw = *raw;
      } else {
        settle(row, *raw);
      }
    }
  }

  static std::optional<Decimal> units_of(const Decimal& distance, const model::ByDeduction& by) {
    if (distance.sign() <= 0) return Decimal(0);
    const auto exact = base::divide(distance, by.each, 12);
    if (!exact || by.part == model::ByDeduction::Part::proportional) return exact;
    const Decimal nearest = exact->rounded(9);  // what lies past nine places is noise of the formula
    Decimal whole = nearest.rounded(0);
    if (whole > nearest) whole -= 1;
    if (by.part == model::ByDeduction::Part::started && whole < nearest) whole += 1;
    return whole;
  }

  void give_conditions(const model::ByConditions& by, const std::vector<std::vector<double>>& points,
                       std::size_t i) {
    const std::size_t row = picked_[i];
    Decimal low = 0;
    Decimal high = 0;
    for (std::size_t item = 0; item < by.items.size(); ++item) {
      const bool* answer = answer_to(by.items[item].first, *rows_[row].indicator);
      const auto value = Decimal::from_double(points[item][i]);
      if (!value) {
        high = rows_[row].full;
      } else if (answer == nullptr) {
        high += std::max(*value, Decimal(0));
        low += std::min(*value, Decimal(0));
      } else if (*answer) {
        low += *value;
        high += *value;
      }
    }
    if (low == high) {
      settle(row, low);
    } else {
      settle_range(row, How::range, low, high);
    }
  }

  void give_tier(const model::ByTiers& by, std::size_t row) {
    const ClauseRow& r = rows_[row];
    const auto index_of = [&](auto tier) {
      return tier == by.tiers.end() ? -1 : static_cast<int>(tier - by.tiers.begin());
    };
    if (r.indicator->judged) {
      const Decimal share = r.indicator->judged->value;
      const auto tier = std::find_if(by.tiers.begin(), by.tiers.end(), [&](const model::Tier& t) {
        const bool above = share > t.low || (share == t.low && t.low_closed);
        return above && (share < t.high || (share == t.high && t.high_closed));
      });
      settle(row, r.full * share);
      outcomes_[row].tier = index_of(tier);
      return;
    }
    const auto tier = tier_of(plan_, by, r);
    if (tier->point) {
      settle(row, r.full * *tier->point);
    } else {
      settle_range(row, How::range, r.full * tier->low, r.full * tier->high);
    }
    outcomes_[row].tier = index_of(tier);
  }

 public:
  using Tier = std::vector<model::Tier>::const_iterator;
  /// The tier the actual value answers, word for word or with another spelling of one of its answers; the end where
  /// it answers none.
  static Tier tier_of(const ClausePlan& plan, const model::ByTiers& by, const ClauseRow& row) {
    const std::string answer = base::without_white_space(row.indicator->actual.text);
    if (answer.empty()) return by.tiers.end();
    for (std::size_t t = 0; t < by.tiers.size(); ++t) {
      const std::vector<std::string>& answers = plan.tier_answers[t];
      if (answers.empty() || std::find(answers.begin(), answers.end(), answer) != answers.end())
        return by.tiers.begin() + static_cast<std::ptrdiff_t>(t);
    }
    const auto& standing = row.actual->standing;
    if (!standing || standing->scale != target::kAnswerScale) return by.tiers.end();
    for (std::size_t t = 0; t < by.tiers.size(); ++t) {
      const std::vector<int>& ranks = plan.tier_ranks[t];
      if (std::find(ranks.begin(), ranks.end(), standing->strength) != ranks.end())
        return by.tiers.begin() + static_cast<std::ptrdiff_t>(t);
    }
    return by.tiers.end();
  }

 private:
  /// As the row's own text says. Where the text adds points beyond the full marks (加分), they count.
  void give_by_standard(std::size_t row) {
    const StandardRow& own = *rows_[row].standard;
    if (!own.points) {
      unknown(row, How::no_standard);
      return;
    }
    const Decimal full = own.above_full ? std::max(rows_[row].full, own.points->high) : rows_[row].full;
    Outcome& outcome = decide(row, own.points->low == own.points->high ? How::points : How::range);
    outcome.raw = own.points->high;
    outcome.exact = {std::clamp(own.points->low, Decimal(0), full),
                     std::clamp(own.points->high, Decimal(0), full)};
    outcome.low = kept_points(outcome.exact.low, full, rounding_);
    outcome.high = kept_points(outcome.exact.high, full, rounding_);
    outcome.piece.end = end_of(own.points->high, full);
    if (!own.applied.empty()) outcome.piece.step = static_cast<int>(own.applied.back().rule);
  }

  void give_cut_point(const model::ByCutPoints& by, std::size_t row) {
    const ClauseRow& r = rows_[row];
    if (!r.verdict->actual_value) {
      unknown(row, How::no_actual);
      return;
    }
    const Decimal actual = *r.verdict->actual_value;
    const bool lower_is_better = r.verdict->direction == target::Direction::lower;
    for (std::size_t s = 0; s < by.shares.size(); ++s) {
      const Decimal* cut = cut_point_named(by.shares[s].first, *r.indicator);
      if (cut == nullptr || (lower_is_better ? actual > *cut : actual < *cut)) continue;
      settle(row, r.full * by.shares[s].second);
      outcomes_[row].piece.step = static_cast<int>(s);
      return;
    }
    settle(row, 0);
  }

  const ClausePlan& plan_;
  const model::Rounding& rounding_;
  const Columns& columns_;
  std::span<const ClauseRow> rows_;
  std::span<const std::size_t> picked_;
  std::vector<Outcome>& outcomes_;
};

/// True where the row has something a shape looks at.
class Concerns {
 public:
  Concerns(const ClausePlan& plan, const ClauseRow& row) : plan_(plan), row_(row) {}
  bool operator()(const model::ByFormula&) const { return true; }
  bool operator()(const model::BySteps&) const { return true; }
  bool operator()(const model::ByDeduction&) const { return true; }
  bool operator()(const model::ByConditions& by) const {
    return std::any_of(by.items.begin(), by.items.end(),
                       [&](const auto& item) { return answer_to(item.first, *row_.indicator) != nullptr; });
  }
  bool operator()(const model::ByTiers& by) const {
    return Shaper::tier_of(plan_, by, row_) != by.tiers.end();
  }
  bool operator()(const model::ByCutPoints&) const { return !row_.indicator->cut_points.empty(); }
  bool operator()(const model::ByStandard&) const { return row_.standard != nullptr; }

 private:
  const ClausePlan& plan_;
  const ClauseRow& row_;
};

}  // namespace

ClausePiece::End end_of(const base::Decimal& points, const base::Decimal& full_marks) {
  if (points.sign() <= 0) return ClausePiece::End::nothing;
  return points >= full_marks ? ClausePiece::End::full : ClausePiece::End::inside;
}

const base::Decimal* cut_point_named(const std::string& name, const model::Indicator& indicator) {
  for (const auto& [cut_name, cut] : indicator.cut_points) {
    if (cut_name.text == name) return &cut.value;
  }
  return nullptr;
}

bool shape_concerns(const ClausePlan& plan, const ClauseRow& row) {
  return std::visit(Concerns(plan, row), plan.clause->points);
}

void apply_shape(const ClausePlan& plan, const model::Rounding& rounding, const Columns& columns,
                 std::span<const ClauseRow> rows, std::span<const std::size_t> picked,
                 std::vector<Outcome>& outcomes) {
  std::visit(Shaper(plan, rounding, columns, rows, picked, outcomes), plan.clause->points);
}

}  // namespace jiheng::scoring
