// Takes scores, gives their rows as CSV. Leaves what stands in a row to fields.
#include "engine/report/faces/csv_from_scores.h"

#include <string>
#include <vector>

#include "engine/report/faces/csv_from_report.h"
#include "engine/report/fields/score_fields.h"

namespace jiheng::report {

namespace {

std::string heading_line() {
  std::vector<std::string> cells;
  for (const Field<ScoreRow>* field : columns_of(score_fields())) cells.emplace_back(field->heading);
  std::string line;
  append_csv(cells, line);
  return line;
}

std::string lines_of(const scoring::CardResult& card) {
  const auto columns = columns_of(score_fields());
  std::vector<std::string> cells;
  std::string lines;
  for (const ScoreRow& row : score_rows(card)) {
    cells.clear();
    for (const Field<ScoreRow>* field : columns) cells.push_back(cell_of(*field, row).text);
    append_csv(cells, lines);
  }
  return lines;
}

}  // namespace

const CardFace& csv_of_cards() {
  static constexpr CardFace kFace = {
      heading_line, lines_of, "",
      [](bool, const std::vector<results::DepartmentScores>&) { return std::string(); }};
  return kFace;
}

}  // namespace jiheng::report
