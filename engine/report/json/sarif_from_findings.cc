// Takes findings, gives SARIF 2.1.0 for tools that collect findings: one run, the rules that occur, one result a finding
// with every place. The fingerprint is the identity of its first place (audit/identity.h), so that the finding is the same
// one when a table is handed in again.
#include <fmt/format.h>

#include <map>
#include <set>
#include <string>

#include "engine/base/json.h"
#include "engine/diag/catalogue.h"
#include "engine/diag/print.h"
#include "engine/report/json/json.h"
#include "engine/report/texts/level_words.h"
#include "engine/results/findings.h"

namespace jiheng::report {
namespace {

using base::Json;

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

Json physical_of(const std::string& name, bool in_sheet, int line, int column) {
  Json physical = {{"artifactLocation", {{"uri", uri_of(name)}}}};
  if (!in_sheet && line > 0) {
    physical["region"] = {{"startLine", line}};
    if (column > 0) physical["region"]["startColumn"] = column;
  }
  return physical;
}

/// A cell of a sheet has no line of a text: its place is a logical one.
Json location_of(const audit::Where& where) {
  Json location = Json::object();
  if (const base::Source* source = where.place.source.get(); source != nullptr) {
    location["physicalLocation"] =
        physical_of(source->name, !source->sheet.empty(), where.place.line, where.place.column);
  }
  std::string name = where.card == nullptr ? "" : where.card->id;
  if (where.row != nullptr) name += "/" + where.row->name.text;
  if (!name.empty()) {
    Json logical = {{"fullyQualifiedName", name}};
    if (where.place.source && !where.place.source->sheet.empty())
      logical["name"] = diag::to_text(where.place);
    location["logicalLocations"].push_back(std::move(logical));
  }
  return location;
}

Json fingerprints_of(const std::string& identity, std::size_t again) {
  return {{"tableIndicatorId/v1", fmt::format("{}|{}", identity, again)}};
}

Json result_of(const audit::Finding& finding, const std::string& identity, std::size_t again) {
  const diag::CatalogueEntry& entry = *diag::find_entry(finding.id);
  Json locations = Json::array();
  locations.push_back(location_of(finding.where.front()));
  Json related = Json::array();
  std::set<std::string> told = {locations.items()[0].dump()};  // relatedLocations are a set
  for (std::size_t i = 1; i < finding.where.size(); ++i) {
    Json location = location_of(finding.where[i]);
    if (told.insert(location.dump()).second) {
      related.push_back(std::move(location));
    }
  }
  std::string text = finding.message;
  for (const std::string* more : {&finding.why, &finding.fix}) {
    if (!more->empty()) text += "\n" + *more;
  }
  Json result = {{"ruleId", finding.id},
                 {"level", english(entry.severity)},
                 {"message", {{"text", std::move(text)}}},
                 {"locations", std::move(locations)}};
  if (!related.items().empty()) result["relatedLocations"] = std::move(related);
  result["partialFingerprints"] = fingerprints_of(identity, again);
  result["properties"] = {{"certainty", english(entry.certainty)}};
  return result;
}

Json suppression_of(const model::Waiver& waiver) {
  return {
      {"kind", "external"},
      {"status", "accepted"},
      {"justification", fmt::format("{}（{}，{}）", waiver.reason.text, waiver.by.text, waiver.date.text)}};
}

/// One of an earlier check that is not there any more.
Json result_of(const audit::Earlier& earlier, const std::string& identity, std::size_t again) {
  const diag::CatalogueEntry& entry = *diag::find_entry(earlier.id);
  const audit::EarlierPlace& at = earlier.where.front();
  Json locations = Json::array();
  locations.push_back({{"physicalLocation", physical_of(at.file, !at.sheet.empty(), at.line, at.column)}});
  return {{"ruleId", earlier.id},
          {"level", english(entry.severity)},
          {"message", {{"text", earlier.message}}},
          {"locations", std::move(locations)},
          {"partialFingerprints", fingerprints_of(identity, again)},
          {"baselineState", "absent"},
          {"properties", {{"certainty", english(entry.certainty)}}}};
}

}  // namespace

std::string sarif_from_findings(const results::Checked& checked) {
  Json results = Json::array();
  std::set<std::string> ids;
  std::map<std::string, std::size_t> seen;  // two of one identity are told apart by their order
  for (std::size_t i = 0; i < checked.findings.size(); ++i) {
    const audit::Finding& f = checked.findings[i];
    const std::string identity = audit::identity(audit::spot_of(f.where.front()), f.id, f.message);
    ids.insert(f.id);
    results.push_back(result_of(f, identity, seen[identity]++));
    if (checked.comparison != nullptr) {
      results.items().back()["baselineState"] = checked.comparison->known[i] ? "unchanged" : "new";
    }
  }
  for (const audit::Waived& w : checked.waived) {
    const audit::Finding& f = w.finding;
    const std::string identity = audit::identity(audit::spot_of(f.where.front()), f.id, f.message);
    ids.insert(f.id);
    results.push_back(result_of(f, identity, seen[identity]++));
    results.items().back()["suppressions"].push_back(suppression_of(*w.waiver));
  }
  if (checked.comparison != nullptr) {
    for (const audit::Gone& gone : checked.comparison->gone) {
      const audit::Earlier& f = gone.finding;
      const std::string identity = audit::identity(f.where.front().spot, f.id, f.message);
      ids.insert(f.id);
      results.push_back(result_of(f, identity, seen[identity]++));
    }
  }
  Json rules = Json::array();
  for (const std::string& id : ids) {
    const diag::CatalogueEntry& entry = *diag::find_entry(id);
    rules.push_back({{"id", id},
                     {"name", entry.name},
                     {"shortDescription", {{"text", entry.title}}},
                     {"defaultConfiguration", {{"level", english(entry.severity)}}}});
  }
  Json runs = Json::array();
  runs.push_back({{"tool", {{"driver", {{"name", "jiheng"}, {"rules", std::move(rules)}}}}},
                  {"columnKind", "unicodeCodePoints"},
                  {"results", std::move(results)}});
  const Json json = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                     {"version", "2.1.0"},
                     {"runs", std::move(runs)}};
  return json.dump(2) + "\n";
}

}  // namespace jiheng::report
