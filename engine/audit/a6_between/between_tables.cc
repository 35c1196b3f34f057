// A601, A604. Takes the tables of a submission, gives one indicator with two values in the department's table and a project's,
// and people times a standard that is more than the budget of the table.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "engine/audit/a6_between/between.h"
#include "engine/base/text.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using scoring::figure;

/// A name this short is one that any table may have.
constexpr std::size_t kShortestSharedName = 15;  // bytes: five characters

struct Found {
  const Table* table;
  const Row* row;
};
using FoundIndex = std::unordered_map<std::string, std::vector<Found>>;

void add_rows(const Table& table, FoundIndex& index) {
  for (const Row& row : table.rows) {
    if (section_of(*table.card, row.result->id).horizon == model::Horizon::long_term) continue;
    std::string name = bare_name(row.indicator->name.text);
    if (name.size() >= kShortestSharedName) index[std::move(name)].push_back({&table, &row});
  }
}

/// 录取人数 118 of the department are 32 and 86 of two rows of the project.
bool is_sum_of_rows(const Figure& whole, const Found& found, bool target, const quantity::UnitTable& units) {
  constexpr std::size_t kSameEnding = 12;  // bytes: 录取人数
  const std::string name = bare_name(found.row->indicator->name.text);
  const std::string_view ending =
      std::string_view(name).substr(name.size() - std::min(name.size(), kSameEnding));
  Decimal sum;
  for (const Row& row : found.table->rows) {
    if (!row.indicator->name.text.ends_with(ending)) continue;
    const auto part = figure_of_cell((target ? row.indicator->target : row.indicator->actual).text, units);
    if (part && same_kind(*part, whole, units)) sum += part->amount;
  }
  return sum == whole.amount;
}

void compare_rows(const Found& own, const std::vector<Found>& others, bool target, const Batch& batch,
                  Findings& findings) {
  const auto field = [target](const Found& f) -> const model::Field& {
    return target ? f.row->indicator->target : f.row->indicator->actual;
  };
  const auto whole = figure_of_cell(field(own).text, batch.units);
  if (!whole) return;
  std::vector<const Found*> different;
  for (const Found& other : others) {
    const auto value = figure_of_cell(field(other).text, batch.units);
    if (!value || !same_kind(*whole, *value, batch.units)) continue;
    if (equal_as_printed(*whole, *value) || is_sum_of_rows(*whole, other, target, batch.units)) return;
    different.push_back(&other);
  }
  if (different.size() != 1) return;  // of several projects the department's may be the sum
  const Found& other = *different.front();
  const std::string_view what = target ? "年初目标值" : "实际完成值";
  findings.push_back(
      {"A601",
       fmt::format("“{}”的{}，部门整体表是 {}，项目“{}”是 {}", own.row->indicator->name.text, what,
                   base::trimmed(field(own).text), other.table->card->title.text,
                   base::trimmed(field(other).text)),
       {{"部门整体表", field(own).text}, {"项目表", field(other).text}},
       {own.table->at(*own.row, field(own).place), other.table->at(*other.row, field(other).place)},
       "同一个指标，两张表上应是同一个数。",
       "核对哪张表是对的；口径不同的，把指标名称写清楚。"});
}

void check_department(const Submission& submission, const Batch& batch, Findings& findings) {
  if (submission.own.size() != 1) return;
  FoundIndex own;
  add_rows(*submission.own.front(), own);
  FoundIndex projects;
  for (const Table* table : submission.projects) {
    if (table->card->year == submission.own.front()->card->year) add_rows(*table, projects);
  }
  for (const Row& row : submission.own.front()->rows) {
    const auto mine = own.find(bare_name(row.indicator->name.text));
    if (mine == own.end() || mine->second.size() != 1 || mine->second.front().row != &row) continue;
    const auto theirs = projects.find(mine->first);
    if (theirs == projects.end()) continue;
    for (const bool target : {true, false})
      compare_rows(mine->second.front(), theirs->second, target, batch, findings);
  }
}

bool is_ceiling(const model::Field& field) {
  return field.text.find("≤") != std::string::npos || field.text.find('<') != std::string::npos;
}

/// At least so many people, each so much, for one term at least: the budget must hold it.
void check_budget_holds_standard(const Table& table, const Batch& batch, Findings& findings) {
  const model::Budget& budget = table.card->budget;
  const model::NumberField* amount = nullptr;
  for (const auto* field : {&budget.adjusted, &budget.planned, &budget.approved, &budget.initial}) {
    if (amount == nullptr && *field) amount = &**field;
  }
  const auto limit = amount != nullptr ? in_yuan(*amount, table, batch) : std::nullopt;
  if (!limit || limit->is_zero()) return;
  struct FigureOfRow {
    const Row* row;
    Figure figure;
  };
  std::vector<FigureOfRow> people;
  std::vector<FigureOfRow> standards;
  for (const Row& row : table.rows) {
    const model::Field& target = row.indicator->target;
    if (is_ceiling(target) || section_of(*table.card, row.result->id).horizon == model::Horizon::long_term)
      continue;
    const auto value = figure_of_cell(target.text, batch.units);
    if (!value) continue;
    const std::string& name = row.indicator->name.text;
    if (value->kind == Figure::Kind::money && value->per.starts_with("/人"))
      standards.push_back({&row, *value});
    const quantity::UnitEntry* unit = batch.units.find(value->unit);
    const bool persons = value->kind == Figure::Kind::count && unit != nullptr && unit->family == "人员" &&
                         unit->name != "人次";
    if (persons && contains_any(name, {"发放", "享受", "补助", "补贴", "资助", "救助", "贴息"}))
      people.push_back({&row, *value});
  }
  if (people.size() != 1 || standards.size() != 1) return;
  const Decimal product = people[0].figure.amount * standards[0].figure.amount;
  if (product <= *limit) return;
  const auto needed = base::divide(product, 10000, 4);
  const auto given = base::divide(*limit, 10000, 4);
  findings.push_back(
      {"A604",
       fmt::format("“{}”{}，“{}”{}，一期就要 {} 万元，预算只有 {} 万元", people[0].row->indicator->name.text,
                   people[0].figure.text, standards[0].row->indicator->name.text, standards[0].figure.text,
                   figure(*needed), figure(*given)),
       {{"人数", people[0].figure.text},
        {"标准", standards[0].figure.text},
        {"要", figure(*needed) + "万元"},
        {"预算数", figure(*given) + "万元"}},
       {table.at(*people[0].row, people[0].row->indicator->target.place),
        table.at(*standards[0].row, standards[0].row->indicator->target.place), table.at(amount->place)},
       "人数乘标准（只算一个月、一学期或一年）不会多于预算。",
       "核对人数、标准和预算；另有资金来源的，写明这张表承担多少。"});
}

}  // namespace

void check_between_tables(const Batch& batch, const std::vector<Submission>& all, Findings& findings) {
  for (const Submission& submission : all) check_department(submission, batch, findings);
  for (const Table& table : batch.tables) check_budget_holds_standard(table, batch, findings);
}

}  // namespace jiheng::audit
