// Takes a scored card, gives the grid of its form: where each cell of the two layouts stands. The texts of the cells are
// form_grid.cc's, the points scoring's.
#include "engine/report/forms/form_from_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "engine/report/forms/form_grid.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using model::CardKind;
using scoring::CardResult;

/// A row of several labels and their values: 主管部门 | … | 实施单位 | ….
struct Pair {
  int label_column;
  int label_columns;
  int value_columns;
  std::string label;
  std::string value;
};

void put_pairs(FormGrid& grid, std::span<const Pair> pairs) {
  for (const Pair& p : pairs) {
    grid.put(p.label_column, p.label_columns, p.label, Look::label);
    grid.put(p.label_column + p.label_columns, p.value_columns, p.value);
  }
  grid.next_row();
}

std::string amount(const std::optional<base::Decimal>& value) { return plain(value); }
std::string amount(const std::optional<model::NumberField>& field) {
  return field ? plain(field->value) : "";
}

FormCell& put_number(FormGrid& grid, int column, std::string text, Holds holds) {
  FormCell& cell = grid.put(column, 1, std::move(text), Look::value, holds);
  cell.align = Align::right;
  return cell;
}

/// "20分*执行率" as the form prints it: 分值 in figures.
std::string execution_formula(const model::Execution& execution) {
  std::string text = execution.points.text();
  constexpr std::string_view kMarks = "分值";
  if (const std::size_t at = text.find(kMarks); at != std::string::npos) {
    text.replace(at, kMarks.size(), plain(execution.full_marks) + "分");
  }
  return text;
}

std::string execution_score(const CardResult& card) {
  return card.scored && card.execution ? score_cell(card.execution->score) : std::string();
}

/// Fields of the card's head that the layout has no place of its own for.
void put_other_fields(FormGrid& grid, const model::Scorecard& card, std::span<const std::string_view> printed,
                      int label_columns, int value_columns) {
  for (const auto& [key, value] : card.header) {
    if (std::find(printed.begin(), printed.end(), key.text) != printed.end()) continue;
    put_pairs(grid, std::array{Pair{0, label_columns, value_columns, key.text, value.text}});
  }
}

std::string form_name(const model::Scorecard& card) {
  if (card.kind == CardKind::department) return card.title.empty() ? "部门整体" : card.title.text;
  return card.title.text;
}

/// The rows of one section below their headings, beside the label just put, which reaches down over them. The headings of
/// the first section are what a second page repeats.
void put_indicator_part(FormGrid& grid, const RowColumns& columns, const CardResult& card,
                        std::size_t section, std::span<const std::string_view> headings) {
  const std::size_t side = grid.last();
  for (std::size_t i = 0; i < headings.size(); ++i) {
    grid.put(static_cast<int>(i) + 1, 1, std::string(headings[i]), Look::heading);
  }
  if (grid.form.repeat_last == 0) {
    grid.form.repeat_first = grid.form.rows;
    grid.form.repeat_last = grid.form.rows + 1;
  }
  grid.next_row();
  put_indicators(grid, columns, card, section);
  grid.stretch(side);
}

// ---- 湖北

constexpr RowColumns kHubei = {1, 2, 3, 4, 5, -1, 6, -1};
constexpr int kHubeiColumns = 7;

/// "1、持续性项目 √ 2、新增性项目 □"; a value that is none of the choices stands as it is.
std::string ticked(std::string_view value, std::span<const std::string_view> choices) {
  if (std::find(choices.begin(), choices.end(), value) == choices.end()) return std::string(value);
  std::string out;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    out += fmt::format("{}{}、{} {}", i == 0 ? "" : "  ", i + 1, choices[i], choices[i] == value ? "√" : "□");
  }
  return out;
}

