// Takes scores, gives the tables about the projects of a department. Every figure comes from scoring.
#include "engine/report/pages/department_tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/pages/card_form.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;
using target::Status;

std::string count_text(std::size_t count) { return count == 0 ? std::string() : fmt::format("{}", count); }

/// Amounts are in 万元, as their sums are.
Row summary_row(const CardResult& card, const scoring::ProjectMoney& money, std::string anchor) {
  const auto& execution = card.execution;
  const auto over = overclaimed(card.card->claimed_total, card.total, card.accepted);
  const std::size_t missed = rows_with(card, Status::missed);
  const std::size_t open = rows_with(card, Status::undetermined);
  Row row;
  row.cells = {{card.card->id, Mark::plain, std::nullopt, std::move(anchor)},
               {card.card->title.text},
               {plain(money.budget)},
               {plain(money.executed)},
               rate_cell(execution ? execution->rate : std::nullopt),
               total_cell(card),
               {card.scored ? card.grade : "未填", card.scored ? Mark::plain : Mark::unsure},
               {card.card->claimed_total ? plain(card.card->claimed_total->value) : ""},
               {card.scored && over ? (over->sign() > 0 ? "多报 " : "少报 ") + plain(over->magnitude()) : "",
                Mark::bad},
               {count_text(missed), Mark::bad},
               {count_text(open), Mark::unsure}};
  return row;
}

}  // namespace

std::size_t rows_with(const CardResult& card, Status status) {
  return static_cast<std::size_t>(std::count_if(card.indicators.begin(), card.indicators.end(),
                                                [&card, status](const scoring::IndicatorResult& r) {
                                                  return is_judged(r, card) && r.status == status;
                                                }));
}

std::string own_total(const CardResult& card) {
  std::string line = fmt::format("{}：总分 {}，等级 {}", card.card->title.text,
                                 points_text(card.total, *card.scheme), card.grade);
  if (card.execution && card.execution->rate) {
    line += fmt::format("，执行率 {}%", plain(card.execution->rate));
  }
  return line + "。";
}

std::string anchor_of_card(std::size_t index) { return fmt::format("card{}", index + 1); }

std::span<const CardResult> cards_of(const results::Scores& scores,
                                     const results::DepartmentScores& department) {
  return std::span(scores.cards).subspan(department.first, department.count);
}

std::span<const CardResult> projects_of(const results::Scores& scores,
                                        const results::DepartmentScores& department) {
  return cards_of(scores, department).subspan(department.has_own ? 1 : 0);
}

const CardResult* own_of(const results::Scores& scores, const results::DepartmentScores& department) {
  return department.has_own ? &scores.cards[department.first] : nullptr;
}

Table projects_table(const results::Scores& scores, const results::DepartmentScores& department,
                     bool linked) {
  Table table;
  table.columns = {
      {"编号", Align::left, true},    {"项目", Align::left, false, 0, true}, {"预算", Align::right, true},
      {"执行", Align::right, true},   {"执行率", Align::right, true},        {"总分", Align::right, true},
      {"等级", Align::left, true},    {"自报", Align::right, true},          {"相差", Align::left, true},
      {"未达标", Align::right, true}, {"待核", Align::right, true}};
  const std::size_t first = department.first + (department.has_own ? 1 : 0);
  for (std::size_t i = 0; i < department.roll_up.money.size(); ++i) {
    table.rows.push_back(summary_row(scores.cards[first + i], department.roll_up.money[i],
                                     linked ? anchor_of_card(first + i) : std::string()));
  }
  return table;
}

std::string average_text(const scoring::Points& average) {
  const std::string low = average.low.with_places(2).to_string();
  return average.exact() ? low : low + "-" + average.high.with_places(2).to_string();
}

void put_roll_up(Report& report, const results::DepartmentScores& department) {
  const scoring::RollUp& roll_up = department.roll_up;
  std::string line = fmt::format("项目 {} 个，已计分 {} 个；预算 {} 万元，执行 {} 万元", roll_up.projects,
                                 roll_up.scored, plain(roll_up.budget), plain(roll_up.executed));
  if (roll_up.rate) line += fmt::format("，执行率 {}%", plain(roll_up.rate));
  report.blocks.push_back(Paragraph{line + "。"});
  if (roll_up.scored > 0) {
    line = roll_up.average ? fmt::format("按资金加权的平均分 {}", average_text(*roll_up.average))
                           : std::string("没有预算数，算不出按资金加权的平均分");
    std::string grades;
    for (const auto& [grade, count] : roll_up.grades) {
      grades += fmt::format("{}{} {} 个", grades.empty() ? "；" : "、", grade, count);
    }
    report.blocks.push_back(Paragraph{line + grades + "。"});
  }
  for (const diag::Diagnostic& d : department.findings) {
    const Cell cell = finding_line(d);
    report.blocks.push_back(Paragraph{cell.text, cell.mark, 2});
  }
}

void put_shared_rows(Report& report, const scoring::RollUp& roll_up) {
  Table table;
  table.columns = {{"二级"},
                   {"三级指标", Align::left, false, 0, true},
                   {"目标"},
                   {"完成"},
                   {"表数", Align::right, true},
                   {"得分率", Align::right, true},
                   {"汇总"}};
  using How = scoring::RollUpRow::How;
  for (const scoring::RollUpRow& row : roll_up.rows) {
    if (row.tables < 2) continue;
    const std::string_view how = row.how == How::summed     ? "相加"
                                 : row.how == How::averaged ? "按资金平均"
                                                            : "得分按资金平均";
    table.rows.push_back({{{row.level2},
                           {row.name},
                           {row.target},
                           {row.actual},
                           {fmt::format("{}", row.tables)},
                           {row.points ? average_text(*row.points) + "%" : ""},
                           {std::string(how)}},
                          {}});
  }
  if (table.rows.empty()) return;
  report.blocks.push_back(Heading{2, "几张表共有的指标"});
  report.blocks.push_back(std::move(table));
}

}  // namespace jiheng::report
