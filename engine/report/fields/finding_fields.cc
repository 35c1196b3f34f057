// Takes a finding, gives the list of what is shown of it. Places are 1-based.
#include "engine/report/fields/finding_fields.h"

#include "engine/diag/catalogue.h"
#include "engine/diag/print.h"
#include "engine/report/texts/finding_groups.h"
#include "engine/report/texts/level_words.h"

namespace jiheng::report {
namespace {

using base::Json;
using base::text_or_null;

constexpr std::size_t kPlacesShown = 3;

const diag::CatalogueEntry& entry_of(const FindingRow& r) { return *diag::find_entry(r.finding.id); }

Json where_json(const audit::Where& where) {
  const base::Source* source = where.place.source.get();
  Json json = {{"file", source == nullptr ? Json() : Json(source->name)},
               {"line", where.place.line},
               {"column", where.place.column},
               {"card", where.card == nullptr ? Json() : Json(where.card->id)},
               {"indicator", where.row == nullptr ? Json() : Json(where.row->name.text)}};
  if (source != nullptr && !source->sheet.empty()) json["sheet"] = source->sheet;
  const bool in_table = where.card != nullptr;
  json["unit"] = in_table ? text_or_null(where.card->unit_name.text) : Json();
  json["year"] = in_table && where.card->year ? Json(*where.card->year) : Json();
  json["title"] = in_table ? Json(where.card->title.text) : Json();
  return json;
}

Json figures(const FindingRow& r) {
  Json json = Json::object();
  for (const auto& [name, text] : r.finding.figures) json[name] = text;
  return json;
}

Json where(const FindingRow& r) {
  Json json = Json::array();
  for (const audit::Where& w : r.finding.where) json.push_back(where_json(w));
  return json;
}

Cell both(const FindingRow& r) {
  const audit::Finding& f = r.finding;
  return {f.why + (f.why.empty() || f.fix.empty() ? "" : "\n") + f.fix};
}

Cell places(const FindingRow& r) {
  std::string text = diag::to_text(r.finding.where.front().place);
  if (r.finding.where.size() > 1) text += "；" + other_places(r.finding, kPlacesShown);
  return {std::move(text)};
}

Cell indicator(const FindingRow& r) {
  const model::Indicator* row = r.finding.where.front().row;
  return {row == nullptr ? "" : row->name.text};
}

/// 状态 is the last, so that a check that is not compared has the list without it.
constexpr Field<FindingRow> kFindingFields[] = {
    {"id", [](const FindingRow& r) { return Json(r.finding.id); }, "编号", nullptr, 2},
    {"severity", [](const FindingRow& r) { return Json(english(entry_of(r).severity)); }, "级别",
     [](const FindingRow& r) {
       return Cell{level_of(entry_of(r)), mark_of(entry_of(r).severity)};
     },
     1},
    {"certainty", [](const FindingRow& r) { return Json(english(entry_of(r).certainty)); }, "", nullptr},
    {"message", [](const FindingRow& r) { return Json(r.finding.message); }, "发现", nullptr, 6},
    {"figures", figures, "", nullptr},
    {"where", where, "位置", places, 8},
    {"why", [](const FindingRow& r) { return text_or_null(r.finding.why); }, "依据和怎么改", both, 7},
    {"fix", [](const FindingRow& r) { return text_or_null(r.finding.fix); }, "", nullptr},
    {"", nullptr, "表", [](const FindingRow& r) { return Cell{r.table}; }, 4},
    {"", nullptr, "指标", indicator, 5},
    {"", nullptr, "状态", [](const FindingRow& r) { return Cell{std::string(r.state)}; }, 3},
};

}  // namespace

std::span<const Field<FindingRow>> finding_fields(bool compared) {
  return std::span(kFindingFields).first(std::size(kFindingFields) - (compared ? 0 : 1));
}

}  // namespace jiheng::report
