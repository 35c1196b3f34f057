// Takes findings, gives SARIF 2.1.0 for tools that collect findings: one run, the rules that occur, one result a finding
// with every place. The fingerprint is made of table, indicator and id, so that the finding is the same one when a
// table is handed in again.
#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "engine/diag/catalogue.h"
#include "engine/diag/print.h"
#include "engine/report/findings.h"
#include "engine/report/lists.h"

namespace jiheng::report {
namespace {

using Json = nlohmann::ordered_json;

/// A path as a URI reference: bytes other than letters, digits and "-._~/" are percent-encoded.
std::string uri_of(std::string_view path) {
  std::string uri;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

/// A cell of a sheet has no line of a text: its place is a logical one.
Json location_of(const audit::Where& where) {
  Json location = Json::object();
  if (const base::Source* source = where.place.source.get(); source != nullptr) {
    Json physical = {{"artifactLocation", {{"uri", uri_of(source->name)}}}};
    if (source->sheet.empty() && where.place.line > 0) {
      physical["region"] = {{"startLine", where.place.line}};
      if (where.place.column > 0) physical["region"]["startColumn"] = where.place.column;
    }
    location["physicalLocation"] = std::move(physical);
  }
  std::string name = where.card == nullptr ? "" : where.card->id;
  if (where.row != nullptr) name += "/" + where.row->name.text;
  if (!name.empty()) {
    Json logical = {{"fullyQualifiedName", name}};
    if (where.place.source && !where.place.source->sheet.empty())
      logical["name"] = diag::to_text(where.place);
    location["logicalLocations"] = Json::array({std::move(logical)});
  }
  return location;
}

/// Unit, year and id of the table, not its path: a table handed in again lies in another folder.
std::string fingerprint_of(const audit::Finding& finding) {
  const audit::Where& at = finding.where.front();
  const std::string indicator = at.row == nullptr ? "" : at.row->name.text;
  if (at.card == nullptr)
    return fmt::format("{}|{}", at.place.source ? at.place.source->name : "", finding.id);
  return fmt::format("{}|{}|{}|{}|{}", at.card->unit_name.text, at.card->year.value_or(0), at.card->id,
                     indicator, finding.id);
}

Json result_of(const audit::Finding& finding, std::size_t again) {
  const diag::CatalogueEntry& entry = *diag::find_entry(finding.id);
  Json locations = Json::array({location_of(finding.where.front())});
  Json related = Json::array();
  for (std::size_t i = 1; i < finding.where.size(); ++i) related.push_back(location_of(finding.where[i]));
  std::string text = finding.message;
  for (const std::string* more : {&finding.why, &finding.fix}) {
    if (!more->empty()) text += "\n" + *more;
  }
  Json result = {{"ruleId", finding.id},
                 {"level", english(entry.severity)},
                 {"message", {{"text", std::move(text)}}},
                 {"locations", std::move(locations)}};
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  result["partialFingerprints"] = {
      {"tableIndicatorId/v1", fmt::format("{}|{}", fingerprint_of(finding), again)}};
  result["properties"] = {{"certainty", english(entry.certainty)}};
  return result;
}

}  // namespace

std::string sarif_from_findings(const Checked& checked) {
  Json results = Json::array();
  std::set<std::string> ids;
  std::map<std::string, std::size_t> seen;  // two of one id at one indicator are told apart by their order
  for (const audit::Finding& f : checked.findings) {
    ids.insert(f.id);
    results.push_back(result_of(f, seen[fingerprint_of(f)]++));
  }
  Json rules = Json::array();
  for (const std::string& id : ids) {
    const diag::CatalogueEntry& entry = *diag::find_entry(id);
    rules.push_back({{"id", id},
                     {"name", entry.name},
                     {"shortDescription", {{"text", entry.title}}},
                     {"defaultConfiguration", {{"level", english(entry.severity)}}}});
  }
  const Json run = {{"tool", {{"driver", {{"name", "jiheng"}, {"rules", std::move(rules)}}}}},
                    {"columnKind", "unicodeCodePoints"},
                    {"results", std::move(results)}};
  const Json json = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                     {"version", "2.1.0"},
                     {"runs", Json::array({run})}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace jiheng::report
