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
  bool plain = true;
  for (const char c : text)
    plain &= (c > '"' || c < '\n' || (c != '"' && c != '\r' && c != '\n')) && c != separator;
  if (plain) {
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
