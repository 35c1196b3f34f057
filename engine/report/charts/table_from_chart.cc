// Takes a chart, gives its numbers as a table. Nothing is rounded or computed here.
#include "engine/report/charts/table_from_chart.h"

#include <map>

#include "engine/report/charts/svg_frame.h"

namespace jiheng::report {
namespace {

std::string chart_value_text(const std::optional<ChartValue>& value) {
  return value ? value_text(*value) : std::string();
}

Column number_column(std::string title) { return {std::move(title), Align::right, true}; }

std::string with_unit(const std::string& name, const ChartAxis& axis) {
  return name.empty() || name == axis.name ? axis_title(axis)
                                           : axis_title(ChartAxis{.name = name, .unit = axis.unit});
}

/// x -> the value of each series there.
using Values = std::map<base::Decimal, std::vector<std::string>>;

Values values_of(const LineChart& chart) {
  Values out;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    for (const LinePiece& piece : chart.series[s].pieces) {
      for (std::size_t i = 0; i < piece.points.size(); ++i) {
        if ((i == 0 && piece.open_begin) || (i + 1 == piece.points.size() && piece.open_end)) continue;
        std::vector<std::string>& cells = out[piece.points[i].x];
        cells.resize(chart.series.size());
        cells[s] = value_text(piece.points[i].y);
      }
    }
  }
  return out;
}

void put_rows(Table& table, const LineChart& chart, const std::vector<Cell>& first) {
  for (const auto& [x, texts] : values_of(chart)) {
    Row row;
    row.cells = first;
    row.cells.push_back({x.to_string()});
    for (const std::string& text : texts) row.cells.push_back({text});
    row.cells.resize(table.columns.size());
    table.rows.push_back(std::move(row));
  }
}

Table table_of(const LineChart& chart) {
  Table table;
  table.columns.push_back(number_column(axis_title(chart.x)));
  for (const LineSeries& series : chart.series)
    table.columns.push_back(number_column(with_unit(series.name, chart.y)));
  put_rows(table, chart, {});
  return table;
}

Table table_of(const BarChart& chart) {
  Table table;
  table.columns.push_back({chart.item_name, Align::left, false, 0, true});
  for (const std::string& name : chart.series)
    table.columns.push_back(number_column(with_unit(name, chart.value)));
  for (const BarItem& item : chart.items) {
    Row row;
    row.cells.push_back({item.label});
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
      const bool there = i < item.values.size() && item.values[i];
      row.cells.push_back({there ? chart_value_text(item.values[i]) : item.note});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table table_of(const Histogram& chart) {
  Table table;
  table.columns = {number_column(axis_title(chart.x)), number_column(axis_title(chart.y))};
  for (std::size_t i = 0; i < chart.bins.size(); ++i) {
    const HistogramBin& bin = chart.bins[i];
    const std::string end = i + 1 == chart.bins.size() ? "]" : ")";
    table.rows.push_back(
        {{{"[" + bin.low.to_string() + ", " + bin.high.to_string() + end}, {bin.count.to_string()}}, {}});
  }
  return table;
}

Table table_of(const HeatGrid& chart) {
  Table table;
  table.columns.push_back({axis_title(chart.y) + " ＼ " + axis_title(chart.x), Align::right, true, 0, true});
  for (const std::string& column : chart.columns) table.columns.push_back(number_column(column));
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    Row row;
    row.cells.push_back({chart.rows[r]});
    for (std::size_t c = 0; c < chart.columns.size(); ++c)
      row.cells.push_back({chart_value_text(chart.cells.at(r).at(c))});
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table table_of(const Multiples& chart) {
  Table table;
  if (chart.panels.empty()) return table;
  const LineChart& first = chart.panels.front();
  table.columns.push_back({"", Align::left, false, 0, true});
  table.columns.push_back(number_column(axis_title(first.x)));
  for (const LineSeries& series : first.series) table.columns.push_back(number_column(series.name));
  for (const LineChart& panel : chart.panels)
    put_rows(table, panel, {{axis_title({panel.title, panel.y.unit})}});
  return table;
}

}  // namespace

Table table_from_chart(const Chart& chart) {
  return std::visit([](const auto& c) { return table_of(c); }, chart);
}

void put_with_table(Report& report, Chart chart) {
  Table table = table_from_chart(chart);
  report.blocks.emplace_back(std::move(chart));
  if (!table.rows.empty()) report.blocks.emplace_back(std::move(table));
}

}  // namespace jiheng::report
