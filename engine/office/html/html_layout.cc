// Takes tables, tells those that are layout. Leaves reading them to sheets_from_html.
#include "engine/office/html/html_layout.h"

#include "engine/office/html/html_nodes.h"
#include "engine/office/html/sheets_from_html.h"

namespace jiheng::office {
namespace {

/// Of this table alone.
std::size_t own_cells(const GumboNode& node, std::size_t depth) {
  std::size_t count = 0;
  const GumboVector& children = children_of_node(node);
  for (unsigned i = 0; i < children.length && depth < 4; ++i) {
    const GumboNode& child = child_at(children, i);
    if (child.type != GUMBO_NODE_ELEMENT || child.v.element.tag == GUMBO_TAG_TABLE) continue;
    const bool cell = child.v.element.tag == GUMBO_TAG_TD || child.v.element.tag == GUMBO_TAG_TH;
    count += cell ? 1 : own_cells(child, depth + 1);
  }
  return count;
}

/// No lines are asked for, by the table or by a cell.
bool is_without_border(const GumboNode& node, const HtmlRows& rows) {
  const std::string_view border = attribute_of(node, "border");
  const auto styled = [](const GumboNode& element) {
    const std::string_view style = attribute_of(element, "style");
    return style.find("border") != std::string_view::npos &&
           style.find("border:none") == std::string_view::npos &&
           style.find("border:0") == std::string_view::npos;
  };
  return (border.empty() || border == "0") && !styled(node) &&
         std::none_of(rows.begin(), rows.end(), [&](const auto& row) {
           return std::any_of(row.begin(), row.end(), [&](const GumboNode* cell) { return styled(*cell); });
         });
}

}  // namespace

/// The cells of the largest table from this node on.
std::size_t HtmlLayout::look_at(const GumboNode& node, std::size_t depth) {
  if (!is_element(node) || depth > kMaxHtmlDepth) return 0;
  std::size_t most = 0;
  const GumboVector& children = children_of_node(node);
  for (unsigned i = 0; i < children.length; ++i)
    most = std::max(most, look_at(child_at(children, i), depth + 1));
  const bool table = is_tag(node, GUMBO_TAG_TABLE);
  if (most > 0 && (table || is_tag(node, GUMBO_TAG_TD) || is_tag(node, GUMBO_TAG_TH)))
    largest_.emplace(&node, most);
  // One without cells of its own is a table too.
  return table ? std::max({most, own_cells(node, 0), std::size_t{1}}) : most;
}

std::size_t HtmlLayout::largest_in(const GumboNode& node) const {
  const auto found = largest_.find(&node);
  return found == largest_.end() ? 0 : found->second;
}

bool HtmlLayout::is_layout(const GumboNode& table, const HtmlRows& rows) const {
  if (attribute_of(table, "role") == "presentation") return true;
  constexpr std::size_t kMostRows = 3;
  constexpr std::size_t kMostCells = 6;
  const std::size_t own = own_cells(table, 0);
  if (rows.size() <= kMostRows && own <= kMostCells && is_without_border(table, rows) &&
      largest_in(table) > std::max(own, std::size_t{1}))
    return true;
  const bool single = std::all_of(rows.begin(), rows.end(), [](const auto& row) { return row.size() <= 1; });
  return single && (rows.size() == 1 || std::any_of(rows.begin(), rows.end(), [this](const auto& row) {
                      return !row.empty() && largest_in(*row.front()) > 0;
                    }));
}

}  // namespace jiheng::office
