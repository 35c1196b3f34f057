// Takes the rows a clause holds for, gives their points: 得分, 阶梯, 扣分, 子项, 档次, 档点. Formulas run
// over all the rows at once; points are exact decimals from the moment a formula has given its number.
#include "engine/scoring/shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "engine/scoring/claims.h"
#include "engine/scoring/figures.h"

namespace jiheng::scoring {
namespace {

using base::Decimal;

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

  void operator()(const model::ByFormula&) { give_formula(plan_.formulas[0], picked_, nullptr); }

  void operator()(const model::BySteps& by) {
    const std::vector<double> values = plan_.formulas[0].values(columns_, picked_);
    std::vector<std::vector<std::size_t>> at_step(by.steps.size());
    for (std::size_t i = 0; i < picked_.size(); ++i) {
      const std::size_t row = picked_[i];
      const auto value = Decimal::from_double(values[i]);
      if (!value) {
        no_number(row, formula_text(plan_.formulas[0], row));
        continue;
      }
      const auto step = std::find_if(by.steps.begin(), by.steps.end(),
                                     [&](const auto& s) { return s.first.contains(*value); });
      if (step == by.steps.end()) {
        unknown(row, fmt::format("{}，不在任何一档之内", formula_text(plan_.formulas[0], row)));
      } else {
        at_step[static_cast<std::size_t>(step - by.steps.begin())].push_back(row);
      }
    }
    for (std::size_t s = 0; s < by.steps.size(); ++s) {
      const std::string& interval = by.steps[s].first.text;
      give_formula(plan_.formulas[s + 1], at_step[s], [&](std::size_t row) {
        return fmt::format("{} 在 {} 之内，", formula_text(plan_.formulas[0], row), interval);
      });
      for (const std::size_t row : at_step[s]) outcomes_[row].piece.step = static_cast<int>(s);
    }
  }

