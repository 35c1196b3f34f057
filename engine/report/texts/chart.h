// engine/report/texts/chart.h: what a picture shows, without the picture: title, axes with units, series, marks.
// Units   numbers are exact decimals and are printed with the places they carry; a value that is only known to lie
//         between two ends (待核) is a range and drawn as one.
// Source  docs/report.md, "图"
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/decimal.h"

namespace jiheng::report {

/// One value (low == high), or a range.
struct ChartValue {
  base::Decimal low;
  base::Decimal high;
  bool exact() const { return low == high; }
};
inline ChartValue exactly(const base::Decimal& value) { return {value, value}; }

struct ChartAxis {
  std::string name;                                  ///< 总分
  std::string unit = {};                             ///< 分; empty: none
  std::optional<base::Decimal> from = std::nullopt;  ///< shown in any case; more where the data need it
  std::optional<base::Decimal> to = std::nullopt;
  bool whole = false;  ///< years, counts: no ticks between whole numbers
};

struct LinePoint {
  base::Decimal x;
  ChartValue y;
};

/// Points joined by a line, in the order of x. A curve with steps is several pieces: one ends where the next begins, and
/// an open end does not belong to its piece (its point is drawn hollow and left out of the table).
struct LinePiece {
  std::vector<LinePoint> points;
  bool open_begin = false;
  bool open_end = false;
};

struct LineSeries {
  std::string name;
  std::vector<LinePiece> pieces;
  bool dots = false;  ///< every point is a measurement: drawn as one
};

/// A place on the x axis worth a word: a kink, a limit, where one stands now. Marks are numbered in their order.
struct LineMark {
  base::Decimal x;
  std::string label;
  std::optional<base::Decimal> y = std::nullopt;  ///< a point on the curve; none: the whole height
};

struct LineChart {
  std::string title;
  std::string note;  ///< one sentence for who cannot see it; may be empty
  ChartAxis x;
  ChartAxis y;
  std::vector<LineSeries> series;
  std::vector<LineMark> marks = {};
};

struct BarItem {
  std::string label;
  std::vector<std::optional<ChartValue>> values;  ///< one a series; nullopt: none
  std::string note = {};                          ///< stands where no value is: 未填
};

/// A limit across all bars: 优 90.
struct BarLimit {
  base::Decimal at;
  std::string label;
};

/// Lying bars from 0, one line an item; several series stand below each other in the line (a tornado: what 10% less and
/// 10% more do). `dots`: points in one line instead, on an axis that need not begin at 0.
struct BarChart {
  std::string title;
  std::string note;
  std::string item_name;  ///< of the labels: 项目
  ChartAxis value;
  std::vector<std::string> series;
  std::vector<BarItem> items;
  std::vector<BarLimit> limits = {};
  bool dots = false;
};

/// [low, high): the last one with its upper end.
struct HistogramBin {
  base::Decimal low;
  base::Decimal high;
  base::Decimal count;
};

struct Histogram {
  std::string title;
  std::string note;
  ChartAxis x;
  ChartAxis y;  ///< of the counts
  std::vector<HistogramBin> bins;
  std::vector<LineMark> marks = {};
};

/// A value at each crossing of two lists. cells[row][column]; nullopt: none.
struct HeatGrid {
  std::string title;
  std::string note;
  ChartAxis x;      ///< of the columns; from, to and whole mean nothing here
  ChartAxis y;      ///< of the rows
  ChartAxis value;  ///< of the cells
  std::vector<std::string> columns;
  std::vector<std::string> rows;
  std::vector<std::vector<std::optional<ChartValue>>> cells;
};

/// Small charts side by side, each with axes of its own.
struct Multiples {
  std::string title;
  std::string note;
  std::vector<LineChart> panels;
};

using Chart = std::variant<LineChart, BarChart, Histogram, HeatGrid, Multiples>;

}  // namespace jiheng::report