void put_hubei_head(FormGrid& grid, const model::Scorecard& card) {
  const bool department = card.kind == CardKind::department;
  std::string title = year_words(card);
  if (department) {
    title += "部门整体绩效自评表";
  } else {
    title += card.title.text + (card.title.text.ends_with("项目") ? "自评表" : "项目自评表");
  }
  grid.put(0, kHubeiColumns, std::move(title), Look::title);
  grid.next_row();
  grid.put(0, 4, "单位名称：" + card.unit_name.text, Look::note);
  grid.put(4, 3, "填报日期：" + header_field(card, "填报日期"), Look::note);
  grid.next_row();
  if (department) {
    constexpr std::array<std::string_view, 1> kPrinted = {"填报日期"};
    put_pairs(grid, std::array{Pair{0, 1, 6, "单位名称", card.unit_name.text}});
    put_other_fields(grid, card, kPrinted, 1, 6);
    put_pairs(grid, std::array{Pair{0, 1, 3, "基本支出总额", amount(card.budget.basic)},
                               Pair{4, 1, 2, "项目支出总额", amount(card.budget.project)}});
    return;
  }
  constexpr std::array<std::string_view, 6> kPrinted = {"填报日期", "主管部门", "项目实施单位",
                                                        "项目类别", "项目属性", "项目类型"};
  constexpr std::array<std::string_view, 4> kCategories = {"一般公共预算", "政府性基金预算项目",
                                                           "国有资本经营预算项目", "社会保险基金预算项目"};
  constexpr std::array<std::string_view, 2> kAttributes = {"持续性项目", "新增性项目"};
  constexpr std::array<std::string_view, 3> kTypes = {"常年性项目", "延续性项目", "一次性项目"};
  put_pairs(grid, std::array{Pair{0, 1, 6, "项目名称", card.title.text}});
  put_pairs(grid, std::array{Pair{0, 1, 3, "主管部门", header_field(card, "主管部门")},
                             Pair{4, 1, 2, "项目实施单位", header_field(card, "项目实施单位")}});
  put_pairs(grid, std::array{Pair{0, 1, 6, "项目类别", ticked(header_field(card, "项目类别"), kCategories)}});
  put_pairs(grid, std::array{Pair{0, 1, 6, "项目属性", ticked(header_field(card, "项目属性"), kAttributes)}});
  put_pairs(grid, std::array{Pair{0, 1, 6, "项目类型", ticked(header_field(card, "项目类型"), kTypes)}});
  put_other_fields(grid, card, kPrinted, 1, 6);
}

void put_hubei_budget(FormGrid& grid, const CardResult& card) {
  const model::Scheme& scheme = *card.scheme;
  std::string label = fmt::format("预算执行情况（{}）", money_unit(*card.card));
  std::string score = "得分";
  if (scheme.execution) {
    label += fmt::format("（{}分）", plain(scheme.execution->full_marks));
    score += fmt::format("（{}）", execution_formula(*scheme.execution));
  }
  grid.put(0, 1, std::move(label), Look::label);
  const std::size_t side = grid.last();
  grid.put(1, 2, "", Look::heading);
  grid.put(3, 1, "预算数(A)", Look::heading);
  grid.put(4, 1, "执行数(B)", Look::heading);
  grid.put(5, 1, "执行率(B/A)", Look::heading);
  grid.put(6, 1, std::move(score), Look::heading);
  grid.next_row();
  const bool department = card.card->kind == CardKind::department;
  grid.put(1, 2, department ? "部门整体支出总额" : "年度财政资金总额", Look::label);
  put_number(grid, 3, amount(planned_of(card)), Holds::planned);
  put_number(grid, 4, amount(card.card->budget.executed), Holds::executed);
  put_number(grid, 5, rate_cell(card), Holds::rate);
  put_number(grid, 6, execution_score(card), Holds::execution_score);
  grid.next_row();
  grid.stretch(side);
}

void put_hubei_section(FormGrid& grid, const CardResult& card, std::size_t s) {
  const model::Scheme& scheme = *card.scheme;
  const model::Section& section = card.card->sections[s];
  const bool has_goal = !section.title.empty() || !section.goal.empty();
  std::string side_words = "年度绩效指标";
  if (has_goal) {
    put_pairs(grid, std::array{Pair{0, 1, 6, goal_label(section), section.goal.text}});
  } else {
    const base::Decimal rest = scheme.execution ? scheme.total - scheme.execution->full_marks : scheme.total;
    side_words = fmt::format("年度绩效目标（{}分）", plain(rest));
  }
  grid.put(0, 1, std::move(side_words), Look::label);
  constexpr std::array<std::string_view, 6> kHeadings = {"一级指标",      "二级指标",      "三级指标",
                                                         "年初目标值(A)", "实际完成值(B)", "得分"};
  put_indicator_part(grid, kHubei, card, s, kHeadings);
}

