// A602 of a table's own goals. Takes 预期目标, 实际完成情况 and the texts of goals, gives figures they state otherwise than the rows
// of the same table do. Said only where the words before a figure are the name of one row and the units are the same.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "engine/audit/a6_between/between.h"
#include "engine/base/text.h"

namespace jiheng::audit {
namespace {

constexpr std::size_t kShortestGoalName = 6;  ///< bytes: two characters

/// A row whose cells hold one figure each.
struct GoalRow {
  const Row* row;
  std::string name;
  std::optional<Figure> target;
  std::optional<Figure> actual;
};

/// One text of a goal, and whether it says what was planned or what was reached.
struct GoalText {
  const model::Field* field;
  bool reached;
};

bool strip_front(std::string_view& name, std::string_view word) {
  if (!name.starts_with(word) || name.size() < word.size() + kShortestGoalName) return false;
  name.remove_prefix(word.size());
  return true;
}

bool strip_back(std::string_view& name, std::string_view word) {
  if (!name.ends_with(word) || name.size() < word.size() + kShortestGoalName) return false;
  name.remove_suffix(word.size());
  return true;
}

/// 全年计划组织培训不少于 -> 培训: what is said of the figure, without the words that lead up to it.
std::string named_thing(std::string_view label) {
  constexpr std::array<std::string_view, 24> kFront = {
      "全年", "年内", "本年", "当年", "本年度", "年度", "计划", "预计", "拟",   "力争", "确保", "保证",
      "实现", "完成", "实际", "组织", "开展",   "共",   "共计", "累计", "其中", "使",   "已",   "对"};
  constexpr std::array<std::string_view, 15> kBack = {"不低于", "不少于",   "不小于", "不超过", "不高于",
                                                      "不大于", "达到",     "达",     "为",     "共",
                                                      "共计",   "大于等于", "大于",   "≥",      "≤"};
  const std::string whole = bare_name(label);
  std::string_view name = whole;
  for (bool again = true; again;) {
    again = std::any_of(kFront.begin(), kFront.end(), [&](auto w) { return strip_front(name, w); });
    again = std::any_of(kBack.begin(), kBack.end(), [&](auto w) { return strip_back(name, w); }) || again;
  }
  return core_name(name);
}

std::vector<GoalRow> rows_named(const Table& table, const model::Section* section, const Batch& batch) {
  std::vector<GoalRow> rows;
  for (const Row& row : table.rows) {
    const model::Section& own = section_of(*table.card, row.result->id);
    if (section != nullptr ? &own != section : own.horizon != model::Horizon::annual) continue;
    std::string name = named_thing(row.indicator->name.text);
    if (name.size() < kShortestGoalName) continue;
    rows.push_back({&row, std::move(name), figure_of_cell(row.indicator->target.text, batch.units),
                    figure_of_cell(row.indicator->actual.text, batch.units)});
  }
  return rows;
}

/// 培训120人，实际培训100人: the text tells the plan beside the result.
bool tells_the_plan(std::string_view text) {
  return contains_any(text, {"计划", "目标", "任务", "预期", "应"});
}

bool is_same(const Figure& f, const std::optional<Figure>& cell, const Batch& batch) {
  return cell && same_kind(f, *cell, batch.units) && equal_as_printed(f, *cell);
}

void check_goal_figure(const Table& table, const GoalText& text, const Prose& prose, const Figure& f,
                       const std::vector<GoalRow>& rows, const Batch& batch, Findings& findings) {
  const std::string name = named_thing(f.label);
  if (name.size() < kShortestGoalName || !f.per.empty() || change_of(f) != 0 ||
      of_another_year(f.label, table))
    return;
  // 95%以上 is what a target may say; 约 and 余 leave it open.
  const bool at_least = std::string_view(prose.text).substr(f.end).starts_with("以上");
  if (f.approximate && (!at_least || text.reached)) return;
  const GoalRow* different = nullptr;
  for (const GoalRow& r : rows) {
    if (r.name != name) continue;
    const std::optional<Figure>& cell = text.reached ? r.actual : r.target;
    if (!cell || cell->kind != f.kind || cell->unit != f.unit || !cell->per.empty()) return;
    const bool restated = text.reached ? tells_the_plan(prose.text) && is_same(f, r.target, batch)
                                       : is_same(f, r.actual, batch);
    if (equal_as_printed(f, *cell) || restated) return;
    if (text.reached && leaves_open(r.row->result->actual)) return;
    if (different != nullptr) return;  // two rows of one name: which is meant is not said
    different = &r;
  }
  if (different == nullptr) return;
  const model::Indicator& row = *different->row->indicator;
  const model::Field& cell = text.reached ? row.actual : row.target;
  const std::string_view where = text.reached ? "实际完成情况" : "总体目标";
  const std::string_view column = text.reached ? "实际完成值" : "年初目标值";
  findings.push_back({"A602",
                      fmt::format("“{}”，{}里是 {}，它自己一行的{}是 {}", base::trimmed(row.name.text), where,
                                  f.text, column, base::trimmed(cell.text)),
                      {{std::string(where), f.text}, {std::string(column), cell.text}},
                      {table.at(text.field->place), table.at(*different->row, cell.place)},
                      "同一件事，文字和表上应是同一个数。",
                      "核对哪一个是对的。",
                      row.name.text + f.text});
}

void check_goal_texts(const Batch& batch, const Table& table, const model::Section* section,
                      const std::array<GoalText, 2>& texts, Findings& findings) {
  std::optional<std::vector<GoalRow>> rows;
  for (const GoalText& text : texts) {
    if (text.field->empty()) continue;
    const Prose prose = prose_of(text.field->text, batch.units);
    if (prose.figures.empty()) continue;
    if (!rows) rows = rows_named(table, section, batch);
    for (const Figure& f : prose.figures) check_goal_figure(table, text, prose, f, *rows, batch, findings);
  }
}

}  // namespace

void check_goals_against_rows(const Batch& batch, const Table& table, Findings& findings) {
  for (const model::OverallGoal& goal : table.card->goals) {
    if (model::horizon_of(goal.title.text) == model::Horizon::long_term) continue;
    check_goal_texts(batch, table, nullptr, {{{&goal.text, false}, {&goal.achieved, true}}}, findings);
  }
  for (const model::Section& section : table.card->sections) {
    if (section.horizon == model::Horizon::long_term) continue;
    check_goal_texts(batch, table, &section, {{{&section.goal, false}, {&section.achieved, true}}}, findings);
  }
}

}  // namespace jiheng::audit
