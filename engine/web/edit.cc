// Takes a card and the text of one cell as typed, gives the card with it, or what is wrong with the text. Scoring is desk.cc's.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/squeezed.h"
#include "engine/model/budget_amounts.h"
#include "engine/model/sound_card.h"
#include "engine/quantity/bounds.h"
#include "engine/web/cells/card_cells.h"
#include "engine/web/cells/row_facts.h"
#include "engine/web/desk.h"

namespace jiheng::web {
namespace {

using model::NumberField;
using Problems = std::vector<diag::Diagnostic>;

diag::Diagnostic no_such_cell(const Edit& edit) {
  return {"W104", fmt::format("“{}”这一栏不能在这里改", model::shown(edit.field)), "", "", {}};
}

/// Points as typed: 10, 10分. W105 where they are none.
std::optional<NumberField> points_of(const Edit& edit, const base::Place& place, Problems& problems) {
  std::string text = base::squeezed(edit.text);
  if (text.ends_with("分")) text.resize(text.size() - std::string_view("分").size());
  if (text.empty()) return std::nullopt;
  const auto value = base::Decimal::parse(text);
  if (value && value->sign() >= 0 && quantity::in_bounds(*value)) return NumberField{*value, place};
  problems.push_back({"W105", fmt::format("{}不能是“{}”", edit.field, model::shown(edit.text)),
                      fmt::format("{}是不小于 0 的数。", edit.field), "写成“10”或“10分”；没有就空着。",
                      place});
  return std::nullopt;
}

/// 评定: 85%, 不适用, or blank.
void put_judgement(model::Indicator& row, const Edit& edit, Problems& problems) {
  const std::string text = base::squeezed(edit.text);
  std::optional<NumberField> share;
  if (!text.empty() && text != "不适用") {
    const auto percent =
        text.ends_with('%') ? base::Decimal::parse(text.substr(0, text.size() - 1)) : std::nullopt;
    if (!percent || percent->sign() < 0 || *percent > base::Decimal(100)) {
      problems.push_back({"L201", fmt::format("评定不能是“{}”", model::shown(edit.text)),
                          "评定是满分的百分之几，从 0% 到 100%，或者“不适用”。",
                          "写成“85%”或“不适用”；没有评定就空着。", row.place});
      return;
    }
    share = NumberField{base::Decimal::of(percent->coefficient(), percent->places() + 2), row.place};
  }
  row.judged = share;
  row.not_applicable = text == "不适用";
}

void put_into_row(model::Indicator& row, const Edit& edit, const std::vector<scoring::AskedData>& asked,
                  const rulebook::Language& language, Problems& problems) {
  constexpr std::array<std::pair<std::string_view, model::Field model::Indicator::*>, 8> kTexts = {
      {{"实际完成值", &model::Indicator::actual},
       {"年初目标值", &model::Indicator::target},
       {"偏差原因", &model::Indicator::reason},
       {"佐证", &model::Indicator::evidence},
       {"评分标准", &model::Indicator::standard},
       {"三级指标", &model::Indicator::name},
       {"二级指标", &model::Indicator::level2},
       {"一级指标", &model::Indicator::level1}}};
  for (const auto& [name, field] : kTexts) {
    if (edit.field == name) return put_text(row.*field, edit.text, row.place);
  }
  if (put_target_part(row.target, edit.field, edit.text, language)) return;
  if (put_fact(row, asked, edit.field, edit.text, language, problems)) return;
  if (edit.field == "评定") return put_judgement(row, edit, problems);
  if (edit.field != "分值" && edit.field != "自报得分") return problems.push_back(no_such_cell(edit));
  const auto points = points_of(edit, row.place, problems);
  (edit.field == "分值" ? row.full_marks : row.claimed) = points;
}

/// 2024, 2024年; blank: none.
void put_year(model::Scorecard& card, const Edit& edit, Problems& problems) {
  std::string text = base::squeezed(edit.text);
  if (text.ends_with("年")) text.resize(text.size() - std::string_view("年").size());
  const auto value = base::Decimal::parse(text);
  if (!text.empty() && (!value || text.size() != 4 || value->places() != 0)) {
    problems.push_back({"L204", fmt::format("“年度”的值“{}”不是年份", model::shown(edit.text)), "",
                        "写四位数字的年份，如 2024。", card.place});
    return;
  }
  card.year.reset();
  if (value) card.year = static_cast<int>(value->coefficient());
}

void put_into_card(model::Scorecard& card, const Edit& edit, const rulebook::Language& language,
                   Problems& problems) {
  if (edit.field == "年度") return put_year(card, edit, problems);
  if (const model::BudgetAmount amount = model::budget_amount(edit.field); amount != nullptr) {
    card.budget.*amount = amount_typed(edit.field, edit.text, card.budget, language, problems);
    return;
  }
  constexpr std::array<std::pair<std::string_view, model::Field model::Scorecard::*>, 4> kTexts = {
      {{"偏差原因", &model::Scorecard::deviation_reason},
       {"改进措施", &model::Scorecard::improvement},
       {"单位名称", &model::Scorecard::unit_name},
       {"项目名称", &model::Scorecard::title}}};
  for (const auto& [name, field] : kTexts) {
    if (edit.field == name) return put_text(card.*field, edit.text, card.place);
  }
  if (!put_by_path(card, edit.field, edit.text, language, problems)) problems.push_back(no_such_cell(edit));
}

/// What the edit brought: a table that is being filled in lacks much, and each lack is no reason to refuse another cell.
void add_new_faults(const model::Scorecard& before, const model::Scorecard& after, Problems& problems) {
  Problems there;
  model::check_card(before, "自评表", there);
  Problems now;
  model::check_card(after, "自评表", now);
  for (diag::Diagnostic& d : now) {
    const auto same = [&d](const diag::Diagnostic& o) { return o.id == d.id && o.message == d.message; };
    if (std::none_of(there.begin(), there.end(), same)) problems.push_back(std::move(d));
  }
}

}  // namespace

std::vector<diag::Diagnostic> put_edit(model::Scorecard& card, const std::optional<model::RowId>& row,
                                       const Edit& edit, const std::vector<scoring::AskedData>& asked,
                                       const rulebook::Language& language) {
  Problems problems;
  model::Scorecard changed = card;
  if (row) {
    put_into_row(model::row_of(changed, *row), edit, asked, language, problems);
  } else {
    put_into_card(changed, edit, language, problems);
  }
  if (!diag::has_errors(problems)) add_new_faults(card, changed, problems);
  if (!diag::has_errors(problems)) card = std::move(changed);
  return problems;
}

}  // namespace jiheng::web
