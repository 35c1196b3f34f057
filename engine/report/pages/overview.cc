// Takes scores, gives the sheets of the overview. Sums are scoring's; whether a spreadsheet can compute them anew is
// xlsx_from_tables.cc's.
#include "engine/report/pages/overview.h"

#include <fmt/format.h>

#include "engine/diag/print.h"
#include "engine/report/pages/department_tables.h"
#include "engine/report/pages/lists.h"
#include "engine/report/pages/score_pages.h"
#include "engine/report/texts/level_words.h"
#include "engine/report/texts/lost_points.h"
#include "engine/report/texts/score_texts.h"
#include "engine/report/texts/table_sheet.h"

namespace jiheng::report {
namespace {

using scoring::CardResult;

/// Columns of projects_table().
constexpr std::size_t kBudget = 2;
constexpr std::size_t kExecuted = 3;
constexpr std::size_t kRate = 4;
constexpr std::size_t kTotal = 5;
/// Of lost_points_table().
constexpr std::size_t kLost = 9;

void put_finding_rows(Table& table, const CardResult& card, std::string_view row,
                      const std::vector<diag::Diagnostic>& findings) {
  for (const diag::Diagnostic& d : findings) {
    const diag::Severity severity = diag::severity_of(d);
    if (severity == diag::Severity::note) continue;
    table.rows.push_back(
        {{{card.card->id},
          {card.card->title.text},
          {std::string(row)},
          {std::string(chinese(severity)), severity == diag::Severity::error ? Mark::bad : Mark::unsure},
          {d.id},
          {d.message},
          {d.fix},
          {diag::to_text(d.place)}},
         {}});
  }
}

TableSheet projects_sheet(const results::Scores& scores, const results::DepartmentScores& department,
                          const ScoreFace& face) {
  const scoring::RollUp& roll_up = department.roll_up;
  const CardResult& first = scores.cards[department.first];
  TableSheet sheet;
  sheet.name = "总览";
  sheet.title = fmt::format("{}绩效自评总览{}", department.name,
                            first.card->year ? fmt::format("（{} 年度）", *first.card->year) : "");
  if (department.has_own && first.scored) sheet.lines.push_back(own_total(first));
  Report words;
  put_roll_up(words, department);
  for (const Block& block : words.blocks) sheet.lines.push_back(std::get<Paragraph>(block).text);
  if (!face.today.empty()) sheet.lines.push_back("计算日期：" + face.today);
  sheet.table = projects_table(scores, department);
  using How = ColumnTotal::How;
  sheet.totals = {{kBudget, How::sum, 0, 0, plain(roll_up.budget)},
                  {kExecuted, How::sum, 0, 0, plain(roll_up.executed)}};
  if (roll_up.rate)
    sheet.totals.push_back({kRate, How::ratio, kExecuted, kBudget, plain(roll_up.rate) + "%"});
  if (roll_up.average) {
    sheet.totals.push_back({kTotal, How::weighted, 0, kBudget, average_text(*roll_up.average)});
  }
  return sheet;
}

TableSheet lost_sheet(std::span<const CardResult> cards) {
  TableSheet sheet{"失分排行", "失分排行（失分最多的在前）", {}, lost_points_table(cards), {}};
  if (sheet.table.rows.empty()) sheet.lines.emplace_back("没有失分。");
  base::Decimal sum;
  bool open = false;
  for (const LostPoints& lost : lost_points(cards)) {
    if (lost.lost.exact()) {
      sum += lost.lost.low;
    } else {
      open = true;
    }
  }
  if (open) sheet.lines.emplace_back("待核的行失分是一个范围，不在合计里。");
  if (!sheet.table.rows.empty()) {
    sheet.totals = {
        {kLost, ColumnTotal::How::sum, 0, 0, sum.with_places(std::max(2, sum.places())).to_string()}};
  }
  return sheet;
}

}  // namespace

Table findings_table(std::span<const CardResult> cards) {
  Table table;
  table.columns = {{"编号", Align::left, true},
                   {"项目"},
                   {"行", Align::left, false, 0, true},
                   {"级别", Align::left, true},
                   {"发现", Align::left, true},
                   {"说明"},
                   {"怎么改"},
                   {"位置"}};
  for (const CardResult& card : cards) {
    put_finding_rows(table, card, "整张表", card.findings);
    if (card.execution) put_finding_rows(table, card, "预算执行", card.execution->findings);
    for (const scoring::IndicatorResult& row : card.indicators) {
      put_finding_rows(table, card, indicator_of(row, card).name.text, row.findings);
    }
  }
  return table;
}

std::vector<TableSheet> overview_of(const results::Scores& scores,
                                    const results::DepartmentScores& department, const ScoreFace& face) {
  const std::span<const CardResult> cards = cards_of(scores, department);
  std::vector<TableSheet> sheets = {projects_sheet(scores, department, face), lost_sheet(cards)};
  TableSheet found{"待核和发现", "待核和发现", {}, findings_table(cards), {}};
  if (found.table.rows.empty()) found.lines.emplace_back("没有。");
  sheets.push_back(std::move(found));
  return sheets;
}

}  // namespace jiheng::report
