// Takes a package, gives its list of sheets, number formats and shared texts. Leaves the cells to sheet_from_xlsx.
#include "engine/office/workbook/xlsx_parts.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <utility>

#include "engine/base/text.h"
#include "engine/office/package_xml.h"
#include "engine/office/xml_stream.h"

namespace jiheng::office {
namespace {

/// Without its namespace prefix, which producers choose as they like.
std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
  return parent.find_child([name](const pugi::xml_node& node) { return local(node.name()) == name; });
}

template <class Use>
void for_each_child(const pugi::xml_node& parent, std::string_view name, Use use) {
  for (const pugi::xml_node node : parent.children()) {
    if (local(node.name()) == name) use(node);
  }
}

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

/// A small part as a tree.
diag::Result<pugi::xml_document> tree_of(const ZipPackage& package, std::string_view part) {
  auto xml = read_xml(package, part, kMaxTreeBytes);
  if (!xml) return std::move(xml.problems);
  pugi::xml_document document;
  if (!document.load_buffer(xml->data(), xml->size(), pugi::parse_default, pugi::encoding_utf8)) {
    return damaged(package.file(), part, "内容不是合格的 XML。");
  }
  return document;
}

struct Relation {
  std::string kind;  ///< the last word of its type: worksheet
  std::string part;
};

/// By id. Links to the outside are left out.
diag::Result<std::map<std::string, Relation>> relations_of(const ZipPackage& package, std::string_view part) {
  const std::size_t slash = part.rfind('/') + 1;
  const std::string name =
      std::string(part.substr(0, slash)) + "_rels/" + std::string(part.substr(slash)) + ".rels";
  auto tree = tree_of(package, name);
  if (!tree) return std::move(tree.problems);
  std::map<std::string, Relation> out;
  for_each_child(tree->document_element(), "Relationship", [&](const pugi::xml_node& node) {
    if (std::string_view(node.attribute("TargetMode").value()) == "External") return;
    const std::string_view type = node.attribute("Type").value();
    out[node.attribute("Id").value()] = {std::string(type.substr(type.rfind('/') + 1)),
                                         part_of(part, node.attribute("Target").value())};
  });
  return out;
}

diag::Diagnostic no_workbook(const ZipPackage& package, std::string why) {
  return {"I118",
          "文件不是能读的工作簿",
          std::move(why),
          "用 Excel 或 WPS 打开，另存为 .xlsx。",
          {package.file()}};
}

/// The main part: what the package says is its document.
diag::Result<std::string> workbook_part(const ZipPackage& package) {
  if (!package.has("_rels/.rels")) return no_workbook(package, "里面没有工作簿的目录。");
  auto relations = relations_of(package, "");
  if (!relations) return std::move(relations.problems);
  for (const auto& [id, relation] : *relations) {
    if (relation.kind != "officeDocument") continue;
    if (relation.part.ends_with(".bin")) return no_workbook(package, "这是二进制的工作簿（.xlsb）。");
    return relation.part;
  }
  return no_workbook(package, "里面没有工作簿。");
}

int id_of(std::string_view text) {
  int id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return id;
}

/// styles.xml: the format of each cell style; all else, which may be much, is passed over. Codes are taken apart once.
class BookStyles : public XmlHandler {
 public:
  explicit BookStyles(XlsxParts& book) : book_(book) {}

  bool open(const XmlElement& element) override {
    if (element.name == "numFmts" || element.name == "cellXfs") {
      list_ = element.name == "numFmts" ? List::codes : List::cells;
    } else if (list_ == List::codes && element.name == "numFmt") {
      codes_[id_of(element.get("", "numFmtId"))] = element.get("", "formatCode");
    } else if (list_ == List::cells && element.name == "xf") {
      book_.styles.push_back(format(id_of(element.get("", "numFmtId"))));
    }
    return book_.styles.size() <= kMaxStyles;
  }
  bool close(std::string_view name) override {
    if (name == "numFmts" || name == "cellXfs") list_ = List::other;
    return true;
  }
  void text(std::string_view /*text*/) override {}

 private:
  /// Excel has 65,490 at most.
  static constexpr std::size_t kMaxStyles = 1000000;
  enum class List { other, codes, cells };

  std::size_t format(int id) {
    const auto [at, added] = known_.try_emplace(id, book_.formats.size());
    if (added) {
      const auto code = codes_.find(id);
      book_.formats.push_back(code == codes_.end() ? built_in_format(id) : number_format_of(code->second));
    }
    return at->second;
  }

