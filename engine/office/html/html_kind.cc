// Takes bytes, tells whether they are a web page, and one that can be parsed. Leaves the page to sheets_from_html.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "engine/office/html/html_text.h"
#include "engine/office/html/sheets_from_html.h"

namespace jiheng::office {
namespace {

/// The name of a tag, in small letters.
std::string letters_at(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((small < 'a' || small > 'z') && (out.empty() || small < '0' || small > '9')) break;
    out += small;
  }
  return out;
}

}  // namespace

bool too_many_tags(std::string_view html) {
  constexpr std::size_t kMaxOpen = 4 * kMaxHtmlDepth;
  constexpr std::string_view kLeftOpen[] = {"p",      "li",    "td",     "tr",    "th",   "dt",   "dd",
                                            "option", "thead", "tbody",  "tfoot", "br",   "img",  "hr",
                                            "input",  "meta",  "link",   "col",   "area", "base", "embed",
                                            "param",  "wbr",   "source", "track"};
  std::size_t tags = 0;
  std::size_t open = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool closes = at + 1 < html.size() && html[at + 1] == '/';
    const std::string name = letters_at(html.substr(at + (closes ? 2 : 1), 12));
    if (name.empty()) continue;
    if (++tags > kMaxHtmlTags) return true;
    if (std::find(std::begin(kLeftOpen), std::end(kLeftOpen), name) != std::end(kLeftOpen)) continue;
    if (!closes && ++open > kMaxOpen) return true;
    if (closes && open > 0) --open;
  }
  return false;
}

bool is_html(std::string_view bytes) {
  if (is_mhtml(bytes)) return true;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string head;
  for (const char c : bytes.substr(0, 1024)) {
    if (c == '\0') continue;  // UTF-16
    head += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (head.size() > 2 && static_cast<unsigned char>(head[0]) >= 0xFE) head.erase(0, 2);
  const std::size_t begin = head.find_first_not_of(" \t\r\n");
  const std::string_view front =
      begin == std::string::npos ? std::string_view() : std::string_view(head).substr(begin);
  constexpr std::string_view kFronts[] = {"<!doctype html", "<html", "<head",  "<meta", "<body",
                                          "<table",         "<!--",  "<style", "<title"};
  return std::any_of(std::begin(kFronts), std::end(kFronts),
                     [front](std::string_view f) { return front.starts_with(f); }) ||
         (front.starts_with("<?xml") && front.find("<html") != std::string_view::npos);
}

}  // namespace jiheng::office
