// Takes scored cards, gives them as the checks walk them. Judges nothing.
#include "engine/audit/batch.h"

#include <map>
#include <utility>

#include "engine/base/text.h"

namespace jiheng::audit {
namespace {

Table table_of(const scoring::CardResult& result) {
  Table table;
  table.card = result.card;
  table.result = &result;
  if (!result.scheme->id.empty()) table.scheme = result.scheme;
  table.rows.reserve(result.indicators.size());
  for (const scoring::IndicatorResult& row : result.indicators) {
    const model::Section& section = section_of(*result.card, row.id);
    const model::Indicator& indicator = row_of(*result.card, row.id);
    const bool asked =
        result.scored && section.horizon == model::Horizon::annual && !indicator.not_applicable;
    table.rows.push_back({&indicator, &row, asked});
  }
  return table;
}

}  // namespace

Batch batch_of(std::span<const scoring::CardResult> results, std::span<const model::Claim> claims,
               const quantity::UnitTable& units, const target::WordTable& words,
               const model::NameWords& names, const model::YearRules& years) {
  Batch batch{{}, {}, claims, units, words, names, years};
  batch.tables.reserve(results.size());
  std::map<std::pair<std::string_view, int>, std::size_t> known;
  for (const scoring::CardResult& result : results) {
    const model::Scorecard& card = *result.card;
    const std::string_view unit = base::trimmed(card.unit_name.text);
    if (!unit.empty() && card.year) {
      const auto [at, is_new] = known.try_emplace({unit, *card.year}, batch.units_and_years.size());
      if (is_new) batch.units_and_years.emplace_back();
      UnitYear& group = batch.units_and_years[at->second];
      (card.kind == model::CardKind::department ? group.own : group.projects).push_back(batch.tables.size());
    }
    batch.tables.push_back(table_of(result));
  }
  return batch;
}

}  // namespace jiheng::audit
