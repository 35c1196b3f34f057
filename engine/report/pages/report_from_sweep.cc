// Takes a sweep. Gives its curve as a chart, its kinks by name and its points as a table; of two figures a grid.
#include <fmt/format.h>

#include "engine/report/pages/whatif_pages.h"
#include "engine/report/texts/curve_texts.h"
#include "engine/report/texts/score_texts.h"
#include "engine/results/whatif_curves.h"

namespace jiheng::report {
namespace {

using base::Decimal;

ChartValue value_of_points(const scoring::Points& points) { return {points.low, points.high}; }

/// Where values of the dial lie on the axis: days count from the first one.
class Abscissa {
 public:
  Abscissa(const whatif::Dial& dial, const Decimal& first) : dial_(dial), first_(first) {}
  Decimal operator()(const Decimal& value) const { return dial_.is_day() ? value - first_ : value.trimmed(); }
  ChartAxis axis() const {
    if (!dial_.is_day()) return {dial_.name(), dial_.unit()};
    ChartAxis axis{dial_.name() + "，" + dial_.shown(first_) + " 以后", "天"};
    axis.whole = true;
    return axis;
  }

 private:
  const whatif::Dial& dial_;
  Decimal first_;
};

bool same(const scoring::Points& a, const scoring::Points& b) { return a.low == b.low && a.high == b.high; }

/// The points looked at and both sides of every kink; a new piece where the points jump.
std::vector<LinePiece> pieces_of(const whatif::Sweep& swept, const Abscissa& x) {
  std::vector<LinePiece> pieces(1);
  const auto put = [&](const Decimal& value, const scoring::Points& total) {
    auto& points = pieces.back().points;
    if (points.empty() || points.back().x != x(value)) points.push_back({x(value), value_of_points(total)});
  };
  auto kink = swept.kinks.begin();
  const auto put_kink = [&] {
    put(kink->end.at, kink->total_before);
    if (same(kink->total_before, kink->total_after)) return;
    pieces.back().open_end = kink->end.closed;
    pieces.emplace_back().open_begin = !kink->end.closed;
    put(kink->end.at, kink->total_after);
  };
  for (const whatif::SweepPoint& point : swept.points) {
    for (; kink != swept.kinks.end() &&
           (kink->end.at < point.value || (kink->end.at == point.value && kink->end.closed));
         ++kink)
      put_kink();
    if (point.readable) put(point.value, point.total);
  }
  for (; kink != swept.kinks.end(); ++kink) put_kink();
  return pieces;
}

LineChart chart_of(const whatif::Sweep& swept) {
  const Abscissa x(swept.dial, swept.points.front().value);
  LineChart chart;
  chart.title = swept.dial.name() + " 与总分";
  chart.note = fmt::format("{} 从 {} 到 {} 时总分的曲线，有 {} 个拐点", swept.dial.name(),
                           swept.dial.with_unit(swept.points.front().value),
                           swept.dial.with_unit(swept.points.back().value), swept.kinks.size());
  chart.x = x.axis();
  chart.y = {"总分", "分"};
  chart.series.push_back({"总分", pieces_of(swept, x)});
  for (const whatif::Kink& kink : swept.kinks)
    chart.marks.push_back({x(kink.end.at), place_text(swept.dial, kink.end) + "：" + kink.what});
  for (const whatif::SweepPoint& point : swept.points) {
    if (point.present && point.readable)
      chart.marks.push_back({x(point.value), "现在 " + swept.dial.with_unit(point.value), point.total.low});
  }
  return chart;
}

Table kinks_table(const whatif::Sweep& swept, const model::Scheme& scheme) {
  Table table;
  table.columns = {{"位置", Align::left, true},
                   {"哪一项"},
                   {"怎么变"},
                   {"之前"},
                   {"之后"},
                   {"之前总分", Align::right, true},
                   {"之后总分", Align::right, true}};
  for (const whatif::Kink& kink : swept.kinks) {
    table.rows.push_back({{{place_text(swept.dial, kink.end)},
                           {kink.row},
                           {kink.what},
                           {kink.before},
                           {kink.after},
                           {points_text(kink.total_before, scheme)},
                           {points_text(kink.total_after, scheme)}},
                          {}});
  }
  return table;
}

Table points_table(const whatif::Sweep& swept, const model::Scheme& scheme) {
  Table table;
  table.columns = {{name_with_unit(swept.dial), Align::right, true},
                   {"得分", Align::right, true},
                   {"条款", Align::left, true},
                   {"总分", Align::right, true},
                   {"", Align::left, true}};
  for (const whatif::SweepPoint& p : swept.points) {
    const Mark mark = p.present ? Mark::strong : Mark::plain;
    table.rows.push_back({{{swept.dial.shown(p.value), mark},
                           {p.readable ? points_text(p.score, scheme) : "—", mark},
                           {p.rule, mark},
                           {p.readable ? points_text(p.total, scheme) : "—", mark},
                           {!p.readable ? "写不成这样的数"
                            : p.present ? "现在"
                                        : ""}},
                          {}});
  }
  return table;
}

void put_curve(Report& report, const whatif::Sweep& swept, const model::Scheme& scheme) {
  if (swept.points.size() > 1) report.blocks.push_back(Chart(chart_of(swept)));
  report.blocks.push_back(Heading{2, "拐点"});
  if (swept.kinks.empty()) {
    put_paragraph(report, "这一段没有拐点。");
  } else {
    report.blocks.push_back(kinks_table(swept, scheme));
    put_paragraph(report,
                  fmt::format("位置精确到 {}。",
                              swept.dial.is_day() ? "天" : swept.precision.to_string() + swept.dial.unit()),
                  Mark::muted);
  }
  if (!swept.complete) put_paragraph(report, "拐点太多，没有全部找到；缩小范围再扫。", Mark::unsure);
  report.blocks.push_back(Heading{2, "各点"});
  report.blocks.push_back(points_table(swept, scheme));
}

void put_grid(Report& report, const whatif::SweepGrid& grid, const model::Scheme& scheme) {
  HeatGrid chart;
  chart.title = fmt::format("{} 和 {} 与总分", grid.x.name(), grid.y.name());
  chart.note = "横的是前一个数，竖的是后一个数，格子里是总分";
  chart.x = {grid.x.name(), grid.x.unit()};
  chart.y = {grid.y.name(), grid.y.unit()};
  chart.value = {"总分", "分"};
  Table table;
  table.columns.push_back({name_with_unit(grid.y) + "＼" + name_with_unit(grid.x), Align::left, true});
  for (const Decimal& x : grid.xs) {
    chart.columns.push_back(grid.x.shown(x));
    table.columns.push_back({grid.x.shown(x), Align::right, true});
  }
  for (std::size_t y = 0; y < grid.ys.size(); ++y) {
    chart.rows.push_back(grid.y.shown(grid.ys[y]));
    auto& cells = chart.cells.emplace_back();
    Row row{{{grid.y.shown(grid.ys[y])}}, {}};
    for (const whatif::SweepPoint& p : grid.rows[y]) {
      cells.push_back(p.readable ? std::optional(value_of_points(p.total)) : std::nullopt);
      row.cells.push_back(
          {p.readable ? points_text(p.total, scheme) : "—", p.present ? Mark::strong : Mark::plain});
    }
    table.rows.push_back(std::move(row));
  }
  report.blocks.push_back(Chart(std::move(chart)));
  report.blocks.push_back(std::move(table));
}

}  // namespace

Report report_from_sweep(const results::CardSweep& swept) {
  const model::Scheme& scheme = *swept.card->scheme;
  Report report;
  report.blocks.push_back(Heading{1, "扫描 " + card_title(*swept.card)});
  const std::string name =
      swept.one ? swept.one->dial.name() : swept.two->x.name() + " 和 " + swept.two->y.name();
  put_paragraph(report, fmt::format("只变动 {}，其余照旧；现在总分 {} 分。", name,
                                    points_text(swept.card->total, scheme)));
  if (swept.one) put_curve(report, *swept.one, scheme);
  if (swept.two) put_grid(report, *swept.two, scheme);
  return report;
}

Report rows_from_sweep(const results::CardSweep& swept) {
  Table table;
  const auto ends = [](const scoring::Points& p) { return std::pair(p.low.to_string(), p.high.to_string()); };
  if (swept.one) {
    table.columns = {{"表"},     {"数"},   {"单位"},   {"值"},     {"得分低"},
                     {"得分高"}, {"条款"}, {"总分低"}, {"总分高"}, {"现在"}};
    for (const whatif::SweepPoint& p : swept.one->points) {
      const auto score = ends(p.score);
      const auto total = ends(p.total);
      const auto shown = [&](const std::string& text) { return p.readable ? text : std::string(); };
      table.rows.push_back({{{swept.card->card->id},
                             {swept.one->dial.name()},
                             {swept.one->dial.unit()},
                             {swept.one->dial.shown(p.value)},
                             {shown(score.first)},
                             {shown(score.second)},
                             {shown(p.rule)},
                             {shown(total.first)},
                             {shown(total.second)},
                             {p.present ? "是" : "否"}},
                            {}});
    }
  } else {
    const whatif::SweepGrid& grid = *swept.two;
    table.columns = {{"表"},  {name_with_unit(grid.x)}, {name_with_unit(grid.y)}, {"总分低"}, {"总分高"},
                     {"现在"}};
    for (std::size_t y = 0; y < grid.ys.size(); ++y) {
      for (const whatif::SweepPoint& p : grid.rows[y]) {
        const auto total = ends(p.total);
        table.rows.push_back({{{swept.card->card->id},
                               {grid.x.shown(p.value)},
                               {grid.y.shown(grid.ys[y])},
                               {p.readable ? total.first : ""},
                               {p.readable ? total.second : ""},
                               {p.present ? "是" : "否"}},
                              {}});
      }
    }
  }
  Report report;
  report.blocks.push_back(std::move(table));
  return report;
}

}  // namespace jiheng::report