  XlsxParts& book_;
  List list_ = List::other;
  std::map<int, std::string> codes_;
  std::map<int, std::size_t> known_;
};

std::vector<diag::Diagnostic> read_styles(const ZipPackage& package, const std::string& part,
                                          XlsxParts& book) {
  const auto xml = read_xml(package, part);
  if (!xml) return xml.problems;
  BookStyles handler(book);
  if (walk_xml(*xml, handler) != XmlWalk::whole)
    return {damaged(package.file(), part, "内容不是合格的 XML。")};
  book.has_styles = true;
  return {};
}

/// sharedStrings.xml: runs of a text joined, readings above the characters left out.
class SharedTexts : public XmlHandler {
 public:
  bool open(const XmlElement& element) override {
    if (element.name == "si") text_.clear();
    if (element.name == "rPh") ++readings_;
    taken_ = element.name == "t" && readings_ == 0;
    return true;
  }
  bool close(std::string_view name) override {
    if (name == "si") texts_.push_back(decoded_text(text_));
    if (name == "rPh") --readings_;
    taken_ = false;
    return true;
  }
  void text(std::string_view text) override {
    if (taken_) text_ += text;
  }
  std::vector<std::string> texts() { return std::move(texts_); }

 private:
  std::vector<std::string> texts_;
  std::string text_;
  int readings_ = 0;
  bool taken_ = false;
};

diag::Result<std::vector<std::string>> texts_of(const ZipPackage& package, const std::string& part) {
  auto xml = read_xml(package, part);
  if (!xml) return std::move(xml.problems);
  SharedTexts handler;
  if (walk_xml(*xml, handler) != XmlWalk::whole) return damaged(package.file(), part, "内容不是合格的 XML。");
  return handler.texts();
}

std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLength = 7;  // _x000D_
  if (at + kLength > text.size() || text[at + 1] != 'x' || text[at + kLength - 1] != '_') return std::nullopt;
  unsigned value = 0;
  const char* const begin = text.data() + at + 2;
  const auto [end, error] = std::from_chars(begin, begin + 4, value, 16);
  if (error != std::errc() || end != begin + 4 || (value >= 0xD800 && value < 0xE000)) return std::nullopt;
  return static_cast<char32_t>(value);
}

}  // namespace

const NumberFormat* XlsxParts::format_of(int style) const {
  static const NumberFormat general;
  if (style >= 0 && static_cast<std::size_t>(style) < styles.size())
    return &formats[styles[static_cast<std::size_t>(style)]];
  return (has_styles && style != 0) || style < 0 ? nullptr : &general;
}

std::string decoded_text(std::string_view stored) {
  std::string out;
  out.reserve(stored.size());
  for (std::size_t at = 0; at < stored.size(); ++at) {
    const auto escape = stored[at] == '_' ? escape_at(stored, at) : std::nullopt;
    if (escape) {
      if (*escape >= U' ' || *escape == U'\n' || *escape == U'\t') base::append_utf8(out, *escape);
      at += 6;
    } else if (stored[at] != '\r') {
      out += stored[at];
    } else if (at + 1 == stored.size() || stored[at + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

diag::Result<XlsxParts> xlsx_book(const ZipPackage& package) {
  const auto main = workbook_part(package);
  if (!main) return main.problems;
  auto tree = tree_of(package, *main);
  if (!tree) return std::move(tree.problems);
  const auto relations = relations_of(package, *main);
  if (!relations) return relations.problems;
  XlsxParts book;
  const pugi::xml_node root = tree->document_element();
  if (local(root.name()) != "workbook") return no_workbook(package, "里面是别的文件，不是工作簿。");
  book.since_1904 = is_true(child(root, "workbookPr").attribute("date1904").value());
  for_each_child(child(root, "sheets"), "sheet", [&](const pugi::xml_node& node) {
    const auto id = node.find_attribute(
        [](const pugi::xml_attribute& a) { return std::string_view(a.name()).ends_with(":id"); });
    const auto found = relations->find(id.value());
    if (found == relations->end() || found->second.kind != "worksheet") return;
    book.sheets.push_back({node.attribute("name").value(), found->second.part,
                           std::string_view(node.attribute("state").value()).ends_with("idden")});
  });
  if (book.sheets.empty()) return no_workbook(package, "里面没有工作表。");
  for (const auto& [id, relation] : *relations) {
    if (relation.kind == "styles" && package.has(relation.part)) {
      if (auto problems = read_styles(package, relation.part, book); !problems.empty()) return problems;
    } else if (relation.kind == "sharedStrings") {
      auto texts = texts_of(package, relation.part);
      if (!texts) return std::move(texts.problems);
      book.texts = std::move(*texts);
    }
  }
  return book;
}

}  // namespace jiheng::office
