// Takes scores, gives their rows as CSV. Leaves what stands in a row to pages.
#include "engine/report/faces/csv_from_scores.h"

#include <string>

#include "engine/report/faces/csv_from_report.h"
#include "engine/report/pages/score_pages.h"

namespace jiheng::report {

void csv_from_scores(const results::Scores& scores, const Sink& out) {
  std::string lines;
  const RowSink add = [&lines](std::span<const std::string> cells) { append_csv(cells, lines); };
  add(row_titles());
  for (const scoring::CardResult& card : scores.cards) {
    rows_from_card(card, add);
    out(lines);
    lines.clear();
  }
  out(lines);
}

}  // namespace jiheng::report
