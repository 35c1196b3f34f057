// Takes schemes, catalogue, units and kinds, gives a table of each.
#include "engine/report/pages/lists.h"

#include <fmt/format.h>

#include "engine/base/text.h"
#include "engine/report/texts/level_words.h"

namespace jiheng::report {
namespace {

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

Report report_from_schemes(std::span<const model::Scheme* const> schemes) {
  Table table;
  table.columns = {{"方案", Align::left, true},
                   {"名称"},
                   {"适用年度", Align::left, true},
                   {"状态", Align::left, true},
                   {"依据"}};
  for (const model::Scheme* entry : schemes) {
    const model::Scheme& scheme = *entry;
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

Report report_from_kinds(std::span<const intake::KindRow> kinds) {
  Table table;
  table.columns = {{"后缀", Align::left, true}, {"里面是"}, {"怎么读"}};
  for (const intake::KindRow& kind : kinds) {
    table.rows.push_back({{{std::string(kind.endings), Mark::strong},
                           {std::string(base::trimmed(kind.name))},
                           {std::string(kind.how)}},
                          {}});
  }
  return report_of(std::move(table));
}

}  // namespace jiheng::report