Form hubei_form(const CardResult& card) {
  FormGrid grid;
  grid.form.widths = {10, 8, 12, 30, 14, 14, 12};
  put_hubei_head(grid, *card.card);
  put_hubei_budget(grid, card);
  for (std::size_t s = 0; s < card.card->sections.size(); ++s) put_hubei_section(grid, card, s);
  grid.put(0, 6, "总分", Look::total);
  FormCell& total =
      grid.put(6, 1, card.scored ? score_cell(card.total) : std::string(), Look::total, Holds::total_score);
  total.align = Align::right;
  if (card.scored && !card.total.exact()) total.mark = Mark::unsure;
  grid.next_row();
  put_pairs(grid, std::array{Pair{0, 1, 6, "偏差大或目标未完成原因分析", reason_cell(card)}});
  put_pairs(grid, std::array{Pair{0, 1, 6, "改进措施及结果应用方案", improvement_cell(card)}});
  return std::move(grid.form);
}

// ---- 全国

constexpr RowColumns kNational = {1, 2, 3, 4, 5, 6, 7, 8};
constexpr int kNationalColumns = 9;

void put_national_head(FormGrid& grid, const model::Scorecard& card) {
  const bool department = card.kind == CardKind::department;
  grid.put(0, kNationalColumns, department ? "部门整体支出绩效自评表" : "项目支出绩效自评表", Look::title);
  grid.next_row();
  grid.put(0, kNationalColumns, fmt::format("（{}）", year_words(card)), Look::note);
  grid.next_row();
  if (department) {
    constexpr std::array<std::string_view, 1> kNone = {""};
    put_pairs(grid, std::array{Pair{0, 2, 7, "部门名称", card.unit_name.text}});
    put_other_fields(grid, card, kNone, 2, 7);
    return;
  }
  const std::string own = header_field(card, "实施单位");
  const std::string implementer = own.empty() ? header_field(card, "项目实施单位") : own;
  constexpr std::array<std::string_view, 3> kPrinted = {"主管部门", "实施单位", "项目实施单位"};
  put_pairs(grid, std::array{Pair{0, 2, 7, "项目名称", card.title.text}});
  put_pairs(grid, std::array{Pair{0, 2, 3, "主管部门", header_field(card, "主管部门")},
                             Pair{5, 1, 3, "实施单位", implementer}});
  if (!card.unit_name.empty()) put_pairs(grid, std::array{Pair{0, 2, 7, "单位名称", card.unit_name.text}});
  put_other_fields(grid, card, kPrinted, 2, 7);
}

void put_national_budget(FormGrid& grid, const CardResult& card) {
  const model::Budget& budget = card.card->budget;
  const auto& execution = card.scheme->execution;
  const std::string divisor = card.execution ? card.execution->planned_name : std::string();
  // What divides stands in the column of its name; the scheme says which (分母).
  const bool initial_divides = !divisor.empty() ? divisor == "年初预算数"
                                                : execution && !execution->denominators.empty() &&
                                                      execution->denominators.front() == "年初预算数";
  grid.put(0, 2, fmt::format("项目资金（{}）", money_unit(*card.card)), Look::label);
  const std::size_t side = grid.last();
  constexpr std::array<std::string_view, 7> kHeadings = {"",     "年初预算数", "全年预算数", "全年执行数",
                                                         "分值", "执行率",     "得分"};
  for (std::size_t i = 0; i < kHeadings.size(); ++i) {
    const bool approved = i == 2 && divisor == "批复数";
    grid.put(static_cast<int>(i) + 2, 1, approved ? divisor : std::string(kHeadings[i]), Look::heading);
  }
  grid.next_row();
  const std::string divides = amount(planned_of(card));
  const std::string latest = budget.adjusted ? amount(budget.adjusted) : amount(budget.planned);
  grid.put(2, 1, "年度资金总额", Look::label);
  put_number(grid, 3, initial_divides ? divides : amount(budget.initial),
             initial_divides ? Holds::planned : Holds::text);
  put_number(grid, 4, initial_divides ? latest : divides, initial_divides ? Holds::text : Holds::planned);
  put_number(grid, 5, amount(budget.executed), Holds::executed);
  put_number(grid, 6, execution ? plain(execution->full_marks) : "—",
             execution ? Holds::execution_marks : Holds::text);
  put_number(grid, 7, rate_cell(card), Holds::rate);
  put_number(grid, 8, execution ? execution_score(card) : "—",
             execution ? Holds::execution_score : Holds::text);
  grid.next_row();
  for (const std::string_view part : {"其中：当年财政拨款", "上年结转资金", "其他资金"}) {
    grid.put(2, 1, std::string(part), Look::label);
    for (int column = 3; column <= 5; ++column) put_number(grid, column, "", Holds::text);
    for (int column = 6; column <= 8; ++column) grid.put(column, 1, "—", Look::label);
    grid.next_row();
  }
  grid.stretch(side);
}

