// engine/intake/tables/text_lines.h: the text of a document -> its lines, each with its cells or words.
// Takes   text as extraction leaves it: tabs or bars between cells or spaces between words, blank lines, form feeds, page
//         numbers, marks of HTML and markdown.
// Gives   lines and pieces with their places, no meaning. Linear.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/intake/document.h"

namespace jiheng::intake {

inline constexpr std::size_t kMaxPieces = 5000;  ///< of one line; the rest of a longer one is one piece

/// A filled cell of a grid line, or a word of another line.
struct Piece {
  std::string text;        ///< cleaned: no tags, no white space at the ends or between Chinese characters
  std::size_t column = 0;  ///< of the grid, from 0; for words their index
  base::Place place;
  int rows = 1;  ///< of a merged cell of a sheet: over how many rows and columns it reaches
  int columns = 1;
};

struct Line {
  int number = 0;
  bool grid = false;          ///< has tabs, or is drawn
  bool drawn = false;         ///< cells between bars: columns stand where they are
  int blank_before = 0;       ///< blank lines before it
  bool page_start = false;    ///< begins with a form feed, or set in by one space right below a line
  std::string text;           ///< cleaned, whole
  std::vector<Piece> pieces;  ///< none for a blank line
  bool blank() const { return pieces.empty(); }
};

/// The lines that are not blank.
std::vector<Line> lines_of(const SourcePtr& source);

/// Page numbers as they are printed: 12, - 12 -, 第 12 页, 12/30. A bare number counts only where two blank
/// lines stand before it.
bool is_page_number(const Line& line);

/// White space as one space, and none between Chinese characters; control characters gone.
std::string on_one_line(std::string_view text);

/// For comparison with known words: without white space, * and #; full-width ASCII as half-width.
std::string squeezed(std::string_view text);
/// Of each piece, in order.
std::vector<std::string> squeezed_pieces(const std::vector<Piece>& pieces);

/// The two pieces of one cell: a space between them only where both sides are ASCII letters or digits.
std::string joined(std::string_view first, std::string_view second);
void append_joined(std::string& first, std::string_view second);

/// True for the ideographs and the marks printed with them.
bool is_chinese(char32_t c);

}  // namespace jiheng::intake
