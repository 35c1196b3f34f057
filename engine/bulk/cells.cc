// Takes lines and texts, gives cells and lines. Knows nothing of what stands in them.
#include "engine/bulk/cells.h"

#include "engine/base/decimal.h"

namespace jiheng::bulk {
namespace {

constexpr std::string_view kRuns = "=+-@\t\r";

}  // namespace

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
      end = std::min(line.find(separator, at), line.size());
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
  if (cell.size() > 1 && cell.front() == '\'' && kRuns.find(cell[1]) != std::string_view::npos)
    cell.remove_prefix(1);
  return cell;
}

bool runs_in_spreadsheets(std::string_view text) {
  return !text.empty() && kRuns.find(text.front()) != std::string_view::npos && !base::Decimal::parse(text);
}

void append_cell(std::string_view text, char separator, std::string& out) {
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

}  // namespace jiheng::bulk
