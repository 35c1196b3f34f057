// engine/report/pages/overview.h: the overview of a department for a workbook: the projects with their sums, the ranking of
// lost points, what is 待核 and found. Every table is one of the page (department_tables.h, lost_points.h).
// Takes   the scores of a department.
// Gives   sheets as plain data: xlsx_from_tables.h writes them.
// Units   widths in characters; sums as scoring gives them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/report/texts/report.h"

namespace jiheng::report {

/// What stands below a column. A spreadsheet computes it anew where its rows give `value`; where they do not (a range, an
/// amount in another unit) `value` stands alone.
struct ColumnTotal {
  enum class How { sum, ratio, weighted };
  std::size_t column = 0;
  How how = How::sum;
  std::size_t of = 0;  ///< ratio: sum of this column …
  std::size_t by = 0;  ///< … by the sum of this one; weighted: `column` weighted by this one
  std::string value;   ///< as scoring gives it
};

/// A column a person fills in.
struct ColumnInput {
  std::size_t column = 0;
  std::vector<std::string> words;  ///< to choose from; none: any text
};

struct TableSheet {
  std::string name;
  std::string title;
  std::vector<std::string> lines;  ///< below the title
  Table table;
  std::vector<ColumnTotal> totals;
  std::vector<ColumnInput> inputs = {};
  std::vector<double> widths = {};  ///< of each column, in characters; empty: as its texts need
};

}  // namespace jiheng::report
