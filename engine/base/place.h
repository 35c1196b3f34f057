// engine/base/place.h: where something stands, so that every message can say it.
// Gives   plain data: sources, places in them, pieces of a cell.
// Units   lines and columns from 1, in characters; spans in bytes from 0. In a sheet the row and the column of the cell.
#pragma once

#include <memory>
#include <string>

namespace jiheng::base {

/// One input: its name as the user gave it (a path, "-" for standard input, "参数 1") and its whole text. A sheet of a
/// workbook and a table of a Word file are sources of their own, without text: their lines are rows, their columns cells.
struct Source {
  std::string name;
  std::string text;
  std::string sheet = {};  ///< its name, or 表格3 for the third table of a Word file; empty: a text
};

using SourcePtr = std::shared_ptr<const Source>;

/// A piece of a source. Line and column are 1-based and count characters, not bytes; 0 means "no line".
struct Place {
  std::shared_ptr<const Source> source;
  int line = 0;
  int column = 0;
  int length = 0;  ///< characters; 0 when unknown
};

/// Bytes [offset, offset + length) of one cell's text.
struct Span {
  unsigned offset = 0;
  unsigned length = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace jiheng::base
