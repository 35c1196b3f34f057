// Takes a scored card, gives the texts of its form. Where they stand is the form's own (form_from_card.cc), the points scoring's.
#include "engine/report/forms/form_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/decimal.h"
#include "engine/explain/explain.h"
#include "engine/model/budget_amounts.h"
#include "engine/report/texts/score_texts.h"

namespace jiheng::report {
namespace {

using model::FormField;
using scoring::CardResult;
using scoring::IndicatorResult;

std::string amount(const std::optional<base::Decimal>& value) { return plain(value); }
std::string amount(const std::optional<model::NumberField>& field) {
  return field ? plain(field->value) : "";
}

/// "20分*执行率" as the form prints it: 分值 in figures.
std::string printed_execution_formula(const model::Execution& execution) {
  std::string text = execution.points.text();
  constexpr std::string_view kMarks = "分值";
  if (const std::size_t at = text.find(kMarks); at != std::string::npos) {
    text.replace(at, kMarks.size(), plain(execution.full_marks) + "分");
  }
  return text;
}

/// 97.75%; "" where it is not known.
std::string printed_rate(const CardResult& card) {
  if (!card.execution || !card.execution->rate) return {};
  return card.execution->rate->with_places(2).to_string() + "%";
}

/// "2023年度", "        年度" where the card names none.
std::string year_words(const model::Scorecard& card) {
  return card.year ? fmt::format("{}年度", *card.year) : "        年度";
}

std::string project_title(const model::Scorecard& card) {
  return card.title.text + (card.title.text.ends_with("项目") ? "" : "项目");
}

/// The card's own words, 无 too, else the draft: what deviates, with 〔请填写原因〕.
std::string reason_cell(const CardResult& card) {
  if (!card.card->deviation_reason.empty() || !card.scored) return card.card->deviation_reason.text;
  return explain::deviation_draft(card);
}

std::string improvement_cell(const CardResult& card) {
  if (!card.card->improvement.empty() || !card.scored) return card.card->improvement.text;
  return explain::deviation_draft(card) == "无" ? "无" : "〔请填写改进措施〕";
}

/// "年度目标1：\n（10分）".
std::string goal_label(const model::Section& section) {
  std::string text = section.title.empty() ? "年度目标" : section.title.text;
  text += "：";
  if (section.full_marks) text += fmt::format("\n（{}分）", plain(section.full_marks->value));
  return text;
}

/// The row's own reason; 〔请填写原因〕 where one is needed and neither the row nor the card gives it.
std::string reason_of_row(const IndicatorResult& result, const CardResult& card) {
  const model::Indicator& row = indicator_of(result, card);
  if (!row.reason.empty()) return row.reason.text;
  const explain::DeviationClass c = explain::classify(result, *card.scheme);
  const bool deviates = is_judged(result, card) && !row.not_applicable &&
                        (c == explain::DeviationClass::missed || c == explain::DeviationClass::far_exceeded);
  if (!deviates || !explain::reason_given(result, card).empty()) return {};
  return std::string(explain::kReasonBlank);
}

Filled of_execution(FormField field, const CardResult& card) {
  const auto& execution = card.scheme->execution;
  if (!execution)
    return {{}, field == FormField::execution_score ? Holds::execution_score : Holds::execution_marks, false};
  switch (field) {
    case FormField::execution_marks:
      return {plain(execution->full_marks), Holds::execution_marks};
    case FormField::execution_formula:
      return {printed_execution_formula(*execution)};
    default:
      return {card.scored && card.execution ? score_cell(card.execution->score) : std::string(),
              Holds::execution_score};
  }
}

/// What divides. An amount the scheme does not divide by stays off that column: nobody said that it is the one meant.
std::string divisor(const CardResult& card) {
  const auto& execution = card.scheme->execution;
  if (!execution || execution->denominators.empty() || (card.execution && card.execution->planned))
    return amount(planned_of(card));
  const model::Budget& budget = card.card->budget;
  for (const std::string& name : execution->denominators) {
    if (const auto& field = budget.*model::budget_amount(name)) return amount(field);
  }
  return {};
}

/// The one of the two columns that divides holds what divides; the other what the card says beside it.
Filled of_budget_column(FormField field, const CardResult& card) {
  const model::Budget& budget = card.card->budget;
  const bool first = field == FormField::initial;
  if (first == initial_divides(card)) return {divisor(card), Holds::planned};
  if (first) return {amount(budget.initial)};
  return {budget.adjusted ? amount(budget.adjusted) : amount(budget.planned)};
}

/// A form that has one column for the money of the year asks for it by its own name.
Filled of_part(FormField field, const model::MoneyPart& part) {
  const auto first = [](const model::Field& a, const model::Field& b) {
    const std::string& text = a.empty() ? b.text : a.text;
    return Filled{text, Holds::text, !text.empty()};
  };
  switch (field) {
    case FormField::initial:
      return first(part.initial, {});
    case FormField::adjusted:
      return first(part.adjusted, part.planned);
    case FormField::planned:
      return part.planned.empty() ? first(part.adjusted, part.initial) : first(part.planned, {});
    case FormField::executed:
      return first(part.executed, {});
    case FormField::rate:
      return first(part.rate, {});
    case FormField::execution_marks:
      return first(part.full_marks, {});
    default:
      return first(part.score, {});
  }
}

/// Without a goal, whether the card has any: the text of the first.
std::string of_overall_goal(FormField field, const model::Scorecard& card, const model::OverallGoal* goal) {
  if (goal == nullptr) {
    if (card.goals.empty()) return {};
    const model::OverallGoal& first = card.goals.front();
    return first.text.empty() ? first.achieved.text : first.text.text;
  }
  if (field == FormField::goal_achieved) return goal->achieved.text;
  return goal->title.empty() ? goal->text.text : fmt::format("{}：{}", goal->title.text, goal->text.text);
}

/// The number at the front with the rest behind it, where the rest is a unit: 4914, 元/公里.
std::size_t number_end(std::string_view text) {
  std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const auto digit = [&text](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  if (!digit(at)) return 0;
  while (digit(at) || (at < text.size() && (text[at] == '.' || text[at] == ',') && digit(at + 1))) ++at;
  return at;
}

}  // namespace

Filled filled(const model::FormPiece& piece, const CardResult& result, const About& about) {
  const model::Scorecard& card = *result.card;
  const model::Scheme& scheme = *result.scheme;
  const model::Section* section = about.section;
  if (is_amount(piece.field) && (about.part != nullptr || !piece.text.empty())) {
    const model::MoneyPart* part = about.part != nullptr ? about.part : part_of(card, piece.text);
    return part == nullptr ? Filled{{}, Holds::text, false} : of_part(piece.field, *part);
  }
  switch (piece.field) {
    case FormField::literal:
      return {piece.text};
    case FormField::header:
      return {header_field(card, piece.text)};
    case FormField::year:
      return {year_words(card)};
    case FormField::title:
      return {card.title.text};
    case FormField::project_title:
      return {project_title(card)};
    case FormField::unit_name:
      return {card.unit_name.text};
    case FormField::money_unit:
      return {card.budget.unit.empty() ? "万元" : card.budget.unit.text};
    case FormField::initial:
    case FormField::adjusted:
      return of_budget_column(piece.field, result);
    case FormField::planned:
      return {amount(planned_of(result)), Holds::planned};
    case FormField::executed:
      return {amount(card.budget.executed), Holds::executed};
    case FormField::rate:
      return {printed_rate(result), Holds::rate};
    case FormField::execution_marks:
    case FormField::execution_formula:
    case FormField::execution_score:
      return of_execution(piece.field, result);
    case FormField::other_marks:
      return {plain(scheme.execution
                        ? base::subtract(scheme.total, scheme.execution->full_marks).value_or(scheme.total)
                        : scheme.total)};
    case FormField::total_marks:
      return {plain(scheme.total), Holds::total_marks};
    case FormField::basic:
      return {amount(card.budget.basic)};
    case FormField::project:
      return {amount(card.budget.project)};
    case FormField::total_score:
      return {result.scored ? score_cell(result.total) : std::string(), Holds::total_score};
    case FormField::grade:
      return {result.scored ? result.grade : std::string(), Holds::grade};
    case FormField::reason:
      return {reason_cell(result)};
    case FormField::reason_given:
      return {card.deviation_reason.text};
    case FormField::improvement:
      return {improvement_cell(result)};
    case FormField::improvement_given:
      return {card.improvement.text};
    case FormField::part_name:
      return {about.part == nullptr ? std::string() : "其中：" + about.part->name.text};
    case FormField::goal_planned:
    case FormField::goal_achieved:
      return {of_overall_goal(piece.field, card, about.goal)};
    case FormField::goal_answer:
      return {section == nullptr ? std::string() : section->achieved.text};
    case FormField::goal_name:
      return {section == nullptr ? std::string() : goal_label(*section)};
    case FormField::goal:
      return {section == nullptr ? std::string() : section->goal.text};
    default:
      return {};
  }
}

Filled filled(FormField field, const IndicatorResult& result, const CardResult& card) {
  const model::Indicator& row = indicator_of(result, card);
  switch (field) {
    case FormField::level1:
      return {row.level1.text, Holds::level1};
    case FormField::level2:
      return {row.level2.text, Holds::level2};
    case FormField::name:
      return {row.name.text, Holds::name};
    case FormField::target:
      return {row.target.text, Holds::target};
    case FormField::target_sign:
      return {target_parts(result, card).sign, Holds::target_sign};
    case FormField::target_number:
      return {target_parts(result, card).number, Holds::target_number};
    case FormField::target_unit:
      return {target_parts(result, card).unit, Holds::target_unit};
    case FormField::actual:
      return {row.actual.text, Holds::actual};
    case FormField::full_marks:
      return {plain(result.full_marks), Holds::full_marks};
    case FormField::score:
      return {score_cell(result, card), Holds::score};
    case FormField::row_reason:
      return {reason_of_row(result, card), Holds::reason};
    case FormField::standard:
      return {row.standard.text};
    case FormField::judgement:
      return {judgement_cell(row), Holds::judgement};
    default:
      return {};
  }
}

std::string text_of(const model::FormText& text, const CardResult& card, const About& about) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    std::string part;
    bool blank = false;
    for (; end < text.size() && text[end].part == text[i].part; ++end) {
      const std::string words = filled(text[end], card, about).text;
      blank = blank || (text[end].field != FormField::literal && words.empty());
      part += words;
    }
    if (text[i].part == 0 || !blank) out += part;
    i = end;
  }
  return out;
}

