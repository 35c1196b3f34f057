// Takes advice, gives the report people read, the page with small charts, and the sheet a planner works in.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/report/fields/advice_fields.h"
#include "engine/report/pages/advice_pages.h"
#include "engine/report/texts/advice_texts.h"
#include "engine/report/texts/table_sheet.h"
#include "engine/results/advice.h"

namespace jiheng::report {
namespace {

using audit::Demand;
using base::trimmed;
using whatif::Advice;
using whatif::AdviceYear;

/// So many small charts stand on a page; the items behind them are in the tables.
constexpr std::size_t kMaxPanels = 60;

constexpr std::array kOrder = {Demand::much_too_low, Demand::too_low, Demand::too_high, Demand::ordinary,
                               Demand::incomparable};

/// The targets that should be looked at: a row each, what speaks for it below.
Table judged_table(results::AdviceItems items, Demand demand) {
  Table table;
  table.columns = {{"表", Align::left, false, 16},   {"指标", Align::left, false, 24, true},
                   {"本年目标", Align::left, false}, {"以前：目标→完成", Align::left, false, 34},
                   {"占完成值", Align::right, true}, {"建议目标", Align::left, false}};
  for (const Advice& a : items) {
    if (a.judgement != demand) continue;
    Row row;
    row.cells = {{table_text(a)},
                 {std::string(trimmed(a.row->name.text)), Mark::strong},
                 {std::string(trimmed(a.row->target.text))},
                 {history_text(a)},
                 {percent_text(a.ratio), mark_of(a)},
                 {proposal_text(a), a.proposals.empty() ? Mark::muted : Mark::plain}};
    row.notes.push_back({a.why});
    if (!matches_text(a).empty()) row.notes.push_back({"对应：" + matches_text(a), Mark::muted});
    if (a.growth) row.notes.push_back({"比前一年：" + percent_text(a.growth), Mark::muted});
    if (!a.proposals.empty()) row.notes.push_back({"建议：" + proposals_text(a)});
    if (!repeated_text(a).empty()) row.notes.push_back({"照上年再做一年：" + repeated_text(a), Mark::muted});
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// Those that need no other target: a line each.
Table plain_table(results::AdviceItems items, Demand demand) {
  Table table;
  table.columns = {{"表", Align::left, false, 16},
                   {"指标", Align::left, false, 26, true},
                   {"本年目标"},
                   {"以前：目标→完成", Align::left, false, 30},
                   {demand == Demand::ordinary ? "为什么合理" : "为什么不能比"}};
  for (const Advice& a : items) {
    if (a.judgement != demand) continue;
    table.rows.push_back({{{table_text(a)},
                           {std::string(trimmed(a.row->name.text))},
                           {std::string(trimmed(a.row->target.text))},
                           {history_text(a)},
                           {a.why}},
                          {}});
    if (!a.undecided.empty()) table.rows.back().notes.push_back({"候选：" + matches_text(a), Mark::muted});
  }
  return table;
}

std::size_t count_of(results::AdviceItems items, Demand demand) {
  std::size_t count = 0;
  for (const Advice& a : items) count += a.judgement == demand ? 1 : 0;
  return count;
}

std::string summary_of_advice(results::AdviceItems items) {
  std::string text = fmt::format("看了 {} 个目标", items.size());
  for (const Demand demand : kOrder) {
    if (const std::size_t n = count_of(items, demand); n > 0)
      text += fmt::format("，{} {} 个", audit::to_chinese(demand), n);
  }
  return text + "。";
}

/// Targets and results by year, the new target as the last point. nullopt where there is no number to draw.
std::optional<LineChart> panel_of(const Advice& a) {
  LinePiece planned;
  LinePiece reached;
  int last = 0;
  for (const AdviceYear& y : a.history) {
    if (y.planned) planned.points.push_back({y.year, exactly(*y.planned)});
    if (!y.value || y.year == last) continue;  // of a year the matched row comes before the form's own column
    last = y.year;
    reached.points.push_back({y.year, exactly(*y.value)});
  }
  std::reverse(planned.points.begin(), planned.points.end());
  std::reverse(reached.points.begin(), reached.points.end());
  if (reached.points.empty() || !a.target_value || !a.card->year) return std::nullopt;
  planned.points.push_back({*a.card->year, exactly(*a.target_value)});
  LineChart chart;
  chart.title = std::string(trimmed(a.row->name.text));
  chart.note = fmt::format("{}：{}", audit::to_chinese(a.judgement), a.why);
  chart.x = {"年度", "", std::nullopt, std::nullopt, true};
  chart.y = {"数量", a.unit, base::Decimal(0)};
  chart.series = {{"目标", {std::move(planned)}, true}, {"完成", {std::move(reached)}, true}};
  return chart;
}

Multiples charts_of(results::AdviceItems items) {
  Multiples all;
  all.title = "目标与完成";
  for (const Advice& a : items) {
    if (a.judgement == Demand::ordinary || a.judgement == Demand::incomparable) continue;
    if (all.panels.size() == kMaxPanels) {
      all.note = fmt::format("只画前 {} 个，其余见下面的表。", kMaxPanels);
      break;
    }
    if (auto panel = panel_of(a)) all.panels.push_back(std::move(*panel));
  }
  return all;
}

Report made(results::AdviceItems items, bool with_charts) {
  Report report;
  report.blocks.push_back(Heading{1, "年度目标建议"});
  report.blocks.push_back(Paragraph{summary_of_advice(items)});
  if (with_charts) {
    Multiples charts = charts_of(items);
    if (!charts.panels.empty()) report.blocks.push_back(Chart(std::move(charts)));
  }
  for (const Demand demand : kOrder) {
    const std::size_t count = count_of(items, demand);
    if (count == 0) continue;
    report.blocks.push_back(Heading{2, fmt::format("{}（{} 个）", audit::to_chinese(demand), count),
                                    fmt::format("d{}", static_cast<int>(demand))});
    const bool plain = demand == Demand::ordinary || demand == Demand::incomparable;
    report.blocks.push_back(plain ? plain_table(items, demand) : judged_table(items, demand));
  }
  return report;
}

}  // namespace

Report report_from_advice(results::AdviceItems items) { return made(items, false); }

Report page_from_advice(results::AdviceItems items) { return made(items, true); }

std::vector<TableSheet> sheets_from_advice(results::AdviceItems items) {
  TableSheet sheet;
  sheet.name = "目标建议";
  sheet.title = "年度目标建议";
  sheet.lines = {summary_of_advice(items), "最后两栏由人填：采用的目标、理由。"};
  const auto columns = columns_of(advice_fields());
  put_titles(sheet.table, columns);
  sheet.table.columns[0].whole = true;  // 判断
  sheet.table.columns[6].whole = true;  // 占完成值
  sheet.table.columns[6].align = Align::right;
  sheet.inputs = {{columns.size(), {}}, {columns.size() + 1, {}}};
  for (const char* title : {"采用的目标", "理由"}) sheet.table.columns.push_back({title});
  sheet.widths = {10, 18, 12, 24, 14, 24, 10, 30, 28, 16, 28, 16, 16, 20};
  for (const Advice& a : items) {
    Row& row = sheet.table.rows.emplace_back();
    put_cells(row, columns, a);
    row.cells.push_back({a.proposals.empty() ? "" : a.proposals.front().target});
    row.cells.push_back({""});
  }
  std::vector<TableSheet> sheets;
  sheets.push_back(std::move(sheet));
  return sheets;
}

}  // namespace jiheng::report
