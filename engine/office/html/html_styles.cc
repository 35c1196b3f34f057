// Takes style sheets, gives what is hidden. Leaves elements and their attributes to sheets_from_html.
#include "engine/office/html/html_styles.h"

#include <algorithm>

#include "engine/base/text.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kMaxRules = 20000;

/// In small letters, without comments.
std::string plain_style(std::string_view sheet) {
  std::string out;
  for (std::size_t at = 0; at < sheet.size();) {
    if (sheet.substr(at, 2) == "/*") {
      const std::size_t end = sheet.find("*/", at + 2);
      at = end == std::string_view::npos ? sheet.size() : end + 2;
      continue;
    }
    const char c = sheet[at++];
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

/// Behind the brace that closes the one at `open`.
std::size_t behind_block(std::string_view sheet, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < sheet.size(); ++at) {
    if (sheet[at] == '{') ++depth;
    if (sheet[at] == '}' && --depth == 0) return at + 1;
  }
  return sheet.size();
}

bool is_simple_selector(std::string_view selector) {
  return !selector.empty() && selector.find_first_of(" \t\r\n>+~:[*") == std::string_view::npos;
}

}  // namespace

int HtmlStyles::hidden_by(std::string_view declarations) {
  std::string plain;
  for (const char c : plain_style(declarations))
    if (c != '}' && !base::is_white_space(static_cast<unsigned char>(c))) plain += c;
  int out = -1;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(';', at), plain.size());
    const std::string_view one = std::string_view(plain).substr(at, end - at);
    at = end + 1;
    if (one.starts_with("display:")) {
      out = one.starts_with("display:none") ? 1 : 0;
    } else if (one.starts_with("mso-hide:all") || one.starts_with("visibility:hidden") ||
               one.starts_with("visibility:collapse")) {
      out = 1;
    }
  }
  return out;
}

void HtmlStyles::read(std::string_view sheet) {
  const std::string plain = plain_style(sheet);
  const std::string_view all = plain;
  for (std::size_t at = 0; at < all.size() && hidden_.size() < kMaxRules;) {
    const std::size_t open = all.find('{', at);
    if (open == std::string_view::npos) break;
    std::string_view head = base::trimmed(all.substr(at, open - at));
    const std::size_t end = behind_block(all, open);
    if (head.starts_with("<!--")) head = base::trimmed(head.substr(4));  // as Excel wraps its rules
    at = end;
    if (head.starts_with('@')) continue;
    const int hidden = hidden_by(all.substr(open + 1, end - open - 1));
    if (hidden < 0) continue;
    for (std::size_t from = 0; from <= head.size();) {
      const std::size_t comma = std::min(head.find(',', from), head.size());
      const std::string_view selector = base::trimmed(head.substr(from, comma - from));
      if (is_simple_selector(selector)) hidden_.insert_or_assign(std::string(selector), hidden == 1);
      from = comma + 1;
    }
  }
}

bool HtmlStyles::asks(const std::string& selector, bool& hidden) const {
  const auto found = hidden_.find(selector);
  if (found == hidden_.end()) return false;
  hidden = found->second;
  return true;
}

bool HtmlStyles::hides(std::string_view tag, std::string_view names, std::string_view id) const {
  if (hidden_.empty()) return false;
  bool hidden = false;
  const std::string element = plain_style(tag);
  asks(element, hidden);
  const std::string classes = plain_style(names);
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t end = std::min(classes.find_first_of(" \t\r\n\f", at), classes.size());
    if (end > at) {
      const std::string name = "." + classes.substr(at, end - at);
      asks(name, hidden);
      asks(element + name, hidden);
    }
    at = end + 1;
  }
  if (!id.empty()) {
    const std::string name = "#" + plain_style(id);
    asks(name, hidden);
    asks(element + name, hidden);
  }
  return hidden;
}

}  // namespace jiheng::office
