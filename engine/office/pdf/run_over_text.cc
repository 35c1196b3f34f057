// Takes the last table of a page, gives its cells the text that runs over its lower edge. Leaves their texts to cell_texts.
#include "engine/office/pdf/run_over_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>

#include "engine/office/pdf/lines_on_page.h"

namespace jiheng::office {
namespace {

constexpr double kPageEnd = 0.5;     ///< of the height: a table that ends above it was not cut
constexpr double kSamePitch = 0.12;  ///< of an em
constexpr double kSameSize = 0.1;    ///< of an em
constexpr double kLoosest = 2.2;     ///< of an em: lines of one cell stand no farther apart

struct LastLine {
  double middle = 0;
  double size = 0;
  double pitch = 0;  ///< of the lines of the cell; 0 where it has one
};

std::optional<LastLine> last_line(const std::vector<const PdfGlyph*>& glyphs) {
  const std::vector<PdfTextLine> lines = lines_of_glyphs(glyphs);
  if (lines.empty()) return std::nullopt;
  LastLine out{lines.back().box.middle(), lines.back().size, 0};
  if (lines.size() > 1) out.pitch = out.middle - lines[lines.size() - 2].box.middle();
  return out;
}

/// What people write right below a table: it is no rest of a cell. A bracket that is not closed is the front of such a rest.
bool is_note(std::string_view text) {
  constexpr std::string_view kFronts[] = {"注", "备注", "说明", "填表", "填报", "单位", "—", "-"};
  const bool open = text.starts_with("（") || text.starts_with("(");
  const bool closed = text.find("）") != std::string_view::npos || text.find(')') != std::string_view::npos;
  return (open && closed) || text.find("：") != std::string_view::npos ||
         text.find(':') != std::string_view::npos ||
         std::any_of(std::begin(kFronts), std::end(kFronts),
                     [text](std::string_view front) { return text.starts_with(front); });
}

class RunOver {
 public:
  RunOver(const PdfTable& table, std::vector<std::vector<const PdfGlyph*>>& cells)
      : table_(table), cells_(cells), last_(table.cells.size()) {
    const int rows = static_cast<int>(table.down.size()) - 1;
    std::vector<double> pitches;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::optional<LastLine> line = last_line(cells[i]);
      if (line && line->pitch > 0 && line->pitch < kLoosest * line->size)
        pitches.push_back(line->pitch / line->size);
      if (table.cells[i].row + table.cells[i].rows == rows) last_[i] = line;
    }
    if (pitches.empty()) return;
    const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
    std::nth_element(pitches.begin(), middle, pitches.end());
    pitch_ = *middle;
  }

  /// Of each piece of a line the cell that it belongs to; empty where one belongs to none.
  std::vector<std::size_t> cells_of(const PdfTextLine& line) const {
    std::vector<std::size_t> out;
    for (const PdfSegment& piece : line.segments) {
      const auto cell = std::find_if(table_.cells.begin(), table_.cells.end(), [&](const PdfCell& c) {
        return last_[static_cast<std::size_t>(&c - table_.cells.data())] &&
               c.box.left - 1 <= piece.box.left && piece.box.right <= c.box.right + 1;
      });
      if (cell == table_.cells.end() || is_note(piece.text)) return {};
      const auto at = static_cast<std::size_t>(cell - table_.cells.begin());
      const LastLine& above = *last_[at];
      const double pitch = above.pitch > 0 ? above.pitch / above.size : pitch_;
      const bool follows =
          pitch > 0 && std::abs(line.size - above.size) <= kSameSize * above.size &&
          std::abs(piece.box.middle() - above.middle - pitch * above.size) <= kSamePitch * above.size;
      if (!follows) return {};
      out.push_back(at);
    }
    return out;
  }

  void put(std::size_t cell, const PdfGlyph* glyph) { cells_[cell].push_back(glyph); }
  void moved(std::size_t cell) { last_[cell] = last_line(cells_[cell]); }

 private:
  const PdfTable& table_;
  std::vector<std::vector<const PdfGlyph*>>& cells_;
  std::vector<std::optional<LastLine>> last_;  ///< of cells that reach the lower edge
  double pitch_ = 0;                           ///< of the lines of most cells, in em
};

}  // namespace

void take_run_over_text(const PdfPage& page, const PdfTable& table,
                        std::vector<std::vector<const PdfGlyph*>>& cells,
                        std::vector<const PdfGlyph*>& around) {
  if (table.box.bottom < kPageEnd * page.height) return;
  std::vector<const PdfGlyph*> below;
  std::copy_if(around.begin(), around.end(), std::back_inserter(below),
               [&](const PdfGlyph* glyph) { return glyph->box.middle() > table.box.bottom; });
  if (below.empty()) return;
  RunOver run_over(table, cells);
  for (const PdfTextLine& line : lines_of_glyphs(below)) {
    const std::vector<std::size_t> into = run_over.cells_of(line);
    if (into.empty()) return;
    std::erase_if(around, [&](const PdfGlyph* glyph) {
      const double x = glyph->box.centre();
      const double y = glyph->box.middle();
      if (y < line.box.top || y > line.box.bottom) return false;
      for (const std::size_t cell : into) {
        if (x < table.cells[cell].box.left || x > table.cells[cell].box.right) continue;
        run_over.put(cell, glyph);
        return true;
      }
      return false;
    });
    for (const std::size_t cell : into) run_over.moved(cell);
  }
}

}  // namespace jiheng::office
