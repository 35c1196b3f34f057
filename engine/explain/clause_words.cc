// Takes rows that clauses gave their points, gives the sentence of each. One operator a shape: a new shape does not compile
// until it has its sentence. Decides nothing.
#include "engine/explain/clause_words.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <variant>
#include <vector>

#include "engine/explain/standard_words.h"
#include "engine/scoring/claims.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/shapes.h"

namespace jiheng::explain {
namespace {

using base::Decimal;
using scoring::Bound;
using scoring::ClauseRow;
using scoring::Columns;
using scoring::figure;
using scoring::kFirstFlag;
using scoring::Name;
using scoring::Outcome;
using scoring::ratio_places;
using How = scoring::Outcome::How;

constexpr std::string_view kNoValue = "（无）";

std::string ratio_as_percent(double ratio) {
  const auto value = Decimal::from_double(ratio);
  if (!value) return std::string(kNoValue);
  return figure(*value * 100) + "%";
}

std::string in_unit(const std::optional<Decimal>& value, std::string_view unit) {
  if (!value) return std::string(kNoValue);
  std::string text = value->trimmed().to_string();
  if (ratio_places(unit) > 0) text += unit;
  return text;
}

std::string figure_of(const Columns& columns, std::size_t column, std::size_t row,
                      const target::Verdict& verdict) {
  const double value = columns.at(column, row);
  if (column >= kFirstFlag) return value > 0 ? "是" : (std::isnan(value) ? "待核" : "否");
  switch (static_cast<Name>(column)) {
    case Name::target:
      return in_unit(verdict.target_value, verdict.unit);
    case Name::upper:
      return in_unit(verdict.target_value2, verdict.unit);
    case Name::actual:
      return in_unit(verdict.actual_value, verdict.unit);
    case Name::attainment:
    case Name::deviation:
    case Name::judged:
    case Name::rate:
      return ratio_as_percent(value);
    default:
      break;
  }
  const auto number = Decimal::from_double(value);
  return number ? number->trimmed().to_string() : std::string(kNoValue);
}

std::string formula_with_figures(const Bound& bound, const Columns& columns, std::size_t row,
                                 const target::Verdict& verdict) {
  const std::vector<std::string>& names = bound.formula().used_names();
  std::string text = bound.formula().filled_in(names);
  if (names.empty()) return text;
  std::vector<std::string> figures;
  figures.reserve(names.size());
  for (const std::size_t column : bound.columns())
    figures.push_back(figure_of(columns, column, row, verdict));
  text += " = ";
  text += bound.formula().filled_in(figures);
  return text;
}

/// "Q3 反向按比例："
std::string clause_title(const model::Clause& clause) {
  return clause.id + (clause.name.empty() ? "" : " " + clause.name) + "：";
}

/// The sentence of one row of the columns.
class Sentence {
 public:
  Sentence(const scoring::RowBatch& batch, std::size_t column_row)
      : batch_(batch),
        at_(column_row),
        row_(batch.clause_row(column_row)),
        outcome_(batch.outcome(column_row)) {}

  std::string text(std::string_view verdict_why) const {
    if (outcome_.how == How::no_clause) return no_clause(verdict_why);
    if (outcome_.how == How::judged) return judged();
    // The clause whose condition is open is only the first that may hold: it is not said to be the one.
    if (outcome_.how == How::condition_open) return "目标值或完成值不是一个数，看不出哪条规则适用";
    const model::Clause& clause = *outcome_.clause->clause;
    std::string text = clause_title(clause);
    if (outcome_.how == How::voided) {
      return text + fmt::format("前提“{}”为否，本项得 0 分", *clause.precondition);
    }
    text += std::visit(*this, clause.points);
    if (outcome_.unanswered)
      text += fmt::format("；前提“{}”没有回答是或否，不成立则得 0 分", *clause.precondition);
    return text;
  }

  std::string operator()(const model::ByFormula&) const { return by_formula(formula_text(0)); }

  std::string operator()(const model::BySteps& by) const {
    const std::string measured = formula_text(0);
    if (outcome_.how == How::no_step) return measured + "，不在任何一档之内";
    if (outcome_.piece.step < 0) return by_formula(measured);
    const auto step = static_cast<std::size_t>(outcome_.piece.step);
    return by_formula(
        fmt::format("{} 在 {} 之内，{}", measured, by.steps[step].first.text, formula_text(step + 1)));
  }

  std::string operator()(const model::ByDeduction& by) const {
    const std::string how_far = formula_text(0);
    if (outcome_.how == How::no_number) return by_formula(how_far);
    const Decimal taken = *outcome_.units * by.points;
    std::string text = fmt::format("{} = {}，每 {} 扣 {} 分，扣 {} 分", how_far, figure(*outcome_.measured),
                                   figure(by.each), figure(by.points), figure(taken));
    if (row_.full - taken < by.floor) text += fmt::format("，最低 {} 分", figure(by.floor));
    return with_points(fmt::format("{}：{} - {}", text, figure(row_.full), figure(taken)));
  }

