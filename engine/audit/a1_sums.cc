// A1xx. Takes points, totals, grades and amounts as printed, gives those that do not follow from each other. Whether a
// row's points follow from its actual value is scores.cc's.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "engine/audit/audit.h"
#include "engine/audit/claims.h"
#include "engine/audit/printed.h"
#include "engine/base/text.h"
#include "engine/scoring/claims.h"
#include "engine/scoring/figures.h"
#include "engine/scoring/totals.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using model::NumberField;
using scoring::figure;

std::string text(const Decimal& d) { return d.to_string(); }

/// The budget amounts a rate may divide by, as the form names them.
struct Named {
  std::string_view name;
  const std::optional<NumberField>* field;
};
std::array<Named, 4> amounts_of(const model::Budget& b) {
  return {Named{"调整预算数", &b.adjusted}, Named{"预算数", &b.planned}, Named{"批复数", &b.approved},
          Named{"年初预算数", &b.initial}};
}

/// Points of all rows and of the execution line as claimed; nullopt where one that is asked for is missing.
std::optional<Decimal> claimed_sum(const Table& table) {
  const model::Budget& budget = table.card->budget;
  const bool has_execution =
      table.scheme != nullptr ? table.scheme->execution.has_value() : budget.executed || budget.claimed_score;
  if (has_execution && !budget.claimed_score) return std::nullopt;
  Decimal sum = budget.claimed_score ? budget.claimed_score->value : Decimal(0);
  for (const Row& row : table.rows) {
    if (row.indicator->claimed) {
      sum += row.indicator->claimed->value;
    } else if (row.asked) {
      return std::nullopt;
    }
  }
  return sum;
}

void check_total(const Table& table, Findings& findings) {
  const model::Scorecard& card = *table.card;
  if (!card.claimed_total || table.rows.empty()) return;
  const Decimal& total = card.claimed_total->value;
  const Decimal full = table.scheme != nullptr ? table.scheme->total : Decimal(100);
  const auto sum = claimed_sum(table);
  if (sum) {
    if (are_printed_points(*sum, total, full)) return;
    findings.push_back({"A101",
                        fmt::format("自报总分 {}，各项得分合计 {}", figure(total), figure(*sum)),
                        {{"自报总分", text(total)}, {"各项得分合计", text(*sum)}},
                        {table.at(card.claimed_total->place)},
                        "总分应等于预算执行得分与各指标得分之和。",
                        "重新加总，改总分或改错的那一项。"});
    return;
  }
  // No points of its own rows to add up: against the computed total, where that is certain.
  const scoring::Points& computed = table.result->total;
  const scoring::Points& accepted = table.result->accepted;
  if (table.scheme == nullptr || !table.result->scored || !table.result->cap_why.empty()) return;
  const bool between = total >= accepted.low && total <= accepted.high;
  if (between || are_printed_points(computed.low, total, full) ||
      are_printed_points(computed.high, total, full))
    return;
  const std::string range =
      computed.exact() ? figure(computed.low) : figure(computed.low) + " 至 " + figure(computed.high);
  findings.push_back({"A103",
                      fmt::format("自报总分 {}，按方案算是 {}", figure(total), range),
                      {{"自报总分", text(total)}, {"按方案计算", range}},
                      {table.at(card.claimed_total->place)},
                      "表上没有每一项的得分，只能与按方案算出的总分比。",
                      "写出每一项的得分，再加总。"});
}

