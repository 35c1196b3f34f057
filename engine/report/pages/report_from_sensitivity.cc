// Takes the sensitivities of cards. Gives a tornado chart and a table a card, largest effect first.
#include <fmt/format.h>

#include <algorithm>

#include "engine/report/pages/whatif_pages.h"
#include "engine/report/texts/curve_texts.h"
#include "engine/report/texts/score_texts.h"
#include "engine/results/whatif_curves.h"

namespace jiheng::report {
namespace {

using whatif::Effect;
using whatif::Sensitive;

constexpr std::size_t kTenPercent = 1;

std::optional<ChartValue> value_of_change(const std::optional<scoring::Points>& change) {
  if (!change) return std::nullopt;
  return ChartValue{std::min(change->low, change->high), std::max(change->low, change->high)};
}

/// What 10% does; of a day, and of a figure that is 0, nothing.
BarChart tornado(const whatif::Sensitivity& all) {
  BarChart chart;
  chart.title = "变动 10%，总分变多少";
  chart.note = "每个数减少 10% 和增加 10% 时总分的变化，影响大的在上";
  chart.item_name = "数";
  chart.value = {"总分的变化", "分"};
  chart.series = {"减少 10%", "增加 10%"};
  for (const Sensitive& figure : all.figures) {
    const Effect& effect = figure.effects[kTenPercent];
    if (!effect.less && !effect.more) continue;
    chart.items.push_back({figure.dial.name(), {value_of_change(effect.less), value_of_change(effect.more)}});
  }
  return chart;
}

Table table_of(const whatif::Sensitivity& all, const model::Scheme& scheme) {
  Table table;
  table.columns = {{"数", Align::left, false, 0, true}, {"现在", Align::right, true},
                   {"−1%", Align::right, true},         {"+1%", Align::right, true},
                   {"−10%", Align::right, true},        {"+10%", Align::right, true},
                   {"−1 单位", Align::right, true},     {"+1 单位", Align::right, true},
                   {"往下到拐点", Align::right},        {"往上到拐点", Align::right}};
  for (const Sensitive& figure : all.figures) {
    Row row{{{figure.dial.name()}, {figure.dial.with_unit(figure.present)}}, {}};
    for (const Effect& effect : figure.effects) {
      row.cells.push_back({change_text(effect.less, scheme)});
      row.cells.push_back({change_text(effect.more, scheme)});
    }
    row.cells.push_back({near_text(figure.dial, figure.below)});
    row.cells.push_back({near_text(figure.dial, figure.above)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Report report_from_sensitivity(const std::vector<results::CardSensitivity>& cards) {
  Report report;
  for (const results::CardSensitivity& one : cards) {
    const whatif::Sensitivity& all = one.sensitivity;
    report.blocks.push_back(Heading{1, "敏感度 " + card_title(*one.card)});
    put_paragraph(report,
                  fmt::format("现在总分 {} 分。每次只变动一个数，看总分变多少；变动 10% 影响大的在前。",
                              points_text(all.total, *one.card->scheme)));
    BarChart chart = tornado(all);
    if (!chart.items.empty()) report.blocks.push_back(Chart(std::move(chart)));
    if (!all.figures.empty()) {
      report.blocks.push_back(table_of(all, *one.card->scheme));
      put_paragraph(
          report,
          "1 单位是表上的单位：1件、1万元、1 个百分点、1 天。总分是区间时，两个数是低端和高端的变化。",
          Mark::muted);
    }
    if (all.fixed.empty()) continue;
    report.blocks.push_back(Heading{2, "没有算的"});
    for (const std::string& why : all.fixed) report.blocks.push_back(Paragraph{why, Mark::muted, 2});
  }
  return report;
}

Report rows_from_sensitivity(const std::vector<results::CardSensitivity>& cards) {
  Table table;
  table.columns = {{"表"},        {"数"},         {"单位"},      {"现在"},      {"减1%低"},
                   {"减1%高"},    {"加1%低"},     {"加1%高"},    {"减10%低"},   {"减10%高"},
                   {"加10%低"},   {"加10%高"},    {"减1单位低"}, {"减1单位高"}, {"加1单位低"},
                   {"加1单位高"}, {"往下到拐点"}, {"往上到拐点"}};
  for (const results::CardSensitivity& one : cards) {
    for (const Sensitive& figure : one.sensitivity.figures) {
      Row row{{{one.card->card->id},
               {figure.dial.name()},
               {figure.dial.unit()},
               {figure.dial.shown(figure.present)}},
              {}};
      for (const Effect& effect : figure.effects) {
        for (const auto& change : {effect.less, effect.more}) {
          row.cells.push_back({change ? change->low.to_string() : ""});
          row.cells.push_back({change ? change->high.to_string() : ""});
        }
      }
      for (const auto& near : {figure.below, figure.above})
        row.cells.push_back({near ? near->distance.trimmed().to_string() : ""});
      table.rows.push_back(std::move(row));
    }
  }
  Report report;
  report.blocks.push_back(std::move(table));
  return report;
}

}  // namespace jiheng::report