  std::string operator()(const model::ByConditions& by) const {
    std::string text;
    for (std::size_t item = 0; item < by.items.size(); ++item) {
      const std::string& name = by.items[item].first;
      const bool* answer = scoring::answer_to(name, *row_.indicator);
      const auto value = Decimal::from_double(
          outcome_.clause->formulas[item].values(batch_.columns(), std::span(&at_, 1)).front());
      if (!text.empty()) text += " + ";
      if (!value) {
        text += name + "（算不出）";
      } else if (answer == nullptr) {
        text += fmt::format("{}（没有回答，0 至 {}）", name, figure(*value));
      } else {
        text += fmt::format("{}（{}）{}", name, *answer ? "是" : "否", figure(*answer ? *value : Decimal(0)));
      }
    }
    return outcome_.how == How::range ? text : with_points(std::move(text));
  }

  std::string operator()(const model::ByTiers& by) const {
    const std::string full = figure(row_.full);
    const model::Tier* tier =
        outcome_.tier < 0 ? nullptr : &by.tiers[static_cast<std::size_t>(outcome_.tier)];
    if (row_.indicator->judged) {
      const std::string share = figure(row_.indicator->judged->value * 100);
      const std::string name = tier == nullptr ? "" : fmt::format("在“{}”档，", tier->name);
      return with_points(fmt::format("评定 {}%，{}{}×{}%", share, name, full, share));
    }
    if (tier->point) {
      const std::string share = figure(*tier->point * 100);
      return with_points(fmt::format("“{}”档取 {}%，{}×{}%", tier->name, share, full, share));
    }
    return fmt::format("“{}”档得 {}% 至 {}%，即 {} 至 {} 分，需评定", tier->name, figure(tier->low * 100),
                       figure(tier->high * 100), figure(row_.full * tier->low),
                       figure(row_.full * tier->high));
  }

  std::string operator()(const model::ByCutPoints& by) const {
    if (outcome_.how == How::no_actual) return "完成值不是数，无法对照档点";
    const std::string actual = figure(*row_.verdict->actual_value);
    if (outcome_.piece.step < 0) return with_points(fmt::format("完成值 {} 没有达到任何一档：0", actual));
    const auto& [name, share] = by.shares[static_cast<std::size_t>(outcome_.piece.step)];
    const Decimal& cut = *scoring::cut_point_named(name, *row_.indicator);
    return with_points(fmt::format("完成值 {} 达到“{}”档（{}），{}×{}%", actual, name, figure(cut),
                                   figure(row_.full), figure(share * 100)));
  }

  std::string operator()(const model::ByStandard&) const {
    const scoring::StandardRow& own = *row_.standard;
    if (outcome_.how == How::no_standard) return standard_problems(own, *row_.indicator);
    const std::string text = standard_words(own, *row_.indicator, row_.full);
    if (outcome_.how == How::range)
      return fmt::format("{}：{} 至 {}", text, figure(own.points->low), figure(own.points->high));
    return with_points(text);
  }

 private:
  const model::Rounding& rounding() const { return batch_.plan().scheme->rounding; }

  std::string formula_text(std::size_t formula) const {
    return formula_with_figures(outcome_.clause->formulas[formula], batch_.columns(), at_, *row_.verdict);
  }

  /// What a formula gave, behind the formula.
  std::string by_formula(std::string text) const {
    if (outcome_.how == How::no_number) return text + "，缺数或除以 0，算不出";
    if (outcome_.how == How::passes_full) {
      return fmt::format("{} = {}，超过满分而这一项未达标，这条规则不适合这一行", text, figure(outcome_.raw));
    }
    return with_points(std::move(text));
  }

  /// The points, held between 0 and the full marks and rounded, a step behind the other.
  std::string with_points(std::string text) const {
    const std::string shown = figure(outcome_.raw);
    if (!text.ends_with("：" + shown) && !text.ends_with("= " + shown) && text != shown)
      text += " = " + shown;
    if (outcome_.raw.sign() < 0) {
      text += "，低于 0，取 0";
    } else if (outcome_.raw > row_.full) {
      text += fmt::format("，超过满分，取 {}", figure(row_.full));
    }
    const Decimal& held = outcome_.exact.high;
    const Decimal kept = scoring::kept_points(held, row_.full, rounding());
    if (kept != held) text += " → " + kept.to_string();
    return text;
  }

  static std::string no_clause(std::string_view verdict_why) {
    std::string text = "没有一条规则适用于这一行";
    if (!verdict_why.empty()) text.append("：").append(verdict_why);
    return text;
  }

  std::string judged() const {
    const std::string share = figure(row_.indicator->judged->value * 100);
    std::string text =
        fmt::format("评定 {0}%：{1}×{0}% = {2}", share, figure(row_.full), figure(outcome_.raw));
    if (outcome_.low != outcome_.raw) text += " → " + outcome_.low.to_string();
    return text;
  }

  const scoring::RowBatch& batch_;
  std::size_t at_;
  const ClauseRow& row_;
  const Outcome& outcome_;
};

}  // namespace

std::string clause_words(const scoring::RowBatch& batch, const scoring::RowWork& work,
                         std::string_view verdict_why) {
  std::string met = Sentence(batch, work.first).text(verdict_why);
  if (!work.open) return met;
  const std::string missed = Sentence(batch, work.first + 1).text(verdict_why);
  if (met == missed) return met;
  return fmt::format("待核：{}；若达标，{}；若未达标，{}", verdict_why, met, missed);
}

}  // namespace jiheng::explain