/// Points of one goal: printed full marks add up to the goal's, and no more than they are given.
void check_goal(const Table& table, std::size_t section_index, Findings& findings) {
  const model::Section& section = table.card->sections[section_index];
  if (!section.full_marks || section.horizon == model::Horizon::long_term) return;
  Decimal marks;
  Decimal claimed;
  bool all_marks = true;
  bool any_marks = false;
  for (const model::Indicator& row : section.indicators) {
    if (row.not_applicable) return;  // its points went to other rows, perhaps of another goal
    if (row.full_marks) marks += row.full_marks->value;
    any_marks = any_marks || row.full_marks;
    all_marks = all_marks && row.full_marks;
    if (row.claimed) claimed += row.claimed->value;
  }
  const Decimal& goal = section.full_marks->value;
  const bool wrong_marks = all_marks && marks != goal;
  const bool too_many_points = !any_marks && claimed > goal;
  if (!wrong_marks && !too_many_points) return;
  const Decimal& sum = wrong_marks ? marks : claimed;
  const std::string what = wrong_marks ? "分值" : "得分";
  findings.push_back(
      {"A102",
       fmt::format("“{}”是 {} 分，它的指标{}合计 {} 分", section.title.text, figure(goal), what, figure(sum)),
       {{"年度目标", section.title.text}, {"年度目标分值", text(goal)}, {what + "合计", text(sum)}},
       {table.at(section.full_marks->place)},
       "一个年度目标的分值应等于它各指标的分值之和。",
       "核对这个目标和它每一行的分数。"});
}

/// 产出指标（50分）: the rows of the level add up to what is printed behind its name, and are given no more than that.
void check_level(const Table& table, const model::Section& section, const model::Field& level,
                 const NumberField& printed, Findings& findings) {
  Decimal marks;
  Decimal claimed;
  std::size_t rows = 0;
  std::size_t marked = 0;
  for (const model::Indicator& row : section.indicators) {
    if (level.text != row.level1.text && level.text != row.level1.text + "/" + row.level2.text) continue;
    if (row.not_applicable) return;  // its points went to other rows, perhaps of another level
    ++rows;
    if (row.full_marks) {
      ++marked;
      marks += row.full_marks->value;
    }
    if (row.claimed) claimed += row.claimed->value;
  }
  const bool wrong_marks = rows > 0 && marked == rows && marks != printed.value;
  const bool too_many_points = marked == 0 && claimed > printed.value;
  if (!wrong_marks && !too_many_points) return;
  const std::string_view what = wrong_marks ? "分值" : "得分";
  const std::string sum = figure(wrong_marks ? marks : claimed);
  findings.push_back(
      {"A111",
       fmt::format("“{}”印的是 {} 分，它的 {} 行{}合计 {} 分", level.text, figure(printed.value), rows, what,
                   sum),
       {{"级别", level.text}, {"印的分值", text(printed.value)}, {std::string(what) + "合计", sum}},
       {table.at(printed.place)},
       "指标名称后面印的分值，是这一级各行的分值之和。",
       "核对这一级印的分值和每一行的分数。"});
}

void check_levels(const Table& table, Findings& findings) {
  for (const model::Section& section : table.card->sections) {
    for (const auto& [level, printed] : section.level_marks)
      check_level(table, section, level, printed, findings);
  }
}

void check_grade(const Table& table, Findings& findings) {
  const model::Scorecard& card = *table.card;
  if (table.scheme == nullptr || table.scheme->grades.empty() || card.claimed_grade.empty()) return;
  scoring::Points total = table.result->total;
  if (card.claimed_total) {
    total = {card.claimed_total->value, card.claimed_total->value};
  } else if (!table.result->scored) {
    return;
  }
  const std::string low = scoring::grade_of(*table.scheme, {total.low, total.low});
  const std::string high = scoring::grade_of(*table.scheme, {total.high, total.high});
  const std::string_view claimed = base::trimmed(card.claimed_grade.text);
  if (low != high || claimed == low) return;
  findings.push_back({"A104",
                      fmt::format("等级填“{}”，{} 分应是“{}”", claimed, figure(total.low), low),
                      {{"等级", std::string(claimed)}, {"总分", text(total.low)}, {"按方案", low}},
                      {table.at(card.claimed_grade.place)},
                      fmt::format("方案 {} 的等级线。", table.scheme->id),
                      "核对总分和等级。"});
}

