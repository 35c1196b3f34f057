// Any bytes as a csv file: no crash; cells by row and column, none blank, none outside the sheet.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "engine/base/text.h"
#include "engine/office/sheets_from_csv.h"
#include "engine/office/text_encoding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = jiheng::office::text_from_bytes("t.csv", std::string(data, data + size));
  if (!text) return 0;
  if (jiheng::base::first_invalid_utf8((*text)->text)) std::abort();
  const auto sheet = jiheng::office::sheet_from_csv(*text);
  if (sheet.problems.empty() != bool(sheet)) std::abort();
  if (!sheet) return 0;
  std::pair<int, int> before{0, 0};
  for (const auto& cell : sheet->cells) {
    const std::pair<int, int> here{cell.row, cell.column};
    const bool outside = cell.row > sheet->rows || cell.column > sheet->columns;
    if (here <= before || outside || jiheng::base::trimmed(cell.text).empty()) std::abort();
    before = here;
  }
  return 0;
}
