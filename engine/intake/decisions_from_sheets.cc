// Takes sheets, finds the heading row of a review sheet, gives the rows below it in which a reviewer wrote something.
#include "engine/intake/decisions_from_sheets.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "engine/base/text.h"

namespace jiheng::intake {
namespace {

using DecisionRow = std::map<int, std::string>;  // column -> text

struct DecisionColumn {
  std::string_view title;
  std::string& (*field)(SheetDecision& decision);
  bool needed = false;
};
constexpr std::array<DecisionColumn, 8> kDecisionColumns = {{
    {"编号", [](SheetDecision& d) -> std::string& { return d.id; }, true},
    {"表", [](SheetDecision& d) -> std::string& { return d.table; }, true},
    {"指标", [](SheetDecision& d) -> std::string& { return d.indicator; }},
    {"发现", [](SheetDecision& d) -> std::string& { return d.message; }, true},
    {"处理意见", [](SheetDecision& d) -> std::string& { return d.decision.opinion; }, true},
    {"说明", [](SheetDecision& d) -> std::string& { return d.decision.note; }},
    {"处理人", [](SheetDecision& d) -> std::string& { return d.decision.by; }},
    {"处理日期", [](SheetDecision& d) -> std::string& { return d.decision.date; }},
}};

std::map<int, DecisionRow> rows_by_line(const office::Sheet& sheet) {
  std::map<int, DecisionRow> rows;
  for (const office::SheetCell& cell : sheet.cells)
    rows[cell.row][cell.column] = std::string(base::trimmed(cell.text));
  return rows;
}

/// The column of each title; empty where one that is needed is missing.
std::map<int, const DecisionColumn*> columns_in(const DecisionRow& row) {
  std::map<int, const DecisionColumn*> columns;
  for (const DecisionColumn& wanted : kDecisionColumns) {
    const auto at =
        std::find_if(row.begin(), row.end(), [&](const auto& cell) { return cell.second == wanted.title; });
    if (at != row.end()) {
      columns[at->first] = &wanted;
    } else if (wanted.needed) {
      return {};
    }
  }
  return columns;
}

}  // namespace

std::optional<std::vector<SheetDecision>> decisions_from_sheets(std::span<const office::Sheet> sheets) {
  for (const office::Sheet& sheet : sheets) {
    std::map<int, const DecisionColumn*> columns;
    std::vector<SheetDecision> decisions;
    for (const auto& [line, row] : rows_by_line(sheet)) {
      if (columns.empty()) {
        columns = columns_in(row);
        continue;
      }
      SheetDecision& read = decisions.emplace_back();
      read.line = line;
      for (const auto& [column, text] : row) {
        if (const auto at = columns.find(column); at != columns.end()) at->second->field(read) = text;
      }
      if (read.id.empty() || read.decision.empty()) decisions.pop_back();
    }
    if (!columns.empty()) return decisions;
  }
  return std::nullopt;
}

}  // namespace jiheng::intake