void check_execution_rate(const Table& table, Findings& findings) {
  const model::Budget& budget = table.card->budget;
  auto printed = printed_percent(budget.claimed_rate.text);
  if (!printed || !budget.executed) return;
  printed = printed->rounded(kRatePlaces);
  const bool named = table.scheme != nullptr && table.result->execution;
  std::string computed;
  bool any = false;
  for (const auto& [name, field] : amounts_of(budget)) {
    if (!*field || (named && name != table.result->execution->planned_name)) continue;
    const auto rate = base::divide(budget.executed->value * 100, (*field)->value, 10);
    if (!rate) continue;
    if (is_printed_or_cut_as(*rate, *printed)) return;
    any = true;
    computed += fmt::format("{}{}÷{} {} = {}%", computed.empty() ? "" : "；", text(budget.executed->value),
                            name, text((*field)->value), figure(*rate, 2));
  }
  if (!any) return;
  findings.push_back({"A105",
                      fmt::format("执行率填 {}%，按两个金额算：{}", figure(*printed), computed),
                      {{"自报执行率", text(*printed) + "%"}, {"计算", computed}},
                      {table.at(budget.claimed_rate.place)},
                      "执行率 = 执行数 ÷ 预算数。",
                      "核对预算数、执行数和执行率。"});
}

void check_execution_points(const Table& table, Findings& findings) {
  const auto& claimed = table.card->budget.claimed_score;
  const auto& execution = table.result->execution;
  if (!claimed || !execution || !execution->score.exact() || table.scheme == nullptr) return;
  if (claimed->value > execution->full_marks) return;  // A201
  if (scoring::is_right_claim(claimed->value, *execution)) return;
  findings.push_back({"A106",
                      fmt::format("预算执行填 {} 分，按执行率算是 {} 分", figure(claimed->value),
                                  figure(execution->score.low)),
                      {{"自报得分", text(claimed->value)},
                       {"执行率", execution->rate ? text(*execution->rate) + "%" : ""},
                       {"按方案计算", text(execution->score.low)}},
                      {table.at(claimed->place)},
                      execution->why,
                      "核对执行率和得分。"});
}

void check_overspending(const Table& table, Findings& findings) {
  if (table.result->execution || !table.card->budget.executed) return;  // else scoring says S110
  const Decimal& executed = table.card->budget.executed->value;
  const Named* first = nullptr;
  const auto amounts = amounts_of(table.card->budget);
  for (const Named& amount : amounts) {
    if (!*amount.field) continue;
    if (executed <= (*amount.field)->value) return;
    if (first == nullptr) first = &amount;
  }
  if (first == nullptr) return;
  const Decimal& planned = (*first->field)->value;
  findings.push_back({"S110",
                      fmt::format("执行数 {} 大于{} {}", text(executed), first->name, text(planned)),
                      {{"执行数", text(executed)}, {std::string(first->name), text(planned)}},
                      {table.at(table.card->budget.executed->place)},
                      "预算执行率超过 100%。",
                      "核对预算有没有调整；调整过的，填上调整预算数。"});
}

/// 基本支出 + 项目支出 is the department's budget, or what it spent.
void check_parts_of_budget(const Table& table, Findings& findings) {
  const model::Budget& budget = table.card->budget;
  if (!budget.basic || !budget.project) return;
  const Decimal sum = budget.basic->value + budget.project->value;
  const NumberField* stated = nullptr;
  std::string_view name;
  const auto fits = [&](const NumberField& f) { return is_printed_as(sum, f.value); };
  for (const auto& [amount_name, field] : amounts_of(budget)) {
    if (!*field) continue;
    if (fits(**field)) return;
    if (stated == nullptr) {
      stated = &**field;
      name = amount_name;
    }
  }
  if (stated == nullptr || (budget.executed && fits(*budget.executed))) return;
  findings.push_back(
      {"A107",
       fmt::format("基本支出 {} 加项目支出 {} 是 {}，{}填 {}", text(budget.basic->value),
                   text(budget.project->value), text(sum), name, text(stated->value)),
       {{"基本支出", text(budget.basic->value)},
        {"项目支出", text(budget.project->value)},
        {"合计", text(sum)},
        {std::string(name), text(stated->value)}},
       {table.at(stated->place), table.at(budget.basic->place), table.at(budget.project->place)},
       "部门整体的预算由基本支出和项目支出组成。",
       "核对总数里有没有少算一块；执行率和得分随它变。"});
}

