// Takes scores, gives one flat table: the same columns for every row, so that a spreadsheet can filter and sum.
#include "engine/report/fields/score_fields.h"
#include "engine/report/pages/score_pages.h"
#include "engine/results/scores.h"

namespace jiheng::report {

Report rows_from_scores(const results::Scores& scores) {
  const auto columns = columns_of(score_fields());
  Table table;
  put_titles(table, columns);
  for (const scoring::CardResult& card : scores.cards) {
    for (const ScoreRow& row : score_rows(card)) put_cells(table.rows.emplace_back(), columns, row);
  }
  return report_of(std::move(table));
}

}  // namespace jiheng::report
