// Takes two versions of a card, gives what differs, cell by cell. Scores and findings are review.cc's.
#include "engine/web/compared_tables.h"

#include <array>
#include <unordered_map>
#include <utility>

#include "engine/base/squeezed.h"
#include "engine/base/text.h"
#include "engine/report/texts/figures.h"

namespace jiheng::web {
namespace {

using model::Field;
using model::Indicator;
using model::NumberField;
using model::Scorecard;

std::string number_text(const std::optional<NumberField>& number) {
  return number ? report::plain(number->value) : std::string();
}

std::string judgement_text(const Indicator& row) {
  if (row.not_applicable) return "不适用";
  return row.judged ? report::plain(row.judged->value * 100) + "%" : std::string();
}

/// "追加数 5；预算合理 是"
std::string data_text(const Indicator& row) {
  std::string out;
  const auto add = [&out](const Field& name, const std::string& text) {
    out += (out.empty() ? "" : "；") + name.text + " " + text;
  };
  for (const auto& [name, number] : row.inputs) add(name, report::plain(number.value));
  for (const auto& [name, answer] : row.answers) add(name, answer.text);
  for (const auto& [name, yes] : row.conditions) add(name, yes ? "是" : "否");
  return out;
}

/// A cell that is compared: its name on the form and its text.
template <class Owner>
struct ComparedCell {
  std::string_view field;
  std::string (*text)(const Owner& owner);
};

constexpr std::array<ComparedCell<Indicator>, 7> kRowCells = {{
    {"年初目标值", [](const Indicator& row) { return row.target.text; }},
    {"实际完成值", [](const Indicator& row) { return row.actual.text; }},
    {"分值", [](const Indicator& row) { return number_text(row.full_marks); }},
    {"自报得分", [](const Indicator& row) { return number_text(row.claimed); }},
    {"评定", judgement_text},
    {"计算数据", data_text},
    {"偏差原因", [](const Indicator& row) { return row.reason.text; }},
}};

constexpr std::array<ComparedCell<Scorecard>, 10> kCardCells = {{
    {"方案", [](const Scorecard& card) { return card.scheme.text; }},
    {"年初预算数", [](const Scorecard& card) { return number_text(card.budget.initial); }},
    {"调整预算数", [](const Scorecard& card) { return number_text(card.budget.adjusted); }},
    {"批复数", [](const Scorecard& card) { return number_text(card.budget.approved); }},
    {"预算数", [](const Scorecard& card) { return number_text(card.budget.planned); }},
    {"执行数", [](const Scorecard& card) { return number_text(card.budget.executed); }},
    {"自报总分", [](const Scorecard& card) { return number_text(card.claimed_total); }},
    {"自报等级", [](const Scorecard& card) { return card.claimed_grade.text; }},
    {"偏差原因", [](const Scorecard& card) { return card.deviation_reason.text; }},
    {"改进措施", [](const Scorecard& card) { return card.improvement.text; }},
}};

template <class Owner, std::size_t N>
void compare_cells(const std::array<ComparedCell<Owner>, N>& cells, const Owner& first, const Owner& now,
                   const CellChange& where, std::vector<CellChange>& changes) {
  for (const ComparedCell<Owner>& cell : cells) {
    const std::string from(base::trimmed(cell.text(first)));
    const std::string to(base::trimmed(cell.text(now)));
    if (from == to) continue;
    changes.push_back({where.row, where.indicator, std::string(cell.field), from, to});
  }
}

std::vector<const Indicator*> rows_in(const Scorecard& card) {
  std::vector<const Indicator*> rows;
  for (const model::Section& section : card.sections) {
    for (const Indicator& row : section.indicators) rows.push_back(&row);
  }
  return rows;
}

}  // namespace

std::vector<CellChange> changes_between(const Scorecard& first, const Scorecard& now) {
  std::vector<CellChange> changes;
  compare_cells(kCardCells, first, now, {}, changes);
  const std::vector<const Indicator*> before = rows_in(first);
  std::unordered_map<std::string, std::vector<std::size_t>>
      named;  // the first of a name is the last of its list
  for (std::size_t i = before.size(); i-- > 0;) named[base::squeezed(before[i]->name.text)].push_back(i);
  std::vector<bool> there(before.size());
  std::size_t number = 0;
  for (const Indicator* row : rows_in(now)) {
    const std::size_t at = number++;
    const auto same = named.find(base::squeezed(row->name.text));
    if (same == named.end() || same->second.empty()) {
      changes.push_back({at, row->name.text, "指标", "", "加了这一行"});
      continue;
    }
    const std::size_t old = same->second.back();
    same->second.pop_back();
    there[old] = true;
    compare_cells(kRowCells, *before[old], *row, {at, row->name.text, "", "", ""}, changes);
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!there[i]) changes.push_back({std::nullopt, before[i]->name.text, "指标", "有这一行", "没有了"});
  }
  return changes;
}

}  // namespace jiheng::web
