// Takes one table, gives its card: rows gathered under their goals, long-term goals first. Leaves the choice of a
// scheme to whoever scores it.
#include "engine/intake/scorecard_from_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/intake/tables/text_lines.h"
#include "engine/model/row_data.h"
#include "engine/quantity/bounds.h"

namespace jiheng::intake {
namespace {

using model::Field;
using Problems = std::vector<diag::Diagnostic>;

constexpr std::string_view kAnnual = "年度";  ///< the name of the goals of a form that has no others
constexpr std::string_view kUnknownLevel = "〔请填写一级指标〕";

bool says_not_applicable(const Field& field) { return squeezed(field.text) == "不适用"; }

std::optional<model::NumberField> number(const Field& field, std::string_view what, Problems& problems) {
  // as our forms say that it is not known: 0-5（待核）, and a live formula that cannot tell: 待核
  if (field.empty() || field.text.ends_with("（待核）") || field.text == "待核") return std::nullopt;
  if (says_not_applicable(field) || field.text == "当年不评") return std::nullopt;
  const auto value = base::Decimal::parse(squeezed(field.text));
  const bool too_long = value && !quantity::in_bounds(*value);
  if (value && value->sign() >= 0 && !too_long) return model::NumberField{*value, field.place};
  problems.push_back({"I104", fmt::format("“{}”一栏是“{}”，没有取", what, field.text),
                      too_long ? fmt::format("数太长：{}。", quantity::kBoundsInWords)
                               : std::string("这一栏要是一个不小于 0 的数。"),
                      "核对原文，把数字补进导入后的文件。", field.place});
  return std::nullopt;
}

/// 评定: "85%" -> 0.85. Anything else but 不适用, which is the row's own, is said.
std::optional<model::NumberField> judgement(const Field& field, Problems& problems) {
  if (field.empty() || says_not_applicable(field)) return std::nullopt;
  std::string text = squeezed(field.text);
  std::optional<base::Decimal> percent;
  if (text.ends_with('%')) {
    text.pop_back();
    percent = base::Decimal::parse(text);
  }
  if (percent && percent->sign() >= 0 && *percent <= base::Decimal(100))
    return model::NumberField{base::Decimal::of(percent->coefficient(), percent->places() + 2), field.place};
  problems.push_back({"I104", fmt::format("“评定”一栏是“{}”，没有取", field.text),
                      "评定是满分的百分之几，从 0% 到 100%，或者“不适用”。",
                      "写成“85%”或“不适用”；没有评定就空着。", field.place});
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
  out.judged = judgement(row.judgement, problems);
  out.not_applicable = says_not_applicable(row.judgement) || says_not_applicable(row.score);
  out.reason = row.reason;
  out.standard = row.standard;
  for (const auto& [name, text] : row.data) model::put_data(out, name, text);
  out.basis = row.basis;
  out.history = row.earlier;
  out.place = row.place;
  return out;
}

/// 产出指标（50分） of one section: each level once. A level that is printed twice with other points says nothing.
class LevelMarks {
 public:
  void add(const TableRow& row, Problems& problems) {
    if (row.level1.empty()) return;
    add(row.level1.text, row.level1_marks, problems);
    add(fmt::format("{}/{}", row.level1.text, row.level2.text), row.level2_marks, problems);
  }
  void put_into(model::Section& section) {
    std::erase_if(marks_, [](const Marks& m) { return m.several; });
    for (Marks& m : marks_) section.level_marks.emplace_back(std::move(m.name), m.number);
  }

 private:
  struct Marks {
    Field name;
    model::NumberField number;
    bool several = false;
  };

  void add(const std::string& name, const Field& marks, Problems& problems) {
    const auto points = number(marks, "分值", problems);
    if (!points) return;
    const auto there =
        std::find_if(marks_.begin(), marks_.end(), [&name](const Marks& m) { return m.name.text == name; });
    if (there == marks_.end()) {
      marks_.push_back({{name, marks.place}, *points});
    } else {
      there->several = there->several || there->number.value != points->value;
    }
  }

  std::vector<Marks> marks_;
};

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

}  // namespace

diag::Result<model::Scorecard> scorecard_from_table(const Table& table) {
  Problems problems;
  model::Scorecard card;
  card.id = table.id;
  card.kind = table.scope;
  card.title = table.title;
  card.year = table.year;
  card.unit_name = table.unit;
  card.scheme = table.scheme;
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
  card.budget.parts = table.money_parts;
  card.budget.place = table.budget.place;
  if (table.adjusted.empty() && table.adjusted.place.source) {
    card.budget.blank_planned = table.adjusted.place;
  } else if (table.budget.empty()) {
    card.budget.blank_planned = table.budget.place;
  }
  if (table.executed.empty()) card.budget.blank_executed = table.executed.place;
  std::vector<LevelMarks> level_marks;  // of each section, in their order
  for (const TableRow& row : table.rows) {
    auto section = std::find_if(card.sections.begin(), card.sections.end(),
                                [&row](const model::Section& s) { return s.title.text == row.section.text; });
    if (section == card.sections.end()) {
      model::Section added;
      added.horizon = model::horizon_of(row.section.text);
      added.title = row.section;
      for (const Goal& goal : table.goals) {
        if (goal.title.empty() || goal.title.text != row.section.text) continue;
        if (added.goal.empty()) added.goal = goal.text;
        if (added.achieved.empty()) added.achieved = goal.achieved;
        if (!added.full_marks) added.full_marks = number(goal.full_marks, "目标的分值", problems);
      }
      section = card.sections.insert(card.sections.end(), std::move(added));
      level_marks.emplace_back();
    }
    level_marks[static_cast<std::size_t>(section - card.sections.begin())].add(row, problems);
    section->indicators.push_back(indicator_of(row, problems));
  }
  for (std::size_t s = 0; s < card.sections.size(); ++s) level_marks[s].put_into(card.sections[s]);
  std::stable_sort(card.sections.begin(), card.sections.end(), [](const auto& a, const auto& b) {
    return a.horizon == model::Horizon::long_term && b.horizon != model::Horizon::long_term;
  });
  for (const Goal& goal : table.goals) {
    const bool heads_rows = std::any_of(card.sections.begin(), card.sections.end(), [&goal](const auto& s) {
      return !s.title.empty() && s.title.text == goal.title.text;
    });
    if (heads_rows || (goal.text.empty() && goal.achieved.empty())) continue;
    card.goals.push_back({goal.title.text == kAnnual ? Field{} : goal.title, goal.text, goal.achieved});
  }
  mark_unknown_levels(card, problems);
  mark_unknown_name(card, problems);
  card.claimed_total = number(table.total, "总分", problems);
  card.deviation_reason = table.deviation_reason;
  card.improvement = table.improvement;
  card.foot = table.foot;
  diag::Result<model::Scorecard> result(std::move(card));
  result.problems = std::move(problems);
  return result;
}

}  // namespace jiheng::intake
