// Takes the findings of a check, gives them as JSON, each with the table and row of the desk it is listed at and what was
// decided of it. Checking is the desk's.
#include <map>
#include <optional>
#include <utility>

#include "engine/diag/catalogue.h"
#include "engine/report/texts/level_words.h"
#include "engine/web/page_words.h"
#include "engine/web/review.h"
#include "engine/web/views.h"

namespace jiheng::web {
namespace {

using base::Json;

Json where_json(const audit::Where& where, const std::map<const model::Scorecard*, std::size_t>& numbers) {
  Json json = {{"place", place_on_page(where.place)},
               {"table", nullptr},
               {"row", nullptr},
               {"title", where.card == nullptr ? std::string() : where.card->title.text},
               {"unit", where.card == nullptr ? std::string() : where.card->unit_name.text},
               {"indicator", where.row == nullptr ? std::string() : where.row->name.text}};
  if (where.card == nullptr) return json;
  if (const auto found = numbers.find(where.card); found != numbers.end()) json["table"] = found->second;
  if (const auto row = row_number(*where.card, where.row)) json["row"] = *row;
  return json;
}

}  // namespace

std::optional<std::size_t> row_number(const model::Scorecard& card, const model::Indicator* row) {
  std::size_t number = 0;
  for (const model::Section& section : card.sections) {
    for (const model::Indicator& indicator : section.indicators) {
      if (&indicator == row) return number;
      ++number;
    }
  }
  return std::nullopt;
}

Json findings_json(const Desk& desk, const app::CheckOutcome& checked) {
  const auto numbers = desk.numbers_of(checked.scored.scores.cards);
  const std::vector<std::string> keys = keys_of(checked.findings);
  Json findings = Json::array();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const audit::Finding& finding = checked.findings[i];
    const auto decided = desk.decisions().find(keys[i]);
    const model::Decision decision = decided == desk.decisions().end() ? model::Decision() : decided->second;
    const diag::CatalogueEntry* entry = diag::find_entry(finding.id);
    Json where = Json::array();
    for (const audit::Where& w : finding.where) where.push_back(where_json(w, numbers));
    Json figures = Json::array();
    for (const auto& [name, text] : finding.figures) figures.push_back({{"name", name}, {"text", text}});
    findings.push_back(
        {{"id", finding.id},
         {"severity", report::english(entry == nullptr ? diag::Severity::error : entry->severity)},
         {"certain", entry == nullptr || entry->certainty == diag::Certainty::certain},
         {"title", entry == nullptr ? std::string_view() : entry->title},
         {"message", finding.message},
         {"why", finding.why},
         {"fix", remedy_on_page(finding.id, finding.fix)},
         {"figures", std::move(figures)},
         {"where", std::move(where)},
         {"key", keys[i]},
         {"opinion", decision.opinion},
         {"note", decision.note},
         {"by", decision.by},
         {"date", decision.date}});
  }
  Json waived = Json::array();
  for (const audit::Waived& w : checked.waived) {
    waived.push_back({{"id", w.finding.id},
                      {"message", w.finding.message},
                      {"reason", w.waiver->reason.text},
                      {"by", w.waiver->by.text},
                      {"date", w.waiver->date.text},
                      {"place", place_on_page(w.waiver->place)}});
  }
  return {{"findings", std::move(findings)},
          {"waived", std::move(waived)},
          {"problems", messages_json(checked.scored.problems)}};
}

}  // namespace jiheng::web
