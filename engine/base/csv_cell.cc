// Takes texts, gives cells. Knows nothing of what stands in them.
#include "engine/base/csv_cell.h"

#include "engine/base/decimal.h"

namespace jiheng::base {

bool runs_in_spreadsheets(std::string_view text) {
  return !text.empty() && kRunsInSpreadsheets.find(text.front()) != std::string_view::npos &&
         !Decimal::parse(text);
}

void append_csv_cell(std::string_view text, char separator, std::string& out) {
  const bool runs = runs_in_spreadsheets(text);
  if (text.find_first_of("\"\r\n") == std::string_view::npos &&
      text.find(separator) == std::string_view::npos) {
    if (runs) out += '\'';
    out += text;
    return;
  }
  out += '"';
  if (runs) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace jiheng::base
