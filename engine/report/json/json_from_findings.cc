// Takes findings, gives the JSON of docs/json.md, "check": stable key order, places 1-based.

#include "engine/base/json.h"
#include "engine/diag/catalogue.h"
#include "engine/report/fields/finding_fields.h"
#include "engine/report/json/json.h"
#include "engine/report/texts/level_words.h"
#include "engine/results/findings.h"

namespace jiheng::report {
namespace {

using base::Json;
using base::text_or_null;

Json finding_json(const audit::Finding& finding) { return object_of(finding_fields(false), {finding}); }

Json finding_json(const model::Waiver& waiver) {
  const base::Source* source = waiver.place.source.get();
  return {{"reason", waiver.reason.text},
          {"by", waiver.by.text},
          {"date", waiver.date.text},
          {"file", source == nullptr ? Json() : Json(source->name)},
          {"line", waiver.place.line}};
}

Json finding_json(const audit::Gone& gone) {
  const diag::CatalogueEntry& entry = *diag::find_entry(gone.finding.id);
  Json where = Json::array();
  for (const audit::EarlierPlace& place : gone.finding.where) {
    const bool in_table = place.spot.file.empty();
    Json json = {{"file", text_or_null(place.file)},
                 {"line", place.line},
                 {"column", place.column},
                 {"card", text_or_null(place.card)},
                 {"indicator", text_or_null(place.spot.row)}};
    if (!place.sheet.empty()) json["sheet"] = place.sheet;
    json["unit"] = text_or_null(place.spot.unit);
    json["year"] = place.spot.year == 0 ? Json() : Json(place.spot.year);
    json["title"] = in_table ? Json(place.spot.title) : Json();
    where.push_back(std::move(json));
  }
  return {{"id", gone.finding.id},
          {"severity", english(entry.severity)},
          {"certainty", english(entry.certainty)},
          {"message", gone.finding.message},
          {"where", std::move(where)},
          {"state", gone.handed_in_again ? "fixed" : "not_submitted"}};
}

}  // namespace

std::string json_from_findings(const results::Checked& checked) {
  Json list = Json::array();
  for (std::size_t i = 0; i < checked.findings.size(); ++i) {
    list.push_back(finding_json(checked.findings[i]));
    if (checked.comparison != nullptr)
      list.items().back()["state"] = checked.comparison->known[i] ? "unchanged" : "new";
  }
  Json waived = Json::array();
  for (const audit::Waived& w : checked.waived) {
    Json json = finding_json(w.finding);
    json["waiver"] = finding_json(*w.waiver);
    waived.push_back(std::move(json));
  }
  Json json = {{"schema", 1}, {"findings", std::move(list)}, {"waived", std::move(waived)}};
  if (checked.comparison != nullptr) {
    Json gone = Json::array();
    for (const audit::Gone& g : checked.comparison->gone) gone.push_back(finding_json(g));
    json["gone"] = std::move(gone);
  }
  return json.dump(2) + "\n";
}

}  // namespace jiheng::report
