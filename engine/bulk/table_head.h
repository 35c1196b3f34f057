// engine/bulk/table_head.h: the first line of a table of rows -> which column is what, and the head of the result.
// Takes   one line of a CSV or TSV file, UTF-8; columns are known by the words of the form, in any order.
// Gives   the place of each known column; which columns are written through. Columns of an earlier result (得分, 结论 …) are
//         not: they are made anew. A column nobody knows is written through and named in `unused`.
// Fails   B101 a column that must be there is not, or is there twice.
// Source  docs/bulk.md
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::bulk {

enum class Column : std::uint8_t {
  id,
  kind,
  title,
  year,
  scheme,
  line_kind,
  section,
  level1,
  level2,
  name,
  target,
  actual,
  full_marks,
  claimed,
  unit_name,
  judged,
  not_applicable,
  reason,
  conditions,
  data,
  cut_points,
  standard
};
inline constexpr std::size_t kColumnCount = 22;
std::string_view to_chinese(Column column);

struct TableHead {
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);
  std::size_t at(Column column) const { return places[static_cast<std::size_t>(column)]; }
  bool has(Column column) const { return at(column) != kAbsent; }

  bool cards = false;  ///< the lines are no rows but whole cards, as JSON
  char separator = ',';
  std::size_t width = 0;  ///< cells of each line
  std::array<std::size_t, kColumnCount> places{};
  std::vector<std::size_t> kept;    ///< written through, in order
  std::vector<std::string> titles;  ///< of those
  std::vector<std::string> unused;  ///< written through and not looked at
};

/// `line` without its line break. `source` names the file in messages.
diag::Result<TableHead> table_head(std::string_view line, const base::SourcePtr& source);

/// Of a file with a card a line: its rows are written under the columns of whole_cards.h.
TableHead head_of_cards();

}  // namespace jiheng::bulk
