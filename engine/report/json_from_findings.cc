// Takes findings, gives the JSON of docs/json.md, "check": stable key order, places 1-based.
#include <nlohmann/json.hpp>

#include "engine/diag/catalogue.h"
#include "engine/report/findings.h"
#include "engine/report/lists.h"

namespace jiheng::report {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json json_of(const audit::Where& where) {
  const base::Source* source = where.place.source.get();
  Json json = {{"file", source == nullptr ? Json() : Json(source->name)},
               {"line", where.place.line},
               {"column", where.place.column},
               {"card", where.card == nullptr ? Json() : Json(where.card->id)},
               {"indicator", where.row == nullptr ? Json() : Json(where.row->name.text)}};
  if (source != nullptr && !source->sheet.empty()) json["sheet"] = source->sheet;
  return json;
}

Json json_of(const audit::Finding& finding) {
  const diag::CatalogueEntry& entry = *diag::find_entry(finding.id);
  Json figures = Json::object();
  for (const auto& [name, text] : finding.figures) figures[name] = text;
  Json where = Json::array();
  for (const audit::Where& w : finding.where) where.push_back(json_of(w));
  return {{"id", finding.id},
          {"severity", english(entry.severity)},
          {"certainty", english(entry.certainty)},
          {"message", finding.message},
          {"figures", std::move(figures)},
          {"where", std::move(where)},
          {"why", text_or_null(finding.why)},
          {"fix", text_or_null(finding.fix)}};
}

Json json_of(const model::Waiver& waiver) {
  const base::Source* source = waiver.place.source.get();
  return {{"reason", waiver.reason.text},
          {"by", waiver.by.text},
          {"date", waiver.date.text},
          {"file", source == nullptr ? Json() : Json(source->name)},
          {"line", waiver.place.line}};
}

}  // namespace

std::string json_from_findings(const Checked& checked) {
  Json list = Json::array();
  for (const audit::Finding& f : checked.findings) list.push_back(json_of(f));
  Json waived = Json::array();
  for (const audit::Waived& w : checked.waived) {
    Json json = json_of(w.finding);
    json["waiver"] = json_of(*w.waiver);
    waived.push_back(std::move(json));
  }
  const Json json = {{"schema", 1}, {"findings", std::move(list)}, {"waived", std::move(waived)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace jiheng::report
