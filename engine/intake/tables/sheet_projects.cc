// Takes the cells left of the indicators, gives the projects they name. Leaves the rows to sheet_rows.
#include "engine/intake/tables/sheet_projects.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/intake/tables/sheet_rows.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/intake/words/column_role.h"

namespace jiheng::intake {

using model::Field;

namespace {

bool names_projects(const FormWords& forms, const std::string& title) {
  const auto label = label_of(forms, title);
  return forms.project_columns.contains(without_notes(title)) ||
         (label && label->label == Label::project_name);
}

}  // namespace

bool has_project_column(const Reading& reading, std::size_t i) {
  const SheetHeading heading = sheet_heading(reading, i);
  return std::any_of(heading.side.begin(), heading.side.end(), [&](const SheetColumn& column) {
    return names_projects(reading.forms(), squeezed(column.title));
  });
}

SheetProjects::Side::Side(const FormWords& forms, const SheetColumn& column)
    : first(column.first), last(column.last), title(column.title) {
  const std::string text = squeezed(column.title);
  label = label_of(forms, text);
  project = names_projects(forms, text);
  amount = amount_of(forms, text);
  if (!amount && label && label->label == Label::amount_total) amount = Amount::planned;
  goal = without_notes(text).ends_with("目标") ||
         (label && (label->label == Label::goal || label->label == Label::plan_goal));
}

bool SheetProjects::begin(const SheetHeading& heading) {
  std::vector<Side> sides;
  for (const SheetColumn& column : heading.side) sides.emplace_back(reading_.forms(), column);
  const auto project = std::find_if(sides.begin(), sides.end(), [](const Side& s) { return s.project; });
  const bool has_project = project != sides.end();
  if (has_project && active_) {
    for (std::size_t k = 0; k < sides.size() && k < sides_.size(); ++k) sides[k].said = sides_[k].said;
  } else if (has_project) {
    head_ = grid_.table;
    units_too_ =
        project->title.find("单位") != std::string::npos || project->title.find("部门") != std::string::npos;
  }
  active_ = has_project;
  sides_ = std::move(sides);
  if (!active_) return false;
  for (const SheetColumn& column : heading.side) {
    const std::string title = squeezed(column.title);
    const std::string_view unit = money_unit_of(reading_.forms(), title);
    if (unit.empty() || !head_.money_unit.empty()) continue;
    head_.money_unit = {std::string(unit), column.place};
    grid_.table.money_unit = head_.money_unit;
  }
  return true;
}

SheetProjects::Took SheetProjects::take(std::size_t i, std::vector<Piece>& pieces, std::size_t first) {
  std::vector<std::pair<Side*, Piece>> fields;
  std::optional<Piece> name;
  while (!pieces.empty() && pieces.front().column < first) {
    Piece piece = std::move(pieces.front());
    pieces.erase(pieces.begin());
    if (is_sum(reading_.forms(), squeezed(piece.text))) {
      reading_.pass_line(i, "合计的一行，不是指标");
      return Took::nothing;
    }
    const auto side = std::find_if(sides_.begin(), sides_.end(), [&piece](const Side& s) {
      return s.first <= piece.column && piece.column <= s.last;
    });
    if (side == sides_.end()) {
      reading_.pass_cell({piece.text, piece.place}, "表格左边的一格，不属于任何一栏");
    } else if (side->project && !name) {
      name = std::move(piece);
    } else {
      fields.emplace_back(&*side, std::move(piece));
    }
  }
  bool other = false;
  if (name) {
    const std::string text = squeezed(name->text);
    if (pieces.empty() && fields.empty() && units_too_) {
      head_.unit = {name->text, name->place};
      return Took::nothing;
    }
    other = text != project_;
    if (other) next_project(*name);
  }
  for (auto& [side, piece] : fields) field(i, *side, piece);
  if (pieces.empty()) return Took::nothing;
  return other ? Took::other_project : Took::row;
}

void SheetProjects::next_project(const Piece& name) {
  if (!project_.empty() || !grid_.table.rows.empty()) grid_.finish();
  project_ = squeezed(name.text);
  grid_.table = head_;
  grid_.table.title = {name.text, name.place};
  grid_.table.place = name.place;
  grid_.section = grid_.level1 = grid_.level2 = {};
  for (Side& side : sides_) side.said.clear();
}

void SheetProjects::field(std::size_t i, Side& side, const Piece& piece) {
  if (side.said == piece.text) return;  // the same beside each row
  const bool first = side.said.empty();
  side.said = piece.text;
  Table& table = grid_.table;
  if (first && side.goal) {
    table.goals.push_back({{}, {piece.text, piece.place}, {}, {}});
  } else if (first && side.amount && set_amount(table, *side.amount, piece)) {
    return;
  } else if (!first || !side.label || !set_header_field(table, side.label->label, piece)) {
    reading_.pass(i, piece, fmt::format("“{}”一栏，评分用不着", side.title));
  }
}

}  // namespace jiheng::intake
