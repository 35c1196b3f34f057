// Takes a report, gives the rows of its tables; headings, paragraphs and notes have no place in a CSV.
#include "engine/report/faces/csv_from_report.h"

#include <string_view>

#include "engine/base/decimal.h"

namespace jiheng::report {
namespace {

std::string field(std::string_view text) {
  constexpr std::string_view kRuns = "=+-@\t\r";
  std::string out;
  if (!text.empty() && kRuns.find(text.front()) != std::string_view::npos && !base::Decimal::parse(text))
    out += '\'';
  out += text;
  if (out.find_first_of(",\"\r\n") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

void append_csv(std::span<const std::string> cells, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += field(cells[i]);
  }
  out += '\n';
}

std::string csv_from_report(const Report& report) {
  std::string out;
  for (const Block& block : report.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    for (std::size_t i = 0; i < table->columns.size(); ++i) {
      out += (i == 0 ? "" : ",") + field(table->columns[i].title);
    }
    out += '\n';
    for (const Row& row : table->rows) {
      if (row.cells.empty()) continue;
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        out += (i == 0 ? "" : ",") + field(row.cells[i].text);
      out += '\n';
    }
  }
  return out;
}

}  // namespace jiheng::report
