// Takes lines and texts, gives cells and what they say. Of what stands in them it knows years.
#include "engine/bulk/cells.h"

#include <algorithm>

#include "engine/base/csv_cell.h"
#include "engine/base/decimal.h"
#include "engine/model/sound_card.h"

namespace jiheng::bulk {

bool split(std::string_view line, char separator, std::vector<std::string_view>& cells) {
  std::size_t at = 0;
  while (true) {
    std::size_t end;
    if (at < line.size() && line[at] == '"') {
      end = at + 1;
      while (true) {
        end = line.find('"', end);
        if (end == std::string_view::npos) return false;
        ++end;
        if (end == line.size() || line[end] != '"') break;
        ++end;
      }
      if (end < line.size() && line[end] != separator) return false;
    } else {
      end = at;  // cells are short: no search is begun for each
      while (end < line.size() && line[end] != separator) ++end;
    }
    cells.push_back(line.substr(at, end - at));
    if (end == line.size()) return true;
    at = end + 1;
  }
}

std::string_view text_of(std::string_view cell, std::string& scratch) {
  if (!cell.empty() && cell.front() == '"') {
    cell = cell.substr(1, cell.size() - 2);
    if (cell.find('"') != std::string_view::npos) {
      scratch.clear();
      for (std::size_t i = 0; i < cell.size(); ++i) {
        scratch += cell[i];
        if (cell[i] == '"') ++i;
      }
      cell = scratch;
    }
  }
  if (cell.size() > 1 && cell.front() == '\'' &&
      base::kRunsInSpreadsheets.find(cell[1]) != std::string_view::npos)
    cell.remove_prefix(1);
  return cell;
}

std::optional<int> year_of(std::string_view text) {
  constexpr std::string_view kYear = "年";
  if (text.ends_with(kYear)) text.remove_suffix(kYear.size());
  const auto value = base::Decimal::parse(text);
  if (!value || value->places() != 0 || *value < base::Decimal(model::kFirstYear) ||
      *value > base::Decimal(model::kLastYear))
    return std::nullopt;
  return static_cast<int>(value->coefficient());
}

}  // namespace jiheng::bulk
