// Takes a package and the name of a part, gives its text after one walk over its tags; finds links to the outside in the
// relations. Leaves the elements to pugixml in the readers of workbooks and Word files.
#include "engine/office/package_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <pugixml.hpp>
#include <utility>

#include "engine/base/text.h"
#include "engine/office/text_encoding.h"

namespace jiheng::office {
namespace {

/// Where a walk over the tags ends early, and why.
struct Refusal {
  std::string_view id;
  std::string_view why;
};

constexpr Refusal kUnclosed{"I108", "标记没有写完，文件可能只有前半截。"};
constexpr Refusal kMismatched{"I108", "标记的开头和结尾对不上。"};
constexpr Refusal kReference{"I108", "里面有 XML 里没有的字（& 后面的编号或名称不对）。"};
constexpr Refusal kDeclared{"I112", "里面有 DOCTYPE 或 ENTITY 声明，读的时候会越变越大，或去取外面的东西。"};
constexpr Refusal kDeep{"I112", "一层套一层，套得太深。"};
constexpr Refusal kNul{"I112", "里面有空字节：不是文字，或者是没有标记的 UTF-16。"};

bool ends_name(char c) { return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// What stands between & and ;: one of the five names, or the number of a character that XML has.
bool is_reference(std::string_view name) {
  constexpr std::string_view kNames[] = {"lt", "gt", "amp", "quot", "apos"};
  if (!name.starts_with('#'))
    return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
  const bool hexadecimal = name.starts_with("#x");
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  unsigned c = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), c, hexadecimal ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) return false;
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c < 0xD800 || (c >= 0xE000 && c < 0xFFFE) || (c > 0xFFFF && c <= 0x10FFFF);
}

bool has_sound_references(std::string_view text) {
  for (std::size_t at = 0; (at = text.find('&', at)) != std::string_view::npos;) {
    constexpr std::size_t kLongest = 12;
    const std::size_t end = text.substr(0, std::min(text.size(), at + kLongest)).find(';', at);
    if (end == std::string_view::npos || !is_reference(text.substr(at + 1, end - at - 1))) return false;
    at = end;
  }
  return true;
}

class TagWalk {
 public:
  explicit TagWalk(std::string_view xml) : xml_(xml) {}

  std::optional<Refusal> run() {
    for (std::size_t behind = 0; (at_ = xml_.find('<', at_)) != std::string_view::npos; behind = at_) {
      if (!has_sound_references(xml_.substr(behind, at_ - behind))) return kReference;
      if (auto refusal = tag()) return refusal;
    }
    return open_.empty() ? std::nullopt : std::optional(kUnclosed);
  }

 private:
  std::optional<Refusal> tag() {
    const std::string_view rest = xml_.substr(at_);
    if (rest.starts_with("<!--")) return past("-->", 4);
    if (rest.starts_with("<![CDATA[")) return past("]]>", 9);
    if (rest.starts_with("<!")) return kDeclared;
    if (rest.starts_with("<?")) return past("?>", 2);
    return rest.starts_with("</") ? closing() : opening();
  }

  std::optional<Refusal> past(std::string_view end, std::size_t from) {
    const std::size_t found = xml_.find(end, at_ + from);
    if (found == std::string_view::npos) return kUnclosed;
    at_ = found + end.size();
    return std::nullopt;
  }

  std::string_view name_from(std::size_t begin) const {
    std::size_t end = begin;
    while (end < xml_.size() && !ends_name(xml_[end])) ++end;
    return xml_.substr(begin, end - begin);
  }

  std::optional<Refusal> closing() {
    const std::string_view name = name_from(at_ + 2);
    if (open_.empty() || open_.back() != name) return kMismatched;
    open_.pop_back();
    return past(">", 2 + name.size());
  }

