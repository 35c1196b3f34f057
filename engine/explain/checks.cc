// Takes a scored card, gives its findings. Changes no number. Findings about submitted tables beyond their
// own scoring are audit's.
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
#include "engine/model/reason.h"
#include "engine/scoring/claims.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/plan.h"
#include "engine/scoring/totals.h"

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
  if (indicator.actual.empty() && !indicator.target.empty()) {
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

void check_claim(const model::Indicator& indicator, IndicatorResult& row) {
  if (!indicator.claimed || !row.full_marks || row.dropped) return;
  const Decimal& claimed = indicator.claimed->value;
  if (scoring::is_right_claim(claimed, row)) return;
  row.findings.push_back(
      {"S106",
       fmt::format("“{}”自报 {} 分，按方案算是 {} 分", indicator.name.text, figure(claimed),
                   range_of_points(row.score)),
       fmt::format("目标值“{}”，完成值“{}”。{}", indicator.target.text, indicator.actual.text, row.why),
       "按方案改得分；另有依据的，写明 评定 和 佐证。", indicator.claimed->place});
}

void check_reason(const model::Scorecard& card, const model::Indicator& indicator, IndicatorResult& row) {
  if (row.clause == nullptr || !row.clause->must_explain) return;
  if (!model::reason_in(indicator.reason).empty() || !model::reason_in(card.deviation_reason).empty()) return;
  row.findings.push_back({"S108", fmt::format("“{}”须说明原因，表上没有写", indicator.name.text),
                          fmt::format("规则 {} 要求说明偏差原因。", row.clause->id),
                          "在这一行或全表的 偏差原因 里写明。", indicator.place});
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

void check_sum(const model::Scheme& scheme, const CardMarks& marks, CardResult& result) {
  const model::Scorecard& card = *result.card;
  if (!marks.complete) return;
  const Decimal execution = scheme.execution ? scheme.execution->full_marks : Decimal(0);
  const Decimal sum = marks.printed_sum + execution;
  const bool assumed =
      std::any_of(marks.rows.begin(), marks.rows.end(), [](const RowMarks& r) { return r.assumed; });
  if (sum != scheme.total) {
    result.findings.push_back(
        {"S105", fmt::format("分值合计 {}，方案的满分是 {}", figure(sum), figure(scheme.total)),
         fmt::format("指标 {} 分，预算执行 {} 分。{}", figure(marks.printed_sum), figure(execution),
                     assumed ? "表上没有分值的行按自报得分或均分计。" : ""),
         "核对每一行的分值。", card.place});
  }
  std::size_t row = 0;
  for (const model::Section& section : card.sections) {
    Decimal rows;
    for (std::size_t i = 0; i < section.indicators.size(); ++i, ++row) {
      if (row < marks.rows.size() && marks.rows[row].full) rows += *marks.rows[row].full;
    }
    if (!section.full_marks || section.horizon == model::Horizon::long_term ||
        section.full_marks->value == rows)
      continue;
    if (std::any_of(section.indicators.begin(), section.indicators.end(),
                    [](const model::Indicator& i) { return i.not_applicable; })) {
      continue;  // its points went to other rows, perhaps of another goal
    }
    result.findings.push_back({"S105",
                               fmt::format("“{}”是 {} 分，它的指标合计 {} 分", section.title.text,
                                           figure(section.full_marks->value), figure(rows)),
                               "一块的分值应等于它各项之和。", "核对这一块的分值。",
                               section.full_marks->place});
  }
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

void check_claimed_total(const model::Scheme& scheme, CardResult& result) {
  const model::Scorecard& card = *result.card;
  if (card.claimed_total) {
    const Decimal& claimed = card.claimed_total->value;
    // A difference that its rows explain has been said there.
    const bool explained = (result.execution && has(result.execution->findings, "S106")) ||
                           std::any_of(result.indicators.begin(), result.indicators.end(),
                                       [](const IndicatorResult& r) { return has(r.findings, "S106"); });
    if (!explained && (claimed < result.accepted.low || claimed > result.accepted.high)) {
      result.findings.push_back(
          {"S107", fmt::format("自报总分 {}，按方案算是 {}", figure(claimed), range_of_points(result.total)),
           result.cap_why.empty() ? "各行的自报得分与算出的相符，合计不符。" : result.cap_why, "重新加总。",
           card.claimed_total->place});
    }
  }
  if (card.claimed_grade.empty() || result.grade.empty()) return;
  const std::string low = scoring::grade_of(scheme, {result.total.low, result.total.low});
  const std::string high = scoring::grade_of(scheme, {result.total.high, result.total.high});
  const std::string claimed = base::without_white_space(card.claimed_grade.text);
  if (claimed == low || claimed == high || low != high) return;
  result.findings.push_back({"S107",
                             fmt::format("自报等级“{}”，按方案 {} 分是“{}”", card.claimed_grade.text,
                                         range_of_points(result.total), result.grade),
                             "等级由总分定。", "核对总分和等级。", card.claimed_grade.place});
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
  check_claim(indicator, row);
  check_reason(card, indicator, row);
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
  check_claimed_total(scheme, result);
}

}  // namespace jiheng::explain