std::optional<Decimal> money_of(const Batch& batch, const Table& table, const NumberField& field) {
  return scoring::in_ten_thousands(field.value, table.card->budget.unit, batch.units);
}

const NumberField* first_amount(const model::Budget& budget) {
  for (const auto& [name, field] : amounts_of(budget)) {
    if (*field) return &**field;
  }
  return nullptr;
}

/// The budgets of a unit's project tables against 项目支出 of its own table (its budget where that is not given).
void check_project_budgets(const Batch& batch, const UnitYear& group, Findings& findings) {
  if (group.own.size() != 1 || group.projects.empty()) return;
  const Table& own = batch.tables[group.own.front()];
  const model::Budget& budget = own.card->budget;
  const NumberField* stated = budget.project ? &*budget.project : first_amount(budget);
  const auto limit = stated != nullptr ? money_of(batch, own, *stated) : std::nullopt;
  if (!limit) return;
  Decimal sum;
  int places = limit->places();
  for (const std::size_t i : group.projects) {
    const NumberField* amount = first_amount(batch.tables[i].card->budget);
    const auto money = amount != nullptr ? money_of(batch, batch.tables[i], *amount) : std::nullopt;
    if (!money) return;  // one is not known: nothing can be said about the sum
    sum += *money;
    places = std::max(places, money->places());
  }
  // Every amount may be rounded at the last place that is printed in any of them.
  const auto count = static_cast<std::int64_t>(group.projects.size() + 1);
  const Decimal slack = half_of_last_place(Decimal::of(0, places)) * count;
  const Decimal difference = sum - *limit;
  if (difference.magnitude() <= slack) return;
  const bool above = difference.sign() > 0;
  if (!above && !budget.project) return;  // the rest of its budget may be 基本支出
  const std::string_view what = budget.project ? "项目支出" : "预算";
  Finding finding{
      above ? "A108" : "A110",
      fmt::format("{} 张项目表的预算合计 {} 万元，部门整体表的{}是 {} 万元，{} {} 万元",
                  group.projects.size(), figure(sum), what, figure(*limit), above ? "多出" : "少",
                  figure(difference.magnitude())),
      {{"项目表", std::to_string(group.projects.size())},
       {"项目预算合计", figure(sum)},
       {"部门整体表", figure(*limit)},
       {"相差", figure(difference)}},
      {own.at(stated->place)},
      above ? "各项目的预算不会大于部门的项目支出。" : "各项目的预算之和应是部门的项目支出；也可能没有交齐。",
      above ? "核对各项目表的预算和部门整体表。" : "核对项目表有没有交齐，再核对各表的预算。"};
  for (const std::size_t i : group.projects) {
    const Table& project = batch.tables[i];
    finding.where.push_back(project.at(first_amount(project.card->budget)->place));
  }
  findings.push_back(std::move(finding));
}

}  // namespace

void check_claimed_sums(const Table& table, Findings& findings) {
  check_total(table, findings);
  for (std::size_t s = 0; s < table.card->sections.size(); ++s) check_goal(table, s, findings);
  check_grade(table, findings);
  check_execution_points(table, findings);
}

void check_sums(const Batch& batch, Findings& findings) {
  for (const Table& table : batch.tables) {
    check_claimed_sums(table, findings);
    check_execution_rate(table, findings);
    check_overspending(table, findings);
    check_parts_of_budget(table, findings);
    check_money_parts(table, findings);
    check_levels(table, findings);
  }
  for (const UnitYear& group : batch.units_and_years) check_project_budgets(batch, group, findings);
}

}  // namespace jiheng::audit