Align align_of(model::FormCellPlan::Align align, FormField field) {
  if (align != model::FormCellPlan::Align::usual)
    return align == model::FormCellPlan::Align::right ? Align::right : Align::left;
  if (is_amount(field)) return Align::right;
  switch (field) {
    case FormField::total_marks:
    case FormField::total_score:
    case FormField::full_marks:
    case FormField::score:
      return Align::right;
    default:
      return Align::left;
  }
}

// What divides stands in the column of its name; the scheme says which (分母).
bool initial_divides(const CardResult& card) {
  const std::string divisor = card.execution ? card.execution->planned_name : std::string();
  if (!divisor.empty()) return divisor == "年初预算数";
  const auto& execution = card.scheme->execution;
  return execution && !execution->denominators.empty() && execution->denominators.front() == "年初预算数";
}

const model::MoneyPart* part_of(const model::Scorecard& card, std::string_view name) {
  const auto found = std::find_if(card.budget.parts.begin(), card.budget.parts.end(),
                                  [name](const model::MoneyPart& p) { return p.name.text == name; });
  return found == card.budget.parts.end() ? nullptr : &*found;
}

std::string header_field(const model::Scorecard& card, std::string_view name) {
  for (const auto& [key, value] : card.header) {
    if (key.text == name) return value.text;
  }
  return {};
}

