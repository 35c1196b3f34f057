// Any cells as a sheet: no crash, no hang. A line of the input is a cell: four bytes place and size it, the rest is its
// text; a first byte of 0xFF begins another sheet.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/app/import_documents.h"
#include "engine/intake/tables/tables_from_sheets.h"
#include "engine/report/json/json_from_documents.h"
#include "tests/unit/intake/forms.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using jiheng::base::Source;
  const std::string input(data, data + size);
  const auto file = std::make_shared<const Source>(Source{"a.xlsx", ""});
  std::vector<jiheng::office::Sheet> sheets(1);
  sheets.back().source = std::make_shared<const Source>(Source{"a.xlsx", "", "1"});
  int row = 1;
  for (std::size_t at = 0; at < input.size();) {
    const std::size_t end = std::min(input.find('\n', at), input.size());
    const std::string_view line = std::string_view(input).substr(at, end - at);
    at = end + 1;
    if (line.size() < 4) continue;
    const auto byte = [&line](std::size_t k) { return static_cast<int>(static_cast<signed char>(line[k])); };
    if (byte(0) == -1) {
      sheets.emplace_back();
      sheets.back().source = std::make_shared<const Source>(Source{"a.xlsx", "", "2"});
      row = 1;
    }
    row += byte(0) - '0';
    jiheng::office::SheetCell cell;
    cell.row = row;
    cell.column = byte(1) - '0';
    cell.rows = byte(2) > 'z' ? 2000000000 : byte(2) - '0';
    cell.columns = byte(3) - '0';
    cell.text = std::string(line.substr(4));
    sheets.back().cells.push_back(std::move(cell));
  }
  jiheng::app::ImportOutcome outcome;
  auto result = jiheng::intake::tables_from_sheets(jiheng::intake::forms(), file, sheets);
  if (result) outcome.documents.push_back(std::move(*result));
  outcome.proposals.resize(outcome.documents.empty() ? 0 : outcome.documents.front().tables.size());
  static_cast<void>(jiheng::report::json_from_documents(outcome.documents, outcome.proposals));
  for (const auto& card : jiheng::app::scorecards_of(outcome).files) {
    if (card.text.empty()) std::abort();
  }
  return 0;
}
