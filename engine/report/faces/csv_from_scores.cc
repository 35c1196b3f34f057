// Takes scores, gives their rows as CSV. Leaves what stands in a row to fields.
#include "engine/report/faces/csv_from_scores.h"

#include <string>
#include <vector>

#include "engine/report/faces/csv_from_report.h"
#include "engine/report/fields/score_fields.h"

namespace jiheng::report {

void csv_from_scores(const results::Scores& scores, const Sink& out) {
  const auto columns = columns_of(score_fields());
  std::vector<std::string> cells;
  for (const Field<ScoreRow>* field : columns) cells.emplace_back(field->heading);
  std::string lines;
  append_csv(cells, lines);
  for (const scoring::CardResult& card : scores.cards) {
    for (const ScoreRow& row : score_rows(card)) {
      cells.clear();
      for (const Field<ScoreRow>* field : columns) cells.push_back(cell_of(*field, row).text);
      append_csv(cells, lines);
    }
    out(lines);
    lines.clear();
  }
  out(lines);
}

}  // namespace jiheng::report
