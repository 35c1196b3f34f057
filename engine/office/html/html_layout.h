// engine/office/html/html_layout.h: which tables of a page are none: they only put others in their places.
// Takes   the whole page once; then a table with its rows.
// O(nodes) for the page; O(cells) a table.
#pragma once

#include <cstddef>
#include <unordered_map>

#include "engine/office/html/html_nodes.h"

namespace jiheng::office {

class HtmlLayout {
 public:
  explicit HtmlLayout(const GumboNode& root) { look_at(root, 0); }

  /// A single cell; or rows of one cell, some of which hold tables; a few cells without lines around a table with more; or said
  /// to be layout.
  bool is_layout(const GumboNode& table, const HtmlRows& rows) const;

 private:
  std::size_t look_at(const GumboNode& node, std::size_t depth);
  std::size_t largest_in(const GumboNode& node) const;

  std::unordered_map<const GumboNode*, std::size_t>
      largest_;  ///< cells of the largest table in a table or cell
};

}  // namespace jiheng::office
