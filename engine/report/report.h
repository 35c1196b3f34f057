// engine/report/report.h: one tree of headings, paragraphs and tables; every face (terminal, markdown, csv)
// is made of it. Texts are complete and Chinese. A mark is never the only bearer of a meaning: the words
// beside it say the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace jiheng::report {

enum class Mark : std::uint8_t { plain, strong, good, bad, unsure, muted };
enum class Align : std::uint8_t { left, right };

struct Cell {
  std::string text;
  Mark mark = Mark::plain;
};

struct Column {
  std::string title;
  Align align = Align::left;
  bool whole = false;       ///< numbers and ids: never broken over two lines
  std::size_t at_most = 0;  ///< display columns a terminal gives it, where it need not give more; 0: no limit
};

struct Row {
  std::vector<Cell> cells;  ///< as many as the table has columns; none: the notes are a line between rows
  std::vector<Cell> notes;  ///< lines below the row, over its whole width
};

struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;
};

struct Heading {
  int level = 1;  ///< 1 is the largest
  std::string text;
};

struct Paragraph {
  std::string text;
  Mark mark = Mark::plain;
  int indent = 0;  ///< display columns; 2 and more is a list item in markdown
};

using Block = std::variant<Heading, Paragraph, Table>;

struct Report {
  std::vector<Block> blocks;
};

}  // namespace jiheng::report
