// engine/base/place.h: where something stands, so that every message can say it.
// Gives   plain data: sources, places in them, pieces of a cell.
// Units   lines and columns from 1, in characters; spans in bytes from 0. In a sheet the row and the column of the cell.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace jiheng::base {

/// Where something stands on paper: the page, the line on it (lines of text and rows of tables, counted from above), and its
/// box in points from the upper left corner of the page.
struct PageSpot {
  int page = 0;
  int line = 0;
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};

/// One input: its name as the user gave it (a path, "-" for standard input, "参数 1") and its whole text. A sheet of a
/// workbook and a table of a Word file are sources of their own, without text: their lines are rows, their columns cells.
struct Source {
  std::string name;
  std::string text;
  std::string sheet = {};  ///< its name, or 表格3 for the third table of a Word file; empty: a text
  std::map<std::pair<int, int>, PageSpot> spots =
      {};  ///< of a PDF, by line and column; column 0: the whole line
};

using SourcePtr = std::shared_ptr<const Source>;

/// A piece of a source. Line and column are 1-based and count characters, not bytes; 0 means "no line".
struct Place {
  std::shared_ptr<const Source> source;
  int line = 0;
  int column = 0;
  int length = 0;  ///< characters; 0 when unknown
};

/// Where a place of a PDF stands on paper; nullptr for other files.
inline const PageSpot* spot_of(const Place& place) {
  if (!place.source || place.source->spots.empty()) return nullptr;
  const auto& spots = place.source->spots;
  auto spot = spots.find({place.line, place.column});
  if (spot == spots.end()) spot = spots.find({place.line, 0});
  return spot == spots.end() ? nullptr : &spot->second;
}

/// Bytes [offset, offset + length) of one cell's text.
struct Span {
  unsigned offset = 0;
  unsigned length = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace jiheng::base
