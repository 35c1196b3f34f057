// engine/intake/tables/rows_from_words.h: words between spaces and line ends -> rows of indicators.
// Takes   the words of the indicator part of one table or goal, and the columns of its heading. A cell may be
//         broken over lines and a line may hold several cells: words are grouped so that the cells fit their columns
//         best (levels are words of the forms, values look like values, points end a line). Linear in the words.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/intake/tables/text_lines.h"
#include "engine/intake/words/form_words.h"

namespace jiheng::intake {

/// What stands before a word.
enum class Break {
  space,  ///< a space on the same line
  line,   ///< a line end, as between lines of one cell
  tight,  ///< a line end with less room than between the lines of one cell: another cell
};

struct Word {
  Piece piece;
  std::size_t line = 0;  ///< index
  Break before = Break::line;
  bool ends_line = false;
};

struct Cell {
  Role role;
  std::size_t begin = 0;  ///< words
  std::size_t end = 0;
};

struct WordRows {
  std::vector<std::vector<Cell>> rows;
  std::vector<std::size_t> unread;  ///< words that fit nowhere
  std::vector<std::size_t> blank;   ///< levels whose row was left blank
};

WordRows rows_from_words(const FormWords& forms, const std::vector<Word>& words,
                         const std::vector<Role>& columns);

/// The words of one cell as printed.
std::string text_of(const std::vector<Word>& words, std::size_t begin, std::size_t end);

}  // namespace jiheng::intake
