// engine/intake/tables/sheet_columns.h: the heading of a table in a sheet -> its columns.
// Takes   a line with headings and the lines around it that belong to it: groups over several columns (近两年指标值,
//         自评, 财政复核) above or below, cells merged over both. Columns stand exactly where the sheet says.
// Fails   I131 two headings one below the other that disagree, and the ids of column_choice.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/intake/document.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

struct SheetColumn {
  std::optional<Role> role;  ///< none: named in the list of what was passed over, its cells are not read
  std::size_t first = 0;     ///< columns of the sheet, from 0
  std::size_t last = 0;
  std::string title;  ///< as printed, with the groups above it
  base::Place place;
  std::string why = {};  ///< of a column without a role that is known all the same: why it is not taken
  bool filled = false;   ///< of a column without a role: cells stand below
};

struct SheetHeading {
  std::size_t begin = 0;  ///< lines
  std::size_t end = 0;
  std::vector<SheetColumn> columns;
  std::vector<SheetColumn> side;  ///< left of them: 项目名称, 预算数, or 年度绩效指标; without roles
  std::vector<diag::Diagnostic> problems;

  bool has(Role role) const;
  /// Index of the column; nullopt beside the table.
  std::optional<std::size_t> at(std::size_t column) const;
};

/// Levels or a name, and values beside them.
bool is_sheet_heading(const FormWords& forms, const Line& line);

/// The line of the heading that begins at line i: i itself, or the line below where i is a line of groups (自评 over 得分).
std::optional<std::size_t> heading_beginning_at(const Reading& reading, std::size_t i);

/// The whole heading that begins at line i, for which heading_beginning_at holds.
SheetHeading sheet_heading(const Reading& reading, std::size_t i);

}  // namespace jiheng::intake
