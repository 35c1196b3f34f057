// engine/office/html/html_layout.h: which tables of a page are none: they only put others in their places.
// Takes   the whole page once; then a table with its rows.
// O(nodes) for the page; O(cells) a table.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

struct GumboInternalNode;  ///< of gumbo: GumboNode

namespace jiheng::office {

/// The cells of a table, row by row, without those of tables inside.
using HtmlRows = std::vector<std::vector<const GumboInternalNode*>>;

class HtmlLayout {
 public:
  explicit HtmlLayout(const GumboInternalNode& root) { look_at(root, 0); }

  /// A single cell; or rows of one cell, some of which hold tables; a few cells without lines around a table with more; or said
  /// to be layout.
  bool is_layout(const GumboInternalNode& table, const HtmlRows& rows) const;

 private:
  std::size_t look_at(const GumboInternalNode& node, std::size_t depth);
  std::size_t largest_in(const GumboInternalNode& node) const;

  std::unordered_map<const GumboInternalNode*, std::size_t>
      largest_;  ///< cells of the largest table in a table or cell
};

}  // namespace jiheng::office
