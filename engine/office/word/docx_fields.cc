// Takes the body of a Word file and its styles, gives what is code and what is hidden. Leaves the text to docx_paragraph.
#include "engine/office/word/docx_fields.h"

#include <map>
#include <optional>

#include "engine/office/package_xml.h"
#include "engine/office/xml_stream.h"

namespace jiheng::office {
namespace {

using Name = std::string_view;

Name kind_of(pugi::xml_node field_character) { return field_character.attribute("w:fldCharType").value(); }

/// styles.xml, of which little is kept: which style hides its text, and what it is based on.
class WordStyles : public XmlHandler {
 public:
  bool open(const XmlElement& element) override {
    if (element.name == "style") {
      id_ = element.get(element.space, "styleId");
    } else if (element.name == "basedOn" && !id_.empty()) {
      based_on_[id_] = element.get(element.space, "val");
    } else if (element.name == "vanish" && !id_.empty()) {
      const Name on = element.get(element.space, "val");
      vanish_[id_] = on != "0" && on != "false" && on != "off";
    }
    return true;
  }
  bool close(Name name) override {
    if (name == "style") id_.clear();
    return true;
  }
  void text(Name /*text*/) override {}

  DocxStyles styles() const {
    DocxStyles out;
    for (const auto& [id, on] : vanish_)
      if (on) out.hidden.insert(id);
    for (const auto& [id, base] : based_on_) {
      if (hides(id)) out.hidden.insert(id);
    }
    return out;
  }

 private:
  bool hides(std::string id) const {
    constexpr int kDeepest = 32;
    for (int depth = 0; depth < kDeepest; ++depth) {
      if (const auto own = vanish_.find(id); own != vanish_.end()) return own->second;
      const auto base = based_on_.find(id);
      if (base == based_on_.end()) return false;
      id = base->second;
    }
    return false;
  }

  std::string id_;
  std::map<std::string, std::string> based_on_;
  std::map<std::string, bool> vanish_;
};

}  // namespace

DocxFields::DocxFields(pugi::xml_node body) {
  std::vector<pugi::xml_node> open;
  find_unended(body, open);
  for (const pugi::xml_node begin : open) unended_.insert(begin.hash_value());
}

void DocxFields::find_unended(pugi::xml_node parent, std::vector<pugi::xml_node>& open) {
  for (const pugi::xml_node child : parent.children()) {
    const Name name = child.name();
    if (name == "w:fldChar") {
      if (kind_of(child) == "begin") open.push_back(child);
      if (kind_of(child) == "end" && !open.empty()) open.pop_back();
    } else if (name == "w:tc" || name == "w:txbxContent") {  // no field reaches out of a cell or a box
      std::vector<pugi::xml_node> inside;
      find_unended(child, inside);
      for (const pugi::xml_node begin : inside) unended_.insert(begin.hash_value());
    } else if (name != "w:del" && name != "w:moveFrom") {
      find_unended(child, open);
    }
  }
}

void DocxFields::mark(pugi::xml_node field_character) {
  const Name kind = kind_of(field_character);
  if (kind == "begin") {
    if (unended_.contains(field_character.hash_value())) return;
    open_.push_back(true);
    ++codes_;
  } else if (!open_.empty()) {
    if (open_.back()) --codes_;
    open_.back() = false;
    if (kind == "end") open_.pop_back();
  }
}

diag::Result<DocxStyles> docx_styles(const ZipPackage& package, std::string_view part) {
  if (!package.has(part)) return DocxStyles{};
  const auto xml = read_xml(package, part);
  if (!xml) return xml.problems;
  WordStyles handler;
  if (walk_xml(*xml, handler) != XmlWalk::whole) return damaged(package.file(), part, "内容不是合格的 XML。");
  return handler.styles();
}

}  // namespace jiheng::office
