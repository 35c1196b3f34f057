// Takes fields of a form and a card, gives what of the card is typed there. What is printed there is form_fields.cc's; what becomes
// of a text that was typed is the caller's.
#include "engine/report/forms/form_fill.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/model/budget_amounts.h"
#include "engine/report/texts/score_texts.h"
#include "engine/scoring/execution.h"

namespace jiheng::report {
namespace {

using model::FormField;
using scoring::CardResult;

std::string amount_text(const std::optional<model::NumberField>& field) {
  return field ? plain(field->value) : std::string();
}

/// The amount the card divides by, or would: the first it has of those the scheme names, else `usual` where it is one of them.
std::string key_of_divisor(const CardResult& card, const char* usual) {
  if (card.execution && !card.execution->planned_name.empty()) return card.execution->planned_name;
  const std::vector<std::string>& names = scoring::denominators_of(*card.scheme);
  for (const std::string& name : names) {
    if (card.card->budget.*model::budget_amount(name)) return name;
  }
  return std::find(names.begin(), names.end(), usual) != names.end() ? usual : names.front();
}

/// The amount of the whole that a column holds, as form_fields.cc prints it.
std::string key_of_whole(FormField field, const CardResult& card) {
  const model::Budget& budget = card.card->budget;
  switch (field) {
    case FormField::initial:
      return "年初预算数";
    case FormField::adjusted:
      if (!initial_divides(card)) return key_of_divisor(card, "调整预算数");
      return budget.planned && !budget.adjusted ? "预算数" : "调整预算数";
    case FormField::planned:
      return key_of_divisor(card, "预算数");
    case FormField::basic:
      return "基本支出";
    case FormField::project:
      return "项目支出";
    default:
      return "执行数";
  }
}

/// Its cell that a column shows: a form with one column for the money of the year shows what there is.
std::string key_of_part(FormField field, const model::MoneyPart& part) {
  switch (field) {
    case FormField::initial:
      return "年初预算数";
    case FormField::adjusted:
      return part.adjusted.empty() && !part.planned.empty() ? "预算数" : "全年预算数";
    case FormField::planned:
      return !part.planned.empty()    ? "预算数"
             : !part.adjusted.empty() ? "全年预算数"
             : !part.initial.empty()  ? "年初预算数"
                                      : "预算数";
    case FormField::executed:
      return "执行数";
    case FormField::rate:
      return "执行率";
    case FormField::execution_marks:
      return "分值";
    default:
      return "得分";
  }
}

FormFill fill_of_part(FormField field, const std::string& name, const model::MoneyPart& part) {
  FormFill fill{field, name, key_of_part(field, part)};
  for (const model::MoneyPartKey& key : model::kMoneyPartKeys) {
    if (key.key == fill.key) fill.text = (part.*key.field).text;
  }
  return fill;
}

/// The goal among those of the whole; the first of a card that has none.
FormFill fill_of_goal(FormField field, const CardResult& result, const model::OverallGoal* goal) {
  FormFill fill{field};
  if (goal == nullptr) return fill;
  fill.number = static_cast<std::size_t>(goal - result.card->goals.data());
  fill.text = field == FormField::goal_achieved ? goal->achieved.text : goal->text.text;
  if (field == FormField::goal_planned && !goal->title.empty()) fill.before = goal->title.text + "：";
  return fill;
}

FormFill fill_of_section(FormField field, const CardResult& result, const model::Section& section) {
  FormFill fill{field};
  fill.number = static_cast<std::size_t>(&section - result.card->sections.data());
  fill.text = field == FormField::goal ? section.goal.text : section.achieved.text;
  return fill;
}

FormFill with_text(FormField field, std::string text, std::string name = {}) {
  FormFill fill{field, std::move(name)};
  fill.text = std::move(text);
  return fill;
}

}  // namespace

std::optional<FormFill> fill_of(const model::FormPiece& piece, const CardResult& result, const About& about) {
  const model::Scorecard& card = *result.card;
  if (is_amount(piece.field) && about.part != nullptr)
    return fill_of_part(piece.field, about.part->name.text, *about.part);
  if (is_amount(piece.field) && !piece.text.empty()) {
    const model::MoneyPart* part = part_of(card, piece.text);
    return fill_of_part(piece.field, piece.text, part == nullptr ? model::MoneyPart{} : *part);
  }
  switch (piece.field) {
    case FormField::header:
      return with_text(piece.field, header_field(card, piece.text), piece.text);
    case FormField::year:
      return with_text(piece.field, card.year ? std::to_string(*card.year) : std::string());
    case FormField::title:
      return with_text(piece.field, card.title.text);
    case FormField::unit_name:
      return with_text(piece.field, card.unit_name.text);
    case FormField::initial:
    case FormField::adjusted:
    case FormField::planned:
    case FormField::executed:
    case FormField::basic:
    case FormField::project: {
      FormFill fill{piece.field, {}, key_of_whole(piece.field, result)};
      fill.text = amount_text(card.budget.*model::budget_amount(fill.key));
      return fill;
    }
    case FormField::part_name: {
      if (about.part == nullptr) return std::nullopt;
      FormFill fill = with_text(piece.field, about.part->name.text, about.part->name.text);
      fill.before = "其中：";
      return fill;
    }
    case FormField::goal_planned:
    case FormField::goal_achieved:
      return fill_of_goal(piece.field, result, about.goal);
    case FormField::goal:
    case FormField::goal_answer:
      if (about.section == nullptr) return std::nullopt;
      return fill_of_section(piece.field, result, *about.section);
    case FormField::reason:
    case FormField::reason_given:
      return with_text(FormField::reason, card.deviation_reason.text);
    case FormField::improvement:
    case FormField::improvement_given:
      return with_text(FormField::improvement, card.improvement.text);
    default:
      return std::nullopt;
  }
}

std::optional<FormFill> fill_of(FormField field, const scoring::IndicatorResult& result,
                                const CardResult& card) {
  const model::Indicator& row = indicator_of(result, card);
  switch (field) {
    case FormField::level1:
    case FormField::level2:
    case FormField::name:
    case FormField::target:
    case FormField::target_sign:
    case FormField::target_number:
    case FormField::target_unit:
    case FormField::actual:
    case FormField::standard:
    case FormField::judgement:
      return with_text(field, filled(field, result, card).text);
    case FormField::full_marks:
      return with_text(field, plain(result.full_marks));
    case FormField::row_reason:
      return with_text(field, row.reason.text);
    default:
      return std::nullopt;
  }
}

std::optional<FormFill> fill_among(const model::FormText& text, const CardResult& card, const About& about) {
  std::optional<FormFill> fill;
  std::string after;
  std::string before;
  for (const model::FormPiece& piece : text) {
    if (piece.field == FormField::literal) {
      (fill ? after : before) += piece.text;
      continue;
    }
    if (fill || piece.part != 0) return std::nullopt;
    fill = fill_of(piece, card, about);
    if (!fill) return std::nullopt;
  }
  if (!fill) return std::nullopt;
  fill->before = before + fill->before;
  // "2024年度" is printed of 2024.
  fill->after = fill->field == FormField::year ? "年度" + after : after;
  return fill;
}

FormFill fill_of_entry(const std::string& name, const std::string& text, bool foot) {
  FormFill fill = with_text(FormField::header, text, name);
  fill.foot = foot;
  return fill;
}

}  // namespace jiheng::report
