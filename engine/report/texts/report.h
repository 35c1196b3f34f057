// engine/report/texts/report.h: one tree of headings, paragraphs and tables; every face (terminal, markdown, csv, html)
// is made of it. Texts are complete and Chinese. A mark is never the only bearer of a meaning: the words
// beside it say the same.
// Gives   plain data, the same for every face.
// Units   shares of a bar from 0 to 1; widths in display columns.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/office/paper.h"
#include "engine/report/texts/chart.h"

namespace jiheng::report {

using office::Align;
using office::Mark;

/// A share of a whole, drawn where a face can draw (html).
struct Bar {
  base::Decimal share;  ///< 1 is the whole; less than 0 and more than 1 are drawn as these ends
  std::string label;    ///< the figure, shown beside the bar; empty: the text of the cell is the figure
  Mark mark = Mark::plain;
};

struct Cell {
  std::string text;
  Mark mark = Mark::plain;
  std::optional<Bar> bar = std::nullopt;
  std::string link = {};  ///< the anchor of a heading of the same report; empty: none
};

struct Column {
  std::string title;
  Align align = Align::left;
  bool whole = false;       ///< numbers and ids: never broken over two lines
  std::size_t at_most = 0;  ///< display columns a terminal gives it, where it need not give more; 0: no limit
  bool names_row = false;   ///< its cell says what the row is about
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
  std::string anchor = {};  ///< for links to it: ASCII letters, digits, hyphens; unique; empty: none needed
};

struct Paragraph {
  std::string text;
  Mark mark = Mark::plain;
  int indent = 0;  ///< display columns; 2 and more is a list item in markdown
};

/// A chart is a picture in html and in a terminal; other faces pass over it: its numbers stand in a table below it, or in
/// one that says more (table_from_chart.h).
using Block = std::variant<Heading, Paragraph, Table, Chart>;

struct Report {
  std::vector<Block> blocks;
};

/// One paragraph more.
inline void put_paragraph(Report& report, std::string text, Mark mark = Mark::plain, int indent = 0) {
  report.blocks.push_back(Paragraph{std::move(text), mark, indent});
}

/// One table and nothing else. `return {{std::move(table)}}` would copy it: a list of initial values is only read.
inline Report report_of(Table table) {
  Report report;
  report.blocks.emplace_back(std::move(table));
  return report;
}

}  // namespace jiheng::report
