// Takes scored cards, has audit find what they claim wrongly, gives that to the rows it is of. Decides nothing.
#include "engine/app/claims_in_scores.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/audit/claims.h"

namespace jiheng::app {
namespace {

/// The row all its places are of; nullptr where it is of several, or of none.
const model::Indicator* only_row(const audit::Finding& finding) {
  const model::Indicator* row = nullptr;
  for (const audit::Where& w : finding.where) {
    if (w.row == nullptr || w.row == row) continue;
    if (row != nullptr) return nullptr;
    row = w.row;
  }
  return row;
}

bool is_of_execution(const audit::Finding& finding, const scoring::CardResult& result) {
  const auto& claimed = result.card->budget.claimed_score;
  const base::Place& at = finding.where.front().place;
  return result.execution && claimed && finding.where.front().row == nullptr &&
         at.line == claimed->place.line && at.column == claimed->place.column;
}

std::vector<diag::Diagnostic>& list_for(const audit::Finding& finding, const audit::Table& table,
                                        scoring::CardResult& result) {
  if (const model::Indicator* row = only_row(finding)) {
    const auto at = std::find_if(table.rows.begin(), table.rows.end(),
                                 [row](const audit::Row& r) { return r.indicator == row; });
    return result.indicators[static_cast<std::size_t>(at - table.rows.begin())].findings;
  }
  return is_of_execution(finding, result) ? result.execution->findings : result.findings;
}

}  // namespace

void add_claims(std::span<scoring::CardResult> results, const rulebook::Language& language) {
  const audit::Batch batch =
      audit::batch_of(results, {}, language.units, language.words, language.names, language.years);
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (batch.tables[i].scheme == nullptr) continue;
    for (audit::Finding& f : audit::claims_of(batch.tables[i])) {
      const base::Place place = f.where.front().place;
      list_for(f, batch.tables[i], results[i])
          .push_back({std::move(f.id), std::move(f.message), std::move(f.why), std::move(f.fix), place});
    }
  }
}

}  // namespace jiheng::app
