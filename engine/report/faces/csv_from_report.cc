// Takes a report, gives the rows of its tables; headings, paragraphs and notes have no place in a CSV.
#include "engine/report/faces/csv_from_report.h"

#include "engine/base/csv_cell.h"

namespace jiheng::report {
void append_csv(std::span<const std::string> cells, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    base::append_csv_cell(cells[i], ',', out);
  }
  out += '\n';
}

std::string csv_from_report(const Report& report) {
  std::string out;
  for (const Block& block : report.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    for (std::size_t i = 0; i < table->columns.size(); ++i) {
      if (i > 0) out += ',';
      base::append_csv_cell(table->columns[i].title, ',', out);
    }
    out += '\n';
    for (const Row& row : table->rows) {
      if (row.cells.empty()) continue;
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i > 0) out += ',';
        base::append_csv_cell(row.cells[i].text, ',', out);
      }
      out += '\n';
    }
  }
  return out;
}

}  // namespace jiheng::report
