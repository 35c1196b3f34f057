// Takes schemes, catalogue and units, gives the JSON of each.
#include <algorithm>

#include "engine/base/json.h"
#include "engine/base/text.h"
#include "engine/report/json/json.h"
#include "engine/report/texts/level_words.h"

namespace jiheng::report {
namespace {

using base::Json;

std::string finish(const Json& json) { return json.dump(2) + "\n"; }

}  // namespace

std::string json_from_schemes(std::span<const model::Scheme* const> schemes) {
  Json list = Json::array();
  for (const model::Scheme* entry : schemes) {
    const model::Scheme& scheme = *entry;
    Json sources = Json::array();
    for (const model::SourceNote& source : scheme.sources) {
      sources.push_back(
          {{"document", source.document}, {"paragraph", source.paragraph}, {"status", source.status}});
    }
    list.push_back({{"id", scheme.id},
                    {"name", scheme.name},
                    {"extends", scheme.parent.empty() ? Json() : Json(scheme.parent)},
                    {"first_year", scheme.first_year == 0 ? Json() : Json(scheme.first_year)},
                    {"last_year", scheme.last_year ? Json(*scheme.last_year) : Json()},
                    {"enabled", scheme.enabled},
                    {"sources", std::move(sources)}});
  }
  return finish({{"schema", 1}, {"schemes", std::move(list)}});
}

std::string json_from_catalogue(std::span<const diag::CatalogueEntry> entries) {
  Json list = Json::array();
  for (const diag::CatalogueEntry& entry : entries) {
    list.push_back({{"id", entry.id},
                    {"name", entry.name},
                    {"severity", english(entry.severity)},
                    {"certainty", english(entry.certainty)},
                    {"status", entry.status},
                    {"since", entry.since},
                    {"title", entry.title}});
  }
  return finish({{"schema", 1}, {"findings", std::move(list)}});
}

std::string json_from_units(const quantity::UnitTable& units) {
  Json list = Json::array();
  for (const quantity::UnitEntry* unit : units.entries()) {
    list.push_back({{"name", unit->name},
                    {"dimension", unit->dimension},
                    {"family", unit->family.empty() ? Json() : Json(unit->family)},
                    {"factor", unit->factor.to_string()}});
  }
  return finish({{"schema", 1}, {"units", std::move(list)}});
}

std::string json_from_kinds(std::span<const intake::KindRow> kinds) {
  Json list = Json::array();
  for (const intake::KindRow& kind : kinds) {
    Json endings = Json::array();
    for (std::string_view rest = kind.endings; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      endings.push_back(std::string(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    list.push_back({{"endings", std::move(endings)},
                    {"name", std::string(base::trimmed(kind.name))},
                    {"how", std::string(kind.how)}});
  }
  return finish({{"schema", 1}, {"kinds", std::move(list)}});
}

}  // namespace jiheng::report