  std::optional<Refusal> opening() {
    const std::string_view name = name_from(at_ + 1);
    const std::size_t begin = at_;
    if (name.empty()) return kMismatched;
    at_ += 1 + name.size();
    char quote = 0;
    for (; at_ < xml_.size() && (quote != 0 || xml_[at_] != '>'); ++at_) {
      if (quote != 0) {
        if (xml_[at_] == quote) quote = 0;
      } else if (xml_[at_] == '"' || xml_[at_] == '\'') {
        quote = xml_[at_];
      }
    }
    if (at_ == xml_.size()) return kUnclosed;
    if (!has_sound_references(xml_.substr(begin, at_ - begin))) return kReference;
    if (xml_[at_ - 1] != '/') open_.push_back(name);
    return open_.size() > kMaxXmlDepth ? std::optional(kDeep) : std::nullopt;
  }

  std::string_view xml_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_;
};

std::optional<Refusal> refusal_of(std::string_view xml) {
  if (xml.find('\0') != std::string_view::npos) return kNul;
  if (base::first_invalid_utf8(xml)) return Refusal{"I108", "文字不是 UTF-8 编码。"};
  return TagWalk(xml).run();
}

/// External relations of one .rels part.
std::size_t external_relations(std::string_view xml) {
  pugi::xml_document document;
  if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8)) return 0;
  std::size_t count = 0;
  for (const pugi::xml_node relation : document.document_element().children()) {
    if (std::string_view(relation.attribute("TargetMode").value()) == "External") ++count;
  }
  return count;
}

}  // namespace

diag::Result<std::string> read_xml(const ZipPackage& package, std::string_view part, std::size_t limit) {
  auto xml = package.read(part, limit);
  if (!xml) return xml;
  if (xml->starts_with("\xEF\xBB\xBF")) xml->erase(0, 3);
  if (has_utf16_mark(*xml)) {
    auto text = utf8_from_utf16(*xml);
    if (!text) return damaged(package.file(), part, "文字不是 UTF-16 编码。");
    *xml = std::move(*text);
  }
  const auto refusal = refusal_of(*xml);
  if (!refusal) return xml;
  if (refusal->id == "I108") return damaged(package.file(), part, refusal->why);
  return diag::Diagnostic{
      "I112",
      fmt::format("文件里“{}”这一部分写得不正常，没有读", base::clipped(base::printable(part), 60)),
      std::string(refusal->why),
      "办公软件不会写出这样的文件；请向提供的人要原件，或用 Excel、Word、WPS 打开后另存。",
      {package.file()}};
}

std::string part_of(std::string_view from, std::string_view target) {
  std::string whole;
  if (!target.starts_with('/')) whole = std::string(from.substr(0, from.rfind('/') + 1));
  whole += target;
  std::replace(whole.begin(), whole.end(), '\\', '/');
  std::vector<std::string_view> steps;
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t end = std::min(whole.find('/', at), whole.size());
    const std::string_view step = std::string_view(whole).substr(at, end - at);
    at = end + 1;
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(step);
    } else if (!steps.empty()) {
      steps.pop_back();
    }
  }
  std::string out;
  for (const std::string_view step : steps) out += (out.empty() ? "" : "/") + std::string(step);
  return out;
}

std::vector<diag::Diagnostic> outside_links(const ZipPackage& package) {
  std::vector<diag::Diagnostic> problems;
  std::size_t links = 0;
  for (const std::string& name : package.names()) {
    if (!name.ends_with(".rels") && !name.ends_with(".RELS")) continue;
    const auto xml = read_xml(package, name, kMaxTreeBytes);
    problems.insert(problems.end(), xml.problems.begin(), xml.problems.end());
    if (xml) links += external_relations(*xml);
  }
  if (links > 0) {
    problems.push_back({"I113",
                        fmt::format("文件里有 {} 处指向外面的链接，一处也没有打开", links),
                        "只读文件本身；引用别的文件的单元格，取的是上次保存时的值。",
                        "核对引用的值是不是最新的。",
                        {package.file()}});
  }
  return problems;
}

}  // namespace jiheng::office
