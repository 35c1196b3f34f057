// Takes a scored card, gives its findings. Changes no number. What is claimed on it, and the reasons it gives, are audit's
// (audit/claims.h), which score prints as well.
#include "engine/explain/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/squeezed.h"
#include "engine/base/text.h"
#include "engine/diag/append.h"
#include "engine/explain/marks_words.h"
#include "engine/explain/standard_words.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/plan.h"

namespace jiheng::explain {
namespace {

using base::Decimal;
using base::without_white_space;
using scoring::CardMarks;
using scoring::CardResult;
using scoring::figure;
using scoring::IndicatorResult;
using scoring::Points;
using scoring::RowMarks;

std::string range_of_points(const Points& p) {
  return p.exact() ? figure(p.low) : figure(p.low) + " 至 " + figure(p.high);
}

bool has(const std::vector<diag::Diagnostic>& findings, std::string_view id) {
  return std::any_of(findings.begin(), findings.end(), [&](const diag::Diagnostic& d) { return d.id == id; });
}

/// Of a blank cell of a sheet the place is known; else the row.
const base::Place& place_of_cell(const model::Field& field, const model::Indicator& indicator) {
  return field.place.line > 0 ? field.place : indicator.place;
}

void check_range(const model::Indicator& indicator, IndicatorResult& row) {
  if (row.score.exact() || !row.full_marks || has(row.findings, "S112")) return;
  const std::string& name = indicator.name.text;
  if (row.standard != nullptr && (!indicator.actual.empty() || row.standard->standard.needs.size() > 1)) {
    row.findings.push_back({"S104", fmt::format("“{}”待核：得 {} 分", name, range_of_points(row.score)),
                            row.why, what_to_write(*row.standard),
                            indicator.actual.empty() ? indicator.place : indicator.actual.place});
  } else if (indicator.actual.empty() && !indicator.target.empty()) {
    row.findings.push_back({"S101", fmt::format("“{}”有目标值“{}”，没有完成值", name, indicator.target.text),
                            "没有完成值就不知道得几分；空着不等于 0。",
                            "填上 完成；确实没有做的写 0，不用做的写 不适用: 是。",
                            place_of_cell(indicator.actual, indicator)});
  } else if (indicator.target.empty() && !indicator.actual.empty()) {
    row.findings.push_back(
        {"S102", fmt::format("“{}”有完成值“{}”，没有目标值", name, indicator.actual.text),
         "没有目标值就没有东西可以比。", "填上 目标，或由评分人写 评定。",
         indicator.target.place.line > 0 ? indicator.target.place : indicator.actual.place});
  } else {
    row.findings.push_back({"S104", fmt::format("“{}”待核：得 {} 分", name, range_of_points(row.score)),
                            row.why, "按“说明”补上能比较的目标值、完成值，或由评分人写 评定。",
                            indicator.actual.empty() ? indicator.place : indicator.actual.place});
  }
}

void check_judgement(const model::Indicator& indicator, IndicatorResult& row) {
  if (row.clause == nullptr || !indicator.judged) return;
  const auto* tiers = std::get_if<model::ByTiers>(&row.clause->points);
  if (tiers == nullptr) return;
  const std::string answer = base::without_white_space(indicator.actual.text);
  for (const model::Tier& tier : tiers->tiers) {
    const bool named = std::any_of(tier.answers.begin(), tier.answers.end(), [&](const std::string& a) {
      return base::without_white_space(a) == answer;
    });
    if (!named) continue;
    const Decimal& share = indicator.judged->value;
    if (share >= tier.low && share <= tier.high) return;
    row.findings.push_back(
        {"S111",
         fmt::format("“{}”填“{}”属“{}”档，评定 {}% 不在这一档", indicator.name.text, indicator.actual.text,
                     tier.name, figure(share * 100)),
         fmt::format("这一档是 {}% 至 {}%；得分按评定。", figure(tier.low * 100), figure(tier.high * 100)),
         "核对完成值和评定。", indicator.judged->place});
    return;
  }
}

/// What the printed marks add up to. Where claims are taken for marks, their sum is a sum of points: audit's (A101, A109,
/// A201); the marks of one goal are audit's too (A102).
void check_sum(const model::Scheme& scheme, const CardMarks& marks, CardResult& result) {
  const bool assumed =
      std::any_of(marks.rows.begin(), marks.rows.end(), [](const RowMarks& r) { return r.assumed; });
  if (!marks.complete || (assumed && scheme.no_marks == model::Scheme::NoMarks::claimed)) return;
  const Decimal execution = scheme.execution ? scheme.execution->full_marks : Decimal(0);
  const Decimal sum = marks.printed_sum + execution;
  if (sum == scheme.total) return;
  result.findings.push_back(
      {"S105",
       fmt::format("分值合计 {}，方案的满分是 {}：算出的总分和等级不能作数", figure(sum),
                   figure(scheme.total)),
       fmt::format("指标 {} 分，预算执行 {} 分；等级按满分 {} 定。{}", figure(marks.printed_sum),
                   figure(execution), figure(scheme.total), assumed ? "表上没有分值的行按均分计。" : ""),
       "核对每一行的分值，改对了再算。", result.card->place});
}
void check_weights(const model::Scheme& scheme, CardResult& result) {
  if (scheme.weight_check == model::Scheme::WeightCheck::off) return;
  const model::Scorecard& card = *result.card;
  const auto& weights =
      card.kind == model::CardKind::department ? scheme.department_weights : scheme.project_weights;
  const bool is_error = scheme.weight_check == model::Scheme::WeightCheck::error;
  for (const model::Weight& w : weights) {
    const std::string level1 = base::without_white_space(w.level1);
    const std::string level2 = base::without_white_space(w.level2);
    Decimal sum;
    for (const IndicatorResult& row : result.indicators) {
      const model::Indicator& indicator = row_of(card, row.id);
      if (!row.full_marks || base::without_white_space(indicator.level1.text) != level1) continue;
      if (level2.empty() || base::without_white_space(indicator.level2.text) == level2)
        sum += *row.full_marks;
    }
    if (sum == w.points) continue;
    diag::Diagnostic d{is_error ? "S115" : "S114",
                       fmt::format("“{}{}{}”共 {} 分，方案是 {} 分", w.level1, w.level2.empty() ? "" : " ",
                                   w.level2, figure(sum), figure(w.points)),
                       is_error ? "方案规定了各块的分值。" : "方案给出的是通常的分值，特殊情况可以调整。",
                       "核对这一块的分值。", card.place};
    result.findings.push_back(std::move(d));
  }
}

/// A scheme states the years it is made for; another year may still be meant, so a person must judge.
void check_year(const model::Scheme& scheme, CardResult& result) {
  const model::Scorecard& card = *result.card;
  if (!card.year) return;
  const bool too_early = *card.year < scheme.first_year;
  const bool too_late = scheme.last_year && *card.year > *scheme.last_year;
  if (!too_early && !too_late) return;
  const std::string years = !scheme.last_year ? fmt::format("{} 年起", scheme.first_year)
                            : *scheme.last_year == scheme.first_year
                                ? fmt::format("{} 年", scheme.first_year)
                                : fmt::format("{}-{} 年", scheme.first_year, *scheme.last_year);
  result.findings.push_back(
      {"S119", fmt::format("方案“{}”适用于 {}，这张表是 {} 年度", scheme.id, years, *card.year),
       "分值和规则可能已经改了。", "换用这一年度的方案，或确认这一年度仍用它。", card.place});
}

}  // namespace

void check_row(const model::Scorecard& card, IndicatorResult& row) {
  const model::Indicator& indicator = row_of(card, row.id);
  check_range(indicator, row);
  check_judgement(indicator, row);
}

void check_card(const CardMarks& marks, CardResult& result) {
  const model::Scheme& scheme = *result.scheme;
  check_year(scheme, result);
  if (!result.scored) {
    result.findings.push_back({"S116", "这张表没有任何完成值，没有评分",
                               "只有目标的表（年初申报）不评分，也不算 0 分。", "年末填上 完成 后再评分。",
                               result.card->place});
    return;
  }
  diag::append(result.findings, marks_findings(marks, *result.card));
  check_sum(scheme, marks, result);
  check_weights(scheme, result);
}

}  // namespace jiheng::explain