/// One total goal in its two halves; several goals one below the other.
void put_national_goals(FormGrid& grid, const CardResult& card) {
  const std::vector<model::Section>& sections = card.card->sections;
  const bool several = std::any_of(sections.begin(), sections.end(), [](const model::Section& s) {
    return !s.title.empty() || !s.goal.empty();
  });
  if (several) return;  // each stands above its own indicators
  grid.put(0, 1, "年度总体目标", Look::label);
  const std::size_t side = grid.last();
  grid.put(1, 4, "预期目标", Look::heading);
  grid.put(5, 4, "实际完成情况", Look::heading);
  grid.next_row();
  grid.put(1, 4, "");
  grid.put(5, 4, "");
  grid.next_row();
  grid.stretch(side);
}

void put_national_section(FormGrid& grid, const CardResult& card, std::size_t s) {
  const model::Section& section = card.card->sections[s];
  if (!section.title.empty() || !section.goal.empty()) {
    put_pairs(grid, std::array{Pair{0, 2, 7, goal_label(section), section.goal.text}});
  }
  grid.put(0, 1, "绩效指标", Look::label);
  constexpr std::array<std::string_view, 8> kHeadings = {
      "一级指标",   "二级指标", "三级指标", "年度指标值",
      "实际完成值", "分值",     "得分",     "偏差原因分析及改进措施"};
  put_indicator_part(grid, kNational, card, s, kHeadings);
}

Form national_form(const CardResult& card) {
  FormGrid grid;
  grid.form.widths = {6, 8, 13, 25, 13, 13, 7, 11, 18};
  put_national_head(grid, *card.card);
  put_national_budget(grid, card);
  put_national_goals(grid, card);
  for (std::size_t s = 0; s < card.card->sections.size(); ++s) put_national_section(grid, card, s);
  grid.put(0, 6, "总分", Look::total);
  FormCell& marks = grid.put(6, 1, plain(card.scheme->total), Look::total, Holds::total_marks);
  marks.align = Align::right;
  FormCell& total =
      grid.put(7, 1, card.scored ? score_cell(card.total) : std::string(), Look::total, Holds::total_score);
  total.align = Align::right;
  if (card.scored && !card.total.exact()) total.mark = Mark::unsure;
  grid.put(8, 1, card.scored ? card.grade : std::string(), Look::total, Holds::grade);
  grid.next_row();
  if (!card.card->deviation_reason.empty()) {
    put_pairs(grid, std::array{Pair{0, 2, 7, "偏差原因分析", card.card->deviation_reason.text}});
  }
  if (!card.card->improvement.empty()) {
    put_pairs(grid, std::array{Pair{0, 2, 7, "改进措施", card.card->improvement.text}});
  }
  return std::move(grid.form);
}

}  // namespace

Form form_from_card(const scoring::CardResult& card) {
  const bool hubei = card.scheme->form_layout == model::Scheme::FormLayout::hubei;
  Form form = hubei ? hubei_form(card) : national_form(card);
  form.name = form_name(*card.card);
  return form;
}

}  // namespace jiheng::report