  void operator()(const model::ByDeduction& by) {
    const std::vector<double> values = plan_.formulas[0].values(columns_, picked_);
    for (std::size_t i = 0; i < picked_.size(); ++i) {
      const std::size_t row = picked_[i];
      const std::string how_far = formula_text(plan_.formulas[0], row);
      const auto value = Decimal::from_double(values[i]);
      const auto units = value ? units_of(*value, by) : std::nullopt;
      if (!units) {
        no_number(row, how_far);
        continue;
      }
      const Decimal taken = *units * by.points;
      Decimal left = rows_[row].full - taken;
      std::string text = fmt::format("{} = {}，每 {} 扣 {} 分，扣 {} 分", how_far, figure(*value),
                                     figure(by.each), figure(by.points), figure(taken));
      if (left < by.floor) {
        left = by.floor;
        text += fmt::format("，最低 {} 分", figure(by.floor));
      }
      settle(row, left, fmt::format("{}：{} - {}", text, figure(rows_[row].full), figure(taken)));
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

 private:
  std::string formula_text(const Bound& bound, std::size_t row) const {
    return formula_with_figures(bound, columns_, row, *rows_[row].verdict);
  }

  Outcome& decide(std::size_t row) {
    outcomes_[row].decided = true;
    outcomes_[row].clause = plan_.clause;
    return outcomes_[row];
  }

  /// Points held between 0 and the full marks, rounded; the steps are written behind `text`.
  Decimal settled(const ClauseRow& row, const Decimal& raw, Decimal& exact, std::string& text) const {
    const std::string shown = figure(raw);
    if (!text.ends_with("：" + shown) && !text.ends_with("= " + shown) && text != shown)
      text += " = " + shown;
    Decimal points = raw;
    if (raw.sign() < 0) {
      text += "，低于 0，取 0";
      points = 0;
    } else if (raw > row.full) {
      text += fmt::format("，超过满分，取 {}", figure(row.full));
      points = row.full;
    }
    exact = points;
    const Decimal at_places = kept_points(points, row.full, rounding_);
    if (at_places != points) text += " → " + at_places.to_string();
    return at_places;
  }

  void settle(std::size_t row, const Decimal& raw, std::string text) {
    Outcome& outcome = decide(row);
    outcome.low = outcome.high = settled(rows_[row], raw, outcome.exact.low, text);
    outcome.exact.high = outcome.exact.low;
    outcome.piece.end = end_of(raw, rows_[row].full);
    outcome.why = clause_title(*plan_.clause) + text;
  }

  void settle_range(std::size_t row, const Decimal& low, const Decimal& high, std::string text) {
    Outcome& outcome = decide(row);
    const Decimal& full = rows_[row].full;
    outcome.exact = {std::clamp(low, Decimal(0), full), std::clamp(high, Decimal(0), full)};
    outcome.low = kept_points(outcome.exact.low, full, rounding_);
    outcome.high = kept_points(outcome.exact.high, full, rounding_);
    outcome.why = clause_title(*plan_.clause) + std::move(text);
  }

  /// Points nobody can tell: between none and all.
  void unknown(std::size_t row, std::string text) { settle_range(row, 0, rows_[row].full, std::move(text)); }

  void no_number(std::size_t row, const std::string& formula) {
    unknown(row, fmt::format("{}，缺数或除以 0，算不出", formula));
  }

  template <class Before>
  void give_formula(const Bound& bound, std::span<const std::size_t> rows, const Before& before) {
    const std::vector<double> values = bound.values(columns_, rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t row = rows[i];
      std::string text;
      if constexpr (std::is_invocable_v<Before, std::size_t>) text = before(row);
      text += formula_text(bound, row);
      const auto raw = Decimal::from_double(values[i]);
      if (!raw) {
        no_number(row, text);
      } else if (*raw > rows_[row].full && columns_.at(static_cast<std::size_t>(Name::missed), row) > 0) {
        unknown(row,
                fmt::format("{} = {}，超过满分而这一项未达标，这条规则不适合这一行", text, figure(*raw)));
      } else {
        settle(row, *raw, std::move(text));
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
    std::string text;
    for (std::size_t item = 0; item < by.items.size(); ++item) {
      const std::string& name = by.items[item].first;
      const auto& answers = rows_[row].indicator->conditions;
      const auto answer =
          std::find_if(answers.begin(), answers.end(), [&](const auto& a) { return a.first.text == name; });
      const auto value = Decimal::from_double(points[item][i]);
      if (!text.empty()) text += " + ";
      if (!value) {
        high = rows_[row].full;
        text += name + "（算不出）";
        continue;
      }
      if (answer == answers.end()) {
        high += std::max(*value, Decimal(0));
        low += std::min(*value, Decimal(0));
        text += fmt::format("{}（没有回答，0 至 {}）", name, figure(*value));
        continue;
      }
      const Decimal earned = answer->second ? *value : Decimal(0);
      low += earned;
      high += earned;
      text += fmt::format("{}（{}）{}", name, answer->second ? "是" : "否", figure(earned));
    }
    if (low == high) {
      settle(row, low, std::move(text));
    } else {
      settle_range(row, low, high, std::move(text));
    }
  }

  void give_tier(const model::ByTiers& by, std::size_t row) {
    const ClauseRow& r = rows_[row];
    const std::string full = figure(r.full);
    if (r.indicator->judged) {
      const Decimal share = r.indicator->judged->value;
      const auto tier = std::find_if(by.tiers.begin(), by.tiers.end(), [&](const model::Tier& t) {
        const bool above = share > t.low || (share == t.low && t.low_closed);
        return above && (share < t.high || (share == t.high && t.high_closed));
      });
      const std::string name = tier == by.tiers.end() ? "" : fmt::format("在“{}”档，", tier->name);
      settle(row, r.full * share,
             fmt::format("评定 {}%，{}{}×{}%", figure(share * 100), name, full, figure(share * 100)));
      return;
    }
    const model::Tier& tier = *tier_of(plan_, by, r);
    if (tier.point) {
      const std::string share = figure(*tier.point * 100);
      settle(row, r.full * *tier.point, fmt::format("“{}”档取 {}%，{}×{}%", tier.name, share, full, share));
      return;
    }
    const Decimal low = r.full * tier.low;
    const Decimal high = r.full * tier.high;
    settle_range(row, low, high,
                 fmt::format("“{}”档得 {}% 至 {}%，即 {} 至 {} 分，需评定", tier.name, figure(tier.low * 100),
                             figure(tier.high * 100), figure(low), figure(high)));
  }

 public:
  /// The tier the actual value answers, word for word or with another spelling of one of its answers.
  static const model::Tier* tier_of(const ClausePlan& plan, const model::ByTiers& by, const ClauseRow& row) {
    const std::string answer = without_white_space(row.indicator->actual.text);
    if (answer.empty()) return nullptr;
    for (const model::Tier& tier : by.tiers) {
      if (tier.answers.empty()) return &tier;
      for (const std::string& a : tier.answers) {
        if (without_white_space(a) == answer) return &tier;
      }
    }
    const auto& standing = row.actual->standing;
    if (!standing || standing->scale != target::kAnswerScale) return nullptr;
    for (std::size_t t = 0; t < by.tiers.size(); ++t) {
      const std::vector<int>& ranks = plan.tier_ranks[t];
      if (std::find(ranks.begin(), ranks.end(), standing->strength) != ranks.end()) return &by.tiers[t];
    }
    return nullptr;
  }

 private:
  void give_cut_point(const model::ByCutPoints& by, std::size_t row) {
    const ClauseRow& r = rows_[row];
    if (!r.verdict->actual_value) {
      unknown(row, "完成值不是数，无法对照档点");
      return;
    }
    const Decimal actual = *r.verdict->actual_value;
    const bool lower_is_better = r.verdict->direction == target::Direction::lower;
    for (std::size_t s = 0; s < by.shares.size(); ++s) {
      const auto& [name, share] = by.shares[s];
      for (const auto& [cut_name, cut] : r.indicator->cut_points) {
        if (cut_name.text != name) continue;
        if (lower_is_better ? actual > cut.value : actual < cut.value) break;
        const std::string percent = figure(share * 100);
        settle(row, r.full * share,
               fmt::format("完成值 {} 达到“{}”档（{}），{}×{}%", figure(actual), name, figure(cut.value),
                           figure(r.full), percent));
        outcomes_[row].piece.step = static_cast<int>(s);
        return;
      }
    }
    settle(row, 0, fmt::format("完成值 {} 没有达到任何一档：0", figure(actual)));
  }

  const ClausePlan& plan_;
  const model::Rounding& rounding_;
  const Columns& columns_;
  std::span<const ClauseRow> rows_;
  std::span<const std::size_t> picked_;
  std::vector<Outcome>& outcomes_;
};

}  // namespace

ClausePiece::End end_of(const base::Decimal& points, const base::Decimal& full_marks) {
  if (points.sign() <= 0) return ClausePiece::End::nothing;
  return points >= full_marks ? ClausePiece::End::full : ClausePiece::End::inside;
}

std::string clause_title(const model::Clause& clause) {
  return clause.id + (clause.name.empty() ? "" : " " + clause.name) + "：";
}

bool shape_concerns(const ClausePlan& plan, const ClauseRow& row) {
  const model::Clause& clause = *plan.clause;
  if (const auto* by = std::get_if<model::ByConditions>(&clause.points)) {
    return std::any_of(
        row.indicator->conditions.begin(), row.indicator->conditions.end(), [&](const auto& answer) {
          return std::any_of(by->items.begin(), by->items.end(),
                             [&](const auto& item) { return item.first == answer.first.text; });
        });
  }
  if (const auto* by = std::get_if<model::ByTiers>(&clause.points))
    return Shaper::tier_of(plan, *by, row) != nullptr;
  if (std::holds_alternative<model::ByCutPoints>(clause.points)) return !row.indicator->cut_points.empty();
  return true;
}

void apply_shape(const ClausePlan& plan, const model::Rounding& rounding, const Columns& columns,
                 std::span<const ClauseRow> rows, std::span<const std::size_t> picked,
                 std::vector<Outcome>& outcomes) {
  Shaper shaper(plan, rounding, columns, rows, picked, outcomes);
  std::visit(shaper, plan.clause->points);
}

}  // namespace jiheng::scoring
