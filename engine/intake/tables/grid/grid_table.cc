// Takes lines that are no headings, gives sections, rows and the fields below them. Leaves finding columns to the readers.
#include "engine/intake/tables/grid/grid_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/text.h"
#include "engine/intake/tables/table_fields.h"
#include "engine/intake/words/foot_words.h"
#include "engine/intake/words/form_words.h"
#include "engine/intake/words/role_fit.h"

namespace jiheng::intake {

using model::Field;

void GridTable::begin_section(const std::string& name, const Piece& piece) {
  section = {name, piece.place};
  table.goals.push_back({section, {}, {}});
  level1 = {};
  level2 = {};
}

bool GridTable::numbered_goal(const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
  const auto label = label_of(reading_.forms(), cells[0]);
  if (!label || label->label != Label::numbered_goal) return false;
  begin_section(goal_head(reading_.forms(), cells[0])->name, pieces[0]);
  Goal& goal = table.goals.back();
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    std::string_view points = cells[k];
    if (k == 0) points.remove_prefix(goal_head(reading_.forms(), cells[0])->bytes);
    if (points.starts_with('(') && points.ends_with("分)")) {
      points.remove_prefix(1);
      points.remove_suffix(std::string_view("分)").size());
      if (is_points(points)) goal.full_marks = {std::string(points), pieces[k].place};
    } else if (k > 0 && goal.text.empty()) {
      goal.text = {pieces[k].text, pieces[k].place};
    }
  }
  head.expect_goal_text();
  return true;
}

bool GridTable::end_field(const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
  const auto label = label_of(reading_.forms(), cells[0]);
  if (!label) return false;
  note_heading(reading_.forms(), table, cells[0], pieces[0].place);
  Field value;
  for (std::size_t k = 1; k < pieces.size(); ++k) {
    append_joined(value.text, pieces[k].text);
    if (k == 1) value.place = pieces[k].place;
  }
  switch (label->label) {
    case Label::total:
      if (pieces.size() > 1) table.total = {pieces.back().text, pieces.back().place};
      return true;
    case Label::reason:
      table.deviation_reason = value;
      return true;
    case Label::improvement:
      table.improvement = value;
      return true;
    case Label::remark:
      if (!value.empty()) set_header_field(table, Label::remark, {value.text, 0, value.place});
      return true;
    case Label::person:
      return true;
    default:
      return false;
  }
}

bool GridTable::foot_field(const std::vector<Piece>& pieces, const std::vector<std::string>& cells) {
  Field label{pieces[0].text, pieces[0].place};
  Field text;
  if (pieces.size() == 2) {
    text = {pieces[1].text, pieces[1].place};
  } else if (const std::size_t colon = std::min(label.text.find(':'), label.text.find("："));
             pieces.size() == 1 && colon != std::string::npos && is_foot_label(reading_.forms(), cells[0])) {
    const std::size_t width = label.text[colon] == ':' ? 1 : std::string_view("：").size();
    text = {std::string(base::trimmed(std::string_view(label.text).substr(colon + width))), label.place};
    label.text.resize(colon);
  }
  if (text.empty() || !is_foot_label(reading_.forms(), cells[0])) return false;
  label.text = squeezed(label.text);
  while (label.text.ends_with(':')) label.text.pop_back();
  const auto there = std::find_if(table.foot.begin(), table.foot.end(),
                                  [&label](const auto& entry) { return entry.first.text == label.text; });
  if (there == table.foot.end()) {
    table.foot.emplace_back(std::move(label), std::move(text));
  } else {
    there->second.text += "\n" + text.text;
  }
  return true;
}

void GridTable::add_row(std::size_t i, RowFields fields, const base::Place& place) {
  for (const Field& cell : fields.join_target(reading_.forms())) {
    reading_.pass_cell(cell, "没有接到目标值上");
  }
  if (!fields.level1.empty()) {
    level1 = fields.level1;
    level2 = {};
  }
  if (!fields.level2.empty()) level2 = fields.level2;
  TableRow& row = fields.row;
  if (row.name.empty() || table.rows.size() >= kMaxRows) {
    reading_.pass_line(i, row.name.empty() ? "看不出指标名称的一行" : "一张表的行太多");
    return;
  }
  row.section = section;
  row.level1 = level1;
  row.level2 = level2;
  row.place = place;
  table.rows.push_back(std::move(row));
}

void GridTable::finish() {
  if (table.title.empty()) {
    table.scope =
        table.unit.empty() && table.header.empty() ? model::CardKind::project : model::CardKind::department;
    if (table.scope == model::CardKind::department) table.title = {"部门整体", table.place};
  }
  head.finish();
  if (table.rows.empty()) {
    reading_.pass_table(table, "有绩效表的表头，没有找到指标的行，没有作为表");
    return;
  }
  reading_.add(std::move(table));
}

}  // namespace jiheng::intake
