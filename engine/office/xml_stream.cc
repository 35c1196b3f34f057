// Takes the text of a part, gives its elements to a handler as expat finds them. The text is handed over whole: expat then
// reads it where it stands, and a tag of any length once.
#include "engine/office/xml_stream.h"

#include <expat.h>

#include <exception>
#include <limits>
#include <memory>
#include <new>
#include <type_traits>

namespace jiheng::office {
namespace {

constexpr char kSeparator =
    '\n';  // between a namespace and a name; an attribute's value has none unless written &#10;

struct QualifiedName {
  std::string_view space;
  std::string_view local;
};

QualifiedName name_of(std::string_view whole) {
  constexpr std::string_view kWord = ":xmlns:";
  const std::size_t separator = whole.rfind(kSeparator);
  if (separator == std::string_view::npos) return {{}, whole};
  std::string_view space = whole.substr(0, separator);
  const std::string_view local = whole.substr(separator + 1);
  const std::size_t version = space.rfind(':');
  const std::size_t word = space.starts_with("urn:") ? space.rfind(kWord) : std::string_view::npos;
  if (word != std::string_view::npos && word + kWord.size() < version)
    space = space.substr(word + kWord.size(), version - word - kWord.size());
  return {space, local};
}

/// One walk. The calls come from C: nothing may be thrown through it.
class Walk {
 public:
  explicit Walk(XmlHandler& handler)
      : handler_(handler), parser_(XML_ParserCreateNS("UTF-8", kSeparator), XML_ParserFree) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_open, on_close);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  XmlWalk run(std::string_view xml) {
    if (xml.size() > std::numeric_limits<int>::max()) return XmlWalk::malformed;
    const auto status = XML_Parse(parser_.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE);
    if (thrown_) std::rethrow_exception(thrown_);
    if (ended_) return end_;
    return status == XML_STATUS_OK ? XmlWalk::whole : XmlWalk::malformed;
  }

 private:
  static Walk& of(void* data) { return *static_cast<Walk*>(data); }

  void end(XmlWalk how) {
    ended_ = true;
    end_ = how;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  /// Calls may still come behind the end; they are passed over.
  template <class Step>
  void step(Step go_on) noexcept {
    if (ended_) return;
    try {
      if (!go_on()) end(XmlWalk::stopped);
    } catch (...) {
      thrown_ = std::current_exception();
      end(XmlWalk::stopped);
    }
  }

  static void XMLCALL on_open(void* data, const XML_Char* name, const XML_Char** attributes) {
    Walk& walk = of(data);
    walk.step([&] {
      walk.attributes_.clear();
      for (; *attributes != nullptr; attributes += 2) {
        const QualifiedName attribute = name_of(attributes[0]);
        walk.attributes_.push_back({attribute.space, attribute.local, attributes[1]});
      }
      const QualifiedName element = name_of(name);
      return walk.handler_.open({element.space, element.local, walk.attributes_});
    });
  }
  static void XMLCALL on_close(void* data, const XML_Char* name) {
    Walk& walk = of(data);
    walk.step([&] { return walk.handler_.close(name_of(name).local); });
  }
  static void XMLCALL on_text(void* data, const XML_Char* text, int length) {
    Walk& walk = of(data);
    walk.step([&] {
      walk.handler_.text({text, static_cast<std::size_t>(length)});
      return true;
    });
  }
  static void XMLCALL on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    of(data).end(XmlWalk::malformed);
  }

  XmlHandler& handler_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser_;
  std::vector<XmlAttribute> attributes_;
  bool ended_ = false;
  XmlWalk end_ = XmlWalk::whole;
  std::exception_ptr thrown_;
};

}  // namespace

std::string_view XmlElement::get(std::string_view wanted_space, std::string_view wanted) const {
  for (const XmlAttribute& a : attributes) {
    if (a.name == wanted && a.space == wanted_space) return a.value;
  }
  return {};
}

XmlWalk walk_xml(std::string_view xml, XmlHandler& handler) {
  const std::size_t begin = xml.find_first_not_of(" \t\r\n");  // some programs leave a line before <?xml
  return Walk(handler).run(xml.substr(begin == std::string_view::npos ? xml.size() : begin));
}

}  // namespace jiheng::office
