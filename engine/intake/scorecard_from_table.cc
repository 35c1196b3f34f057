// Takes one table, gives its card: rows gathered under their goals, long-term goals first. Leaves the choice of a
// scheme to whoever scores it.
#include "engine/intake/scorecard_from_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/intake/tables/text_lines.h"
#include "engine/quantity/bounds.h"

namespace jiheng::intake {
namespace {

using model::Field;
using Problems = std::vector<diag::Diagnostic>;

constexpr std::string_view kUnknownLevel = "〔请填写一级指标〕";

std::optional<model::NumberField> number(const Field& field, std::string_view what, Problems& problems) {
  // as our forms say that it is not known: 0-5（待核）, and a live formula that cannot tell: 待核
  if (field.empty() || field.text.ends_with("（待核）") || field.text == "待核") return std::nullopt;
  const auto value = base::Decimal::parse(squeezed(field.text));
  const bool too_long = value && !quantity::in_bounds(*value);
  if (value && value->sign() >= 0 && !too_long) return model::NumberField{*value, field.place};
  problems.push_back({"I104", fmt::format("“{}”一栏是“{}”，没有取", what, field.text),
                      too_long ? fmt::format("数太长：{}。", quantity::kBoundsInWords)
                               : std::string("这一栏要是一个不小于 0 的数。"),
                      "核对原文，把数字补进导入后的文件。", field.place});
  return std::nullopt;
}

model::Indicator indicator_of(const TableRow& row, Problems& problems) {
  model::Indicator out;
  out.level1 = row.level1;
  out.level2 = row.level2;
  out.name = row.name;
  out.target = row.target;
  out.actual = row.actual;
  out.full_marks = number(row.full_marks, "分值", problems);
  out.claimed = number(row.score, "得分", problems);
  out.reason = row.reason;
  out.basis = row.basis;
  out.history = row.earlier;
  out.place = row.place;
  return out;
}

/// Rows keep their place on the form although nothing says under which first level: the cell says so itself.
void mark_unknown_levels(model::Scorecard& card, Problems& problems) {
  const model::Indicator* first = nullptr;
  std::size_t rows = 0;
  for (model::Section& section : card.sections) {
    for (model::Indicator& row : section.indicators) {
      if (!row.level1.empty()) continue;
      row.level1 = {std::string(kUnknownLevel), row.place};
      if (rows++ == 0) first = &row;
    }
  }
  if (first == nullptr) return;
  problems.push_back({"I143",
                      rows == 1 ? fmt::format("看不出指标“{}”的一级指标", first->name.text)
                                : fmt::format("看不出“{}”等 {} 个指标的一级指标", first->name.text, rows),
                      fmt::format("原文里没有读到它所在的一级指标，先写成“{}”。", kUnknownLevel),
                      "核对原文，把一级指标补进导入后的文件。", first->place});
}

/// A table that does not say whose it is: the cell says so itself, and nothing is taken for the name.
void mark_unknown_name(model::Scorecard& card, Problems& problems) {
  const bool project = card.kind == model::CardKind::project;
  model::Field& name = project ? card.title : card.unit_name;
  if (!name.empty()) return;
  const std::string_view key = project ? "项目名称" : "单位名称";
  name = {fmt::format("〔请填写{}〕", key), card.place};
  problems.push_back({"I149", fmt::format("没有读到这张表的{}", key),
                      fmt::format("原文里没有这一格，先写成“{}”。", name.text),
                      fmt::format("在原文里补上{0}，或把{0}补进导入后的文件。", key), card.place});
}

model::Horizon horizon_of(const std::string& section) {
  return section.starts_with("长期") || section.starts_with("中长期") ? model::Horizon::long_term
                                                                      : model::Horizon::annual;
}

}  // namespace

diag::Result<model::Scorecard> scorecard_from_table(const Table& table) {
  Problems problems;
  model::Scorecard card;
  card.id = table.id;
  card.kind = table.scope;
  card.title = table.title;
  card.year = table.year;
  card.unit_name = table.unit;
  card.place = table.place;
  for (const auto& [name, field] : table.header) {
    if (name == "单位名称") {
      card.unit_name = field;
      continue;
    }
    const bool known = std::any_of(card.header.begin(), card.header.end(),
                                   [&name = name](const auto& entry) { return entry.first.text == name; });
    if (!known && !field.empty()) card.header.emplace_back(Field{name, field.place}, field);
  }
  card.budget.unit = table.money_unit;
  card.budget.initial = number(table.initial, "年初预算数", problems);
  card.budget.adjusted = number(table.adjusted, "全年预算数", problems);
  if (table.initial.empty() && table.adjusted.empty()) {
    card.budget.planned = number(table.budget, "预算数", problems);
  }
  card.budget.executed = number(table.executed, "执行数", problems);
  card.budget.basic = number(table.basic, "基本支出", problems);
  card.budget.project = number(table.project, "项目支出", problems);
  card.budget.claimed_rate = table.rate;
  card.budget.claimed_score = number(table.execution_score, "预算执行得分", problems);
  card.budget.place = table.budget.place;
  for (const TableRow& row : table.rows) {
    auto section = std::find_if(card.sections.begin(), card.sections.end(),
                                [&row](const model::Section& s) { return s.title.text == row.section.text; });
    if (section == card.sections.end()) {
      model::Section added;
      added.horizon = horizon_of(row.section.text);
      added.title = row.section;
      for (const Goal& goal : table.goals) {
        if (goal.title.empty() || goal.title.text != row.section.text) continue;
        if (added.goal.empty()) added.goal = goal.text;
        if (!added.full_marks) added.full_marks = number(goal.full_marks, "目标的分值", problems);
      }
      section = card.sections.insert(card.sections.end(), std::move(added));
    }
    section->indicators.push_back(indicator_of(row, problems));
  }
  std::stable_sort(card.sections.begin(), card.sections.end(), [](const auto& a, const auto& b) {
    return a.horizon == model::Horizon::long_term && b.horizon != model::Horizon::long_term;
  });
  mark_unknown_levels(card, problems);
  mark_unknown_name(card, problems);
  card.claimed_total = number(table.total, "总分", problems);
  card.deviation_reason = table.deviation_reason;
  card.improvement = table.improvement;
  diag::Result<model::Scorecard> result(std::move(card));
  result.problems = std::move(problems);
  return result;
}

}  // namespace jiheng::intake
