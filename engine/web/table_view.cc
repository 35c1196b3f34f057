// Takes a table of the desk, gives its form as printed with what each cell is and may be changed to, its rows with their
// points, and why. How the form is drawn is report/forms'.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "engine/explain/explain.h"
#include "engine/report/forms/form_fields.h"
#include "engine/report/forms/form_from_card.h"
#include "engine/report/forms/form_with_marks.h"
#include "engine/report/texts/score_texts.h"
#include "engine/web/cells/card_cells.h"
#include "engine/web/cells/row_facts.h"
#include "engine/web/page_words.h"
#include "engine/web/views.h"

namespace jiheng::web {
namespace {

using base::Json;
using report::Holds;

std::string_view word_of(report::Look look) {
  switch (look) {
    case report::Look::title:
      return "title";
    case report::Look::note:
      return "note";
    case report::Look::heading:
      return "heading";
    case report::Look::label:
      return "label";
    case report::Look::total:
      return "total";
    case report::Look::value:
      break;
  }
  return "value";
}

std::string_view word_of(report::Mark mark) {
  switch (mark) {
    case report::Mark::strong:
      return "strong";
    case report::Mark::good:
      return "good";
    case report::Mark::bad:
      return "bad";
    case report::Mark::unsure:
      return "unsure";
    case report::Mark::muted:
      return "muted";
    case report::Mark::plain:
      break;
  }
  return "";
}

std::string_view word_of(Holds holds) {
  constexpr std::array<std::pair<Holds, std::string_view>, 10> kWords = {
      {{Holds::planned, "planned"},
       {Holds::executed, "executed"},
       {Holds::execution_score, "execution_score"},
       {Holds::target, "target"},
       {Holds::target_number, "target_number"},
       {Holds::actual, "actual"},
       {Holds::full_marks, "full_marks"},
       {Holds::score, "score"},
       {Holds::total_score, "total_score"},
       {Holds::grade, "grade"}}};
  for (const auto& [kind, word] : kWords) {
    if (kind == holds) return word;
  }
  return "";
}

bool is_of_row(const report::FormCell& cell) {
  switch (cell.holds) {
    case Holds::level1:
    case Holds::level2:
    case Holds::name:
    case Holds::target:
    case Holds::target_sign:
    case Holds::target_number:
    case Holds::target_unit:
    case Holds::actual:
    case Holds::full_marks:
    case Holds::score:
    case Holds::reason:
    case Holds::judgement:
      return true;
    default:
      return cell.fill && cell.fill->field == model::FormField::standard;
  }
}

/// "多报 1.63", "少报 0.5"; "" where what is claimed agrees, or one of the two is not known.
std::string over_text(const std::optional<model::NumberField>& claimed, const scoring::Points& score,
                      const scoring::Points& accepted) {
  const auto over = report::overclaimed(claimed, score, accepted);
  if (!over) return {};
  return (over->sign() > 0 ? "多报 " : "少报 ") + report::plain(over->magnitude());
}

/// What is typed into the cell, where anything is: its name in an edit, the text of the card where more is printed, the words
/// of the form around it.
void add_fill(const report::FormFill& fill, const report::FormCell& cell, Json& json) {
  json["edit"] = name_of_cell(fill);
  if (fill.text != cell.text) json["value"] = fill.text;
  if (!fill.before.empty()) json["before"] = fill.before;
  if (!fill.after.empty()) json["after"] = fill.after;
  if (!fill.choices.empty()) json["choices"] = fill.choices;
}

Json form_json(const scoring::CardResult& result, bool marks) {
  const report::Form form = report::form_with_marks(report::form_to_fill_in(result), result, marks);
  Json widths = Json::array();
  for (const double width : form.widths) widths.push_back(static_cast<int>(width * 10));
  Json cells = Json::array();
  for (const report::FormCell& cell : form.cells) {
    Json json = {{"row", cell.row},         {"column", cell.column}, {"rows", cell.rows},
                 {"columns", cell.columns}, {"text", cell.text},     {"look", word_of(cell.look)}};
    if (cell.align == report::Align::right) json["right"] = true;
    if (const std::string_view mark = word_of(cell.mark); !mark.empty()) json["mark"] = mark;
    if (const std::string_view holds = word_of(cell.holds); !holds.empty()) json["holds"] = holds;
    if (is_of_row(cell)) json["of"] = cell.indicator;
    if (cell.fill) add_fill(*cell.fill, cell, json);
    if (cell.more_money) json["more_money"] = true;
    if (cell.if_written) json["if_written"] = true;
    cells.push_back(std::move(json));
  }
  return {{"name", form.name},
          {"widths", std::move(widths)},
          {"rows", form.rows},
          {"repeat_first", form.repeat_first},
          {"repeat_last", form.repeat_last},
          {"cells", std::move(cells)}};
}

/// Which cell leaves an open row open: "target", "actual"; "" of a row that is not.
std::string_view cause_of(const scoring::IndicatorResult& row, const scoring::CardResult& result) {
  if (!report::is_judged(row, result) || row.score.exact()) return "";
  const bool target =
      report::indicator_of(row, result).target.empty() || row.target.kind == target::Kind::unreadable;
  return target ? "target" : "actual";
}

Json row_json(const scoring::IndicatorResult& row, const scoring::CardResult& result) {
  const model::Indicator& indicator = report::indicator_of(row, result);
  const auto deviation = explain::classify(row, *result.scheme);
  const scoring::ComputedActual computed =
      scoring::computed_actual(*result.scheme, result.card->budget, indicator);
  return {{"level1", indicator.level1.text},
          {"level2", indicator.level2.text},
          {"name", indicator.name.text},
          {"target", indicator.target.text},
          {"actual", indicator.actual.text},
          {"full_marks", report::plain(row.full_marks)},
          {"claimed", indicator.claimed ? report::plain(indicator.claimed->value) : std::string()},
          {"score", report::score_cell(row, result)},
          {"status", report::status_text(row, result)},
          {"judged", report::is_judged(row, result)},
          {"open", report::is_judged(row, result) && !row.score.exact()},
          {"short", report::is_short(row, result)},
          {"deviation", explain::to_chinese(deviation)},
          {"judgement", report::judgement_cell(indicator)},
          {"reason", indicator.reason.text},
          {"reason_given", explain::reason_given(row, result)},
          {"over", result.scored ? over_text(indicator.claimed, row.score, row.accepted) : std::string()},
          {"why", row.why},
          {"cause", cause_of(row, result)},
          {"place", place_on_page(indicator.place)},
          {"facts", facts_json(row, result)},
          {"formula", formula_words(computed)},
          {"computed", scoring::value_text(computed)},
          {"findings", messages_json(row.findings)}};
}

Json execution_json(const scoring::CardResult& result) {
  if (!result.execution) return {};
  const scoring::ExecutionResult& execution = *result.execution;
  return {{"planned", report::plain(report::planned_of(result))},
          {"executed", report::plain(execution.executed)},
          {"rate", report::plain(execution.rate)},
          {"full_marks", report::plain(execution.full_marks)},
          {"score", result.scored ? report::score_cell(execution.score) : std::string()},
          {"why", execution.why},
          {"findings", messages_json(execution.findings)}};
}

std::string_view word_of(target::Piece::Role role) {
  using Role = target::Piece::Role;
  switch (role) {
    case Role::sign:
      return "比较号";
    case Role::number:
      return "数";
    case Role::scale:
      return "万、亿";
    case Role::unit:
      return "单位";
    case Role::date:
      return "日期";
    case Role::word:
      return "词";
    case Role::label:
      return "说明";
    case Role::separator:
      return "分隔";
    case Role::unread:
      break;
  }
  return "没有读懂";
}

std::string_view word_of(target::Kind kind) {
  using target::Kind;
  switch (kind) {
    case Kind::quantity:
      return "数量";
    case Kind::range:
      return "范围";
    case Kind::deadline:
      return "时间";
    case Kind::qualitative:
      return "程度的词";
    case Kind::boolean:
      return "是或否";
    case Kind::reference:
      return "按别处的规定，表上算不出";
    case Kind::composite:
      return "几个部分";
    case Kind::empty:
      return "空白";
    case Kind::unreadable:
      break;
  }
  return "没有读懂";
}

Json reading_json(const model::Field& cell, const target::Predicate& read) {
  Json pieces = Json::array();
  for (const target::Piece& piece : read.pieces) {
    if (piece.span.offset + piece.span.length > cell.text.size()) continue;
    pieces.push_back(
        {{"text", cell.text.substr(piece.span.offset, piece.span.length)}, {"role", word_of(piece.role)}});
  }
  Json problems = Json::array();
  for (const target::Problem& problem : read.problems) problems.push_back(problem.message);
  return {{"text", cell.text},
          {"kind", word_of(read.kind)},
          {"pieces", std::move(pieces)},
          {"problems", std::move(problems)}};
}

}  // namespace

std::size_t blank_rows(const scoring::CardResult& result) {
  return static_cast<std::size_t>(
      std::count_if(result.indicators.begin(), result.indicators.end(), [&](const auto& row) {
        const bool open = !result.scored || (report::is_judged(row, result) && !row.score.exact());
        const model::Indicator& indicator = report::indicator_of(row, result);
        return open && indicator.actual.empty() && indicator.inputs.empty() && indicator.answers.empty();
      }));
}

Json table_view(const Desk& desk, std::size_t number, bool marks) {
  const scoring::CardResult* result = desk.result_of(number);
  if (result == nullptr) return {};
  Json rows = Json::array();
  for (const scoring::IndicatorResult& row : result->indicators) rows.push_back(row_json(row, *result));
  const model::Scorecard& card = *result->card;
  const bool scored = result->scored;
  return {{"number", number},
          {"id", card.id},
          {"kind", card.kind == model::CardKind::department ? "department" : "project"},
          {"title", card.title.text},
          {"unit", card.unit_name.text},
          {"year", card.year ? Json(*card.year) : Json()},
          {"scheme", result->scheme->id},
          {"scheme_name", result->scheme->name},
          {"scored", scored},
          {"total", scored ? report::points_text(result->total, *result->scheme) : std::string()},
          {"exact", scored && result->total.exact()},
          {"grade", scored ? result->grade : std::string()},
          {"open_rows", scored ? result->undetermined : 0},
          {"blank_rows", blank_rows(*result)},
          {"cap_why", result->cap_why},
          {"claimed", card.claimed_total ? report::plain(card.claimed_total->value) : std::string()},
          {"over", scored ? over_text(card.claimed_total, result->total, result->accepted) : std::string()},
          {"deviation_reason", card.deviation_reason.text},
          {"improvement", card.improvement.text},
          {"draft", explain::deviation_draft(*result)},
          {"form", form_json(*result, marks)},
          {"rows", std::move(rows)},
          {"execution", execution_json(*result)},
          {"findings", messages_json(result->findings)}};
}

Json why_view(const Desk& desk, std::size_t number, std::size_t row) {
  const scoring::CardResult* result = desk.result_of(number);
  if (result == nullptr || row >= result->indicators.size()) return {};
  const scoring::IndicatorResult& found = result->indicators[row];
  const model::Indicator& indicator = report::indicator_of(found, *result);
  Json sentences = Json::array();
  for (const std::string& sentence : explain::sentences(found, *result)) sentences.push_back(sentence);
  Json rules = Json::array();
  for (const model::Clause& clause : result->scheme->clauses) rules.push_back(clause.id + " " + clause.name);
  return {{"name", indicator.name.text},
          {"sentences", std::move(sentences)},
          {"rule", found.clause == nullptr ? std::string() : found.clause->id + " " + found.clause->name},
          {"rules", std::move(rules)},
          {"verdict", found.verdict.why},
          {"target", reading_json(indicator.target, found.target)},
          {"actual", reading_json(indicator.actual, found.actual)},
          {"findings", messages_json(found.findings)}};
}

}  // namespace jiheng::web
