// engine/intake/tables/sheet_projects.h: a sheet of several projects, each with its name beside a block of rows.
// Takes   what stands left of the levels: 项目名称, 项目单位, 预算数, 项目年度绩效目标, blank where a cell above holds on.
// Gives   a table a project, with what the form says above the heading for all of them.
// Fails   never: a cell that no field takes is passed over.
// Source  docs/import.md, 电子表格
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/intake/tables/grid/grid_table.h"
#include "engine/intake/tables/reading.h"
#include "engine/intake/tables/sheet_columns.h"

namespace jiheng::intake {

/// Whether the heading that begins at line i has 项目名称 left of its levels.
bool has_project_column(const Reading& reading, std::size_t i);

class SheetProjects {
 public:
  SheetProjects(Reading& reading, GridTable& grid) : reading_(reading), grid_(grid) {}

  /// Whether the heading has a column of projects; the rows that follow are told by it.
  bool begin(const SheetHeading& heading);
  bool active() const { return active_; }

  enum class Took { row, other_project, nothing };
  /// Takes the cells of line i that stand left of the column `first` off `pieces`. `other_project` where a table was begun,
  /// `nothing` where the line has no indicator: it is done with.
  Took take(std::size_t i, std::vector<Piece>& pieces, std::size_t first);

 private:
  struct Side {
    explicit Side(const FormWords& forms, const SheetColumn& column);
    bool project = false;
    std::optional<LabelMatch> label;
    std::optional<Amount> amount;
    bool goal = false;
    std::size_t first = 0;
    std::size_t last = 0;
    std::string title;
    std::string said = {};  ///< of the project at hand
  };

  void next_project(const Piece& name);
  void field(std::size_t i, Side& side, const Piece& piece);

  Reading& reading_;
  GridTable& grid_;
  bool active_ = false;
  bool units_too_ = false;  ///< 单位名称、项目名称: a line of its own may name the unit
  Table head_;              ///< of all projects
  std::string project_;     ///< squeezed
  std::vector<Side> sides_;
};

}  // namespace jiheng::intake
