// engine/report/charts/table_from_chart.h: the numbers of a chart as a table, exactly as the data carry them.
// Takes   chart data.
// Units   those of the chart: nothing is rounded or computed here.
#pragma once

#include "engine/report/texts/chart.h"
#include "engine/report/texts/report.h"

namespace jiheng::report {

/// Line charts: a line a value of x, a column a series. Bars: a line an item. Histograms: a line a bin. Grids: as they
/// lie. Multiples: a line a panel and x.
Table table_from_chart(const Chart& chart);

/// The chart, and its table below it where it has numbers at all.
void put_with_table(Report& report, Chart chart);

}  // namespace jiheng::report
