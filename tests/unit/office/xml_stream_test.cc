#include "engine/office/xml_stream.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace jiheng::office {
namespace {

/// Everything that comes, in one line: <space|name space|attribute=value> text </name>.
class Recorder : public XmlHandler {
 public:
  bool open(const XmlElement& element) override {
    line += '<';
    add(element.space, element.name);
    for (const XmlAttribute& a : element.attributes) {
      line += ' ';
      add(a.space, a.name);
      line += "=" + std::string(a.value);
    }
    line += '>';
    return element.name != stop_at;
  }
  bool close(std::string_view name) override {
    line += "</" + std::string(name) + ">";
    return "/" + std::string(name) != stop_at;
  }
  void text(std::string_view text) override {
    if (text == "throw") throw std::runtime_error("from a handler");
    line += text;
  }

  std::string line;
  std::string stop_at;

 private:
  void add(std::string_view space, std::string_view name) {
    if (!space.empty()) line += std::string(space) + "|";
    line += name;
  }
};

struct Walked {
  XmlWalk how;
  std::string line;
};
Walked walked(std::string_view xml, const std::string& stop_at = "") {
  Recorder recorder;
  recorder.stop_at = stop_at;
  const XmlWalk how = walk_xml(xml, recorder);
  return {how, recorder.line};
}

TEST(XmlStream, TextsAreDecodedAndAttributesInTheirOrder) {
  const Walked w = walked(
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n"  // what it says of its encoding is past: it is UTF-8 now
      "<a b='1&lt;2' c=\"&#x4E94;\"><!-- x -->五&amp;<![CDATA[<六>]]><d/>\r\n</a>\n");
  EXPECT_EQ(w.how, XmlWalk::whole);
  EXPECT_EQ(w.line, "<a b=1<2 c=五>五&<六><d></d>\n</a>");
}

TEST(XmlStream, APrefixMeansItsNamespace) {
  const char* const namespaces =
      "xmlns:t='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns='http://purl.oclc.org/ooxml/x'";
  EXPECT_EQ(walked("<a " + std::string(namespaces) + "><t:b t:c='1' d='2'/></a>").line,
            "<http://purl.oclc.org/ooxml/x|a><table|b table|c=1 d=2></b></a>");
  EXPECT_EQ(walked("<a xmlns='urn:x'/>").line, "<urn:x|a></a>");
  EXPECT_EQ(walked("<a xmlns='urn:xmlns:x'/>").line, "<urn:xmlns:x|a></a>");  // no version behind the word
  EXPECT_EQ(walked("<t:a/>").how, XmlWalk::malformed);
}

TEST(XmlStream, AHandlerEndsTheWalk) {
  EXPECT_EQ(walked("<a><b/><c/></a>", "b").how, XmlWalk::stopped);
  EXPECT_EQ(walked("<a><b/><c/></a>", "b").line, "<a><b>");  // not even the end of the element
  EXPECT_EQ(walked("<a><b/><c/></a>", "/b").line, "<a><b></b>");
  EXPECT_EQ(walked("<a><b/></c>", "b").how, XmlWalk::stopped);  // what stands behind is not read
  Recorder recorder;
  EXPECT_THROW(walk_xml("<a>throw</a>", recorder), std::runtime_error);
}

TEST(XmlStream, WhatIsNotWellFormedIsMalformed) {
  for (const char* xml :
       {"", " ", "<a>", "<a></b>", "<a", "<a/><b/>", "<a/>x", "<a b=1/>", "<a b='1' b='2'/>", "<a>&b;</a>",
        "<a>&#0;</a>", "<a>\x01</a>", "<a>\xCE\xE5</a>", "<a>]]></a>"}) {
    EXPECT_EQ(walked(xml).how, XmlWalk::malformed) << xml;
  }
}

TEST(XmlStream, NoDeclarationOfAFileIsFollowed) {
  for (const char* head : {"<!DOCTYPE a>", "<!DOCTYPE a SYSTEM 'file:///etc/hostname'>",
                           "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;'>]>",
                           "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/hostname'>%p;]>"}) {
    const Walked w = walked(std::string(head) + "<a>&c;</a>");
    EXPECT_EQ(w.how, XmlWalk::malformed) << head;
    EXPECT_EQ(w.line, "") << head;
  }
}

TEST(XmlStream, ALongTagIsReadOnce) {
  const std::string value(20U << 20U, 'x');
  EXPECT_EQ(walked("<a b='" + value + "'/>").line.size(), value.size() + 10);  // <a b=…></a>
}

}  // namespace
}  // namespace jiheng::office
