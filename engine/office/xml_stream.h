// engine/office/xml_stream.h: a large XML part, element by element: nothing of it is kept.
// Takes   UTF-8 that read_xml (package_xml.h) has passed; what it declares of its encoding is not asked.
// Gives   names without their namespace, and beside them what the namespace is called, whatever prefix stands for it.
// Fails   malformed: not well formed, a prefix of no namespace, or a DOCTYPE (no entity of a file is ever put in).
#pragma once

#include <string_view>
#include <vector>

namespace jiheng::office {

/// `space` is the word of an OpenDocument namespace (urn:oasis:names:tc:opendocument:xmlns:table:1.0 -> table), of
/// another namespace its whole name, of none empty.
struct XmlAttribute {
  std::string_view space;
  std::string_view name;
  std::string_view value;
};

struct XmlElement {
  std::string_view space;
  std::string_view name;
  const std::vector<XmlAttribute>& attributes;

  /// The value of this attribute; empty where it is not there.
  std::string_view get(std::string_view space, std::string_view name) const;
};

/// What happens on the way. Views live as long as the call. False from open or close ends the walk.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;
  virtual bool open(const XmlElement& element) = 0;
  virtual bool close(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;  ///< decoded; a run of text may come in several pieces
};

enum class XmlWalk { whole, stopped, malformed };

/// O(length), no memory but the attributes of one element and the names of those open. What the handler throws comes out.
XmlWalk walk_xml(std::string_view xml, XmlHandler& handler);

}  // namespace jiheng::office
