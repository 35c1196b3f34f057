// engine/audit/identity.h: what a place of a finding is called, so that it is the same one when its table is handed in again.
// Of a table: unit, year, title and row, never its path, its line or its id (which is a file's name, or a number by order).
// Of running text: the file's name, and what was said.
// Takes   a place of a finding.
// Gives   a text that is the same for the same thing in the next submission.
#pragma once

#include <string>

#include "engine/audit/finding.h"

namespace jiheng::audit {

struct Spot {
  std::string unit;   ///< 单位名称
  int year = 0;       ///< 0: none
  std::string title;  ///< 项目名称, or 部门整体
  std::string row;    ///< 三级指标; empty: the table as a whole
  std::string file;   ///< running text: the name of its file, without folder; empty: in a table
  friend bool operator==(const Spot&, const Spot&) = default;
};

Spot spot_of(const Where& where);

/// "某局|2023|培训|"; of running text the file's name.
std::string document_of(const Spot& spot);

/// "某局|2023|培训|培训人数|A203". Two findings may share one: they are then told apart by their order.
std::string identity(const Spot& spot, const std::string& id, const std::string& message);

}  // namespace jiheng::audit