std::string judgement_cell(const model::Indicator& row) {
  if (row.not_applicable) return "不适用";
  if (!row.judged) return {};
  return plain(row.judged->value * base::Decimal(100)) + "%";
}

std::string score_cell(const scoring::Points& points) {
  if (points.exact()) return plain(points.low);
  return fmt::format("{}-{}（待核）", plain(points.low), plain(points.high));
}

std::string score_cell(const IndicatorResult& result, const CardResult& card) {
  if (!card.scored) return {};
  return is_judged(result, card) ? score_cell(result.score) : status_text(result, card);
}

TargetParts target_parts(const IndicatorResult& result, const CardResult& card) {
  return target_parts(indicator_of(result, card).target.text, result.target);
}

TargetParts target_parts(const std::string& text, const target::Predicate& read) {
  if (text.empty()) return {};
  const target::Kind kind = read.kind;
  const bool words =
      kind == target::Kind::qualitative || kind == target::Kind::boolean || kind == target::Kind::reference;
  if (words) return {"定性", text, {}};
  TargetParts whole{{}, text, {}};
  TargetParts parts;
  std::string_view rest = text;
  for (const std::string_view sign : {"≥", "≤", ">", "<", "=", "≧", "≦", "＞", "＜", "＝"}) {
    if (parts.sign.empty() && rest.starts_with(sign)) parts.sign = sign;
  }
  rest.remove_prefix(parts.sign.size());
  if (rest.empty()) return parts;
  if (kind != target::Kind::quantity) return whole;
  const std::size_t end = number_end(rest);
  parts.number = rest.substr(0, end);
  parts.unit = rest.substr(end);
  const bool unit = parts.unit == std::string(target::scale_word(read.scale)) + read.unit;
  return end > 0 && unit ? parts : whole;
}

}  // namespace jiheng::report
