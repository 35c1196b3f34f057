// Takes the text of a part, gives its elements to a handler by the SAX parser of liborcus. Its import filters are not
// used, because they lose cells in silence (0.17: sheets with absolute targets, inline strings, error and boolean
// results, percentages and merged cells of ods).
#include "engine/office/xml_stream.h"

#include <deque>
#include <orcus/sax_parser.hpp>
#include <string>

namespace jiheng::office {
namespace {

struct Stop {};

class Adapter : public orcus::sax_handler {
 public:
  explicit Adapter(XmlHandler& handler) : handler_(handler) {}

  void attribute(const orcus::sax::parser_attribute& a) {
    std::string_view value = a.value;
    if (a.transient) value = kept_.emplace_back(value);
    attributes_.push_back({a.ns, a.name, value});
  }
  void end_declaration(std::string_view /*name*/) { clear(); }
  void start_element(const orcus::sax::parser_element& e) {
    const bool go_on = handler_.open({e.ns, e.name, attributes_});
    clear();
    if (!go_on) throw Stop();
  }
  void end_element(const orcus::sax::parser_element& e) {
    if (!handler_.close(e.name)) throw Stop();
  }
  void characters(std::string_view text, bool /*transient*/) { handler_.text(text); }

 private:
  void clear() {
    attributes_.clear();
    kept_.clear();
  }

  XmlHandler& handler_;
  std::vector<XmlAttribute> attributes_;
  std::deque<std::string> kept_;
};

}  // namespace

std::string_view XmlElement::get(std::string_view wanted_prefix, std::string_view wanted) const {
  for (const XmlAttribute& a : attributes) {
    if (a.name == wanted && a.prefix == wanted_prefix) return a.value;
  }
  return {};
}

XmlWalk walk_xml(std::string_view xml, XmlHandler& handler) {
  Adapter adapter(handler);
  try {
    orcus::sax_parser<Adapter>(xml.data(), xml.size(), adapter).parse();
  } catch (const Stop&) {
    return XmlWalk::stopped;
  } catch (const std::exception&) {
    return XmlWalk::malformed;
  }
  return XmlWalk::whole;
}

}  // namespace jiheng::office
