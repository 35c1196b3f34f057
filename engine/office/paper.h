// engine/office/paper.h: a table as it lies on paper: cells that may reach over rows and columns, and how each looks.
// Takes   nothing; the rooms of report fill it, the writers of this room draw it.
// Units   widths in ASCII characters; rows and columns 0-based.
// Source  docs/report.md
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace jiheng::office {

enum class Mark : std::uint8_t { plain, strong, good, bad, unsure, muted };
enum class Align : std::uint8_t { left, right };
enum class Look { title, note, heading, label, value, total };

struct PaperCell {
  int row = 0;  ///< of the upper left corner
  int column = 0;
  int rows = 1;
  int columns = 1;
  std::string text;  ///< as printed; empty: a blank to be filled in
  Look look = Look::value;
  Align align = Align::left;
  Mark mark = Mark::plain;
};

struct PaperTable {
  std::vector<double> widths;    ///< of the columns
  std::vector<PaperCell> cells;  ///< by row, then column
  int rows = 0;
  int repeat_first = 0;  ///< rows [first, last) that a second page repeats
  int repeat_last = 0;
};

}  // namespace jiheng::office
