// Takes scores, gives the JSON of docs/json.md: stable key order, points, money and values as decimal
// strings, null where absent.

#include "engine/base/json.h"
#include "engine/diag/diagnostic.h"
#include "engine/explain/roll_up.h"
#include "engine/report/fields/place_fields.h"
#include "engine/report/fields/score_fields.h"
#include "engine/report/json/json.h"
#include "engine/report/texts/level_words.h"
#include "engine/report/texts/score_texts.h"
#include "engine/results/scores.h"

namespace jiheng::report {
namespace {

using base::Json;
using base::text_or_null;

Json decimal_or_null(const std::optional<base::Decimal>& value) { return text_or_null(plain(value)); }

Json percent_or_null(const std::optional<base::Decimal>& value) {
  return value ? Json(value->with_places(2).to_string()) : Json();
}

Json exact_points(const scoring::Points& points, const model::Scheme& scheme) {
  return points.exact() ? Json(points_text(points.low, scheme)) : Json();
}

Json json_of(const diag::Diagnostic& d) {
  Json where = Json::array();
  if (d.place.source) {
    Json place = {{"file", d.place.source->name}, {"line", d.place.line}, {"column", d.place.column}};
    if (!d.place.source->sheet.empty()) place["sheet"] = d.place.source->sheet;
    put_page(place, d.place);
    where.push_back(std::move(place));
  }
  const diag::CatalogueEntry* entry = diag::find_entry(d.id);
  return {{"id", d.id},
          {"severity", english(diag::severity_of(d))},
          {"certainty", english(entry == nullptr ? diag::Certainty::certain : entry->certainty)},
          {"message", d.message},
          {"where", std::move(where)}};
}

Json json_of(const std::vector<diag::Diagnostic>& list) {
  Json out = Json::array();
  for (const diag::Diagnostic& d : list) out.push_back(json_of(d));
  return out;
}

Json budget_of(const scoring::CardResult& card) {
  if (!card.execution) {
    return {{"planned", nullptr},
            {"executed", nullptr},
            {"rate", nullptr},
            {"full_marks", nullptr},
            {"score", nullptr}};
  }
  const scoring::ExecutionResult& execution = *card.execution;
  return {{"planned", decimal_or_null(execution.planned)},
          {"executed", decimal_or_null(execution.executed)},
          {"rate", percent_or_null(execution.rate)},
          {"full_marks", plain(execution.full_marks)},
          {"score", card.scored ? exact_points(execution.score, *card.scheme) : Json()}};
}

Json sections_of(const scoring::CardResult& card) {
  Json out = Json::array();
  for (std::size_t i = 0; i < card.card->sections.size(); ++i) {
    const model::Section& section = card.card->sections[i];
    const scoring::SectionResult* result = card.scored ? &card.sections[i] : nullptr;
    const auto given = section.full_marks ? std::optional(section.full_marks->value) : std::nullopt;
    out.push_back({{"title", text_or_null(section.title.text)},
                   {"full_marks", decimal_or_null(result == nullptr ? given : result->full_marks)},
                   {"score", result == nullptr ? Json() : exact_points(result->score, *card.scheme)}});
  }
  return out;
}

Json json_of(const scoring::IndicatorResult& result, const scoring::CardResult& card) {
  Json json = object_of(score_fields(), indicator_row(result, card));
  json.members().push_back({"findings", json_of(result.findings)});
  return json;
}

Json json_of(const scoring::CardResult& card) {
  std::vector<diag::Diagnostic> findings = card.findings;
  if (card.execution) {
    findings.insert(findings.end(), card.execution->findings.begin(), card.execution->findings.end());
  }
  Json indicators = Json::array();
  for (const scoring::IndicatorResult& result : card.indicators) indicators.push_back(json_of(result, card));
  const bool department = card.card->kind == model::CardKind::department;
  return {{"id", card.card->id},
          {"kind", department ? "department" : "project"},
          {"title", card.card->title.text},
          {"scheme", card.scheme->id},
          {"total", card.scored ? exact_points(card.total, *card.scheme) : Json()},
          {"total_low", card.scored ? Json(points_text(card.total.low, *card.scheme)) : Json()},
          {"total_high", card.scored ? Json(points_text(card.total.high, *card.scheme)) : Json()},
          {"grade", card.scored ? text_or_null(card.grade) : Json()},
          {"budget", budget_of(card)},
          {"sections", sections_of(card)},
          {"indicators", std::move(indicators)},
          {"findings", json_of(findings)}};
}

std::string_view english_of_roll_up(scoring::RollUpRow::How how) {
  using How = scoring::RollUpRow::How;
  return how == How::summed ? "summed" : how == How::averaged ? "averaged" : "qualitative";
}

Json json_of(const results::DepartmentScores& department) {
  const scoring::RollUp& roll_up = department.roll_up;
  const std::optional<results::OwnTotal>& own = department.own;
  const auto& average = roll_up.average;
  Json grades = Json::array();
  for (const auto& [grade, count] : roll_up.grades) grades.push_back({{"grade", grade}, {"count", count}});
  Json rows = Json::array();
  for (const scoring::RollUpRow& row : roll_up.rows) {
    rows.push_back({{"level1", text_or_null(row.level1)},
                    {"level2", text_or_null(row.level2)},
                    {"name", row.name},
                    {"how", english_of_roll_up(row.how)},
                    {"target", text_or_null(row.target)},
                    {"actual", text_or_null(row.actual)},
                    {"points_low", row.points ? Json(plain(row.points->low)) : Json()},
                    {"points_high", row.points ? Json(plain(row.points->high)) : Json()},
                    {"tables", row.tables},
                    {"why", explain::roll_up_words(row)}});
  }
  return {{"name", text_or_null(department.name)},
          {"total", !own ? Json() : exact_points(own->total, *own->scheme)},
          {"total_low", !own ? Json() : Json(points_text(own->total.low, *own->scheme))},
          {"total_high", !own ? Json() : Json(points_text(own->total.high, *own->scheme))},
          {"grade", !own ? Json() : text_or_null(own->grade)},
          {"projects", roll_up.projects},
          {"scored", roll_up.scored},
          {"budget", plain(roll_up.budget)},
          {"executed", plain(roll_up.executed)},
          {"rate", percent_or_null(roll_up.rate)},
          {"average_low", average ? Json(plain(average->low)) : Json()},
          {"average_high", average ? Json(plain(average->high)) : Json()},
          {"grades", std::move(grades)},
          {"rows", std::move(rows)},
          {"findings", json_of(department.findings)}};
}

/// As dump(2) writes it `spaces` further in; a text holds no line end of its own.
std::string written(const Json& json, std::size_t spaces) {
  const std::string flush = json.dump(2);
  const std::string indent(spaces, ' ');
  std::string out;
  for (const char c : flush) {
    out += c;
    if (c == '\n') out += indent;
  }
  return out;
}

std::string card_text(const scoring::CardResult& card) { return "\n    " + written(json_of(card), 4); }

std::string departments_text(bool any_card, const std::vector<results::DepartmentScores>& departments) {
  const Json one = departments.size() == 1 ? json_of(departments.front()) : Json();
  std::string out = any_card ? "\n  ]" : "]";
  out += ",\n  \"department\": " + written(one, 2);
  if (departments.size() > 1) {
    Json all = Json::array();
    for (const results::DepartmentScores& d : departments) all.push_back(json_of(d));
    out += ",\n  \"departments\": " + written(all, 2);
  }
  return out + "\n}\n";
}

}  // namespace

base::Json json_from_card(const scoring::CardResult& card) { return json_of(card); }

base::Json json_from_diagnostics(const std::vector<diag::Diagnostic>& list) { return json_of(list); }

const CardFace& json_of_cards() {
  static constexpr CardFace kFace = {[] { return std::string("{\n  \"schema\": 1,\n  \"cards\": ["); },
                                     card_text, ",", departments_text};
  return kFace;
}

std::string json_from_scores(const results::Scores& scores) {
  std::string out;
  put_scores(json_of_cards(), scores, [&out](std::string_view text) { out += text; });
  return out;
}

}  // namespace jiheng::report
