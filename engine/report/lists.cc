// Takes schemes, catalogue and units, gives a table or JSON of each.
#include "engine/report/lists.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace jiheng::report {
namespace {

using Json = nlohmann::ordered_json;

std::string finish(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string years_of(const model::Scheme& scheme) {
  if (scheme.first_year == 0) return "";
  if (!scheme.last_year) return fmt::format("{}起", scheme.first_year);
  return *scheme.last_year == scheme.first_year ? fmt::format("{}", scheme.first_year)
                                                : fmt::format("{}-{}", scheme.first_year, *scheme.last_year);
}

/// The first source, and how many more there are: jiheng explain has them all.
std::string documents_of(const model::Scheme& scheme) {
  if (scheme.sources.empty()) return {};
  const model::SourceNote& first = scheme.sources.front();
  return scheme.sources.size() == 1
             ? fmt::format("{}（{}）", first.document, first.status)
             : fmt::format("{}（{}）等 {} 份", first.document, first.status, scheme.sources.size());
}

}  // namespace

std::string_view chinese(diag::Severity severity) {
  return severity == diag::Severity::error ? "错误" : severity == diag::Severity::warning ? "警告" : "提示";
}
std::string_view chinese(diag::Certainty certainty) {
  return certainty == diag::Certainty::certain ? "确定" : "待核";
}
std::string_view english(diag::Severity severity) {
  return severity == diag::Severity::error     ? "error"
         : severity == diag::Severity::warning ? "warning"
                                               : "note";
}
std::string_view english(diag::Certainty certainty) {
  return certainty == diag::Certainty::certain ? "certain" : "review";
}

Report report_from_schemes(std::span<const model::Scheme> schemes) {
  Table table;
  table.columns = {{"方案", Align::left, true},
                   {"名称"},
                   {"适用年度", Align::left, true},
                   {"状态", Align::left, true},
                   {"依据"}};
  for (const model::Scheme& scheme : schemes) {
    table.rows.push_back({{{scheme.id, Mark::strong},
                           {scheme.name},
                           {years_of(scheme)},
                           {scheme.enabled ? "启用" : "停用", scheme.enabled ? Mark::plain : Mark::unsure},
                           {documents_of(scheme)}},
                          {}});
  }
  Report report = report_of(std::move(table));
  report.blocks.push_back(Paragraph{"用 jiheng explain 方案 查看一个方案的规则和出处。", Mark::muted});
  return report;
}

std::string json_from_schemes(std::span<const model::Scheme> schemes) {
  Json list = Json::array();
  for (const model::Scheme& scheme : schemes) {
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

Report report_from_catalogue(std::span<const diag::CatalogueEntry> entries) {
  Table table;
  table.columns = {{"编号", Align::left, true},
                   {"级别", Align::left, true},
                   {"把握", Align::left, true},
                   {"状态", Align::left, true},
                   {"含义"}};
  for (const diag::CatalogueEntry& entry : entries) {
    const Mark mark = entry.severity == diag::Severity::error     ? Mark::bad
                      : entry.severity == diag::Severity::warning ? Mark::unsure
                                                                  : Mark::plain;
    table.rows.push_back({{{std::string(entry.id), Mark::strong},
                           {std::string(chinese(entry.severity)), mark},
                           {std::string(chinese(entry.certainty))},
                           {std::string(entry.status)},
                           {std::string(entry.title)}},
                          {}});
  }
  Report report = report_of(std::move(table));
  report.blocks.push_back(Paragraph{"用 jiheng explain 编号 查看每一个的说明。", Mark::muted});
  return report;
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

Report report_from_units(const quantity::UnitTable& units) {
  Table table;
  table.columns = {{"单位", Align::left, true}, {"类别"}, {"同类计数"}, {"折算", Align::right, true}};
  for (const quantity::UnitEntry* unit : units.entries()) {
    table.rows.push_back({{{unit->name, Mark::strong},
                           {unit->dimension},
                           {unit->family},
                           {unit->family.empty() ? unit->factor.trimmed().to_string() : ""}},
                          {}});
  }
  return report_of(std::move(table));
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

}  // namespace jiheng::report
