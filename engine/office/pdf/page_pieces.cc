// Takes tables and lines of a page, gives them in order. Leaves what they mean to sheets_from_pages.
#include "engine/office/pdf/page_pieces.h"

#include <algorithm>

#include "engine/base/text.h"

namespace jiheng::office {

std::vector<PagePiece> pieces_of(const PdfPageParts& parts) {
  std::vector<PagePiece> pieces;
  for (std::size_t i = 0; i < parts.tables.size(); ++i)
    pieces.push_back({parts.tables[i].box.top, i, true, 0, {}});
  for (std::size_t i = 0; i < parts.lines.size(); ++i)
    pieces.push_back({parts.lines[i].box.middle(), i, false, 0, {}});
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const PagePiece& a, const PagePiece& b) { return a.top < b.top; });
  struct Counted {
    double y;
    std::size_t piece;
    std::size_t row;
  };
  std::vector<Counted> counted;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    if (!pieces[p].table) {
      counted.push_back({pieces[p].top, p, 0});
      continue;
    }
    const std::vector<double>& down = parts.tables[pieces[p].index].down;
    pieces[p].row_lines.resize(down.size() - 1);
    for (std::size_t row = 0; row + 1 < down.size(); ++row) counted.push_back({down[row], p, row});
  }
  std::stable_sort(counted.begin(), counted.end(),
                   [](const Counted& a, const Counted& b) { return a.y < b.y; });
  int number = 0;
  for (const Counted& at : counted) {
    ++number;
    if (pieces[at.piece].table) {
      pieces[at.piece].row_lines[at.row] = number;
    } else {
      pieces[at.piece].line = number;
    }
  }
  return pieces;
}

bool is_number_of_page(std::string_view text) {
  bool digit = false;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    at += c.bytes;
    if (c.value >= U'0' && c.value <= U'9') {
      digit = true;
    } else if (std::u32string_view(U" -–—－~～·•/第页共,，|").find(c.value) == std::u32string_view::npos) {
      return false;
    }
  }
  return digit && base::count_characters(text) <= 20;
}

std::size_t first_title(const PdfPageParts& parts, const std::vector<LineBetween>& lines, double table_top) {
  constexpr double kWidestGap = 1.6;  // of an em
  std::size_t first = lines.size();
  for (double below = table_top; first > 0; --first) {
    const PdfTextLine& line = parts.lines[lines[first - 1].piece->index];
    const bool printed = line.segments.size() > 1 && line.text().find("：") == std::string::npos;
    if (printed || below - line.box.bottom > kWidestGap * line.size) break;
    below = line.box.top;
  }
  return first;
}

}  // namespace jiheng::office
