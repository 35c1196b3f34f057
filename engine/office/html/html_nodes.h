// engine/office/html/html_nodes.h: what the nodes of a page are asked for in more than one place.
// Takes   nodes as gumbo gives them. Seen by the reader of web pages alone: it shows gumbo.
#pragma once

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace jiheng::office {

inline std::string_view attribute_of(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

inline bool has_attribute(const GumboNode& node, const char* name) {
  return gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

inline bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_DOCUMENT;
}

inline const GumboVector& children_of_node(const GumboNode& node) {
  return node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
}

inline const GumboNode& child_at(const GumboVector& children, unsigned i) {
  return *static_cast<const GumboNode*>(children.data[i]);
}

template <std::size_t N>
bool among_tags(GumboTag tag, const std::array<GumboTag, N>& tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

inline bool is_tag(const GumboNode& node, GumboTag tag) {
  return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

}  // namespace jiheng::office
